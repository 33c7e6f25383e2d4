//! Types that only serde can read and write: types of the user, and structs with serde's derives.
//!
//! Everything else is read by the tables of the runtime, which start from a blank value. Of a
//! user's type there is none, so a struct that must hold one has serde's derives, as has a struct
//! that must hold itself, of which there is no value at all.

use std::collections::BTreeSet;

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
        loop {
            let more: Vec<&ModelPath> = api
                .models
                .values()
                .filter(|model| !found.blank.contains(&model.path))
                .filter(|model| matches!(&model.kind, Kind::Struct(strukt) if found.can_be_blank(strukt)))
                .map(|model| &model.path)
                .collect();
            if more.is_empty() {
                return found;
            }
            found.blank.extend(more);
        }
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
        self.is_within(ty, 0)
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

    fn can_be_blank(&self, strukt: &Struct) -> bool {
        let mut required = strukt
            .fields
            .iter()
            .filter(|field| field.presence == Presence::Required);
        let mut extra = strukt.extra.iter();
        required.all(|field| self.is_blank(&field.ty.value, 0))
            && !extra.any(|extra| self.is_in(&extra.ty))
    }

    fn is_blank(&self, ty: &Type, depth: usize) -> bool {
        match ty {
            _ if depth > MAX_DEPTH => false,
            Type::User { .. } => false,
            Type::Boxed(inner) => self.is_blank(inner, depth + 1),
            Type::Model(path) => match self.api.models.get(path).map(|model| &model.kind) {
                Some(Kind::Struct(_)) => self.blank.contains(path),
                Some(Kind::Alias(alias)) => self.is_blank(&alias.ty, depth + 1),
                _ => true,
            },
            _ => true,
        }
    }

    fn is_within(&self, ty: &Type, depth: usize) -> bool {
        match ty {
            _ if depth > MAX_DEPTH => true,
            Type::User { .. } => true,
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
                self.is_within(inner, depth + 1)
            }
            Type::Model(path) => match self.api.models.get(path).map(|model| &model.kind) {
                Some(Kind::Struct(_)) => !self.blank.contains(path),
                Some(Kind::Alias(alias)) => self.is_within(&alias.ty, depth + 1),
                _ => false,
            },
            _ => false,
        }
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
