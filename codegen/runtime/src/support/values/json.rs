//! Any JSON value, and numbers with all their digits. Crates that have them depend on `serde_json`.

pub use serde_json::Value;

pub use super::number::Number;
use crate::support::read::slot::Slot;
use crate::support::wire::scalars::{Scalars, scalars};
use crate::support::wire::{Kind, Wire};
use crate::support::write::piece::Piece;

scalars!(
    Value = Self::Null, Any, value => Piece::Any(value);
    Number = Self::default(), Number, value => Piece::Number(value);
);
