//! What only JSON can say: any value, and a number with all its digits. With these a crate needs
//! `serde_json`.

pub use serde_json::Value;

use super::decode::Slot;
use super::encode::Piece;
pub use super::number::{Number, PutNumber};
use super::scalars::{Scalars, scalars};
use super::wire::{Kind, Wire};

scalars!(
    Value = Self::Null, Any, value => Piece::Any(value);
    Number = Self::default(), Number, value => Piece::Number(value);
);
