//! The rows of a table of fields.

use super::columns::{Columns, Grid};
use super::names::{self, Name, NameCell};
use super::nesting::{self, Entry};
use super::presence::{self, By, Presence};
use super::text::{bare, spelled};
use super::{FieldRow, Marks};
use crate::claim::{Cues, Stated};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::reference::book::Book;
use crate::dialect::reference::profile::{Column, Profile};
use crate::page::{Cell, Row, bold};
use crate::source::{Files, Located, Place};

/// What the rows of a table say.
pub(super) struct Found<'b> {
    pub rows: Vec<FieldRow<'b>>,
    pub marks: Marks,
    /// Rows that name no field: struck out, or a part of a form.
    pub without_field: Vec<Place>,
}

/// The rows of fields; `None` if too few have a name.
pub(super) fn read<'b>(
    grid: &Grid<'b>,
    columns: &Columns,
    footnotes: &[String],
    book: &Book<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Found<'b>> {
    let (files, profile) = (book.files, book.profile);
    let required = columns.at(Column::Required);
    let title = required.map_or("", |at| &grid.titles[at]);
    let mut reader = Reader {
        grid,
        columns,
        files,
        profile,
        entries: Vec::with_capacity(grid.rows.len()),
        marks: Marks {
            has_column: required.is_some(),
            ..Marks::default()
        },
        is_inverted: presence::is_inverted(title, &profile.presence),
        name_cue: columns.cue(Column::Name, &grid.titles),
        type_cue: columns.cue(Column::Type, &grid.titles),
        required_cue: columns.cue(Column::Required, &grid.titles),
        footnotes,
        are_bold: are_bold(grid, columns),
        unread: Vec::new(),
        ragged: Vec::new(),
        without_field: Vec::new(),
    };
    for row in &grid.rows {
        reader.row(row)?;
    }
    let names = reader.entries.iter().filter(|entry| entry.row.is_some());
    let names = names.count();
    if names == 0 || names < reader.unread.len() {
        return None;
    }
    reader.report(diagnostics);
    Some(Found {
        rows: nesting::nest(reader.entries, &profile.names),
        marks: reader.marks,
        without_field: reader.without_field,
    })
}

struct Reader<'r, 'b> {
    grid: &'r Grid<'b>,
    columns: &'r Columns,
    files: &'r Files,
    profile: &'r Profile,
    entries: Vec<Entry<'b>>,
    marks: Marks,
    is_inverted: bool,
    name_cue: Option<String>,
    type_cue: Option<String>,
    required_cue: Option<String>,
    footnotes: &'r [String],
    /// Whether most names are bold.
    are_bold: bool,
    /// Rows without a name that can be read, and what is wrong.
    unread: Vec<(&'b Row, &'static str)>,
    /// Rows with fewer cells than the header.
    ragged: Vec<&'b Row>,
    without_field: Vec<Place>,
}

impl<'b> Reader<'_, 'b> {
    fn row(&mut self, row: &'b Row) -> Option<()> {
        let trailing = row.trailing.map(|place| self.files.text(place).trim());
        let is =
            |marks: &[String]| trailing.is_some_and(|text| marks.iter().any(|mark| mark == text));
        let rules = &self.profile.rows;
        let cell = row.cells.get(self.columns.at(Column::Name)?)?;
        let name = names::read(cell, self.profile);
        if let NameCell::Name(named) = &name
            && self.is_heading(row, cell)
        {
            self.entries.push(Entry::heading(named.depth));
            return Some(());
        }
        let is_named = matches!(name, NameCell::Name(_)) && !self.is_empty(row, Column::Type);
        if !is_named && is(&rules.continue_marks) {
            self.go_on(row);
            return Some(());
        }
        if !is_named && is(&rules.attach_marks) {
            self.go_on(row);
            self.attach(row);
            return Some(());
        }
        match name {
            NameCell::Empty if rules.empty_name_continues => self.go_on(row),
            NameCell::Empty => self.unread.push((row, "its cell of the name is empty")),
            NameCell::Group(depth) if self.is_empty(row, Column::Type) => {
                self.entries.push(Entry::group(depth));
            }
            NameCell::Several => self.unread.push((row, "it has two names")),
            NameCell::Other | NameCell::Group(_) => {
                // A line across the table is a heading of the rows below it.
                if row
                    .cells
                    .iter()
                    .filter(|other| !other.inlines.is_empty())
                    .count()
                    > 1
                {
                    self.unread.push((row, "its name is no key"));
                }
            }
            NameCell::Name(name) => self.named(row, cell, name),
        }
        Some(())
    }

    /// Whether a row is a line of bold text across a table whose names are not bold.
    fn is_heading(&self, row: &Row, cell: &Cell) -> bool {
        let mut filled = row.cells.iter().filter(|cell| !cell.inlines.is_empty());
        filled.next().is_some()
            && filled.next().is_none()
            && !self.are_bold
            && bold(&cell.inlines).is_some()
    }

    fn named(&mut self, row: &'b Row, cell: &'b Cell, name: Name) {
        if (row.written as usize) < self.grid.titles.len() {
            self.ragged.push(row);
        }
        let at = |column| cell_of(self.columns, row, column);
        let description = at(Column::Description);
        let cells = presence::Cells {
            name: cell,
            required: at(Column::Required),
            cue: self.required_cue.clone(),
            is_inverted: self.is_inverted,
            ty: at(Column::Type),
            description,
            default: at(Column::Default),
            condition: at(Column::Condition),
            footnotes: self.footnotes,
        };
        let presence = presence::read(&name, &cells, self.files, self.profile);
        let field = FieldRow {
            name: Located::new(name.text.clone(), cell.place),
            is_variable: name.is_variable,
            position: name.place.as_ref().map(|position| position.place),
            ty: cells.ty.filter(|cell| !cell.inlines.is_empty()),
            width: at(Column::Width),
            required: Located::new(presence.stated, presence.place.unwrap_or(row.place)),
            is_conditional: presence.is_conditional,
            is_many: presence.is_many,
            null_in_words: None,
            example: at(Column::Example),
            values: at(Column::Values),
            description: Vec::new(),
            deprecated: name
                .is_deprecated
                .then(|| Located::new(String::new(), cell.place)),
            attached: Vec::new(),
            children: Vec::new(),
            cues: Cues {
                name: self.name_cue.clone(),
                ty: self.type_cue.clone(),
                required: presence.cue.clone(),
                nullable: None,
                has_places: false,
            },
            row: row.place,
        };
        if name.is_none {
            self.without_field.push(row.place);
        } else {
            self.marks.add(&presence);
        }
        self.entries.push(Entry::field(field, &name));
        self.described(description);
    }

    /// A cell of a row, if it says something.
    fn cell(&self, row: &'b Row, column: Column) -> Option<&'b Cell> {
        cell_of(self.columns, row, column)
    }

    fn is_empty(&self, row: &'b Row, column: Column) -> bool {
        self.cell(row, column).is_none()
    }

    /// Adds the cells of a row to the field above it.
    fn go_on(&mut self, row: &'b Row) {
        let (ty, description) = (
            self.cell(row, Column::Type),
            self.cell(row, Column::Description),
        );
        if let Some(field) = self.entries.last_mut().and_then(|entry| entry.row.as_mut()) {
            field.ty = field.ty.or(ty);
        }
        self.described(description);
    }

    /// Keeps what the row of a mark names.
    fn attach(&mut self, row: &'b Row) {
        let anchors: Vec<_> = row
            .cells
            .iter()
            .flat_map(|cell| self.anchors(&bare(&cell.inlines)))
            .collect();
        if let Some(field) = self.entries.last_mut().and_then(|entry| entry.row.as_mut()) {
            for anchor in anchors {
                if !field.attached.contains(&anchor) {
                    field.attached.push(anchor);
                }
            }
        }
    }

    /// Reads a description: null, anchors of other tables, and that the field is deprecated.
    fn described(&mut self, cell: Option<&'b Cell>) {
        let Some(cell) = cell else {
            return;
        };
        let text = spelled(&cell.inlines);
        let anchors = self.anchors(&text);
        let null = self.profile.null_in_text.captures(&text);
        let null = null.and_then(|(_, groups)| Some(groups.get(0)?.as_str().trim().to_owned()));
        let note = self.deprecation(&text);
        let Some(field) = self.entries.last_mut().and_then(|entry| entry.row.as_mut()) else {
            return;
        };
        field.attached.extend(anchors);
        if let Some(words) = null.filter(|_| field.null_in_words.is_none()) {
            field.null_in_words = Some(cell.place);
            field.cues.nullable = Some(format!("`{words}` in the description"));
        }
        if field.description.is_empty() && field.deprecated.is_none() {
            field.deprecated = note.map(|note| Located::new(note, cell.place));
        }
        field.description.push(cell);
    }

    fn anchors(&self, text: &str) -> Vec<String> {
        if !text.contains('#') {
            return Vec::new();
        }
        let patterns = &self.profile.links.attach.0;
        let found = patterns.iter().flat_map(|pattern| pattern.all(text));
        let found = found.filter_map(|groups| Some(groups.get(1)?.as_str().to_owned()));
        found.collect()
    }

    /// The note of a description that begins with a mark of deprecated fields.
    fn deprecation(&self, text: &str) -> Option<String> {
        let start = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '(');
        let marks = &self.profile.names.deprecated_marks;
        // Marks stand behind a name.
        let behind = format!("x {}", first_words(start));
        let (_, groups) = marks.captures(&behind)?;
        let mark = groups.get(0).filter(|mark| mark.start() <= 2)?;
        let rest = start.get(mark.end().checked_sub(2)?..)?;
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        Some(first_sentence(rest).to_owned())
    }

    /// Says which rows are not read, and which are short.
    fn report(&self, diagnostics: &mut Diagnostics) {
        for (row, what) in &self.unread {
            diagnostics.push(
                Diagnostic::warning(
                    Topic::NotUnderstood,
                    row.place,
                    "a row of a table of fields cannot be read",
                )
                .label(*what),
            );
        }
        if let Some(row) = self.ragged.first() {
            let message = match self.ragged.len() {
                1 => "1 row of a table has fewer cells than its header".to_owned(),
                count => format!("{count} rows of a table have fewer cells than its header"),
            };
            diagnostics.push(
                Diagnostic::warning(Topic::NotUnderstood, row.place, message)
                    .label("the last cells are taken as empty"),
            );
        }
    }
}

impl Marks {
    fn add(&mut self, presence: &Presence) {
        self.rows += 1;
        let (yes, no) = match presence.by {
            By::Column => (&mut self.column_yes, &mut self.column_no),
            By::Words => (&mut self.words_yes, &mut self.words_no),
            By::Other => return,
        };
        match presence.stated {
            Stated::Yes => *yes += 1,
            Stated::No if !presence.is_conditional => *no += 1,
            Stated::No | Stated::Silent => {}
        }
    }
}

fn are_bold(grid: &Grid<'_>, columns: &Columns) -> bool {
    let Some(at) = columns.at(Column::Name) else {
        return false;
    };
    let names = grid.cells(at).count();
    let those = grid.cells(at).filter(|cell| bold(&cell.inlines).is_some());
    2 * those.count() > names
}

fn cell_of<'b>(columns: &Columns, row: &'b Row, column: Column) -> Option<&'b Cell> {
    let cell = row.cells.get(columns.at(column)?)?;
    (!cell.inlines.is_empty()).then_some(cell)
}

/// The start of a text, as far as a mark may reach.
fn first_words(text: &str) -> &str {
    let end = text.find(['.', '*', ':', ',', '\n']).unwrap_or(text.len());
    text.get(..end.min(80)).unwrap_or(text)
}

fn first_sentence(text: &str) -> &str {
    let end = text.find(". ").unwrap_or(text.len());
    text[..end].trim_end_matches('.').trim()
}
