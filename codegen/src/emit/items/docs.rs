//! Documentation attributes.

use proc_macro2::Literal;
use serde_json::Value;

use crate::clean::document;
use crate::emit::code::Code;
use crate::emit::ident::plain;
use crate::emit::rustdoc::{clean, code_span, fenced};
use crate::model::{Call, Docs, Extra, Field, Model, Role, Rule, Tag, Variant, WireShape};

/// An example that is longer stands in a block of its own.
const INLINE_EXAMPLE: usize = 80;

/// The documentation of a model: what it is first, then its title where it differs, and its pages last.
pub(crate) fn model(code: &mut Code, model: &Model) {
    let mut paragraphs = described(&model.docs);
    let call = model.call.as_ref().map(of_call).filter(|it| !it.is_empty());
    let purpose = model.purpose.as_deref().map(clean);
    match (&model.docs.description, purpose, call) {
        (None, Some(what), _) => paragraphs.insert(0, what),
        (None, None, Some(what)) => paragraphs.insert(0, vec![what]),
        (_, _, call) => paragraphs.extend(call.map(|call| vec![call])),
    }
    if model.title != model.path.name() && !model.title.is_empty() {
        paragraphs.push(vec![format!("In the docs: {}.", code_span(&model.title))]);
    }
    let mut pages: Vec<&str> = Vec::new();
    for evidence in &model.evidence {
        if !pages.contains(&&*evidence.at.file) {
            pages.push(&evidence.at.file);
        }
    }
    if !pages.is_empty() {
        let pages: Vec<_> = pages.into_iter().map(code_span).collect();
        paragraphs.push(vec![format!("From {}.", pages.join(", "))]);
    }
    with_deprecation(code, &paragraphs, &model.docs);
}

/// What of a call a model is, in a sentence.
fn of_call(call: &Call) -> String {
    let route = call.route.as_deref().map(code_span);
    match (call.role, route) {
        (Some(Role::Request), Some(route)) => format!("The body of {route}."),
        (Some(Role::Query), Some(route)) => format!("The parameters of {route}."),
        (Some(Role::Response), Some(route)) => format!("The reply to {route}."),
        (Some(Role::Request), None) => "The body of a request.".to_owned(),
        (Some(Role::Query), None) => "The parameters of a request.".to_owned(),
        (Some(Role::Response), None) => "The reply to a request.".to_owned(),
        (None, Some(route)) => format!("Of {route}."),
        (None, None) => String::new(),
    }
}

/// The documentation of a field: its description, its wire name where it differs, and its examples.
pub(crate) fn field(code: &mut Code, field: &Field) {
    let mut paragraphs = described(&field.docs);
    let wire_name = &field.wire_name.value;
    if wire_name != plain(&field.name) {
        paragraphs.push(vec![format!("On the wire: {}.", code_span(wire_name))]);
    }
    paragraphs.extend(not_said(field).map(|line| vec![line.to_owned()]));
    if let Some(tag) = &field.tag_beside {
        let key = code_span(&tag.value.key);
        paragraphs.push(vec![format!("Which variant it is, {key} says.")]);
    }
    if !field.examples.is_empty() {
        let values = field.examples.iter().map(|example| &example.value);
        paragraphs.push(examples(&values.collect::<Vec<_>>()));
    }
    with_deprecation(code, &paragraphs, &field.docs);
}

/// What a hand-written page leaves open.
fn not_said(field: &Field) -> Option<&'static str> {
    let is_printed = field.wire_name.rule == Rule::PrintedKey;
    let no_type = is_printed && field.ty.rule == Rule::InferredType;
    let no_presence = is_printed && field.required.rule == Rule::NotKnown;
    match (no_type, no_presence) {
        (true, true) => Some(
            "The docs give no type, which is inferred, and do not say whether it is always there.",
        ),
        (true, false) => Some("The docs give no type: it is inferred."),
        (false, true) => Some("The docs do not say whether it is always there."),
        (false, false) => None,
    }
}

/// The documentation of the map for other keys.
pub(crate) fn extra(code: &mut Code, extra: &Extra) {
    let mut paragraphs = described(&extra.docs);
    if paragraphs.is_empty() {
        paragraphs.push(vec!["The keys without a field of their own.".to_owned()]);
    }
    with_deprecation(code, &paragraphs, &extra.docs);
}

/// The documentation of a union's variant: by what a reader knows it.
pub(crate) fn variant(code: &mut Code, variant: &Variant, tag: Option<&Tag>) {
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
    paragraphs(code, &[vec![line]]);
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
pub(crate) fn deprecated(code: &mut Code, docs: &Docs) {
    let Some(note) = &docs.deprecated else {
        return;
    };
    // The note is shown as markdown too.
    let note = clean(note).join(" ");
    if note.is_empty() {
        code.line("#[deprecated]");
    } else {
        let note = format!("note = {}", Literal::string(&note));
        code.attribute("deprecated", &[note]);
    }
}

/// The attribute of what mentions something that is deprecated.
pub(crate) fn allow_deprecated(code: &mut Code, mentions: bool) {
    if mentions {
        code.line("#[allow(deprecated)]");
    }
}

fn described(docs: &Docs) -> Vec<Vec<String>> {
    let description = docs.description.as_deref().map(clean);
    // A note may name a file.
    let notes = docs.notes.iter().map(|note| clean(note));
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

fn with_deprecation(code: &mut Code, text: &[Vec<String>], docs: &Docs) {
    paragraphs(code, text);
    deprecated(code, docs);
}

/// Paragraphs of lines, a blank line between them.
fn paragraphs(code: &mut Code, text: &[Vec<String>]) {
    for (at, lines) in text.iter().enumerate() {
        if at > 0 {
            code.doc("");
        }
        for line in lines {
            code.doc(&document(line));
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{examples, not_said, of_call, seen};
    use crate::emit::testing;
    use crate::model::{Call, Presence, Role, Rule, Type, WireShape};

    #[test]
    fn a_model_of_an_endpoint_says_so() {
        let said = |role, route: Option<&str>| {
            let route = route.map(str::to_owned);
            of_call(&Call { role, route })
        };
        let room = Some("POST /rooms/{id}");
        assert_eq!(
            said(Some(Role::Request), room),
            "The body of `POST /rooms/{id}`."
        );
        assert_eq!(said(Some(Role::Response), None), "The reply to a request.");
        assert_eq!(said(None, Some("GET /`x`")), "Of `` GET /`x` ``.");
    }

    #[test]
    fn what_the_docs_leave_open_is_said_where_they_print_the_key() {
        let mut field = testing::field("id", "id", Type::String, Presence::Optional);
        field.required.rule = Rule::NotKnown;
        field.ty.rule = Rule::InferredType;
        assert_eq!(not_said(&field), None);
        field.wire_name.rule = Rule::PrintedKey;
        assert!(
            not_said(&field)
                .unwrap()
                .starts_with("The docs give no type, which")
        );
        field.ty.rule = Rule::OnlyPage;
        let open = "The docs do not say whether it is always there.";
        assert_eq!(not_said(&field), Some(open));
    }

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
