//! The emitted models, for whatever is read.

use std::fmt::Debug;

use forms::{MODELS, Model, Outcome};
use serde_json::Value;

use crate::by_schema::Text;
use crate::choices::Choices;

/// The model of an input: its first line, or whatever its first byte says; and the rest.
fn split(bytes: &[u8]) -> (Model, &[u8]) {
    let line = bytes.iter().position(|byte| *byte == b'\n');
    let named = line.and_then(|at| {
        let named = MODELS
            .iter()
            .find(|model| model.name.as_bytes() == &bytes[..at]);
        Some((*named?, &bytes[at + 1..]))
    });
    named.unwrap_or_else(|| {
        let mut choices = Choices::new(bytes);
        (choices.one(MODELS), bytes.get(1..).unwrap_or_default())
    })
}

/// A model, then JSON.
pub fn json(bytes: &[u8]) {
    let (model, text) = split(bytes);
    if let Ok(text) = std::str::from_utf8(text) {
        check_json(&model, text);
    }
}

/// A model, then choices that make JSON by its schema.
pub fn value(bytes: &[u8]) {
    let (model, bytes) = split(bytes);
    let text = Text::of(&model, Choices::new(bytes));
    check_json(&model, &text.out);
    let Ok(value) = serde_json::from_str::<Value>(&text.out) else {
        return;
    };
    let shared = (model.shared.value)(&value);
    let derived = (model.derived.value)(&value);
    agree(&model, &text.out, &shared, &derived);
    if text.plain {
        let read = (model.shared.json)(&text.out);
        let read = read.map(|text| serde_json::from_str(&text).expect("JSON"));
        agree(&model, &text.out, &read, &shared);
    }
}

/// A model, then MessagePack.
pub fn msgpack(bytes: &[u8]) {
    let (model, bytes) = split(bytes);
    let shared = (model.shared.msgpack)(bytes);
    // Derives read as many levels as the format allows, for which not every thread has room.
    let is_deep = |error: &String| error.contains("recursion limit");
    if shared.as_ref().is_err_and(is_deep) {
        return;
    }
    let derived = (model.derived.msgpack)(bytes);
    // A key that is no text is passed over or kept where it is not buffered.
    let is_number = |error: &String| error.starts_with("invalid type: integer `");
    if shared.is_ok() && derived.as_ref().is_err_and(is_number) {
        return;
    }
    agree(&model, &format!("{bytes:x?}"), &shared, &derived);
}

/// Panics where a model does not do with JSON what it should.
///
/// # Panics
///
/// With what is wrong.
pub fn check_json(model: &Model, text: &str) {
    let shared = (model.shared.json)(text);
    let derived = (model.derived.json)(text);
    // Derives lose the digits of numbers that they buffer: compared is what a value keeps, if it can.
    let parsed = |text: &String| serde_json::from_str::<Value>(text).ok();
    match (&shared, &derived) {
        (Ok(one), Ok(other)) => {
            if let (Some(one), Some(other)) = (parsed(one), parsed(other)) {
                agree(model, text, &Ok(one), &Ok(other));
            }
        }
        _ => agree(model, text, &shared, &derived),
    }
}

/// What the two forms are known to differ in: `docs/generated-crate.md`.
const DIFFERENT: &[&str] = &[
    // A key that is no text is passed over where it is not buffered.
    "utf8",
    "utf-8",
    "byte array",
    "expected a key",
    // Of a list of too few items, derives take the fields that may be absent or null as absent.
    "invalid length",
    // Derives make infinity of what is out of range, and lose the digits of what they buffer.
    "expected f32",
    "number out of range",
    // Levels are counted, but for derives, which may read as many as the format allows.
    "recursion limit",
    "depth limit",
];

/// What can be compared.
trait Same: Debug {
    fn same(&self, other: &Self) -> bool;
}

impl Same for Vec<u8> {
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Same for String {
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

impl Same for Value {
    /// A float of 32 bits is another in a value than in a text.
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(one), Self::Number(other)) => {
                let narrow = |number: &serde_json::Number| number.as_f64().map(|it| it as f32);
                one == other || narrow(one) == narrow(other)
            }
            (Self::Array(one), Self::Array(other)) => {
                one.len() == other.len() && one.iter().zip(other).all(|(a, b)| a.same(b))
            }
            (Self::Object(one), Self::Object(other)) => {
                let same = |(key, value): (&String, &Self)| {
                    other.get(key).is_some_and(|other| value.same(other))
                };
                one.len() == other.len() && one.iter().all(same)
            }
            (one, other) => one == other,
        }
    }
}

fn agree<T: Same>(model: &Model, input: &str, one: &Outcome<T>, other: &Outcome<T>) {
    let same = match (one, other) {
        (Ok(one), Ok(other)) => one.same(other),
        (Err(error), Ok(_)) | (Ok(_), Err(error)) => {
            DIFFERENT.iter().any(|known| error.contains(known))
        }
        (Err(_), Err(_)) => true,
    };
    assert!(same, "{} of {input}:\n  {one:?}\n  {other:?}", model.name);
}

#[cfg(test)]
mod tests {
    use forms::unwritten::told;

    #[derive(Debug, PartialEq)]
    enum Target {
        Fax(Fax),
        Post(Post),
    }

    #[derive(Debug, PartialEq)]
    struct Fax {
        to: Option<&'static str>,
        cost: Option<u8>,
    }

    #[derive(Debug, PartialEq)]
    struct Post {
        to: Option<&'static str>,
        stamp: Option<Stamp>,
    }

    #[derive(Debug, PartialEq)]
    enum Stamp {
        Null,
    }

    const INPUT: &str = r#"{"to":"","stamp":null}"#;
    const WRITTEN: &str = r#"{"to":""}"#;

    fn fax(to: &'static str) -> Target {
        let to = Some(to);
        Target::Fax(Fax { to, cost: None })
    }

    fn post(to: &'static str, stamp: Option<Stamp>) -> Target {
        let to = Some(to);
        Target::Post(Post { to, stamp })
    }

    #[test]
    fn a_key_that_is_not_written_may_have_told_the_variant() {
        assert!(told(INPUT, WRITTEN, &post("", None), &fax("")));
        let (one, other) = (vec![post("(a, {", None)], vec![fax("(a, {")]);
        assert!(told(INPUT, WRITTEN, &one, &other));
    }

    #[test]
    fn nothing_else_is_allowed() {
        // A null that is kept, another text, no key too few, and what is no other variant.
        assert!(!told(
            INPUT,
            WRITTEN,
            &post("", Some(Stamp::Null)),
            &fax("")
        ));
        assert!(!told(INPUT, WRITTEN, &post("a", None), &fax("b")));
        assert!(!told(INPUT, WRITTEN, &Some(1), &None));
        assert!(!told(WRITTEN, WRITTEN, &post("", None), &fax("")));
        let cost = Some(1);
        let dear = Target::Fax(Fax { to: Some(""), cost });
        assert!(!told(INPUT, WRITTEN, &post("", None), &dear));
        assert!(!told(INPUT, WRITTEN, &dear, &fax("")));
    }
}
