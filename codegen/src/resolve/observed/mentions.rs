//! Names that texts spell as the wire does: code spans and JSON in descriptions, values of enums.
//!
//! A name counts once for each model whose pages have it, and only if a field has that name.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::FieldKey;
use crate::claim::{Body, ValueScalar};
use crate::map::{IndexMap, IndexSet};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::{EntryId, NameId};
use crate::resolve::catalog::linked::LinkedType;
use crate::source::{Located, Place};

/// Signs that keys have in front of words: `_id`, `$ref`, `@type`, `.tag`. Others mean something
/// else there: `-created_at` is an order, `#room` a channel.
const SIGNS: [char; 4] = ['_', '$', '@', '.'];

/// Values that OAuth prescribes, whatever the case of an API.
const OAUTH: [&str; 4] = [
    "refresh_token",
    "access_token",
    "client_credentials",
    "authorization_code",
];

/// What texts mention.
#[derive(Debug, Default)]
pub(crate) struct Mentions {
    /// Names in descriptions, as they are spelt.
    pub in_texts: Vec<Located<String>>,
    /// Values of enums that are names of fields, without the sign of an order.
    pub in_enums: Vec<Located<String>>,
    /// Fields whose names descriptions of their model have with signs in front only.
    pub signed: IndexMap<FieldKey, Located<String>>,
}

impl Mentions {
    /// Reads the descriptions and values of all pages.
    pub fn collect(catalog: &Catalog<'_>) -> Self {
        let mut reader = Reader {
            catalog,
            known: BTreeMap::new(),
            texts: IndexSet::default(),
            values: IndexSet::default(),
            places: BTreeMap::new(),
            bare: BTreeSet::new(),
            signed: IndexMap::default(),
        };
        for (id, entry) in catalog.iter() {
            for witness in &entry.witnesses {
                let claim = witness.claim;
                if let Some(text) = &claim.description {
                    reader.text(id, text);
                    reader.json(id, text, &LinkedType::Model(id));
                }
                match &claim.body {
                    Body::Fields(fields) => {
                        for (field, ty) in fields.iter().zip(catalog.types(witness)) {
                            if let Some(text) = &field.description {
                                reader.text(id, text);
                                reader.json(id, text, ty);
                            }
                        }
                    }
                    Body::Values(values) if values.scalar == ValueScalar::String => {
                        for value in &values.values {
                            reader.value(id, &value.value);
                        }
                    }
                    _ => {}
                }
            }
        }
        reader.finish()
    }
}

struct Reader<'c, 'a> {
    catalog: &'c Catalog<'a>,
    known: BTreeMap<&'c str, Option<NameId>>,
    /// Each spelling once a model.
    texts: IndexSet<(EntryId, &'c str)>,
    values: IndexSet<(EntryId, &'c str)>,
    places: BTreeMap<(EntryId, &'c str), Place>,
    /// Names that a model's descriptions have without signs.
    bare: BTreeSet<FieldKey>,
    /// The spellings with signs that they have.
    signed: IndexMap<FieldKey, IndexMap<&'c str, Place>>,
}

impl<'c> Reader<'c, '_> {
    /// The code spans of a description.
    fn text(&mut self, entry: EntryId, text: &'c Located<Arc<str>>) {
        for span in code_spans(&text.value) {
            let (signs, rest) = split_signs(span);
            let end = rest.find(|c| !is_letter(c)).unwrap_or(rest.len());
            let (name, path) = rest.split_at(end);
            // `_links.next` speaks of `_links` too.
            if name.is_empty() || !(path.is_empty() || path.starts_with(['.', '['])) {
                continue;
            }
            let Some(id) = self.name_of(name) else {
                continue;
            };
            let field = (entry, id);
            if signs.is_empty() {
                self.bare.insert(field);
            } else if self.catalog.row_of(entry, id).is_some() {
                let spelt = &span[..signs.len() + name.len()];
                let seen = self.signed.entry(field).or_default();
                seen.entry(spelt).or_insert(text.place);
            }
            if path.is_empty() {
                self.note(entry, name, text.place);
            }
        }
    }

    /// JSON in a description: its keys are those of the field's model, or of the model that has the
    /// field. In a free-form map they are the caller's own.
    fn json(&mut self, entry: EntryId, text: &'c Located<Arc<str>>, ty: &LinkedType) {
        if is_free_form(self.catalog, ty) {
            return;
        }
        for key in json_keys(&text.value) {
            let Some(id) = self.name_of(key) else {
                continue;
            };
            let own = self.catalog.row_of(entry, id).is_some();
            if own || has_field(self.catalog, ty, id) {
                self.note(entry, key, text.place);
            }
        }
    }

    fn value(&mut self, entry: EntryId, value: &'c Located<String>) {
        let name = value.value.trim_start_matches(['-', '+']);
        let is_name = !name.is_empty() && name.chars().all(is_letter) && !OAUTH.contains(&name);
        if is_name && self.name_of(name).is_some() {
            self.values.insert((entry, name));
            self.places.entry((entry, name)).or_insert(value.place);
        }
    }

    fn note(&mut self, entry: EntryId, name: &'c str, place: Place) {
        self.texts.insert((entry, name));
        self.places.entry((entry, name)).or_insert(place);
    }

    fn name_of(&mut self, name: &'c str) -> Option<NameId> {
        let catalog = self.catalog;
        *self
            .known
            .entry(name)
            .or_insert_with(|| catalog.names.get(name))
    }

    fn finish(self) -> Mentions {
        let located = |names: &IndexSet<(EntryId, &str)>| {
            let found = names.iter().filter_map(|mention| {
                let place = self.places.get(mention)?;
                Some(Located::new(mention.1.to_owned(), *place))
            });
            found.collect()
        };
        let mut with_signs: BTreeMap<NameId, usize> = BTreeMap::new();
        let mut without: BTreeMap<NameId, usize> = BTreeMap::new();
        for (_, name) in self.signed.keys() {
            *with_signs.entry(*name).or_default() += 1;
        }
        for (_, name) in &self.bare {
            *without.entry(*name).or_default() += 1;
        }
        let signed = self.signed.iter().filter_map(|(field, spellings)| {
            let (spelt, place) = match spellings.iter().next() {
                Some(only) if spellings.len() == 1 => only,
                _ => return None,
            };
            let name = &field.1;
            // Prose has the other signs too: `@username`, `$amount`.
            let is_usual = spelt.starts_with('_') || with_signs.get(name) > without.get(name);
            let kept = is_usual && !self.bare.contains(field);
            kept.then(|| (*field, Located::new((*spelt).to_owned(), *place)))
        });
        Mentions {
            in_texts: located(&self.texts),
            in_enums: located(&self.values),
            signed: signed.collect(),
        }
    }
}

/// Whether a type is a model, or holds one, that has a field of that name.
fn has_field(catalog: &Catalog<'_>, ty: &LinkedType, name: NameId) -> bool {
    match ty {
        LinkedType::Nullable(inner) | LinkedType::List(inner) | LinkedType::Map(inner) => {
            has_field(catalog, inner, name)
        }
        LinkedType::Union(members) => members.iter().any(|it| has_field(catalog, it, name)),
        LinkedType::Model(entry) => catalog.row_of(*entry, name).is_some(),
        LinkedType::Scalar(_) | LinkedType::Const(_) | LinkedType::Any => false,
    }
}

/// Whether the keys of a value are not fields.
fn is_free_form(catalog: &Catalog<'_>, ty: &LinkedType) -> bool {
    match ty {
        LinkedType::Nullable(inner) | LinkedType::List(inner) => is_free_form(catalog, inner),
        LinkedType::Map(inner) => {
            matches!(**inner, LinkedType::Scalar(_)) || is_free_form(catalog, inner)
        }
        LinkedType::Union(members) => members.iter().any(|it| is_free_form(catalog, it)),
        LinkedType::Model(entry) => {
            let model = &catalog[*entry];
            model.rows.is_empty() && model.has(|body| matches!(body, Body::Fields(_)))
        }
        LinkedType::Any => true,
        LinkedType::Scalar(_) | LinkedType::Const(_) => false,
    }
}

/// The texts of `` `code spans` ``.
fn code_spans(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The signs in front of a name, and the rest.
pub(crate) fn split_signs(name: &str) -> (&str, &str) {
    name.split_at(name.len() - name.trim_start_matches(SIGNS).len())
}

/// The `"key":` strings of a text.
fn json_keys(text: &str) -> Vec<&str> {
    let mut keys = Vec::new();
    let mut rest = 0;
    while let Some(open) = text[rest..].find('"').map(|at| rest + at) {
        let Some(close) = text[open + 1..].find('"').map(|at| open + 1 + at) else {
            break;
        };
        let key = &text[open + 1..close];
        let is_name = !key.is_empty() && key.chars().all(is_letter);
        if is_name && text[close + 1..].trim_start().starts_with(':') {
            keys.push(key);
        }
        // The quote may open a value whose text holds the next one; go on behind it.
        rest = if is_name { close + 1 } else { open + 1 };
    }
    keys
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '-'
}

#[cfg(test)]
mod tests {
    use super::{json_keys, split_signs};

    #[test]
    fn keys_are_found_in_json_and_in_prose() {
        let keys = json_keys(r#"like {"a_b": "c:d", "e": {"f-g" : 1}} and "no key""#);
        assert_eq!(keys, ["a_b", "e", "f-g"]);
    }

    #[test]
    fn signs_stand_in_front() {
        assert_eq!(split_signs("_links"), ("_", "links"));
        assert_eq!(split_signs("$_a_b"), ("$_", "a_b"));
        assert_eq!(split_signs("-a"), ("", "-a"));
        assert_eq!(split_signs("__"), ("__", ""));
    }
}
