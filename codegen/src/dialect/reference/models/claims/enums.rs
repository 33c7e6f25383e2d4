//! Enums by trust: tables that are linked, attached or named by a field, a column of allowed values,
//! pairs of value and text. Values in a sentence are none.

use super::home::Home;
use super::models::Maker;
use super::shapes::{agrees, is_integer};
use super::values;
use crate::claim::{Body, ModelName, Scalar, ValueClaim, ValueScalar};
use crate::dialect::reference::models::plan::ModelId;
use crate::dialect::reference::table::{FieldRow, spelled};
use crate::page::{Cell, Inline};
use crate::source::{Located, Place};

/// An enum, and by what a field has it.
pub(super) struct FoundEnum {
    pub name: ModelName,
    pub cue: String,
}

impl Maker<'_, '_, '_> {
    /// The enum of a field whose cell says a scalar, or lists of one.
    pub fn enum_of(
        &mut self,
        row: &FieldRow<'_>,
        scalar: Scalar,
        home: &Home,
    ) -> Option<FoundEnum> {
        if scalar != Scalar::String && !is_integer(scalar) {
            return None;
        }
        self.told(row, scalar, home)
            .or_else(|| self.allowed(row, scalar, home))
            .or_else(|| self.pairs(row, scalar, home))
    }

    /// A table or list that the row attaches or links, or that a sentence says is of this field.
    fn told(&self, row: &FieldRow<'_>, scalar: Scalar, home: &Home) -> Option<FoundEnum> {
        let cx = self.cx;
        let page = home.page_at;
        let fits = |id: &ModelId| cx.values_of(*id).is_some_and(|kind| agrees(kind, scalar));
        let found = |id: ModelId, place: Place, cue: &str| {
            let name = cx.name_of(id, place)?;
            let cue = cue.to_owned();
            Some(FoundEnum { name, cue })
        };
        let mut attached = row.attached.iter();
        let attached = attached.find_map(|anchor| {
            let target = format!("#{anchor}");
            cx.linked_values(page, &target).filter(fits)
        });
        if let Some(id) = attached {
            return found(id, row.row, "the table of values that the row names");
        }
        if let Some(id) = self.labelled(row, home).filter(fits) {
            return found(id, row.row, "a table of values for this field");
        }
        if !cx.book.profile.enums.by_description {
            return None;
        }
        let cells = row.values.iter().chain(&row.description);
        let links = cells.flat_map(|cell| links(&cell.inlines));
        let mut values = links.filter_map(|(target, place)| {
            let id = cx.linked_values(page, target)?;
            fits(&id).then_some((id, place))
        });
        let (id, place) = values.next()?;
        found(id, place, "a link to a table of values")
    }

    /// The model that a sentence says is of this field.
    pub fn labelled(&self, row: &FieldRow<'_>, home: &Home) -> Option<ModelId> {
        let key = (home.model, row.name.value.clone());
        self.cx.plan.labels.get(&key).map(|id| self.cx.deref(*id))
    }

    /// A column of allowed values whose cell is values in code and nothing else.
    fn allowed(&mut self, row: &FieldRow<'_>, scalar: Scalar, home: &Home) -> Option<FoundEnum> {
        let cell = row.values?;
        let values = listed(cell)?;
        self.made_of(row, values, scalar, home, "a column of allowed values")
    }

    /// Pairs of value and text: `` `a`: the first ``.
    fn pairs(&mut self, row: &FieldRow<'_>, scalar: Scalar, home: &Home) -> Option<FoundEnum> {
        let rules = &self.cx.book.profile.enums.listed.0;
        let mut values = Vec::new();
        for cell in &row.description {
            if !cell.inlines.iter().any(has_code) {
                continue;
            }
            let text = spelled(&cell.inlines);
            for pattern in rules {
                let found = pattern.all(&text).filter_map(|groups| {
                    let value = groups.get(1)?.as_str().trim_matches('"');
                    Some(Located::new(value.to_owned(), cell.place))
                });
                values.extend(found);
            }
        }
        let cue = "pairs of value and text in the description";
        self.made_of(row, values, scalar, home, cue)
    }

    /// An enum of values that a row itself lists.
    fn made_of(
        &mut self,
        row: &FieldRow<'_>,
        values: Vec<Located<String>>,
        scalar: Scalar,
        home: &Home,
        cue: &str,
    ) -> Option<FoundEnum> {
        let are_numbers = values
            .iter()
            .all(|value| value.value.parse::<i64>().is_ok());
        let (fits, scalar) = match scalar {
            Scalar::String => (true, ValueScalar::String),
            _ => (are_numbers, ValueScalar::Number),
        };
        let values = values
            .into_iter()
            .map(|value| ValueClaim { value, name: None });
        let claim = values::of(values, scalar);
        if !fits || claim.values.len() < 2 {
            return None;
        }
        let below = self.made.home(home, &row.name.value);
        let name = below.name(row.row);
        self.made
            .add(&below, row.row, vec![row.row], Body::Values(claim));
        let cue = cue.to_owned();
        Some(FoundEnum { name, cue })
    }
}

/// The values of a cell that has nothing but values in code, and signs between them.
fn listed(cell: &Cell) -> Option<Vec<Located<String>>> {
    let mut values = Vec::new();
    for inline in &cell.inlines {
        match inline {
            Inline::Code(text, place) => {
                let text = text.trim().trim_matches(['"', '\'']);
                values.push(Located::new(text.to_owned(), *place));
            }
            Inline::Text(text, _) if !text.contains(char::is_alphanumeric) => {}
            Inline::Break(_) | Inline::Html(..) => {}
            _ => return None,
        }
    }
    Some(values)
}

fn has_code(inline: &Inline) -> bool {
    match inline {
        Inline::Code(..) => true,
        Inline::Emphasis(inner) | Inline::Strong(inner) => inner.iter().any(has_code),
        Inline::Link(link) => link.text.iter().any(has_code),
        _ => false,
    }
}

/// The targets of the links in a cell.
pub(super) fn links(inlines: &[Inline]) -> Vec<(&str, Place)> {
    let mut found = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Link(link) => found.push((link.target.as_str(), link.place)),
            Inline::Emphasis(inner) | Inline::Strong(inner) => found.extend(links(inner)),
            _ => {}
        }
    }
    found
}
