//! The keys that the source of an SDK uses: `specs/<api>/<language>/keys.tsv`.
//!
//! Pages of an SDK print its names; the source knows what stands on the wire. `import` reads the
//! source once and writes what it says as [`Fact`]s, one a line:
//!
//! ```text
//! # Keys that the SDK's source uses. Written by import.
//! kind<TAB>model<TAB>member<TAB>key<TAB>value<TAB>place
//! field<TAB>components/Payment<TAB>saleAmount<TAB>sale_amount<TAB>-<TAB>src/models/payment.ts:33
//! variant<TAB>components/Method<TAB>CardMethod<TAB>type<TAB>"card"<TAB>src/models/method.ts:40
//! keyless<TAB>operations/PayRequest<TAB>body<TAB>-<TAB>-<TAB>src/models/pay.ts:12
//! ```

pub(crate) mod reader;
pub(crate) mod settle;
pub(crate) mod writer;

use crate::claim::Const;
use crate::clean::is_harmful;
use crate::source::{FileId, Located};

pub use reader::read;
pub use settle::{Contradiction, settle};
pub use writer::write;

/// What one file of keys says.
#[derive(Debug, Clone, PartialEq)]
pub struct KeysFile {
    /// The file.
    pub file: FileId,
    /// Its folder below the API's folder, `/` between the parts; empty for the API's folder itself.
    pub folder: String,
    /// Its facts by model and member, each with its line.
    pub facts: Vec<Located<Fact>>,
}

/// What a line of an SDK's source says. Facts sort as they stand in a file of keys.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    /// The folder below the source's `models`, as it is spelt there, and the name of the type:
    /// `components/Payment`, or `Payment`.
    pub model: String,
    /// The name of the field or of the member of the union, as the source spells it.
    pub member: String,
    /// What the source says about it.
    pub says: Says,
    /// The key on the wire: the field's, or the one that tells the union's members apart; empty if it
    /// has none.
    pub key: String,
    /// Where: path below the checkout and line, `src/models/payment.ts:33`.
    pub at: String,
}

/// What a [`Fact`] says about a member.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Says {
    /// A field of a struct has this key.
    Field {
        /// The only value of the field, where the source names one.
        constant: Option<Const>,
    },
    /// A member of a union is the one that is meant where the key has this value.
    Variant {
        /// The value.
        value: Const,
    },
    /// A field of a struct stands under no key: the body of a request, a map of other keys.
    Keyless,
}

impl Fact {
    /// The folder below the source's `models`, empty for a flat folder, and the type's name.
    #[must_use]
    pub fn model_parts(&self) -> (&str, &str) {
        self.model.rsplit_once('/').unwrap_or(("", &self.model))
    }

    /// Why a file of keys cannot hold this fact; `None` if it can.
    #[must_use]
    pub fn unfit(&self) -> Option<&'static str> {
        let value = match &self.says {
            Says::Field { constant: None } | Says::Keyless => "",
            Says::Field {
                constant: Some(value),
            }
            | Says::Variant { value } => match value {
                Const::String(text) => text,
                Const::Number(_) | Const::Boolean(_) => "",
            },
        };
        let columns = [&self.model, &self.member, &self.key, &self.at];
        let needed = columns
            .iter()
            .filter(|text| self.says != Says::Keyless || **text != &self.key);
        if needed.into_iter().any(|text| text.is_empty()) {
            return Some("a column is empty");
        }
        let mut texts = columns.iter().map(|text| text.as_str()).chain([value]);
        texts
            .any(|text| text.contains(|c| is_harmful(c) || c == char::REPLACEMENT_CHARACTER))
            .then_some("a character cannot be printed")
    }
}
