//! Options of a whole API in `spec.toml`.

use serde::Serialize;

/// How the wire spells names of several words.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, serde::Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum WireCase {
    /// As the docs spell them.
    AsIs,
    /// `roomId`.
    Camel,
    /// `room_id`.
    Snake,
    /// `RoomId`.
    Pascal,
    /// `room-id`.
    Kebab,
}

impl WireCase {
    /// The word for it in `spec.toml`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AsIs => "as-is",
            Self::Camel => "camel",
            Self::Snake => "snake",
            Self::Pascal => "pascal",
            Self::Kebab => "kebab",
        }
    }
}

/// What a date-time is in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateTimeType {
    /// `DateTime` and `Date` of the generated crate, around the types of the `time` crate.
    #[default]
    Time,
    /// The same around the types of the `jiff` crate.
    Jiff,
    /// The same around the types of the `chrono` crate.
    Chrono,
    /// `String`, untouched.
    String,
}

impl DateTimeType {
    /// Whether date-times have a type of their own.
    #[must_use]
    pub fn is_typed(self) -> bool {
        self != Self::String
    }
}

/// What a map with keys of text is in Rust.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MapType {
    /// `BTreeMap`: in the order of the keys, and needs no further crate.
    #[default]
    Btree,
    /// `IndexMap` of the `indexmap` crate: in the order of the wire.
    Index,
}

/// What happens to unknown keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ExtraKeys {
    /// They are ignored, unless the docs say that there are such keys.
    #[default]
    Ignore,
    /// They are kept in order and written back.
    Keep,
}

/// How structs implement serde's traits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Impls {
    /// By code that all structs share: cheaper to compile.
    #[default]
    Shared,
    /// By serde's derive macros.
    Derive,
}

/// How required fields of unknown nullability are stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotKnown {
    /// The docs do not mention null, so it is an error.
    #[default]
    Trust,
    /// Null is read, and written back.
    AcceptNull,
}
