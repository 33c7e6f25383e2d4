//! Types that only serde can read and write: types of the user, and structs with serde's derives.
//!
//! Everything else is read by the tables of the runtime, which start from a blank value. Of a
//! user's type there is none, so a struct that must hold one has serde's derives, as has a struct
//! that must hold itself, of which there is no value at all.

use std::collections::{BTreeMap, BTreeSet};

use super::aliases::MAX_DEPTH;
use crate::model::{Api, Impls, Kind, Model, ModelPath, Presence, Struct, Type};

/// The structs of an API that can be blank.
pub(crate) struct SerdeOnly<'a> {
    api: &'a Api,
    blank: BTreeSet<&'a ModelPath>,
}

impl<'a> SerdeOnly<'a> {
    pub(crate) fn of(api: &'a Api) -> Self {
        let mut found = Self {
            api,
            blank: BTreeSet::new(),
        };
        if api.impls == Impls::Derive {
            return found;
        }
        // How many fields of a struct wait for a struct that is not known to be blank.
        let mut waits: BTreeMap<&ModelPath, usize> = BTreeMap::new();
        let mut waiting: BTreeMap<&ModelPath, Vec<&ModelPath>> = BTreeMap::new();
        let mut ready = Vec::new();
        for model in api.models.values() {
            let Kind::Struct(strukt) = &model.kind else {
                continue;
            };
            let Some(needed) = found.needed(strukt) else {
                continue;
            };
            if needed.is_empty() {
                ready.push(&model.path);
            }
            waits.insert(&model.path, needed.len());
            for path in needed {
                waiting.entry(path).or_default().push(&model.path);
            }
        }
        while let Some(path) = ready.pop() {
            found.blank.insert(path);
            for waiter in waiting.remove(path).into_iter().flatten() {
                if let Some(left) = waits.get_mut(waiter) {
                    *left -= 1;
                    if *left == 0 {
                        ready.push(waiter);
                    }
                }
            }
        }
        found
    }

    /// Whether a struct has serde's derives.
    pub(crate) fn derives(&self, model: &Model) -> bool {
        matches!(model.kind, Kind::Struct(_)) && !self.blank.contains(&model.path)
    }

    /// Whether any struct has them.
    pub(crate) fn derives_any(&self) -> bool {
        let mut emitted = self.api.models.values().filter(|model| model.emitted);
        emitted.any(|model| self.derives(model))
    }

    /// Whether a value of the type has a part that only serde can read.
    pub(crate) fn is_in(&self, ty: &Type) -> bool {
        match self.within(ty) {
            None => true,
            Some(part) => part.is_some_and(|path| !self.blank.contains(path)),
        }
    }

    /// Whether the tables of the runtime meet a type that only serde can read and write.
    pub(crate) fn is_met(&self) -> bool {
        let mut emitted = self.api.models.values().filter(|model| model.emitted);
        emitted.any(|model| match &model.kind {
            Kind::Struct(strukt) if !self.derives(model) => strukt
                .fields
                .iter()
                .any(|field| self.is_in(&field.ty.value)),
            Kind::Union(union) => union.variants.iter().any(|variant| self.is_in(&variant.ty)),
            _ => false,
        })
    }

    /// The structs that must have a blank value for one to have it; `None` if it has none anyway.
    fn needed(&self, strukt: &'a Struct) -> Option<Vec<&'a ModelPath>> {
        let mut needed = Vec::new();
        let required = strukt
            .fields
            .iter()
            .filter(|field| field.presence == Presence::Required);
        for field in required {
            needed.extend(self.held(&field.ty.value)?);
        }
        if let Some(extra) = &strukt.extra {
            needed.extend(self.within(&extra.ty)?);
        }
        Some(needed)
    }

    /// The struct that a value of the type starts with; `None` if the value cannot be blank.
    fn held(&self, mut ty: &'a Type) -> Option<Option<&'a ModelPath>> {
        for _ in 0..=MAX_DEPTH {
            ty = match ty {
                Type::User { .. } => return None,
                Type::Boxed(inner) => inner,
                Type::Model(path) => match self.kind(path) {
                    Some(Kind::Struct(_)) => return Some(Some(path)),
                    Some(Kind::Alias(alias)) => &alias.ty,
                    _ => return Some(None),
                },
                _ => return Some(None),
            };
        }
        None
    }

    /// The struct that is a part of a type; `None` if only serde can read a part.
    fn within<'t>(&self, mut ty: &'t Type) -> Option<Option<&'t ModelPath>>
    where
        'a: 't,
    {
        for _ in 0..=MAX_DEPTH {
            ty = match ty {
                Type::User { .. } => return None,
                Type::List(inner)
                | Type::Map(inner)
                | Type::Nullable(inner)
                | Type::Boxed(inner) => inner,
                Type::Model(path) => match self.kind(path) {
                    Some(Kind::Struct(_)) => return Some(Some(path)),
                    Some(Kind::Alias(alias)) => &alias.ty,
                    _ => return Some(None),
                },
                _ => return Some(None),
            };
        }
        None
    }

    fn kind(&self, path: &ModelPath) -> Option<&'a Kind> {
        self.api.models.get(path).map(|model| &model.kind)
    }
}

#[cfg(test)]
mod tests {
    use super::SerdeOnly;
    use crate::emit::testing::{api, field, strukt, to};
    use crate::model::{Impls, Presence, Type};

    #[test]
    fn who_must_hold_such_a_type_is_one() {
        let money = || Type::User {
            path: "::shop::Money".to_owned(),
            wire: Box::new(Type::String),
        };
        let one = |name: &str, ty: Type, presence| {
            strukt(name, vec![field("value", "value", ty, presence)])
        };
        let boxed = |name: &str| Type::Boxed(Box::new(to(name)));
        let mut api = api(vec![
            one("Price", money(), Presence::Required),
            one("Order", to("Price"), Presence::Required),
            one(
                "Page",
                Type::List(Box::new(to("Order"))),
                Presence::Required,
            ),
            one("Maybe", money(), Presence::Optional),
            one("Endless", boxed("Endless"), Presence::Required),
            one("Node", boxed("Node"), Presence::Optional),
        ]);
        let derived = |api: &crate::model::Api| -> Vec<String> {
            let found = SerdeOnly::of(api);
            let models = api.models.values().filter(|model| found.derives(model));
            let mut names: Vec<_> = models.map(|model| model.path.to_string()).collect();
            names.sort();
            names
        };
        assert_eq!(derived(&api), ["Endless", "Order", "Price"]);
        let found = SerdeOnly::of(&api);
        assert!(found.is_met());
        assert!(found.is_in(&Type::List(Box::new(to("Order")))));
        assert!(!found.is_in(&to("Page")) && !found.is_in(&to("Node")));
        api.impls = Impls::Derive;
        assert_eq!(derived(&api).len(), 6);
        assert!(!SerdeOnly::of(&api).is_met());
    }
}
