//! The text of runs, as patterns of the profile are compared with it.

use crate::page::Inline;

/// The text of a description or sentence: code keeps its backticks and bold text its stars, links
/// are their text, other markup is gone.
pub(crate) fn spelled(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push(inlines, true, &mut text);
    text
}

/// The text of a name, type or value: no markup, and no tags of HTML.
pub(crate) fn bare(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push(inlines, false, &mut text);
    text
}

fn push(inlines: &[Inline], marks: bool, text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(run, _) => text.push_str(run),
            Inline::Code(run, _) if marks => {
                text.push('`');
                text.push_str(run);
                text.push('`');
            }
            Inline::Code(run, _) => text.push_str(run),
            Inline::Strong(inner) if marks => {
                text.push_str("**");
                push(inner, marks, text);
                text.push_str("**");
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                push(inner, marks, text);
            }
            Inline::Link { text: inner, .. } => push(inner, marks, text),
            Inline::Html(tag, _) if is_element(tag) => {
                if is_break(tag) {
                    text.push(' ');
                }
            }
            Inline::Html(run, _) => text.push_str(run),
            Inline::Break(_) => text.push(' '),
        }
    }
}

/// Elements of HTML that stand in cells; what else looks like a tag is text, as `<id>`.
const ELEMENTS: [&str; 32] = [
    "a", "abbr", "b", "br", "center", "code", "del", "details", "div", "em", "font", "hr", "i",
    "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "s", "samp", "small", "span", "strong",
    "sub", "summary", "sup", "u", "ul", "wbr",
];

/// Whether a tag is one of HTML, or of a component.
pub(super) fn is_element(tag: &str) -> bool {
    let Some(inner) = tag.strip_prefix('<') else {
        return false;
    };
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    let name = &inner[..end.unwrap_or(inner.len())];
    let is_known = ELEMENTS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name));
    is_known || tag.starts_with("<!--") || tag.contains('=')
}

fn is_break(tag: &str) -> bool {
    let name = tag.trim_matches(['<', '>', '/', ' ']);
    ["br", "li", "p", "ul", "hr"]
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
}

/// Words of a text with single blanks between them.
pub(super) fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The targets of all links in runs, with their texts.
pub(super) fn links(inlines: &[Inline]) -> Vec<(&str, &[Inline])> {
    let mut found = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Link { target, text, .. } => found.push((target.as_str(), text.as_slice())),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                found.extend(links(inner));
            }
            _ => {}
        }
    }
    found
}

/// The link that runs are as a whole, footnotes and blanks around it aside.
pub(super) fn only_link(inlines: &[Inline]) -> Option<(&str, &[Inline])> {
    let found = links(inlines);
    let [link] = found.as_slice() else {
        return None;
    };
    let linked = bare(link.1).trim().len();
    (bare(inlines).trim().len() <= linked + 3).then_some(*link)
}
