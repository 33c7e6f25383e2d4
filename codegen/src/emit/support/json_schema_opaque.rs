//! JSON Schema of numbers of unknown kind, for the feature `schemars`.

use super::json_schema::constant;
use super::opaque::Number;

constant!(Number = { "type": "number" });
