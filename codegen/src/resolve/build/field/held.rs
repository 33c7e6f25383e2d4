//! Types that hold what pages say who contradict each other.

use crate::claim::Scalar;
use crate::model::Rule;
use crate::resolve::catalog::linked::LinkedType;

/// The scalar that holds all of several types, and why; they may stand in the same lists and maps.
pub(crate) fn by(types: &[&LinkedType]) -> Option<(LinkedType, Rule)> {
    if let Some((outer, inner)) = peel(types) {
        let (ty, rule) = by(&inner)?;
        return Some((outer(Box::new(ty)), rule));
    }
    let all = |is: fn(Scalar) -> bool| {
        let mut types = types.iter();
        types.all(|ty| matches!(ty, LinkedType::Scalar(scalar) if is(*scalar)))
    };
    let (scalar, rule) = if all(is_number) {
        (Scalar::Number, Rule::NumberHoldsBoth)
    } else if all(is_text) {
        (Scalar::String, Rule::TextHoldsBoth)
    } else if all(|scalar| scalar == Scalar::Snowflake || is_number(scalar)) {
        (Scalar::Snowflake, Rule::TextOverNumber)
    } else if all(|scalar| {
        matches!(scalar, Scalar::String | Scalar::Snowflake) || is_number(scalar)
    }) {
        // No language prints text for a number in JSON; for long numbers in text, some print a
        // number.
        (Scalar::String, Rule::TextOverNumber)
    } else {
        return None;
    };
    Some((LinkedType::Scalar(scalar), rule))
}

/// One of several types; of lists, a list of one of several.
pub(crate) fn by_union(types: &[&LinkedType]) -> LinkedType {
    if let Some((outer, inner)) = peel(types) {
        return outer(Box::new(by_union(&inner)));
    }
    let mut members = Vec::new();
    for ty in types {
        match ty {
            LinkedType::Union(several) => members.extend(several.iter().cloned()),
            ty => members.push((*ty).clone()),
        }
    }
    LinkedType::union(members)
}

type Outer = fn(Box<LinkedType>) -> LinkedType;

/// The list or map that all types are, or null that one of them allows, and what is in it.
fn peel<'t>(types: &[&'t LinkedType]) -> Option<(Outer, Vec<&'t LinkedType>)> {
    use LinkedType::{List, Map, Nullable};
    if types.iter().any(|ty| matches!(ty, Nullable(_))) {
        return Some((Nullable, types.iter().map(|ty| ty.whole()).collect()));
    }
    let lists = types.iter().map(|ty| match ty {
        List(item) => Some(item.as_ref()),
        _ => None,
    });
    let maps = types.iter().map(|ty| match ty {
        Map(value) => Some(value.as_ref()),
        _ => None,
    });
    let lists = lists
        .collect::<Option<Vec<_>>>()
        .map(|items| (List as Outer, items));
    lists.or_else(|| Some((Map as Outer, maps.collect::<Option<Vec<_>>>()?)))
}

pub(crate) fn is_number(scalar: Scalar) -> bool {
    use Scalar::{BigInteger, Float32, Float64, Int32, Int64, Integer, Number};
    matches!(
        scalar,
        Integer | Int32 | Int64 | BigInteger | Number | Float32 | Float64
    )
}

fn is_text(scalar: Scalar) -> bool {
    use Scalar::{Bytes, Date, DateOrDateTime, DateTime, Snowflake, String};
    matches!(
        scalar,
        String | Date | DateTime | DateOrDateTime | Bytes | Snowflake
    )
}
