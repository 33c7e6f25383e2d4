//! What the page shows, as JSON. Models are meant by their numbers, so that a link is short.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::facts::Facts;
use crate::model::rust_type::{RustName, RustType, last};
use crate::model::{
    Api, Docs, EnumValue, Evidence, Field, Flag, Kind, Model, ModelPath, Presence, Variant,
};
use crate::summary::{Summary, count, reason};

/// The data of an API's page.
pub(super) fn of(api: &Api, summary: &Summary) -> Value {
    let numbers = api.models.keys().enumerate();
    let mut writer = Writer {
        api,
        numbers: numbers.map(|(at, path)| (path, at)).collect(),
        facts: Facts::default(),
    };
    let models: Vec<Value> = api
        .models
        .values()
        .map(|model| writer.model(model))
        .collect();
    let left_out = summary.left_out.iter();
    let left_out = left_out.map(|(why, pages)| {
        let (one, many) = reason(*why);
        count(*pages, one, many)
    });
    let left_out: Vec<String> = left_out.collect();
    let Facts { files, rules, says } = writer.facts;
    json!({
        "name": api.name,
        "module": api.module,
        "case": [api.wire_case.value.word(), api.wire_case.rule.to_string()],
        "pages": summary.pages,
        "notUnderstood": count(summary.not_understood, "page", "pages") + " not understood",
        "leftOut": left_out,
        "withoutModel": summary.without_model,
        "otherTables": summary.other_tables,
        "withoutField": summary.without_field,
        "files": files.all(),
        "rules": rules.all(),
        "says": says.all(),
        "models": models,
    })
}

struct Writer<'a> {
    api: &'a Api,
    numbers: BTreeMap<&'a ModelPath, usize>,
    facts: Facts,
}

impl Writer<'_> {
    fn model(&mut self, model: &Model) -> Value {
        let mut out = Map::new();
        out.insert("path".to_owned(), model.path.as_str().into());
        if model.title != model.path.name() {
            out.insert("title".to_owned(), model.title.as_str().into());
        }
        docs(&mut out, &model.docs);
        let places: Vec<Value> = match model.read_from.as_slice() {
            [] => model
                .evidence
                .iter()
                .map(|said| self.facts.place(&said.at))
                .collect(),
            tables => tables.iter().map(|at| self.facts.place(at)).collect(),
        };
        out.insert("from".to_owned(), places.into());
        if let Some(call) = &model.call {
            let role = call.role.map_or("", |role| role.word());
            out.insert("call".to_owned(), json!([role, call.route]));
        }
        if let Some(replaced) = &model.replaced {
            out.insert("replaced".to_owned(), replaced.value.as_str().into());
        }
        let (kind, parts) = self.parts(&model.kind);
        out.insert("kind".to_owned(), kind.into());
        out.insert("parts".to_owned(), parts);
        if let Kind::Union(union) = &model.kind
            && let Some(tag) = &union.tag
        {
            let fact = self.facts.fact(tag);
            out.insert("tag".to_owned(), json!([tag.value.dotted(), fact]));
        }
        if let Kind::Struct(strukt) = &model.kind
            && let Some(extra) = &strukt.extra
        {
            let ty = self.ty(&RustType::extra(self.api, &extra.ty));
            out.insert("extra".to_owned(), json!([extra.name, ty]));
        }
        Value::Object(out)
    }

    fn parts(&mut self, kind: &Kind) -> (&'static str, Value) {
        match kind {
            Kind::Struct(it) => (
                "struct",
                it.fields.iter().map(|field| self.field(field)).collect(),
            ),
            Kind::Enum(it) => {
                let name = if it.unknown.is_some() {
                    "open enum"
                } else {
                    "enum"
                };
                (
                    name,
                    it.values.iter().map(|value| self.value(value)).collect(),
                )
            }
            Kind::Flags(it) => (
                "flags",
                it.flags.iter().map(|flag| self.flag(flag)).collect(),
            ),
            Kind::Union(it) => (
                "union",
                it.variants
                    .iter()
                    .map(|variant| self.variant(variant))
                    .collect(),
            ),
            Kind::Alias(it) => {
                let ty = self.ty(&RustType::of(self.api, &it.ty));
                ("alias", json!([{ "type": ty }]))
            }
        }
    }

    fn field(&mut self, field: &Field) -> Value {
        let mut out = Map::new();
        out.insert("name".to_owned(), field.name.as_str().into());
        out.insert("key".to_owned(), field.wire_name.value.as_str().into());
        let ty = self.ty(&RustType::stored(self.api, field));
        out.insert("type".to_owned(), ty);
        out.insert("is".to_owned(), presence(field).into());
        docs(&mut out, &field.docs);
        let facts = [
            self.facts.fact(&field.ty),
            self.facts.fact(&field.required),
            self.facts.fact(&field.nullable),
            self.facts.fact(&field.wire_name),
        ];
        out.insert("facts".to_owned(), json!(facts));
        let notes = notes(field);
        if !notes.is_empty() {
            out.insert("notes".to_owned(), json!(notes));
        }
        if !field.examples.is_empty() {
            let values = field.examples.iter().map(|it| it.value.to_string());
            out.insert("examples".to_owned(), values.collect());
        }
        if let Some(constant) = &field.constant {
            out.insert("constant".to_owned(), constant.value.to_string().into());
        }
        Value::Object(out)
    }

    fn value(&mut self, value: &EnumValue) -> Value {
        json!({
            "name": value.name,
            "key": value.value.to_string(),
            "from": self.places(&value.evidence),
        })
    }

    fn flag(&mut self, flag: &Flag) -> Value {
        json!({
            "name": flag.name,
            "key": flag.bits.to_string(),
            "from": self.places(&flag.evidence),
        })
    }

    fn variant(&mut self, variant: &Variant) -> Value {
        let tags: Vec<String> = variant
            .shape
            .tags()
            .iter()
            .map(ToString::to_string)
            .collect();
        json!({
            "name": variant.name,
            "key": tags.join(" "),
            "type": self.ty(&RustType::of(self.api, &variant.ty)),
            "from": self.places(&variant.evidence),
        })
    }

    fn places(&mut self, evidence: &[Evidence]) -> Value {
        evidence
            .iter()
            .map(|said| self.facts.place(&said.at))
            .collect()
    }

    /// Text with the numbers of models between: `["Option<Vec<", 7, ">>"]`.
    fn ty(&self, ty: &RustType) -> Value {
        let mut parts = Vec::new();
        self.write(&mut parts, ty);
        parts.into()
    }

    fn write(&self, parts: &mut Vec<Value>, ty: &RustType) {
        match ty.name {
            RustName::Model(path) => match self.numbers.get(path) {
                Some(at) => parts.push(json!(at)),
                None => push(parts, path.name()),
            },
            RustName::Primitive(name) => push(parts, name),
            RustName::Prelude(path) | RustName::Imported(path) => push(parts, last(path)),
            RustName::User(path) => push(parts, path),
        }
        for (at, argument) in ty.arguments.iter().enumerate() {
            push(parts, if at == 0 { "<" } else { ", " });
            self.write(parts, argument);
        }
        if !ty.arguments.is_empty() {
            push(parts, ">");
        }
    }
}

/// Adds text to the last part, if that is text.
fn push(parts: &mut Vec<Value>, text: &str) {
    match parts.last_mut() {
        Some(Value::String(before)) => before.push_str(text),
        _ => parts.push(text.into()),
    }
}

fn docs(out: &mut Map<String, Value>, docs: &Docs) {
    let texts: Vec<&str> = docs
        .description
        .as_deref()
        .into_iter()
        .chain(docs.notes.iter().map(String::as_str))
        .collect();
    if !texts.is_empty() {
        out.insert("doc".to_owned(), texts.join("\n\n").into());
    }
    if let Some(note) = &docs.deprecated {
        out.insert("deprecated".to_owned(), note.as_str().into());
    }
}

fn presence(field: &Field) -> &'static str {
    match field.presence {
        Presence::Required => "required",
        Presence::RequiredNullable => "required, may be null",
        Presence::Optional => "optional",
        Presence::OptionalNullable => "optional, may be null",
    }
}

/// What is open about a field.
fn notes(field: &Field) -> Vec<&'static str> {
    let notes = [
        (field.key_is_derived(), "key derived"),
        (field.null_is_not_known(), "null not known"),
        (field.width_is_not_known(), "width not known"),
        (!field.contested().is_empty(), "contested"),
    ];
    let open = notes.into_iter().filter(|(is_open, _)| *is_open);
    open.map(|(_, note)| note).collect()
}
