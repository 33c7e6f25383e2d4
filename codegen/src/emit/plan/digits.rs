//! Which models hold numbers whose digits must be kept.

use std::collections::{BTreeMap, BTreeSet};

use super::context::types;
use crate::model::{Api, ModelPath, Type, Union, WireShape};

/// What of a union is read with all digits of its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ExactIn {
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

/// What of a union that is such a model must be read so. It takes longer.
pub(crate) fn exact_in(union: &Union) -> ExactIn {
    let objects = |shape: &WireShape| matches!(shape, WireShape::Object { .. });
    let all = union.variants.iter().all(|variant| objects(&variant.shape));
    if all && union.tag().is_some() {
        ExactIn::Objects
    } else {
        ExactIn::Values
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, strukt, to};
    use crate::model::Presence;

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
}
