//! Go: tags of struct fields, and unions that look at one key of an object.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Reader;
use crate::claim::Const;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::metadata;
use crate::sdk_source::scalar::json;
use crate::sdk_source::tokens::{Escape, Kind, Quote, Syntax, Tokens};

pub(super) static SYNTAX: Syntax = Syntax {
    line_comments: &["//"],
    no_comments: &[],
    block_comments: &[("/*", "*/")],
    quotes: &[
        Quote::between("`", "`", Escape::None, true),
        Quote::of("\"", false),
        Quote::of("'", false),
    ],
    word_signs: "",
};

pub(super) struct Go;

impl Reader for Go {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let getters = getters(tokens);
        let mut at = 0;
        while at < tokens.len() {
            if let (true, Some(name), true) = (
                tokens.is(at, "type"),
                tokens.word(at + 1),
                tokens.are(at + 2, &["struct", "{"]),
            ) {
                for field in fields(tokens, at + 4..tokens.closing(at + 3)) {
                    let member = field.member(&getters);
                    match field.key() {
                        Some(key) => out.field(name, &member, key, field.constant(), field.line),
                        None => out.keyless(name, &member, field.line),
                    }
                }
                at = tokens.behind(at + 3);
            } else if let (true, Some((union, body))) =
                (tokens.is(at, "func"), unmarshaller(tokens, at))
            {
                variants(tokens, union, body.clone(), out);
                at = body.end;
            } else {
                at = tokens.behind(at);
            }
        }
    }
}

/// A field of a struct: `Name *string `json:"name,omitempty"``.
struct Field<'t> {
    name: &'t str,
    /// The word that its type ends with: `string` of `*string`.
    ty: &'t str,
    tags: Vec<(String, String)>,
    line: usize,
}

impl Field<'_> {
    /// The name by which the SDK's users know it: a constant is private, and has a getter.
    fn member(&self, getters: &BTreeMap<String, &str>) -> String {
        if !self.name.starts_with(char::is_lowercase) {
            return self.name.to_owned();
        }
        let plain = self.name.trim_end_matches('_');
        if let Some(name) = getters.get(&plain.to_lowercase()) {
            return (*name).to_owned();
        }
        let mut rest = plain.chars();
        let first = rest.next().into_iter().flat_map(char::to_uppercase);
        first.chain(rest).collect()
    }

    fn tag(&self, name: &str) -> Option<&str> {
        let mut tags = self.tags.iter();
        tags.find_map(|(it, value)| (it == name).then_some(value.as_str()))
    }

    /// The key that it has in JSON, or else in the request.
    fn key(&self) -> Option<String> {
        if let Some(tag) = self.tag("json") {
            let key = tag.split(',').next().unwrap_or_default();
            // `-` is left out, but for a field whose key is a dash.
            if !key.is_empty() && (key != "-" || tag.starts_with("-,")) {
                return Some(key.to_owned());
            }
        }
        let mut tags = self.tags.iter();
        tags.find_map(|(kind, note)| metadata::key_of(kind, note))
            .map(str::to_owned)
    }

    fn constant(&self) -> Option<Const> {
        let value = self.tag("const")?;
        match self.ty {
            "bool" => json(value).filter(|it| matches!(it, Const::Boolean(_))),
            "int" | "int32" | "int64" | "float32" | "float64" => {
                json(value).filter(|it| matches!(it, Const::Number(_)))
            }
            _ => Some(Const::String(value.to_owned())),
        }
    }
}

/// The names of getters without `Get`, by those in lower case.
fn getters<'t>(tokens: &Tokens<'t>) -> BTreeMap<String, &'t str> {
    let names = (0..tokens.len()).filter(|at| tokens.are(*at, &[")"]) && tokens.is(at + 2, "("));
    let getters = names.filter_map(|at| tokens.word(at + 1)?.strip_prefix("Get"));
    getters.map(|name| (name.to_lowercase(), name)).collect()
}

/// The fields between the braces of a struct.
fn fields<'t>(tokens: &Tokens<'t>, body: Range<usize>) -> Vec<Field<'t>> {
    let mut fields = Vec::new();
    let mut at = body.start;
    while at < body.end {
        let first = at;
        let mut line = tokens.line(at);
        let (mut ty, mut tag) = ("", None);
        while at < body.end && tokens.line(at) == line && !tokens.is(at, ";") {
            match tokens.kind(at) {
                Some(Kind::Text) => tag = Some(at),
                Some(Kind::Word) => ty = tokens.raw(at),
                _ if tokens.is_opening(at) && !tokens.is(at, "[") => {
                    line = tokens.line(tokens.closing(at));
                }
                _ => {}
            }
            at = if tokens.is(at, "[") {
                at + 1
            } else {
                tokens.behind(at)
            };
        }
        at += usize::from(tokens.is(at, ";"));
        if let Some(name) = tokens.word(first) {
            let tag = tag.and_then(|at| tokens.text(at));
            fields.push(Field {
                name,
                ty,
                tags: tag.map(|tag| tags(&tag)).unwrap_or_default(),
                line: tokens.line(first),
            });
        }
    }
    fields
}

/// The parts of a tag: `json:"id,omitempty" default:"0"`.
fn tags(tag: &str) -> Vec<(String, String)> {
    let tokens = Tokens::new(tag, &SYNTAX);
    let tag = |at| {
        let (kind, value) = (tokens.word(at)?, tokens.text(at + 2)?);
        let is_tag = tokens.is(at + 1, ":");
        is_tag.then(|| (kind.to_owned(), value.into_owned()))
    };
    (0..tokens.len()).filter_map(tag).collect()
}

/// The type whose `UnmarshalJSON` is declared at a token, and the braces of its body:
/// `func (u *Method) UnmarshalJSON(data []byte) error {`.
fn unmarshaller<'t>(tokens: &Tokens<'t>, at: usize) -> Option<(&'t str, Range<usize>)> {
    let receiver = tokens.is(at + 1, "(").then(|| tokens.closing(at + 1))?;
    let name = tokens.word(receiver.checked_sub(1)?)?;
    if !tokens.are(receiver + 1, &["UnmarshalJSON", "("]) {
        return None;
    }
    let mut brace = tokens.behind(receiver + 2);
    while tokens.word(brace).is_some() {
        brace += 1;
    }
    tokens
        .is(brace, "{")
        .then(|| (name, brace + 1..tokens.closing(brace)))
}

/// The members of a union that is read by the value of a key:
///
/// ```go
/// type discriminator struct { Type string `json:"type"` }
/// switch dis.Type {
/// case "card":
///     card := new(Card)
/// ```
fn variants(tokens: &Tokens<'_>, union: &str, body: Range<usize>, out: &mut Gathered) {
    let mut keys = BTreeMap::new();
    let mut at = body.start;
    while at < body.end {
        if tokens.are(at, &["struct", "{"]) {
            let fields = fields(tokens, at + 2..tokens.closing(at + 1));
            keys.extend(fields.iter().filter_map(|it| Some((it.name, it.key()?))));
        }
        let field = tokens.word(at + 3).and_then(|field| keys.get(field));
        if let (true, Some(key)) = (tokens.is(at, "switch") && tokens.is(at + 4, "{"), field) {
            cases(tokens, union, key, at + 5..tokens.closing(at + 4), out);
        }
        at = tokens.behind(at);
    }
}

fn cases(tokens: &Tokens<'_>, union: &str, key: &str, body: Range<usize>, out: &mut Gathered) {
    let mut values: Vec<(Const, usize)> = Vec::new();
    let mut at = body.start;
    while at < body.end {
        if tokens.is(at, "case") {
            values.clear();
            while at < body.end && !tokens.is(at, ":") {
                let value = tokens.text(at).map(|it| Const::String(it.into_owned()));
                values.extend(value.map(|value| (value, tokens.line(at))));
                at += 1;
            }
        } else if tokens.are(at, &["new", "("]) {
            let member = tokens.word(tokens.closing(at + 1).saturating_sub(1));
            for (value, line) in values.drain(..) {
                out.variant(union, member.unwrap_or_default(), key, value, line);
            }
        }
        at = tokens.behind(at);
    }
}
