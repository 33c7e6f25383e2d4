//! C#, and C# for Unity: attributes of properties, and unions that look at one key of an object.

use std::collections::BTreeMap;

use super::Reader;
use super::classes::{Annotation, Class, Member, MemberKind, Style, classes};
use crate::claim::Const;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::metadata;
use crate::sdk_source::scalar::scalar;
use crate::sdk_source::tokens::{Escape, Quote, Syntax, Tokens};

pub(super) static SYNTAX: Syntax = Syntax {
    // What the compiler is told, `#nullable enable`, is no code either.
    line_comments: &["//", "#"],
    no_comments: &[],
    block_comments: &[("/*", "*/")],
    quotes: &[
        Quote::between("\"\"\"", "\"\"\"", Escape::None, true),
        Quote::between("$\"\"\"", "\"\"\"", Escape::None, true),
        Quote::between("$@\"", "\"", Escape::Doubled, true),
        Quote::between("@$\"", "\"", Escape::Doubled, true),
        Quote::between("@\"", "\"", Escape::Doubled, true),
        Quote::between("$\"", "\"", Escape::Backslash, false),
        Quote::between("\"", "\"", Escape::Backslash, false),
        Quote::between("'", "'", Escape::Backslash, false),
    ],
    word_signs: "",
};

pub(super) struct CSharp;

impl Reader for CSharp {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let classes = classes(tokens, Style::Brackets);
        let bodies = bodies(tokens, &classes);
        for class in &classes {
            let model = bodies.get(class.name).unwrap_or(&class.name);
            for field in class
                .members
                .iter()
                .filter(|it| it.kind == MemberKind::Field)
            {
                let member = member_name(class, field);
                let Some(key) = key(tokens, field) else {
                    out.keyless(model, member, field.line);
                    continue;
                };
                let constant = constant(tokens, field);
                out.field(model, member, key, constant, field.line);
            }
        }
        variants(tokens, &classes, out);
    }
}

/// The name of a property as pages print it. In C#, none can be called like its class, so the `Order`
/// of `Order` is `OrderValue` there.
fn member_name<'t>(class: &Class<'t>, field: &Member<'t>) -> &'t str {
    match field.name.strip_suffix("Value") {
        Some(plain) if plain == class.name => plain,
        _ => field.name,
    }
}

/// The classes that are the bodies of errors, and the errors: `OutOfStock` has
/// `OutOfStockPayload Payload`, and its page describes that.
fn bodies<'t>(tokens: &Tokens<'t>, classes: &[Class<'t>]) -> BTreeMap<&'t str, &'t str> {
    let members = classes
        .iter()
        .flat_map(|class| class.members.iter().map(move |member| (class, member)));
    let payloads = members.filter(|(_, member)| member.name == "Payload");
    let body = |(class, member): (&Class<'t>, &Member<'t>)| {
        let ty = tokens.word(member.head.end.checked_sub(1)?)?;
        let is_body = ty.strip_suffix("Payload") == Some(class.name);
        is_body.then_some((ty, class.name))
    };
    payloads.filter_map(body).collect()
}

/// The key that a property's attributes name.
fn key(tokens: &Tokens<'_>, field: &Member<'_>) -> Option<String> {
    let key = |it: &Annotation<'_>| match it.name {
        "JsonProperty" => it
            .text(tokens, "value")
            .or_else(|| it.text(tokens, "PropertyName")),
        "SpeakeasyMetadata" => {
            let note = it.text(tokens, "value")?;
            metadata::key(&note).map(str::to_owned)
        }
        _ => None,
    };
    // A dash is what belongs to the SDK: the response behind a model.
    field
        .annotations
        .iter()
        .find_map(key)
        .filter(|key| key != "-")
}

/// The value of a property that cannot be set: `{ get; } = "card";`.
fn constant(tokens: &Tokens<'_>, field: &Member<'_>) -> Option<Const> {
    let at = field.rest.start;
    if !tokens.are(at, &["{", "get", ";", "}", "="]) {
        return None;
    }
    let (value, end) = scalar(tokens, at + 5)?;
    tokens.is(end, ";").then_some(value)
}

/// The members of unions that are read by the value of a key:
///
/// ```csharp
/// string discriminator = jo.GetValue("type")?.ToString();
/// if (discriminator == MethodType.Card.ToString())
/// {
///     Card card = …
/// ```
fn variants(tokens: &Tokens<'_>, classes: &[Class<'_>], out: &mut Gathered) {
    let names = named_values(tokens, classes);
    for class in classes {
        for method in class
            .members
            .iter()
            .filter(|it| it.kind == MemberKind::Method)
        {
            let mut key = None;
            for at in method.rest.clone() {
                if tokens.are(at, &["GetValue", "("]) {
                    key = tokens.text(at + 2).or(key);
                }
                let (Some(key), true) = (&key, tokens.are(at, &["=", "="])) else {
                    continue;
                };
                let value = match (
                    tokens.text(at + 2),
                    tokens.word(at + 2),
                    tokens.word(at + 4),
                ) {
                    (Some(text), ..) => Some(text.into_owned()),
                    (None, Some(class), Some(name)) => names.get(&(class, name)).cloned(),
                    _ => None,
                };
                let member = member(tokens, at, method.rest.end);
                if let (Some(value), Some(member)) = (value, member) {
                    out.variant(
                        class.outermost,
                        member,
                        key,
                        Const::String(value),
                        tokens.line(at),
                    );
                }
            }
        }
    }
}

/// The type of the variable in the block that a condition leads to: `{ Card card = …`.
fn member<'t>(tokens: &Tokens<'t>, condition: usize, end: usize) -> Option<&'t str> {
    let brace = (condition..end).take(16).find(|at| tokens.is(*at, "{"))?;
    let is = (brace + 1..end).take(32).find(|at| tokens.is(*at, "="))?;
    tokens.word(is - 1).and(tokens.word(is - 2))
}

/// The texts that stand for the values of a class: by class and name, `new MethodType("card")` in
/// the property `Card` of `MethodType`.
fn named_values<'t>(
    tokens: &Tokens<'t>,
    classes: &[Class<'t>],
) -> BTreeMap<(&'t str, &'t str), String> {
    let members = classes
        .iter()
        .flat_map(|class| class.members.iter().map(move |member| (class, member)));
    let value = |(class, member): (&Class<'t>, &Member<'t>)| {
        let mut rest = member.rest.clone();
        let at = rest.find(|at| tokens.are(*at, &["new", class.name, "("]))?;
        let value = tokens.text(at + 3)?.into_owned();
        Some(((class.name, member.name), value))
    };
    members.filter_map(value).collect()
}
