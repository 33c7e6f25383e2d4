//! The source of an SDK → facts about keys.
//!
//! The source is never compiled or understood as a whole. Each file is cut into `tokens`, and the
//! reader of its language (`languages`) looks in them for the few forms in which SDK generators
//! write down a key. What has none of these forms gives no fact.
//!
//! Files are untrusted: a file that is not UTF-8 or too large, and a name that cannot be printed,
//! are warnings. Time and memory grow with the size of a file and with nothing else.

pub(crate) mod gathered;
pub(crate) mod languages;
pub(crate) mod metadata;
pub(crate) mod path;
pub(crate) mod reader;
pub(crate) mod scalar;
pub(crate) mod tokens;
pub(crate) mod warning;

use std::collections::BTreeMap;

use crate::keys::{Contradiction, Fact, settle};
use crate::language::Language;

use gathered::Gathered;
use reader::Reader;
use tokens::Tokens;
use warning::place;

pub use path::{is_model_source, model_folder};
pub use warning::Warning;

/// How many bytes a source file may have: ten times what the largest known has.
pub const LARGEST: u64 = 8 << 20;

/// What the source of an SDK says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// The facts, sorted; none contradicts another.
    pub facts: Vec<Fact>,
    /// How many files were read.
    pub files: usize,
    /// What could not be read or used, in the order of places.
    pub warnings: Vec<Warning>,
}

/// Reads the source files of one SDK.
///
/// ```
/// use fieldtable::language::Language;
/// use fieldtable::sdk_source::SdkSource;
///
/// let mut source = SdkSource::new(Language::Go).unwrap();
/// let text = "package components\ntype Order struct {\n\tID string `json:\"_id\"`\n}\n";
/// source.file("models/components/order.go", text.as_bytes());
/// let fact = &source.finish().facts[0];
/// assert_eq!((fact.model.as_str(), fact.key.as_str()), ("components/Order", "_id"));
/// assert_eq!(fact.at, "models/components/order.go:3");
/// ```
pub struct SdkSource {
    reader: Box<dyn Reader>,
    syntax: &'static tokens::Syntax,
    gathered: Gathered,
    files: usize,
}

impl SdkSource {
    /// For the source of an SDK in that language; `None` if no reader knows it.
    #[must_use]
    pub fn new(language: Language) -> Option<Self> {
        let (syntax, reader) = languages::reader(language)?;
        Some(Self {
            reader,
            syntax,
            gathered: Gathered::default(),
            files: 0,
        })
    }

    /// Reads a file, given by its path below the checkout.
    pub fn file(&mut self, path: &str, bytes: &[u8]) {
        self.gathered.start(path, model_folder(path));
        if bytes.len() as u64 > LARGEST {
            self.too_large(path);
            return;
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            let message = "this source file is not UTF-8, so no keys are taken from it";
            self.gathered.warn(0, message);
            return;
        };
        self.files += 1;
        let text = text.trim_start_matches('\u{feff}');
        self.reader
            .file(&Tokens::new(text, self.syntax), &mut self.gathered);
        self.gathered.end();
    }

    /// Notes a file of more than [`LARGEST`] bytes, which need not be read.
    pub fn too_large(&mut self, path: &str) {
        self.gathered.start(path, "");
        let limit = LARGEST >> 20;
        let message =
            format!("this source file is larger than {limit} MB, so no keys are taken from it");
        self.gathered.warn(0, &message);
    }

    /// What all files together say.
    #[must_use]
    pub fn finish(mut self) -> Found {
        self.reader.finish(&mut self.gathered);
        let (facts, mut warnings) = self.gathered.finish();
        let (facts, contradictions) = settle(facts, |fact| fact);
        warnings.extend(contradicting(&contradictions));
        warnings.sort();
        Found {
            facts,
            files: self.files,
            warnings,
        }
    }
}

/// One warning for each file with facts that contradict others.
fn contradicting(contradictions: &[Contradiction<Fact>]) -> Vec<Warning> {
    let mut by_file: BTreeMap<&str, (&Contradiction<Fact>, usize)> = BTreeMap::new();
    for found in contradictions {
        let (path, _) = place(&found.second.at);
        by_file.entry(path).or_insert((found, 0)).1 += 1;
    }
    let warning = |(path, (found, count)): (&str, (&Contradiction<Fact>, usize))| {
        let Fact { member, model, .. } = &found.second;
        let more = match count - 1 {
            0 => String::new(),
            more => format!(" ({more} more in this file)"),
        };
        Warning {
            path: path.to_owned(),
            line: place(&found.second.at).1,
            message: format!(
                "`{member}` of `{model}` has another key or value in {}; neither is taken{more}",
                found.first.at
            ),
        }
    };
    by_file.into_iter().map(warning).collect()
}

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
