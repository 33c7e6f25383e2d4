//! Derives and attributes that the user adds. They are parsed, and printed from the parsed form.

use proc_macro2::TokenTree;
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Meta, Path, Token};
use toml::de::DeValue;

use super::rust_path::{absolute, is_too_much, name};
use super::value::{Refusal, Setting};
use crate::suggest::{alternatives, nearest};

/// Derives that need no path.
pub const STANDARD_DERIVES: &[&str] = &[
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// A derive: one of [`STANDARD_DERIVES`], or a path such as `::my_crate::Derive`.
pub(crate) fn derive(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    let refuse = |found: &str, hint: String| Refusal {
        expected: "a derive".to_owned(),
        found: found.to_owned(),
        hint: Some(hint),
    };
    let whole = || {
        let all = alternatives(STANDARD_DERIVES.iter().copied());
        format!("write {all}, or a full path: `::my_crate::Derive`")
    };
    let parsed = (!is_too_much(&text)).then(|| syn::parse_str::<Path>(&text));
    let Some(Ok(path)) = parsed else {
        return Err(refuse("not a path", whole()));
    };
    let plain = path.segments.iter().all(|it| it.arguments.is_none());
    if let Some(word) = path.get_ident().map(ToString::to_string) {
        if STANDARD_DERIVES.contains(&word.as_str()) {
            return Ok(word);
        }
        return Err(refuse(
            "the crate is missing",
            match nearest(&word, STANDARD_DERIVES.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => whole(),
            },
        ));
    }
    match absolute(&path).filter(|_| plain) {
        Some(spelt) => match had_already(&path) {
            Some((found, hint)) => Err(refuse(found, hint.to_owned())),
            None => Ok(spelt),
        },
        None => Err(refuse("not a full path", whole())),
    }
}

/// The content of `#[]`.
pub(crate) fn attribute(value: &DeValue<'_>) -> Result<String, Refusal> {
    let text = String::from_toml(value)?;
    let refuse = |found: String, hint: &str| Refusal {
        expected: "an attribute".to_owned(),
        found,
        hint: Some(hint.to_owned()),
    };
    let parsed = match is_too_much(&text) {
        true => Err("it is too long or nested too deeply".to_owned()),
        false => syn::parse_str::<Meta>(&text).map_err(|error| error.to_string()),
    };
    let meta = parsed.map_err(|error| {
        refuse(
            format!("not an attribute: {error}"),
            "write the text between `#[` and `]`: `cfg_attr(feature = \"x\", derive(::x::Y))`",
        )
    })?;
    if meta.path().is_ident("derive") {
        let found = "this is a derive".to_owned();
        return Err(refuse(found, "add it to `derives`"));
    }
    let derives = conditional_derives(meta);
    if derives.iter().any(is_standard) {
        // What models derive by themselves follows from their fields: a condition may clash.
        let found = "a standard derive in `cfg_attr`".to_owned();
        return Err(refuse(
            found,
            "add it to `derives`: a standard derive needs no dependency",
        ));
    }
    match derives.iter().find_map(had_already) {
        Some((found, hint)) => Err(refuse(found.to_owned(), hint)),
        None => Ok(text.trim().to_owned()),
    }
}

/// Whether a path names one of [`STANDARD_DERIVES`].
fn is_standard(derive: &Path) -> bool {
    let names: Vec<String> = derive.segments.iter().map(name).collect();
    let of_std = match names.first().map(String::as_str) {
        Some("std" | "core") => true,
        _ => names.len() == 1,
    };
    let last = names.last().map_or("", String::as_str);
    of_std && STANDARD_DERIVES.contains(&last)
}

/// What all models have, so that deriving it again is an error: why, and what to do.
fn had_already(derive: &Path) -> Option<(&'static str, &'static str)> {
    const BY_FEATURE: &str = "a feature of the generated crate implements it for all models";
    let names: Vec<String> = derive.segments.iter().map(name).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    match names.as_slice() {
        ["serde", "Serialize" | "Deserialize"] => {
            Some(("all models implement it already", "remove it"))
        }
        ["arbitrary", "Arbitrary"] => {
            Some((BY_FEATURE, "remove it, and enable the feature `arbitrary`"))
        }
        ["schemars", "JsonSchema"] => {
            Some((BY_FEATURE, "remove it, and enable the feature `schemars`"))
        }
        _ => None,
    }
}

/// The paths in `derive(…)` inside of `cfg_attr(…)`.
fn conditional_derives(meta: Meta) -> Vec<Path> {
    let mut derives = Vec::new();
    let mut metas = vec![meta];
    while let Some(Meta::List(list)) = metas.pop() {
        if list.path.is_ident("derive") {
            let paths = Punctuated::<Path, Token![,]>::parse_terminated;
            derives.extend(paths.parse2(list.tokens).into_iter().flatten());
        } else if list.path.is_ident("cfg_attr") {
            metas.extend(behind_condition.parse2(list.tokens).into_iter().flatten());
        }
    }
    derives
}

/// The attributes in `condition, attribute, …`.
fn behind_condition(input: ParseStream<'_>) -> syn::Result<Punctuated<Meta, Token![,]>> {
    while !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    input.parse::<Token![,]>()?;
    Punctuated::parse_terminated(input)
}
