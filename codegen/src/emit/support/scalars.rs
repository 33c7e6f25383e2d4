//! How scalars are read and written.

use super::decode::{Decode, Slot};
use super::encode::{Encode, Piece};
use crate::{Number, Value};

macro_rules! scalars {
    ($($ty:ty = $blank:expr, $slot:ident $(or $optional:ident)?, $value:ident => $piece:expr;)*) => {
        $(
            impl Decode for $ty {
                #[inline]
                fn blank() -> Self {
                    $blank
                }

                #[inline]
                fn slot(&mut self) -> Slot<'_> {
                    Slot::$slot(self)
                }

                $(
                    #[inline]
                    fn slot_or_null(place: &mut Option<Self>) -> Slot<'_> {
                        Slot::$optional(place)
                    }
                )?
            }

            impl Encode for $ty {
                #[inline]
                fn piece(&self) -> Piece<'_> {
                    let $value = self;
                    $piece
                }
            }
        )*
    };
}

scalars!(
    bool = false, Boolean or OptionalBoolean, value => Piece::Boolean(*value);
    i32 = 0, Int32 or OptionalInt32, value => Piece::Int32(*value);
    i64 = 0, Int64 or OptionalInt64, value => Piece::Int64(*value);
    f32 = 0.0, Float32, value => Piece::Float32(*value);
    f64 = 0.0, Float64 or OptionalFloat64, value => Piece::Float64(*value);
    String = Self::new(), String or OptionalString, value => Piece::Text(value);
    Value = Self::Null, Any, value => Piece::Any(value);
    Number = Self::default(), Number, value => Piece::Number(value);
);
