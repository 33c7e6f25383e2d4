//! What examples and samples show: keys, nulls, and values of models without a page.

pub(crate) mod absences;
pub(crate) mod common_keys;
pub(crate) mod inferred_type;
pub(crate) mod literal;
pub(crate) mod mentions;
pub(crate) mod union_member;

use std::collections::{BTreeMap, BTreeSet};

use super::catalog::ids::{EntryId, NameId};
use super::catalog::linked::LinkedType;
use super::catalog::{Catalog, Entry};
use crate::claim::{Body, Literal, Property};
use crate::map::IndexMap;
use crate::sample::Sample;
use crate::source::{Located, Place};
use absences::Absences;
use common_keys::CommonKeys;
use mentions::Mentions;
use union_member::Members;

/// A field of an entry, however it is spelt.
pub(crate) type FieldKey = (EntryId, NameId);

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
pub(crate) struct Sighting {
    pub place: Place,
    /// Whether it is a sample rather than the docs.
    pub recorded: bool,
}

/// The forms in which values were seen on the wire.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Forms {
    /// `"307"`.
    pub text: bool,
    /// `307`.
    pub number: bool,
}

/// What all examples of an API show.
#[derive(Debug, Default)]
pub(crate) struct Observations {
    /// Keys of JSON examples, as the wire spells them.
    pub keys: IndexMap<FieldKey, Vec<Key>>,
    /// Fields that are null in an example.
    pub nulls: IndexMap<FieldKey, Vec<Sighting>>,
    /// Values of models that no page describes.
    pub samples: IndexMap<EntryId, Vec<Located<Literal>>>,
    /// Which fields objects of samples lack.
    pub absences: Absences,
    /// Numbers of samples, as they are spelt.
    pub numbers: IndexMap<FieldKey, Vec<Located<String>>>,
    /// Values of samples that no page of their enum lists.
    pub values: IndexMap<EntryId, Vec<Located<String>>>,
    /// How samples write the values of enums of digits.
    pub forms: IndexMap<EntryId, Forms>,
    /// Keys of samples that no page of their model lists.
    pub unlisted: BTreeMap<(EntryId, String), Vec<Located<Literal>>>,
    /// Names that texts spell as the wire does.
    pub mentions: Mentions,
    /// Keys that hold for the whole API.
    pub common: CommonKeys,
}

impl Observations {
    /// Reads the usage blocks and example cells of all pages, and the samples of each entry.
    pub fn collect(catalog: &Catalog<'_>, samples: &[(EntryId, &Sample)]) -> Self {
        let mut walk = Walk {
            catalog,
            found: Self::default(),
            known: IndexMap::default(),
            members: Members::default(),
            listed: BTreeMap::new(),
        };
        for (entry, sample) in samples {
            let at = Sighting {
                place: sample.body.place,
                recorded: true,
            };
            for body in bodies(catalog, *entry, &sample.body.value) {
                walk.model(*entry, body, at, 0);
            }
        }
        for (id, entry) in catalog.iter() {
            for witness in &entry.witnesses {
                for example in &witness.claim.examples {
                    walk.model(id, &example.value, in_docs(example.place), 0);
                }
                let Body::Fields(fields) = &witness.claim.body else {
                    continue;
                };
                for (field, ty) in fields.iter().zip(catalog.types(witness)) {
                    for text in &field.examples {
                        let at = in_docs(text.place);
                        if literal::is_null(&text.value) && !lists_null(catalog, ty) {
                            if let Some(name) = walk.name_of(&field.name.value) {
                                walk.found.nulls.entry((id, name)).or_default().push(at);
                            }
                            continue;
                        }
                        walk.value(ty, &literal::of_cell(&text.value), at, 0);
                    }
                }
            }
        }
        let mut found = walk.found;
        found.mentions = Mentions::collect(catalog);
        found.common = common_keys::find(catalog, &found);
        found
    }
}

/// Whether a type is an enum with a value `null`.
fn lists_null(catalog: &Catalog<'_>, ty: &LinkedType) -> bool {
    let LinkedType::Model(entry) = ty else {
        return false;
    };
    let pages = catalog[*entry].witnesses.iter();
    let mut values = pages.flat_map(|page| match &page.claim.body {
        Body::Values(values) => values.values.as_slice(),
        _ => &[],
    });
    values.any(|value| literal::is_null(&value.value.value))
}

/// The way through examples along the types that the pages give them.
struct Walk<'c, 'a> {
    catalog: &'c Catalog<'a>,
    found: Observations,
    /// The names that keys spell, as far as they came up.
    known: IndexMap<String, Option<NameId>>,
    members: Members,
    /// The values that the pages of enums list, as far as they came up.
    listed: BTreeMap<EntryId, BTreeSet<&'c str>>,
}

fn listed_by<'c>(entry: &'c Entry<'_>) -> BTreeSet<&'c str> {
    let pages = entry.witnesses.iter();
    let values = pages.flat_map(|page| match &page.claim.body {
        Body::Values(values) => values.values.as_slice(),
        _ => &[],
    });
    values.map(|value| value.value.value.as_str()).collect()
}

impl Walk<'_, '_> {
    fn value(&mut self, ty: &LinkedType, value: &Literal, at: Sighting, depth: usize) {
        // Examples are finite; the bound guards the stack against one made to be deep.
        const DEEPEST: usize = 64;
        if depth > DEEPEST {
            return;
        }
        match (ty, value) {
            (LinkedType::Nullable(inner), _) => self.value(inner, value, at, depth + 1),
            (LinkedType::List(item), Literal::Array(values)) => {
                for value in values {
                    self.value(item, value, at, depth + 1);
                }
            }
            (LinkedType::Map(item), Literal::Object(properties)) => {
                for property in properties {
                    self.value(item, &property.value, at.of(property), depth + 1);
                }
            }
            (LinkedType::Union(members), _) => self.member(members, value, at, depth),
            (LinkedType::Model(entry), _) => self.model(*entry, value, at, depth),
            _ => {}
        }
    }

    /// Goes on along the only member of a union that a value can be of.
    fn member(&mut self, members: &[LinkedType], value: &Literal, at: Sighting, depth: usize) {
        let catalog = self.catalog;
        let known = &mut self.known;
        let mut name_of = |key: &str| name_of(catalog, known, key);
        let found = self
            .members
            .the_one_that_fits(catalog, members, value, &mut name_of);
        if let Some(member) = found {
            self.value(member, value, at, depth + 1);
        }
    }

    fn model(&mut self, entry: EntryId, value: &Literal, at: Sighting, depth: usize) {
        let catalog = self.catalog;
        let witnesses = &catalog[entry].witnesses;
        if witnesses.is_empty() {
            if !matches!(value, Literal::Null | Literal::Opaque) {
                let samples = self.found.samples.entry(entry).or_default();
                samples.push(Located::new(value.clone(), at.place));
            }
            return;
        }
        let mut pages = witnesses.iter();
        if let Some(members) = pages.find_map(|witness| catalog.members(witness)) {
            self.member(members, value, at, depth);
            return;
        }
        match value {
            Literal::Object(properties) => self.object(entry, properties, at, depth),
            Literal::String(text) | Literal::Number(text) if at.recorded => {
                let forms = self.found.forms.entry(entry).or_default();
                match value {
                    Literal::String(_) => forms.text = true,
                    _ => forms.number = true,
                }
                let listed = self.listed.entry(entry);
                let listed = listed.or_insert_with(|| listed_by(&catalog[entry]));
                if !listed.contains(text.as_str()) {
                    let value = Located::new(text.clone(), at.place);
                    self.found.values.entry(entry).or_default().push(value);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, id: EntryId, properties: &[Property], object: Sighting, depth: usize) {
        let catalog = self.catalog;
        let entry = &catalog[id];
        let described = !entry.rows.is_empty();
        for property in properties {
            let at = object.of(property);
            let name = self.name_of(&property.key);
            let row = name.and_then(|name| Some((name, catalog.row_of(id, name)?)));
            let Some((name, row)) = row else {
                if object.recorded && described {
                    let value = Located::new(property.value.clone(), at.place);
                    let key = (id, property.key.clone());
                    self.found.unlisted.entry(key).or_default().push(value);
                }
                continue;
            };
            let field = (id, name);
            if !property.sdk_name {
                self.found.keys.entry(field).or_default().push(Key {
                    name: property.key.clone(),
                    place: at.place,
                    recorded: at.recorded,
                });
            }
            if at.recorded {
                self.note_numbers(field, &property.value, at.place);
            }
            if property.value == Literal::Null {
                self.found.nulls.entry(field).or_default().push(at);
            } else {
                let ty = catalog.type_of(row);
                self.value(ty, &property.value, at, depth + 1);
            }
        }
        if object.recorded {
            let keys = properties
                .iter()
                .map(|property| self.name_of(&property.key));
            let keys: BTreeSet<NameId> = keys.flatten().collect();
            self.found.absences.note(id, object.place, &keys);
        }
    }

    /// Notes the numbers of a value, those inside lists and maps included.
    fn note_numbers(&mut self, field: FieldKey, value: &Literal, place: Place) {
        let mut values = vec![value];
        while let Some(value) = values.pop() {
            match value {
                Literal::Number(digits) => {
                    let number = Located::new(digits.clone(), place);
                    self.found.numbers.entry(field).or_default().push(number);
                }
                Literal::Array(items) => values.extend(items),
                Literal::Object(members) => values.extend(members.iter().map(|p| &p.value)),
                _ => {}
            }
        }
    }

    /// The name that a key spells, if a field of any model has it.
    fn name_of(&mut self, key: &str) -> Option<NameId> {
        name_of(self.catalog, &mut self.known, key)
    }
}

fn name_of(
    catalog: &Catalog<'_>,
    known: &mut IndexMap<String, Option<NameId>>,
    key: &str,
) -> Option<NameId> {
    if let Some(known) = known.get(key) {
        return *known;
    }
    let name = catalog.names.get(key);
    known.insert(key.to_owned(), name);
    name
}

impl Sighting {
    fn of(self, property: &Property) -> Self {
        Self {
            place: property.place.unwrap_or(self.place),
            recorded: self.recorded,
        }
    }
}

fn in_docs(place: Place) -> Sighting {
    Sighting {
        place,
        recorded: false,
    }
}

/// The bodies in a sample: the items of a list where the model is an object.
pub(crate) fn bodies<'v>(
    catalog: &Catalog<'_>,
    entry: EntryId,
    value: &'v Literal,
) -> &'v [Literal] {
    match value {
        Literal::Array(items) if catalog[entry].has(|body| matches!(body, Body::Fields(_))) => {
            items
        }
        value => std::slice::from_ref(value),
    }
}
