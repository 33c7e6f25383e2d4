//! The variants of a union, and their names.

use std::collections::BTreeMap;

use crate::model::{Type, Union, Variant, WireShape};
use crate::resolve::names::rust::{self, Scope};

/// A union of types; shapes and tag are found when all models are known.
pub(crate) fn of(types: Vec<Type>) -> Union {
    let mut scope = Scope::default();
    let variants: Vec<Variant> = types
        .into_iter()
        .map(|ty| {
            let names = [short_name(&ty), Some(variant_name(&ty))];
            let names = names.iter().flatten().map(|name| rust::type_name(name));
            Variant {
                name: scope.take(names),
                ty,
                shape: WireShape::Any,
                evidence: Vec::new(),
            }
        })
        .collect();
    let unknown = scope.take(["Unknown", "Unrecognized", "UnknownValue"].map(str::to_owned));
    Union {
        variants,
        unknown,
        tag: None,
    }
}

/// Types that differ in their widths only as one, the wider: no value could be read as the other.
/// Text and bytes are both text on the wire.
pub(crate) fn widest(types: Vec<Type>) -> Vec<Type> {
    let mut widest: Vec<Type> = Vec::new();
    let mut alike: BTreeMap<Type, Vec<usize>> = BTreeMap::new();
    for ty in types {
        let alike = alike.entry(widest_of(&ty)).or_default();
        match alike.iter().find_map(|at| {
            let joined = wider(&widest[*at], &ty)?;
            Some((*at, joined))
        }) {
            Some((at, joined)) => widest[at] = joined,
            None => {
                alike.push(widest.len());
                widest.push(ty);
            }
        }
    }
    widest
}

/// The widest of the types that may be joined with one.
fn widest_of(ty: &Type) -> Type {
    let inside = |inner: &Type| Box::new(widest_of(inner));
    match ty {
        Type::Int32 => Type::Int64,
        Type::Float32 | Type::Number => Type::Float64,
        Type::Snowflake | Type::Bytes => Type::String,
        Type::List(item) => Type::List(inside(item)),
        Type::Map(value) => Type::Map(inside(value)),
        Type::Nullable(inner) => Type::Nullable(inside(inner)),
        other => other.clone(),
    }
}

/// The wider of two types that have the same values in JSON but for their number; `None` if they
/// are others.
fn wider(one: &Type, other: &Type) -> Option<Type> {
    let inside = |one: &Type, other: &Type| wider(one, other).map(Box::new);
    match (one, other) {
        (one, other) if one == other => Some(one.clone()),
        (Type::Int32 | Type::Int64, Type::Int32 | Type::Int64) => Some(Type::Int64),
        (Type::Float32 | Type::Float64, Type::Float32 | Type::Float64) => Some(Type::Float64),
        (Type::Float32 | Type::Float64, Type::Number)
        | (Type::Number, Type::Float32 | Type::Float64) => Some(Type::Number),
        // Text that is no id is kept by either.
        (Type::String, Type::Snowflake) | (Type::Snowflake, Type::String) => Some(Type::String),
        (Type::String, Type::Bytes) | (Type::Bytes, Type::String) => Some(Type::String),
        (Type::List(one), Type::List(other)) => inside(one, other).map(Type::List),
        (Type::Map(one), Type::Map(other)) => inside(one, other).map(Type::Map),
        (Type::Nullable(one), Type::Nullable(other)) => inside(one, other).map(Type::Nullable),
        _ => None,
    }
}

fn variant_name(ty: &Type) -> String {
    match ty {
        Type::Boolean => "Boolean".into(),
        Type::Int32 | Type::Int64 => "Integer".into(),
        Type::Float32 | Type::Float64 | Type::Number => "Number".into(),
        Type::String => "String".into(),
        Type::Snowflake => "Snowflake".into(),
        Type::DateTime => "DateTime".into(),
        Type::Date => "Date".into(),
        Type::Bytes => "Bytes".into(),
        Type::Any => "Any".into(),
        Type::List(item) => format!("{}List", variant_name(item)),
        Type::Map(value) => format!("{}Map", variant_name(value)),
        Type::Nullable(inner) => format!("Nullable{}", variant_name(inner)),
        Type::Boxed(inner) | Type::User { wire: inner, .. } => variant_name(inner),
        Type::Model(path) => path.name().to_owned(),
    }
}

/// What one calls a list or a map: of texts `Strings`; `List` where its items have no name that
/// says something, such as `Content1`.
fn short_name(ty: &Type) -> Option<String> {
    match ty {
        Type::List(item) => match item_name(item) {
            Some(name) => plural(&name),
            None => Some("List".into()),
        },
        Type::Map(value) => item_name(value).is_none().then(|| "Map".into()),
        Type::Boxed(inner) => short_name(inner),
        _ => None,
    }
}

fn item_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Any => None,
        Type::Boxed(inner) => item_name(inner),
        Type::List(item) | Type::Map(item) if item_name(item).is_none() => short_name(ty),
        _ => {
            let name = variant_name(ty);
            let is_numbered = name.ends_with(|c: char| c.is_ascii_digit());
            (!is_numbered).then_some(name)
        }
    }
}

/// Several of a name; `None` where English has no such word.
fn plural(name: &str) -> Option<String> {
    const NONE: &[&str] = &[
        "Bytes",
        "Data",
        "Feedback",
        "Info",
        "Information",
        "Media",
        "Metadata",
    ];
    let ends = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
    let is_initials = name.ends_with('S') || name.ends_with('X');
    if is_initials || ends(NONE) {
        return None;
    }
    if ends(&["ss", "us", "is", "x", "ch", "sh"]) {
        return Some(format!("{name}es"));
    }
    // It says that it is several.
    if ends(&["s"]) {
        return Some(name.to_owned());
    }
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => Some(format!("{stem}ies")),
        _ => Some(format!("{name}s")),
    }
}

#[cfg(test)]
mod tests {
    use super::{of, plural, widest};
    use crate::model::{ModelPath, Type};

    #[test]
    fn widths_that_could_never_be_chosen_are_one() {
        let list = |item| Type::List(Box::new(item));
        let types = vec![
            Type::Int32,
            Type::Float32,
            Type::String,
            Type::Int64,
            list(Type::Int64),
            Type::Number,
            Type::Float64,
            list(Type::Int32),
            list(Type::Number),
            Type::Bytes,
        ];
        let expected = [
            Type::Int64,
            Type::Number,
            Type::String,
            list(Type::Int64),
            list(Type::Number),
        ];
        assert_eq!(widest(types), expected);
    }

    #[test]
    fn lists_and_maps_have_names_that_a_person_would_choose() {
        let list = |item| Type::List(Box::new(item));
        let map = |value| Type::Map(Box::new(value));
        let model = |name| Type::Model(ModelPath::new(None, name));
        let names = |types: Vec<Type>| -> Vec<String> {
            let variants = of(types).variants.into_iter();
            variants.map(|variant| variant.name).collect()
        };
        let types = vec![
            Type::String,
            list(Type::String),
            list(Type::Nullable(Box::new(Type::Int64))),
            list(list(Type::Number)),
            list(model("Content1")),
            list(Type::Any),
            map(Type::String),
            map(model("Field2")),
            list(map(Type::Any)),
            list(Type::Bytes),
        ];
        let expected = [
            "String",
            "Strings",
            "NullableIntegers",
            "NumberLists",
            "List",
            "AnyList",
            "StringMap",
            "Map",
            "Maps",
            "BytesList",
        ];
        assert_eq!(names(types), expected);
        let alone = |ty| names(vec![ty]).remove(0);
        assert_eq!(alone(list(Type::Any)), "List");
        assert_eq!(alone(map(Type::Any)), "Map");
    }

    #[test]
    fn several_of_a_name_are_called_as_in_english() {
        let several = [
            "Scope", "Entry", "Key", "Status", "Address", "Box", "Branch", "Settings",
        ];
        let several = several.map(|name| plural(name).unwrap_or_default());
        let expected = [
            "Scopes",
            "Entries",
            "Keys",
            "Statuses",
            "Addresses",
            "Boxes",
            "Branches",
            "Settings",
        ];
        assert_eq!(several, expected);
        let none = ["Metadata", "Bytes", "UserInfo", "AnalyticsOS"];
        assert_eq!(none.map(plural), [const { None }; 4]);
    }
}
