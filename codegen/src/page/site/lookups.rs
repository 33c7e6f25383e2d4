//! What a text tells at a glance: where tables and elements end, which elements are which.

use std::collections::BTreeMap;

use crate::page::tag;

/// Elements inside of text.
pub(super) const INLINE: [&str; 35] = [
    "a", "abbr", "b", "bdo", "br", "button", "cite", "code", "data", "del", "dfn", "em", "font",
    "i", "img", "input", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "video", "wbr",
];

/// Elements around text.
pub(super) const BLOCK: [&str; 45] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "col",
    "colgroup",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "iframe",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// A line of JavaScript at the margin of an MDX page.
pub(super) fn is_module_line(text: &str, start: usize, line: &str) -> bool {
    let is_at_margin = start == 0 || text[..start].ends_with('\n');
    let from = |rest: &str| {
        let quoted = |rest: &str| rest.trim_start().starts_with(['\'', '"']);
        quoted(rest)
            || rest
                .split_once(" from ")
                .is_some_and(|(_, path)| quoted(path))
    };
    let exported = [
        "const ",
        "let ",
        "var ",
        "function ",
        "default ",
        "{",
        "* from ",
    ];
    is_at_margin
        && (line.strip_prefix("import ").is_some_and(from)
            || line
                .strip_prefix("export ")
                .is_some_and(|rest| exported.iter().any(|word| rest.starts_with(word))))
}

/// The byte behind the front matter.
pub(super) fn front_matter(text: &str) -> usize {
    let first = text.lines().next().unwrap_or_default();
    if first.trim_end() != "---" {
        return 0;
    }
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        if number > 0 && matches!(line.trim_end(), "---" | "...") {
            return at;
        }
    }
    0
}

const LONGEST_CLOSING: usize = 64;

/// The starts of HTML tables, each with the end of its closing tag. One that holds a heading is
/// taken for one whose closing tag is missing.
pub(super) fn tables(text: &str) -> BTreeMap<usize, usize> {
    let mut tables = BTreeMap::new();
    let mut open = Vec::new();
    for (at, _) in text.match_indices(['<', '\n']) {
        let rest = &text.as_bytes()[at..];
        let is = |word: &str| {
            rest.get(..word.len())
                .is_some_and(|bytes| bytes.eq_ignore_ascii_case(word.as_bytes()))
        };
        if is("<table") {
            open.push(at);
        } else if is("</table") {
            // `</table >`; more than blanks is none.
            let end = rest.iter().take(LONGEST_CLOSING).position(|&b| b == b'>');
            let end = end.map(|end| at + end + 1);
            if let (Some(start), Some(end)) = (open.pop(), end) {
                tables.insert(start, end);
            }
        } else if is("\n#") {
            let line = text[at + 1..].trim_start_matches('#');
            if line.starts_with(' ') {
                open.clear();
            }
        }
    }
    tables
}

/// Where the last closing tag of each name begins, and the last end of a comment.
pub(super) fn last_closing(text: &str) -> BTreeMap<&str, usize> {
    let name = |from: usize| {
        let rest = &text[from..];
        let is_end = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_'));
        &rest[..rest.find(is_end).unwrap_or(rest.len())]
    };
    let mut last = BTreeMap::new();
    for (at, _) in text.match_indices("</") {
        if tag::scan(text, at).is_some() {
            last.insert(name(at + 2), at);
        }
    }
    for (at, _) in text.match_indices("{%") {
        let rest = text[at + 2..].trim_start();
        if let Some(rest) = rest.strip_prefix('/') {
            let rest = rest.trim_start();
            let name = name(text.len() - rest.len());
            let known = last.entry(name).or_insert(at);
            *known = at.max(*known);
        }
    }
    for close in ["-->", "*/}"] {
        if let Some(at) = text.rfind(close) {
            last.insert(close, at);
        }
    }
    last
}

/// Whether a line is the delimiter row of a header without outer bars.
pub(super) fn is_delimiter(header: &str, line: &str) -> bool {
    let line = line.trim_start_matches([' ', '>']).trim_end();
    let columns = line.trim_matches('|').split('|');
    let dashes = |column: &str| {
        let column = column.trim();
        let inner = column.strip_prefix(':').unwrap_or(column);
        let inner = inner.strip_suffix(':').unwrap_or(inner);
        !inner.is_empty() && inner.bytes().all(|b| b == b'-')
    };
    let header = header.trim().trim_end_matches('|').replace("\\|", "");
    columns.clone().all(dashes) && columns.count() == header.matches('|').count() + 1
}
