//! Whether a key must be there, by its cell, marks and words.

use regex::Captures;

use super::names::Name;
use super::text::{bare, spelled, squeeze};
use crate::claim::Stated;
use crate::dialect::reference::profile::{Column, PresenceRules, Profile};
use crate::page::Cell;
use crate::source::{Files, Place};

/// What a row says about presence.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Presence {
    pub stated: Stated,
    pub is_conditional: bool,
    pub is_many: bool,
    /// Where it is said.
    pub place: Option<Place>,
    /// By what, for `explain`.
    pub cue: Option<String>,
    pub by: By,
}

/// What says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Column,
    /// A mark of the name, or words in the cell of the type, description or default.
    Words,
    /// A default, or a condition.
    Other,
}

/// What one cell says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Said {
    stated: Stated,
    is_conditional: bool,
    is_many: bool,
}

const YES: Said = Said {
    stated: Stated::Yes,
    is_conditional: false,
    is_many: false,
};
const NO: Said = Said {
    stated: Stated::No,
    ..YES
};
const CONDITIONAL: Said = Said {
    is_conditional: true,
    ..NO
};

/// The cells of a row that may say something.
pub(super) struct Cells<'b, 'n> {
    pub name: &'b Cell,
    pub required: Option<&'b Cell>,
    /// The cue of the column of presence.
    pub cue: Option<String>,
    /// Whether that column is called optional.
    pub is_inverted: bool,
    pub ty: Option<&'b Cell>,
    pub description: Option<&'b Cell>,
    pub default: Option<&'b Cell>,
    pub condition: Option<&'b Cell>,
    /// What stands below the table behind marks such as `*`.
    pub footnotes: &'n [String],
}

/// Whether the header of a column of presence asks whether the key may be absent.
pub(super) fn is_inverted(title: &str, rules: &PresenceRules) -> bool {
    rules.no.find(title).is_some()
}

/// What a row says about presence. What must be there in some cases only may be absent.
pub(super) fn read(
    name: &Name,
    cells: &Cells<'_, '_>,
    files: &Files,
    profile: &Profile,
) -> Presence {
    let rules = &profile.presence;
    let condition = cells.condition.filter(|cell| {
        let text = bare(&cell.inlines);
        let text = text.trim();
        !text.is_empty() && rules.condition_for_all.find(text).is_none()
    });
    let presence = stated(name, cells, files, profile);
    match condition {
        Some(cell) if presence.stated != Stated::No => {
            let cue = "a condition in its column".to_owned();
            told(CONDITIONAL, cell.place, Some(cue), By::Other)
        }
        _ => presence,
    }
}

/// What cells, marks and words say; of several statements the first in this order.
fn stated(name: &Name, cells: &Cells<'_, '_>, files: &Files, profile: &Profile) -> Presence {
    let rules = &profile.presence;
    if let Some(cell) = cells.required
        && let Some(said) = in_column(cell, cells.is_inverted, files, profile)
    {
        return told(said, cell.place, cells.cue.clone(), By::Column);
    }
    if let Some(mark) = &name.optional {
        let cue = format!("mark `{mark}` at the name");
        return told(NO, cells.name.place, Some(cue), By::Words);
    }
    if let Some(mark) = &name.required {
        let sign = mark.trim_start_matches('\\');
        let mut notes = cells.footnotes.iter();
        let note = notes.find_map(|note| note.strip_prefix(sign));
        let said = match note {
            Some(note) => in_text(note, rules).map(|(said, _)| said),
            None => Some(YES),
        };
        if let Some(said) = said {
            let cue = format!("mark `{mark}` at the name");
            return told(said, cells.name.place, Some(cue), By::Words);
        }
    }
    if let Some(cell) = cells.ty.filter(|cell| !cell.inlines.is_empty()) {
        let text = squeeze(&bare(&cell.inlines));
        let said = in_type(&text, rules).or_else(|| in_text(&text, rules));
        if let Some((said, word)) = said {
            let cue = format!("`{word}` in the cell of the type");
            return told(said, cell.place, Some(cue), By::Words);
        }
    }
    for (cell, what) in [
        (cells.description, "description"),
        (cells.default, "default"),
    ] {
        if let Some(cell) = cell.filter(|cell| !cell.inlines.is_empty())
            && let Some((said, word)) = in_text(&spelled(&cell.inlines), rules)
        {
            let cue = format!("`{word}` at the start of the {what}");
            return told(said, cell.place, Some(cue), By::Words);
        }
    }
    let default = cells.default.filter(|cell| is_filled(cell, rules));
    if let Some(cell) = default.filter(|_| rules.default_is_optional) {
        let cue = "a default".to_owned();
        return told(NO, cell.place, Some(cue), By::Other);
    }
    Presence {
        stated: Stated::Silent,
        is_conditional: false,
        is_many: false,
        place: None,
        cue: None,
        by: By::Other,
    }
}

fn told(said: Said, place: Place, cue: Option<String>, by: By) -> Presence {
    Presence {
        stated: said.stated,
        is_conditional: said.is_conditional,
        is_many: said.is_many,
        place: Some(place),
        cue,
        by,
    }
}

/// What the cell of a column of presence says. As it is written first: `*` means many, and is also
/// markup.
fn in_column(cell: &Cell, is_inverted: bool, files: &Files, profile: &Profile) -> Option<Said> {
    let rules = &profile.presence;
    let raw = files.text(cell.place).trim();
    if raw.is_empty() {
        return None;
    }
    let text = squeeze(&bare(&cell.inlines));
    let said = word(raw, rules)
        .or_else(|| word(&text, rules))
        .or_else(|| like(&text, rules))?;
    let names_itself = || {
        let mut columns = profile.columns.words.iter();
        columns.any(|(role, words)| *role == Column::Required && words.find(&text).is_some())
    };
    if is_inverted && !said.is_conditional && !said.is_many && !names_itself() {
        return Some(if said.stated == Stated::Yes { NO } else { YES });
    }
    Some(said)
}

/// Whether a cell of a column of presence is understood.
pub(super) fn is_word(text: &str, profile: &Profile) -> bool {
    let rules = &profile.presence;
    word(text, rules).or_else(|| like(text, rules)).is_some()
}

fn word(text: &str, rules: &PresenceRules) -> Option<Said> {
    let many = |said| Said {
        is_many: true,
        ..said
    };
    let words = [
        (&rules.many, many(NO)),
        (&rules.many1, many(YES)),
        (&rules.conditional, CONDITIONAL),
        (&rules.yes, YES),
        (&rules.no, NO),
        (&rules.forbidden, NO),
    ];
    let mut words = words.into_iter();
    words.find_map(|(words, said)| words.find(text).map(|_| said))
}

fn like(text: &str, rules: &PresenceRules) -> Option<Said> {
    let patterns = [
        (&rules.conditional_like, CONDITIONAL),
        (&rules.no_like, NO),
        (&rules.yes_like, YES),
    ];
    let mut patterns = patterns.into_iter();
    patterns.find_map(|(patterns, said)| patterns.find(text).map(|_| said))
}

fn in_text(text: &str, rules: &PresenceRules) -> Option<(Said, String)> {
    let conditional = rules.conditional_in_text.captures(text);
    let conditional = conditional.map(|(_, found)| (CONDITIONAL, mark(&found)));
    conditional
        .or_else(|| Some((NO, mark(&rules.no_in_text.captures(text)?.1))))
        .or_else(|| Some((YES, mark(&rules.yes_in_text.captures(text)?.1))))
}

fn in_type(text: &str, rules: &PresenceRules) -> Option<(Said, String)> {
    let no = rules.no_in_type.captures(text);
    let no = no.map(|(_, found)| (NO, mark(&found)));
    no.or_else(|| Some((YES, mark(&rules.yes_in_type.captures(text)?.1))))
}

/// The words that a pattern met.
fn mark(found: &Captures<'_>) -> String {
    let word = found.get(0).map_or("", |word| word.as_str());
    word.trim_matches(|c: char| !c.is_alphanumeric() && c != '?')
        .to_owned()
}

/// Whether a cell holds a default: more than a dash, and no word for nothing.
pub(super) fn is_filled(cell: &Cell, rules: &PresenceRules) -> bool {
    let text = bare(&cell.inlines);
    let text = text.trim();
    let is_quoted = || text.starts_with(['"', '\'', '[', '{']);
    (text.chars().any(char::is_alphanumeric) || is_quoted()) && rules.forbidden.find(text).is_none()
}
