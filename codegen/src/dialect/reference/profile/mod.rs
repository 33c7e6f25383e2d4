//! The words, marks and patterns by which a reference is read: `[reference]`, and its default.

use crate::config::Config;

pub(crate) use crate::config::reference::*;

impl Profile {
    /// The default, and what the settings of an API say.
    pub fn of(config: &Config) -> Self {
        let set = config.reference.as_deref();
        set.unwrap_or_else(|| Self::standard()).clone()
    }
}
