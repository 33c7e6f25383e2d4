//! A cell as a whole: its lines, footnotes, and the words in it that are no type.

use std::borrow::Cow;

use super::flat::Flat;
use super::term::{Reader, Said};
use super::{BREAK, Ty, TypeCells, TypeReading, union};
use crate::source::Place;

/// Reads a cell.
pub(super) fn read(cells: &TypeCells<'_>, flat: &Flat, place: Place) -> TypeReading {
    let reader = Reader::new(cells, flat, place);
    let text = without_labels(cells, &flat.text);
    let text = text.as_ref();
    if let Some(said) = reader.word(&text.replace('\n', " ")) {
        return finish(Some(said), None);
    }
    let mut required = presence(cells, &reader.spelled(text));
    let lines: Vec<_> = text.split('\n').map(without_notes).collect();
    let lines = lines.into_iter().filter(|line| !says_no_type(cells, line));
    let mut lines: Vec<String> = lines.map(str::to_owned).collect();
    // `string?` is a key that may be absent.
    for line in &mut lines {
        if line.len() > 1 && line.ends_with(['?', '？']) {
            required = Some(false);
            line.truncate(line.trim_end_matches(['?', '？', ' ']).len());
        }
    }
    let said = match lines.as_slice() {
        [] => None,
        [line] => reader.term(line),
        _ => reader
            .form(&lines.join(" "))
            .or_else(|| by_lines(reader, &lines))
            .or_else(|| reader.term(&lines.join(" "))),
    };
    finish(said, required)
}

/// Each line a type, up to the first that is none; those below are remarks.
fn by_lines(reader: Reader<'_, '_>, lines: &[String]) -> Option<Said> {
    let mut lines = lines.iter();
    let first = reader.term(lines.next()?)?;
    let parted = reader.cells.rules().union.iter().any(|word| word == BREAK);
    if !parted {
        return Some(first);
    }
    let mut types: Vec<Ty> = first.ty.clone().into_iter().collect();
    let mut cue = first.cue.clone();
    for line in lines {
        match reader.term(line) {
            Some(said) if first.is_named() || !said.is_named() => types.extend(said.ty),
            _ => break,
        }
        "a union by lines".clone_into(&mut cue);
    }
    (!types.is_empty()).then(|| Said::new(union::of(types), cue))
}

fn finish(said: Option<Said>, required: Option<bool>) -> TypeReading {
    let Some(Said { ty, cue }) = said else {
        return TypeReading {
            required,
            ..TypeReading::default()
        };
    };
    TypeReading {
        is_nullable: matches!(ty, Some(Ty::Nullable(_) | Ty::Null)),
        ty,
        cue,
        required,
    }
}

/// Whether words of a cell say that the key must be there, or may be absent.
fn presence(cells: &TypeCells<'_>, text: &str) -> Option<bool> {
    let presence = &cells.profile.presence;
    if presence.no_in_type.find(text).is_some() {
        return Some(false);
    }
    presence.yes_in_type.find(text).map(|_| true)
}

/// A text in which `[Room][]`, a link that is defined on no page, is `Room`. `[string][]` and
/// `[a, b][]` are lists.
fn without_labels<'t>(cells: &TypeCells<'_>, text: &'t str) -> Cow<'t, str> {
    if !text.contains("][]") {
        return Cow::Borrowed(text);
    }
    let mut left = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("][]") {
        let label = before
            .rfind('[')
            .map(|open| (&before[..open], &before[open + 1..]));
        let label = label.filter(|(_, label)| {
            let is_plain = !label.contains([']', ',', '|', '[']) && !label.trim().is_empty();
            is_plain && (label.contains(' ') || cells.words.find(label).is_none())
        });
        match label {
            Some((before, label)) => {
                left.push_str(before);
                left.push_str(label);
            }
            None => {
                left.push_str(before);
                left.push_str("][]");
            }
        }
        rest = after;
    }
    left.push_str(rest);
    Cow::Owned(left)
}

/// A line without footnotes at its end: stars, `[1]` behind a blank, `^1^`.
fn without_notes(line: &str) -> &str {
    let mut line = line.trim();
    loop {
        let left = line.trim_end_matches(['*', ' ', '¹', '²', '³', '†', '‡']);
        let left = without_note(left, '[', ']').unwrap_or(left);
        let left = without_note(left, '^', '^').unwrap_or(left);
        if left.is_empty() || left == line {
            return line;
        }
        line = left;
    }
}

fn without_note(line: &str, open: char, close: char) -> Option<&str> {
    let (before, number) = line.strip_suffix(close)?.rsplit_once(open)?;
    let number = number.trim_start_matches('^');
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    (is_number && (open == '^' || before.ends_with(' '))).then(|| before.trim_end())
}

/// Whether a line as a whole says something else: `required`, `(optional)`.
fn says_no_type(cells: &TypeCells<'_>, line: &str) -> bool {
    let mut patterns = cells.rules().no_type.0.iter();
    line.is_empty()
        || patterns.any(|pattern| {
            let found = pattern.captures(line);
            let whole = found.and_then(|groups| groups.get(0));
            whole.is_some_and(|whole| whole.len() == line.len())
        })
}
