//! Structs as records: a table of keys, and where the value of each goes and what it is.
//!
//! The macro `record!` states a struct's keys once and implements [`Record`] from them. Reading
//! and writing by it stand in `fields.rs` and `writer.rs`, once a format and not once a struct.

use super::decode::Slot;
use super::encode::FieldSink;
use super::key::Keys;

/// What is known of a struct's fields, in their order.
#[derive(Debug)]
pub struct Table {
    /// The struct's name.
    pub name: &'static str,
    /// Their keys.
    pub keys: Keys,
    /// Which of them must be there.
    pub required: &'static [bool],
    /// How many these are.
    pub needed: usize,
    /// Whether other keys are kept.
    pub open: bool,
}

impl Table {
    /// A table of a name, the keys, which of them must be there, and whether others are kept.
    pub const fn new(
        name: &'static str,
        keys: &'static [&'static str],
        required: &'static [bool],
        open: bool,
    ) -> Self {
        let mut needed = 0;
        let mut index = 0;
        while index < required.len() {
            needed += required[index] as usize;
            index += 1;
        }
        Self {
            name,
            keys: Keys(keys),
            required,
            needed,
            open,
        }
    }
}

/// A struct with a table.
pub trait Record {
    /// What is known of the fields.
    fn table(&self) -> &'static Table;

    /// Where the value of the field of an index goes.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// Where the value of a key goes that is none of the fields'.
    fn other(&mut self, _: &str) -> Slot<'_> {
        Slot::Nowhere
    }

    /// How many fields are there to be written.
    fn count(&self) -> usize;

    /// Shows each of these.
    fn show(&self, fields: &mut dyn FieldSink);
}

/// Implements reading and writing for a struct: each field, how it is present, and its key. What
/// only serde can read and write is `outside`. A struct that is `inline` is written without a call
/// through `dyn`, which would cost as much as it does.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! record {
    ($(#[$inline:ident])? $name:ident {
        $($index:literal $presence:ident $(@$outside:ident)? $field:ident = $key:literal,)*
        $(.. $extra:ident)?
    }) => {
        impl $crate::support::record::Record for $name {
            $(#[$inline])?
            fn table(&self) -> &'static $crate::support::record::Table {
                static TABLE: $crate::support::record::Table = $crate::support::record::Table::new(
                    ::std::stringify!($name),
                    &[$($key),*],
                    &[$($crate::support::record::record!(@required $presence)),*],
                    $crate::support::record::record!(@open $($extra)?),
                );
                &TABLE
            }

            #[inline(never)]
            fn slot(&mut self, index: usize) -> $crate::support::decode::Slot<'_> {
                match index {
                    $($index => $crate::support::record::record!(@slot self.$field, $($outside)?),)*
                    _ => $crate::support::decode::Slot::Nowhere,
                }
            }

            $(
                fn other(&mut self, key: &str) -> $crate::support::decode::Slot<'_> {
                    $crate::support::decode::Map::next(&mut self.$extra, key.to_owned())
                }
            )?

            $(#[$inline])?
            fn count(&self) -> usize {
                0
                    $(+ $crate::support::record::record!(@count $presence self.$field))*
                    $(+ self.$extra.len())?
            }

            #[allow(unused_variables, reason = "a struct may have no fields")]
            $(#[$inline])?
            fn show(&self, fields: &mut dyn $crate::support::encode::FieldSink) {
                $($crate::support::record::record!(
                    @show $presence $index fields self.$field, $($outside)?
                );)*
                $(
                    for (key, value) in &self.$extra {
                        fields.other(key, $crate::support::encode::Encode::piece(value));
                    }
                )?
            }
        }

        impl $crate::support::decode::Decode for $name {
            fn blank() -> Self {
                Self {
                    $($field: $crate::support::record::record!(@blank $($outside)?),)*
                    $($extra: $crate::Extra::new(),)?
                }
            }

            #[inline]
            fn slot(&mut self) -> $crate::support::decode::Slot<'_> {
                $crate::support::decode::Slot::Record(self)
            }
        }

        impl $crate::support::encode::Encode for $name {
            #[inline]
            fn piece(&self) -> $crate::support::encode::Piece<'_> {
                $crate::support::encode::Piece::Record(self)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::reader::deserialize_record(deserializer)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<Z: ::serde::Serializer>(
                &self,
                serializer: Z,
            ) -> ::std::result::Result<Z::Ok, Z::Error> {
                $crate::support::record::record!(@serialize self serializer $($inline)?)
            }
        }
    };
    (@serialize $self:ident $serializer:ident) => {
        $crate::support::writer::record($self, $serializer)
    };
    (@serialize $self:ident $serializer:ident inline) => {
        $crate::support::writer::small_record($self, $serializer)
    };
    (@required required) => { true };
    (@required $presence:ident) => { false };
    (@open) => { false };
    (@open $extra:ident) => { true };
    (@blank) => { $crate::support::decode::Decode::blank() };
    (@blank outside) => { ::std::default::Default::default() };
    (@slot $value:expr,) => { $crate::support::decode::Decode::slot(&mut $value) };
    (@slot $value:expr, outside) => { $crate::support::outside::slot(&mut $value) };
    (@count required $value:expr) => { 1 };
    (@count optional $value:expr) => { usize::from($value.is_some()) };
    (@count maybe $value:expr) => { usize::from(!$value.is_absent()) };
    (@show required $index:literal $fields:ident $value:expr,) => {
        $crate::support::encode::show(&$value, $index, $fields)
    };
    (@show required $index:literal $fields:ident $value:expr, outside) => {
        $fields.piece($index, $crate::support::outside::piece(&$value))
    };
    (@show optional $index:literal $fields:ident $value:expr,) => {
        if let Some(value) = &$value {
            $crate::support::encode::show_some(value, $index, $fields);
        }
    };
    (@show optional $index:literal $fields:ident $value:expr, outside) => {
        if $value.is_some() {
            $fields.piece($index, $crate::support::outside::piece(&$value));
        }
    };
    (@show maybe $index:literal $fields:ident $value:expr, $($outside:ident)?) => {
        if !$value.is_absent() {
            $crate::support::record::record!(@show required $index $fields $value, $($outside)?);
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use record;
