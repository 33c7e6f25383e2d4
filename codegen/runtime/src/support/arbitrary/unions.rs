//! Unions from bytes, for the feature `arbitrary`.

use arbitrary::{Error, Result, Unstructured};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Make, Own, deeper, is_over};

/// How a variant of a union is made, and the tag values that name it, as JSON.
pub type Variant<T> = (
    fn(&mut Unstructured<'_>) -> Result<T>,
    &'static [&'static str],
);

/// A value of a union. The first variant must end recursion.
///
/// Values that would be read as another variant are not made.
///
/// # Errors
///
/// If no value is equal after writing and reading.
pub fn variant<T: PartialEq + Serialize + DeserializeOwned>(
    u: &mut Unstructured<'_>,
    tag: &[&str],
    variants: &[Variant<T>],
    unknown: fn(Value) -> T,
) -> Result<T> {
    deeper(u, |u| {
        let last = if is_over(u) { 0 } else { variants.len() };
        let chosen = u.int_in_range(0..=last)?;
        let mut tried = Vec::from_iter(variants.get(chosen));
        if tried.is_empty() {
            let value = unknown(Make::<Own>::make(u)?);
            if reads_back(&value) {
                return Ok(value);
            }
        }
        tried.extend(variants.first().filter(|_| chosen > 0));
        for (make, tags) in tried {
            if let Ok(value) = make(u)
                && let Some(value) = named(value, tag, tags)
                && reads_back(&value)
            {
                return Ok(value);
            }
        }
        let plain = [
            Value::Null,
            Value::Bool(false),
            Value::from(0),
            Value::from(""),
            Value::Array(Vec::new()),
            Value::Object(serde_json::Map::new()),
        ];
        // Read as whatever takes it.
        plain
            .into_iter()
            .filter_map(|value| serde_json::from_value(value).ok())
            .find(reads_back)
            .ok_or(Error::IncorrectFormat)
    })
}

/// The value with a tag that names its variant; `tag` are its key and those below.
fn named<T: Serialize + DeserializeOwned>(value: T, tag: &[&str], tags: &[&str]) -> Option<T> {
    let tags = tags.iter().map(|tag| serde_json::from_str(tag));
    let tags: Vec<Value> = tags.collect::<Result<_, _>>().ok()?;
    let (Some((key, below)), Some(first)) = (tag.split_first(), tags.first()) else {
        return Some(value);
    };
    let mut written = serde_json::to_value(&value).ok()?;
    let mut place = written.as_object_mut()?.entry(*key).or_insert(Value::Null);
    for key in below {
        if place.is_null() {
            *place = Value::Object(serde_json::Map::new());
        }
        place = place.as_object_mut()?.entry(*key).or_insert(Value::Null);
    }
    if tags.contains(place) {
        return Some(value);
    }
    *place = first.clone();
    serde_json::from_value(written).ok()
}

#[cfg(feature = "beside")]
/// A value of a struct whose tag names the variant of the union beside it: one of these texts, or
/// none of them.
///
/// # Errors
///
/// If the bytes are at their end.
pub fn told<T: PartialEq + Serialize + DeserializeOwned>(
    u: &mut Unstructured<'_>,
    value: T,
    tag: &str,
    texts: &[&str],
) -> Result<T> {
    let written = serde_json::to_value(&value).ok();
    let Some(Value::Object(written)) = written.filter(|_| !reads_back(&value)) else {
        return Ok(value);
    };
    let start = u.int_in_range(0..=texts.len().saturating_sub(1))?;
    let (after, first) = texts.split_at(start);
    let texts = first.iter().chain(after).map(|text| Some(*text));
    let mut with = texts.chain([Some("-"), None]).filter_map(|text| {
        let mut object = written.clone();
        match text {
            Some(text) => object.insert(tag.to_owned(), text.into()),
            None => object.remove(tag),
        };
        serde_json::from_value::<T>(Value::Object(object)).ok()
    });
    Ok(with.find(reads_back).unwrap_or(value))
}

fn reads_back<T: PartialEq + Serialize + DeserializeOwned>(value: &T) -> bool {
    serde_json::to_string(value)
        .and_then(|text| serde_json::from_str::<T>(&text))
        .is_ok_and(|read| read == *value)
}
