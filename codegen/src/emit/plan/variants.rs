//! The methods and impls that a union has for each variant.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use super::aliases::{canonical, is_of_user};
use crate::model::{Api, ModelPath, Type, Union};

/// What a union has for one of its variants.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct VariantImpls {
    /// The `…` of a method `as_…` that looks into it, where its name is no other's and no trait's.
    pub(crate) accessor: Option<String>,
    /// Whether there is `From` for its payload, which no other variant has.
    pub(crate) converts: bool,
    /// Its payload, with one spelling for what is one Rust type.
    pub(crate) payload: Type,
}

/// What a union has, a variant each.
pub(crate) fn of(api: &Api, path: &ModelPath, union: &Union) -> Vec<VariantImpls> {
    let names: Vec<String> = union
        .variants
        .iter()
        .map(|variant| variant.name.to_snake_case())
        .collect();
    let payloads: Vec<Type> = union
        .variants
        .iter()
        .map(|variant| canonical(api, &variant.ty))
        .collect();
    let own = Type::Model(path.clone());
    let uncertain = payloads.iter().filter(|ty| is_of_user(ty)).count();
    let of_payload = counts(&payloads);
    let of_name = counts(&names);
    let is_free =
        |name: &String| of_name.get(name) == Some(&1) && !matches!(name.as_str(), "ref" | "mut");
    names
        .iter()
        .zip(&payloads)
        .map(|(name, payload)| {
            // Two of the user's paths may lead to one type.
            let certain = uncertain < 2 || !is_of_user(payload);
            VariantImpls {
                accessor: is_free(name).then(|| name.clone()),
                converts: *payload != own && certain && of_payload.get(payload) == Some(&1),
                payload: payload.clone(),
            }
        })
        .collect()
}

/// How often each is there.
fn counts<T: Ord>(of: &[T]) -> BTreeMap<&T, usize> {
    let mut counts = BTreeMap::new();
    for one in of {
        *counts.entry(one).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, to};
    use crate::model::{Variant, WireShape};

    fn impls(variants: Vec<(&str, Type)>) -> Vec<VariantImpls> {
        let variants = variants.into_iter().map(|(name, ty)| Variant {
            name: name.to_owned(),
            ty,
            shape: WireShape::Any,
            evidence: Vec::new(),
        });
        let union = Union {
            variants: variants.collect(),
            unknown: "Unknown".to_owned(),
            tag: None,
        };
        of(&api(Vec::new()), &ModelPath::new(None, "Either"), &union)
    }

    #[test]
    fn methods_are_no_others_and_no_traits() {
        let names = ["HTTPServer", "HttpServer", "Ref", "Mut", "Own"];
        let found = impls(names.map(|name| (name, to(name))).to_vec());
        let found: Vec<_> = found.iter().map(|it| it.accessor.as_deref()).collect();
        assert_eq!(found, [None, None, None, None, Some("own")]);
    }

    #[test]
    fn only_a_payload_of_one_variant_converts() {
        let user = |path: &str| Type::User {
            path: path.to_owned(),
            wire: Box::new(Type::String),
        };
        let converts = |types: Vec<Type>| -> Vec<bool> {
            let variants = types.into_iter().map(|ty| ("V", ty)).collect();
            impls(variants).iter().map(|it| it.converts).collect()
        };
        let boxed = Type::Boxed(Box::new(Type::Bytes));
        assert_eq!(
            converts(vec![Type::String, boxed, Type::Int64, to("Either")]),
            [false, false, true, false]
        );
        assert_eq!(converts(vec![user("::x::A"), Type::Any]), [true, true]);
        assert_eq!(
            converts(vec![user("::x::A"), user("::x::B"), Type::Any]),
            [false, false, true]
        );
    }
}
