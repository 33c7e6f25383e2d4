//! Java: annotations of fields, constants that the constructor sets, and annotated unions.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Reader;
use super::classes::{Annotation, Class, Member, MemberKind, Style, classes};
use crate::claim::Const;
use crate::keys::{Fact, Says};
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::metadata;
use crate::sdk_source::scalar::{json, scalar};
use crate::sdk_source::tokens::{Quote, Syntax, Tokens};

pub(super) static SYNTAX: Syntax = Syntax {
    line_comments: &["//"],
    no_comments: &[],
    block_comments: &[("/*", "*/")],
    quotes: &[
        Quote::of("\"\"\"", true),
        Quote::of("\"", false),
        Quote::of("'", false),
    ],
    word_signs: "$",
};

/// What files say of unions whose members another class names.
#[derive(Default)]
pub(super) struct Java {
    /// By the model of a resolver's class: the model and the key of the union.
    unions: BTreeMap<String, (String, String)>,
    /// The members that resolvers' classes name.
    members: Vec<Registered>,
}

/// A member of a union, as the class of a resolver names it.
struct Registered {
    /// The class, as a model.
    resolver: String,
    value: String,
    member: String,
    at: String,
}

impl Reader for Java {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let classes = classes(tokens, Style::At);
        let lazy = lazy_values(tokens, &classes);
        for class in &classes {
            let set = set_by_constructor(tokens, class, &lazy);
            // The body of an error is a class in that of the error: `OutOfStock.Data`.
            let model = class.outermost;
            for field in class
                .members
                .iter()
                .filter(|it| it.kind == MemberKind::Field)
            {
                let Some(key) = key(tokens, field) else {
                    out.keyless(model, field.name, field.line);
                    continue;
                };
                let constant = set.get(field.name).cloned();
                let constant = constant.or_else(|| final_value(tokens, field));
                out.field(model, field.name, key, constant, field.line);
            }
            self.union(tokens, class, out);
            self.members.extend(registered(tokens, class, out));
        }
    }

    fn finish(&mut self, out: &mut Gathered) {
        for registered in &self.members {
            let Some((union, key)) = self.unions.get(&registered.resolver) else {
                continue;
            };
            out.fact(Fact {
                model: union.clone(),
                member: registered.member.clone(),
                says: Says::Variant {
                    value: Const::String(registered.value.clone()),
                },
                key: key.clone(),
                at: registered.at.clone(),
            });
        }
    }
}

impl Java {
    /// A union that is annotated with its key, and with its members or the class that names them.
    fn union(&mut self, tokens: &Tokens<'_>, class: &Class<'_>, out: &mut Gathered) {
        let of = |name: &str| class.annotations.iter().find(|it| it.name == name);
        let key = of("JsonTypeInfo").and_then(|it| it.text(tokens, "property"));
        let Some(key) = key else { return };
        if let Some(types) = of("JsonSubTypes") {
            for (value, member, line) in sub_types(tokens, types.arguments.clone()) {
                out.variant(class.name, member, &key, Const::String(value), line);
            }
        }
        let resolver =
            of("JsonTypeIdResolver").and_then(|it| class_in(tokens, it.arguments.clone()));
        if let Some(resolver) = resolver {
            let union = out.model(class.name);
            self.unions.insert(out.model(resolver), (union, key));
        }
    }
}

/// The key that a field's annotations name.
fn key(tokens: &Tokens<'_>, field: &Member<'_>) -> Option<String> {
    let key = |it: &Annotation<'_>| match it.name {
        "JsonProperty" => it.text(tokens, "value"),
        "SpeakeasyMetadata" => {
            let note = it.text(tokens, "value")?;
            metadata::key(&note).map(str::to_owned)
        }
        _ => None,
    };
    field.annotations.iter().find_map(key)
}

/// The constants that are made from JSON when they are needed, by the name that the class gives:
/// `_SINGLETON_VALUE_Kind = new LazySingletonValue<>("kind", "\"card\"", …)`.
fn lazy_values<'t>(tokens: &Tokens<'t>, classes: &[Class<'t>]) -> BTreeMap<&'t str, Const> {
    let fields = classes.iter().flat_map(|class| &class.members);
    let value = |field: &Member<'t>| {
        let mut at = field.rest.start;
        while at < field.rest.end && !tokens.is(at, "(") {
            at += 1;
        }
        let (_, is_pair) = (tokens.text(at + 1)?, tokens.is(at + 2, ","));
        let value = is_pair.then(|| tokens.text(at + 3)).flatten()?;
        Some((field.name, json(&value)?))
    };
    let fields = fields.filter(|it| it.kind == MemberKind::Field && it.annotations.is_empty());
    fields.filter_map(value).collect()
}

/// The fields to which the constructor gives such a constant: `this.kind = Builder.VALUE.value();`.
fn set_by_constructor<'t>(
    tokens: &Tokens<'t>,
    class: &Class<'t>,
    lazy: &BTreeMap<&str, Const>,
) -> BTreeMap<&'t str, Const> {
    let mut set = BTreeMap::new();
    for constructor in class.members.iter().filter(|it| it.name == class.name) {
        for at in constructor.rest.clone() {
            let Some(field) = tokens.word(at + 2) else {
                continue;
            };
            if !tokens.are(at, &["this", "."]) || !tokens.is(at + 3, "=") {
                continue;
            }
            let words = (at + 4..constructor.rest.end).take_while(|at| !tokens.is(*at, ";"));
            let value = words.take(8).find_map(|at| lazy.get(tokens.word(at)?));
            set.extend(value.map(|value| (field, value.clone())));
        }
    }
    set
}

/// The value of a field that cannot have another: `final String kind = "card";`.
fn final_value(tokens: &Tokens<'_>, field: &Member<'_>) -> Option<Const> {
    let is_final = field.head.clone().any(|at| tokens.is(at, "final"));
    let (value, end) = scalar(tokens, field.rest.start + 1)?;
    (is_final && tokens.is(field.rest.start, "=") && tokens.is(end, ";")).then_some(value)
}

/// The members that `@Type(value = Card.class, name = "card")` name: value, name, line.
fn sub_types<'t>(tokens: &Tokens<'t>, range: Range<usize>) -> Vec<(String, &'t str, usize)> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if !tokens.is(at, "Type") || !tokens.is(at + 1, "(") {
            // They stand in braces.
            at += 1;
            continue;
        }
        let arguments = at + 2..tokens.closing(at + 1);
        let is_name = |at: &usize| {
            (tokens.is(*at, "name") || tokens.is(*at, "names")) && tokens.is(at + 1, "=")
        };
        let name = arguments.clone().find(is_name).unwrap_or(arguments.end);
        let values = (name..arguments.end).filter_map(|at| tokens.text(at));
        if let Some(member) = class_in(tokens, arguments.clone()) {
            let line = tokens.line(at);
            found.extend(values.map(|value| (value.into_owned(), member, line)));
        }
        at = arguments.end;
    }
    found
}

/// The members that a resolver's class names: `registerType("card", Card.class)`.
fn registered(tokens: &Tokens<'_>, class: &Class<'_>, out: &Gathered) -> Vec<Registered> {
    let mut found = Vec::new();
    for at in class.members.iter().flat_map(|member| member.rest.clone()) {
        if !tokens.are(at, &["registerType", "("]) {
            continue;
        }
        let member = class_in(tokens, at + 4..at + 12);
        let (Some(value), Some(member)) = (tokens.text(at + 2), member) else {
            continue;
        };
        found.push(Registered {
            resolver: out.model(class.name),
            value: value.into_owned(),
            member: member.to_owned(),
            at: out.at(tokens.line(at)),
        });
    }
    found
}

/// The class that a range names: `Card.class`.
fn class_in<'t>(tokens: &Tokens<'t>, mut range: Range<usize>) -> Option<&'t str> {
    range.find_map(|at| {
        tokens
            .word(at)
            .filter(|_| tokens.are(at + 1, &[".", "class"]))
    })
}
