//! `[reference.names]`: what stands in the cell of a name.

use toml::de::DeValue;

use super::super::section::Section;
use super::super::value::{Refusal, Setting, choice};
use super::change::list;
use super::pattern::{self, Patterns};
use super::set;

/// `[reference.names]`: what stands in the cell of a name.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct NameRules {
    /// Marks that say that the key may be absent: `?` behind the name.
    pub optional_marks: Patterns,
    /// Marks that say that it must be there.
    pub required_marks: Patterns,
    /// Marks of fields that are not to be used any more.
    pub deprecated_marks: Patterns,
    /// What is none of the name: footnotes, remarks. Taken off only if something is left.
    pub strip: Patterns,
    /// Names that are no field of JSON: parts of a form.
    pub not_json: Patterns,
    /// Rows that describe any key.
    pub variable: Patterns,
    /// Rows without type that begin a choice: those nested below are siblings.
    pub group: Patterns,
    pub nesting: Nesting,
    /// Characters that say the depth of a row by their count.
    pub marker_chars: String,
    /// How many non-breaking blanks are one level.
    pub nbsp_per_level: usize,
    /// What parts the names of a path: `.`, `/`.
    pub path_split: Vec<String>,
    /// A row for one place of a list: `row[0]: start`; its groups are name, place, and the rest.
    pub tuple: Patterns,
    /// What a name looks like, as a whole.
    pub wire: Patterns,
}

/// How rows are nested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Nesting {
    /// By whatever is met.
    #[default]
    Auto,
    /// By marks before the name.
    Marker,
    /// By paths such as `a.b`.
    Path,
    /// Not at all.
    None,
}

impl Setting for Nesting {
    fn from_toml(value: &DeValue<'_>) -> Result<Self, Refusal> {
        choice(value)
    }
}

pub(super) fn names(table: &mut Section<'_>, names: &mut NameRules) {
    list(table, "optional-marks", &mut names.optional_marks);
    list(table, "required-marks", &mut names.required_marks);
    list(table, "deprecated-marks", &mut names.deprecated_marks);
    list(table, "strip", &mut names.strip);
    list(table, "not-json", &mut names.not_json);
    list(table, "variable", &mut names.variable);
    list(table, "group", &mut names.group);
    set(&mut names.nesting, table.setting("nesting"));
    set(&mut names.marker_chars, table.setting("marker-chars"));
    set(&mut names.nbsp_per_level, table.setting("nbsp-per-level"));
    list(table, "path-split", &mut names.path_split);
    pattern::grouped::<3>(table, "tuple", &mut names.tuple);
    list(table, "wire", &mut names.wire);
}
