//! The digits of numbers, as the text of JSON has them.
//!
//! Serde's formats give a number as an integer or a float, without its digits: `0.10` is `0.1`.
//! serde_json also gives the text of a value (with its feature `raw_value`, which changes nothing
//! else), and takes it.

use std::any::type_name;
use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Error, Unexpected, Visitor};
use serde::{Deserializer, Serialize, Serializer};
use serde_json::Value;
use serde_json::value::RawValue;

#[cfg(feature = "foreign")]
use super::behind;
use crate::support::union::content;

/// The name of the type that serde_json gives as text, and the only key of the map with the text.
pub const TEXT: &str = "$serde_json::private::RawValue";

/// The only key of the map that serde_json, with its feature `arbitrary_precision`, gives for a
/// number.
pub const NUMBER: &str = "$serde_json::private::Number";

/// Whether a format gives the digits of numbers as a type called [`TEXT`]: the text of JSON does,
/// and content that was buffered. Their errors tell them from others; a [`Value`] has no text.
#[inline]
pub fn are_given<'de, D: Deserializer<'de>>() -> bool {
    are_buffered::<D>()
        || is_json::<D::Error>()
            && type_name::<D>() != type_name::<Value>()
            && type_name::<D>() != type_name::<&Value>()
}

/// Whether a format is content that was buffered, or may stand for it.
#[inline]
pub fn are_buffered<'de, D: Deserializer<'de>>() -> bool {
    #[cfg(feature = "foreign")]
    if behind::is_erased::<D::Error>() {
        return true;
    }
    type_name::<D::Error>() == type_name::<content::Error>()
}

/// Whether a format takes text as it is.
#[inline]
pub fn are_taken<S: Serializer>() -> bool {
    #[cfg(feature = "foreign")]
    if behind::is_erased::<S::Error>() {
        return true;
    }
    is_json::<S::Error>()
}

#[inline]
fn is_json<E>() -> bool {
    type_name::<E>() == type_name::<serde_json::Error>()
}

/// Whether serde_json keeps all digits of its own numbers.
pub fn are_kept_by_values() -> bool {
    let kept = "0.10"
        .parse()
        .map(|number: serde_json::Number| number.to_string());
    kept.is_ok_and(|digits| digits == "0.10")
}

/// What the digits of a number say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Digits {
    /// An integer.
    Unsigned(u64),
    /// A negative integer.
    Signed(i64),
    /// A float that is surely written with the same digits.
    Float(f64),
    /// Any other number.
    Others,
}

impl Digits {
    /// Reads the text of a number in JSON.
    pub fn of(text: &str) -> Self {
        let digits = text.strip_prefix('-').unwrap_or(text);
        if digits.bytes().all(|byte| byte.is_ascii_digit()) {
            if digits.len() == text.len() {
                return text.parse().map_or(Self::Others, Self::Unsigned);
            }
            let negative = text.parse().ok().filter(|number| *number != 0);
            return negative.map_or(Self::Others, Self::Signed);
        }
        if !is_plain(digits) {
            return Self::Others;
        }
        text.parse().map_or(Self::Others, Self::Float)
    }
}

/// Whether digits are surely those of the nearest float: no other text of so few digits means the
/// same float, and floats of this size are written without an exponent.
pub fn is_plain(digits: &str) -> bool {
    let Some((whole, fraction)) = digits.split_once('.') else {
        return false;
    };
    let small = whole == "0" && fraction.starts_with("0000");
    let ends = !fraction.ends_with('0') || fraction == "0";
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() + fraction.len() <= 15 && ends && !small && digits(whole) && digits(fraction)
}

/// Whether a text is a number in JSON.
pub fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (text, exponent) = match text.split_once(['e', 'E']) {
        Some((text, exponent)) => (text, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match text.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let unsigned = |exponent: &str| digits(exponent.strip_prefix(['+', '-']).unwrap_or(exponent));
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(unsigned)
}

/// Writes digits: as they are in JSON, as the nearest float elsewhere.
///
/// # Errors
///
/// If the format has no such number.
#[cold]
pub fn write<S: Serializer>(digits: &str, serializer: S) -> Result<S::Ok, S::Error> {
    if are_taken::<S>() {
        let text: Result<&RawValue, _> = serde_json::from_str(digits);
        return match text {
            Ok(text) => text.serialize(serializer),
            Err(error) => Err(serde::ser::Error::custom(error)),
        };
    }
    match digits.parse::<f64>() {
        Ok(float) if float.is_finite() => serializer.serialize_f64(float),
        _ => Err(serde::ser::Error::custom(format_args!(
            "number out of range: {digits}"
        ))),
    }
}

/// What serde's errors call a value, from its text.
pub fn unexpected(text: &str) -> Unexpected<'_> {
    match text.as_bytes() {
        [b'"', .., b'"'] => Unexpected::Str(&text[1..text.len() - 1]),
        [b't', ..] => Unexpected::Bool(true),
        [b'f', ..] => Unexpected::Bool(false),
        [b'n', ..] => Unexpected::Unit,
        [b'[', ..] => Unexpected::Seq,
        [b'{', ..] => Unexpected::Map,
        _ => Unexpected::Other("text"),
    }
}

/// Reads text, borrowed if possible.
pub struct AsText;

impl<'de> DeserializeSeed<'de> for AsText {
    type Value = Cow<'de, str>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'de> Visitor<'de> for AsText {
    type Value = Cow<'de, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text.to_owned()))
    }

    #[inline]
    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Cow::Borrowed(text))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Cow::Owned(text))
    }
}
