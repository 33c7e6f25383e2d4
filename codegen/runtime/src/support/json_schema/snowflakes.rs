//! JSON Schema of ids that are text of digits, for the feature `schemars`.

use super::constant;
use crate::support::values::snowflake::Snowflake;

constant!(Snowflake = { "type": "string", "format": "snowflake" });
