//! Setters: a method for each field that may be absent.
//!
//! The macro `setters!` lists them as they are called: `with_note(note: impl Into<String>);`.

use super::values::extra::Extra;
use super::values::maybe::Maybe;

/// A field that may be absent.
pub trait Settable {
    /// What a setter puts into it.
    type Given;

    /// The field with that value.
    fn of(given: Self::Given) -> Self;
}

impl<T> Settable for Option<T> {
    type Given = T;

    #[inline]
    fn of(given: T) -> Self {
        Some(given)
    }
}

/// Which can be set to null too.
impl<T> Settable for Maybe<T> {
    type Given = Self;

    #[inline]
    fn of(given: Self) -> Self {
        given
    }
}

impl<V> Settable for Extra<V> {
    type Given = Self;

    #[inline]
    fn of(given: Self) -> Self {
        given
    }
}

/// Implements the setters of a struct. They are compiled only where they are used.
#[allow(unused_macros, reason = "not every crate has such fields")]
macro_rules! setters {
    (
        $(#[$of_all:meta])*
        $name:ident {
            $($(#[$of_one:meta])* $setter:ident($field:ident: $($given:tt)+);)*
        }
    ) => {
        $(#[$of_all])*
        impl $name {
            $(
                #[doc = ::std::concat!("Sets `", ::std::stringify!($field), "`.")]
                $(#[$of_one])*
                #[must_use]
                #[inline]
                pub fn $setter(mut self, $field: $($given)+) -> Self {
                    self.$field =
                        $crate::support::setters::Settable::of(::std::convert::Into::into($field));
                    self
                }
            )*
        }
    };
}

#[allow(unused_imports, reason = "not every crate has such fields")]
pub(crate) use setters;
