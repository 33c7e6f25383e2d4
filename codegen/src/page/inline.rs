//! Inline runs: text, code, emphasis, links.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::events::{OPTIONS, Span};
use super::tree::Inline;
use crate::source::Place;

/// Elements nested more deeply lose their markup.
const MAX_DEPTH: usize = 32;

/// Reads events up to the end of the element that the caller has opened.
pub(super) fn read<'a>(
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    span: Span,
) -> Vec<Inline> {
    // One entry for each open element: its tag, where it stands, what was around it.
    let mut open: Vec<(Tag, Range<usize>, Vec<Inline>)> = Vec::new();
    let mut flattened = 0_usize;
    let mut inlines = Vec::new();
    for (event, range) in events {
        let inline = match event {
            Event::Start(_) if open.len() >= MAX_DEPTH => {
                flattened += 1;
                continue;
            }
            Event::Start(tag) => {
                open.push((tag, range, std::mem::take(&mut inlines)));
                continue;
            }
            Event::End(_) if flattened > 0 => {
                flattened -= 1;
                continue;
            }
            Event::End(_) => {
                let Some((tag, range, around)) = open.pop() else {
                    break;
                };
                let mut inner = std::mem::replace(&mut inlines, around);
                inner.shrink_to_fit();
                match element(tag, &mut inner, span.place(range)) {
                    Some(inline) => inline,
                    None => {
                        inlines.append(&mut inner);
                        continue;
                    }
                }
            }
            _ => match leaf(event, span.place(range)) {
                Some(inline) => inline,
                None => continue,
            },
        };
        inlines.push(inline);
    }
    // Pages have very many of them, most of one run.
    inlines.shrink_to_fit();
    inlines
}

fn element(tag: Tag, inner: &mut Vec<Inline>, place: Place) -> Option<Inline> {
    match tag {
        Tag::Emphasis => Some(Inline::Emphasis(std::mem::take(inner))),
        Tag::Strong => Some(Inline::Strong(std::mem::take(inner))),
        Tag::Strikethrough => Some(Inline::Strike(std::mem::take(inner))),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => Some(Inline::Link {
            target: dest_url.into_string(),
            text: std::mem::take(inner),
            place,
        }),
        _ => None,
    }
}

fn leaf(event: Event, place: Place) -> Option<Inline> {
    Some(match event {
        Event::Text(text) => Inline::Text(text.into_string(), place),
        Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
            Inline::Code(text.into_string(), place)
        }
        Event::Html(text) | Event::InlineHtml(text) => Inline::Html(text.into_string(), place),
        Event::SoftBreak | Event::HardBreak => Inline::Break(place),
        _ => return None,
    })
}

/// Reads a text as one line of inline runs; `span` says where it stands.
pub(super) fn parse(text: &str, span: Span) -> Vec<Inline> {
    let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    match events.next() {
        Some((Event::Start(_), _)) => read(&mut events, span),
        _ => Vec::new(),
    }
}

/// The lines of a cell or paragraph: what its line breaks and `<br>` part. A break within
/// emphasis or a link parts nothing.
#[must_use]
pub fn lines(inlines: &[Inline]) -> Vec<&[Inline]> {
    inlines.split(is_break).collect()
}

/// The text of a paragraph or line that is bold as a whole, which headings without a level are:
/// `**Parameters:**`, also with the colon behind the stars.
#[must_use]
pub fn bold(inlines: &[Inline]) -> Option<String> {
    let mut strong = None;
    for inline in inlines {
        match inline {
            Inline::Strong(inner) if strong.is_none() => strong = Some(inner),
            Inline::Text(text, _) if matches!(text.trim(), "" | ":") => {}
            Inline::Html(..) | Inline::Break(_) => {}
            _ => return None,
        }
    }
    let text = plain(strong?);
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

fn is_break(inline: &Inline) -> bool {
    match inline {
        Inline::Break(_) => true,
        Inline::Html(text, _) => {
            let name = text.trim_matches(['<', '>', '/', ' ']);
            name.eq_ignore_ascii_case("br")
        }
        _ => false,
    }
}

/// The text of inline runs, markup removed.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_plain(inlines, &mut text);
    text
}

fn push_plain(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(run, _) | Inline::Code(run, _) | Inline::Html(run, _) => {
                text.push_str(run);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                push_plain(inner, text);
            }
            Inline::Link { text: inner, .. } => push_plain(inner, text),
            Inline::Break(_) => text.push(' '),
        }
    }
}
