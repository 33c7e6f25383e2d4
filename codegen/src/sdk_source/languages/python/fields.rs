//! The members of a class, their keys and their constants.

use std::ops::Range;

use crate::claim::Const;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::scalar::scalar;
use crate::sdk_source::tokens::Tokens;

/// A member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Field {
    name: String,
    /// Empty where it stands under no key.
    key: String,
    constant: Option<Const>,
    line: usize,
}

impl Field {
    /// The member that a statement declares: `name: type = …`. Without an alias or metadata it is known
    /// only of a model of pydantic what its key is.
    pub fn read(tokens: &Tokens<'_>, statement: Range<usize>, is_pydantic: bool) -> Option<Self> {
        let at = statement.start;
        let name = tokens.word(at).filter(|_| tokens.is(at + 1, ":"))?;
        if name == "model_config" {
            return None;
        }
        let inner = at + 2..statement.end;
        let own = || is_pydantic.then(|| name.to_owned());
        // `__pydantic_extra__` is the map of other keys.
        let key = if name.starts_with("__") || is_apart(tokens, inner.clone()) {
            String::new()
        } else {
            written_key(tokens, inner.clone()).or_else(own)?
        };
        let constant = constant(tokens, inner);
        // Constants are called as constants are in Python, but not on their page.
        let mut all = statement.clone();
        let is_shouted =
            !name.contains(char::is_lowercase) && all.any(|at| tokens.are(at, &["Literal", "["]));
        Some(Self {
            name: if is_shouted {
                name.to_lowercase()
            } else {
                name.to_owned()
            },
            key,
            constant,
            line: tokens.line(at),
        })
    }

    /// Says it of a model.
    pub fn say(&self, model: &str, out: &mut Gathered) {
        if self.key.is_empty() {
            return out.keyless(model, &self.name, self.line);
        }
        let constant = self.constant.clone();
        out.field(model, &self.name, self.key.as_str(), constant, self.line);
    }
}

/// The key that an alias or metadata names: `pydantic.Field(alias="_id")`,
/// `'letter_case': utils.get_field_name('_id')`, `'query_param': { 'field_name': '_id' }`. Empty where
/// they say that there is none.
fn written_key(tokens: &Tokens<'_>, statement: Range<usize>) -> Option<String> {
    let mut other = None;
    let mut is_noted = false;
    for at in statement {
        if tokens.are(at, &["alias", "="]) {
            return tokens.text(at + 2).map(Into::into);
        }
        let note = tokens.text(at).filter(|_| tokens.is(at + 1, ":"));
        match note.as_deref() {
            Some("letter_case") => {
                let mut value = at + 2;
                while tokens.word(value).is_some() || tokens.is(value, ".") {
                    value += 1;
                }
                let key = tokens.text(value + 1).filter(|_| tokens.is(value, "("))?;
                // A dash is no key: the raw response of an error.
                return Some(if key == "-" {
                    String::new()
                } else {
                    key.into_owned()
                });
            }
            Some("field_name") => other = other.or_else(|| tokens.text(at + 2)),
            // The body of a request, or the content of a file.
            Some("request" | "multipart_form") => is_noted = true,
            _ => {}
        }
    }
    let other = other.map(Into::into);
    other.or_else(|| is_noted.then(String::new))
}

/// Whether a member is no key of an object: the body of a request, what authenticates, or what is
/// never written.
fn is_apart(tokens: &Tokens<'_>, statement: Range<usize>) -> bool {
    let mut all = statement;
    all.any(|at| {
        let is_metadata = tokens.are(at, &["FieldMetadata", "("]);
        is_metadata && (tokens.is(at + 2, "request") || tokens.is(at + 2, "security"))
            || tokens.are(at, &["exclude", "=", "True"])
    })
}

/// Wrappers of a type that leave its only value the only one.
const WRAPPERS: &[&str] = &["Annotated", "Final", "NotRequired", "Optional"];

/// The only value of a type: `Literal["card"]`, or `Final[str]` with a default.
fn constant(tokens: &Tokens<'_>, statement: Range<usize>) -> Option<Const> {
    let mut at = statement.start;
    let mut is_final = false;
    while at < statement.end {
        if tokens.is(at + 1, ".") {
            at += 2;
        } else if tokens.are(at, &["Literal", "["]) {
            let (value, behind) = scalar(tokens, at + 2)?;
            return tokens.is(behind, "]").then_some(value);
        } else if WRAPPERS.iter().any(|word| tokens.are(at, &[word, "["])) {
            is_final |= tokens.is(at, "Final");
            at += 2;
        } else {
            break;
        }
    }
    let mut rest = at..statement.end;
    let default = rest.find(|at| is_final && tokens.are(*at, &["default", "="]))?;
    scalar(tokens, default + 2).map(|(value, _)| value)
}
