//! Which traits a model can have, computed over the whole graph.
//!
//! Every model starts with all of them and loses what one of its parts lacks, and who has it for a
//! part loses it too: a cycle does not cost a trait by itself. No trait rests on another, so each
//! use of a model is looked at once for each trait that it loses.

use std::collections::BTreeMap;

use crate::model::{
    DateTimeType, EnumScalar, Field, Kind, MapType, Presence, Traits, Type, UserType,
};
use crate::resolve::context::Models;

const ALL: Traits = Traits {
    copy: true,
    eq: true,
    hash: true,
    ord: true,
    partial_ord: true,
    default: true,
};

/// Fills in the traits of all models.
pub(crate) fn derive(
    models: &mut Models,
    date_time: DateTimeType,
    map: MapType,
    user_types: &BTreeMap<String, UserType>,
) {
    let with = Types {
        date_time,
        map,
        user_types,
    };
    // Who has a part that is a model, and what it loses with it.
    let mut users: Vec<Vec<(usize, Traits)>> = vec![Vec::new(); models.len()];
    let mut found = Vec::with_capacity(models.len());
    for (user, model) in models.values().enumerate() {
        let mut traits = of_itself(&model.kind);
        for part in parts(&model.kind) {
            let at_best = of_part(part, ALL, with);
            let Some(path) = part.ty().model() else {
                traits = both(traits, at_best);
                continue;
            };
            let at_worst = of_part(part, Traits::default(), with);
            match models.get_index_of(path) {
                Some(used) => {
                    traits = both(traits, at_best);
                    users[used].push((user, at_worst));
                }
                None => traits = both(traits, at_worst),
            }
        }
        found.push(traits);
    }
    let mut lessened: Vec<usize> = (0..found.len()).collect();
    while let Some(used) = lessened.pop() {
        let kept = found[used];
        for &(user, at_worst) in &users[used] {
            let left = both(found[user], either(at_worst, kept));
            if left != found[user] {
                found[user] = left;
                lessened.push(user);
            }
        }
    }
    for (model, traits) in models.values_mut().zip(found) {
        model.traits = traits;
    }
}

/// What some types are in Rust.
#[derive(Clone, Copy)]
struct Types<'t> {
    date_time: DateTimeType,
    map: MapType,
    user_types: &'t BTreeMap<String, UserType>,
}

/// A part of a model, by which it may lose a trait.
#[derive(Clone, Copy)]
enum Part<'m> {
    Field(&'m Field),
    Extra(&'m Type),
    Whole(&'m Type),
}

impl<'m> Part<'m> {
    fn ty(self) -> &'m Type {
        match self {
            Part::Field(field) => &field.ty.value,
            Part::Extra(ty) | Part::Whole(ty) => ty,
        }
    }
}

fn parts(kind: &Kind) -> Vec<Part<'_>> {
    match kind {
        Kind::Struct(object) => {
            let extra = object.extra.iter().map(|extra| Part::Extra(&extra.ty));
            object.fields.iter().map(Part::Field).chain(extra).collect()
        }
        Kind::Union(union) => {
            let variants = union.variants.iter();
            variants.map(|variant| Part::Whole(&variant.ty)).collect()
        }
        Kind::Alias(alias) => vec![Part::Whole(&alias.ty)],
        Kind::Enum(_) | Kind::Flags(_) => Vec::new(),
    }
}

/// What a model may have, whatever its parts are.
fn of_itself(kind: &Kind) -> Traits {
    match kind {
        Kind::Enum(values) => {
            let copy = values.unknown.is_none() || values.scalar == EnumScalar::Integer;
            Traits {
                copy,
                default: values.constant,
                ..ALL
            }
        }
        // The unknown variant keeps any value: it has an equality, and no order.
        Kind::Union(_) => Traits {
            copy: false,
            ord: false,
            partial_ord: false,
            default: false,
            ..ALL
        },
        // Of no bit of flags nothing is said.
        Kind::Struct(_) | Kind::Alias(_) | Kind::Flags(_) => ALL,
    }
}

/// What a part has if models have `of_models`.
fn of_part(part: Part<'_>, of_models: Traits, with: Types<'_>) -> Traits {
    let ty = of_type(part.ty(), of_models, with);
    match part {
        Part::Field(field) => of_field(field, ty),
        Part::Extra(_) => Traits {
            copy: false,
            default: true,
            ..ty
        },
        Part::Whole(_) => ty,
    }
}

fn of_field(field: &Field, ty: Traits) -> Traits {
    let default = match field.presence {
        Presence::Optional | Presence::RequiredNullable | Presence::OptionalNullable => true,
        // An empty text or a zero is no default for a value that must be given.
        Presence::Required => match &field.ty.value {
            Type::List(_) | Type::Map(_) => true,
            Type::Model(_) | Type::User { .. } => ty.default,
            _ => false,
        },
    };
    Traits { default, ..ty }
}

fn of_type(ty: &Type, of_models: Traits, with: Types<'_>) -> Traits {
    let inner = |ty: &Type| of_type(ty, of_models, with);
    match ty {
        Type::Boolean | Type::Int32 | Type::Int64 => ALL,
        Type::Float32 | Type::Float64 => Traits {
            copy: true,
            partial_ord: true,
            default: true,
            ..Traits::default()
        },
        // Kept as it was spelt: equal and hashed by value, not ordered.
        Type::Number => Traits {
            copy: false,
            ord: false,
            partial_ord: false,
            ..ALL
        },
        Type::String | Type::Bytes | Type::Snowflake => Traits { copy: false, ..ALL },
        Type::DateTime | Type::Date => {
            let typed = with.date_time.is_typed();
            Traits {
                copy: typed && with.date_time != DateTimeType::Jiff,
                default: !typed,
                ..ALL
            }
        }
        Type::Any => Traits {
            copy: false,
            ord: false,
            partial_ord: false,
            ..ALL
        },
        Type::Map(item) if with.map == MapType::Index => Traits {
            copy: false,
            hash: false,
            ord: false,
            partial_ord: false,
            default: true,
            ..inner(item)
        },
        Type::List(item) | Type::Map(item) => Traits {
            copy: false,
            default: true,
            ..inner(item)
        },
        Type::Nullable(value) => Traits {
            default: true,
            ..inner(value)
        },
        Type::Boxed(value) => Traits {
            copy: false,
            ..inner(value)
        },
        Type::User { path, .. } => with
            .user_types
            .get(path)
            .map_or(Traits::default(), |user_type| user_type.traits),
        Type::Model(_) => of_models,
    }
}

fn both(a: Traits, b: Traits) -> Traits {
    Traits {
        copy: a.copy && b.copy,
        eq: a.eq && b.eq,
        hash: a.hash && b.hash,
        ord: a.ord && b.ord,
        partial_ord: a.partial_ord && b.partial_ord,
        default: a.default && b.default,
    }
}

fn either(a: Traits, b: Traits) -> Traits {
    Traits {
        copy: a.copy || b.copy,
        eq: a.eq || b.eq,
        hash: a.hash || b.hash,
        ord: a.ord || b.ord,
        partial_ord: a.partial_ord || b.partial_ord,
        default: a.default || b.default,
    }
}
