//! A page of 50 MB: however small its parts are, reading it takes at most four times its size with its text,
//! or it is refused.

use super::growth::{Specs, described, input_of, java};
use crate::diagnostic::Diagnostics;
use crate::input::Input;
use crate::{describe, page};

const SIZE: usize = 50_000_000;

/// A part of a page, with words of its own.
type Part = fn(usize, &str) -> String;

/// What a page may be made of; how many bytes a part has, so that the page has just as many as it may; what
/// all but the crate takes, with the text.
const PARTS: &[(&str, usize, Part, f64)] = &[
    ("rows", 127, row, 16.7),
    ("headings", 110, heading, 3.7),
    ("paragraphs", 29, |at, it| format!("{at} {it}\n\n"), 2.5),
    ("lines", 23, |at, it| format!("words {it} {at}\n"), 1.1),
    ("links", 69, |at, it| format!("[{at}](a.md) {it}\n\n"), 1.7),
    ("code", 61, code, 2.8),
    ("items", 29, |at, it| format!("- {at} {it}\n"), 3.4),
    ("emphasis", 137, |at, it| format!("*{it}* {at} "), 3.9),
    ("text", 1_000, |_, it| it.to_owned(), 3.0),
];

fn row(at: usize, words: &str) -> String {
    described(&format!("field{at}"), "*String*", words, "")
}

fn heading(at: usize, words: &str) -> String {
    format!("## {at} {words}\n\n")
}

fn code(at: usize, words: &str) -> String {
    format!("```json\n{{\"{words}\": {at}}}\n```\n\n")
}

fn text(name: &str, part: Part, length: usize) -> String {
    let words = "words ".repeat(length / 6 + 1);
    let words = words[..length - part(1_000_000, "").len().min(length)].trim();
    let mut text = String::with_capacity(SIZE + 2 * length);
    let mut at = 0;
    while text.len() < SIZE {
        text.push_str(&part(at, words));
        at += 1;
    }
    match name {
        "rows" => text,
        "text" | "emphasis" => described("a", "*String*", &text, ""),
        _ => format!("{}\n{text}", described("a", "*String*", "N/A", "")),
    }
}

fn sdk(rows: &str) -> Specs {
    vec![java("Big", rows)]
}

fn peak(run: impl FnOnce()) -> f64 {
    let memory = allocation_counter::measure(run);
    1.0 + memory.bytes_max as f64 / SIZE as f64
}

/// By either reader.
fn read(input: &Input) -> f64 {
    let id = input.apis[0].pages[0].1;
    let site = page::Site::default();
    let plain = peak(|| drop(page::parse(&input.files, id)));
    plain.max(peak(|| drop(page::parse_site(&input.files, id, &site))))
}

#[test]
#[ignore = "long"]
fn reading_it_takes_four_times_its_size() {
    let mut faults = Vec::new();
    for (name, length, part, all) in PARTS {
        let specs = sdk(&text(name, *part, *length));
        let refused = page::too_much(&specs[0].1).is_some();
        let input = input_of(specs);
        let read = read(&input);
        if refused || read > 4.0 {
            faults.push(format!("{name}: {read:.2}, refused: {refused}"));
        }
        // It takes minutes in a build that is not optimized.
        if std::env::var_os("LARGEST_ALL").is_some() {
            let described = peak(|| drop(describe(&input, &mut Diagnostics::default())));
            if described > all * 1.1 {
                faults.push(format!("{name}: {described:.2} in all"));
            }
        }
        // With less in each part there are more of them than there may be; plain lines may be any number.
        let specs = sdk(&text(name, *part, length * 9 / 10));
        if !matches!(*name, "text" | "lines") && page::too_much(&specs[0].1).is_none() {
            faults.push(format!("{name}: more are not refused"));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
