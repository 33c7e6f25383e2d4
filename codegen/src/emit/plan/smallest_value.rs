//! How deep the smallest value of each model is: where recursion can end.

use std::collections::BTreeMap;

use super::known_values::Known;
use crate::model::{Api, Kind, Model, ModelPath, Presence, Type};

/// The deepest model of which a value is made. Parsers of JSON give up at 128 levels, and what is
/// optional needs some of them.
const DEEPEST: usize = 64;

/// How many models deep the smallest value of each model is, itself included. A model that must
/// contain itself has no finite value, and no depth; nor has one that needs a type of the user's
/// of which no value is known.
pub(crate) struct SmallestDepths<'a> {
    models: BTreeMap<&'a ModelPath, usize>,
}

impl<'a> SmallestDepths<'a> {
    pub(crate) fn of(api: &'a Api, known: &Known) -> Self {
        let mut smallest_depths = Self {
            models: BTreeMap::new(),
        };
        for depth in 1..=DEEPEST {
            let found: Vec<&ModelPath> = api
                .models
                .values()
                .filter(|model| {
                    !smallest_depths.models.contains_key(&model.path)
                        && smallest_depths.is_enough(model, known)
                })
                .map(|model| &model.path)
                .collect();
            if found.is_empty() {
                break;
            }
            smallest_depths
                .models
                .extend(found.into_iter().map(|path| (path, depth)));
        }
        smallest_depths
    }

    /// The depth of a model; `None` if it has no value that can be made.
    pub(crate) fn model(&self, path: &ModelPath) -> Option<usize> {
        self.models.get(path).copied()
    }

    /// The depth of a type: lists and maps may be empty.
    pub(crate) fn ty(&self, ty: &Type, known: &Known) -> Option<usize> {
        match ty {
            Type::Boxed(inner) => self.ty(inner, known),
            Type::Model(path) => self.model(path),
            Type::User { .. } => known.values(ty).next().map(|_| 0),
            _ => Some(0),
        }
    }

    /// Whether the models with a depth are all that a value of this one needs.
    fn is_enough(&self, model: &Model, known: &Known) -> bool {
        match &model.kind {
            Kind::Struct(strukt) => strukt.fields.iter().all(|field| {
                field.presence != Presence::Required || self.ty(&field.ty.value, known).is_some()
            }),
            Kind::Enum(values) => values.unknown.is_some() || !values.values.is_empty(),
            Kind::Flags(_) => true,
            Kind::Union(union) => {
                let mut variants = union.variants.iter();
                union.variants.is_empty()
                    || variants.any(|variant| self.ty(&variant.ty, known).is_some())
            }
            Kind::Alias(alias) => self.ty(&alias.ty, known).is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, color, field, model, strukt, to};
    use crate::model::reads::Reader;
    use crate::model::{Union, UserType, Variant, WireShape};

    fn found(api: &Api) -> Vec<Option<usize>> {
        let known = Known::of(api, &Reader::of(api));
        let smallest_depths = SmallestDepths::of(api, &known);
        api.models
            .keys()
            .map(|path| smallest_depths.model(path))
            .collect()
    }

    #[test]
    fn recursion_ends_by_the_lowest_variant() {
        let boxed = |name: &str| Type::Boxed(Box::new(to(name)));
        let variant = |name: &str| Variant {
            name: name.to_owned(),
            ty: boxed(name),
            shape: WireShape::Any,
            evidence: Vec::new(),
        };
        let expression = Kind::Union(Union {
            variants: vec![variant("Not"), variant("Color")],
            unknown: "Unknown".to_owned(),
            tag: None,
        });
        let api = api(vec![
            model("Expression", expression),
            strukt(
                "Not",
                vec![field("of", "of", to("Expression"), Presence::Required)],
            ),
            color(None),
            strukt(
                "Endless",
                vec![field(
                    "again",
                    "again",
                    boxed("Endless"),
                    Presence::Required,
                )],
            ),
            strukt(
                "List",
                vec![field("next", "next", boxed("List"), Presence::Optional)],
            ),
        ]);
        assert_eq!(found(&api), [Some(2), Some(3), Some(1), None, Some(1)]);
    }

    #[test]
    fn what_needs_a_type_without_known_values_has_no_height() {
        let of = |name: &str, ty, presence| strukt(name, vec![field("of", "of", ty, presence)]);
        let money = || Type::User {
            path: "::x::Money".to_owned(),
            wire: Box::new(Type::String),
        };
        let mut api = api(vec![
            of("Required", money(), Presence::Required),
            of("Nullable", money(), Presence::RequiredNullable),
            of("Optional", money(), Presence::Optional),
            of("List", Type::List(Box::new(money())), Presence::Required),
            of("Above", to("Required"), Presence::Required),
        ]);
        api.user_types
            .insert("::x::Money".to_owned(), UserType::default());
        assert_eq!(found(&api), [None, Some(1), Some(1), Some(1), None]);
        let money = api.user_types.values_mut().next().unwrap();
        money.values.push("1 EUR".into());
        assert_eq!(
            found(&api)[..],
            [Some(1), Some(1), Some(1), Some(1), Some(2)]
        );
    }
}
