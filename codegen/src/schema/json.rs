//! A schema as it is written: what the model holds is borrowed, and no key is hashed.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

/// A value of a schema.
#[derive(Debug, Clone)]
pub(super) enum Json<'a> {
    Bool(bool),
    Text(Cow<'a, str>),
    Value(Cow<'a, Value>),
    List(Vec<Json<'a>>),
    Object(Object<'a>),
}

/// An object; its keys keep their order.
#[derive(Debug, Clone, Default)]
pub(super) struct Object<'a>(Vec<(Cow<'a, str>, Json<'a>)>);

impl<'a> Object<'a> {
    /// An object of one key.
    pub(super) fn of(key: &'a str, value: impl Into<Json<'a>>) -> Self {
        Self(vec![(key.into(), value.into())])
    }

    /// An object of these keys, of which no two are the same.
    pub(super) fn of_each(members: impl Iterator<Item = (Cow<'a, str>, Json<'a>)>) -> Self {
        Self(members.collect())
    }

    /// Adds a key, or changes its value: among the few that a schema has for itself.
    pub(super) fn insert(&mut self, key: &'a str, value: impl Into<Json<'a>>) {
        let value = value.into();
        match self.0.iter_mut().find(|(known, _)| known == key) {
            Some((_, old)) => *old = value,
            None => self.0.push((key.into(), value)),
        }
    }

    /// Takes a key away.
    pub(super) fn remove(&mut self, key: &str) -> Option<Json<'a>> {
        let at = self.0.iter().position(|(known, _)| known == key)?;
        Some(self.0.remove(at).1)
    }

    /// Says what two or more objects below a key, and all of them, say alike: the text of another key.
    pub(super) fn gather(&mut self, below: &str, key: &'a str) {
        let mut members = self.0.iter_mut();
        let Some((_, Json::Object(objects))) = members.find(|(known, _)| known == below) else {
            return;
        };
        let mut said = objects.0.iter().map(|(_, member)| match member {
            Json::Object(object) => object.get(key).and_then(Json::text),
            _ => None,
        });
        let Some(Some(first)) = said.next().map(|text| text.cloned()) else {
            return;
        };
        if objects.0.len() < 2 || !said.all(|text| text == Some(&first)) {
            return;
        }
        for (_, member) in &mut objects.0 {
            if let Json::Object(object) = member {
                object.remove(key);
            }
        }
        self.insert(key, Json::Text(first));
    }

    pub(super) fn get(&self, key: &str) -> Option<&Json<'a>> {
        let mut members = self.0.iter();
        members
            .find(|(known, _)| known == key)
            .map(|(_, value)| value)
    }
}

impl<'a> Json<'a> {
    fn text(&self) -> Option<&Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl<'a> From<&'a str> for Json<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Json<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<bool> for Json<'_> {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl<'a> From<&'a Value> for Json<'a> {
    fn from(value: &'a Value) -> Self {
        Self::Value(Cow::Borrowed(value))
    }
}

impl From<Value> for Json<'_> {
    fn from(value: Value) -> Self {
        Self::Value(Cow::Owned(value))
    }
}

impl<'a> From<Object<'a>> for Json<'a> {
    fn from(object: Object<'a>) -> Self {
        Self::Object(object)
    }
}

impl<'a, T: Into<Json<'a>>> FromIterator<T> for Json<'a> {
    fn from_iter<I: IntoIterator<Item = T>>(values: I) -> Self {
        Self::List(values.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Value(value) => value.serialize(serializer),
            Self::List(values) => serializer.collect_seq(values),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}
