//! The traits that a type has.

use serde::Serialize;

/// Traits that are legal over the whole graph of a model's fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Traits {
    /// `Copy`.
    pub copy: bool,
    /// `Eq`.
    pub eq: bool,
    /// `Hash`.
    pub hash: bool,
    /// `PartialOrd` and `Ord`.
    pub ord: bool,
    /// `PartialOrd`; without `Ord` it is derived only if the user adds it.
    pub partial_ord: bool,
    /// `Default`.
    pub default: bool,
}

/// A trait that a type of the user's may have, by its name in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, serde::Deserialize)]
pub enum Trait {
    /// `Copy`.
    Copy,
    /// `Default`.
    Default,
    /// `Eq`.
    Eq,
    /// `Hash`.
    Hash,
    /// `Ord`, and with it `Eq` and `PartialOrd`.
    Ord,
    /// `PartialOrd`.
    PartialOrd,
}

impl FromIterator<Trait> for Traits {
    fn from_iter<T: IntoIterator<Item = Trait>>(them: T) -> Self {
        let mut all = Self::default();
        for one in them {
            match one {
                Trait::Copy => all.copy = true,
                Trait::Default => all.default = true,
                Trait::Eq => all.eq = true,
                Trait::Hash => all.hash = true,
                Trait::Ord => (all.eq, all.ord, all.partial_ord) = (true, true, true),
                Trait::PartialOrd => all.partial_ord = true,
            }
        }
        all
    }
}
