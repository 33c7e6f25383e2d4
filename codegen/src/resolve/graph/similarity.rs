//! Comparing structs: two with the same fields may be one model under two names.

use std::collections::BTreeMap;

use crate::fold::fold_name;
use crate::model::{Kind, ModelPath, Struct, Type};
use crate::resolve::context::Models;

/// Whether required and nullable marks are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marks {
    /// They are.
    Count,
    /// They are not.
    Hidden,
}

/// Compares structs, without their names and the case of their keys.
pub(crate) struct Similarity<'m> {
    models: &'m Models,
    pub users: Users<'m>,
}

impl<'m> Similarity<'m> {
    pub fn new(models: &'m Models) -> Self {
        let users = users(models);
        Self { models, users }
    }

    /// A text that is equal for equal structs.
    pub fn of(&self, object: &Struct, marks: Marks) -> String {
        self.of_fields(object, marks, 0)
    }

    fn of_fields(&self, object: &Struct, marks: Marks, depth: usize) -> String {
        let fields = object.fields.iter().map(|field| {
            let ty = self.of_type(&field.ty.value, depth);
            let said = (field.required.value, field.nullable.value);
            let said = (marks == Marks::Count).then_some(said);
            format!(
                "{:?}",
                (&field.name, ty, said, field.only_value(), &field.docs)
            )
        });
        fields.collect()
    }

    /// A type by its content if its name only says where it is used.
    fn of_type(&self, ty: &Type, depth: usize) -> String {
        const DEEPEST: usize = 6;
        let inner = |ty| self.of_type(ty, depth);
        match ty {
            Type::List(item) => format!("[{}]", inner(item)),
            Type::Map(value) => format!("{{{}}}", inner(value)),
            Type::Nullable(value) => format!("{}?", inner(value)),
            Type::User { path, wire } => format!("{path}({})", inner(wire)),
            Type::Model(path) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Enum(values)) => {
                    let texts: Vec<_> = values.values.iter().map(|value| &value.value).collect();
                    format!("{:?}", (texts, values.unknown.is_some()))
                }
                Some(Kind::Struct(object)) if depth < DEEPEST && self.by_use(path) => {
                    self.of_fields(object, Marks::Count, depth + 1)
                }
                _ => path.to_string(),
            },
            other => format!("{other:?}"),
        }
    }

    /// Whether a model is called after the one field that uses it: `CommercePlanFee` after `fee`.
    pub fn by_use(&self, path: &ModelPath) -> bool {
        let [(_, field)] = self.users.get(path).map_or(&[][..], Vec::as_slice) else {
            return false;
        };
        fold_name(path.name()).ends_with(&fold_name(field))
    }
}

/// The structs that use each model, and the wire names of their fields.
pub(crate) type Users<'m> = BTreeMap<&'m ModelPath, Vec<(&'m ModelPath, &'m str)>>;

fn users(models: &Models) -> Users<'_> {
    let mut users = Users::new();
    for (owner, model) in models {
        let Kind::Struct(object) = &model.kind else {
            continue;
        };
        for field in &object.fields {
            if let Some(path) = field.ty.value.model_on_wire() {
                let name = field.wire_name.value.as_str();
                users.entry(path).or_default().push((owner, name));
            }
        }
    }
    users
}
