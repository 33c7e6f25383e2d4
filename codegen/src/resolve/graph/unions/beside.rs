//! Tags beside unions: the texts of a sibling say which member a field holds.

use std::collections::BTreeSet;

use super::called::{by_names, words};
use super::claimed::USUAL;
use super::members::{Members, NESTED, model_of};
use super::{overlap, set_beside};
use crate::diagnostic::Diagnostics;
use crate::fold::fold_name;
use crate::map::IndexMap;
use crate::model::reads::union_of;
use crate::model::{
    EnumScalar, EnumValue, Evidence, Fact, Field, Kind, ModelPath, Rule, TagBeside, Type,
};
use crate::resolve::context::{Context, Models};

/// A struct with more enums than these has no tag among the others.
const SIBLINGS: usize = 32;
/// An enum with more values is no tag.
const VALUES: usize = 1000;

/// A field beside a union whose texts may name the members.
pub(crate) struct Sibling<'m> {
    pub field: &'m Field,
    /// The values of its enum; none if it is any text.
    pub values: &'m [EnumValue],
}

/// The tags beside the unions of all structs, each with the model and the index of the field.
pub(crate) fn decide(
    cx: &Context<'_>,
    models: &Models,
    diagnostics: &mut Diagnostics,
) -> Vec<(usize, usize, Fact<TagBeside>)> {
    let mut found = Vec::new();
    let mut doubts: IndexMap<&ModelPath, bool> = IndexMap::default();
    for (index, model) in models.values().enumerate() {
        let Kind::Struct(object) = &model.kind else {
            continue;
        };
        let set = set_beside::settings(cx, model, object);
        let siblings = object.fields.iter().filter_map(|it| sibling(models, it));
        let is_enum = |it: &Sibling<'_>| (2..=VALUES).contains(&it.values.len());
        let siblings: Vec<_> = siblings.filter(is_enum).take(SIBLINGS).collect();
        for (at, field) in object.fields.iter().enumerate() {
            let tag = match set.get(&at) {
                Some(set) => set_beside::tag(cx, models, (model, object), field, set, diagnostics),
                None => guess(models, &siblings, field, &mut doubts),
            };
            found.extend(tag.map(|tag| (index, at, tag)));
        }
    }
    found
}

/// The sibling whose values are called as the members, if nothing else tells them apart.
fn guess<'m>(
    models: &'m Models,
    siblings: &[Sibling<'m>],
    field: &Field,
    doubts: &mut IndexMap<&'m ModelPath, bool>,
) -> Option<Fact<TagBeside>> {
    let (model, union, _) = union_of(models, &field.ty.value)?;
    if union.tag.is_some() || siblings.is_empty() {
        return None;
    }
    let model = &models[&model.path];
    let members = Members::of(models, model, union);
    let called = Called::of(&members);
    let mut best: Option<(Rank, &Sibling<'_>, Vec<Option<usize>>)> = None;
    for sibling in siblings {
        let named = called.named(sibling);
        if let Some(rank) = rank(sibling, &named, called.members.len())
            && best.as_ref().is_none_or(|(most, ..)| rank > *most)
        {
            best = Some((rank, sibling, named));
        }
    }
    let (_, sibling, named) = best?;
    let in_doubt = doubts.entry(&model.path);
    if !*in_doubt.or_insert_with(|| overlap::is_in_doubt(&members)) {
        return None;
    }
    Some(fact(&members, sibling, &named))
}

/// The members of a union that are objects, by name.
pub(crate) struct Called {
    /// Their indices among the variants.
    members: Vec<usize>,
    words: Vec<Vec<String>>,
}

impl Called {
    pub fn of(members: &Members<'_>) -> Self {
        let variants = members.union.variants.iter().enumerate();
        let objects = variants.filter(|(_, variant)| variant.shape.is_of_objects());
        let members_of: Vec<usize> = objects.map(|(at, _)| at).collect();
        let name = |at: &usize| {
            let model = members
                .path_of(*at)
                .and_then(|path| members.models.get(path));
            let own = &members.union.variants[*at].name;
            words(model.map_or(own, |model| &model.title))
        };
        Self {
            words: members_of.iter().map(name).collect(),
            members: members_of,
        }
    }

    /// For each value of a sibling the variant that is called so.
    pub fn named(&self, sibling: &Sibling<'_>) -> Vec<Option<usize>> {
        let texts: Vec<&str> = sibling.texts().collect();
        let named = by_names(&self.words, &texts).into_iter();
        named.map(|at| Some(self.members[at?])).collect()
    }
}

impl<'m> Sibling<'m> {
    /// The texts of its enum.
    pub fn texts(&self) -> impl Iterator<Item = &'m str> {
        let values = self.values.iter();
        values.map(|value| value.value.as_str().unwrap_or_default())
    }
}

/// A field that is text or one of some texts.
pub(crate) fn sibling<'m>(models: &'m Models, field: &'m Field) -> Option<Sibling<'m>> {
    let none: &[EnumValue] = &[];
    let mut ty = &field.ty.value;
    for _ in 0..NESTED {
        if let Type::String = ty {
            return Some(Sibling {
                field,
                values: none,
            });
        }
        if let Type::Nullable(inner) | Type::Boxed(inner) = ty {
            ty = inner;
            continue;
        }
        if matches!(ty, Type::User { .. }) {
            return None;
        }
        match &models.get(model_of(ty)?)?.kind {
            Kind::Enum(values) if values.scalar == EnumScalar::String => {
                let values = &values.values;
                return Some(Sibling { field, values });
            }
            Kind::Alias(alias) => ty = &alias.ty,
            _ => return None,
        }
    }
    None
}

/// How much speaks for a sibling: how many members its values name, how many of its values name
/// one, and whether such keys are usually called so; the more usual first.
type Rank = (usize, usize, usize);

/// `None` if the values are not called as the members: a quarter of the members, and half of the
/// values, may have no counterpart.
fn rank(sibling: &Sibling<'_>, named: &[Option<usize>], members: usize) -> Option<Rank> {
    let values = named.iter().flatten();
    let mut distinct: Vec<usize> = values.copied().collect();
    let count = distinct.len();
    distinct.sort_unstable();
    distinct.dedup();
    let others = members - distinct.len();
    let is_called = distinct.len() >= 2 && others * 4 <= members && count * 2 >= named.len();
    let key = fold_name(&sibling.field.wire_name.value);
    let usual = USUAL.iter().rev().position(|word| key.ends_with(word));
    is_called.then(|| (distinct.len(), count, usual.map_or(0, |at| at + 1)))
}

fn fact(members: &Members<'_>, sibling: &Sibling<'_>, named: &[Option<usize>]) -> Fact<TagBeside> {
    let mut values = IndexMap::default();
    let mut evidence = Vec::new();
    for (value, named) in sibling.values.iter().zip(named) {
        let (Some(text), Some(variant)) = (value.value.as_str(), named) else {
            continue;
        };
        values.insert(text.to_owned(), *variant);
        let name = &members.union.variants[*variant].name;
        evidence.extend(value.evidence.first().map(|shown| Evidence {
            at: shown.at.clone(),
            says: format!("{text} for `{name}`"),
            won: true,
        }));
    }
    let key = sibling.field.wire_name.value.clone();
    Fact {
        value: TagBeside { key, values },
        rule: Rule::CalledAsMembers,
        evidence,
    }
}

/// The variants of each union that are told by a tag beside it, wherever the union is used.
pub(crate) fn told_everywhere(models: &Models) -> IndexMap<ModelPath, Vec<bool>> {
    let mut told: IndexMap<ModelPath, Vec<bool>> = IndexMap::default();
    let mut untold: BTreeSet<&ModelPath> = BTreeSet::new();
    for model in models.values() {
        let fields = match &model.kind {
            Kind::Struct(object) => object.fields.as_slice(),
            _ => &[],
        };
        let others = model.kind.all_types().into_iter().skip(fields.len());
        let here = fields.iter().filter(|field| field.tag_beside.is_none());
        let here = here.map(|field| &field.ty.value);
        untold.extend(others.chain(here).filter_map(Type::model_on_wire));
        for field in fields {
            let tag = field.tag_beside.as_ref().map(|tag| &tag.value);
            if let (Some(tag), Some((model, union, _))) = (tag, union_of(models, &field.ty.value)) {
                let all = || vec![true; union.variants.len()];
                let told = told.entry(model.path.clone()).or_insert_with(all);
                for (at, told) in told.iter_mut().enumerate() {
                    *told &= tag.naming(at).next().is_some();
                }
            }
        }
    }
    told.retain(|path, _| !untold.contains(path));
    told
}
