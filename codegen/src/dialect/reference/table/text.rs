//! The text of runs, as patterns of the profile are compared with it.

use std::ops::Range;

use crate::page::Inline;
use crate::page::tag;

/// The text of a description or sentence: code keeps its backticks and bold text its stars, links
/// are their text, other markup is gone.
pub(crate) fn spelled(inlines: &[Inline]) -> String {
    spelled_with(inlines, &mut |_, _| {})
}

/// As [`spelled`]; `on_link` is told of each link, and where in the text it stands.
pub(crate) fn spelled_with<'i>(
    inlines: &'i [Inline],
    on_link: &mut dyn FnMut(Range<usize>, &'i Inline),
) -> String {
    let mut text = String::new();
    push(inlines, true, &mut text, on_link);
    text
}

/// The text of a name, type or value: no markup, and no tags of HTML.
pub(crate) fn bare(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push(inlines, false, &mut text, &mut |_, _| {});
    text
}

fn push<'i>(
    inlines: &'i [Inline],
    marks: bool,
    text: &mut String,
    on_link: &mut dyn FnMut(Range<usize>, &'i Inline),
) {
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
                push(inner, marks, text, on_link);
                text.push_str("**");
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                push(inner, marks, text, on_link);
            }
            Inline::Link(link) => {
                let start = text.len();
                push(&link.text, marks, text, on_link);
                on_link(start..text.len(), inline);
            }
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

/// How far the closing tag of a component may be.
const FARTHEST: usize = 8;

/// Whether a tag is one of HTML, or of a component, as `<Badge>new</Badge>` and `<Badge text="new"/>`
/// are; `behind` is what stands behind it.
pub(super) fn is_element(text: &str, behind: &[Inline]) -> bool {
    let Some(inner) = text.strip_prefix('<') else {
        return false;
    };
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
    let name = &inner[..end.unwrap_or(inner.len())];
    let is_closed = || {
        let mut near = behind.iter().take(FARTHEST);
        near.any(|inline| {
            let Inline::Html(text, _) = inline else {
                return false;
            };
            let closing = text.strip_prefix("</");
            closing.is_some_and(|closing| closing.trim_end_matches('>').trim() == name)
        })
    };
    tag::is_html(name)
        || text.starts_with("<!--")
        || text.starts_with("</")
        || text.contains('=')
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
            Inline::Link(link) => found.push((link.target.as_str(), link.text.as_slice())),
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
