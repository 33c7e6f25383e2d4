//! What the models need from the crate. It decides which other code is generated.

use super::context::types;
use super::serde_only::SerdeOnly;
use crate::model::{Api, DateTimeType, Impls, Kind, MapType, Model, Type};

/// What the models ask of the crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Needs {
    /// The type of date-times, if there are any.
    pub(crate) dates: Option<DateTimeType>,
    /// Whether there is what only `serde_json` can say: any value, as unions keep it too, or a
    /// number of unknown kind. Where the user brings in types and attributes, they may name it.
    pub(crate) opaque: bool,
    /// Whether there are ids that are text of digits.
    pub(crate) snowflakes: bool,
    /// Whether there are bits of integers.
    pub(crate) flags: bool,
    /// Whether a struct has a union with a tag beside it.
    pub(crate) beside: bool,
    /// Whether maps keep their order.
    pub(crate) index_maps: bool,
    /// Whether the tables of the runtime meet a type that only serde can read and write.
    pub(crate) foreign: bool,
    /// Whether a struct has serde's derives.
    pub(crate) derives: bool,
    /// Whether an API is read by serde's derives, whose errors name no place.
    pub(crate) placeless_errors: bool,
}

impl Needs {
    /// What one API asks.
    pub(crate) fn of(api: &Api, serde_only: &SerdeOnly) -> Self {
        let emitted = || api.models.values().filter(|model| model.emitted);
        let is_date = |ty: &Type| matches!(ty, Type::DateTime | Type::Date);
        let dated = api.date_time.is_typed() && emitted().any(|model| holds(model, is_date));
        Self {
            dates: dated.then_some(api.date_time),
            opaque: !api.user_types.is_empty()
                || !api.dependencies.is_empty()
                || emitted().any(is_opaque),
            snowflakes: emitted().any(|model| holds(model, |ty| *ty == Type::Snowflake)),
            flags: emitted().any(|model| matches!(model.kind, Kind::Flags(_))),
            beside: emitted()
                .any(|model| matches!(&model.kind, Kind::Struct(it) if it.has_tags_beside())),
            index_maps: api.map == MapType::Index,
            foreign: serde_only.is_met(),
            derives: serde_only.derives_any(),
            placeless_errors: api.impls == Impls::Derive,
        }
    }

    /// What both ask. Of two types of date-times, the first: a crate has only one.
    pub(crate) fn join(self, other: Self) -> Self {
        Self {
            dates: self.dates.or(other.dates),
            opaque: self.opaque || other.opaque,
            snowflakes: self.snowflakes || other.snowflakes,
            flags: self.flags || other.flags,
            beside: self.beside || other.beside,
            index_maps: self.index_maps || other.index_maps,
            foreign: self.foreign || other.foreign,
            derives: self.derives || other.derives,
            placeless_errors: self.placeless_errors || other.placeless_errors,
        }
    }
}

fn is_opaque(model: &Model) -> bool {
    matches!(model.kind, Kind::Union(_))
        || names_json(model)
        || holds(model, |ty| matches!(ty, Type::Any | Type::Number))
}

/// Whether an attribute or a derive of the user's names the crate, which need not be listed.
fn names_json(model: &Model) -> bool {
    let of_fields = match &model.kind {
        Kind::Struct(strukt) => strukt.fields.as_slice(),
        _ => &[],
    };
    let of_fields = of_fields.iter().flat_map(|field| &field.attributes);
    let mut texts = model
        .added
        .derives
        .iter()
        .chain(&model.added.attributes)
        .chain(of_fields);
    texts.any(|text| text.contains("serde_json"))
}

/// Whether a model holds a type, in whatever list, map or option.
fn holds(model: &Model, wanted: impl Fn(&Type) -> bool) -> bool {
    types(&model.kind).any(|ty| wanted(ty.innermost()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, strukt};
    use crate::model::Presence;

    fn needs(ty: Type, change: impl Fn(&mut Api)) -> Needs {
        let ty = Type::List(Box::new(ty));
        let mut api = api(vec![strukt(
            "Room",
            vec![field("of", "of", ty, Presence::Required)],
        )]);
        change(&mut api);
        Needs::of(&api, &SerdeOnly::of(&api))
    }

    #[test]
    fn is_what_the_types_are_made_of() {
        assert_eq!(needs(Type::String, |_| {}), Needs::default());
        let dated = needs(Type::Date, |_| {});
        assert_eq!(dated.dates, Some(DateTimeType::Time));
        let text = needs(Type::Date, |api| api.date_time = DateTimeType::String);
        assert_eq!(text, Needs::default());
        assert!(needs(Type::Number, |_| {}).opaque);
        let hidden = needs(Type::Any, |api| api.models[0].emitted = false);
        assert_eq!(hidden, Needs::default());
    }

    #[test]
    fn an_attribute_may_name_json() {
        let asked = needs(Type::String, |api| {
            let attribute = "serde(with = \"serde_json::value\")".to_owned();
            api.models[0].added.attributes.push(attribute);
        });
        assert!(asked.opaque);
    }

    #[test]
    fn one_type_of_dates_is_the_first() {
        let jiff = needs(Type::Date, |api| api.date_time = DateTimeType::Jiff);
        let ordered = needs(Type::Date, |api| api.map = MapType::Index);
        let both = jiff.join(ordered);
        assert_eq!(both.dates, Some(DateTimeType::Jiff));
        assert!(both.index_maps && !both.derives);
    }
}
