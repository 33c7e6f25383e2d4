//! Finds the model or field that a name on the command line means.

use super::NotFound;
use crate::model::{Api, Field, Kind, Model};
use crate::suggest::{alternatives, nearest};

/// One way to understand a model's name.
type Reading<'r> = &'r dyn Fn(&Api, &Model) -> bool;

/// The model of that name.
pub(super) fn find_model<'a>(
    apis: &'a [Api],
    name: &str,
) -> Result<(&'a Api, &'a Model), NotFound> {
    let all = || {
        apis.iter()
            .flat_map(|api| api.models.values().map(move |model| (api, model)))
    };
    let folded = fold(name);
    // From the surest to the loosest reading of the name.
    let readings: [Reading<'_>; 4] = [
        &|api, model| format!("{}::{}", api.module, model.path) == name,
        &|_, model| model.path.as_str() == name,
        &|_, model| model.path.name() == name || model.title == name,
        &|_, model| {
            [model.path.as_str(), model.path.name(), &model.title]
                .iter()
                .any(|known| fold(known) == folded)
        },
    ];
    for reading in readings {
        let found: Vec<_> = all().filter(|(api, model)| reading(api, model)).collect();
        match found.as_slice() {
            [] => {}
            [only] => return Ok(*only),
            several => {
                let paths: Vec<String> = several
                    .iter()
                    .map(|(api, model)| format!("{}::{}", api.module, model.path))
                    .collect();
                let which = alternatives(paths.iter().map(String::as_str));
                let message = format!("several models are called `{name}`: say {which}");
                return Err(NotFound { message });
            }
        }
    }
    let names = all().flat_map(|(_, model)| [model.path.name(), &model.title]);
    Err(not_found(
        format!("no model is called `{name}`"),
        nearest(name, names),
    ))
}

/// The field of that name.
pub(super) fn find_field<'m>(model: &'m Model, name: &str) -> Result<&'m Field, NotFound> {
    let Kind::Struct(object) = &model.kind else {
        let message = format!("`{}` has no fields", model.path);
        return Err(NotFound { message });
    };
    let fields = || object.fields.iter();
    let plain = |field: &'m Field| field.name.strip_prefix("r#").unwrap_or(&field.name);
    let folded = fold(name);
    let found = fields()
        .find(|field| field.wire_name.value == name)
        .or_else(|| fields().find(|field| field.name == name || plain(field) == name))
        .or_else(|| fields().find(|field| doc_names(field).any(|known| known == name)))
        .or_else(|| fields().find(|field| fold(&field.wire_name.value) == folded));
    found.ok_or_else(|| {
        let names = fields().flat_map(|field| [field.wire_name.value.as_str(), plain(field)]);
        let message = format!("`{}` has no field `{name}`", model.path);
        match nearest(name, names) {
            Some(near) => not_found(message, Some(near)),
            None => {
                let all = alternatives(fields().map(|field| field.wire_name.value.as_str()));
                NotFound {
                    message: format!("{message}; there is {all}"),
                }
            }
        }
    })
}

fn doc_names(field: &Field) -> impl Iterator<Item = &str> {
    field
        .wire_name
        .evidence
        .iter()
        .map(|said| said.says.as_str())
}

fn not_found(message: String, near: Option<&str>) -> NotFound {
    let message = match near {
        Some(near) => format!("{message}; did you mean `{near}`?"),
        None => message,
    };
    NotFound { message }
}

fn fold(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}
