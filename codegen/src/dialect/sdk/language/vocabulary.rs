//! The meaning of names in the type cells of a language: one table for each language.

use crate::claim::{NameCase, Scalar};
use crate::dialect::cells::type_expr::{Named, TypeExpr};
use crate::dialect::sdk::page::links::is_external;
use crate::language::Language;

/// The vocabulary of one language.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    /// The language.
    pub language: Language,
    /// The info strings of code blocks in the language.
    pub fences: &'static [&'static str],
    /// Names of types, unlinked or with a link that leads out of the docs; with a package where
    /// the language always writes one: `time.Time`.
    pub words: &'static [(&'static str, Word)],
    /// Names that are types only with a link that leads out of the docs.
    pub external: &'static [(&'static str, Word)],
    /// PageIndex of the docs that describe types of the SDK's library, by file name without
    /// extension.
    pub pages: &'static [(&'static str, Word)],
    /// Packages whose names may stand before a word: `java.util`.
    pub packages: &'static [&'static str],
    /// Names of types that stand in the headings of union members only. Of [`Word::List`] and
    /// [`Word::Map`] they are the first part: `ArrayOf` in `ArrayOfStr`.
    pub member_words: &'static [(&'static str, Word)],
    /// Titles of models, by number, for which these headings have the digits: `Two` for `ArrayOf2`.
    pub member_numbers: &'static [&'static str],
    /// How the files of model pages are named.
    pub file_names: FileNames,
    /// How the generator spells the names of fields.
    pub name_case: NameCase,
    /// Names of the row of the map for keys without a field of their own.
    pub extra: &'static [&'static str],
    /// Words that the generator writes in capitals inside of names.
    pub initialisms: &'static [&'static str],
    /// Names that the generator gives to fields whose own its language reserves, and their own.
    pub renamed_fields: &'static [(&'static str, &'static str)],
    /// Whether a field that would be called as its model is called `ModelValue`.
    pub renames_members: bool,
    /// Whether usage blocks hold literals that [`usage`](crate::dialect::sdk::claims::usage) can
    /// read.
    pub literals: bool,
}

/// How a language's generator writes file names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileNames {
    /// `processv3.md`.
    Lower,
    /// `ProcessV3.md`.
    AsTitle,
}

/// The meaning of a name in the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A scalar.
    Scalar(Scalar),
    /// A scalar that the language always writes behind a pointer: Go's `*big.Int`.
    Pointed(Scalar),
    /// A scalar that the language cannot set to null: Java's `int`.
    Primitive(Scalar),
    /// A byte; a list of it is binary content.
    Byte,
    /// Any JSON value.
    Any,
    /// Null as a type.
    Null,
    /// Null as a type, in a language that also writes it for what may be absent.
    Absent,
    /// A list of its argument.
    List,
    /// A list of its one argument, a map to the second of two: PHP's `array`.
    Array,
    /// A list of values, each of the type at its place: Python's `Tuple[str, int]`.
    Tuple,
    /// A map to its last argument.
    Map,
    /// One of its arguments, be they types or constants.
    Union,
    /// A value that may be absent, or null where the row says that it is required.
    Optional,
    /// A value that may be null.
    Nullable,
    /// An HTTP response or request of the client library, or a stream of events.
    Http,
    /// A file or stream that holds binary content.
    Binary,
    /// Marks an open enum.
    Unrecognized,
}

impl Vocabulary {
    /// The meaning of a name in this language.
    pub fn word(&self, named: &Named) -> Option<Word> {
        let name = named.last();
        let bare = self.is_bare(named);
        let has_package = named.path.len() > 1;
        let is = |known: &str| {
            (bare && known == name) || (has_package && known.contains('.') && named.is(known))
        };
        let find = |words: &[(&str, Word)]| {
            let entry = words.iter().find(|(known, _)| is(known));
            entry.map(|(_, word)| *word)
        };
        match named.link.as_deref().map(Target::of) {
            None => find(self.words),
            Some(Target::External) => find(self.external).or_else(|| find(self.words)),
            Some(Target::Page(stem)) => {
                if !bare || !named.args.is_empty() {
                    return find(self.words);
                }
                match self.page(named) {
                    Some(word) => Some(word),
                    // A model may be called `List`; its page is then called so too.
                    None => find(self.words).filter(|_| stem.to_lowercase() != name.to_lowercase()),
                }
            }
        }
    }

    /// The meaning of the page that a name links to, if it describes a type of the SDK's library.
    pub fn page(&self, named: &Named) -> Option<Word> {
        // Most languages have none: no link need be read.
        if self.pages.is_empty() {
            return None;
        }
        let Some(Target::Page(stem)) = named.link.as_deref().map(Target::of) else {
            return None;
        };
        let mut pages = self.pages.iter();
        let page = pages.find(|(known, _)| stem.eq_ignore_ascii_case(known));
        page.map(|(_, word)| *word)
    }

    /// What a name means that stands alone in the heading of a union's member: `ArrayOfStr`.
    pub fn member_word<'n>(&self, name: &'n str) -> Option<(Word, Option<&'n str>)> {
        self.member_words.iter().find_map(|(known, word)| {
            let rest = name.strip_prefix(known)?;
            match word {
                Word::List | Word::Map if !rest.is_empty() => Some((*word, Some(rest))),
                Word::List | Word::Map => None,
                _ => rest.is_empty().then_some((*word, None)),
            }
        })
    }

    /// The title of the page that a name means in the heading of a union's member.
    pub fn member_title<'n>(&self, name: &'n str) -> &'n str {
        let number = name.parse::<usize>().ok();
        let title = number.and_then(|number| self.member_numbers.get(number));
        title.copied().unwrap_or(name)
    }

    /// Whether a type always stands behind a pointer.
    pub fn is_pointed(&self, expr: &TypeExpr) -> bool {
        let word = match expr {
            TypeExpr::Named(named) => self.word(named),
            _ => None,
        };
        matches!(word, Some(Word::Pointed(_)))
    }

    /// Whether the language can express null.
    pub fn says_null(&self) -> bool {
        self.words
            .iter()
            .any(|(_, word)| matches!(word, Word::Optional | Word::Nullable))
    }

    /// Whether nothing stands before the name but a package.
    fn is_bare(&self, named: &Named) -> bool {
        let before = named
            .path
            .split_last()
            .map_or(&[][..], |(_, before)| before);
        let known = |package: &&str| package.split('.').eq(before.iter().map(String::as_str));
        before.is_empty() || self.packages.iter().any(known)
    }
}

enum Target<'l> {
    External,
    /// The file's name without extension.
    Page(&'l str),
}

impl<'l> Target<'l> {
    fn of(link: &'l str) -> Self {
        if is_external(link) {
            return Self::External;
        }
        let file = link.rsplit('/').next().unwrap_or(link);
        let stem = file.split(['.', '#', '?']).next().unwrap_or(file);
        Self::Page(stem)
    }
}
