//! Columns whose header is not known, by what their cells look like.

use super::columns::{By, Columns, Grid};
use super::number::number;
use super::presence;
use crate::dialect::reference::profile::{Column, Profile, WordType};

/// Which share of the cells must be words for types.
const TYPES: f64 = 0.6;

/// Which share of the cells must be words for presence, and which must be names.
const OTHERS: f64 = 0.8;

/// Finds types, presence and names. A column that is guessed counts only beside one of these that
/// its header tells.
pub(super) fn guess(columns: &mut Columns, grid: &Grid<'_>, profile: &Profile) {
    // `Required Scopes` only looks like a column of presence.
    if let Some(at) = columns.at(Column::Required)
        && !columns.is_told(Column::Required)
        && grid.share(at, |text| presence::is_word(text, profile)) < 0.5
    {
        columns.forget(Column::Required);
    }
    if !profile.tables.guess_columns || grid.rows.is_empty() {
        return;
    }
    let told = [Column::Name, Column::Type, Column::Required];
    if !told.iter().any(|role| columns.is_told(*role)) {
        return;
    }
    let free = |columns: &Columns, at: usize| {
        matches!(
            columns.role(at),
            None | Some(Column::Value | Column::Values)
        )
    };
    let all = 0..grid.titles.len();
    let find = |columns: &Columns, least: f64, is: &dyn Fn(&str) -> bool| {
        let mut free = all.clone().filter(|at| free(columns, *at));
        free.find(|at| grid.share(*at, is) >= least)
    };
    if columns.at(Column::Type).is_none()
        && let Some(at) = find(columns, TYPES, &|text| is_type(text, profile))
    {
        columns.set(Column::Type, at, By::Cells);
    }
    if columns.at(Column::Required).is_none()
        && let Some(at) = find(columns, OTHERS, &|text| presence::is_word(text, profile))
    {
        columns.set(Column::Required, at, By::Cells);
    }
    if columns.at(Column::Name).is_none()
        && !grid.titles.is_empty()
        && free(columns, 0)
        && grid.share_of_lines(0, |text| is_name(text, profile)) >= OTHERS
    {
        columns.set(Column::Name, 0, By::Cells);
    }
}

/// Whether a cell is a word for text.
pub(super) fn is_text(text: &str, profile: &Profile) -> bool {
    let word = profile.types.words.get(text.to_lowercase().trim());
    word == Some(&WordType::String)
}

/// Whether a cell is a word for a type, or begins with one as `string(39)` and `array of strings`.
pub(super) fn is_type(text: &str, profile: &Profile) -> bool {
    let text = text.to_lowercase();
    let is_word = |word: &str| {
        let found = profile.types.words.get(word.trim());
        found.is_some_and(|word| *word != WordType::None)
    };
    let end = text.find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_')));
    is_word(&text) || end.is_some_and(|end| is_word(&text[..end]))
}

/// Whether a cell is one name, without the marks around it.
pub(super) fn is_name(text: &str, profile: &Profile) -> bool {
    let text = text.trim_start_matches(|c: char| {
        c.is_whitespace() || c == '-' || profile.names.marker_chars.contains(c)
    });
    let text = text.trim_end_matches(['?', '*']).trim_end();
    number(text).is_none() && profile.names.wire.find(text).is_some()
}
