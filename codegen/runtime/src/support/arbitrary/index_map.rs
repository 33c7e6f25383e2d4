//! Maps that keep their order from bytes, for the feature `arbitrary`.

use arbitrary::{Result, Unstructured};
use indexmap::IndexMap;

use super::{Make, entries};

impl<T: Make<How>, How> Make<How> for IndexMap<String, T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        Ok(entries::<T, How>(u)?.into_iter().collect())
    }
}
