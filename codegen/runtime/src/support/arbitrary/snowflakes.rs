//! Ids that are text of digits, for the feature `arbitrary`.

use arbitrary::{Result, Unstructured};

use super::Make;
use crate::support::values::snowflake::Snowflake;

/// Numbers, and at times other text.
impl Make for Snowflake {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        if u.ratio(1, 8)? {
            String::make(u).map(Self::from)
        } else {
            u.arbitrary::<u64>().map(Self::from)
        }
    }
}
