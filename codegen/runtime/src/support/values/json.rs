//! What only JSON can say: any value, and a number with all its digits. With these a crate needs
//! `serde_json`.

pub use serde_json::Value;

pub use super::number::{Number, PutNumber};
use crate::support::read::slot::Slot;
use crate::support::wire::scalars::{Scalars, scalars};
use crate::support::wire::{Kind, Wire};
use crate::support::write::piece::Piece;

scalars!(
    Value = Self::Null, Any, value => Piece::Any(value);
    Number = Self::default(), Number, value => Piece::Number(value);
);
