//! Inline runs of HTML: `<code>`, `<a href>`, `<b>` and the like as their markdown.

use std::ops::Range;

use pulldown_cmark::{Event, Parser};

use crate::page::events::{OPTIONS, Span};
use crate::page::inline;
use crate::page::tag::{self, Kind, Tag};
use crate::page::tree::{Inline, Inlines, LinkRun};
use crate::source::Place;

/// Elements nested more deeply stay tags.
const MAX_DEPTH: usize = 32;

/// Reads the inside of an HTML cell. Markdown in it is read too, as sites with components do.
pub(super) fn read(text: &str, at: Range<usize>, span: Span<'_>) -> Inlines {
    if at.is_empty() {
        return Inlines::default();
    }
    // One line that begins with a letter is a paragraph, whatever stands in it.
    const LEAD: &str = "x ";
    let line = format!("{LEAD}{}", text[at.clone()].replace(['\n', '\r'], " "));
    let base = (span.base + at.start).saturating_sub(LEAD.len());
    let below = Span { base, ..span };
    let mut events = Parser::new_ext(&line, OPTIONS).into_offset_iter();
    let mut inlines = match events.next() {
        Some((Event::Start(_), _)) => inline::read(&mut events, below).into_vec(),
        _ => Vec::new(),
    };
    if let Some(Inline::Text(text, place)) = inlines.first_mut()
        && let Some(rest) = text.strip_prefix(LEAD)
    {
        *text = rest.into();
        place.start += 2;
        if text.is_empty() {
            inlines.remove(0);
        }
    }
    let source = Source {
        text,
        base: span.base,
    };
    fold(inlines.into(), source)
}

/// The text that places are in.
#[derive(Clone, Copy)]
pub(super) struct Source<'a> {
    pub text: &'a str,
    pub base: usize,
}

impl<'a> Source<'a> {
    pub fn get(self, range: Range<u32>) -> &'a str {
        let at = |at: u32| (at as usize).saturating_sub(self.base);
        self.text
            .get(at(range.start)..at(range.end))
            .unwrap_or_default()
    }
}

/// Puts what stands between tags of HTML into runs.
pub(super) fn fold(inlines: Inlines, source: Source<'_>) -> Inlines {
    if !inlines.iter().any(has_tags) {
        return inlines;
    }
    // One entry for each open tag: it, its run, and what stands before it.
    let mut open: Vec<(Tag, Inline, Vec<Inline>)> = Vec::new();
    let mut runs = Vec::new();
    for inline in inlines.into_vec() {
        let (text, place) = match inline {
            Inline::Html(text, place) => (text, place),
            inner => {
                runs.push(below(inner, source));
                continue;
            }
        };
        let Some(tag) = tag::scan(&text, 0).filter(|tag| is_run(&tag.name)) else {
            runs.push(Inline::Html(text, place));
            continue;
        };
        match tag.kind {
            Kind::Opens if open.len() < MAX_DEPTH => {
                let run = Inline::Html(text, place);
                open.push((tag, run, std::mem::take(&mut runs)));
            }
            Kind::Closes if open.iter().any(|(open, ..)| same(open, &tag)) => {
                while let Some((opened, run, mut before)) = open.pop() {
                    let inner = std::mem::take(&mut runs);
                    if same(&opened, &tag) {
                        close(&opened, &run, inner, place, source, &mut before);
                        runs = before;
                        break;
                    }
                    flatten(run, inner, &mut before);
                    runs = before;
                }
            }
            _ => runs.push(Inline::Html(text, place)),
        }
    }
    while let Some((_, run, mut before)) = open.pop() {
        flatten(run, std::mem::take(&mut runs), &mut before);
        runs = before;
    }
    runs.into()
}

fn has_tags(inline: &Inline) -> bool {
    match inline {
        Inline::Html(..) => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
            inner.iter().any(has_tags)
        }
        Inline::Link(link) => link.text.iter().any(has_tags),
        _ => false,
    }
}

fn below(inline: Inline, source: Source<'_>) -> Inline {
    match inline {
        Inline::Emphasis(inner) => Inline::Emphasis(fold(inner, source)),
        Inline::Strong(inner) => Inline::Strong(fold(inner, source)),
        Inline::Strike(inner) => Inline::Strike(fold(inner, source)),
        Inline::Link(mut link) => {
            link.text = fold(link.text, source);
            Inline::Link(link)
        }
        leaf => leaf,
    }
}

fn is_run(name: &str) -> bool {
    let names = [
        "a", "b", "code", "del", "em", "i", "kbd", "s", "samp", "strike", "strong", "tt",
    ];
    names.iter().any(|known| known.eq_ignore_ascii_case(name))
}

fn same(open: &Tag, close: &Tag) -> bool {
    open.name.eq_ignore_ascii_case(&close.name)
}

fn flatten(run: Inline, mut inner: Vec<Inline>, before: &mut Vec<Inline>) {
    before.push(run);
    before.append(&mut inner);
}

fn close(
    tag: &Tag,
    run: &Inline,
    inner: Vec<Inline>,
    end: Place,
    source: Source<'_>,
    before: &mut Vec<Inline>,
) {
    let Inline::Html(_, start) = run else {
        return;
    };
    let place = Place {
        end: end.end,
        ..*start
    };
    let is_anchor = tag.get("id").is_some() || tag.get("name").is_some();
    match tag.name.to_ascii_lowercase().as_str() {
        "a" => match tag.get("href") {
            Some(target) => {
                // The tag of a link that is an anchor too stays, for its name.
                before.extend(is_anchor.then(|| run.clone()));
                before.push(Inline::Link(Box::new(LinkRun {
                    target: target.into(),
                    text: inner.into(),
                    place,
                })));
            }
            None => flatten(run.clone(), inner, before),
        },
        "b" | "strong" => before.push(Inline::Strong(inner.into())),
        "i" | "em" => before.push(Inline::Emphasis(inner.into())),
        "s" | "del" | "strike" => before.push(Inline::Strike(inner.into())),
        _ => {
            let text = source.get(start.end..end.start);
            before.extend(code(inner, text, place));
        }
    }
}

/// Text in code, where signs of markdown are themselves; links in it stay links.
fn code(inner: Vec<Inline>, text: &str, place: Place) -> Vec<Inline> {
    let is_link = |inline: &Inline| matches!(inline, Inline::Link(_));
    let is_text = |inline: &Inline| matches!(inline, Inline::Text(..) | Inline::Code(..));
    if !inner.iter().any(is_link) {
        let is_plain = inner.iter().all(is_text) || text.contains(['&', '<', '\\']);
        let text = if is_plain {
            inline::plain(&inner)
        } else {
            text.to_owned()
        };
        return vec![Inline::Code(text.into(), place)];
    }
    let of = |inline: Inline| match inline {
        Inline::Link(mut link) => {
            let text = inline::plain(&link.text).into();
            link.text = vec![Inline::Code(text, link.place)].into();
            Inline::Link(link)
        }
        Inline::Text(text, place) => Inline::Code(text, place),
        other => other,
    };
    let mut runs: Vec<Inline> = Vec::new();
    for run in inner.into_iter().map(of) {
        match (runs.last_mut(), run) {
            (Some(Inline::Code(text, place)), Inline::Code(more, next)) => {
                *text = [text.as_str(), more.as_str()].concat().into();
                place.end = next.end;
            }
            (_, run) => runs.push(run),
        }
    }
    runs
}

#[cfg(test)]
mod tests;
