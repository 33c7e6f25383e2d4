//! What a type cell says.

mod brackets;
mod cell;
mod flat;
mod link;
mod template;
mod term;
mod union;
mod words;

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::profile::{Profile, TypeRules};
use crate::claim::{Const, Scalar};
use crate::page::Inline;
use crate::source::Place;
use flat::Flat;
use template::Template;
use words::TypeWords;

/// A type as a cell says it; links and names are not looked up yet.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Ty {
    Scalar(Scalar),
    Const(Const),
    List(Box<Ty>),
    /// A list of which each place has a type of its own.
    Tuple(Vec<Ty>),
    Map(Box<Ty>),
    Nullable(Box<Ty>),
    Union(Vec<Ty>),
    /// An object of which no more is said.
    Object,
    Any,
    Null,
    /// A part of a form.
    NotJson,
    /// A link.
    Link(LinkType),
    /// What may be the title of a model: `Room object`.
    Named(NamedType),
}

/// A link in a type cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct LinkType {
    pub target: String,
    /// Its text without markup, and without what `tail` holds.
    pub text: String,
    /// What the link is if it leads to prose: its text as a word, or what stands behind it.
    pub or_else: Option<Box<Ty>>,
    /// Whether all fields are optional: `partial [room](#room)`.
    pub is_partial: bool,
    /// Whether it is the id of what is linked: `[role](#role) object ids`.
    pub is_id: bool,
    pub place: Place,
}

/// A name in a type cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct NamedType {
    pub name: String,
    pub is_partial: bool,
    /// What it is if no model has the name.
    pub or_else: Option<Box<Ty>>,
    pub place: Place,
}

/// What was read in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct TypeReading {
    /// `None` if nothing was understood, or the cell is empty.
    pub ty: Option<Ty>,
    /// The word or template by which it was: `` word `string` ``, ``rule `array of {}` ``.
    pub cue: String,
    /// Whether words of the cell make the key optional, or required: `string?`, `string, required`.
    pub required: Option<bool>,
    /// Whether words of the cell allow null: `?string`. Also in `ty`, at its top.
    pub is_nullable: bool,
}

/// What reads type cells. What was read once is remembered by its text.
#[derive(Debug)]
pub(crate) struct TypeCells<'p> {
    profile: &'p Profile,
    words: TypeWords<'p>,
    templates: Vec<Template<'p>>,
    known: RefCell<BTreeMap<String, TypeReading>>,
}

/// A line break among the separators of a union.
const BREAK: &str = "␤";

impl<'p> TypeCells<'p> {
    /// Takes the words and templates of a profile.
    pub fn new(profile: &'p Profile) -> Self {
        let rules = profile.types.rules.iter();
        Self {
            profile,
            words: TypeWords::new(&profile.types),
            templates: rules.map(Template::new).collect(),
            known: RefCell::default(),
        }
    }

    /// Reads the runs of a type cell.
    pub fn read(&self, inlines: &[Inline], place: Place) -> TypeReading {
        let flat = Flat::new(inlines);
        if !flat.links.is_empty() {
            return cell::read(self, &flat, place);
        }
        self.remembered(flat, place)
    }

    /// Reads a text without markup as a type cell.
    pub fn read_text(&self, text: &str, place: Place) -> TypeReading {
        self.remembered(Flat::of_text(text), place)
    }

    /// A type in the first words of a description: "A string that …".
    pub fn in_text(&self, text: &str, place: Place) -> Option<TypeReading> {
        let (pattern, groups) = self.profile.types.in_text.captures(text.trim_start())?;
        let mut reading = self.read_text(groups.get(1)?.as_str(), place);
        reading.cue = format!("words by the pattern `{}`", pattern.written);
        Some(reading).filter(|reading| reading.ty.is_some())
    }

    /// A number as narrow as the cell of a second type says; all else stays as it is.
    pub fn refine(ty: Ty, width: &str) -> Ty {
        words::refine(ty, width)
    }

    /// By which names a text may mean a model: as it is, without words such as `object` at its end,
    /// in the singular.
    pub fn names(&self, text: &str) -> Vec<String> {
        let mut names = vec![text.to_owned()];
        let tails = &self.profile.types.tails;
        let mut left = text;
        while let Some((before, last)) = left.rsplit_once(' ')
            && (tails.find(last).is_some()
                || words::singulars(last).any(|word| tails.find(word).is_some()))
        {
            left = before.trim_end();
            names.push(left.to_owned());
        }
        names.extend(words::singulars(left).map(str::to_owned));
        names
    }

    fn remembered(&self, flat: Flat, place: Place) -> TypeReading {
        if let Some(known) = self.known.borrow().get(&flat.text) {
            let mut known = known.clone();
            if let Some(ty) = &mut known.ty {
                ty.set_place(place);
            }
            return known;
        }
        let reading = cell::read(self, &flat, place);
        let mut known = self.known.borrow_mut();
        known.insert(flat.text, reading.clone());
        reading
    }

    fn rules(&self) -> &'p TypeRules {
        &self.profile.types
    }

    /// What parts the members of a union within a line.
    fn separators(&self) -> Vec<&'p str> {
        let union = self.rules().union.iter().map(String::as_str);
        union.filter(|separator| *separator != BREAK).collect()
    }
}

impl Ty {
    /// Gives the names in a type another place.
    fn set_place(&mut self, place: Place) {
        match self {
            Self::Named(named) => {
                named.place = place;
                if let Some(or_else) = &mut named.or_else {
                    or_else.set_place(place);
                }
            }
            Self::Link(link) => {
                if let Some(or_else) = &mut link.or_else {
                    or_else.set_place(place);
                }
            }
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) => inner.set_place(place),
            Self::Union(members) | Self::Tuple(members) => {
                members
                    .iter_mut()
                    .for_each(|member| member.set_place(place));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
