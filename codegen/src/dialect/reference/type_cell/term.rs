//! The grammar of type cells: words, links, unions, templates, qualifiers, titles.

use super::brackets::split;
use super::flat::{Flat, FlatLink, link_at};
use super::template::Subject;
use super::words::{self, constant, refine, type_of};
use super::{LinkType, NamedType, Ty, TypeCells, union};
use crate::dialect::reference::profile::{RuleType, WordType};
use crate::source::Place;

/// Types nested more deeply are not understood.
const DEEPEST: usize = 12;
/// No longer text is a term.
const LONGEST: usize = 1_000;
/// No title of a model has more words or bytes.
const TITLE: (usize, usize) = (6, 60);

/// A type, and by what it was understood.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Said {
    /// `None` if the text says that there is none.
    pub ty: Option<Ty>,
    pub cue: String,
}

impl Said {
    pub fn new(ty: Ty, cue: impl Into<String>) -> Self {
        Self {
            ty: Some(ty),
            cue: cue.into(),
        }
    }

    pub fn is_named(&self) -> bool {
        matches!(self.ty, Some(Ty::Named(_)))
    }
}

/// A cell that is read.
#[derive(Clone, Copy)]
pub(super) struct Reader<'c, 'p> {
    pub cells: &'c TypeCells<'p>,
    pub links: &'c [FlatLink],
    pub place: Place,
    pub depth: usize,
}

impl<'c, 'p> Reader<'c, 'p> {
    pub fn new(cells: &'c TypeCells<'p>, flat: &'c Flat, place: Place) -> Self {
        Self {
            cells,
            links: &flat.links,
            place,
            depth: 0,
        }
    }

    /// Reads a term, and below it those that it holds.
    pub fn term(self, text: &str) -> Option<Said> {
        let text = text.trim().trim_end_matches([',', ';']).trim_end();
        if text.is_empty() || text.len() > LONGEST || self.depth > DEEPEST {
            return None;
        }
        let below = Self {
            depth: self.depth + 1,
            ..self
        };
        let title = || below.title(text);
        below
            .word(text)
            .or_else(|| below.only_link(text))
            .or_else(|| below.one_of(text))
            .or_else(|| below.template(text))
            .or_else(|| below.wrapped(text))
            .or_else(|| below.stripped(text))
            .or_else(|| below.qualified(text))
            .or_else(|| below.link_with_words(text))
            .or_else(|| below.last_word(text))
            .or_else(title)
    }

    /// A term that something must be: what is not understood is a title that no model has.
    fn term_or_title(self, text: &str) -> Ty {
        match self.term(text) {
            Some(said) => said.ty.unwrap_or(Ty::Any),
            None => Ty::Named(NamedType {
                name: self.spelled(text),
                is_partial: false,
                or_else: None,
                place: self.place,
            }),
        }
    }

    pub fn word(self, text: &str) -> Option<Said> {
        if let Some((word, ty)) = self.cells.words.find(text) {
            let ty = type_of(ty).map(|ty| refine(ty, text));
            let cue = format!("word `{word}`");
            return Some(Said { ty, cue });
        }
        let constant = constant(text)?;
        Some(Said::new(Ty::Const(constant), "a quoted value"))
    }

    /// A word or template as a whole.
    pub fn form(self, text: &str) -> Option<Said> {
        self.word(text).or_else(|| self.template(text))
    }

    /// A term in brackets: `(Room)`.
    fn wrapped(self, text: &str) -> Option<Said> {
        let inner = text.strip_prefix('(')?.strip_suffix(')')?;
        (super::brackets::last_opening(text) == Some(0)).then(|| self.term(inner))?
    }

    fn one_of(self, text: &str) -> Option<Said> {
        let separators = self.cells.separators();
        let parts = split(text, &separators);
        if parts.len() < 2 {
            return self.listed(text);
        }
        // `a, b or c`, but also `a, at most 9 | b`.
        let commas: Vec<_> = parts.iter().flat_map(|part| split(part, &[", "])).collect();
        let has_commas = commas.len() > parts.len();
        let with_commas = has_commas.then(|| self.all(&commas)).flatten();
        let types = with_commas.or_else(|| self.all(&parts))?;
        Some(Said::new(union::of(types), "a union"))
    }

    /// Values in quotes, or words with `/` between them: `"a", "b"`, `float/null`.
    fn listed(self, text: &str) -> Option<Said> {
        let types = |sign: &str, kind: &dyn Fn(&str) -> Option<Ty>| {
            let parts = split(text, &[sign]);
            let types: Option<Vec<Ty>> = parts.into_iter().map(kind).collect();
            types.filter(|types| types.len() > 1)
        };
        let value = |part: &str| constant(part).map(Ty::Const);
        let word = |part: &str| self.word(part)?.ty;
        let types = types(",", &value).or_else(|| types("/", &word))?;
        Some(Said::new(union::of(types), "a union"))
    }

    /// The types of parts, if all are understood. A title in prose is short: `Room or Guest`.
    fn all(self, parts: &[&str]) -> Option<Vec<Ty>> {
        let mut types = Vec::new();
        for part in parts.iter().filter(|part| !part.is_empty()) {
            let said = self.term(part)?;
            if said.is_named() && part.split(' ').count() > 3 {
                return None;
            }
            types.extend(said.ty);
        }
        (!types.is_empty()).then_some(types)
    }

    fn template(self, text: &str) -> Option<Said> {
        let subject = Subject::new(text);
        self.cells.templates.iter().find_map(|template| {
            let holes = template.holes(&subject)?;
            if holes.first().is_some_and(|hole| !template.may_hold(hole)) {
                return None;
            }
            let mut ty = self.filled(&template.rule.is, &holes)?;
            // What no model is called is at least an object, where `{} object` says so.
            if let Ty::Named(NamedType { or_else, .. }) | Ty::Link(LinkType { or_else, .. }) =
                &mut ty
                && or_else.is_none()
            {
                let word = template.only_word().and_then(|word| self.word(word));
                *or_else = word.and_then(|said| said.ty).map(Box::new);
            }
            let cue = format!("rule `{}`", template.rule.template);
            Some(Said::new(ty, cue))
        })
    }

    fn filled(self, is: &RuleType, holes: &[&str]) -> Option<Ty> {
        Some(match is {
            RuleType::List => {
                let parts: Vec<_> = holes.iter().flat_map(|hole| split(hole, &[", "])).collect();
                match parts.as_slice() {
                    [] => Ty::List(Box::new(Ty::Any)),
                    [_] => Ty::List(Box::new(self.term_or_title(holes[0]))),
                    parts => match self.all(parts) {
                        Some(types) => Ty::Tuple(types),
                        None => Ty::List(Box::new(self.term_or_title(holes[0]))),
                    },
                }
            }
            RuleType::Map => Ty::Map(Box::new(match holes.last() {
                Some(last) => self.term_or_title(last),
                None => Ty::Any,
            })),
            RuleType::Nullable => Ty::Nullable(Box::new(self.term(holes.first()?)?.ty?)),
            RuleType::Same => self.term(holes.first()?)?.ty?,
            RuleType::Fixed(word) => type_of(word)?,
        })
    }

    /// `X (qualifier)`, `X - qualifier`, `X, qualifier`: only numbers are refined by it.
    fn qualified(self, text: &str) -> Option<Said> {
        let inner = text.strip_suffix(')').and_then(|_| {
            let open = super::brackets::last_opening(text)?;
            Some((&text[..open], &text[open + 1..text.len() - 1]))
        });
        let (head, qualifier) = inner
            .filter(|(head, _)| !head.trim().is_empty())
            .or_else(|| cut(text, &[" - ", " – ", " — ", "; ", ", ", ": "]))?;
        let head = head.trim();
        let said = self.term(head)?;
        let ty = said.ty.map(|ty| refine(ty, qualifier));
        let cue = said.cue;
        Some(Said { ty, cue })
    }

    /// What is left without words such as articles.
    fn stripped(self, text: &str) -> Option<Said> {
        let rules = self.cells.rules();
        let mut left = std::borrow::Cow::Borrowed(text);
        for pattern in &rules.strip.0 {
            if pattern.is_in(&left) {
                left = std::borrow::Cow::Owned(pattern.strip(&left).trim().to_owned());
            }
        }
        if left.len() < text.len() {
            return self.term(&left);
        }
        let tail = text.rsplit_once(' ');
        let head = tail.filter(|(_, tail)| rules.tails.find(tail).is_some())?.0;
        self.term(head).filter(|said| !said.is_named())
    }

    /// `hexadecimal string`, `Unix time integer`.
    fn last_word(self, text: &str) -> Option<Said> {
        let (before, last) = text.rsplit_once(' ')?;
        let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '/');
        if before.split(' ').count() > 3 || !before.chars().all(plain) {
            return None;
        }
        let (word, ty) = self.cells.words.find(last)?;
        let is_plain = matches!(
            ty,
            WordType::String | WordType::Int | WordType::Number | WordType::Bool
        );
        is_plain.then(|| Said {
            ty: type_of(ty).map(|ty| refine(ty, before)),
            cue: format!("last word `{word}`"),
        })
    }

    /// What may be the title of a model.
    fn title(self, text: &str) -> Option<Said> {
        let plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/' | '&');
        let mut name = text;
        let mut is_partial = false;
        if let Some((first, rest)) = text.split_once(' ')
            && self.cells.rules().partial.find(first).is_some()
        {
            name = rest.trim_start();
            is_partial = true;
        }
        let words = name.split(' ').count();
        let is_title = words <= TITLE.0
            && name.len() <= TITLE.1
            && name.starts_with(char::is_alphabetic)
            && name.chars().all(plain)
            && !name.chars().any(|c| link_at(c).is_some());
        is_title.then(|| {
            let named = NamedType {
                name: name.to_owned(),
                is_partial,
                or_else: None,
                place: self.place,
            };
            Said::new(Ty::Named(named), "the title of a model")
        })
    }

    /// A text with the texts of its links.
    pub fn spelled(self, text: &str) -> String {
        let mut spelled = String::with_capacity(text.len());
        for c in text.chars() {
            match link_at(c).and_then(|at| self.links.get(at)) {
                Some(link) => spelled.push_str(&link.text),
                None => spelled.push(c),
            }
        }
        spelled
    }

    /// What a fold of words is, for tails.
    pub fn fold(text: &str) -> String {
        words::fold(text)
    }
}

/// Cuts at the first of some signs that stands in no brackets.
fn cut<'t>(text: &'t str, signs: &[&str]) -> Option<(&'t str, &'t str)> {
    let head = *split(text, signs).first()?;
    let rest = text.get(head.len()..)?;
    let rest = rest.trim_start_matches([' ', '-', '–', '—', ';', ',', ':']);
    (!head.is_empty() && !rest.is_empty()).then_some((head, rest))
}
