//! JSON Schema of dates and times, for the feature `schemars`.

use super::constant;
use crate::support::values::date_time::{Date, DateTime};

constant!(DateTime = { "type": "string", "format": "date-time" });
constant!(Date = { "type": "string", "format": "date" });
