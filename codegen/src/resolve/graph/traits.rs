//! Which traits a model can have, computed over the whole graph.
//!
//! Every model starts with all of them and loses what one of its parts lacks,
//! until nothing changes: a cycle does not cost a trait by itself.

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
    for model in models.values_mut() {
        model.traits = ALL;
    }
    loop {
        let found: Vec<Traits> = models
            .values()
            .map(|model| of_kind(models, &model.kind, with))
            .collect();
        let mut changed = false;
        for (model, found) in models.values_mut().zip(found) {
            changed |= model.traits != found;
            model.traits = found;
        }
        if !changed {
            return;
        }
    }
}

/// What some types are in Rust.
#[derive(Clone, Copy)]
struct Types<'t> {
    date_time: DateTimeType,
    map: MapType,
    user_types: &'t BTreeMap<String, UserType>,
}

fn of_kind(models: &Models, kind: &Kind, with: Types<'_>) -> Traits {
    let of = |ty: &Type| of_type(models, ty, with);
    match kind {
        Kind::Struct(object) => {
            let fields = object
                .fields
                .iter()
                .map(|field| of_field(field, of(&field.ty.value)));
            let extra = object.extra.iter().map(|extra| Traits {
                copy: false,
                default: true,
                ..of(&extra.ty)
            });
            fields.chain(extra).fold(ALL, both)
        }
        Kind::Enum(values) => {
            let copy = values.unknown.is_none() || values.scalar == EnumScalar::Integer;
            Traits {
                copy,
                default: values.constant,
                ..ALL
            }
        }
        // Of no bit nothing is said.
        Kind::Flags(_) => ALL,
        Kind::Union(union) => {
            // The unknown variant keeps any value: it has an equality, and no order.
            let unknown = Traits {
                copy: false,
                ord: false,
                partial_ord: false,
                default: false,
                ..ALL
            };
            union
                .variants
                .iter()
                .map(|variant| of(&variant.ty))
                .fold(unknown, both)
        }
        Kind::Alias(alias) => of(&alias.ty),
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

fn of_type(models: &Models, ty: &Type, with: Types<'_>) -> Traits {
    let inner = |ty: &Type| of_type(models, ty, with);
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
        Type::Model(path) => models
            .get(path)
            .map_or(Traits::default(), |model| model.traits),
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
