//! Enums: values of several pages joined, and a Rust name for each.

use std::collections::{BTreeMap, BTreeSet};

use super::digits;
use super::lower::Lowering;
use crate::claim::{Body, Const, ModelClaim, Scalar, ValuesClaim};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::map::IndexMap;
use crate::model::{Enum, EnumScalar, EnumValue, Kind};
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::catalog::{Catalog, Entry};
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::resolve::names::rust::Scope;
use crate::resolve::names::variants::{self, NamedValue};
use crate::source::Place;
use crate::work;

/// The enum of one constant.
pub(crate) fn constant(value: &str) -> Enum {
    let values = vec![(value.to_owned(), None)];
    Enum {
        constant: true,
        ..named(EnumScalar::String, &values, false)
    }
}

/// The enum that a union of strings amounts to: constants, enums of strings and at most plain text.
///
/// `Role = "user" | RoleAssistant | string` in TypeScript is `enum Role` with two known values.
pub(crate) fn of_strings(catalog: &Catalog<'_>, members: &[LinkedType]) -> Option<Enum> {
    let mut strings = Strings {
        catalog,
        known: BTreeMap::new(),
    };
    let mut values: IndexMap<String, Option<String>> = IndexMap::default();
    for member in members {
        for (value, name) in strings.values(member, 0)? {
            values.entry(value).or_insert(name);
        }
        let is_named = matches!(member, LinkedType::Model(_)) && members.len() > 1;
        if is_named && values.len() > MOST_REPEATED {
            return None;
        }
    }
    let values: Vec<NamedValue> = values.into_iter().collect();
    (!values.is_empty()).then(|| named(EnumScalar::String, &values, false))
}

/// An enum of more values stays a member of its unions: each of them would have all its values.
const MOST_REPEATED: usize = 1000;

/// The values of types that are strings on the wire.
struct Strings<'c, 'a> {
    catalog: &'c Catalog<'a>,
    /// Those of models that were met at a depth: unions that list each other meet them often.
    known: BTreeMap<(EntryId, usize), Option<Vec<NamedValue>>>,
}

impl Strings<'_, '_> {
    /// The values of a type; none for plain text.
    fn values(&mut self, ty: &LinkedType, depth: usize) -> Option<Vec<NamedValue>> {
        // Unions inside unions; deeper ones are no lists of strings that anybody wrote.
        const DEEPEST: usize = 8;
        match ty {
            LinkedType::Scalar(Scalar::String) => Some(Vec::new()),
            LinkedType::Const(Const::String(value)) => Some(vec![(value.clone(), None)]),
            LinkedType::Model(entry) if depth < DEEPEST => {
                if let Some(known) = self.known.get(&(*entry, depth)) {
                    return known.clone();
                }
                work::count(1);
                let values = self.of_model(*entry, depth);
                self.known.insert((*entry, depth), values.clone());
                values
            }
            _ => None,
        }
    }

    fn of_model(&mut self, entry: EntryId, depth: usize) -> Option<Vec<NamedValue>> {
        let catalog = self.catalog;
        let witness = catalog[entry].witnesses.first()?;
        match &witness.claim.body {
            Body::Values(claim) if !claim.are_flags && !digits::are_digits(&[claim]) => {
                let values = claim.values.iter();
                Some(
                    values
                        .map(|v| (v.value.value.clone(), v.name.clone()))
                        .collect(),
                )
            }
            Body::Members(_) => {
                let mut values: IndexMap<String, Option<String>> = IndexMap::default();
                for member in catalog.types(witness) {
                    for (value, name) in self.values(member, depth + 1)? {
                        values.entry(value).or_insert(name);
                    }
                }
                Some(values.into_iter().collect())
            }
            _ => None,
        }
    }
}

/// The enum that an entry's pages describe. If nothing says whether its values are text or numbers,
/// a union of one enum of each.
pub(crate) fn build(
    cx: &Context<'_>,
    index: EntryId,
    lowering: &mut Lowering<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> Kind {
    let entry = &cx.catalog[index];
    let pages: Vec<(&ModelClaim, &ValuesClaim)> = pages(entry).collect();
    let claims: Vec<&ValuesClaim> = pages.iter().map(|(_, values)| *values).collect();
    let scalars = digits::scalars(cx, index, &claims, diagnostics);
    let mut listed: IndexMap<&str, (Option<String>, Vec<Place>)> = IndexMap::default();
    for value in claims.iter().flat_map(|claim| &claim.values) {
        let (name, places) = listed.entry(&value.value.value).or_default();
        *name = name.take().or_else(|| value.name.clone());
        places.push(value.value.place);
    }
    let values: Vec<NamedValue> = listed
        .iter()
        .map(|(value, (name, _))| ((*value).to_owned(), name.clone()))
        .collect();
    let mut lacking = pages.iter().filter_map(|(page, claim)| {
        let lists = claim.values.iter().map(|value| &*value.value.value);
        let lists: BTreeSet<&str> = lists.collect();
        let value = listed.keys().find(|value| !lists.contains(*value))?;
        Some((page.name.place, format!("lacks `{value}`")))
    });
    if let Some((place, label)) = lacking.next() {
        let message = format!("`{}` has different values on different pages", entry.title);
        let warning = Diagnostic::warning(Topic::Values, place, message)
            .label(label)
            .hint("the enum has the values of all pages; use pages of the same version");
        let others = |warning: Diagnostic, (place, label)| warning.related(place, label);
        diagnostics.push(lacking.fold(warning, others));
    }
    let recorded = cx
        .observed
        .values
        .get(&index)
        .map_or(&[][..], Vec::as_slice);
    let settings = entry.settings;
    let closed = settings
        .and_then(|config| config.closed.as_ref())
        .is_some_and(|c| c.value);
    let of_scalar = |scalar: EnumScalar| {
        let mut values = values.clone();
        let mut shown: IndexMap<&str, Vec<Place>> = IndexMap::default();
        for value in recorded.iter().filter(|value| is_of(scalar, &value.value)) {
            let places = shown.entry(&value.value).or_default();
            if places.is_empty() && !listed.contains_key(&*value.value) {
                values.push((value.value.clone(), None));
            }
            places.push(value.place);
        }
        let mut found = named(scalar, &values, closed);
        for (value, (text, _)) in found.values.iter_mut().zip(&values) {
            let listed = listed.get(text.as_str()).map(|(_, places)| places);
            let listed = listed.into_iter().flatten().map(|at| (at, text.as_str()));
            let shown = shown.get(text.as_str()).into_iter().flatten();
            let both = listed.chain(shown.map(|at| (at, "in a sample")));
            value.evidence = both
                .map(|(at, says)| statement(cx.files, *at, says, true))
                .collect();
        }
        found
    };
    match scalars {
        [only] => Kind::Enum(of_scalar(*only)),
        several => {
            let enums = several.iter().map(|scalar| of_scalar(*scalar));
            digits::either(cx, index, enums.collect(), lowering)
        }
    }
}

fn is_of(scalar: EnumScalar, text: &str) -> bool {
    scalar == EnumScalar::String || text.parse::<i64>().is_ok()
}

/// The pages of an entry that list values.
pub(crate) fn pages<'c>(
    entry: &'c Entry<'_>,
) -> impl Iterator<Item = (&'c ModelClaim, &'c ValuesClaim)> {
    let claims = entry.witnesses.iter().map(|witness| witness.claim);
    claims.filter_map(|claim| match &claim.body {
        Body::Values(values) => Some((claim, values)),
        _ => None,
    })
}

fn named(scalar: EnumScalar, values: &[NamedValue], closed: bool) -> Enum {
    let mut scope = Scope::default();
    let names = variants::of_values(values, &mut scope);
    let values: Vec<_> = values
        .iter()
        .zip(names)
        .map(|((value, _), name)| EnumValue {
            name,
            value: wire_value(scalar, value),
            evidence: Vec::new(),
        })
        .collect();
    // Of an enum without known values nothing could be made.
    let unknown = (!closed || values.is_empty())
        .then(|| scope.take(["Unknown", "Unrecognized", "UnknownValue"].map(str::to_owned)));
    Enum {
        scalar,
        values,
        unknown,
        constant: false,
    }
}

fn wire_value(scalar: EnumScalar, value: &str) -> serde_json::Value {
    match (scalar, value.parse::<i64>()) {
        (EnumScalar::Integer, Ok(number)) => number.into(),
        _ => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::testing::describe;

    #[test]
    fn an_enum_with_other_values_on_several_pages_is_one_warning() {
        let page = |values: &[&str]| {
            let rows: Vec<_> = values
                .iter()
                .map(|it| format!("| `{it}` | {it} |\n"))
                .collect();
            format!(
                "# State\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{}",
                rows.concat()
            )
        };
        let (_, diagnostics) = describe(
            &[
                ("csharp/docs/Models/Shared/State.md", &page(&["a", "b"])),
                ("go/docs/models/shared/state.md", &page(&["a", "b", "c"])),
                ("java/docs/models/shared/State.md", &page(&["b"])),
            ],
            "sources.csharp.language = \"csharp\"\nsources.go.language = \"go\"\nsources.java.language = \"java\"\n",
        );
        let all = diagnostics.sorted();
        assert_eq!(all.len(), 1, "{all:?}");
        assert_eq!(all[0].label, "lacks `c`");
        let related: Vec<_> = all[0].related.iter().map(|(_, label)| label).collect();
        assert_eq!(related, ["lacks `a`"]);
    }
}
