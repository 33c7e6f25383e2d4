//! Cells of names: the key on the wire, and the marks around it.

use regex::Captures;

use super::text::{bare, is_element, squeeze};
use crate::dialect::reference::profile::{NameRules, Nesting, Profile};
use crate::page::{Cell, Inline, lines};

/// What a cell of a name is.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum NameCell {
    Empty,
    Name(Name),
    /// Begins a choice between the rows below it; how deep it stands.
    Group(usize),
    /// Two names for one row.
    Several,
    /// None.
    Other,
}

/// A name, and what its cell says beside it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Name {
    pub text: String,
    /// How deep it stands by the marks before it.
    pub depth: usize,
    pub is_variable: bool,
    /// Its place in a list.
    pub place: Option<Position>,
    /// The mark that says that the key may be absent.
    pub optional: Option<String>,
    /// The mark that says that it must be there.
    pub required: Option<String>,
    pub is_deprecated: bool,
    /// Whether it is struck out, or a part of a form: no key.
    pub is_none: bool,
}

/// A place of a list: `row[0]: start`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Position {
    pub place: usize,
    /// The name of the list.
    pub list: String,
    /// Whether the place has a name of its own; if not, the number may be that of a footnote.
    pub is_named: bool,
}

/// A run of a line.
struct Piece {
    text: String,
    is_code: bool,
    is_struck: bool,
}

/// Reads a cell of a name.
pub(super) fn read(cell: &Cell, profile: &Profile) -> NameCell {
    let rules = &profile.names;
    let mut lines = lines(&cell.inlines).into_iter();
    let line = lines.find(|line| !bare(line).trim().is_empty());
    let Some(line) = line else {
        return NameCell::Empty;
    };
    let mut pieces = Vec::new();
    flatten(line, false, &mut pieces);
    let depth = take_marks(&mut pieces, rules);
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    let text = squeeze(&text);
    let all = squeeze(&bare(&cell.inlines));
    let mut name = Name {
        depth,
        ..Name::default()
    };
    name.is_none = pieces
        .iter()
        .all(|piece| piece.is_struck || piece.text.trim().is_empty());
    if rules.variable.find(&text).is_some() {
        name.is_variable = true;
        name.text = text;
        return NameCell::Name(name);
    }
    name.marks(&text, &all, rules);
    let (spelt, is_exact) = match code_name(&pieces, profile) {
        Some(Spelt::Code(code)) => (code, true),
        Some(Spelt::Several) => return NameCell::Several,
        None => (text.clone(), false),
    };
    let left = strip(&spelt, rules);
    let left = if is_exact { left } else { head(&left, rules) };
    if !is_exact && rules.group.find(&text).is_some() && rules.wire.find(&left).is_none() {
        return NameCell::Group(depth);
    }
    if rules.not_json.find(&left).is_some() {
        name.is_none = true;
    }
    if rules.variable.find(&left).is_some() {
        name.is_variable = true;
    } else if let Some((_, groups)) = rules.tuple.captures(&spelt)
        && let Some(place) = groups.get(2).and_then(|it| it.as_str().parse().ok())
    {
        let group = |at: usize| groups.get(at).map_or("", |it| it.as_str().trim());
        let label = group(3);
        let is_label = rules.wire.find(label).is_some();
        name.place = Some(Position {
            place,
            list: group(1).to_owned(),
            is_named: is_label,
        });
        name.text = if is_label { label.to_owned() } else { left };
        return NameCell::Name(name);
    } else if rules.wire.find(&left).is_none() {
        if is_several(&left, profile) {
            return NameCell::Several;
        }
        if !is_exact {
            return NameCell::Other;
        }
    }
    name.text = left;
    NameCell::Name(name)
}

impl Name {
    /// What the marks of a cell say; its first line is `text`.
    fn marks(&mut self, text: &str, all: &str, rules: &NameRules) {
        if rules.wire.find(text).is_some() && text.len() == all.len() && !text.ends_with(['*', '?'])
        {
            return;
        }
        let texts = [text, all];
        let mut texts = texts.iter();
        let optional = texts.clone().find_map(|text| {
            let (_, found) = rules.optional_marks.captures(text)?;
            mark(text, &found)
        });
        let required = texts.clone().find_map(|text| {
            let (_, found) = rules.required_marks.captures(text)?;
            mark(text, &found)
        });
        let deprecated = texts.find_map(|text| {
            let (_, found) = rules.deprecated_marks.captures(text)?;
            mark(text, &found)
        });
        self.required = required.filter(|_| optional.is_none());
        self.optional = optional;
        self.is_deprecated = deprecated.is_some();
    }
}

/// A mark of a text, if the text is more than that.
fn mark(text: &str, found: &Captures<'_>) -> Option<String> {
    let mark = found.get(0)?.as_str().trim();
    (text.len() > mark.len()).then(|| mark.to_owned())
}

/// The name in code of a line.
enum Spelt {
    Code(String),
    Several,
}

fn code_name(pieces: &[Piece], profile: &Profile) -> Option<Spelt> {
    let first = pieces
        .iter()
        .position(|piece| !piece.text.trim().is_empty())?;
    let code = pieces[first].is_code.then_some(pieces[first].text.trim())?;
    let rest = &pieces[first + 1..];
    let mut name = code.to_owned();
    let Some(next) = rest.first() else {
        return Some(Spelt::Code(name));
    };
    if let Some(second) = rest.get(1).filter(|second| second.is_code) {
        if parts_names(&next.text, profile) {
            return Some(Spelt::Several);
        }
        if matches!(next.text.as_str(), "." | "/" | "[]." | "?.") {
            name = format!("{code}{}{}", next.text, second.text);
        }
    } else if !next.is_code && next.text.starts_with(['.', '[', '/', '?']) {
        // `rooms`[].id, and `name`?
        let end = next.text.find(char::is_whitespace);
        name.push_str(&next.text[..end.unwrap_or(next.text.len())]);
    }
    Some(Spelt::Code(name))
}

/// Whether a text parts two names, as it parts the types of a union.
fn parts_names(text: &str, profile: &Profile) -> bool {
    let text = text.trim();
    matches!(text, "," | "/" | "&") || profile.types.union.iter().any(|part| part.trim() == text)
}

/// Whether a text is several names: `lat, lon`.
fn is_several(text: &str, profile: &Profile) -> bool {
    let parts = profile.types.union.iter().map(String::as_str);
    let mut parts = parts.filter(|part| part.contains(' ')).chain([", ", ","]);
    parts.any(|part| {
        text.contains(part)
            && text
                .split(part)
                .all(|name| profile.names.wire.find(name.trim()).is_some())
    })
}

/// A name without quotes, and without the remark in brackets behind it: `id (string)`.
fn head(text: &str, rules: &NameRules) -> String {
    let is_name = |text: &str| rules.wire.find(text).is_some();
    if is_name(text) {
        return text.to_owned();
    }
    let text = text.trim_end_matches([':', ';', ',']);
    let quoted = text.strip_prefix(['"', '\'', '“']);
    let quoted = quoted.and_then(|text| text.strip_suffix(['"', '\'', '”']));
    let text = quoted.unwrap_or(text);
    let before = text.strip_suffix([')', '）']);
    let before = before.and_then(|text| text.split_once([' ', '(', '（']));
    match before {
        Some((name, rest)) if is_name(name) && !rest.contains(['）', ')']) => {
            let is_remark = text[name.len()..].trim_start().starts_with(['(', '（']);
            if is_remark { name } else { text }.to_owned()
        }
        _ => text.to_owned(),
    }
}

/// A name without what is none of it, as long as something is left.
fn strip(text: &str, rules: &NameRules) -> String {
    let mut left = text.trim().to_owned();
    let is_plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let patterns = [
        &rules.strip,
        &rules.deprecated_marks,
        &rules.optional_marks,
        &rules.required_marks,
    ];
    // A mark may stand behind another.
    for _ in 0..3 {
        let before = left.len();
        for pattern in patterns.iter().flat_map(|patterns| &patterns.0) {
            if is_plain(&left) {
                return left;
            }
            let rest = pattern.strip(&left);
            let rest = rest.trim().trim_end_matches([':', ';', ',']).trim_end();
            if rest.len() < left.len() && rest.chars().any(char::is_alphanumeric) {
                left = rest.to_owned();
            }
        }
        if left.len() == before {
            break;
        }
    }
    left
}

/// Takes the marks of depth off the start of a line: blanks before the first mark say a depth too, as
/// of trees that are drawn.
fn take_marks(pieces: &mut Vec<Piece>, rules: &NameRules) -> usize {
    let is_on = matches!(rules.nesting, Nesting::Auto | Nesting::Marker);
    let level = rules.nbsp_per_level.max(1);
    let (mut marks, mut hyphens, mut blanks) = (0, 0, 0);
    while let Some(piece) = pieces.first_mut() {
        if piece.is_code {
            break;
        }
        let mut chars = piece.text.chars();
        let mut rest = piece.text.as_str();
        while let Some(c) = chars.next() {
            let is_first = marks + hyphens == 0;
            match c {
                '\u{a0}' => blanks += usize::from(is_first),
                '\u{2002}' | '\u{2003}' | '\u{3000}' => blanks += level * usize::from(is_first),
                c if c.is_whitespace() => {}
                '-' => hyphens += 1,
                c if rules.marker_chars.contains(c) => marks += 1,
                '│' | '┃' => marks += 1,
                '\u{2500}'..='\u{257f}' => {}
                _ => break,
            }
            rest = chars.as_str();
        }
        piece.text = rest.to_owned();
        if !piece.text.is_empty() {
            break;
        }
        pieces.remove(0);
    }
    let marks = if marks > 0 { marks } else { hyphens };
    if is_on {
        usize::div_ceil(blanks, level) + marks
    } else {
        0
    }
}

/// The runs of a line, adjacent ones of a kind as one. What stands in an element behind a name is
/// none of it: `<sup>1</sup>`, `<Badge>new</Badge>`.
fn flatten(inlines: &[Inline], is_struck: bool, pieces: &mut Vec<Piece>) {
    let mut skipped: Option<&str> = None;
    for (at, inline) in inlines.iter().enumerate() {
        if let Inline::Html(tag, _) = inline
            && skipped.is_some()
            && tag.strip_prefix("</").map(element_name) == skipped
        {
            skipped = None;
            continue;
        }
        if skipped.is_some() {
            continue;
        }
        let (text, is_code) = match inline {
            Inline::Text(text, _) => (text.as_str(), false),
            Inline::Code(text, _) => (text.as_str(), true),
            Inline::Html(tag, _) if is_element(tag, &inlines[at + 1..]) => {
                let name = tag.strip_prefix('<').map(element_name);
                let name = name.filter(|name| is_remark(name) && !tag.ends_with("/>"));
                let is_behind = pieces.iter().any(|piece| !piece.text.trim().is_empty());
                skipped = name.filter(|_| is_behind);
                continue;
            }
            Inline::Html(text, _) => (text.as_str(), false),
            Inline::Emphasis(inner) | Inline::Strong(inner) => {
                flatten(inner, is_struck, pieces);
                continue;
            }
            Inline::Strike(inner) => {
                flatten(inner, true, pieces);
                continue;
            }
            Inline::Link(link) => {
                flatten(&link.text, is_struck, pieces);
                continue;
            }
            Inline::Break(_) => (" ", false),
        };
        match pieces.last_mut() {
            Some(last) if !is_code && !last.is_code && last.is_struck == is_struck => {
                last.text.push_str(text);
            }
            _ => pieces.push(Piece {
                text: text.to_owned(),
                is_code,
                is_struck,
            }),
        }
    }
}

fn element_name(tag: &str) -> &str {
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    &tag[..end.unwrap_or(tag.len())]
}

/// Elements that hold remarks: components, and small text above the line.
fn is_remark(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_uppercase()) || name == "sup" || name == "small"
}
