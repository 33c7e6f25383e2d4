//! Documentation attributes.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::markdown::{clean, code_span, fenced};
use super::types::plain;
use crate::model::{Docs, Extra, Field, Model, Variant, WireShape};

/// An example that is longer stands in a block of its own.
const INLINE_EXAMPLE: usize = 80;

/// The documentation of a model: its description, its title where it differs, and its pages.
pub(super) fn model(model: &Model) -> TokenStream {
    let mut paragraphs = described(&model.docs);
    if model.title != model.path.name() && !model.title.is_empty() {
        paragraphs.push(vec![format!("In the docs: {}.", code_span(&model.title))]);
    }
    let mut pages: Vec<&str> = Vec::new();
    for evidence in &model.evidence {
        if !pages.contains(&evidence.at.file.as_str()) {
            pages.push(&evidence.at.file);
        }
    }
    if !pages.is_empty() {
        let pages: Vec<_> = pages.into_iter().map(code_span).collect();
        paragraphs.push(vec![format!("From {}.", pages.join(", "))]);
    }
    with_deprecation(paragraphs, &model.docs)
}

/// The documentation of a field: its description, its wire name where it differs, and its example.
pub(super) fn field(field: &Field) -> TokenStream {
    let mut paragraphs = described(&field.docs);
    let wire_name = &field.wire_name.value;
    if wire_name != plain(&field.name) {
        paragraphs.push(vec![format!("On the wire: {}.", code_span(wire_name))]);
    }
    if let Some(example) = &field.example {
        paragraphs.push(self::example(&example.value));
    }
    with_deprecation(paragraphs, &field.docs)
}

/// The documentation of the map for other keys.
pub(super) fn extra(extra: &Extra) -> TokenStream {
    let mut paragraphs = described(&extra.docs);
    if paragraphs.is_empty() {
        paragraphs.push(vec!["The keys without a field of their own.".to_owned()]);
    }
    with_deprecation(paragraphs, &extra.docs)
}

/// The documentation of a union's variant: the values of the tag that name it.
pub(super) fn variant(variant: &Variant, tag: Option<&str>) -> TokenStream {
    match (&variant.shape, tag) {
        (WireShape::Object { tags, .. }, Some(tag)) if !tags.is_empty() => {
            let tags: Vec<_> = tags.iter().map(|value| code_span(value)).collect();
            let line = format!("Where {} is {}.", code_span(tag), tags.join(" or "));
            attributes(&[vec![line]])
        }
        _ => TokenStream::new(),
    }
}

/// `#[deprecated]`, if it is.
pub(super) fn deprecated(docs: &Docs) -> Option<TokenStream> {
    let note = docs.deprecated.as_ref()?;
    // The note is shown as markdown too.
    let note = clean(note).join(" ");
    Some(if note.is_empty() {
        quote!(#[deprecated])
    } else {
        quote!(#[deprecated(note = #note)])
    })
}

fn described(docs: &Docs) -> Vec<Vec<String>> {
    let description = docs.description.as_deref().map(clean);
    let notes = docs
        .notes
        .iter()
        .map(|note| note.lines().map(str::to_owned).collect());
    description
        .into_iter()
        .chain(notes)
        .filter(|lines: &Vec<String>| !lines.is_empty())
        .collect()
}

fn example(value: &Value) -> Vec<String> {
    let text = value.to_string();
    if text.len() <= INLINE_EXAMPLE {
        return vec![format!("Example: {}", code_span(&text))];
    }
    let pretty = serde_json::to_string_pretty(value).unwrap_or(text);
    let mut lines = vec!["Example:".to_owned(), String::new()];
    lines.extend(fenced("json", &pretty));
    lines
}

fn with_deprecation(paragraphs: Vec<Vec<String>>, docs: &Docs) -> TokenStream {
    let attributes = attributes(&paragraphs);
    let deprecated = deprecated(docs);
    quote!(#attributes #deprecated)
}

fn attributes(paragraphs: &[Vec<String>]) -> TokenStream {
    let lines = paragraphs.join(&String::new());
    let lines = lines.iter().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}
