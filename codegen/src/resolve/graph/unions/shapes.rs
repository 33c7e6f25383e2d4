//! The JSON shapes of a union's members.

use std::cell::Cell;

use serde_json::Value;

use super::Decided;
use super::members::values_at;
use crate::model::{EnumScalar, Kind, ModelPath, Type, WireShape};
use crate::resolve::context::Models;
use crate::work;

/// How many required keys of an object, and how many optional ones, a shape has. Each union has
/// those of all its members: structs of many keys in many unions would be written often.
pub(crate) const KEYS: usize = 256;
/// How many keys of each kind the members of a union have together, if they are more than
/// [`LEAST_KEYS`] each.
const ALL_KEYS: usize = 65_536;
const LEAST_KEYS: usize = 8;
/// How many texts of an enum a shape has.
pub(crate) const TEXTS: usize = 1024;

/// Makes the shapes of the variants of unions.
pub(crate) struct Shapes<'m> {
    models: &'m Models,
    /// Whether dates are types of their own rather than text.
    typed_dates: bool,
    /// How many keys the shapes of the union have.
    keys: Cell<usize>,
    cut: Cell<Cut>,
}

/// What the shapes of a union lack.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Cut {
    /// Unions inside of too many others.
    pub unions: bool,
    /// Keys and texts of which there are too many.
    pub keys: bool,
}

/// What tells the variant whose shape is made.
#[derive(Clone, Copy)]
struct Told<'t> {
    path: &'t [String],
    given: Option<&'t [Value]>,
    /// In how many more lists the objects stand that have the tag.
    lists: usize,
}

/// The models in which a type stands.
struct Above<'t> {
    models: Vec<&'t ModelPath>,
    /// How many more unions are looked into.
    levels: usize,
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
            keys: Cell::new(KEYS),
            cut: Cell::default(),
        }
    }

    /// Begins with a union of so many members.
    pub fn start(&self, members: usize) {
        let keys = ALL_KEYS / members.max(1);
        self.keys.set(keys.clamp(LEAST_KEYS, KEYS));
    }

    /// What the shapes lack that were made since it was asked last.
    pub fn cut(&self) -> Cut {
        self.cut.take()
    }

    /// The shape of the variant with an index, so many levels of unions deep.
    pub fn of(
        &self,
        ty: &Type,
        levels: usize,
        decided: Option<&Decided>,
        variant: usize,
    ) -> WireShape {
        let told = decided.map(|decided| Told {
            path: &decided.tag.value.path,
            given: decided.given[variant].as_deref(),
            lists: decided.lists,
        });
        let mut above = Above {
            models: Vec::new(),
            levels,
        };
        self.shape(ty, told, &mut above)
    }

    fn shape<'t>(&self, ty: &'t Type, told: Option<Told<'_>>, above: &mut Above<'t>) -> WireShape
    where
        'm: 't,
    {
        work::count(1);
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
                if above.models.contains(&path) {
                    return WireShape::Any;
                }
                let is_union = matches!(model.kind, Kind::Union(_));
                if is_union && above.levels == 0 {
                    self.lacks(|cut| cut.unions = true);
                    return WireShape::Any;
                }
                above.levels -= usize::from(is_union);
                above.models.push(path);
                let seen = self.model_shape(&model.kind, told, above);
                above.models.pop();
                above.levels += usize::from(is_union);
                seen
            }
        }
    }

    fn model_shape<'t>(
        &self,
        kind: &'t Kind,
        told: Option<Told<'_>>,
        above: &mut Above<'t>,
    ) -> WireShape
    where
        'm: 't,
    {
        match kind {
            Kind::Struct(object) => {
                let keys = |required: bool| -> Vec<String> {
                    let fields = object.fields.iter();
                    let mut fields = fields.filter(|field| field.required.value == required);
                    let keys = fields.by_ref().take(self.keys.get());
                    let keys = keys.map(|field| field.wire_name.value.clone()).collect();
                    if fields.next().is_some() {
                        self.lacks(|cut| cut.keys = true);
                    }
                    keys
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
                let is_cut = values.values.len() > TEXTS;
                if is_cut {
                    self.lacks(|cut| cut.keys = true);
                }
                WireShape::Texts {
                    values: texts.take(TEXTS).collect(),
                    others: values.unknown.is_some() || is_cut,
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

    fn lacks(&self, note: impl FnOnce(&mut Cut)) {
        let mut cut = self.cut.get();
        note(&mut cut);
        self.cut.set(cut);
    }
}
