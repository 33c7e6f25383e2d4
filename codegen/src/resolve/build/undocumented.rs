//! Models without a page: inferred from examples, or any JSON value. Both are warnings.

use super::extra;
use super::field::unlisted::UnlistedField;
use super::lower::{Lowering, Spot};
use crate::claim::Literal;
use crate::diagnostic::Diagnostics;
use crate::map::IndexMap;
use crate::model::{Alias, Docs, Evidence, Kind, Model, Struct, Type};
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::resolve::names::rust::Scope;
use crate::resolve::names::wire_case;
use crate::resolve::observed::inferred_type::type_of_all;
use crate::source::Located;

/// The model of an entry that no page describes.
pub(crate) fn build(
    cx: &Context<'_>,
    index: EntryId,
    lowering: &mut Lowering<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> Model {
    let entry = &cx.catalog[index];
    let samples = cx
        .observed
        .samples
        .get(&index)
        .map_or(&[][..], Vec::as_slice);
    let at: Vec<Evidence> = samples
        .iter()
        .map(|sample| statement(cx.files, sample.place, "an example", true))
        .collect();
    let kind = match at.first() {
        Some(at) => of_samples(cx, index, at, lowering, diagnostics),
        None => Kind::Alias(Alias { ty: Type::Any }),
    };
    let config = entry.settings;
    let doc = config.and_then(|config| config.doc.as_ref());
    let note = match at.first() {
        Some(first) => {
            let more = if at.len() > 1 {
                format!(" and {} more", at.len() - 1)
            } else {
                String::new()
            };
            format!(
                "No page describes this type: inferred from an example at `{}`{more}.",
                first.at
            )
        }
        None => "No page describes this type, and no example shows it: any JSON value.".to_owned(),
    };
    let mentions = entry
        .mentions
        .iter()
        .map(|&at| statement(cx.files, at, "names the model", true));
    let evidence: Vec<Evidence> = at.into_iter().chain(mentions).collect();
    Model {
        docs: Docs {
            description: doc.map(|doc| doc.value.as_str().into()),
            deprecated: None,
            notes: vec![note],
        },
        read_from: evidence
            .first()
            .map(|said| said.at.clone())
            .into_iter()
            .collect(),
        evidence,
        ..Model::new(entry.path.clone(), &entry.title, kind)
    }
}

fn of_samples(
    cx: &Context<'_>,
    index: EntryId,
    at: &Evidence,
    lowering: &mut Lowering<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> Kind {
    let entry = &cx.catalog[index];
    let values = || {
        let samples = cx.observed.samples.get(&index).into_iter().flatten();
        samples.map(|sample| &sample.value)
    };
    if !values().all(|value| matches!(value, Literal::Object(_))) {
        let spot = Spot {
            owner: &entry.path,
            field: "",
            at,
        };
        let ty = lowering.lower(&type_of_all(values()), spot);
        return Kind::Alias(Alias { ty });
    }
    let mut scope = Scope::default();
    let mut fields = Vec::new();
    for (key, shown) in keys(cx, index) {
        let shown = UnlistedField {
            cx,
            index,
            key: &key,
            is_derived: shown.is_derived,
            values: &shown.values,
        };
        fields.extend(shown.decide(&mut scope, lowering, diagnostics));
    }
    let extra = extra::extra(cx, entry, None, &mut scope);
    Kind::Struct(Struct { fields, extra })
}

/// What examples show of a key that no page lists.
pub(crate) struct ShownKey<'v> {
    /// Whether it is spelt by rule, as all examples have the SDK's name in its place.
    pub is_derived: bool,
    pub values: Vec<Located<&'v Literal>>,
}

/// The keys in the examples of an entry without a page, as the wire spells them, and their values.
pub(crate) fn keys<'c>(cx: &'c Context<'_>, index: EntryId) -> IndexMap<String, ShownKey<'c>> {
    let mut keys: IndexMap<String, ShownKey<'_>> = IndexMap::default();
    for sample in cx.observed.samples.get(&index).into_iter().flatten() {
        let Literal::Object(properties) = &sample.value else {
            continue;
        };
        for property in properties {
            let at = property.place.unwrap_or(sample.place);
            let key = if property.sdk_name {
                wire_case::spell(cx.case.value, &property.key)
            } else {
                property.key.clone()
            };
            let shown = keys.entry(key).or_insert_with(|| ShownKey {
                is_derived: true,
                values: Vec::new(),
            });
            shown.is_derived &= property.sdk_name;
            shown.values.push(Located::new(&property.value, at));
        }
    }
    keys
}
