//! Rows → fields.

use std::sync::Arc;

use super::enums::FoundEnum;
use super::home::Home;
use super::models::Maker;
use super::shapes::{filled, is_opaque};
use crate::claim::{FieldClaim, Scalar, Spelling, Stated, TypeShape};
use crate::diagnostic::{Diagnostic, Topic};
use crate::dialect::cells::text;
use crate::dialect::reference::table::{FieldRow, bare, spelled};
use crate::dialect::reference::type_cell::{Ty, TypeCells, TypeReading};
use crate::source::Located;

/// What is known of a field's type.
struct Known {
    ty: TypeShape,
    cue: Option<String>,
    is_inferred: bool,
}

impl Maker<'_, '_, '_> {
    /// The fields that rows are.
    pub fn rows(&mut self, rows: &[FieldRow<'_>], home: &Home) -> Vec<FieldClaim> {
        let mut fields = Vec::with_capacity(rows.len());
        fields.extend(rows.iter().filter_map(|row| self.row(row, home)));
        fields
    }

    /// Fields of which none has the key of another: the first row counts.
    pub fn once(&mut self, mut fields: Vec<FieldClaim>) -> Vec<FieldClaim> {
        let mut known: std::collections::BTreeMap<String, crate::source::Place> =
            std::collections::BTreeMap::new();
        let diagnostics = &mut self.diagnostics;
        fields.retain(|field| {
            let name = &field.name.value;
            match known.get(name) {
                Some(first) => {
                    diagnostics.push(
                        Diagnostic::warning(
                            Topic::Key,
                            field.row,
                            format!("a model has two rows for the key `{name}`"),
                        )
                        .label("this row is not read")
                        .related(*first, "the row that counts"),
                    );
                    false
                }
                None => {
                    known.insert(name.clone(), field.row);
                    true
                }
            }
        });
        fields
    }

    fn row(&mut self, row: &FieldRow<'_>, home: &Home) -> Option<FieldClaim> {
        let (reading, is_inferred) = self.reading(row);
        if matches!(reading.ty, Some(Ty::NotJson)) {
            self.made.form_parts.push(row.row);
            return None;
        }
        let known = self.known(row, &reading, is_inferred, home);
        let (required, required_cue) = self.required(row, &reading, home);
        let (nullable, null_cue) = self.nullable(&reading, home);
        let mut cues = row.cues.clone();
        cues.ty = joined(cues.ty, known.cue);
        cues.required = required_cue.or(cues.required);
        cues.nullable = null_cue.or(cues.nullable);
        let mut below = row.children.iter();
        cues.has_places = below.next().is_some_and(|child| child.position.is_some())
            && below.all(|child| child.position.is_some());
        let ty = match known.ty {
            TypeShape::Nullable(inner) => *inner,
            ty => ty,
        };
        let ty = match (row.is_many, ty) {
            (true, ty @ TypeShape::List(_)) | (false, ty) => ty,
            (true, ty) => TypeShape::List(Box::new(ty)),
        };
        let ty = if row.is_variable {
            TypeShape::Map(Box::new(ty))
        } else {
            ty
        };
        let name = row.name.clone();
        Some(FieldClaim {
            plain_name: name.value.clone(),
            name,
            spelling: Spelling::Exact,
            source_key: None,
            no_key: None,
            is_rest: row.is_variable,
            ty: Located::new(ty, row.ty.map_or(row.row, |cell| cell.place)),
            nullable,
            null_in_words: row.null_in_words,
            required: Located::new(required, row.required.place),
            description: self.description(row),
            deprecated: self.deprecated(row),
            examples: self.examples(row),
            is_inferred: known.is_inferred,
            cues: Some(Box::new(cues)),
            row: row.row,
        })
    }

    /// What the cell of the type says, else the first words of the description.
    fn reading(&mut self, row: &FieldRow<'_>) -> (TypeReading, bool) {
        let cells = &self.cx.cells;
        let mut reading = match row.ty {
            Some(cell) => cells.read(&cell.inlines, cell.place),
            None => TypeReading::default(),
        };
        let says_none = row.ty.is_none() || !reading.cue.is_empty();
        if reading.ty.is_none() && says_none {
            let first = row.description.first();
            let told = first.and_then(|cell| cells.in_text(&spelled(&cell.inlines), cell.place));
            return (told.unwrap_or_default(), true);
        }
        if let Some(width) = row.width {
            let width = bare(&width.inlines);
            let ty = reading.ty.take();
            reading.ty = ty.map(|ty| TypeCells::refine(ty, width.trim()));
        }
        (reading, false)
    }

    fn known(
        &mut self,
        row: &FieldRow<'_>,
        reading: &TypeReading,
        is_inferred: bool,
        home: &Home,
    ) -> Known {
        let cue = |cue: &str| (!cue.is_empty()).then(|| cue.to_owned());
        let ty = reading.ty.as_ref();
        let plain = |ty: TypeShape, cue: Option<String>| Known {
            ty,
            cue,
            is_inferred: false,
        };
        if !row.children.is_empty() {
            return plain(self.nested(row, ty, home), cue(&reading.cue));
        }
        if let Some((scalar, is_list)) = ty.and_then(scalar) {
            if !is_list && let Some(value) = self.constant(row, scalar) {
                let why = "a constant in the description".to_owned();
                return plain(TypeShape::Const(value), Some(why));
            }
            if !is_list && let Some(value) = self.tag(row, scalar, home) {
                let why = "the table that tells the members of a union apart".to_owned();
                return plain(TypeShape::Const(value), Some(why));
            }
            if let Some(FoundEnum { name, cue }) = self.enum_of(row, scalar, home) {
                return plain(filled(ty, TypeShape::Model(Box::new(name))), Some(cue));
            }
        }
        if ty.is_none_or(is_opaque)
            && let Some((name, why)) = self.table_of(row, home)
        {
            let ty = filled(ty, TypeShape::Model(Box::new(name)));
            return plain(ty, Some(why.to_owned()));
        }
        let Some(ty) = ty else {
            if let Some(cell) = row.ty.filter(|_| !is_inferred) {
                self.unread_type(cell);
            }
            return Known {
                ty: TypeShape::Any,
                cue: None,
                is_inferred,
            };
        };
        let shape = self.shape(ty, home);
        if shape.is_unread
            && let Some(cell) = row.ty
        {
            self.unread_type(cell);
        }
        Known {
            cue: cue(&reading.cue).filter(|_| !shape.is_unread),
            is_inferred,
            ty: shape.ty,
        }
    }

    /// The table of a field whose cell says nothing of what is inside of it.
    fn table_of(
        &mut self,
        row: &FieldRow<'_>,
        home: &Home,
    ) -> Option<(crate::claim::ModelName, &'static str)> {
        let attached = row.attached.iter().find_map(|anchor| {
            let target = format!("#{anchor}");
            self.cx.linked(home.page_at, &target)
        });
        if let Some(id) = attached {
            let name = self.cx.name_of(id, row.row)?;
            return Some((name, "the table that the row names"));
        }
        let id = self.labelled(row, home)?;
        Some((self.cx.name_of(id, row.row)?, "a table for this field"))
    }

    fn required(
        &self,
        row: &FieldRow<'_>,
        reading: &TypeReading,
        home: &Home,
    ) -> (Stated, Option<String>) {
        let said = row.required.value;
        if said != Stated::Silent {
            return (said, None);
        }
        if let Some(is_required) = reading.required {
            let stated = if is_required { Stated::Yes } else { Stated::No };
            return (stated, Some("a mark in the cell of the type".to_owned()));
        }
        if row.is_conditional {
            return (Stated::No, Some("a condition".to_owned()));
        }
        if home.all_optional {
            let why = "prose says that all are optional";
            return (Stated::No, Some(why.to_owned()));
        }
        match self.cx.silence.of(home.role) {
            Some((stated, why)) => (stated, Some(why.to_owned())),
            None => (Stated::Silent, None),
        }
    }

    fn nullable(&self, reading: &TypeReading, home: &Home) -> (Stated, Option<String>) {
        if reading.is_nullable {
            return (Stated::Yes, Some(reading.cue.clone()));
        }
        if home.all_nullable {
            let why = "prose says that all may be null";
            return (Stated::Yes, Some(why.to_owned()));
        }
        (self.cx.nulls.unmarked(home.role), None)
    }

    fn description(&self, row: &FieldRow<'_>) -> Option<Located<Arc<str>>> {
        if !self.cx.book.profile.docs {
            return None;
        }
        let first = row.description.first()?;
        let texts = row.description.iter();
        let texts = texts.map(|cell| text::text(self.cx.book.files.text(cell.place)));
        let text = texts.collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then(|| Located::new(text.into(), first.place))
    }

    /// That a field is not to be used any more; why is the vendor's text.
    fn deprecated(&self, row: &FieldRow<'_>) -> Option<Located<String>> {
        let note = row.deprecated.clone()?;
        if self.cx.book.profile.docs {
            return Some(note);
        }
        Some(Located::new(String::new(), note.place))
    }

    fn examples(&self, row: &FieldRow<'_>) -> Vec<Located<String>> {
        let Some(cell) = row.example else {
            return Vec::new();
        };
        let text = bare(&cell.inlines);
        let text = text.trim();
        if text.is_empty() || text == "-" {
            return Vec::new();
        }
        vec![Located::new(text.to_owned(), cell.place)]
    }
}

/// A scalar, or that of the items of a list.
fn scalar(ty: &Ty) -> Option<(Scalar, bool)> {
    match ty {
        Ty::Scalar(scalar) => Some((*scalar, false)),
        Ty::Nullable(inner) => scalar(inner),
        Ty::List(inner) => Some((scalar(inner)?.0, true)),
        Ty::Link(link) => match link.or_else.as_deref() {
            Some(Ty::Scalar(scalar)) => Some((*scalar, false)),
            _ => None,
        },
        _ => None,
    }
}

fn joined(column: Option<String>, cell: Option<String>) -> Option<String> {
    match (column, cell) {
        (Some(column), Some(cell)) => Some(format!("{column}; {cell}")),
        (column, cell) => column.or(cell),
    }
}
