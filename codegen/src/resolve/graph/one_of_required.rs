//! Objects that pages describe twice: once with one key required, once with another.
//!
//! A document may ask for `domain` or `domains`. SDK generators then print a union of two structs
//! with the same fields, which differ in nothing but marks.

use std::collections::BTreeMap;

use super::similarity::{Marks, Similarity};
use crate::model::{Alias, Fact, Kind, ModelPath, NotKnown, Nullability, Struct, Type, Union};
use crate::resolve::build::field::presence;
use crate::resolve::context::{Context, Models};

/// Makes such a union one struct, and its members other names for it.
pub(crate) fn join(cx: &Context<'_>, models: &mut Models) {
    for (path, members, object) in find(cx, models) {
        for member in members {
            let Some(model) = models.get_mut(&member) else {
                continue;
            };
            let note = format!("The docs describe it as they describe `{path}`: the same type.");
            model.docs.notes.push(note);
            let ty = Type::Model(path.clone());
            model.kind = Kind::Alias(Alias { ty });
        }
        if let Some(model) = models.get_mut(&path) {
            let note =
                "The docs describe it once for each of the keys that may be the required one.";
            model.docs.notes.push(note.into());
            model.kind = Kind::Struct(object);
        }
    }
}

/// The unions whose members look the same but for marks, and the struct that holds them all.
fn find(cx: &Context<'_>, models: &Models) -> Vec<(ModelPath, Vec<ModelPath>, Struct)> {
    let similarity = Similarity::new(models);
    let unions = unions(models);
    let mut found = Vec::new();
    for (path, model) in models {
        let Kind::Union(union) = &model.kind else {
            continue;
        };
        let Some(members) = members(models, union).filter(|_| !is_told_apart(cx, path)) else {
            continue;
        };
        let unmarked = |object: &Struct| similarity.of(object, Marks::Hidden);
        let [(first, object), others @ ..] = members.as_slice() else {
            continue;
        };
        // A member that the user replaces must stay a separate type.
        let alone = |path: &ModelPath| {
            unions[path] == 1
                && !similarity.users.contains_key(path)
                && models[path].replaced.is_none()
        };
        let same =
            |other: &Struct| other.extra == object.extra && unmarked(other) == unmarked(object);
        if alone(first)
            && others
                .iter()
                .all(|(path, other)| alone(path) && same(other))
        {
            let structs: Vec<&Struct> = members.iter().map(|(_, object)| *object).collect();
            let paths = members.iter().map(|(path, _)| (*path).clone());
            found.push((
                path.clone(),
                paths.collect(),
                holding(&structs, cx.not_known),
            ));
        }
    }
    found
}

/// Whether pages, sources or settings name what tells the members of a union apart.
fn is_told_apart(cx: &Context<'_>, path: &ModelPath) -> bool {
    let set = cx.settings_of(path).is_some_and(|set| set.tag.is_some());
    let mut witnesses = (cx.catalog.of_path(path).into_iter()).flat_map(|entry| &entry.witnesses);
    set || witnesses.any(|witness| !witness.claim.tags.is_empty())
}

/// How many unions have each model for a member.
fn unions(models: &Models) -> BTreeMap<&ModelPath, usize> {
    let mut unions = BTreeMap::new();
    for model in models.values() {
        let Kind::Union(union) = &model.kind else {
            continue;
        };
        for variant in &union.variants {
            if let Type::Model(path) = &variant.ty {
                *unions.entry(path).or_default() += 1;
            }
        }
    }
    unions
}

/// A union's members, if all are structs.
fn members<'m>(models: &'m Models, union: &'m Union) -> Option<Vec<(&'m ModelPath, &'m Struct)>> {
    let variants = union.variants.iter();
    let members = variants.map(|variant| match &variant.ty {
        Type::Model(path) => match &models.get(path)?.kind {
            Kind::Struct(object) => Some((path, object)),
            _ => None,
        },
        _ => None,
    });
    members.collect()
}

/// The first of several structs with the same fields, where each field takes what any of them
/// takes.
fn holding(structs: &[&Struct], not_known: NotKnown) -> Struct {
    let mut object = structs[0].clone();
    for (at, field) in object.fields.iter_mut().enumerate() {
        let fields = structs.iter().map(|object| &object.fields[at]);
        let required: Vec<_> = fields.clone().map(|field| &field.required).collect();
        let nullable: Vec<_> = fields.map(|field| &field.nullable).collect();
        field.required = join_facts(&required, |a, b| a && b);
        field.nullable = join_facts(&nullable, |a, b| match (a, b) {
            (Nullability::Yes, _) | (_, Nullability::Yes) => Nullability::Yes,
            (Nullability::Unknown, _) | (_, Nullability::Unknown) => Nullability::Unknown,
            _ => Nullability::No,
        });
        field.presence = presence::stored(field.required.value, field.nullable.value, not_known);
    }
    object
}

/// The fact that has the joined value, with the evidence of all.
fn join_facts<T: Copy + PartialEq>(facts: &[&Fact<T>], join: fn(T, T) -> T) -> Fact<T> {
    let first = facts[0];
    let value = facts.iter().map(|fact| fact.value).fold(first.value, join);
    let winner = facts.iter().find(|fact| fact.value == value);
    let evidence = facts.iter().flat_map(|fact| {
        let evidence = fact.evidence.iter().cloned();
        evidence.map(|mut said| {
            said.won &= fact.value == value;
            said
        })
    });
    Fact {
        value,
        rule: winner.unwrap_or(&first).rule,
        evidence: evidence.collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::model::{Kind, Nullability, Presence};
    use crate::resolve::testing::{describe, field, kind, model, table};

    /// A union of two structs; the second's `host` is described so.
    fn union(host: &str) -> crate::model::Api {
        let link = "# Link\n\n## Supported Types\n\n### `components.One`\n\n### `components.Two`\n";
        let one = table(
            "One",
            &[
                "| `host` | *string* | :heavy_check_mark: | N/A |  |",
                "| `hosts` | *string*[] | :heavy_minus_sign: | N/A |  |",
            ],
        );
        let two = table(
            "Two",
            &[
                &format!("| `host` | *string* | :heavy_minus_sign: | {host} |  |"),
                "| `hosts` | *string*[] | :heavy_check_mark: | N/A |  |",
            ],
        );
        let (api, _) = describe(
            &[
                ("docs/models/components/link.md", link),
                ("docs/models/components/one.md", &one),
                ("docs/models/components/two.md", &two),
            ],
            "",
        );
        api
    }

    #[test]
    fn a_union_of_structs_that_differ_in_marks_is_one_struct() {
        let api = union("N/A");
        let host = field(&api, "Link", "host");
        assert_eq!(
            (host.required.value, host.presence),
            (false, Presence::Optional)
        );
        assert_eq!(host.nullable.value, Nullability::Unknown);
        let won: Vec<_> = host.required.evidence.iter().map(|said| said.won).collect();
        assert_eq!(won, [false, true]);
        assert!(!field(&api, "Link", "hosts").required.value);
        for member in ["One", "Two"] {
            assert!(matches!(kind(&api, member), Kind::Alias(it) if it.ty == model("Link")));
        }
    }

    #[test]
    fn a_union_of_structs_that_mean_different_things_stays_one() {
        let api = union("Of the mirror.");
        assert!(matches!(kind(&api, "Link"), Kind::Union(_)));
        assert!(matches!(kind(&api, "Two"), Kind::Struct(_)));
    }
}
