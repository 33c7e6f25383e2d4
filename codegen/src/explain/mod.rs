//! Explains how a model or field was decided: each question, its answer, the rule and the evidence.

pub(crate) mod api;
pub(crate) mod find;
pub mod list;
pub(crate) mod pattern;
pub(crate) mod text;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use serde::Serialize;

use crate::model::rust_type::RustType;
use crate::model::{
    Api, Evidence, Fact, Field, Kind, Model, Nullability, Presence, Rule, TagBeside, Type, Variant,
};
pub use api::explain_api;
use api::explain_models;
use find::{find_field, find_model};
pub use pattern::explain_all;

/// What was decided about a model or one of its fields, and why.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explanation {
    /// The API's name.
    pub api: String,
    /// The Rust path below the crate, with what it is: `shop::Order::id: String`.
    pub rust: String,
    /// The name in the docs; for a field, the key on the wire.
    pub name: String,
    /// The questions that were decided, in the order in which a reader asks them.
    pub questions: Vec<Question>,
    /// For a model, its fields, values or members.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// A decided question.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Question {
    /// What is asked: `required`.
    pub what: &'static str,
    /// The answer: `yes`.
    pub answer: String,
    /// The rule that decided.
    pub rule: String,
    /// What was said, each statement with its place and whether the answer follows it.
    pub evidence: Vec<Evidence>,
}

/// A field, value or member of a model.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Part {
    /// A field as Rust writes it, a value as the wire does, or a member's name.
    pub name: String,
    /// Its Rust type or variant.
    pub rust: String,
    /// What is worth knowing: `null not known`; empty for most.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
}

/// No model or field has the name, or several have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotFound {
    /// One sentence with a suggestion, for the user.
    pub message: String,
}

/// Explains `MODEL`, `MODEL.FIELD` or `API`.
///
/// A model goes by its Rust path, its Rust name or its title, a field by its wire name, its Rust
/// name or a name that the docs use; case and separators do not matter where they decide nothing.
///
/// # Errors
///
/// [`NotFound`] for a name that nothing has, such as `Ordr` where there is `Order`, and for one
/// that several models have.
pub fn explain(apis: &[Api], query: &str) -> Result<Explanation, NotFound> {
    let (name, field) = match query.split_once('.') {
        Some((name, field)) => (name, Some(field)),
        None => (query, None),
    };
    // A model that is called as an API, letter by letter, is nearer.
    if let Some(api) = apis
        .iter()
        .find(|it| it.name == query || it.module == query)
        && !a_model_is_called(apis, name)
    {
        return Ok(explain_models(api));
    }
    let (api, model) = find_model(apis, name)?;
    match field {
        Some(field) => Ok(of_field(api, model, find_field(model, field)?)),
        None => Ok(of_model(api, model)),
    }
}

fn a_model_is_called(apis: &[Api], name: &str) -> bool {
    let mut models = apis.iter().flat_map(|api| api.models.values());
    models.any(|model| model.title == name || model.path.name() == name)
}

fn of_field(api: &Api, model: &Model, field: &Field) -> Explanation {
    let yes_no = |yes| if yes { "yes" } else { "no" }.to_owned();
    let nullable = match field.nullable.value {
        Nullability::Yes => "yes".to_owned(),
        Nullability::No => "no".to_owned(),
        Nullability::Unknown if field.presence == Presence::RequiredNullable => {
            "not known, accepted".to_owned()
        }
        Nullability::Unknown => "not known".to_owned(),
    };
    let mut key = field.wire_name.value.clone();
    if field.key_is_derived() {
        key.push_str(", derived and seen nowhere");
    }
    if field.is_keyless() {
        key = "none".to_owned();
    }
    let mut questions = vec![
        of("type", words(&field.ty.value), &field.ty),
        of("required", yes_no(field.required.value), &field.required),
        of("nullable", nullable, &field.nullable),
        of("wire name", key, &field.wire_name),
    ];
    if let Some(constant) = &field.constant {
        questions.push(of("constant", constant.value.to_string(), constant));
    }
    if let Some(tag) = &field.tag_beside {
        let TagBeside { key, values } = &tag.value;
        let answer = match values.len() {
            1 => format!("{key}, with 1 value"),
            count => format!("{key}, with {count} values"),
        };
        questions.push(of("tag beside", answer, tag));
    }
    if let Some(replaced) = &field.replaced {
        questions.push(of("replaced by", replaced.value.clone(), replaced));
    }
    let path = format!("{}::{}::{}", api.module, model.path, field.name);
    Explanation {
        api: api.name.clone(),
        rust: format!("{path}: {}", RustType::stored(api, field)),
        name: field.wire_name.value.clone(),
        questions,
        parts: Vec::new(),
    }
}

fn of<T>(what: &'static str, answer: String, fact: &Fact<T>) -> Question {
    Question {
        what,
        answer,
        rule: fact.rule.to_string(),
        evidence: fact.evidence.clone(),
    }
}

fn of_model(api: &Api, model: &Model) -> Explanation {
    let (what, parts) = match &model.kind {
        Kind::Struct(object) => {
            let fields = object.fields.iter();
            ("struct", fields.map(|field| of_part(api, field)).collect())
        }
        Kind::Enum(values) => {
            let parts = values.values.iter().map(|value| Part {
                name: value.value.to_string(),
                rust: value.name.clone(),
                notes: only_in_samples(&value.evidence),
            });
            ("enum", parts.collect())
        }
        Kind::Flags(flags) => {
            let parts = flags.flags.iter().map(|flag| Part {
                name: flag.bits.to_string(),
                rust: flag.name.clone(),
                notes: Vec::new(),
            });
            ("flags", parts.collect())
        }
        Kind::Union(union) => {
            let parts = union.variants.iter().map(|variant| Part {
                name: words(&variant.ty),
                rust: variant.name.clone(),
                notes: tag_values(variant),
            });
            ("union", parts.collect())
        }
        Kind::Alias(_) => ("alias", Vec::new()),
    };
    let answer = match &model.kind {
        Kind::Alias(alias) => words(&alias.ty),
        _ => format!("{what} of {}", parts.len()),
    };
    let rule = match (model.docs.notes.first(), &model.kind) {
        (Some(note), _) => note.clone(),
        (None, _) if model.evidence.len() == 1 => Rule::OnlyPage.to_string(),
        (None, Kind::Enum(_) | Kind::Flags(_)) => Rule::AllValues.to_string(),
        (None, Kind::Union(_)) => Rule::AllMembers.to_string(),
        (None, Kind::Struct(_) | Kind::Alias(_)) => Rule::PagesAgree.to_string(),
    };
    let mut questions = vec![Question {
        what: "kind",
        answer,
        rule,
        evidence: model.evidence.clone(),
    }];
    if let Kind::Union(union) = &model.kind
        && let Some(tag) = &union.tag
    {
        questions.push(of("tag", tag.value.dotted(), tag));
    }
    let is = match &model.replaced {
        Some(replaced) => {
            questions.push(of("replaced by", replaced.value.clone(), replaced));
            replaced.value.clone()
        }
        None if model.emitted => what.to_owned(),
        None => format!("{what}, not generated"),
    };
    Explanation {
        api: api.name.clone(),
        rust: format!("{}::{}: {is}", api.module, model.path),
        name: model.title.clone(),
        questions,
        parts,
    }
}

fn of_part(api: &Api, field: &Field) -> Part {
    let mut notes = Vec::new();
    if field.null_is_not_known() {
        notes.push("null not known".to_owned());
    }
    if field.key_is_derived() {
        notes.push("key derived".to_owned());
    }
    for what in field.contested() {
        notes.push(format!("{what} contested"));
    }
    Part {
        name: field.name.clone(),
        rust: RustType::stored(api, field).to_string(),
        notes,
    }
}

/// The values of the tag by which a variant is known.
fn tag_values(variant: &Variant) -> Vec<String> {
    const SHOWN: usize = 4;
    let tags = variant.shape.tags();
    let shown = tags.iter().take(SHOWN).map(ToString::to_string);
    let more = (tags.len() > SHOWN).then(|| "…".to_owned());
    shown.chain(more).collect()
}

fn only_in_samples(evidence: &[Evidence]) -> Vec<String> {
    let sampled = !evidence.is_empty() && evidence.iter().all(|said| said.says == "in a sample");
    sampled
        .then(|| "only in a sample".to_owned())
        .into_iter()
        .collect()
}

/// A type in the words of `spec.toml`.
fn words(ty: &Type) -> String {
    match ty {
        Type::Boolean => "boolean".to_owned(),
        Type::Int32 => "int32".to_owned(),
        Type::Int64 => "int64".to_owned(),
        Type::Float32 => "float32".to_owned(),
        Type::Float64 => "float64".to_owned(),
        Type::Snowflake => "snowflake".to_owned(),
        Type::Number => "number".to_owned(),
        Type::String => "string".to_owned(),
        Type::DateTime => "date-time".to_owned(),
        Type::Date => "date".to_owned(),
        Type::Bytes => "bytes".to_owned(),
        Type::Any => "any".to_owned(),
        Type::List(item) => format!("[{}]", words(item)),
        Type::Map(value) => format!("{{{}}}", words(value)),
        Type::Nullable(inner) => format!("{}?", words(inner)),
        Type::Boxed(inner) | Type::User { wire: inner, .. } => words(inner),
        Type::Model(path) => path.to_string(),
    }
}
