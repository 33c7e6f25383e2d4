//! Conditions of the runtime that are decided when a crate is emitted.

use std::collections::BTreeSet;

use syn::parse::Parser as _;
use syn::punctuated::Punctuated;

/// The features of the runtime that are decided when a crate is emitted. The others are features of
/// the emitted crate too.
pub(super) const DECIDED: &[&str] = &[
    "beside",
    "chrono",
    "dates",
    "flags",
    "foreign",
    "index-map",
    "jiff",
    "json",
    "snowflakes",
    "time",
];

/// A file whose features are decided.
pub(super) struct Decided {
    pub(super) text: String,
    pub(super) modules: Vec<Module>,
}

/// A module that a file declares; the runtime may have it in a file of another name.
pub(super) struct Module {
    pub(super) name: String,
    pub(super) file: Option<String>,
}

/// Leaves out what stands behind a feature that the crate does not have, and the conditions of what
/// it has. Such a condition stands on a line of its own before an item: its attributes and docs, and
/// one line, or all up to the brace that closes it.
pub(super) fn decide(text: &str, features: &BTreeSet<&str>) -> Decided {
    let mut decided = Decided {
        text: String::new(),
        modules: Vec::new(),
    };
    let mut left_out = false;
    let mut file = None;
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let item = line.trim_start();
        if let Some(holds) = condition(item).and_then(|condition| holds(&condition, features)) {
            left_out |= !holds;
            continue;
        }
        let quoted = item.strip_prefix("#[path = \"");
        if let Some(path) = quoted.and_then(|path| path.strip_suffix("\"]")) {
            file = Some(path.to_owned());
            continue;
        }
        // What is left out leaves one blank line, not two.
        if item.is_empty() && decided.text.ends_with("\n\n") {
            continue;
        }
        if !left_out {
            decided.text.push_str(line);
            decided.text.push('\n');
            let declared = item.strip_prefix("pub ").unwrap_or(item);
            let declared = declared.strip_prefix("mod ");
            if let Some(name) = declared.and_then(|name| name.strip_suffix(';')) {
                decided.modules.push(Module {
                    name: name.to_owned(),
                    file: file.take(),
                });
            }
            continue;
        }
        if item.starts_with("#[") || item.starts_with("///") {
            continue;
        }
        if item.ends_with(['{', '(']) {
            let indent = &line[..line.len() - item.len()];
            let closes = |line: &str| {
                line.strip_prefix(indent)
                    .is_some_and(|it| it.starts_with('}'))
            };
            lines.by_ref().find(|line| closes(line));
        }
        (left_out, file) = (false, None);
    }
    decided
}

/// The condition of an attribute, if it is `cfg`.
fn condition(line: &str) -> Option<syn::Meta> {
    let inner = line.strip_prefix("#[cfg(")?.strip_suffix(")]")?;
    syn::parse_str(inner).ok()
}

/// Whether a condition holds; `None` if it asks for more than what is decided.
fn holds(condition: &syn::Meta, features: &BTreeSet<&str>) -> Option<bool> {
    if let syn::Meta::NameValue(pair) = condition {
        let syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Str(name),
            ..
        }) = &pair.value
        else {
            return None;
        };
        let name = name.value();
        let is_decided = pair.path.is_ident("feature") && DECIDED.contains(&name.as_str());
        return is_decided.then(|| features.contains(name.as_str()));
    }
    let syn::Meta::List(list) = condition else {
        return None;
    };
    let parts = Punctuated::<syn::Meta, syn::Token![,]>::parse_terminated;
    let parts = parts.parse2(list.tokens.clone()).ok()?;
    let parts: Option<Vec<bool>> = parts.iter().map(|part| holds(part, features)).collect();
    let parts = parts?;
    match list.path.get_ident()?.to_string().as_str() {
        "not" => parts.first().map(|part| !part),
        "all" => Some(parts.iter().all(|part| *part)),
        "any" => Some(parts.iter().any(|part| *part)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_decided_leaves_or_stays_with_its_docs() {
        let text = r#"#[cfg(feature = "json")]
pub mod json;
#[cfg(not(feature = "json"))]
#[path = "json_none.rs"]
pub mod json;
#[cfg(feature = "arbitrary")]
mod arbitrary;

fn first() {}

#[cfg(feature = "json")]
fn second() {}

enum Slot {
    #[cfg(all(feature = "json", not(feature = "time")))]
    /// Any value.
    Any(Value),
    /// Text.
    Text,
}

#[cfg(any(feature = "json", feature = "time"))]
#[inline]
fn json(
    x: i32,
) {
    if true {
    }
}
"#;
        let rest = "#[cfg(feature = \"arbitrary\")]\nmod arbitrary;\n\nfn first() {}\n\n";
        let without = decide(text, &BTreeSet::new());
        let expected =
            format!("pub mod json;\n{rest}enum Slot {{\n    /// Text.\n    Text,\n}}\n\n");
        assert_eq!(without.text, expected);
        let modules: Vec<_> = without
            .modules
            .iter()
            .map(|it| (it.name.as_str(), it.file.as_deref()))
            .collect();
        assert_eq!(
            modules,
            [("json", Some("json_none.rs")), ("arbitrary", None)]
        );
        let with = decide(text, &BTreeSet::from(["json"]));
        let expected = format!(
            "pub mod json;\n{rest}fn second() {{}}\n\nenum Slot {{\n    /// Any value.\n    Any(Value),\n    /// Text.\n    Text,\n}}\n\n\
             #[inline]\nfn json(\n    x: i32,\n) {{\n    if true {{\n    }}\n}}\n"
        );
        assert_eq!(with.text, expected);
        assert!(with.modules.iter().all(|module| module.file.is_none()));
    }
}
