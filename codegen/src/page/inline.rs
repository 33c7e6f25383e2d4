//! Inline runs: text, code, emphasis, links.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser, Tag};

use super::compact::Text;
use super::events::{OPTIONS, Span};
use super::tree::{Inline, Inlines, LinkRun};

/// Elements nested more deeply lose their markup.
const MAX_DEPTH: usize = 32;

/// Reads events up to the end of the element that the caller has opened.
pub(super) fn read<'a>(
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    span: Span<'_>,
) -> Inlines {
    read_into(Vec::new(), events, span)
}

/// The same, into a list that has room for them.
pub(super) fn read_into<'a>(
    mut inlines: Vec<Inline>,
    events: &mut impl Iterator<Item = (Event<'a>, Range<usize>)>,
    span: Span<'_>,
) -> Inlines {
    // One entry for each open element: its tag, where it stands, what was around it.
    let mut open: Vec<(Tag, Range<usize>, Vec<Inline>)> = Vec::new();
    let mut flattened = 0_usize;
    let mut text = Run::default();
    for (event, range) in events {
        if let Event::Text(more) = event {
            text.push(more, range, span, &mut inlines);
            continue;
        }
        text.end(span, &mut inlines);
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
                match element(tag, &mut inner, range, span) {
                    Some(inline) => inline,
                    None => {
                        inlines.append(&mut inner);
                        continue;
                    }
                }
            }
            _ => match leaf(event, range, span) {
                Some(inline) => inline,
                None => continue,
            },
        };
        inlines.push(inline);
    }
    text.end(span, &mut inlines);
    inlines.into()
}

/// Text as it goes on: the parser cuts it at each sign that might have been markup, as in `room_id`.
#[derive(Default)]
enum Run {
    #[default]
    None,
    /// It stands in the file as it is.
    Part(Range<usize>),
    Own(String, Range<usize>),
}

impl Run {
    fn push(
        &mut self,
        more: CowStr<'_>,
        at: Range<usize>,
        span: Span<'_>,
        before: &mut Vec<Inline>,
    ) {
        let is_part = at.len() == more.len() && span.has(&more, &at);
        match self {
            Self::Part(range) if range.end == at.start && is_part => range.end = at.end,
            Self::Own(text, range)
                if range.end == at.start && range.len() == text.len() && at.len() == more.len() =>
            {
                text.push_str(&more);
                range.end = at.end;
            }
            // What a site blanks is not in the file.
            Self::Part(range) if range.end == at.start && at.len() == more.len() => {
                let whole = range.start + span.base..range.end + span.base;
                let before = span.whole.get(whole).unwrap_or_default();
                *self = Self::Own(format!("{before}{more}"), range.start..at.end);
            }
            _ => {
                self.end(span, before);
                *self = match is_part {
                    true => Self::Part(at),
                    false => Self::Own(more.into_string(), at),
                };
            }
        }
    }

    fn end(&mut self, span: Span<'_>, before: &mut Vec<Inline>) {
        let (text, at) = match std::mem::take(self) {
            Self::None => return,
            Self::Part(at) => {
                let text = span.whole.slice(at.start + span.base..at.end + span.base);
                (text.map(Text::part).unwrap_or_else(|| "".into()), at)
            }
            Self::Own(text, at) => (text.into(), at),
        };
        before.push(Inline::Text(text, span.place(at)));
    }
}

fn element(
    tag: Tag,
    inner: &mut Vec<Inline>,
    range: Range<usize>,
    span: Span<'_>,
) -> Option<Inline> {
    match tag {
        Tag::Emphasis => Some(Inline::Emphasis(std::mem::take(inner).into())),
        Tag::Strong => Some(Inline::Strong(std::mem::take(inner).into())),
        Tag::Strikethrough => Some(Inline::Strike(std::mem::take(inner).into())),
        Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
            Some(Inline::Link(Box::new(LinkRun {
                target: span.within(dest_url, &range),
                text: std::mem::take(inner).into(),
                place: span.place(range),
            })))
        }
        _ => None,
    }
}

fn leaf(event: Event, range: Range<usize>, span: Span<'_>) -> Option<Inline> {
    let words = |text| span.words(text, &range);
    let place = span.place(range.clone());
    Some(match event {
        Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
            Inline::Code(words(text), place)
        }
        Event::Html(text) | Event::InlineHtml(text) => Inline::Html(words(text), place),
        Event::SoftBreak | Event::HardBreak => Inline::Break(place),
        _ => return None,
    })
}

/// Reads a text as one line of inline runs; `span` says where it stands.
pub(super) fn parse(text: &str, span: Span<'_>) -> Inlines {
    let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
    match events.next() {
        Some((Event::Start(_), _)) => read(&mut events, span),
        _ => Inlines::default(),
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
            Inline::Link(link) => push_plain(&link.text, text),
            Inline::Break(_) => text.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Files, SourceFile};

    #[test]
    fn text_that_goes_on_is_one_run_though_the_file_has_something_else() {
        let mut files = Files::default();
        let file = files.add(SourceFile::new("t.md", "a_{x}_b_c"));
        let (_, span) = Span::of(&files, file);
        for text in ["a_   _b_c", "a_{x}_b_c"] {
            let runs = parse(text, span);
            assert!(
                matches!(&runs[..], [Inline::Text(run, place)]
                    if run == text && files.text(*place) == "a_{x}_b_c"),
                "{runs:?}"
            );
        }
    }
}
