//! Tags beside a union: a key of the parent whose text says which variant its sibling is.

use std::borrow::Cow;

use indexmap::IndexMap;
use serde::Serialize;
use serde_json::Value;

use super::{Field, Kind, Model, ModelPath, Type, Union};

/// More types inside of each other are not looked through.
const DEEPEST: usize = 32;

/// A key beside a union whose text names the variant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TagBeside {
    /// The key, in the struct that holds the union.
    pub key: String,
    /// The texts, each with the index of the variant that it names.
    pub values: IndexMap<String, usize>,
}

impl TagBeside {
    /// The texts that name a variant.
    pub fn naming(&self, variant: usize) -> impl Iterator<Item = &str> {
        let values = self.values.iter();
        values
            .filter(move |(_, at)| **at == variant)
            .map(|(text, _)| text.as_str())
    }
}

/// The union that a type is or lists, whatever it is called, and whether it is a list of them.
pub fn union_of<'m>(
    models: &'m IndexMap<ModelPath, Model>,
    ty: &'m Type,
) -> Option<(&'m Model, &'m Union, bool)> {
    let (mut ty, mut is_list) = (ty, false);
    for _ in 0..DEEPEST {
        match ty {
            Type::Boxed(inner) | Type::Nullable(inner) => ty = inner,
            Type::List(item) if !is_list => (ty, is_list) = (item, true),
            Type::Model(path) => {
                let model = models.get(path)?;
                match &model.kind {
                    Kind::Union(union) => return Some((model, union, is_list)),
                    Kind::Alias(alias) => ty = &alias.ty,
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
    None
}

/// The type as which the value of a field is read, where the tag beside it has this text: the
/// variant in place of the union. Only objects have tags, and lists of them.
pub fn type_told<'m>(
    models: &'m IndexMap<ModelPath, Model>,
    field: &'m Field,
    said: Option<&str>,
    is_object: bool,
) -> Cow<'m, Type> {
    let tag = field.tag_beside.as_ref().map(|tag| &tag.value);
    let named = tag.and_then(|tag| tag.values.get(said?));
    let told = named.filter(|_| is_object);
    let told = told.and_then(|at| as_variant(models, &field.ty.value, *at, DEEPEST));
    told.map_or(Cow::Borrowed(&field.ty.value), Cow::Owned)
}

/// The same, of a value among the members of its object.
pub fn type_in<'m>(
    models: &'m IndexMap<ModelPath, Model>,
    field: &'m Field,
    members: &serde_json::Map<String, Value>,
    value: &Value,
) -> Cow<'m, Type> {
    let Some(tag) = &field.tag_beside else {
        return Cow::Borrowed(&field.ty.value);
    };
    let said = members.get(&tag.value.key).and_then(Value::as_str);
    let is_object = match value {
        Value::Array(items) => items.iter().all(Value::is_object),
        value => value.is_object(),
    };
    type_told(models, field, said, is_object)
}

fn as_variant(
    models: &IndexMap<ModelPath, Model>,
    ty: &Type,
    at: usize,
    deeper: usize,
) -> Option<Type> {
    let deeper = deeper.checked_sub(1)?;
    let inside = |inner: &Type| Some(Box::new(as_variant(models, inner, at, deeper)?));
    match ty {
        Type::Boxed(inner) => inside(inner).map(Type::Boxed),
        Type::Nullable(inner) => inside(inner).map(Type::Nullable),
        Type::List(item) => inside(item).map(Type::List),
        Type::Model(path) => match &models.get(path)?.kind {
            Kind::Union(union) => Some(union.variants.get(at)?.ty.clone()),
            Kind::Alias(alias) => as_variant(models, &alias.ty, at, deeper),
            _ => None,
        },
        _ => None,
    }
}
