//! JSON Schema of dates and times, for the feature `schemars`.

use super::date_time::{Date, DateTime};
use super::json_schema::constant;

constant!(DateTime = { "type": "string", "format": "date-time" });
constant!(Date = { "type": "string", "format": "date" });
