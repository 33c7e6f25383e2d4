//! How `new` creates a struct: its parameters, the fields that it fills in, and whether there is a
//! `Default`.

use serde_json::Value;

use super::aliases::resolve;
use crate::model::{Api, Enum, Field, Kind, ModelPath, Presence, Struct, Type};

/// How a struct is made.
pub(crate) struct Construction<'a> {
    /// Where the value of each field comes from.
    pub(crate) origins: Vec<Origin<'a>>,
    pub(crate) default: DefaultImpl,
    /// Whether a constant is written with digits of the docs.
    pub(crate) has_digits: bool,
}

/// Where the value of a field of a new struct comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Origin<'a> {
    /// `new` asks for it.
    Asked,
    /// There is only one.
    Constant(Constant<'a>),
    /// There is none.
    Absent,
}

/// The only value of a field.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Constant<'a> {
    /// The enum and its variant.
    Variant(&'a ModelPath, &'a str),
    Boolean(bool),
    Int32(i32),
    Int64(i64),
    Float(f64),
    /// A `Number` with a fraction.
    Fraction(f64),
    /// A `Number` without.
    Whole(i64),
    Text(&'a str),
}

/// Where the `Default` of a struct comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DefaultImpl {
    None,
    Derived,
    /// By `new`.
    Written,
}

impl<'a> Construction<'a> {
    /// `wanted` is whether every field that `new` asks for has a `Default`.
    pub(crate) fn of(api: &'a Api, strukt: &'a Struct, wanted: bool) -> Self {
        let origins: Vec<_> = strukt
            .fields
            .iter()
            .map(|field| match field.presence {
                Presence::Optional | Presence::OptionalNullable => Origin::Absent,
                Presence::Required | Presence::RequiredNullable => {
                    constant(api, field).map_or(Origin::Asked, Origin::Constant)
                }
            })
            .collect();
        let is_constant = |origin: &Origin| matches!(origin, Origin::Constant(_));
        let constants = origins.iter().any(is_constant);
        // `new` without parameters asks for `Default`; with constants, deriving would miss them.
        let default = match origins.contains(&Origin::Asked) {
            false => DefaultImpl::Written,
            true if !wanted => DefaultImpl::None,
            true if constants => DefaultImpl::Written,
            true => DefaultImpl::Derived,
        };
        let is_fraction = |field: &Field| field.only_value().is_some_and(Value::is_f64);
        let mut fields = strukt.fields.iter().zip(&origins);
        let has_digits = fields.any(|(field, origin)| is_constant(origin) && is_fraction(field));
        Self {
            origins,
            default,
            has_digits,
        }
    }

    /// The parameters of `new`.
    pub(crate) fn asked<'s>(&'s self, strukt: &'s Struct) -> impl Iterator<Item = &'s Field> {
        let fields = strukt.fields.iter().zip(&self.origins);
        fields.filter_map(|(field, origin)| (*origin == Origin::Asked).then_some(field))
    }

    /// Whether `new` takes what it asks for by name: of two, one could be taken for the other.
    pub(crate) fn is_by_name(&self) -> bool {
        let asked = self.origins.iter().filter(|it| **it == Origin::Asked);
        asked.count() > 1
    }

    /// The values that `new` fills in.
    pub(crate) fn constants(&self) -> impl Iterator<Item = &Constant<'a>> {
        self.origins.iter().filter_map(|origin| match origin {
            Origin::Constant(constant) => Some(constant),
            Origin::Asked | Origin::Absent => None,
        })
    }
}

/// The value of a field that can have only one, if its type can say it.
fn constant<'a>(api: &'a Api, field: &'a Field) -> Option<Constant<'a>> {
    let value = field.only_value();
    Some(match (resolve(api, &field.ty.value), value) {
        (Type::Model(path), _) => {
            let Kind::Enum(constant) = &api.models.get(path)?.kind else {
                return None;
            };
            Constant::Variant(path, constant_variant(constant, value)?)
        }
        (Type::Boolean, Some(Value::Bool(value))) => Constant::Boolean(*value),
        (Type::Int32, Some(Value::Number(number))) => {
            Constant::Int32(i32::try_from(number.as_i64()?).ok()?)
        }
        (Type::Int64, Some(Value::Number(number))) => Constant::Int64(number.as_i64()?),
        (Type::Float32 | Type::Float64, Some(Value::Number(number))) => {
            Constant::Float(number.as_f64()?)
        }
        (Type::Number, Some(Value::Number(number))) if number.is_f64() => {
            Constant::Fraction(number.as_f64()?)
        }
        (Type::Number, Some(Value::Number(number))) => Constant::Whole(number.as_i64()?),
        (Type::String, Some(Value::String(text))) => Constant::Text(text),
        _ => return None,
    })
}

/// The variant of the field's constant, or of an enum that is a constant.
fn constant_variant<'e>(constant: &'e Enum, value: Option<&Value>) -> Option<&'e str> {
    let values = &constant.values;
    match value {
        Some(value) => values.iter().find(|known| known.value == *value),
        None if constant.constant && values.len() == 1 => values.first(),
        None => None,
    }
    .map(|value| value.name.as_str())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::emit::testing::{api, color, fact, field, strukt, to};

    fn made(fields: Vec<Field>, wanted: bool, check: impl Fn(&Construction)) {
        let api = api(vec![strukt("Room", fields), color(None)]);
        let Kind::Struct(strukt) = &api.models[0].kind else {
            panic!("a struct");
        };
        check(&Construction::of(&api, strukt, wanted));
    }

    fn constant(ty: Type, value: Value) -> Field {
        let mut field = field("of", "of", ty, Presence::Required);
        field.constant = Some(Box::new(fact(value)));
        field
    }

    #[test]
    fn a_constant_is_filled_in_where_its_type_can_say_it() {
        let of = |ty: Type, value: Value| {
            let found = std::cell::Cell::new(None);
            made(vec![constant(ty, value)], false, |made| {
                found.set(Some(format!("{:?}", made.origins[0])));
            });
            found.take().unwrap()
        };
        assert_eq!(of(Type::Int32, json!(7)), "Constant(Int32(7))");
        assert_eq!(of(Type::Int32, json!(1_i64 << 40)), "Asked");
        assert_eq!(of(Type::Number, json!(0.5)), "Constant(Fraction(0.5))");
        assert_eq!(of(Type::Number, json!(5)), "Constant(Whole(5))");
        assert_eq!(of(Type::Number, json!(u64::MAX)), "Asked");
        assert_eq!(of(Type::String, json!(5)), "Asked");
        assert!(of(to("Color"), json!("red")).ends_with("\"Red\"))"));
        assert_eq!(of(to("Color"), json!("blue")), "Asked");
    }

    #[test]
    fn default_is_written_where_deriving_would_miss_a_constant() {
        let asked = || field("id", "id", Type::String, Presence::Required);
        let absent = || field("note", "note", Type::String, Presence::Optional);
        let is = |fields, wanted, default| {
            made(fields, wanted, |made| assert_eq!(made.default, default));
        };
        is(vec![absent()], false, DefaultImpl::Written);
        is(vec![asked(), absent()], false, DefaultImpl::None);
        is(vec![asked(), absent()], true, DefaultImpl::Derived);
        let kind = || constant(Type::Boolean, json!(true));
        is(vec![kind()], false, DefaultImpl::Written);
        is(vec![asked(), kind()], true, DefaultImpl::Written);
    }
}
