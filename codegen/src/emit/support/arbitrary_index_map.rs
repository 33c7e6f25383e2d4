//! Maps in the order of the wire from bytes, for the feature `arbitrary`.

use arbitrary::{Result, Unstructured};
use indexmap::IndexMap;

use super::arbitrary::{Make, entries};

impl<T: Make> Make for IndexMap<String, T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        Ok(entries(u)?.into_iter().collect())
    }
}
