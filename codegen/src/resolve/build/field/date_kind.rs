//! Dates of a language that has one type for dates and date-times.

use crate::claim::{FieldClaim, Literal, Scalar};
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::observed::literal::{is_date, is_null, of_cell};
use crate::source::Located;

/// The type as a date, and the example that shows it: no row says which of the two it is, and every
/// example that shows either is a date.
pub(crate) fn shown<'a>(
    ty: &LinkedType,
    fields: impl Iterator<Item = &'a FieldClaim>,
) -> Option<(LinkedType, &'a Located<String>)> {
    let dated = dated(ty)?;
    let examples = fields.flat_map(|field| &field.examples);
    let examples: Vec<_> = examples.filter(|text| !is_null(&text.value)).collect();
    let (&first, _) = examples.split_first()?;
    let all = examples.iter().all(|text| is_dated(&of_cell(&text.value)));
    all.then_some((dated, first))
}

/// The type with a date in place of what may be either.
fn dated(ty: &LinkedType) -> Option<LinkedType> {
    let inner = |ty: &LinkedType| dated(ty).map(Box::new);
    Some(match ty {
        LinkedType::Scalar(Scalar::DateOrDateTime) => LinkedType::Scalar(Scalar::Date),
        LinkedType::List(item) => LinkedType::List(inner(item)?),
        LinkedType::Map(value) => LinkedType::Map(inner(value)?),
        LinkedType::Nullable(value) => LinkedType::Nullable(inner(value)?),
        _ => return None,
    })
}

/// Whether a value holds dates and nothing else.
fn is_dated(value: &Literal) -> bool {
    match value {
        Literal::String(text) => is_date(text),
        Literal::Array(items) => !items.is_empty() && items.iter().all(is_dated),
        Literal::Object(members) => {
            !members.is_empty() && members.iter().all(|member| is_dated(&member.value))
        }
        _ => false,
    }
}
