//! A specs folder that is named one level too deep.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::{Error, StrDeserializer};

use super::Input;
use crate::diagnostic::{Diagnostic, Topic};
use crate::language::Language;

/// Says what looks like the folder of an API where the folders of APIs are expected: pages, and the
/// folders of SDKs by language.
pub(super) fn report(input: &mut Input, pages: &[String]) {
    let root = &input.files.root;
    let hint = format!("if {root} is the folder of one API, --specs names the folder above it");
    if let Some(first) = pages.first() {
        let message = match pages.len() {
            1 => format!("{root}{first} is beside the folders of the APIs, and is not read"),
            pages => format!(
                "{pages} pages are beside the folders of the APIs, and are not read; the first is {root}{first}"
            ),
        };
        // Without an API, there is nothing to go on with.
        let finding = match input.apis.is_empty() {
            true => Diagnostic::global_error(message),
            false => Diagnostic::global_warning(Topic::File, message),
        };
        let hint = format!("move pages into a folder below {root}; {hint}");
        input.findings.push(finding.hint(hint));
    }
    // One alone may be an API of that name.
    let names = || input.apis.iter().map(|api| api.name.as_str());
    let others = |name: &str| is_language(name) || matches!(name, "samples" | "reference");
    if names().count() > 1 && names().any(is_language) && names().all(others) {
        let names: Vec<_> = names().map(|it| format!("`{it}`")).collect();
        let names = names.join(" and ");
        let message = format!(
            "below {root}, {names} look like the sources of one API, and each is read as an API"
        );
        let finding = Diagnostic::global_warning(Topic::File, message).hint(hint);
        input.findings.push(finding);
    }
}

fn is_language(name: &str) -> bool {
    let name: StrDeserializer<'_, Error> = name.into_deserializer();
    Language::deserialize(name).is_ok()
}

/// Whether a page describes the folder rather than an API: `README.md`.
pub(super) fn is_about_the_folder(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    !stem.contains(char::is_lowercase)
}
