//! Documentation attributes.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::emit::ident::plain;
use crate::emit::rustdoc::{clean, code_span, fenced};
use crate::model::{Docs, Extra, Field, Model, Tag, Variant, WireShape};

/// An example that is longer stands in a block of its own.
const INLINE_EXAMPLE: usize = 80;

/// The documentation of a model: its description, its title where it differs, and its pages.
pub(crate) fn model(model: &Model) -> TokenStream {
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

/// The documentation of a field: its description, its wire name where it differs, and its examples.
pub(crate) fn field(field: &Field) -> TokenStream {
    let mut paragraphs = described(&field.docs);
    let wire_name = &field.wire_name.value;
    if wire_name != plain(&field.name) {
        paragraphs.push(vec![format!("On the wire: {}.", code_span(wire_name))]);
    }
    if !field.examples.is_empty() {
        let values = field.examples.iter().map(|example| &example.value);
        paragraphs.push(examples(&values.collect::<Vec<_>>()));
    }
    with_deprecation(paragraphs, &field.docs)
}

/// The documentation of the map for other keys.
pub(crate) fn extra(extra: &Extra) -> TokenStream {
    let mut paragraphs = described(&extra.docs);
    if paragraphs.is_empty() {
        paragraphs.push(vec!["The keys without a field of their own.".to_owned()]);
    }
    with_deprecation(paragraphs, &extra.docs)
}

/// The documentation of a union's variant: by what a reader knows it.
pub(crate) fn variant(variant: &Variant, tag: Option<&Tag>) -> TokenStream {
    /// More values are not told apart by reading on.
    const SHOWN: usize = 8;
    let tags = variant.shape.tags();
    let line = match tag {
        Some(tag) if !tags.is_empty() => {
            let shown = tags.iter().take(SHOWN).map(|value| match value {
                Value::String(text) => code_span(text),
                value => code_span(&value.to_string()),
            });
            let shown: Vec<_> = shown.collect();
            let more = if tags.len() > SHOWN {
                " and others"
            } else {
                ""
            };
            let path = code_span(&tag.dotted());
            format!("Where {path} is {}{more}.", shown.join(" or "))
        }
        _ => {
            let seen = seen(&variant.shape);
            let (first, rest) = seen.split_at(1);
            format!("{}{rest}.", first.to_ascii_uppercase())
        }
    };
    attributes(&[vec![line]])
}

/// What can be seen of a value, in a few words.
fn seen(shape: &WireShape) -> String {
    /// What has more keys, or kinds, is not told apart by reading on.
    const SHOWN: usize = 4;
    let words = match shape {
        WireShape::Any => "any value",
        WireShape::Null => "null",
        WireShape::Boolean => "true or false",
        WireShape::Integer => "a whole number",
        WireShape::Number => "a number",
        WireShape::Text | WireShape::Texts { .. } => "text",
        WireShape::DateTime => "a date and time",
        WireShape::Date => "a date",
        WireShape::Array(_) => "a list",
        WireShape::Object { required, .. } if required.is_empty() => "an object",
        WireShape::Object { required, .. } => {
            let shown = required.iter().take(SHOWN);
            let keys: Vec<_> = shown.map(|key| code_span(key)).collect();
            let more = if required.len() > SHOWN {
                " and more"
            } else {
                ""
            };
            return format!("an object with {}{more}", keys.join(", "));
        }
        WireShape::OneOf(shapes) => {
            let mut kinds: Vec<String> = Vec::new();
            for kind in shapes.iter().map(seen) {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            if (1..SHOWN).contains(&kinds.len()) {
                return kinds.join(", or ");
            }
            "a value of several kinds"
        }
    };
    words.to_owned()
}

/// `#[deprecated]`, if it is.
pub(crate) fn deprecated(docs: &Docs) -> Option<TokenStream> {
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

/// Examples on one line if each of them is short, else in blocks.
fn examples(values: &[&Value]) -> Vec<String> {
    let title = if values.len() > 1 {
        "Examples:"
    } else {
        "Example:"
    };
    let texts: Vec<String> = values.iter().map(ToString::to_string).collect();
    if texts.iter().all(|text| text.len() <= INLINE_EXAMPLE) {
        let texts: Vec<String> = texts.iter().map(|text| code_span(text)).collect();
        return vec![format!("{title} {}", texts.join(", "))];
    }
    let mut lines = vec![title.to_owned()];
    for (value, text) in values.iter().zip(texts) {
        let pretty = serde_json::to_string_pretty(value).unwrap_or(text);
        lines.push(String::new());
        lines.extend(fenced("json", &pretty));
    }
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

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{examples, seen};
    use crate::model::WireShape;

    #[test]
    fn short_examples_stand_on_one_line() {
        let shown = |values: &[Value]| examples(&values.iter().collect::<Vec<_>>());
        assert_eq!(shown(&[json!(1)]), ["Example: `1`"]);
        let two = [json!("a"), json!(["b"])];
        assert_eq!(shown(&two), [r#"Examples: `"a"`, `["b"]`"#]);
        let long = "b".repeat(80);
        let lines = shown(&[json!("a"), json!(long)]).join("\n");
        let expected = format!("Examples:\n\n```json\n\"a\"\n```\n\n```json\n\"{long}\"\n```");
        assert_eq!(lines, expected);
    }

    #[test]
    fn what_is_seen_is_said_in_a_few_words() {
        let object = |keys: &[&str]| WireShape::Object {
            tags: Vec::new(),
            required: keys.iter().map(|&key| key.to_owned()).collect(),
            optional: vec!["note".to_owned()],
        };
        let said = [
            (object(&[]), "an object"),
            (object(&["a", "b`"]), "an object with `a`, `` b` ``"),
            (
                object(&["a", "b", "c", "d", "e"]),
                "an object with `a`, `b`, `c`, `d` and more",
            ),
            (
                WireShape::OneOf(vec![WireShape::Text, WireShape::Text, WireShape::Null]),
                "text, or null",
            ),
            (WireShape::OneOf(Vec::new()), "a value of several kinds"),
        ];
        for (shape, words) in said {
            assert_eq!(seen(&shape), words);
        }
    }
}
