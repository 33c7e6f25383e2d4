//! `spec.toml` with more and more settings.

use super::{Shape, Specs, big, each, java, page, row};

pub(super) const SHAPES: &[Shape] = &[
    ("models that are missing", 180, |n| {
        with(big_page(1), each(n, renamed))
    }),
    ("models", 90, |n| with(pages(n), each(n, renamed))),
    ("models that are misspelt", 90, |n| {
        with(
            pages(n),
            each(n, |at| format!("[models.N{at}]\nclosed = true\n")),
        )
    }),
    ("fields", 90, |n| {
        with(big_page(n), each(n, |at| field(&format!("f{at}"))))
    }),
    ("fields that are misspelt", 90, |n| {
        with(big_page(n), each(n, |at| field(&format!("g{at}"))))
    }),
    ("keys", 180, |n| with(big_page(n), keys(n, "f"))),
    ("keys of no field", 180, |n| with(big_page(n), keys(n, "g"))),
    ("samples", 90, |n| samples(n, "x/a", "")),
    ("samples that are missing", 90, |n| samples(n, "y/a", "")),
    ("patterns of samples", 90, |n| samples(n, "x/a", "*")),
    ("namespaces", 90, namespaces),
    ("namespaces that are missing", 90, |n| {
        let names = each(n, |at| format!("\"n{at}\", "));
        with(pages(n), format!("namespaces = [{names}]\n"))
    }),
    ("sources", 180, |n| {
        with(
            big_page(1),
            each(n, |at| format!("[sources.s{at}]\nlanguage = \"java\"\n")),
        )
    }),
    ("models that are excluded", 90, |n| {
        with(
            pages(n),
            each(n, |at| format!("[models.M{at}]\nexclude = true\n")),
        )
    }),
];

fn renamed(at: usize) -> String {
    format!("[models.M{at}]\nrust-name = \"X{at}\"\n")
}

fn field(name: &str) -> String {
    format!("[models.Big.fields.{name}]\nnullable = true\n")
}

fn keys(n: usize, name: &str) -> String {
    format!(
        "[keys]\n{}",
        each(n, |at| format!("{name}{at} = \"K{at}\"\n"))
    )
}

fn with(mut specs: Specs, settings: String) -> Specs {
    specs.push(("spec.toml".to_owned(), settings));
    specs
}

fn big_page(n: usize) -> Specs {
    big(page(
        "Big",
        &each(n, |at| row(&format!("f{at}"), "*String*")),
    ))
}

fn pages(n: usize) -> Specs {
    let one = |at: usize| java(&format!("M{at}"), &row(&format!("b{at}"), "*String*"));
    (0..n).map(one).collect()
}

fn samples(n: usize, start: &str, end: &str) -> Specs {
    let mut specs = big_page(1);
    let file = |at: usize| {
        (
            format!("samples/x/a{at}.json"),
            format!("{{\"f0\":\"{at}\"}}"),
        )
    };
    specs.extend((0..n).map(file));
    let set = each(n, |at| format!("\"{start}{at}.{end}json\" = \"Big\"\n"));
    with(specs, format!("[samples]\n{set}"))
}

fn namespaces(n: usize) -> Specs {
    let one = |at: usize| {
        let text = page("Same", &row("a", "*String*"));
        (format!("java/docs/models/n{at}/Same.md"), text)
    };
    let names = each(n, |at| format!("\"n{at}\", "));
    with(
        (0..n).map(one).collect(),
        format!("namespaces = [{names}]\n"),
    )
}
