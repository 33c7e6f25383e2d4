//! Numbers of two widths on two pages: the wider holds both.

use crate::claim::Scalar;
use crate::resolve::catalog::linked::LinkedType;

/// The wider of two numbers, if `b` is that.
pub(crate) fn wider(a: Scalar, b: Scalar) -> Option<Scalar> {
    use Scalar::{BigInteger, Float32, Float64, Int32, Int64};
    match (a, b) {
        (Int32, Int64) | (Int32 | Int64, BigInteger) | (Float32, Float64) => Some(b),
        _ => None,
    }
}

/// Whether a type is a statement with more bits: `int64` where it says `int32`.
pub(crate) fn is_widened(ty: &LinkedType, said: &LinkedType) -> bool {
    use LinkedType::{List, Map, Nullable, Scalar};
    match (ty, said) {
        (Scalar(ty), Scalar(said)) => wider(*said, *ty).is_some(),
        (List(ty), List(said)) | (Map(ty), Map(said)) => is_widened(ty, said),
        (Nullable(ty), said) => is_widened(ty, said),
        (ty, Nullable(said)) => is_widened(ty, said),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Scalar::{BigInteger, Float64, Int32, Int64};

    #[test]
    fn only_more_bits_are_wider() {
        assert_eq!(wider(Int32, Int64), Some(Int64));
        assert_eq!(wider(Int64, Int32), None);
        assert_eq!(wider(Int64, BigInteger), Some(BigInteger));
        assert_eq!(wider(Int64, Float64), None);
        let list = |scalar| LinkedType::List(Box::new(LinkedType::Scalar(scalar)));
        assert!(is_widened(&list(Int64), &list(Int32)));
        assert!(!is_widened(&list(Int64), &list(Int64)));
    }
}
