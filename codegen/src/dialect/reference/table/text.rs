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
    for (at, inline) in inlines.iter().enumerate() {
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
            Inline::Html(tag, _) if is_element(tag, &inlines[at + 1..]) => {
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
const ELEMENTS: [&str; 36] = [
    "a", "abbr", "b", "big", "br", "center", "code", "del", "details", "div", "em", "font", "hr",
    "i", "img", "ins", "kbd", "li", "mark", "nobr", "ol", "p", "pre", "s", "samp", "small", "span",
    "strike", "strong", "sub", "summary", "sup", "tt", "u", "ul", "wbr",
];

/// How far the closing tag of a component may be.
const FARTHEST: usize = 8;

/// Whether a tag is one of HTML, or of a component, as `<Badge>new</Badge>` and `<Badge text="new"/>`
/// are; `behind` is what stands behind it.
pub(super) fn is_element(tag: &str, behind: &[Inline]) -> bool {
    let Some(inner) = tag.strip_prefix('<') else {
        return false;
    };
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    let name = &inner[..end.unwrap_or(inner.len())];
    let is_closed = || {
        let mut near = behind.iter().take(FARTHEST);
        near.any(|inline| {
            let Inline::Html(tag, _) = inline else {
                return false;
            };
            let closing = tag.strip_prefix("</");
            closing.is_some_and(|closing| closing.trim_end_matches('>').trim() == name)
        })
    };
    ELEMENTS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(name))
        || tag.starts_with("<!--")
        || tag.starts_with("</")
        || tag.contains('=')
        || !name.is_empty() && is_closed()
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
