//! Names that become names of files: of modules, and of types by rustdoc.

use std::collections::BTreeSet;

use super::rust;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{LONGEST_NAME as LONGEST, is_file_name};
use crate::resolve::catalog::Catalog;
use crate::source::Place;

/// A module's name that a file can have, on every system and beside the module's own file.
pub(crate) fn module(mut name: String) -> String {
    name = cut(name);
    if name == "mod" || !is_file_name(&name) {
        name.push('_');
    }
    name
}

/// Cuts a name, which is of ASCII, at the length that files may have.
pub(crate) fn cut(mut name: String) -> String {
    if name.len() > LONGEST {
        name.truncate(LONGEST);
        name.truncate(name.trim_end_matches('_').len());
    }
    name
}

/// Warns of what is not called as in the docs, because no file could be.
pub(crate) fn warn(api: &str, catalog: &Catalog<'_>, diagnostics: &mut Diagnostics) {
    let mut seen = BTreeSet::new();
    for entry in catalog.entries() {
        let Some(page) = entry.witnesses.first() else {
            continue;
        };
        let place = page.claim.name.place;
        if seen.is_empty() {
            warn_module("the API", api, place, diagnostics);
        }
        let namespace = entry.namespace.as_str();
        if seen.insert(namespace) && !namespace.is_empty() {
            warn_module("the namespace", namespace, place, diagnostics);
        }
        let is_set = entry
            .settings
            .is_some_and(|config| config.rust_name.is_some());
        let length = rust::whole_type_name(&entry.title).len();
        if length > LONGEST && !is_set {
            let hint = "set a shorter one with `rust-name` in spec.toml";
            let warning = too_long(length, place).label("cut in Rust");
            diagnostics.push(warning.hint(hint));
        }
    }
}

/// The warning for a type's name that is cut.
fn too_long(length: usize, place: Place) -> Diagnostic {
    let message = format!("a name of {length} bytes is too long for a file of rustdoc");
    Diagnostic::warning(Topic::Name, place, message)
}

/// As [`warn`], for a type that the docs do not name, and that is called as its model and field.
pub(crate) fn warn_of_field(length: usize, place: Place, diagnostics: &mut Diagnostics) {
    diagnostics.push(too_long(length, place).label("a type of a field of it is cut in Rust"));
}

fn warn_module(what: &str, docs: &str, place: Place, diagnostics: &mut Diagnostics) {
    let whole = rust::whole_module_name(docs);
    let message = if whole.len() > LONGEST {
        let length = whole.len();
        format!("a name of {length} bytes is too long for a file; the module of {what} is cut")
    } else {
        let name = module(whole.clone());
        if name == whole {
            return;
        }
        format!("no file may be called as {what} `{docs}`; it is the module `{name}`")
    };
    diagnostics.push(Diagnostic::warning(Topic::Name, place, message));
}
