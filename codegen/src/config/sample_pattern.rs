//! `[samples]`: the models of files below `samples/`.

use toml::de::DeValue;

use super::section::Section;
use super::value::{Refusal, Setting};
use crate::source::{Located, Place};

/// What a file, or each file of a pattern, is a sample of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SampleConfig {
    /// The model, by its title, or `operations::GetRoom`; `None` only if the setting is wrong.
    pub model: Option<Located<String>>,
    /// A JSON pointer to the value in the file: `/items`. Of a list, each item is a sample.
    pub at: Option<Located<String>>,
}

/// `"2024/*.json" = "ProcessV3"`.
pub(crate) fn short(value: &DeValue<'_>, place: Place) -> Result<SampleConfig, Refusal> {
    match value {
        DeValue::String(model) => Ok(SampleConfig {
            model: Some(Located::new(model.as_ref().to_owned(), place)),
            at: None,
        }),
        other => Err(Refusal::type_of("the name of a model or a table", other)),
    }
}

/// `"rooms.json" = { model = "Room", at = "/items" }`.
pub(super) fn long(table: &mut Section<'_>) -> SampleConfig {
    let config = SampleConfig {
        model: table.setting("model"),
        at: table.checked("at", pointer),
    };
    if config.model.is_none() && !table.is_refused() {
        table.lacks("a `model`");
    }
    config
}

/// A path below `samples/`, with `*` for what may be any.
pub(crate) fn pattern(key: &str) -> Result<String, Refusal> {
    match glob::Pattern::new(key) {
        Ok(_) => Ok(key.to_owned()),
        Err(error) => Err(Refusal {
            expected: "a path or a pattern of paths below `samples/`".to_owned(),
            found: error.msg.to_owned(),
            hint: Some("`*` matches any part of a name, `**` any folders".to_owned()),
        }),
    }
}

fn pointer(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    if text.is_empty() || text.starts_with('/') {
        return Ok(text);
    }
    Err(Refusal {
        expected: "a JSON pointer".to_owned(),
        found: "it does not start with `/`".to_owned(),
        hint: Some(format!("write `/{}`", text.replace('.', "/"))),
    })
}
