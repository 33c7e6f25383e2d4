//! Whether a type reads a value and writes it back unchanged.

use serde_json::Value;

use super::fit::Fitting;
use crate::claim::Literal;
use crate::model::reads::lookup::Fields;
use crate::model::reads::type_in;
use crate::model::{Kind, Presence, Struct, Type, Union};

/// Types in each other, be they named or not: values are 64 deep at most.
const DEEPEST: usize = 256;

impl<'m> Fitting<'m> {
    /// Whether the variant that a reader chooses takes the value.
    pub(crate) fn chosen_reads_back(&self, union: &'m Union, value: &Value) -> bool {
        self.chosen_reads_back_at(union, value, 0)
    }

    fn chosen_reads_back_at(&self, union: &'m Union, value: &Value, depth: usize) -> bool {
        let chosen = self.reader.variant(union, value);
        chosen.is_none_or(|at| self.reads_back_at(&union.variants[at].ty, value, depth))
    }

    /// Whether a value in the wire's spelling is read by a type, and written as it was.
    pub(crate) fn reads_back(&self, ty: &Type, value: &Value) -> bool {
        self.reads_back_at(ty, value, 0)
    }

    fn reads_back_at(&self, ty: &Type, value: &Value, depth: usize) -> bool {
        if depth > DEEPEST {
            return false;
        }
        let depth = depth + 1;
        match (ty, value) {
            (Type::Model(path), _) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Union(union)) => self.chosen_reads_back_at(union, value, depth),
                Some(Kind::Alias(alias)) => self.reads_back_at(&alias.ty, value, depth),
                Some(Kind::Struct(object)) => self.struct_reads_back(object, value, depth),
                Some(Kind::Enum(values)) => self
                    .fit_enum(values, &Literal::from(value.clone()))
                    .is_some(),
                Some(Kind::Flags(_)) => value.is_u64(),
                None => false,
            },
            (Type::Boxed(inner) | Type::User { wire: inner, .. }, _) => {
                self.reads_back_at(inner, value, depth)
            }
            (Type::Nullable(_), Value::Null) => true,
            (Type::Nullable(inner), _) => self.reads_back_at(inner, value, depth),
            (Type::List(item), Value::Array(values)) => values
                .iter()
                .all(|value| self.reads_back_at(item, value, depth)),
            (Type::Map(item), Value::Object(members)) => members
                .values()
                .all(|value| self.reads_back_at(item, value, depth)),
            _ => self.fit(ty, &Literal::from(value.clone()), 0).is_some(),
        }
    }

    fn struct_reads_back(&self, object: &'m Struct, value: &Value, depth: usize) -> bool {
        let Value::Object(members) = value else {
            return false;
        };
        let fields = self.reader.fields(object);
        let field_of = |key: &str| fields.of_key(key).map(|at| &object.fields[at]);
        let is_missing = |at: usize| !members.contains_key(&object.fields[at].wire_name.value);
        let has_all = Fields::first_missing(&fields.required, is_missing).is_none();
        has_all
            && members
                .iter()
                .all(|(key, value)| match (field_of(key), value) {
                    (Some(field), Value::Null) => {
                        matches!(
                            field.presence,
                            Presence::RequiredNullable | Presence::OptionalNullable
                        ) || field.ty.value == Type::Any && field.required.value
                    }
                    (Some(field), _) => {
                        let ty = type_in(self.models, field, members, value);
                        self.reads_back_at(&ty, value, depth)
                    }
                    (None, _) => object
                        .extra
                        .as_ref()
                        .is_some_and(|extra| self.reads_back_at(&extra.ty, value, depth)),
                })
    }
}
