//! Structs as records: a table of keys, and a slot and a piece for each field.
//!
//! The macro `record!` lists the keys of a struct and implements [`Record`]. The reader and the
//! writer are in `read/fields.rs` and `write/mod.rs`, and are compiled once for each format, not
//! for each struct.

#[cfg(feature = "beside")]
use super::read::beside::TagOf;
use super::read::keys::{Indices, Keys};
use super::read::slot::Slot;
use super::wire::Kind;
use super::write::piece::{FieldSink, Piece};

/// The table of a struct's fields, in their order.
#[derive(Debug)]
pub struct Table {
    /// The struct's name.
    pub name: &'static str,
    /// Their keys.
    pub keys: Keys,
    /// The indices of required fields.
    pub required: Indices,
    /// Whether unknown keys are kept.
    pub open: bool,
    #[cfg(feature = "beside")]
    /// Whether there are unions with a tag beside them.
    pub beside: bool,
}

/// A struct with a table.
pub trait Record {
    /// The table of the fields.
    fn table(&self) -> &'static Table;

    /// The slot of the field with this index.
    fn slot(&mut self, index: usize) -> Slot<'_>;

    /// The slot of an unknown key.
    fn other(&mut self, _: &str) -> Slot<'_> {
        Slot::Nowhere
    }

    #[cfg(feature = "beside")]
    /// The tag beside the union in the field with this index.
    fn tag_of(&self, _: usize) -> Option<TagOf<'_>> {
        None
    }

    /// The table of the fields, and how many of them will be written.
    fn to_write(&self) -> (&'static Table, usize) {
        let table = self.table();
        (table, table.required.len)
    }

    /// Passes each of these to the sink.
    fn show(&self, fields: &mut dyn FieldSink);
}

/// Structs with a table.
pub struct Records;

impl<T: Record> Kind<T> for Records {
    #[inline]
    fn slot(value: &mut T) -> Slot<'_> {
        Slot::Record(value)
    }

    #[inline]
    fn piece(value: &T) -> Piece<'_> {
        Piece::Record(value)
    }
}

/// How many of these fields are present.
#[inline]
pub fn present(fields: &[bool]) -> usize {
    fields.iter().filter(|there| **there).count()
}

/// Implements reading and writing for a struct, from the index and key of each field and whether it
/// is required. Fields that only serde can read and write are marked `foreign`. After `told` stand the
/// unions with a tag beside them, each with the field that has it. An `inline` struct
/// is small: it is written without a call through `dyn`, which would double the cost.
///
/// A crate has thousands of fields, so the code for each is what the compiler checks fastest:
/// methods and no macro calls. The traits of these methods, `Wire` and `Optional`, must be in
/// scope.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! record {
    ($(#[$inline:ident])? $name:ident requires $len:literal $bits:literal $([$($more:literal),*])? {
        $(
            $(required $r:literal $required:ident)?
            $(optional $o:literal $optional:ident)?
            $(foreign required $xr:literal $foreign_required:ident)?
            $(foreign optional $xo:literal $foreign_optional:ident)?
            = $key:literal,
        )*
        $(.. $extra:ident)?
    } $(told { $($told:literal by $tag_at:literal $tag:ident { $($text:literal = $variant:literal,)* },)* })?) => {
        impl $crate::support::record::Record for $name {
            $(#[$inline])?
            fn table(&self) -> &'static $crate::support::record::Table {
                &$crate::support::record::Table {
                    name: ::std::stringify!($name),
                    keys: $crate::support::read::keys::Keys(&[$($key),*]),
                    required: $crate::support::read::keys::Indices {
                        len: $len,
                        first: $bits,
                        more: &[$($($more),*)?],
                    },
                    open: $crate::support::record::record!(@open $($extra)?),
                    #[cfg(feature = "beside")]
                    beside: $crate::support::record::record!(@beside $($($told)*)?),
                }
            }

            $(
                fn tag_of(
                    &self,
                    index: usize,
                ) -> ::std::option::Option<$crate::support::read::beside::TagOf<'_>> {
                    match index {
                        $($told => Some($crate::support::read::beside::TagOf {
                            at: $tag_at,
                            text: $crate::support::read::beside::text(&self.$tag),
                            values: &[$(($text, $variant)),*],
                        }),)*
                        _ => None,
                    }
                }
            )?

            #[inline(never)]
            fn slot(&mut self, index: usize) -> $crate::support::read::slot::Slot<'_> {
                match index {
                    $(
                        $($r => self.$required.wire_slot(),)?
                        $($o => self.$optional.wire_slot(),)?
                        $($xr => $crate::support::wire::foreign::slot(&mut self.$foreign_required),)?
                        $($xo => $crate::support::wire::foreign::slot(&mut self.$foreign_optional),)?
                    )*
                    _ => $crate::support::read::slot::Slot::Nowhere,
                }
            }

            $(
                fn other(&mut self, key: &str) -> $crate::support::read::slot::Slot<'_> {
                    $crate::support::read::slot::Map::next(&mut self.$extra, key)
                }
            )?

            $crate::support::record::record!(
                @to_write $($inline)? [$($($optional)? $($foreign_optional)?)*] $($extra)?
            );

            $(#[$inline])?
            fn show(&self, fields: &mut dyn $crate::support::write::piece::FieldSink) {
                $(
                    $(self.$required.wire_show($r, fields);)?
                    $(self.$optional.wire_show_if_there($o, fields);)?
                    $(fields.piece($xr, $crate::support::wire::foreign::piece(&self.$foreign_required));)?
                    $(if self.$foreign_optional.is_there() {
                        fields.piece($xo, $crate::support::wire::foreign::piece(&self.$foreign_optional));
                    })?
                )*
                $(
                    for (key, value) in &self.$extra {
                        fields.other(key, $crate::support::wire::piece(value));
                    }
                )?
            }
        }

        impl $crate::support::wire::Wire for $name {
            type Kind = $crate::support::record::Records;

            fn blank() -> Self {
                Self {
                    $(
                        $($required: $crate::support::wire::Wire::blank(),)?
                        $($optional: $crate::support::wire::Wire::blank(),)?
                        $($foreign_required: ::std::default::Default::default(),)?
                        $($foreign_optional: ::std::default::Default::default(),)?
                    )*
                    $($extra: $crate::Extra::new(),)?
                }
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<Y: ::serde::Deserializer<'de>>(
                deserializer: Y,
            ) -> ::std::result::Result<Self, Y::Error> {
                $crate::support::read::deserialize_record(deserializer)
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
    (@to_write $($inline:ident)? []) => {};
    (@to_write $($inline:ident)? [$($optional:ident)*] $($extra:ident)?) => {
        $(#[$inline])?
        fn to_write(&self) -> (&'static $crate::support::record::Table, usize) {
            let table = self.table();
            let count = table.required.len
                + $crate::support::record::present(&[$(self.$optional.is_there()),*])
                $(+ self.$extra.len())?;
            (table, count)
        }
    };
    (@serialize $self:ident $serializer:ident) => {
        $crate::support::write::record($self, $serializer)
    };
    (@serialize $self:ident $serializer:ident inline) => {
        $crate::support::write::small_record($self, $serializer)
    };
    (@beside) => { false };
    (@beside $($told:literal)*) => { true };
    (@open) => { false };
    (@open $extra:ident) => { true };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use record;
