//! The JSON shapes of a union's members.

use std::cell::Cell;

use serde_json::Value;

use super::Decided;
use super::members::{MOST, NESTED, values_at};
use crate::model::{EnumScalar, Kind, ModelPath, Type, WireShape};
use crate::resolve::context::Models;

/// Makes the shapes of the variants of unions.
pub(crate) struct Shapes<'m> {
    models: &'m Models,
    /// Whether dates are types of their own rather than text.
    typed_dates: bool,
    /// How many more shapes there may be.
    left: Cell<usize>,
}

/// What tells the variant whose shape is made.
#[derive(Clone, Copy)]
struct Told<'t> {
    path: &'t [String],
    given: Option<&'t [Value]>,
    /// In how many more lists the objects stand that have the tag.
    lists: usize,
}

impl Told<'_> {
    fn in_list(self) -> Option<Self> {
        let lists = self.lists.checked_sub(1)?;
        Some(Self { lists, ..self })
    }
}

impl<'m> Shapes<'m> {
    pub fn new(models: &'m Models, typed_dates: bool) -> Self {
        Self {
            models,
            typed_dates,
            left: Cell::new(MOST),
        }
    }

    /// The shape of the variant with an index.
    pub fn of(&self, ty: &Type, decided: Option<&Decided>, variant: usize) -> WireShape {
        self.left.set(MOST);
        let told = decided.map(|decided| Told {
            path: &decided.tag.value.path,
            given: decided.given[variant].as_deref(),
            lists: decided.lists,
        });
        self.shape(ty, told, &mut Vec::new())
    }

    fn shape(
        &self,
        ty: &Type,
        told: Option<Told<'_>>,
        above: &mut Vec<(ModelPath, bool)>,
    ) -> WireShape {
        match ty {
            Type::Boolean => WireShape::Boolean,
            Type::Int32 | Type::Int64 => WireShape::Integer,
            Type::Float32 | Type::Float64 | Type::Number => WireShape::Number,
            Type::DateTime if self.typed_dates => WireShape::DateTime,
            Type::Date if self.typed_dates => WireShape::Date,
            // A number beside other members is theirs, or kept as a number.
            Type::Snowflake => WireShape::Text,
            Type::String | Type::DateTime | Type::Date | Type::Bytes => WireShape::Text,
            Type::Any => WireShape::Any,
            Type::List(item) => {
                let told = told.and_then(Told::in_list);
                WireShape::Array(Box::new(self.shape(item, told, above)))
            }
            Type::Map(_) => WireShape::Object {
                tags: told
                    .filter(|told| told.lists == 0)
                    .and_then(|told| told.given)
                    .map_or_else(Vec::new, <[Value]>::to_vec),
                required: Vec::new(),
                optional: Vec::new(),
            },
            Type::Nullable(inner) => {
                WireShape::OneOf(vec![self.shape(inner, told, above), WireShape::Null])
            }
            Type::Boxed(inner) | Type::User { wire: inner, .. } => self.shape(inner, told, above),
            Type::Model(path) => {
                let Some(model) = self.models.get(path) else {
                    return WireShape::Any;
                };
                // A union that contains itself is seen as anything there.
                let is_union = matches!(model.kind, Kind::Union(_));
                let unions = above.iter().filter(|(_, is_union)| *is_union).count();
                let left = self.left.get();
                if above.iter().any(|(known, _)| known == path)
                    || is_union && (unions >= NESTED || left == 0)
                {
                    return WireShape::Any;
                }
                self.left.set(left.saturating_sub(1));
                above.push((path.clone(), is_union));
                let seen = self.model_shape(&model.kind, told, above);
                above.pop();
                seen
            }
        }
    }

    fn model_shape(
        &self,
        kind: &Kind,
        told: Option<Told<'_>>,
        above: &mut Vec<(ModelPath, bool)>,
    ) -> WireShape {
        match kind {
            Kind::Struct(object) => {
                let keys = |required: bool| -> Vec<String> {
                    let fields = object.fields.iter();
                    let fields = fields.filter(|field| field.required.value == required);
                    fields.map(|field| field.wire_name.value.clone()).collect()
                };
                let told = told.filter(|told| told.lists == 0);
                let tags = told.map_or_else(Vec::new, |told| match told.given {
                    Some(given) => given.to_vec(),
                    None => {
                        let values = values_at(self.models, object, told.path);
                        values.into_iter().flatten().cloned().collect()
                    }
                });
                WireShape::Object {
                    tags,
                    required: keys(true),
                    optional: keys(false),
                }
            }
            Kind::Flags(_) => WireShape::Integer,
            Kind::Enum(values) if values.scalar == EnumScalar::Integer => WireShape::Integer,
            Kind::Enum(values) => {
                let texts = values.values.iter();
                let texts = texts.filter_map(|value| value.value.as_str().map(str::to_owned));
                WireShape::Texts {
                    values: texts.collect(),
                    others: values.unknown.is_some(),
                }
            }
            Kind::Union(union) => {
                let variants = union.variants.iter();
                let shapes = variants.map(|variant| self.shape(&variant.ty, told, above));
                WireShape::OneOf(shapes.collect())
            }
            Kind::Alias(alias) => self.shape(&alias.ty, told, above),
        }
    }
}
