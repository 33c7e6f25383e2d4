//! Types of fields.

use serde::Serialize;

use super::ModelPath;

/// A type.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Type {
    /// `bool`.
    Boolean,
    /// `i32`.
    Int32,
    /// `i64`.
    Int64,
    /// `f32`.
    Float32,
    /// `f64`.
    Float64,
    /// A number that keeps its digits: `Number` of the generated crate.
    Number,
    /// `String`.
    String,
    /// Text of digits, also read from a number: `Snowflake` of the generated crate.
    Snowflake,
    /// By the API's [`DateTimeType`](super::DateTimeType).
    DateTime,
    /// By the API's [`DateTimeType`](super::DateTimeType).
    Date,
    /// Binary content as the wire's text: `String`.
    Bytes,
    /// Any JSON value: `Value`.
    Any,
    /// `Vec<T>`.
    List(Box<Type>),
    /// `BTreeMap<String, T>`.
    Map(Box<Type>),
    /// `Option<T>` inside a list, map or union.
    Nullable(Box<Type>),
    /// `Box<T>`, where a type would contain itself.
    Boxed(Box<Type>),
    /// Another model.
    Model(ModelPath),
    /// A type of the user's, read and written by its own serde impls.
    User {
        /// Its path, `::` first; [`Api::user_types`](super::Api::user_types) says what it has.
        path: String,
        /// What it is on the wire.
        wire: Box<Type>,
    },
}
