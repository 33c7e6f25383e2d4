//! Models from bytes, for the feature `arbitrary`: structs, enums and unions.

use arbitrary::{Error, Result, Unstructured};

use super::{Make, Own, entries};
use crate::support::values::extra::Extra;

/// Unknown keys of a struct; `keys` are those of its fields.
///
/// # Errors
///
/// Never: without bytes, values are the smallest.
pub fn extra<T: Make<How>, How>(u: &mut Unstructured<'_>, keys: &[&str]) -> Result<Extra<T>> {
    let mut entries = entries::<T, How>(u)?;
    entries.retain(|(key, _)| !keys.contains(&key.as_str()));
    Ok(entries.into_iter().collect())
}

/// A known or an unknown value of an enum.
///
/// # Errors
///
/// If there is neither.
pub fn value<T: Clone, U: Make>(
    u: &mut Unstructured<'_>,
    known: &[T],
    other: Option<fn(U) -> T>,
) -> Result<T> {
    let last = known.len().saturating_sub(usize::from(other.is_none()));
    match (known.get(u.int_in_range(0..=last)?), other) {
        (Some(known), _) => Ok(known.clone()),
        (None, Some(other)) => Make::<Own>::make(u).map(other),
        (None, None) => Err(Error::EmptyChoose),
    }
}

/// JSON values of the user's types, for the models of a module.
#[allow(unused_macros, reason = "not every crate has such types")]
macro_rules! given {
    ($($how:ident: $ty:ty = [$($value:literal),*];)*) => {
        /// Makes the values of these types.
        mod given {
            $(pub enum $how {})*
        }

        $(impl $crate::support::arbitrary::Make<given::$how> for $ty {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                $crate::support::arbitrary::given(u, &[$($value),*])
            }
        })*
    };
}

/// How the value of a field is made: from the module's JSON values, or by its type.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! how {
    () => {
        $crate::support::arbitrary::Own
    };
    ($how:ident) => {
        given::$how
    };
}

/// Implements `Arbitrary` for a struct, from its fields and, if it keeps unknown keys, the field
/// for them with the known keys. `by` names the JSON values from which a field is made. After `told`
/// stand the keys beside unions whose texts name variants.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! record {
    ($name:ident {
        $($field:ident $(by $how:ident)?,)*
        $(.. $extra:ident $(by $extra_how:ident)? beside $keys:expr)?
    } $(told { $($tag:literal $texts:expr,)* })?) => {
        impl $crate::support::arbitrary::Make for $name {
            #[allow(unused_variables, reason = "there may be no field")]
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                $crate::support::arbitrary::deeper(u, |u| {
                    let made = Self {
                        $($field: $crate::support::arbitrary::Make::<
                            $crate::support::arbitrary::models::how!($($how)?)
                        >::make(u)?,)*
                        $($extra: $crate::support::arbitrary::models::extra::<
                            _,
                            $crate::support::arbitrary::models::how!($($extra_how)?)
                        >(u, &$keys)?,)?
                    };
                    $($(
                        let made = $crate::support::arbitrary::unions::told(u, made, $tag, $texts)?;
                    )*)?
                    Ok(made)
                })
            }
        }

        $crate::support::arbitrary::by_make!($name);
    };
}

/// Implements `Arbitrary` for an enum, from its known values and the type of unknown ones.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! choice {
    ($name:ident { $($variant:ident,)* $(.. $other:ident)? }) => {
        impl $crate::support::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                $crate::support::arbitrary::models::value(
                    u,
                    &[$(Self::$variant),*],
                    $crate::support::arbitrary::models::choice!(@other $($other)?),
                )
            }
        }

        $crate::support::arbitrary::by_make!($name);
    };
    (@other) => { None::<fn(bool) -> Self> };
    (@other text) => { Some(<Self as ::std::convert::From<::std::string::String>>::from) };
    (@other integer) => { Some(<Self as ::std::convert::From<i64>>::from) };
}

/// Implements `Arbitrary` for a union, from the keys that lead to its tag and each variant with the
/// tag values that name it, as JSON. `by` names the JSON values from which a variant is made. The first variant must end
/// recursion.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! union {
    ($name:ident by $tag:expr, else $unknown:ident {
        $($variant:ident $(by $how:ident)? = $tags:expr,)*
    }) => {
        impl $crate::support::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                $crate::support::arbitrary::unions::variant(
                    u,
                    $tag,
                    &[$((
                        |u| $crate::support::arbitrary::Make::<
                            $crate::support::arbitrary::models::how!($($how)?)
                        >::make(u).map(Self::$variant),
                        $tags,
                    )),*],
                    Self::$unknown,
                )
            }
        }

        $crate::support::arbitrary::by_make!($name);
    };
}

/// Implements `Arbitrary` for a model without finite values: it always fails.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! never {
    ($name:ident) => {
        impl $crate::support::arbitrary::Make for $name {
            fn make(_: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                Err(::arbitrary::Error::IncorrectFormat)
            }
        }

        $crate::support::arbitrary::by_make!($name);
    };
}

#[allow(unused_imports, reason = "not every crate has such models")]
pub(crate) use {choice, given, how, never, record, union};
