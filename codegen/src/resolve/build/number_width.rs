//! Numbers that are wider in a sample than on the pages.

use crate::model::{Fact, Type};
use crate::resolve::context::{Context, evidence};
use crate::resolve::observed::FieldKey;

/// A type that holds the numbers which samples show for the field.
pub(crate) fn widen(cx: &Context<'_>, key: &FieldKey, mut fact: Fact<Type>) -> Fact<Type> {
    for number in cx.shown.numbers.get(key).into_iter().flatten() {
        let Some(scalar) = innermost(&mut fact.value) else {
            break;
        };
        let (wider, rule) = match (&*scalar, number.value.parse::<i64>()) {
            (Type::Int32, Ok(value)) if i32::try_from(value).is_err() => {
                (Type::Int64, "a number in a sample needs 64 bits")
            }
            (Type::Int32 | Type::Int64, Err(_)) => {
                (Type::Number, "a number in a sample is not whole")
            }
            _ => continue,
        };
        *scalar = wider;
        fact.rule = rule.into();
        for said in &mut fact.evidence {
            said.won = false;
        }
        fact.evidence
            .insert(0, evidence(cx.files, number.place, &number.value, true));
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
