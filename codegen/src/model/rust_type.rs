//! The names of types in Rust.

use std::fmt::{self, Display};

use super::{Api, Field, MapType, ModelPath, Presence, Type};

/// A type of the generated crate: its name, and the types that it is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RustType<'a> {
    pub(crate) name: RustName<'a>,
    pub(crate) arguments: Vec<RustType<'a>>,
}

/// Where the name of a type comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RustName<'a> {
    /// The language: `bool`.
    Primitive(&'static str),
    /// The prelude: `std::option::Option`.
    Prelude(&'static str),
    /// Elsewhere, so that a module imports it: `crate::Number`.
    Imported(&'static str),
    /// The API.
    Model(&'a ModelPath),
    /// The user: a whole path.
    User(&'a str),
}

const STRING: RustName<'_> = RustName::Prelude("std::string::String");
const OPTION: RustName<'_> = RustName::Prelude("std::option::Option");
pub(crate) const VALUE: RustName<'_> = RustName::Imported("crate::Value");

impl<'a> RustType<'a> {
    /// A type of an API.
    pub(crate) fn of(api: &Api, ty: &'a Type) -> Self {
        let inner = |ty: &'a Type| Self::of(api, ty);
        let (name, arguments) = match ty {
            Type::Boolean => (RustName::Primitive("bool"), Vec::new()),
            Type::Int32 => (RustName::Primitive("i32"), Vec::new()),
            Type::Int64 => (RustName::Primitive("i64"), Vec::new()),
            Type::Float32 => (RustName::Primitive("f32"), Vec::new()),
            Type::Float64 => (RustName::Primitive("f64"), Vec::new()),
            Type::Snowflake => (RustName::Imported("crate::Snowflake"), Vec::new()),
            Type::Number => (RustName::Imported("crate::Number"), Vec::new()),
            Type::DateTime if api.date_time.is_typed() => {
                (RustName::Imported("crate::DateTime"), Vec::new())
            }
            Type::Date if api.date_time.is_typed() => {
                (RustName::Imported("crate::Date"), Vec::new())
            }
            Type::String | Type::Bytes | Type::DateTime | Type::Date => (STRING, Vec::new()),
            Type::Any => (VALUE, Vec::new()),
            Type::List(item) => (RustName::Prelude("std::vec::Vec"), vec![inner(item)]),
            Type::Map(value) => {
                let map = match api.map {
                    MapType::Btree => "std::collections::BTreeMap",
                    MapType::Index => "indexmap::IndexMap",
                };
                let key = Self::plain(STRING);
                (RustName::Imported(map), vec![key, inner(value)])
            }
            Type::Nullable(value) => (OPTION, vec![inner(value)]),
            Type::Boxed(value) => (RustName::Prelude("std::boxed::Box"), vec![inner(value)]),
            Type::Model(path) => (RustName::Model(path), Vec::new()),
            Type::User { path, .. } => (RustName::User(path), Vec::new()),
        };
        Self { name, arguments }
    }

    /// The type of a field, with what its presence puts around it.
    pub(crate) fn stored(api: &Api, field: &'a Field) -> Self {
        let ty = Self::of(api, &field.ty.value);
        match field.presence {
            Presence::Required => ty,
            Presence::RequiredNullable | Presence::Optional => ty.within(OPTION),
            Presence::OptionalNullable => ty.within(RustName::Imported("crate::Maybe")),
        }
    }

    /// The map of an API's other keys, of the type of their values.
    pub(crate) fn extra(api: &Api, values: &'a Type) -> Self {
        Self::of(api, values).within(RustName::Imported("crate::Extra"))
    }

    fn plain(name: RustName<'a>) -> Self {
        let arguments = Vec::new();
        Self { name, arguments }
    }

    fn within(self, name: RustName<'a>) -> Self {
        let arguments = vec![self];
        Self { name, arguments }
    }

    /// The names in the type, its own among them.
    pub(crate) fn for_each_name(&self, see: &mut impl FnMut(RustName<'a>)) {
        see(self.name);
        for argument in &self.arguments {
            argument.for_each_name(see);
        }
    }
}

/// As a person writes it with all names in scope: `Option<DateTime>`.
impl Display for RustType<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.name {
            RustName::Primitive(name) => f.write_str(name)?,
            RustName::Prelude(path) | RustName::Imported(path) => f.write_str(last(path))?,
            RustName::Model(path) => f.write_str(path.name())?,
            RustName::User(path) => write_last_parts(f, path)?,
        }
        for (at, argument) in self.arguments.iter().enumerate() {
            write!(f, "{}{argument}", if at == 0 { "<" } else { ", " })?;
        }
        f.write_str(if self.arguments.is_empty() { "" } else { ">" })
    }
}

/// The last part of a path.
pub(crate) fn last(path: &str) -> &str {
    // A name has no colon, and looking for one costs less than for two.
    path.rfind(':').map_or(path, |colon| &path[colon + 1..])
}

/// A path with types in it, each by its last part.
fn write_last_parts(f: &mut fmt::Formatter<'_>, path: &str) -> fmt::Result {
    for part in path.split_inclusive(['<', '>', ',']) {
        f.write_str(last(part.trim()))?;
        f.write_str(if part.ends_with(',') { " " } else { "" })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, to};

    #[test]
    fn a_type_is_shown_as_a_person_writes_it() {
        let shown = |ty: Type, presence| {
            let api = api(Vec::new());
            RustType::stored(&api, &field("of", "of", ty, presence)).to_string()
        };
        let list = Type::List(Box::new(to("operations::Order")));
        assert_eq!(shown(list, Presence::Optional), "Option<Vec<Order>>");
        let map = Type::Map(Box::new(Type::Nullable(Box::new(Type::Int64))));
        assert_eq!(
            shown(map, Presence::Required),
            "BTreeMap<String, Option<i64>>"
        );
        let boxed = Type::Boxed(Box::new(Type::Bytes));
        assert_eq!(
            shown(boxed, Presence::OptionalNullable),
            "Maybe<Box<String>>"
        );
        let user_type = Type::User {
            path: "::a::b::Of<::x::Y<u8>,::std::vec::Vec<::z::Z>>".to_owned(),
            wire: Box::new(Type::Any),
        };
        assert_eq!(
            shown(user_type, Presence::RequiredNullable),
            "Option<Of<Y<u8>, Vec<Z>>>"
        );
    }

    #[test]
    fn dates_are_text_where_the_api_has_no_type_for_them() {
        let mut api = api(Vec::new());
        assert_eq!(RustType::of(&api, &Type::Date).to_string(), "Date");
        api.date_time = crate::model::DateTimeType::String;
        assert_eq!(RustType::of(&api, &Type::Date).to_string(), "String");
    }
}
