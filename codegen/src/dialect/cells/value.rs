//! The value of an enum in a cell.
use crate::claim::Stated;
use crate::claim::ValueClaim;
use crate::claim::ValueScalar;
use crate::claim::ValuesClaim;

pub(crate) fn claim(values: Vec<ValueClaim>, scalar: ValueScalar) -> ValuesClaim {
    ValuesClaim {
        values,
        scalar,
        open: Stated::Silent,
    }
}

pub(crate) fn is_number(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    digits.starts_with(|c: char| c.is_ascii_digit()) && digits.parse::<f64>().is_ok()
}
