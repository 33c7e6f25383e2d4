//! Values from bytes, for the feature `arbitrary`. JSON can express each of them, and they are
//! equal after writing and reading.

#[cfg(feature = "dates")]
pub mod dates;
#[cfg(feature = "flags")]
pub mod flags;
#[cfg(feature = "index-map")]
pub mod index_map;
#[cfg(feature = "json")]
pub mod json;
pub mod models;
#[cfg(feature = "snowflakes")]
pub mod snowflakes;
#[cfg(feature = "json")]
pub mod unions;

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use arbitrary::{Arbitrary, Error, Result, Unstructured};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::support::values::extra::Extra;
use crate::support::values::maybe::Maybe;

/// Types of fields. `Arbitrary` itself cannot be used: foreign types have impls of their own, and
/// that of floats makes NaN.
///
/// `How` tells how the items of lists and maps are made: by their type, or from JSON values of the
/// model's module. As a parameter, it lets each such module implement the trait for any type, also
/// `String`.
pub trait Make<How = Own>: Serialize + Sized {
    /// A value from the remaining bytes; the smallest value if there are none.
    fn make(u: &mut Unstructured<'_>) -> Result<Self>;
}

/// The `How` of types that are known here.
pub enum Own {}

/// The depth from which models, lists and maps have only required parts. Parsers of JSON stop at
/// 128 levels.
const DEEP: usize = 8;

/// The largest number of items or characters of a value.
const MANY: usize = 12;

thread_local! {
    static DEPTH: Cell<usize> = const { Cell::new(0) };
}

/// A model, list or map being made.
struct Level;

impl Drop for Level {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Makes a model, list or map, one level deeper.
///
/// # Errors
///
/// If it has no value that is equal after writing and reading.
pub fn deeper<'a, T>(
    u: &mut Unstructured<'a>,
    make: impl FnOnce(&mut Unstructured<'a>) -> Result<T>,
) -> Result<T> {
    DEPTH.set(DEPTH.get() + 1);
    let _level = Level;
    make(u)
}

/// Whether only required parts are made at this depth.
pub(super) fn is_over(u: &Unstructured<'_>) -> bool {
    u.is_empty() || DEPTH.get() > DEEP
}

fn goes_on(u: &mut Unstructured<'_>) -> Result<bool> {
    Ok(!is_over(u) && u.arbitrary()?)
}

/// One of the known JSON values of a type.
///
/// # Errors
///
/// If there is none, or the type cannot read it.
pub fn given<T: DeserializeOwned>(u: &mut Unstructured<'_>, values: &[&str]) -> Result<T> {
    serde_json::from_str(u.choose(values)?).map_err(|_| Error::IncorrectFormat)
}

/// Whether a value is written as null, which is read back as `None`.
fn is_null<T: Serialize>(value: &T) -> bool {
    let mut text = [0; 4];
    // Whatever is longer does not fit.
    serde_json::to_writer(&mut text[..], value).is_ok() && text == *b"null"
}

macro_rules! make_any {
    ($($ty:ty),*) => {
        $(impl Make for $ty {
            fn make(u: &mut Unstructured<'_>) -> Result<Self> {
                u.arbitrary()
            }
        })*
    };
}

make_any!(bool, i32, i64);

macro_rules! make_finite {
    ($($ty:ty),*) => {
        $(impl Make for $ty {
            fn make(u: &mut Unstructured<'_>) -> Result<Self> {
                let value: $ty = u.arbitrary()?;
                Ok(if value.is_finite() { value } else { 0.0 })
            }
        })*
    };
}

make_finite!(f32, f64);

/// Short text, mostly ASCII, so that one text does not use up all bytes.
impl Make for String {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        let mut text = Self::new();
        for _ in 0..u.int_in_range(0..=MANY)? {
            let ascii = u.arbitrary::<u8>()?;
            text.push(if ascii.is_ascii() {
                char::from(ascii)
            } else {
                u.arbitrary()?
            });
        }
        Ok(text)
    }
}

impl<T: Make<How>, How> Make<How> for Box<T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        T::make(u).map(Self::new)
    }
}

impl<T: Make<How>, How> Make<How> for Option<T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        if !goes_on(u)? {
            return Ok(None);
        }
        // What cannot be made is left out.
        Ok(T::make(u).ok().filter(|value| !is_null(value)))
    }
}

impl<T: Make<How>, How> Make<How> for Maybe<T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        if goes_on(u)? {
            Ok(Self::from(<Option<T> as Make<How>>::make(u)?))
        } else {
            Ok(Self::Absent)
        }
    }
}

impl<T: Make<How>, How> Make<How> for Vec<T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        deeper(u, |u| {
            let mut items = Self::new();
            while items.len() < MANY && goes_on(u)? {
                let Ok(item) = T::make(u) else { break };
                items.push(item);
            }
            Ok(items)
        })
    }
}

impl<T: Make<How>, How> Make<How> for BTreeMap<String, T> {
    fn make(u: &mut Unstructured<'_>) -> Result<Self> {
        Ok(entries::<T, How>(u)?.into_iter().collect())
    }
}

/// Distinct keys with values.
pub(super) fn entries<T: Make<How>, How>(u: &mut Unstructured<'_>) -> Result<Vec<(String, T)>> {
    deeper(u, |u| {
        let mut keys = BTreeSet::new();
        while keys.len() < MANY && goes_on(u)? {
            keys.insert(Make::<Own>::make(u)?);
        }
        let mut entries = Vec::new();
        for key in keys {
            let Ok(value) = T::make(u) else { break };
            entries.push((key, value));
        }
        Ok(entries)
    })
}

impl<'a, T: Arbitrary<'a> + Serialize> Arbitrary<'a> for Maybe<T> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        if !u.arbitrary::<bool>()? {
            return Ok(Self::Absent);
        }
        let value = Option::<T>::arbitrary(u)?;
        Ok(Self::from(value.filter(|value| !is_null(value))))
    }
}

impl<'a, V: Arbitrary<'a>> Arbitrary<'a> for Extra<V> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let entries = BTreeMap::<String, V>::arbitrary(u)?;
        Ok(entries.into_iter().collect())
    }
}

/// Implements `Arbitrary` for a type that implements `Make`.
#[allow(unused_macros, reason = "not every crate has models or dates")]
macro_rules! by_make {
    ($name:ty) => {
        impl<'a> ::arbitrary::Arbitrary<'a> for $name {
            fn arbitrary(u: &mut ::arbitrary::Unstructured<'a>) -> ::arbitrary::Result<Self> {
                $crate::support::arbitrary::Make::<$crate::support::arbitrary::Own>::make(u)
            }
        }
    };
}

#[allow(unused_imports, reason = "not every crate has models or dates")]
pub(crate) use by_make;
