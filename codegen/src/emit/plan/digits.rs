//! Which models hold numbers whose digits must be kept.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::context::types;
use crate::model::{Api, Kind, ModelPath, Type, Union, WireShape};
use crate::work;

/// What of a union is read with all digits of its numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExactIn<'a> {
    /// What must be buffered of an object under these keys.
    Keys(BTreeSet<&'a str>),
    /// What must be buffered of an object.
    Objects,
    /// The whole value.
    Values,
}

/// The models that hold such a number, at any depth.
pub(crate) fn holders(api: &Api) -> BTreeSet<&ModelPath> {
    let mut used_by: BTreeMap<&ModelPath, Vec<&ModelPath>> = BTreeMap::new();
    let mut holders = BTreeSet::new();
    let mut left = Vec::new();
    for model in api.models.values() {
        for ty in types(&model.kind) {
            match ty.innermost() {
                Type::Model(used) => used_by.entry(used).or_default().push(&model.path),
                Type::Number | Type::User { .. } => left.push(&model.path),
                _ => {}
            }
        }
    }
    while let Some(holder) = left.pop() {
        if holders.insert(holder) {
            left.extend(used_by.get(holder).into_iter().flatten().copied());
        }
    }
    holders
}

/// More types inside of a union are not looked at.
const MOST: usize = 4096;
/// Unions inside of more others are not looked into: shapes do not reach them either.
const DEEPEST: usize = 6;

/// What of a union that is such a model must be read so. It takes longer.
pub(crate) fn exact_in<'a>(
    api: &'a Api,
    holders: &BTreeSet<&ModelPath>,
    union: &'a Union,
) -> ExactIn<'a> {
    if let Some(keys) = keys(api, holders, union)
        && are_compared(union, &keys)
    {
        return ExactIn::Keys(keys);
    }
    let objects = |shape: &WireShape| matches!(shape, WireShape::Object { .. });
    let all = union.variants.iter().all(|variant| objects(&variant.shape));
    if all && union.tag().is_some() {
        ExactIn::Objects
    } else {
        ExactIn::Values
    }
}

/// Whether all of some keys are among those of a union's shapes.
fn are_compared(union: &Union, keys: &BTreeSet<&str>) -> bool {
    let mut left = keys.clone();
    let mut shapes: Vec<&WireShape> = union.variants.iter().map(|it| &it.shape).collect();
    while let Some(shape) = shapes.pop() {
        match shape {
            WireShape::Object {
                required, optional, ..
            } => {
                for key in required.iter().chain(optional) {
                    left.remove(key.as_str());
                }
            }
            WireShape::Array(item) => shapes.push(item),
            WireShape::OneOf(several) => shapes.extend(several),
            _ => {}
        }
    }
    left.is_empty()
}

/// The keys under which objects of a union hold such numbers; `None` if they are held otherwise.
fn keys<'a>(
    api: &'a Api,
    holders: &BTreeSet<&ModelPath>,
    union: &'a Union,
) -> Option<BTreeSet<&'a str>> {
    let holds = |ty: &Type| match ty.innermost() {
        Type::Number | Type::User { .. } => true,
        Type::Model(path) => holders.contains(path),
        _ => false,
    };
    let mut keys = BTreeSet::new();
    let mut seen = BTreeSet::new();
    // Each type with the number of unions that it stands in.
    let types = union.variants.iter().map(|variant| (&variant.ty, 1));
    let mut types: VecDeque<(&Type, usize)> = types.collect();
    let mut most = types.len() + MOST;
    while let Some((ty, unions)) = types.pop_front() {
        most = most.checked_sub(1)?;
        work::count(1);
        if !holds(ty) {
            continue;
        }
        match ty {
            Type::Boxed(inner) | Type::Nullable(inner) => types.push_back((inner, unions)),
            Type::Model(path) if !seen.insert(path) => {}
            Type::Model(path) => match &api.models.get(path)?.kind {
                Kind::Struct(strukt) => {
                    let fields = strukt.fields.iter();
                    let exact = fields.filter(|field| holds(&field.ty.value));
                    keys.extend(exact.map(|field| field.wire_name.value.as_str()));
                    if strukt.extra.as_ref().is_some_and(|extra| holds(&extra.ty)) {
                        return None;
                    }
                }
                Kind::Union(_) if unions > DEEPEST => return None,
                Kind::Union(union) => {
                    let types_of = union.variants.iter().map(|variant| &variant.ty);
                    types.extend(types_of.map(|ty| (ty, unions + 1)));
                }
                Kind::Alias(alias) => types.push_back((&alias.ty, unions)),
                Kind::Enum(_) | Kind::Flags(_) => return None,
            },
            _ => return None,
        }
    }
    Some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, model, strukt, to};
    use crate::model::{Presence, Variant};

    #[test]
    fn a_number_counts_for_all_that_hold_it() {
        let one = |name: &str, ty| strukt(name, vec![field("of", "of", ty, Presence::Optional)]);
        let list = |ty| Type::List(Box::new(ty));
        let api = api(vec![
            one("Number", list(Type::Number)),
            one("Float", Type::Float64),
            one("Outer", list(to("Middle"))),
            one("Middle", to("Number")),
            one("Loop", to("Loop")),
            one("User", Type::user("::a::B", &Type::String)),
        ]);
        let found: Vec<_> = holders(&api).into_iter().map(ModelPath::as_str).collect();
        assert_eq!(found, ["Middle", "Number", "Outer", "User"]);
    }

    #[test]
    fn only_keys_that_hold_a_number_are_exact() {
        let fields = |names: &[&str], ty: Type| {
            let fields = names.iter();
            let fields = fields.map(|name| field(name, name, ty.clone(), Presence::Optional));
            fields.collect::<Vec<_>>()
        };
        let numbers = || Type::List(Box::new(Type::Number));
        let mut circle = fields(&["name"], Type::String);
        circle.extend(fields(&["radius"], numbers()));
        let variant = |ty: Type, shape: WireShape| Variant {
            name: String::new(),
            ty,
            shape,
            evidence: Vec::new(),
        };
        let object = || WireShape::Object {
            tags: Vec::new(),
            required: Vec::new(),
            optional: ["by", "of", "radius"].map(str::to_owned).to_vec(),
        };
        let union = |variants: Vec<Variant>| Union {
            variants,
            unknown: "Unknown".to_owned(),
            tag: None,
        };
        let inner = union(vec![variant(to("Outer"), object())]);
        let api = api(vec![
            strukt("Circle", circle),
            strukt("Text", fields(&["text"], Type::String)),
            strukt("Outer", fields(&["of", "by"], to("Circle"))),
            model("Inner", Kind::Union(inner)),
        ]);
        let exact = |types: Vec<Type>| {
            let shapes = types.into_iter().map(|ty| match ty {
                Type::Model(_) => variant(ty, object()),
                ty => variant(ty, WireShape::Text),
            });
            let union = union(shapes.collect());
            match exact_in(&api, &holders(&api), &union) {
                ExactIn::Keys(keys) => keys.into_iter().map(str::to_owned).collect(),
                other => vec![format!("{other:?}")],
            }
        };
        let objects = vec![to("Circle"), Type::String, to("Text"), to("Inner")];
        assert_eq!(exact(objects), ["by", "of", "radius"]);
        assert_eq!(exact(vec![to("Circle"), numbers()]), ["Values"]);
    }
}
