//! How scalars are read and written.

use super::{Kind, Wire};
use crate::support::read::slot::Slot;
use crate::support::write::piece::Piece;

/// Scalars.
pub struct Scalars;

/// Implements reading and writing for a scalar, from its blank value, its slot, the slot of its
/// `Option`, and its piece.
macro_rules! scalars {
    ($($ty:ty = $blank:expr, $slot:ident $(or $optional:ident)?, $value:ident => $piece:expr;)*) => {
        $(
            impl Wire for $ty {
                type Kind = Scalars;

                #[inline]
                fn blank() -> Self {
                    $blank
                }
            }

            impl Kind<$ty> for Scalars {
                #[inline]
                fn slot(value: &mut $ty) -> Slot<'_> {
                    Slot::$slot(value)
                }

                $(
                    #[inline]
                    fn slot_or_null(place: &mut Option<$ty>) -> Slot<'_> {
                        Slot::$optional(place)
                    }
                )?

                #[inline]
                fn piece($value: &$ty) -> Piece<'_> {
                    $piece
                }
            }
        )*
    };
}

#[allow(unused_imports, reason = "not every crate has more scalars")]
pub(crate) use scalars;

scalars!(
    bool = false, Boolean or OptionalBoolean, value => Piece::Boolean(*value);
    i32 = 0, Int32 or OptionalInt32, value => Piece::Int32(*value);
    i64 = 0, Int64 or OptionalInt64, value => Piece::Int64(*value);
    f32 = 0.0, Float32, value => Piece::Float32(*value);
    f64 = 0.0, Float64 or OptionalFloat64, value => Piece::Float64(*value);
    String = Self::new(), String or OptionalString, value => Piece::Text(value);
);
