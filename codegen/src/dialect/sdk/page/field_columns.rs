//! The columns of a field table, by what their cells tell.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use super::kind::{PageKind, SortedPage};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::cells::columns::Columns;
use crate::page::{Cell, Row, Table};
use crate::source::{Files, Place};

/// What a column may be called, by what its cells tell.
const FIELD: &[&str] = &["Field"];
const TYPE: &[&str] = &["Type", GETTER];
/// What a reader is given, where it differs from what a writer may hand over.
const GETTER: &str = "Getter Type";
const SETTER: &[&str] = &["Setter Type"];
const REQUIRED: &[&str] = &["Required"];
const DESCRIPTION: &[&str] = &["Description"];
const EXAMPLE: &[&str] = &["Example"];

/// Where the cells of each row stand.
#[derive(Debug, Clone)]
pub(crate) struct FieldColumns {
    field: usize,
    ty: Option<usize>,
    setter: Option<usize>,
    required: Option<usize>,
    description: Option<usize>,
    example: Option<usize>,
    /// Whether the type is that of a getter, which is wrapped where it may be null, whatever it is.
    pub has_getter: bool,
    /// The header of the table.
    header: Place,
    /// The titles of the columns that tell nothing known.
    unknown: Vec<(String, Place)>,
}

impl FieldColumns {
    /// Finds the columns of a table.
    ///
    /// # Errors
    ///
    /// The columns that are missing, where it cannot be a table of fields without them.
    pub fn of(files: &Files, table: &Table) -> Result<Self, Vec<&'static str>> {
        let columns = Columns::of(files, table);
        let (ty, setter) = (columns.find(TYPE), columns.find(SETTER));
        let (field, required) = (columns.find(FIELD), columns.find(REQUIRED));
        let missing = [
            (FIELD[0], field),
            (TYPE[0], ty.or(setter)),
            (REQUIRED[0], required),
        ];
        let missing = missing.into_iter().filter(|(_, at)| at.is_none());
        let missing: Vec<_> = missing.map(|(word, _)| word).collect();
        let (Some(field), true) = (field, missing.len() < 2) else {
            return Err(missing);
        };
        let (description, example) = (columns.find(DESCRIPTION), columns.find(EXAMPLE));
        let known = [Some(field), ty, setter, required, description, example];
        let titles = table.header.cells.iter().enumerate();
        Ok(Self {
            field,
            ty,
            setter,
            required,
            description,
            example,
            has_getter: ty.is_some() && ty == columns.find(&[GETTER]),
            header: table.header.place,
            unknown: titles
                .filter(|(at, _)| !known.contains(&Some(*at)))
                .map(|(_, cell)| (files.text(cell.place).to_owned(), cell.place))
                .collect(),
        })
    }

    /// The cell with the field's name.
    pub fn field<'a>(&self, row: &'a Row) -> Option<&'a Cell> {
        row.cells.get(self.field)
    }

    /// The cells with its type, the one that says most first.
    pub fn types<'a>(&self, row: &'a Row) -> impl Iterator<Item = &'a Cell> {
        let places = [self.ty, self.setter].into_iter().flatten();
        places.filter_map(|at| row.cells.get(at))
    }

    /// The cell that says whether the key must be there.
    pub fn required<'a>(&self, row: &'a Row) -> Option<&'a Cell> {
        row.cells.get(self.required?)
    }

    /// The cell with the description.
    pub fn description<'a>(&self, row: &'a Row) -> Option<&'a Cell> {
        row.cells.get(self.description?)
    }

    /// The cell with an example.
    pub fn example<'a>(&self, row: &'a Row) -> Option<&'a Cell> {
        row.cells.get(self.example?)
    }

    /// Whether the table has a column of types.
    pub fn has_types(&self) -> bool {
        self.ty.or(self.setter).is_some()
    }

    /// Whether the table says of each row whether its key must be there.
    pub fn has_marks(&self) -> bool {
        self.required.is_some()
    }
}

/// Whether the header of a table is one of fields.
pub(crate) fn is_one(files: &Files, table: &Table) -> bool {
    let columns = Columns::of(files, table);
    columns.find(FIELD).is_some() && columns.find(TYPE).or(columns.find(SETTER)).is_some()
}

/// Warns of the columns that the pages of an SDK have beside those that are known, and of those
/// that they lack: once each, since the same generator wrote all its tables.
pub(crate) fn warn(pages: &[SortedPage], diagnostics: &mut Diagnostics) {
    let mut unknown: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    let mut lacking: BTreeMap<&str, Vec<Place>> = BTreeMap::new();
    for sorted in pages {
        let PageKind::Fields(_, table) = &sorted.kind else {
            continue;
        };
        let columns = &table.columns;
        for (title, place) in &columns.unknown {
            unknown.entry(title).or_default().push(*place);
        }
        for (title, is_there) in [
            (TYPE[0], columns.has_types()),
            (REQUIRED[0], columns.has_marks()),
        ] {
            if !is_there {
                lacking.entry(title).or_default().push(columns.header);
            }
        }
    }
    let mut push = |topic, places: &[Place], message: String, hint: &str| {
        let Some(first) = places.first() else { return };
        let label = match places.len() {
            1 => "in this table only".to_owned(),
            count => format!("the first of {count} tables of this SDK"),
        };
        let finding = Diagnostic::warning(topic, *first, message);
        diagnostics.push(finding.label(label).hint(hint));
    };
    for (title, places) in unknown {
        let message = format!("the column `{title}` of a table of fields is not read");
        let hint = "the other columns of the table are read";
        push(Topic::Unread, &places, message, hint);
    }
    for (title, places) in lacking {
        let hint = if title == REQUIRED[0] {
            "the keys of its fields may be absent, unless other pages say more"
        } else {
            "its fields hold any JSON value; set their `type` in `spec.toml`"
        };
        push(Topic::NotUnderstood, &places, no_column(title), hint);
    }
}

/// The message about a table without a column.
pub(crate) fn no_column(title: &str) -> String {
    format!("the table of fields has no column `{title}`")
}
