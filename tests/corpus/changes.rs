//! What a source takes with it though others say it too.

use fieldtable::model::{
    Api, Enum, EnumValue, Evidence, Field, Kind, Nullability, Rule, Type, Union,
};

/// What changed in a model that the source describes, or not, beyond what it alone can say.
pub fn changes(api: &Api, full: &Kind, part: &Kind, described: bool, prefix: &str) -> Vec<String> {
    let mut changes = Vec::new();
    match (full, part) {
        (Kind::Struct(object), Kind::Struct(left)) => {
            for field in &object.fields {
                let key = &field.wire_name;
                let mut fields = left.fields.iter();
                let what = match fields.find(|left| left.wire_name.value == key.value) {
                    Some(left) => changed(api, field, left, prefix),
                    None if of(&key.evidence, prefix) => None,
                    None => Some("is gone"),
                };
                changes.extend(what.map(|what| format!(".{}: {what}", key.value)));
            }
        }
        (Kind::Enum(full), Kind::Enum(part)) => {
            let has =
                |of: &Enum, value: &EnumValue| of.values.iter().any(|it| it.value == value.value);
            for value in full.values.iter().filter(|value| !has(part, value)) {
                if !value
                    .evidence
                    .iter()
                    .all(|said| said.at.file.starts_with(prefix))
                {
                    changes.push(format!(": value {} is gone", value.value));
                }
            }
            let new = part.values.iter().filter(|value| !has(full, value));
            changes.extend(new.map(|value| format!(": value {} is new", value.value)));
        }
        (Kind::Union(full), Kind::Union(part)) => {
            let held = |members: &Union, ty: &Type| {
                let mut members = members.variants.iter();
                members.any(|member| {
                    unalias(api, &member.ty) == unalias(api, ty) || holds(&member.ty, ty)
                })
            };
            let lost = full.variants.iter().any(|member| !held(part, &member.ty));
            if !described && (lost || full.variants.len() != part.variants.len()) {
                changes.push(": members changed".to_owned());
            }
        }
        (Kind::Alias(full), Kind::Alias(part)) => {
            if !described && !holds(&part.ty, &full.ty) {
                changes.push(": type changed".to_owned());
            }
        }
        _ if described => {}
        _ => changes.push(": another kind".to_owned()),
    }
    changes
}

/// Whether the source is among those that say so.
pub fn of(evidence: &[Evidence], prefix: &str) -> bool {
    evidence.iter().any(|said| said.at.file.starts_with(prefix))
}

/// What changed in a field though others say it too.
fn changed(api: &Api, full: &Field, part: &Field, prefix: &str) -> Option<&'static str> {
    let ours = |said: &Evidence| said.at.file.starts_with(prefix);
    let (before, after) = (full.nullable.value, part.nullable.value);
    if before != after {
        let mut won = full.nullable.evidence.iter().filter(|said| said.won);
        let weaker = after == Nullability::Unknown || before == Nullability::Yes;
        if !weaker || !won.all(ours) {
            return Some("nullable changed");
        }
    }
    if full.required.value != part.required.value {
        let mut optional = full
            .required
            .evidence
            .iter()
            .filter(|said| said.says == "optional");
        if full.required.value || !optional.all(ours) {
            return Some("required changed");
        }
    }
    let (before, after) = (&full.ty.value, &part.ty.value);
    // Another of several pages that describe the same may stand for all.
    let same = unalias(api, before) == unalias(api, after);
    // Where pages disagree, each has a vote.
    let voted = matches!(
        full.ty.rule,
        Rule::NumberHoldsBoth
            | Rule::TextHoldsBoth
            | Rule::TextOverNumber
            | Rule::MostPages
            | Rule::Tie
    );
    if !same && !(of(&full.ty.evidence, prefix) && (voted || holds(after, before))) {
        return Some("type changed");
    }
    None
}

fn unalias<'t>(api: &'t Api, ty: &'t Type) -> &'t Type {
    match ty {
        Type::Model(path) => match api.models.get(path).map(|model| &model.kind) {
            Some(Kind::Alias(alias)) => &alias.ty,
            _ => ty,
        },
        _ => ty,
    }
}

/// Whether a type holds all values of another one.
fn holds(wide: &Type, narrow: &Type) -> bool {
    match (wide, narrow) {
        (a, b) if a == b => true,
        (Type::Any, _) | (_, Type::Any) => true,
        (Type::List(a), Type::List(b)) | (Type::Map(a), Type::Map(b)) => holds(a, b),
        (Type::Nullable(a) | Type::Boxed(a), b) | (b, Type::Nullable(a) | Type::Boxed(a)) => {
            holds(a, b)
        }
        (Type::Number, Type::Int32 | Type::Int64 | Type::Float32 | Type::Float64) => true,
        // Of two widths the wider is taken, so a source that goes may take either.
        (Type::Int64 | Type::Int32, Type::Int32 | Type::Int64) => true,
        (Type::Float64 | Type::Float32, Type::Float32 | Type::Float64) => true,
        (Type::String, Type::DateTime | Type::Date | Type::Bytes) => true,
        // One SDK's name for it, or no name at all.
        (_, Type::Model(_)) | (Type::Model(_), _) => true,
        _ => false,
    }
}
