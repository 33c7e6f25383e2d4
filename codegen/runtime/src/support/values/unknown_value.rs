//! The error of a closed enum.

use std::any::type_name;
use std::fmt;

/// The error for an unknown value of a closed enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownValue {
    pub(in crate::support) name: &'static str,
    pub(in crate::support) value: String,
    pub(in crate::support) known: Vec<String>,
}

impl fmt::Display for UnknownValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, value, known } = self;
        write!(f, "{name} has no value {value}, only {}", known.join(", "))
    }
}

impl std::error::Error for UnknownValue {}

/// The name of a type, for messages.
pub fn name<T>() -> &'static str {
    let path = type_name::<T>();
    path.rsplit_once("::").map_or(path, |(_, name)| name)
}
