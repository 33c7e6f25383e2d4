//! Links in type cells, with the words around them.

use super::flat::{FlatLink, link_at};
use super::template::Subject;
use super::term::{Reader, Said};
use super::words::singulars;
use super::{LinkType, Ty};
use crate::dialect::reference::profile::{RuleType, WordType};

/// No more words stand behind a link that say nothing.
const MOST_WORDS: usize = 6;

/// What words say about the link beside them.
#[derive(Default)]
struct Around {
    is_partial: bool,
    is_id: bool,
}

impl Reader<'_, '_> {
    /// A cell or term that is one link.
    pub fn only_link(self, text: &str) -> Option<Said> {
        let mut chars = text.chars();
        let index = link_at(chars.next()?)?;
        if chars.next().is_some() {
            return None;
        }
        let link = self.links.get(index)?;
        Some(Said::new(
            self.link(link, &link.text, Around::default(), None),
            "a link",
        ))
    }

    /// A link with words before and behind it: `partial [room](#room) object`.
    pub fn link_with_words(self, text: &str) -> Option<Said> {
        let mut links = text
            .char_indices()
            .filter_map(|(at, c)| Some((at, c, link_at(c)?)));
        let (at, c, index) = links.next()?;
        if links.next().is_some() {
            return self.without_word_links(text);
        }
        let link = self.links.get(index)?;
        let (before, after) = (text[..at].trim(), text[at + c.len_utf8()..].trim());
        let rules = self.cells.rules();
        let spelled = self.as_text(&self.spelled(text));
        let mut around = Around::default();
        let mut first = None;
        if rules.partial.find(before).is_some() {
            around.is_partial = true;
        } else if !before.is_empty() {
            let (is_partial, known) = self.before(before)?;
            around.is_partial = is_partial;
            first = known;
        }
        let folded = Self::fold(after);
        let is_tail = after.is_empty() || rules.tails.find(&folded).is_some();
        around.is_id = rules.id_tails.find(&folded).is_some();
        let word = self.word(after).and_then(|said| said.ty);
        if !is_tail && !around.is_id && word.is_none() {
            if let Some(ty) = spelled {
                return Some(Said::new(ty, "the words of a link"));
            }
            let (tail, rest) = after.split_once(' ')?;
            let is_tail =
                rules.tails.find(tail).is_some() || !tail.starts_with(char::is_alphabetic);
            if !is_tail || rest.split(' ').count() > MOST_WORDS {
                return None;
            }
        }
        let or_else = spelled.or(word).or(first);
        let ty = self.link(link, &link.text, around, or_else);
        Some(Said::new(ty, "a link"))
    }

    /// What stands before a link: words that make it partial, a known type, or two words at most
    /// that say nothing.
    fn before(self, before: &str) -> Option<(bool, Option<Ty>)> {
        if let Some(ty) = self.as_text(before) {
            return Some((false, Some(ty)));
        }
        let words: Vec<_> = before.split(' ').collect();
        let plain = |word: &&str| word.chars().all(|c| c.is_alphabetic() || c == '-');
        if words.len() > 2 || !words.iter().all(plain) {
            return None;
        }
        let partial = &self.cells.rules().partial;
        Some((words.iter().any(|word| partial.find(word).is_some()), None))
    }

    /// Reads again with the texts of those links that are only words:
    /// `[array](#lists) of [rooms](#room)`.
    fn without_word_links(self, text: &str) -> Option<Said> {
        let mut left = String::with_capacity(text.len());
        let mut changed = false;
        for c in text.chars() {
            let link = link_at(c).and_then(|at| self.links.get(at));
            let is_word = link.is_some_and(|link| {
                let words = link.text.split(' ');
                let mut words = words.filter_map(|word| self.cells.words.find(word));
                words.any(|(_, ty)| matches!(ty, WordType::List | WordType::Object))
            });
            match link.filter(|_| is_word) {
                Some(link) => {
                    changed = true;
                    let last = link.text.rsplit(' ').next().unwrap_or_default();
                    left.push_str(last);
                }
                None => left.push(c),
            }
        }
        changed.then(|| self.term(&left)).flatten()
    }

    /// A text without links as a type that is no title.
    fn as_text(self, text: &str) -> Option<Ty> {
        let said = self.term(text)?;
        said.ty.filter(|ty| !has_names(ty))
    }

    /// The type of a link by the words of its text.
    fn link(self, link: &FlatLink, text: &str, around: Around, or_else: Option<Ty>) -> Ty {
        let rules = self.cells.rules();
        let subject = Subject::new(text);
        for template in &self.cells.templates {
            let Some(holes) = template.holes(&subject) else {
                continue;
            };
            let ([hole], true) = (holes.as_slice(), self.depth < 4) else {
                continue;
            };
            let below = Self {
                depth: self.depth + 1,
                ..self
            };
            let around = || Around { ..around };
            let inner = || Box::new(below.link(link, hole, around(), None));
            match template.rule.is {
                RuleType::List => return Ty::List(inner()),
                RuleType::Map => return Ty::Map(inner()),
                RuleType::Nullable => return Ty::Nullable(inner()),
                RuleType::Same => return *below.link_box(link, hole, around(), or_else),
                RuleType::Fixed(_) => {}
            }
        }
        let mut or_else = or_else.or_else(|| self.as_text(text));
        let mut text = text.trim();
        let Around {
            mut is_partial,
            mut is_id,
        } = around;
        if let Some((first, rest)) = text.split_once(' ')
            && rules.partial.find(first).is_some()
        {
            is_partial = true;
            text = rest.trim_start();
        }
        while let Some((before, last)) = text.rsplit_once(' ') {
            let is_id_tail = rules.id_tails.find(last).is_some();
            let is_tail = rules.tails.find(last).is_some();
            let is_tail = is_tail || singulars(last).any(|word| rules.tails.find(word).is_some());
            if !is_tail && !is_id_tail {
                break;
            }
            is_id |= is_id_tail;
            or_else = or_else.or_else(|| self.word(last)?.ty);
            text = before.trim_end();
        }
        Ty::Link(LinkType {
            target: link.target.clone(),
            text: text.to_owned(),
            or_else: or_else.map(Box::new),
            is_partial,
            is_id,
            place: link.place,
        })
    }

    fn link_box(self, link: &FlatLink, text: &str, around: Around, or_else: Option<Ty>) -> Box<Ty> {
        Box::new(self.link(link, text, around, or_else))
    }
}

/// Whether a type has titles in it.
fn has_names(ty: &Ty) -> bool {
    match ty {
        Ty::Named(_) => true,
        Ty::List(inner) | Ty::Map(inner) | Ty::Nullable(inner) => has_names(inner),
        Ty::Union(members) | Ty::Tuple(members) => members.iter().any(has_names),
        _ => false,
    }
}
