//! The JSON shapes of a union's members, and its tag.

use std::collections::BTreeSet;

use super::indistinct_variants;
use crate::diagnostic::Diagnostics;
use crate::model::{DateTimeType, EnumScalar, Kind, ModelPath, Struct, Type, Union, WireShape};
use crate::resolve::context::Models;
use crate::source::Place;

/// Finds the shapes and tags of all unions; members that cannot be told apart are warned of.
pub(crate) fn find(
    models: &mut Models,
    date_time: DateTimeType,
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    let graph = Graph {
        models,
        typed_dates: date_time.is_typed(),
    };
    let mut found = Vec::new();
    for (index, model) in models.values().enumerate() {
        let Kind::Union(union) = &model.kind else {
            continue;
        };
        let tag = graph.tag(union);
        let shapes: Vec<WireShape> = union
            .variants
            .iter()
            .map(|variant| graph.shape(&variant.ty, tag.as_deref(), &mut Vec::new()))
            .collect();
        indistinct_variants::warn(model, union, &shapes, place_of, diagnostics);
        found.push((index, tag, shapes));
    }
    for (index, tag, shapes) in found {
        if let Kind::Union(union) = &mut models[index].kind {
            union.tag = tag;
            for (variant, shape) in union.variants.iter_mut().zip(shapes) {
                variant.shape = shape;
            }
        }
    }
}

/// Models that name each other.
struct Graph<'m> {
    models: &'m Models,
    /// Whether dates are types of their own rather than text.
    typed_dates: bool,
}

impl<'m> Graph<'m> {
    /// The key that the most objects of a union have with values of their own; at least two of
    /// them.
    fn tag(&self, union: &Union) -> Option<String> {
        let mut objects = Vec::new();
        self.objects(union, &mut objects, &mut Vec::new());
        let mut seen = BTreeSet::new();
        let keys = objects
            .iter()
            .flat_map(|object| &object.fields)
            .map(|field| field.wire_name.value.as_str())
            .filter(|key| seen.insert(*key));
        let mut best: Option<(usize, &str)> = None;
        for key in keys {
            let sets: Vec<Vec<String>> = objects
                .iter()
                .filter_map(|object| self.tag_values(object, key))
                .collect();
            let distinct: BTreeSet<&String> = sets.iter().flatten().collect();
            let disjoint = distinct.len() == sets.iter().map(Vec::len).sum::<usize>();
            if sets.len() >= 2 && disjoint && best.is_none_or(|(most, _)| sets.len() > most) {
                best = Some((sets.len(), key));
            }
        }
        best.map(|(_, key)| key.to_owned())
    }

    /// The structs among a union's members, those of unions inside it included.
    fn objects(
        &self,
        union: &'m Union,
        objects: &mut Vec<&'m Struct>,
        above: &mut Vec<&'m ModelPath>,
    ) {
        for variant in &union.variants {
            let Some(path) = model_of(&variant.ty).filter(|path| !above.contains(path)) else {
                continue;
            };
            match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Struct(object)) => objects.push(object),
                Some(Kind::Union(inner)) => {
                    above.push(path);
                    self.objects(inner, objects, above);
                    above.pop();
                }
                _ => {}
            }
        }
    }

    /// The values that a struct's key can have, if they are a set of strings.
    fn tag_values(&self, object: &Struct, key: &str) -> Option<Vec<String>> {
        let mut fields = object.fields.iter();
        let field = fields.find(|field| field.wire_name.value == key)?;
        let ty = match &field.ty.value {
            Type::User { wire, .. } => wire,
            ty => ty,
        };
        let Type::Model(path) = ty else { return None };
        let Kind::Enum(values) = &self.models.get(path)?.kind else {
            return None;
        };
        let values = values.values.iter();
        values
            .map(|value| value.value.as_str().map(str::to_owned))
            .collect()
    }

    fn shape(&self, ty: &Type, tag: Option<&str>, above: &mut Vec<ModelPath>) -> WireShape {
        match ty {
            Type::Boolean => WireShape::Boolean,
            Type::Int32 | Type::Int64 => WireShape::Integer,
            Type::Float32 | Type::Float64 | Type::Number => WireShape::Number,
            Type::DateTime if self.typed_dates => WireShape::DateTime,
            Type::Date if self.typed_dates => WireShape::Date,
            Type::String | Type::DateTime | Type::Date | Type::Bytes => WireShape::Text,
            Type::Any => WireShape::Any,
            Type::List(item) => WireShape::Array(Box::new(self.shape(item, tag, above))),
            Type::Map(_) => WireShape::Object {
                tags: Vec::new(),
                required: Vec::new(),
                optional: Vec::new(),
            },
            Type::Nullable(inner) => {
                WireShape::OneOf(vec![self.shape(inner, tag, above), WireShape::Null])
            }
            Type::Boxed(inner) | Type::User { wire: inner, .. } => self.shape(inner, tag, above),
            Type::Model(path) => {
                // A union that contains itself is seen as anything there.
                let model = self.models.get(path).filter(|_| !above.contains(path));
                let Some(model) = model else {
                    return WireShape::Any;
                };
                above.push(path.clone());
                let seen = self.model_shape(&model.kind, tag, above);
                above.pop();
                seen
            }
        }
    }

    fn model_shape(&self, kind: &Kind, tag: Option<&str>, above: &mut Vec<ModelPath>) -> WireShape {
        match kind {
            Kind::Struct(object) => {
                let keys = |required: bool| -> Vec<String> {
                    let fields = object.fields.iter();
                    let fields = fields.filter(|field| field.required.value == required);
                    fields.map(|field| field.wire_name.value.clone()).collect()
                };
                let tags = tag.and_then(|key| self.tag_values(object, key));
                WireShape::Object {
                    tags: tags.unwrap_or_default(),
                    required: keys(true),
                    optional: keys(false),
                }
            }
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
                let shapes = variants.map(|variant| self.shape(&variant.ty, tag, above));
                WireShape::OneOf(shapes.collect())
            }
            Kind::Alias(alias) => self.shape(&alias.ty, tag, above),
        }
    }
}

/// The model that a type is, if it is one.
fn model_of(ty: &Type) -> Option<&ModelPath> {
    match ty {
        Type::Boxed(inner) | Type::Nullable(inner) | Type::User { wire: inner, .. } => {
            model_of(inner)
        }
        Type::Model(path) => Some(path),
        _ => None,
    }
}
