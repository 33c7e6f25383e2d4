//! Any value and numbers of unknown kind from bytes, for the feature `arbitrary`.

use arbitrary::{Result, Unstructured};

use super::{Make, Own, by_make, entries, is_over};
use crate::support::values::json::{Number, Value};

impl Make for Number {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        Ok(match u.int_in_range(0..=2)? {
            0 => Self::from(u.arbitrary::<i64>()?),
            1 => Self::from(u.arbitrary::<u64>()?),
            _ => Self::from_f64(Make::<Own>::make(u)?).unwrap_or_default(),
        })
    }
}

impl Make for Value {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        let last = if is_over(u) { 3 } else { 5 };
        Ok(match u.int_in_range(0..=last)? {
            0 => Self::Null,
            1 => Self::Bool(u.arbitrary()?),
            2 => Self::Number(<Number as Make<Own>>::make(u)?.into()),
            3 => Self::String(Make::<Own>::make(u)?),
            4 => Self::Array(Make::<Own>::make(u)?),
            _ => Self::Object(entries::<_, Own>(u)?.into_iter().collect()),
        })
    }
}

by_make!(Number);
