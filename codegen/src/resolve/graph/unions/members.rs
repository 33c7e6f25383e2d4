//! The members of a union, and the fields in which a tag can stand.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{levels, names};
use crate::fold::{fold_name, same_name};
use crate::model::{Field, Kind, Model, ModelPath, Struct, Type, Union};
use crate::resolve::context::Models;
use crate::work;

/// How many unions inside of unions are looked into at most.
pub(crate) const NESTED: usize = 6;

/// A union, and the objects of each of its variants.
pub(crate) struct Members<'m> {
    pub models: &'m Models,
    pub model: &'m Model,
    pub union: &'m Union,
    pub variants: Vec<Vec<Object<'m>>>,
    /// How many unions inside of the union are looked into.
    pub levels: usize,
    names: BTreeMap<String, usize>,
    paths: BTreeMap<&'m ModelPath, usize>,
    /// By in how many lists they stand, how many variants have objects.
    objects: BTreeMap<usize, usize>,
}

/// A struct that a variant is or holds.
#[derive(Clone, Copy)]
pub(crate) struct Object<'m> {
    pub path: &'m ModelPath,
    pub object: &'m Struct,
    /// In how many lists it stands.
    pub lists: usize,
}

impl<'m> Members<'m> {
    pub fn of(models: &'m Models, model: &'m Model, union: &'m Union) -> Self {
        let levels = levels::of(models, union);
        let mut variants = Vec::new();
        let mut names = BTreeMap::new();
        let mut paths = BTreeMap::new();
        let mut objects = BTreeMap::new();
        for (at, variant) in union.variants.iter().enumerate() {
            let mut found = Found {
                models,
                objects: Vec::new(),
                above: vec![&model.path],
                levels,
            };
            found.collect(&variant.ty, 0);
            let lists = found.objects.iter().map(|object| object.lists);
            for lists in lists.collect::<BTreeSet<_>>() {
                *objects.entry(lists).or_default() += 1;
            }
            variants.push(found.objects);
            let path = model_of(&variant.ty);
            if let Some(path) = path {
                paths.entry(path).or_insert(at);
            }
            let own = path.and_then(|path| models.get(path));
            let own = own.map(|own| [own.title.as_str(), own.path.name(), own.path.as_str()]);
            for name in own.into_iter().flatten() {
                names.entry(fold_name(name)).or_insert(at);
            }
        }
        for (at, variant) in union.variants.iter().enumerate() {
            names.entry(fold_name(&variant.name)).or_insert(at);
        }
        Self {
            models,
            model,
            union,
            variants,
            levels,
            names,
            paths,
            objects,
        }
    }

    /// The variant that a name means: that of its model, or its own; with the union's name before or
    /// after it too, which variants do not repeat.
    pub fn named(&self, name: &str) -> Option<usize> {
        let (title, own) = (&self.model.title, self.model.path.name());
        let whole = [
            name.to_owned(),
            format!("{title}{name}"),
            format!("{own}{name}"),
            format!("{name}{own}"),
        ];
        let mut names = whole.iter();
        names.find_map(|name| self.names.get(&fold_name(name)).copied())
    }

    /// The variant that a name means, as [`named`](Self::named), or that the value of its tag calls so.
    pub fn called(&self, name: &str, values: impl Fn(usize) -> Vec<&'m Value>) -> Option<usize> {
        let own = self.model.path.name();
        let is_called = |at: &usize| {
            let by_tag = names::of_tag(&values(*at), own);
            by_tag.is_some_and(|it| same_name(&it, name))
        };
        let named = self.named(name);
        named.or_else(|| (0..self.variants.len()).find(is_called))
    }

    /// The values that the objects of a variant have at a path of keys.
    pub fn values_of(&self, variant: usize, path: &[String]) -> Vec<&'m Value> {
        let objects = self.variants[variant].iter();
        let values = objects.filter_map(|it| values_at(self.models, it.object, path));
        values.flatten().collect()
    }

    /// The variant whose type is a model, or another name of it.
    pub fn of_model(&self, path: &ModelPath) -> Option<usize> {
        let mut path = path;
        for _ in 0..NESTED {
            if let Some(found) = self.paths.get(path) {
                return Some(*found);
            }
            match &self.models.get(path)?.kind {
                Kind::Alias(alias) => path = model_of(&alias.ty)?,
                _ => return None,
            }
        }
        None
    }

    /// The model that a variant is.
    pub fn path_of(&self, variant: usize) -> Option<&'m ModelPath> {
        model_of(&self.union.variants[variant].ty)
    }

    /// How many variants are objects, or lists of them.
    pub fn objects(&self, lists: usize) -> usize {
        self.objects.get(&lists).copied().unwrap_or_default()
    }
}

/// The objects of a variant, as they are found.
struct Found<'m> {
    models: &'m Models,
    objects: Vec<Object<'m>>,
    above: Vec<&'m ModelPath>,
    /// How many more unions are looked into.
    levels: usize,
}

impl<'m> Found<'m> {
    fn collect(&mut self, ty: &'m Type, lists: usize) {
        match ty {
            Type::Boxed(inner) | Type::Nullable(inner) | Type::User { wire: inner, .. } => {
                self.collect(inner, lists);
            }
            Type::List(item) => self.collect(item, lists + 1),
            Type::Model(path) if !self.above.contains(&path) && self.above.len() <= NESTED => {
                let Some(model) = self.models.get(path) else {
                    return;
                };
                work::count(1);
                self.above.push(path);
                match &model.kind {
                    Kind::Struct(object) => self.objects.push(Object {
                        path,
                        object,
                        lists,
                    }),
                    Kind::Union(union) if self.levels > 0 => {
                        self.levels -= 1;
                        for variant in &union.variants {
                            self.collect(&variant.ty, lists);
                        }
                        self.levels += 1;
                    }
                    Kind::Alias(alias) => self.collect(&alias.ty, lists),
                    Kind::Enum(_) | Kind::Flags(_) | Kind::Union(_) => {}
                }
                self.above.pop();
            }
            _ => {}
        }
    }
}

/// The model that a type is, if it is one.
pub(crate) fn model_of(ty: &Type) -> Option<&ModelPath> {
    match ty {
        Type::Boxed(inner) | Type::Nullable(inner) | Type::User { wire: inner, .. } => {
            model_of(inner)
        }
        Type::Model(path) => Some(path),
        _ => None,
    }
}

/// The struct that a type is, whatever it is called.
pub(crate) fn struct_of<'m>(models: &'m Models, ty: &'m Type) -> Option<&'m Struct> {
    let mut ty = ty;
    for _ in 0..NESTED {
        match &models.get(model_of(ty)?)?.kind {
            Kind::Struct(object) => return Some(object),
            Kind::Alias(alias) => ty = &alias.ty,
            _ => return None,
        }
    }
    None
}

/// The values that a field can have, if they are a set of scalars.
pub(crate) fn values<'m>(models: &'m Models, field: &'m Field) -> Option<Vec<&'m Value>> {
    if let Some(only) = field.only_value() {
        return (!only.is_null()).then(|| vec![only]);
    }
    let mut ty = &field.ty.value;
    for _ in 0..NESTED {
        match &models.get(model_of(ty)?)?.kind {
            Kind::Enum(values) if !values.values.is_empty() => {
                return Some(values.values.iter().map(|value| &value.value).collect());
            }
            Kind::Alias(alias) => ty = &alias.ty,
            _ => return None,
        }
    }
    None
}

/// The values that a struct has at a path of keys.
pub(crate) fn values_at<'m>(
    models: &'m Models,
    object: &'m Struct,
    path: &[String],
) -> Option<Vec<&'m Value>> {
    let (last, above) = path.split_last()?;
    let mut object = object;
    for key in above {
        object = struct_of(models, &field_of(object, key)?.ty.value)?;
    }
    values(models, field_of(object, last)?)
}

/// The field of a key.
pub(crate) fn field_of<'m>(object: &'m Struct, key: &str) -> Option<&'m Field> {
    let mut fields = object.fields.iter();
    fields.find(|field| field.wire_name.value == key)
}
