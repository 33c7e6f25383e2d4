//! Comparing structs: two with the same fields may be one model under two names.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::Value;

use crate::fold::fold_name;
use crate::model::{Docs, Kind, ModelPath, Struct, Type};
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
        let mut text = String::new();
        self.say_fields(&mut text, object, marks, 0);
        text
    }

    fn say_fields(&self, text: &mut String, object: &Struct, marks: Marks, depth: usize) {
        for field in &object.fields {
            say(text, &field.name);
            self.say_type(text, &field.ty.value, depth);
            if marks == Marks::Count {
                let _ = write!(text, " {} {:?}", field.required.value, field.nullable.value);
            }
            if let Some(value) = field.only_value() {
                let _ = write!(text, " = {value}");
            }
            let Docs {
                description,
                deprecated,
                notes,
            } = &field.docs;
            for (sign, said) in [('d', description.as_deref()), ('!', deprecated.as_deref())] {
                if let Some(said) = said {
                    text.push(sign);
                    say(text, said);
                }
            }
            notes.iter().for_each(|note| say(text, note));
            text.push(';');
        }
    }

    /// A type by its content if its name only says where it is used.
    fn say_type(&self, text: &mut String, ty: &Type, depth: usize) {
        const DEEPEST: usize = 6;
        let mut around = |open: char, inner| {
            text.push(open);
            self.say_type(text, inner, depth);
        };
        match ty {
            Type::List(item) => around('[', item),
            Type::Map(value) => around('{', value),
            Type::Nullable(value) => around('?', value),
            Type::User { path, wire } => {
                around('(', wire);
                say(text, path);
            }
            Type::Model(path) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Enum(values)) => {
                    text.push(if values.unknown.is_some() { '*' } else { '|' });
                    for value in &values.values {
                        match &value.value {
                            Value::String(value) => say(text, value),
                            value => {
                                let _ = write!(text, " {value}");
                            }
                        }
                    }
                }
                Some(Kind::Struct(object)) if depth < DEEPEST && self.by_use(path) => {
                    text.push('<');
                    self.say_fields(text, object, Marks::Count, depth + 1);
                    text.push('>');
                }
                _ => say(text, path.as_str()),
            },
            other => {
                let _ = write!(text, " {other:?}");
            }
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

/// Adds a part, with its length, by which it is told from what stands behind it.
fn say(text: &mut String, part: &str) {
    let _ = write!(text, "{}:", part.len());
    text.push_str(part);
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
