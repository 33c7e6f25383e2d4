//! Classes whose members have decorators, as SDKs had them before zod.

use std::ops::Range;

use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::tokens::Tokens;

/// Words that may stand between decorators and a member's name.
const MODIFIERS: &[&str] = &[
    "declare",
    "override",
    "private",
    "protected",
    "public",
    "readonly",
];

/// Reads the members between the braces of a class.
pub(super) fn read(tokens: &Tokens<'_>, model: &str, body: Range<usize>, out: &mut Gathered) {
    let mut at = body.start;
    while at < body.end {
        let mut keys = Keys::default();
        while at < body.end && tokens.is(at, "@") {
            let open = at + 2;
            if tokens.is(open, "(") {
                keys.read(tokens, tokens.raw(at + 1), open + 1..tokens.closing(open));
            }
            at = if tokens.is(open, "(") {
                tokens.behind(open)
            } else {
                open
            };
        }
        while MODIFIERS.iter().any(|word| tokens.is(at, word)) && tokens.word(at + 1).is_some() {
            at += 1;
        }
        let name = tokens.word(at).map(str::to_owned);
        let name = name.or_else(|| tokens.text(at).map(Into::into));
        let is_member = [":", "?", "!", ";", "="]
            .iter()
            .any(|sign| tokens.is(at + 1, sign));
        let is_noted = keys.are_noted;
        match (name.filter(|_| is_member), keys.best()) {
            (Some(name), Some(key)) => out.field(model, &name, key, None, tokens.line(at)),
            (Some(name), None) if is_noted => out.keyless(model, &name, tokens.line(at)),
            _ => {}
        }
        while at < body.end && !tokens.is(at, ";") && !tokens.is(at, "@") {
            // A method's body ends it, without a semicolon.
            let is_block = tokens.is(at, "{");
            at = tokens.behind(at);
            if is_block {
                break;
            }
        }
        at += usize::from(tokens.is(at, ";"));
    }
}

/// The keys that the decorators of one member name.
#[derive(Default)]
struct Keys {
    exposed: Option<String>,
    noted: Option<String>,
    /// Whether a decorator says where the member goes.
    are_noted: bool,
}

impl Keys {
    fn read(&mut self, tokens: &Tokens<'_>, decorator: &str, arguments: Range<usize>) {
        self.are_noted |= decorator.ends_with("Metadata");
        // `@Expose({ name: "_id" })`, `@SpeakeasyMetadata({ data: "json, name=_id" })`.
        let wanted = if decorator == "Expose" {
            "name"
        } else {
            "data"
        };
        let mut values = arguments.filter(|at| tokens.are(*at, &[wanted, ":"]));
        let Some(text) = values.find_map(|at| tokens.text(at + 2)) else {
            return;
        };
        if decorator == "Expose" {
            self.exposed = Some(text.into_owned());
        } else if decorator.ends_with("Metadata") {
            self.noted = noted(&text).map(str::to_owned);
        }
    }

    fn best(self) -> Option<String> {
        self.exposed.or(self.noted)
    }
}

/// The kinds of notes that name a key.
const KINDS: &[&str] = &[
    "cookie",
    "form",
    "header",
    "json",
    "multipart_form",
    "pathParam",
    "queryParam",
];

/// The key in a note: `_id` of `json, name=_id`, `page` of `queryParam, style=form;name=page`.
fn noted(note: &str) -> Option<&str> {
    let (kind, note) = note.split_once(',')?;
    let mut parts = note.split([',', ';']).map(str::trim);
    let name = parts.find_map(|part| part.strip_prefix("name="));
    name.filter(|name| KINDS.contains(&kind.trim()) && !name.is_empty())
}
