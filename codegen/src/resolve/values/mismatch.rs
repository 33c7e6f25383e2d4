//! The place where a value contradicts its type.

use std::collections::{BTreeMap, BTreeSet};

use super::fit::is_object;
use crate::claim::{Literal, Property};
use crate::model::reads::lookup::Fields;
use crate::model::reads::{Reader, type_told};
use crate::model::{
    DateTimeType, Enum, EnumScalar, Kind, ModelPath, Presence, Struct, Type, Union,
};
use crate::resolve::context::Models;
use crate::resolve::observed::literal::{is_date, is_date_time, verbatim};
use crate::sample::step;
use crate::source::Place;

/// The first place at which a value is none of its type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Mismatch {
    /// The JSON path: `$.exposedPort.port`.
    pub path: String,
    /// The nearest key.
    pub place: Place,
    /// What stands there: `text`.
    pub found: &'static str,
    /// What the model says: `a whole number`.
    pub expected: String,
    /// The field that it is in: its model and wire name.
    pub field: Option<(ModelPath, String)>,
}

/// Looks for mismatches.
pub(crate) struct Search<'m> {
    pub models: &'m Models,
    pub reader: &'m Reader<'m>,
    pub date_time: DateTimeType,
    /// Whether keys that are absent or unknown are none: examples of references are abridged, and
    /// older than their tables.
    pub is_abridged: bool,
}

/// A value inside a sample.
#[derive(Clone, Copy)]
struct Spot<'s> {
    path: &'s str,
    place: Place,
    field: Option<(&'s ModelPath, &'s str)>,
    depth: usize,
}

impl<'m> Search<'m> {
    /// The first mismatch of a body.
    pub fn mismatch(
        &self,
        ty: &Type,
        body: &Literal,
        path: &str,
        place: Place,
    ) -> Option<Mismatch> {
        let spot = Spot {
            path,
            place,
            field: None,
            depth: 0,
        };
        self.at(ty, body, spot)
    }

    fn at(&self, ty: &Type, value: &Literal, spot: Spot<'_>) -> Option<Mismatch> {
        const DEEPEST: usize = 64;
        if spot.depth > DEEPEST {
            return None;
        }
        let deeper = Spot {
            depth: spot.depth + 1,
            ..spot
        };
        let text = matches!(value, Literal::String(_));
        let (fits, expected) = match ty {
            Type::Any => return None,
            Type::Boxed(inner) | Type::User { wire: inner, .. } => {
                return self.at(inner, value, deeper);
            }
            Type::Nullable(_) if *value == Literal::Null => return None,
            Type::Nullable(inner) => return self.at(inner, value, deeper),
            Type::Boolean => (matches!(value, Literal::Bool(_)), "true or false"),
            Type::Int32 | Type::Int64 => (is_whole(value), "a whole number"),
            Type::Float32 | Type::Float64 | Type::Number => {
                (matches!(value, Literal::Number(_)), "a number")
            }
            Type::Snowflake => (text || is_whole(value), "text of digits"),
            Type::String | Type::Bytes => (text, "text"),
            Type::DateTime | Type::Date if self.date_time == DateTimeType::String => (text, "text"),
            Type::DateTime => (is_text(value, is_date_time), "a date-time"),
            Type::Date => (is_text(value, is_date), "a date"),
            Type::List(item) => match value {
                Literal::Array(items) => {
                    return items.iter().enumerate().find_map(|(nth, value)| {
                        let path = format!("{}[{nth}]", spot.path);
                        self.at(
                            item,
                            value,
                            Spot {
                                path: &path,
                                ..deeper
                            },
                        )
                    });
                }
                _ => (false, "a list"),
            },
            Type::Map(item) => match value {
                Literal::Object(members) => {
                    return members.iter().find_map(|member| {
                        let path = step(spot.path, &member.key);
                        let place = member.place.unwrap_or(spot.place);
                        let spot = Spot {
                            path: &path,
                            place,
                            ..deeper
                        };
                        self.at(item, &member.value, spot)
                    });
                }
                _ => (false, "an object"),
            },
            Type::Model(path) => return self.in_model(path, value, deeper),
        };
        (!fits).then(|| spot.mismatch(value, expected))
    }

    fn in_model(&self, path: &ModelPath, value: &Literal, spot: Spot<'_>) -> Option<Mismatch> {
        match &self.models.get(path)?.kind {
            Kind::Alias(alias) => self.at(&alias.ty, value, spot),
            Kind::Enum(values) => in_enum(values, value, spot),
            Kind::Flags(_) => {
                (!is_unsigned(value)).then(|| spot.mismatch(value, "bits of a whole number"))
            }
            Kind::Union(union) => self.in_union(union, value, spot),
            Kind::Struct(object) => match value {
                Literal::Object(_) => self.in_struct(path, object, value, spot),
                _ => Some(spot.mismatch(value, &format!("an object `{path}`"))),
            },
        }
    }

    fn in_union(&self, union: &'m Union, value: &Literal, spot: Spot<'_>) -> Option<Mismatch> {
        let chosen = self.reader.variant(union, &verbatim(value, 0)?)?;
        self.at(&union.variants.get(chosen)?.ty, value, spot)
    }

    fn in_struct(
        &self,
        path: &ModelPath,
        object: &'m Struct,
        value: &Literal,
        spot: Spot<'_>,
    ) -> Option<Mismatch> {
        let Literal::Object(members) = value else {
            return None;
        };
        let fields = self.reader.fields(object);
        let mut shown: BTreeMap<&str, &Property> = BTreeMap::new();
        for member in members {
            shown.entry(&member.key).or_insert(member);
        }
        // Of the required ones that are absent, only the first can be the first mismatch.
        let is_missing = |at: usize| !shown.contains_key(&*object.fields[at].wire_name.value);
        let missing = Fields::first_missing(&fields.required, is_missing);
        let found = shown.keys().filter_map(|key| fields.of_key(key));
        let asked: BTreeSet<usize> = found.chain(missing).collect();
        let in_field = asked.iter().find_map(|at| {
            let field = &object.fields[*at];
            let name = field.wire_name.value.as_str();
            let key_path = step(spot.path, name);
            let inside = Spot {
                path: &key_path,
                field: Some((path, name)),
                ..spot
            };
            let Some(&member) = shown.get(name) else {
                let misses = field.required.value && !self.is_abridged;
                return misses.then(|| Mismatch {
                    found: "absent",
                    ..inside.mismatch(value, "required")
                });
            };
            let inside = Spot {
                place: member.place.unwrap_or(spot.place),
                ..inside
            };
            if member.value != Literal::Null {
                let beside = field.tag_beside.as_ref().and_then(|tag| {
                    let said = shown.get(&*tag.value.key)?;
                    match &said.value {
                        Literal::String(text) => Some(text.as_str()),
                        _ => None,
                    }
                });
                let value = &member.value;
                let ty = type_told(self.models, field, beside, is_object(value));
                return self.at(&ty, value, inside);
            }
            match field.presence {
                Presence::RequiredNullable | Presence::OptionalNullable => None,
                _ => self
                    .at(&field.ty.value, &member.value, inside)
                    .map(|mismatch| Mismatch {
                        expected: "not nullable".to_owned(),
                        ..mismatch
                    }),
            }
        });
        if self.is_abridged {
            return in_field;
        }
        in_field.or_else(|| {
            let known = |key: &str| fields.of_key(key).is_some();
            unknown_key(object, members, known, spot)
        })
    }
}

/// A key that settings took from the model: every other key of a sample is a field.
fn unknown_key(
    object: &Struct,
    members: &[Property],
    known: impl Fn(&str) -> bool,
    spot: Spot<'_>,
) -> Option<Mismatch> {
    if object.extra.is_some() {
        return None;
    }
    let member = members.iter().find(|member| !known(&member.key))?;
    let inside = Spot {
        path: &step(spot.path, &member.key),
        place: member.place.unwrap_or(spot.place),
        ..spot
    };
    Some(inside.mismatch(&member.value, "no such key"))
}

fn in_enum(values: &Enum, value: &Literal, spot: Spot<'_>) -> Option<Mismatch> {
    let (fits, expected) = match values.scalar {
        EnumScalar::String => (matches!(value, Literal::String(_)), "text"),
        EnumScalar::Integer => (is_whole(value), "a whole number"),
    };
    (!fits).then(|| spot.mismatch(value, expected))
}

impl Spot<'_> {
    fn mismatch(&self, value: &Literal, expected: &str) -> Mismatch {
        Mismatch {
            path: self.path.to_owned(),
            place: self.place,
            found: kind(value),
            expected: expected.to_owned(),
            field: self
                .field
                .map(|(path, name)| (path.clone(), name.to_owned())),
        }
    }
}

fn is_whole(value: &Literal) -> bool {
    matches!(value, Literal::Number(digits) if digits.parse::<i64>().is_ok())
}

fn is_unsigned(value: &Literal) -> bool {
    matches!(value, Literal::Number(digits) if digits.parse::<u64>().is_ok())
}

fn is_text(value: &Literal, is: fn(&str) -> bool) -> bool {
    matches!(value, Literal::String(text) if is(text))
}

fn kind(value: &Literal) -> &'static str {
    match value {
        Literal::Null => "null",
        Literal::Bool(_) => "true or false",
        Literal::Number(_) => "a number",
        Literal::String(_) | Literal::Date(_) => "text",
        Literal::Array(_) => "a list",
        Literal::Object(_) => "an object",
        Literal::Opaque => "a value too deep to read",
    }
}
