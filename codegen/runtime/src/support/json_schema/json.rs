//! JSON Schema of numbers of unknown kind, for the feature `schemars`.

use super::constant;
use crate::support::values::json::Number;

constant!(Number = { "type": "number" });
