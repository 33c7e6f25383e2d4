//! How much memory a page takes at most, in times of its size, by what it is made of.

use super::growth::{Specs, input_of, java, row};
use crate::diagnostic::Diagnostics;
use crate::input::Input;
use crate::{describe, page};

/// What a page is made of, and as many bytes of it.
type Kind = (&'static str, fn(usize) -> Specs);

fn repeated(size: usize, of: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut at = 0;
    while text.len() < size {
        text.push_str(&of(at));
        at += 1;
    }
    text
}

fn sdk(size: usize, of: impl Fn(usize) -> String) -> Specs {
    vec![java(
        "Big",
        &(row("a", "*String*") + "\n" + &repeated(size, of)),
    )]
}

fn reference(size: usize, of: impl Fn(usize) -> String) -> Specs {
    let text = format!("# Big\n\n{}", repeated(size, of));
    vec![
        ("big.md".to_owned(), text),
        (
            "spec.toml".to_owned(),
            "[sources.\"\"]\nfamily = \"reference\"\n".to_owned(),
        ),
    ]
}

const KINDS: &[Kind] = &[
    ("rows", |n| {
        vec![java(
            "Big",
            &repeated(n, |at| row(&format!("field{at}"), "*String*")),
        )]
    }),
    ("headings", |n| sdk(n, |at| format!("## Heading {at}\n\n"))),
    ("paragraphs", |n| {
        sdk(n, |at| {
            format!("These are words of paragraph {at}, and some more of them.\n\n")
        })
    }),
    ("links", |n| {
        sdk(n, |at| {
            format!("See [page {at}](../models/page{at}.md).\n\n")
        })
    }),
    ("code", |n| {
        sdk(n, |at| format!("```json\n{{\"a\": {at}}}\n```\n\n"))
    }),
    ("items", |n| sdk(n, |at| format!("- item {at}\n"))),
    ("reference: rows", |n| {
        reference(n, |at| match at {
            0 => "## Room\n\n| Field | Type | Description |\n| --- | --- | --- |\n".to_owned(),
            at => format!("| field{at} | string | What it is. |\n"),
        })
    }),
    ("reference: headings", |n| {
        reference(n, |at| format!("## Heading {at}\n\n"))
    }),
    ("reference: paragraphs", |n| {
        reference(n, |at| {
            format!("These are words of paragraph {at}, and some more of them.\n\n")
        })
    }),
    ("reference: links", |n| {
        reference(n, |at| format!("See [page {at}](page{at}.md).\n\n"))
    }),
    ("reference: code", |n| {
        reference(n, |at| format!("```json\n{{\"a\": {at}}}\n```\n\n"))
    }),
    ("reference: items", |n| {
        reference(n, |at| format!("- item {at}\n"))
    }),
];

/// Large enough that the page is read in pieces.
const SIZE: usize = 1_100_000;

/// What a page of the kind takes at most beyond its text, in times of its size: to be read as it is, and to be
/// described, which is all but the crate. As it was measured;
/// a fifth more is allowed, as warnings come and go.
const MOST: &[(&str, f64, f64)] = &[
    ("rows", 8.7, 36.1),
    ("headings", 9.4, 13.5),
    ("paragraphs", 1.9, 5.5),
    ("links", 2.2, 5.5),
    ("code", 5.6, 8.5),
    ("items", 5.4, 5.4),
    ("reference: rows", 8.7, 64.4),
    ("reference: headings", 9.4, 30.4),
    ("reference: paragraphs", 1.9, 4.3),
    ("reference: links", 4.0, 12.7),
    ("reference: code", 5.6, 6.1),
    ("reference: items", 5.4, 5.5),
];

fn peak(input: &Input, run: impl FnOnce(&Input)) -> f64 {
    let memory = allocation_counter::measure(|| run(input));
    memory.bytes_max as f64 / SIZE as f64
}

fn parse(input: &Input) {
    for (_, id) in &input.apis[0].pages {
        drop(page::parse(&input.files, *id));
    }
}

fn described(input: &Input) {
    drop(describe(input, &mut Diagnostics::default()));
}

#[test]
#[ignore = "long"]
fn no_kind_of_page_takes_more_than_it_did() {
    assert_eq!(KINDS.len(), MOST.len());
    let mut faults = Vec::new();
    for ((name, make), (of, read, all)) in KINDS.iter().zip(MOST) {
        assert_eq!(name, of);
        described(&input_of(make(2_000)));
        let input = input_of(make(SIZE));
        let taken = [peak(&input, parse), peak(&input, described)];
        if taken[0] > read * 1.2 || taken[1] > all * 1.2 {
            faults.push(format!(
                "{name}: read {:.1}, described {:.1}",
                taken[0], taken[1]
            ));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
