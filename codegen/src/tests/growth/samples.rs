//! Recorded bodies that grow, and grow in number.

use super::{Shape, Specs, big, described, each, java, java_link, joined, optional, page, row};

pub(super) const SHAPES: &[Shape] = &[
    ("depth", 720, |n| {
        one(&format!("{{\"a\":{}{}}}", "[".repeat(n), "]".repeat(n)))
    }),
    ("items", 720, |n| {
        one(&format!("{{\"a\":[{}1]}}", "1,".repeat(n)))
    }),
    ("keys", 180, |n| {
        one(&format!(
            "{{{}}}",
            joined(n, ",", |at| format!("\"k{at}\":1"))
        ))
    }),
    ("one key", 360, |n| {
        one(&format!("{{{}}}", joined(n, ",", |_| "\"a\":1".to_owned())))
    }),
    ("files", 90, |n| {
        files(n, "samples/Big/", |at| format!("{{\"a\":{at}}}"))
    }),
    ("files that are equal", 90, |n| {
        files(n, "samples/Big/", |_| "{\"a\":1}".to_owned())
    }),
    ("files of no model", 90, |n| {
        files(n, "samples/Small/", |_| "{}".to_owned())
    }),
    ("keys that a page lists", 90, listed_keys),
    ("values that a page lists", 180, listed_values),
    ("folders of models that are missing", 90, missing),
    ("keys that no other sample has", 90, |n| {
        files(n, "samples/Big/", |at| format!("{{\"k{at}\":1}}"))
    }),
    ("objects with few of many fields", 90, |n| {
        few_of_many(n, |body| ("samples/Big/a.json", format!("[{body}]")))
    }),
    ("objects in an object, with few of many fields", 90, |n| {
        few_of_many(n, |body| {
            let body = format!("{{\"own\":[{body}]}}");
            ("samples/Holder/a.json", body)
        })
    }),
    ("examples with few of many fields", 90, examples_of_few),
    ("values of a closed enum", 180, |n| {
        let mut specs = listed_values(n);
        let closed = "[models.Kind]\nclosed = true\n".to_owned();
        specs.push(("spec.toml".to_owned(), closed));
        specs
    }),
];

fn base() -> Specs {
    big(page("Big", &row("a", "*Object*")))
}

fn one(body: &str) -> Specs {
    files(1, "samples/Big/", |_| body.to_owned())
}

fn files(n: usize, folder: &str, body: impl Fn(usize) -> String) -> Specs {
    let mut specs = base();
    specs.extend((0..n).map(|at| (format!("{folder}a{at}.json"), body(at))));
    specs
}

fn missing(n: usize) -> Specs {
    let mut specs: Specs = (0..n)
        .map(|at| java(&format!("Model{at}"), &row("a", "*Object*")))
        .collect();
    specs.extend((0..n).map(|at| (format!("samples/Madel{at}/a.json"), "{}".to_owned())));
    specs
}

fn listed_keys(n: usize) -> Specs {
    let name = |at: usize| format!("k{at}");
    let mut specs = big(page("Big", &each(n, |at| row(&name(at), "*Integer*"))));
    let body = joined(n, ",", |at| format!("\"k{at}\":1"));
    specs.push(("samples/Big/a.json".to_owned(), format!("{{{body}}}")));
    specs
}

fn listed_values(n: usize) -> Specs {
    let link = "[Kind](../models/Kind.md)";
    let values = each(n, |at| format!("| `A{at}` | a{at} |\n"));
    let kind = format!("# Kind\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{values}");
    let mut specs = big(page("Big", &row("a", &format!("List\\<{link}>"))));
    specs.push(("java/models/Kind.md".to_owned(), kind));
    let body = joined(n, ",", |at| format!("\"a{at}\""));
    specs.push((
        "samples/Big/a.json".to_owned(),
        format!("{{\"a\":[{body}]}}"),
    ));
    specs
}

fn many_fields(n: usize) -> Specs {
    let name = |at: usize| format!("k{at}");
    let mut specs = big(page("Big", &each(n, |at| optional(&name(at), "*Integer*"))));
    let list = format!("List\\<{}>", java_link("Big"));
    specs.push(java("Holder", &row("own", &list)));
    specs
}

fn few_of_many(n: usize, sample: fn(&str) -> (&'static str, String)) -> Specs {
    let mut specs = many_fields(n);
    let (path, text) = sample(&joined(n, ",", |at| format!("{{\"k{at}\":1}}")));
    specs.push((path.to_owned(), text));
    specs
}

fn examples_of_few(n: usize) -> Specs {
    let mut specs = many_fields(n);
    let list = format!("List\\<{}>", java_link("Big"));
    let example = joined(n, ",", |at| format!("{{\"k{at}\":1}}"));
    let shown = described("own", &list, "N/A", &format!("[{example}]"));
    specs.push(java("Shown", &shown));
    specs
}
