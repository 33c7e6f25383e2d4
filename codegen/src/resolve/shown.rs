//! What examples show: spellings of keys, nulls, and values of models that have no page.

use std::collections::BTreeMap;

use super::catalog::Catalog;
use super::linked::LinkedType;
use super::wire::squash;
use crate::claim::{Body, Const, FieldClaim, Literal, ModelClaim, Property, TypeShape};
use crate::source::{Located, Place};

/// A field of an entry, by its squashed name.
type FieldKey = (usize, String);

/// What all examples of an API show.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// Keys of JSON examples, as the wire spells them.
    pub keys: BTreeMap<FieldKey, Vec<Located<String>>>,
    /// Fields that are null in an example.
    pub nulls: BTreeMap<FieldKey, Vec<Place>>,
    /// Values of models that no page describes.
    pub samples: BTreeMap<usize, Vec<Located<Literal>>>,
}

impl Shown {
    /// Reads the usage blocks and example cells of all pages.
    pub fn collect(catalog: &Catalog<'_>) -> Self {
        let mut shown = Self::default();
        for (index, entry) in catalog.entries.iter().enumerate() {
            for witness in &entry.witnesses {
                for example in &witness.claim.examples {
                    let place = example.place;
                    shown.walk(catalog, &LinkedType::Model(index), &example.value, place, 0);
                }
                let Body::Fields(fields) = &witness.claim.body else {
                    continue;
                };
                for field in fields {
                    let Some(text) = &field.example else { continue };
                    let ty =
                        LinkedType::link(catalog, witness.source, witness.claim, &field.ty.value);
                    shown.walk(catalog, &ty, &cell_literal(&text.value), text.place, 0);
                }
            }
        }
        shown
    }

    fn walk(
        &mut self,
        catalog: &Catalog<'_>,
        ty: &LinkedType,
        value: &Literal,
        place: Place,
        depth: usize,
    ) {
        // Examples are finite; the bound guards the stack against one made to be deep.
        const DEEPEST: usize = 64;
        if depth > DEEPEST {
            return;
        }
        match (ty, value) {
            (LinkedType::Nullable(inner), _) => self.walk(catalog, inner, value, place, depth + 1),
            (LinkedType::List(item), Literal::Array(values)) => {
                for value in values {
                    self.walk(catalog, item, value, place, depth + 1);
                }
            }
            (LinkedType::Map(item), Literal::Object(properties)) => {
                for property in properties {
                    let at = property.place.unwrap_or(place);
                    self.walk(catalog, item, &property.value, at, depth + 1);
                }
            }
            (LinkedType::Union(members), _) => {
                if let Some(member) = the_one_that_fits(catalog, members, value) {
                    self.walk(catalog, member, value, place, depth + 1);
                }
            }
            (LinkedType::Model(entry), _) => self.walk_model(catalog, *entry, value, place, depth),
            _ => {}
        }
    }

    fn walk_model(
        &mut self,
        catalog: &Catalog<'_>,
        entry: usize,
        value: &Literal,
        place: Place,
        depth: usize,
    ) {
        let witnesses = &catalog.entries[entry].witnesses;
        if witnesses.is_empty() {
            if !matches!(value, Literal::Null | Literal::Opaque) {
                self.samples
                    .entry(entry)
                    .or_default()
                    .push(Located::new(value.clone(), place));
            }
            return;
        }
        for witness in witnesses {
            if let Body::Members(members) = &witness.claim.body {
                let link = |shape| LinkedType::link(catalog, witness.source, witness.claim, shape);
                let members: Vec<_> = members.iter().map(|member| link(&member.value)).collect();
                if let Some(member) = the_one_that_fits(catalog, &members, value) {
                    self.walk(catalog, member, value, place, depth + 1);
                }
                return;
            }
        }
        let Literal::Object(properties) = value else {
            return;
        };
        for property in properties {
            let at = property.place.unwrap_or(place);
            let key = squash(&property.key);
            let Some((source, claim, field)) = field_of(catalog, entry, &key) else {
                continue;
            };
            if !property.sdk_name {
                let shown = Located::new(property.key.clone(), at);
                self.keys
                    .entry((entry, key.clone()))
                    .or_default()
                    .push(shown);
            }
            if property.value == Literal::Null {
                self.nulls.entry((entry, key)).or_default().push(at);
            } else {
                let ty = LinkedType::link(catalog, source, claim, &field.ty.value);
                self.walk(catalog, &ty, &property.value, at, depth + 1);
            }
        }
    }
}

/// The only member that a value can be of, judging objects by their keys.
fn the_one_that_fits<'t>(
    catalog: &Catalog<'_>,
    members: &'t [LinkedType],
    value: &Literal,
) -> Option<&'t LinkedType> {
    let mut fitting = members.iter().filter(|member| fits(catalog, member, value));
    let first = fitting.next();
    if fitting.next().is_none() {
        first
    } else {
        None
    }
}

fn fits(catalog: &Catalog<'_>, ty: &LinkedType, value: &Literal) -> bool {
    match (ty, value) {
        (LinkedType::Model(entry), Literal::Object(properties)) => {
            has_keys(catalog, *entry, properties)
        }
        (LinkedType::List(item), Literal::Array(values)) => {
            values.iter().all(|value| fits(catalog, item, value))
        }
        (LinkedType::Map(_) | LinkedType::Any, Literal::Object(_)) => true,
        (LinkedType::Nullable(inner), _) => fits(catalog, inner, value),
        _ => false,
    }
}

/// Whether an object has all required fields of a model and no key that is none of its fields.
fn has_keys(catalog: &Catalog<'_>, entry: usize, properties: &[Property]) -> bool {
    catalog.entries[entry].witnesses.iter().any(|witness| {
        let Body::Fields(fields) = &witness.claim.body else {
            return false;
        };
        let has = |name: &str| properties.iter().any(|p| squash(&p.key) == squash(name));
        let known = |key: &str| fields.iter().any(|f| squash(&f.name.value) == squash(key));
        let constant = |field: &FieldClaim| match &field.ty.value {
            TypeShape::Const(Const::String(expected)) => properties.iter().any(|property| {
                squash(&property.key) == squash(&field.name.value)
                    && property.value == Literal::String(expected.clone())
            }),
            _ => true,
        };
        fields
            .iter()
            .all(|f| !f.required.value || (has(&f.name.value) && constant(f)))
            && properties.iter().all(|property| known(&property.key))
    })
}

fn field_of<'a>(
    catalog: &Catalog<'a>,
    entry: usize,
    key: &str,
) -> Option<(usize, &'a ModelClaim, &'a FieldClaim)> {
    catalog.entries[entry].witnesses.iter().find_map(|witness| {
        let Body::Fields(fields) = &witness.claim.body else {
            return None;
        };
        let field = fields
            .iter()
            .find(|field| squash(&field.name.value) == key)?;
        Some((witness.source, witness.claim, field))
    })
}

/// The value in an example cell: JSON where it is JSON, else text.
pub(super) fn cell_literal(text: &str) -> Literal {
    serde_json::from_str(text).map_or_else(|_| Literal::String(text.to_owned()), from_json)
}

fn from_json(value: serde_json::Value) -> Literal {
    use serde_json::Value;
    // Keys of a cell have no places of their own: the cell's place stands for them.
    match value {
        Value::Null => Literal::Null,
        Value::Bool(value) => Literal::Bool(value),
        Value::Number(value) => Literal::Number(value.to_string()),
        Value::String(value) => Literal::String(value),
        Value::Array(values) => Literal::Array(values.into_iter().map(from_json).collect()),
        Value::Object(members) => Literal::Object(
            members
                .into_iter()
                .map(|(key, value)| Property {
                    key,
                    sdk_name: false,
                    value: from_json(value),
                    place: None,
                })
                .collect(),
        ),
    }
}
