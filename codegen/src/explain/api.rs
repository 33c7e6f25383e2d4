//! Explains an API as a whole.

use super::list::kind;
use super::{Explanation, Part, of};
use crate::model::{Api, Field, Kind, Model};

/// Explains what holds for a whole API: the case of its keys.
#[must_use]
pub fn explain_api(api: &Api) -> Explanation {
    Explanation {
        api: api.name.clone(),
        rust: match api.models.len() {
            1 => format!("{}: API of 1 model", api.module),
            models => format!("{}: API of {models} models", api.module),
        },
        name: api.name.clone(),
        questions: vec![of(
            "wire case",
            api.wire_case.value.word().to_owned(),
            &api.wire_case,
        )],
        parts: Vec::new(),
    }
}

/// The same, and what each of its models is, with what is open about it.
pub(super) fn explain_models(api: &Api) -> Explanation {
    let models = api.models.values();
    Explanation {
        parts: models.map(part).collect(),
        ..explain_api(api)
    }
}

fn part(model: &Model) -> Part {
    let rust = match kind(model) {
        ("alias", _) => "alias".to_owned(),
        (kind, parts) => format!("{kind} of {parts}"),
    };
    Part {
        name: model.path.to_string(),
        rust,
        notes: open(model),
    }
}

/// What is open about a model: what nothing tells, and what sources disagree about.
fn open(model: &Model) -> Vec<String> {
    let mut notes = Vec::new();
    if !model.emitted {
        notes.push("not generated".to_owned());
    }
    let Kind::Struct(object) = &model.kind else {
        return notes;
    };
    let count = |is: fn(&Field) -> bool| object.fields.iter().filter(|it| is(it)).count();
    for (fields, what) in [
        (count(Field::null_is_not_known), "null not known"),
        (count(|it| it.key_is_derived()), "key derived"),
        (count(|it| !it.contested().is_empty()), "contested"),
    ] {
        match fields {
            0 => {}
            1 => notes.push(format!("1 field: {what}")),
            _ => notes.push(format!("{fields} fields: {what}")),
        }
    }
    notes
}
