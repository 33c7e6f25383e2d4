//! Kinds of scalars that a union need not compare, because one of its variants accepts all of them.

use super::{Union, WireShape};

/// The kinds of scalars, in the order of `Scalar` in `runtime/src/support/union/choose.rs`.
#[derive(Clone, Copy, PartialEq)]
enum Scalar {
    Null,
    Boolean,
    Integer,
    Float,
    Text,
}

/// What a shape takes of a kind of scalars.
#[derive(PartialEq)]
enum Takes {
    None,
    Some,
    All,
}

/// For each kind of scalars the index of the only variant that takes one, if it takes all.
pub(crate) fn scalar_variants(union: &Union) -> [Option<usize>; 5] {
    use Scalar::{Boolean, Float, Integer, Null, Text};
    [Null, Boolean, Integer, Float, Text].map(|kind| {
        let takes = union
            .variants
            .iter()
            .map(|variant| takes(&variant.shape, kind));
        let mut some = takes.enumerate().filter(|(_, takes)| *takes != Takes::None);
        match (some.next(), some.next()) {
            (Some((index, Takes::All)), None) => Some(index),
            _ => None,
        }
    })
}

fn takes(shape: &WireShape, kind: Scalar) -> Takes {
    match (shape, kind) {
        (WireShape::Any, _)
        | (WireShape::Null, Scalar::Null)
        | (WireShape::Boolean, Scalar::Boolean)
        | (WireShape::Integer, Scalar::Integer)
        | (WireShape::Number, Scalar::Integer | Scalar::Float)
        | (WireShape::Text | WireShape::Texts { others: true, .. }, Scalar::Text) => Takes::All,
        (WireShape::DateTime | WireShape::Date | WireShape::Texts { .. }, Scalar::Text) => {
            Takes::Some
        }
        (WireShape::OneOf(shapes), _) => {
            let all: Vec<_> = shapes.iter().map(|shape| takes(shape, kind)).collect();
            if all.contains(&Takes::All) {
                Takes::All
            } else if all.contains(&Takes::Some) {
                Takes::Some
            } else {
                Takes::None
            }
        }
        _ => Takes::None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Type, Union, Variant, WireShape};
    use super::scalar_variants;

    fn union(shapes: Vec<WireShape>) -> Union {
        let variant = |shape| Variant {
            name: String::new(),
            ty: Type::Any,
            shape,
            evidence: Vec::new(),
        };
        Union {
            variants: shapes.into_iter().map(variant).collect(),
            unknown: "Unknown".into(),
            tag: None,
        }
    }

    #[test]
    fn a_kind_that_one_variant_takes_whole_is_decided() {
        let shapes = vec![
            WireShape::Number,
            WireShape::OneOf(vec![WireShape::Text, WireShape::Null]),
        ];
        assert_eq!(
            scalar_variants(&union(shapes)),
            [Some(1), None, Some(0), Some(0), Some(1)]
        );
    }

    #[test]
    fn a_kind_that_two_take_or_one_takes_in_part_is_not() {
        let shapes = vec![WireShape::Integer, WireShape::Number, WireShape::Date];
        assert_eq!(
            scalar_variants(&union(shapes)),
            [None, None, None, Some(1), None]
        );
    }
}
