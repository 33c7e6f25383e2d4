//! A table and all that its surroundings say about it.

mod context;
mod parts;
mod route;
pub(super) mod text;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::claim::Role;
use crate::dialect::reference::book::{Book, Spot, TableId};
use crate::page::{Block, Paragraph};
use crate::source::Place;
use context::Context;
use parts::join;
use words::{Part, Words, part};

pub(super) use parts::NameParts;
pub(super) use words::WordReader;

/// A table and what its surroundings say.
#[derive(Debug)]
pub(super) struct Seen<'b> {
    /// Its index among all tables.
    pub table: usize,
    pub spot: Spot,
    /// The section of the heading that names it, and that name; for a bold line its own section.
    pub core: (Spot, String),
    /// Where its name stands.
    pub place: Option<Place>,
    pub parts: NameParts,
    pub role: Option<Role>,
    pub route: Option<Rc<str>>,
    /// The sentence before it, with code in back quotes; empty if there is none.
    pub sentence: String,
    /// The name that it has for itself, by a title or an anchor of its own.
    pub own: Option<String>,
    /// The name in the sentence that announces it.
    pub label: Option<String>,
    /// Whether its heading says that it adds to what is linked above.
    pub extends: bool,
    /// Whether its heading says that it is none of ours.
    pub is_skipped: bool,
    /// The paragraphs of its section before it, then those of the heading above.
    pub paragraphs: Vec<&'b Paragraph>,
}

/// Reads the surroundings of all tables of a page, in their order.
pub(super) struct PageReader<'b, 'w, 'p> {
    pub book: &'b Book<'b>,
    pub words: &'w mut WordReader<'p>,
    /// The tables, by where they stand.
    pub tables: &'w BTreeMap<TableId, usize>,
    /// Sections that type cells link to.
    pub linked: &'w BTreeSet<Spot>,
}

impl<'b> PageReader<'b, '_, '_> {
    /// The tables of a page.
    pub fn read(&mut self, page: usize) -> Vec<Seen<'b>> {
        let book = self.book;
        let mut routes: BTreeMap<Spot, Rc<str>> = BTreeMap::new();
        let mut seen = Vec::new();
        for spot in book.spots(page) {
            let heading = book.heading(spot);
            let found = route::find(book.files, book.profile, heading, book.blocks(spot));
            if let Some(found) = found {
                routes.insert(self.endpoint(spot), Rc::from(found));
            }
            let mut contexts = Vec::new();
            context::tables(book, spot, &mut |id, context| contexts.push((id, context)));
            for (id, context) in contexts {
                if let Some(&table) = self.tables.get(&id) {
                    seen.push(self.table(table, spot, &routes, context));
                }
            }
        }
        seen
    }

    /// The heading of an endpoint that one of its parts names: `HTTP Request` stands below it.
    fn endpoint(&mut self, spot: Spot) -> Spot {
        let Some(heading) = self.book.heading(spot) else {
            return spot;
        };
        let words = self.words.read(&heading.text);
        let is_part = words.is_generic || words.role.is_some_and(|role| !role.is_weak);
        let above = self.book.parent(spot).filter(|_| is_part);
        above.unwrap_or(spot)
    }

    fn table(
        &mut self,
        table: usize,
        spot: Spot,
        routes: &BTreeMap<Spot, Rc<str>>,
        context: Context<'b>,
    ) -> Seen<'b> {
        let book = self.book;
        let rules = &book.profile.models;
        let mut named = Named::default();
        if let Some(bold) = &context.bold {
            let words = self.words.read(&bold.value);
            named.add(&words, bold.place, None, false);
        }
        let bold_names = named.core.is_some();
        let elements = context.elements.iter();
        let elements = elements.filter_map(|element| part(book.profile, element));
        named.roles.extend(elements);
        for above in headings(book, spot) {
            let Some(heading) = book.heading(above) else {
                continue;
            };
            let words = self.words.read(&heading.text);
            let is_linked = self.linked.contains(&above);
            named.add(&words, heading.place, Some(above), is_linked);
        }
        let sentence = context.sentence.as_str();
        let announced = !sentence.is_empty() && rules.label_introduces.find(sentence).is_some();
        let bold = context.bold.as_ref();
        let is_bold = bold.is_some_and(|bold| bold.value == sentence.trim_matches(['*', ':', ' ']));
        let label = (announced || is_bold).then(|| label(book.profile, sentence));
        let said = announced.then(|| part(book.profile, sentence)).flatten();
        let route = headings(book, spot)
            .find_map(|above| routes.get(&above))
            .cloned();
        let role = match (role(said, &named.roles), &route) {
            (Some(Role::Request), Some(route)) if has_no_body(route) => Some(Role::Query),
            (role, _) => role,
        };
        let mut paragraphs = context.paragraphs;
        if named.extends || named.is_generic {
            let above = book
                .parent(spot)
                .map_or(&[][..], |above| book.blocks(above));
            paragraphs.extend(above.iter().filter_map(|block| match block {
                Block::Paragraph(paragraph) => Some(paragraph),
                _ => None,
            }));
        }
        let mut parts = named.parts;
        // The name of a bold line is only good below its heading.
        if bold_names && !named.bold_is_object && !parts.above.is_empty() {
            parts.core = join([&parts.above.remove(0), &parts.core]);
        }
        parts.cases.extend(context.tabs);
        self.page(spot.page, &mut parts);
        let title = Spot {
            section: None,
            ..spot
        };
        let core = match named.core {
            Some(core) => core.unwrap_or(spot),
            None => title,
        };
        Seen {
            table,
            spot,
            core: (core, parts.core.clone()),
            place: named.place,
            parts,
            role,
            route,
            label: label.flatten(),
            own: context.own.map(|own| self.words.read(&own).name.clone()),
            sentence: context.sentence,
            extends: named.extends,
            is_skipped: named.is_skipped,
            paragraphs,
        }
    }

    /// What names a section without a table, and where that stands.
    pub fn section(&mut self, spot: Spot) -> (NameParts, Place) {
        let mut named = Named::default();
        for above in headings(self.book, spot) {
            if let Some(heading) = self.book.heading(above) {
                let words = self.words.read(&heading.text);
                named.add(&words, heading.place, Some(above), above == spot);
            }
        }
        let mut parts = named.parts;
        self.page(spot.page, &mut parts);
        let start = Place::new(self.book.pages[spot.page].page.file, 0..0);
        (parts, named.place.unwrap_or(start))
    }

    /// The title of a page, and the name that it or its file gives if no heading does.
    fn page(&mut self, page: usize, parts: &mut NameParts) {
        let page = &self.book.pages[page];
        // The first of several titles is not that of the page.
        let has_titles = page.page.sections.iter().any(|section| section.level == 1);
        if let Some(title) = page.page.title.as_ref().filter(|_| !has_titles) {
            let words = self.words.read(&title.text);
            if !words.is_generic {
                parts.page.clone_from(&words.name);
            }
        }
        if parts.core.is_empty() {
            parts.core.clone_from(&parts.page);
        }
        if parts.core.is_empty() {
            let file = page.below.rsplit('/').next().unwrap_or_default();
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            parts.core = stem.to_owned();
        }
    }
}

/// What the headings above a table name, the nearest first.
#[derive(Default)]
struct Named {
    /// The section of the heading that names it; none inside for a bold line.
    core: Option<Option<Spot>>,
    place: Option<Place>,
    parts: NameParts,
    /// The parts in a call of which bold lines and headings tell, the nearest first.
    roles: Vec<Part>,
    bold_is_object: bool,
    is_generic: bool,
    extends: bool,
    is_skipped: bool,
    count: usize,
}

impl Named {
    /// Adds the next heading above; `head` is none for a bold line.
    fn add(&mut self, words: &Rc<Words>, place: Place, head: Option<Spot>, is_linked: bool) {
        let is_first = self.count == 0;
        self.count += 1;
        if self.core.is_some() {
            if !words.is_generic && !words.name.is_empty() {
                self.parts.above.push(words.name.clone());
            }
            return;
        }
        self.extends |= words.extends;
        self.is_skipped |= words.is_skipped;
        self.parts.cases.splice(0..0, words.case.clone());
        let is_object = words.role.is_none() || words.says_object;
        let names = !words.is_generic || (is_linked && is_object);
        if names && !words.name.is_empty() {
            self.core = Some(head);
            self.place = Some(place);
            self.parts.core.clone_from(&words.name);
            self.parts.longer.clone_from(&words.longer);
            self.bold_is_object = head.is_none() && words.says_object;
            return;
        }
        self.is_generic |= is_first;
        self.place.get_or_insert(place);
        self.roles.extend(words.role);
        let parts = &mut self.parts;
        if words.role.is_some() && !ends_with(&parts.role, &words.short) {
            parts.role = join([words.short.as_str(), &parts.role]);
        }
        if !ends_with(&parts.generic, &words.short) {
            parts.generic = join([words.short.as_str(), &parts.generic]);
        }
    }
}

/// The headings above a table, the nearest first. The first of several titles is above none of the
/// others.
fn headings<'b>(book: &'b Book<'_>, spot: Spot) -> impl Iterator<Item = Spot> + 'b {
    let mut top = 0;
    book.above(spot).take_while(move |above| {
        let is_other_title = above.section.is_none() && top == 1;
        top = book.level(*above);
        !is_other_title
    })
}

fn ends_with(text: &str, words: &str) -> bool {
    text.to_lowercase().ends_with(&words.to_lowercase())
}

/// The role of a table: the sentence before it decides, but a heading for replies is not undone by
/// a sentence that speaks of requests.
fn role(said: Option<Part>, headings: &[Part]) -> Option<Role> {
    let strong = headings.iter().find(|part| !part.is_weak);
    let said_strong = said.filter(|part| !part.is_weak);
    let strong = match (said_strong, strong) {
        (Some(said), Some(above)) if said.role == Role::Request => Some(above.role),
        (Some(said), _) => Some(said.role),
        (None, above) => above.map(|part| part.role),
    };
    let weak = || said.or(headings.first().copied()).map(|part| part.role);
    strong.or_else(weak)
}

/// Whether calls of a route send parameters behind the path.
fn has_no_body(route: &str) -> bool {
    route.starts_with("GET ") || route.starts_with("HEAD ")
}

/// The name in a sentence of the field whose table follows.
fn label(profile: &crate::dialect::reference::profile::Profile, sentence: &str) -> Option<String> {
    let (_, groups) = profile.models.label.captures(sentence)?;
    let name = groups.iter().skip(1).flatten().next()?;
    let name = name.as_str().trim();
    (!name.is_empty()).then(|| name.to_owned())
}
