//! Numbers that are wider in a sample than on the pages.

use crate::model::{Fact, Rule, Type};
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::resolve::observed::FieldKey;

/// A type that holds the numbers which samples show for the field.
pub(crate) fn widen(cx: &Context<'_>, key: &FieldKey, mut fact: Fact<Type>) -> Fact<Type> {
    for number in cx.observed.numbers.get(key).into_iter().flatten() {
        let Some(scalar) = innermost(&mut fact.value) else {
            break;
        };
        let (wider, rule) = match (&*scalar, number.value.parse::<i64>()) {
            (Type::Int32, Ok(value)) if i32::try_from(value).is_err() => {
                (Type::Int64, Rule::SampleNeeds64Bits)
            }
            (Type::Int32 | Type::Int64, Err(_)) => (Type::Number, Rule::SampleNotWhole),
            _ => continue,
        };
        *scalar = wider;
        let at = statement(cx.files, number.place, &number.value, true);
        let ty = fact.value.clone();
        fact = fact.overruled(ty, rule, at);
    }
    fact
}

fn innermost(ty: &mut Type) -> Option<&mut Type> {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => innermost(inner),
        Type::Int32 | Type::Int64 => Some(ty),
        _ => None,
    }
}
