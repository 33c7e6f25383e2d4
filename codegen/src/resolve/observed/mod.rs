//! What examples show: spellings of keys, nulls, and values of models that have no page.

pub(crate) mod inferred_type;
pub(crate) mod literal;
pub(crate) mod union_member;

use std::collections::BTreeMap;

use super::catalog::Catalog;
use super::catalog::fields;
use super::catalog::linked::LinkedType;
use super::names::key::fold_name;
use crate::claim::{Body, Literal, Property};
use crate::sample::Sample;
use crate::source::{Located, Place};
use union_member::the_one_that_fits;

/// A field of an entry, by its squashed name.
pub(crate) type FieldKey = (usize, String);

/// A key that an example shows.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    pub name: String,
    pub place: Place,
    /// Whether a sample shows it rather than the docs.
    pub recorded: bool,
}

/// Where an example shows something.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sight {
    pub place: Place,
    /// Whether it is a sample rather than the docs.
    pub recorded: bool,
}

/// What all examples of an API show.
#[derive(Debug, Default)]
pub(crate) struct Shown {
    /// Keys of JSON examples, as the wire spells them.
    pub keys: BTreeMap<FieldKey, Vec<Key>>,
    /// Fields that are null in an example.
    pub nulls: BTreeMap<FieldKey, Vec<Sight>>,
    /// Values of models that no page describes.
    pub samples: BTreeMap<usize, Vec<Located<Literal>>>,
    /// Objects of samples that lack a field.
    pub absent: BTreeMap<FieldKey, Vec<Place>>,
    /// Numbers of samples, as they are spelt.
    pub numbers: BTreeMap<FieldKey, Vec<Located<String>>>,
    /// Values of samples that no page of their enum lists.
    pub values: BTreeMap<usize, Vec<Located<String>>>,
    /// Keys of samples that no page of their model lists.
    pub unlisted: BTreeMap<(usize, String), Vec<Located<Literal>>>,
}

impl Shown {
    /// Reads the usage blocks and example cells of all pages, and the samples of each entry.
    pub fn collect(catalog: &Catalog<'_>, samples: &[(usize, &Sample)]) -> Self {
        let mut shown = Self::default();
        for (index, sample) in samples {
            let at = Sight {
                place: sample.body.place,
                recorded: true,
            };
            let ty = LinkedType::Model(*index);
            for body in bodies(catalog, *index, &sample.body.value) {
                shown.walk(catalog, &ty, body, at, 0);
            }
        }
        for (index, entry) in catalog.entries.iter().enumerate() {
            for witness in &entry.witnesses {
                for example in &witness.claim.examples {
                    let at = in_docs(example.place);
                    shown.walk(catalog, &LinkedType::Model(index), &example.value, at, 0);
                }
                let Body::Fields(fields) = &witness.claim.body else {
                    continue;
                };
                for field in fields {
                    let ty =
                        LinkedType::link(catalog, witness.source, witness.claim, &field.ty.value);
                    for text in &field.examples {
                        let at = in_docs(text.place);
                        shown.walk(catalog, &ty, &literal::of_cell(&text.value), at, 0);
                    }
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
        at: Sight,
        depth: usize,
    ) {
        // Examples are finite; the bound guards the stack against one made to be deep.
        const DEEPEST: usize = 64;
        if depth > DEEPEST {
            return;
        }
        match (ty, value) {
            (LinkedType::Nullable(inner), _) => self.walk(catalog, inner, value, at, depth + 1),
            (LinkedType::List(item), Literal::Array(values)) => {
                for value in values {
                    self.walk(catalog, item, value, at, depth + 1);
                }
            }
            (LinkedType::Map(item), Literal::Object(properties)) => {
                for property in properties {
                    let at = at.of(property);
                    self.walk(catalog, item, &property.value, at, depth + 1);
                }
            }
            (LinkedType::Union(members), _) => {
                if let Some(member) = the_one_that_fits(catalog, members, value) {
                    self.walk(catalog, member, value, at, depth + 1);
                }
            }
            (LinkedType::Model(entry), _) => self.walk_model(catalog, *entry, value, at, depth),
            _ => {}
        }
    }

    fn walk_model(
        &mut self,
        catalog: &Catalog<'_>,
        entry: usize,
        value: &Literal,
        at: Sight,
        depth: usize,
    ) {
        let witnesses = &catalog.entries[entry].witnesses;
        if witnesses.is_empty() {
            if !matches!(value, Literal::Null | Literal::Opaque) {
                self.samples
                    .entry(entry)
                    .or_default()
                    .push(Located::new(value.clone(), at.place));
            }
            return;
        }
        for witness in witnesses {
            if let Body::Members(members) = &witness.claim.body {
                let link = |shape| LinkedType::link(catalog, witness.source, witness.claim, shape);
                let members: Vec<_> = members.iter().map(|member| link(&member.value)).collect();
                if let Some(member) = the_one_that_fits(catalog, &members, value) {
                    self.walk(catalog, member, value, at, depth + 1);
                }
                return;
            }
        }
        match value {
            Literal::Object(properties) => {
                self.walk_object(catalog, entry, properties, at, depth);
            }
            Literal::String(text) | Literal::Number(text) if at.recorded => {
                let mut pages = witnesses.iter();
                let lists = |body: &Body| match body {
                    Body::Values(claim) => claim.values.iter().any(|v| v.value.value == *text),
                    _ => false,
                };
                if pages.all(|witness| !lists(&witness.claim.body)) {
                    let value = Located::new(text.clone(), at.place);
                    self.values.entry(entry).or_default().push(value);
                }
            }
            _ => {}
        }
    }

    fn walk_object(
        &mut self,
        catalog: &Catalog<'_>,
        entry: usize,
        properties: &[Property],
        object: Sight,
        depth: usize,
    ) {
        let structural = |body: &Body| matches!(body, Body::Fields(fields) if !fields.is_empty());
        let mut pages = catalog.entries[entry].witnesses.iter();
        let described = pages.any(|witness| structural(&witness.claim.body));
        for property in properties {
            let at = object.of(property);
            let key = fold_name(&property.key);
            let Some((source, claim, field)) = fields::of_field(catalog, entry, &key) else {
                if object.recorded && described {
                    let value = Located::new(property.value.clone(), at.place);
                    let key = (entry, property.key.clone());
                    self.unlisted.entry(key).or_default().push(value);
                }
                continue;
            };
            let field_key = (entry, key);
            if !property.sdk_name {
                self.keys.entry(field_key.clone()).or_default().push(Key {
                    name: property.key.clone(),
                    place: at.place,
                    recorded: at.recorded,
                });
            }
            if at.recorded {
                self.note_numbers(&field_key, &property.value, at.place);
            }
            if property.value == Literal::Null {
                self.nulls.entry(field_key).or_default().push(at);
            } else {
                let ty = LinkedType::link(catalog, source, claim, &field.ty.value);
                self.walk(catalog, &ty, &property.value, at, depth + 1);
            }
        }
        if object.recorded {
            let keys: Vec<String> = properties.iter().map(|p| fold_name(&p.key)).collect();
            for name in fields::names(catalog, entry) {
                if !keys.contains(&name) {
                    let absent = self.absent.entry((entry, name)).or_default();
                    absent.push(object.place);
                }
            }
        }
    }

    /// Notes the numbers of a value, those inside lists and maps included.
    fn note_numbers(&mut self, key: &FieldKey, value: &Literal, place: Place) {
        let mut values = vec![value];
        while let Some(value) = values.pop() {
            match value {
                Literal::Number(digits) => {
                    let number = Located::new(digits.clone(), place);
                    self.numbers.entry(key.clone()).or_default().push(number);
                }
                Literal::Array(items) => values.extend(items),
                Literal::Object(members) => values.extend(members.iter().map(|p| &p.value)),
                _ => {}
            }
        }
    }
}

impl Sight {
    fn of(self, property: &Property) -> Self {
        Self {
            place: property.place.unwrap_or(self.place),
            recorded: self.recorded,
        }
    }
}

fn in_docs(place: Place) -> Sight {
    Sight {
        place,
        recorded: false,
    }
}

/// The bodies in a sample: the items of a list where the model is an object.
pub(crate) fn bodies<'v>(catalog: &Catalog<'_>, entry: usize, value: &'v Literal) -> &'v [Literal] {
    let mut pages = catalog.entries[entry].witnesses.iter();
    match value {
        Literal::Array(items)
            if pages.any(|witness| matches!(witness.claim.body, Body::Fields(_))) =>
        {
            items
        }
        value => std::slice::from_ref(value),
    }
}
