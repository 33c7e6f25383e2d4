//! Whether tables and examples are of a request or of a reply, by the words around them.

use std::collections::BTreeMap;

use super::super::book::{Book, BookPage, Spot};
use super::super::profile::Profile;
use super::super::profile::pattern::Patterns;
use super::scopes::Scopes;
use crate::claim::Role;
use crate::page::Block;
use crate::source::Place;

/// The roles of the blocks of pages.
pub(crate) struct Roles<'p> {
    profile: &'p Profile,
    known: BTreeMap<String, Option<Role>>,
}

impl<'p> Roles<'p> {
    pub fn new(profile: &'p Profile) -> Self {
        Self {
            profile,
            known: BTreeMap::new(),
        }
    }

    /// The role of each section of a page by its heading, else that of the section around it.
    pub fn of_headings(&mut self, page: &BookPage, scopes: &Scopes) -> Vec<Option<Role>> {
        let mut roles: Vec<Option<Role>> = Vec::with_capacity(page.page.sections.len());
        for (at, section) in page.page.sections.iter().enumerate() {
            let own = self.of_text(&section.heading.text);
            roles.push(own.or_else(|| roles[scopes.parent(at)?]));
        }
        roles
    }

    /// The role of each table and block of code among the blocks of a section: by the element around
    /// it or the sentence before it, else the bold line, else the heading.
    pub fn of_blocks(
        &mut self,
        book: &Book<'_>,
        spot: Spot,
        heading: Option<Role>,
    ) -> Vec<Option<Role>> {
        let mut around: Option<(Role, Place)> = None;
        let mut roles = Vec::new();
        for (nth, block) in book.blocks(spot).iter().enumerate() {
            let mut role = None;
            match block {
                Block::Element(element) => {
                    // `title="Response"`, but not `url="/requests"`.
                    let values = element.attributes.iter().map(|it| it.value.as_str());
                    let mut words = values.filter(|it| !it.contains('/'));
                    if let Some(said) = words.find_map(|it| self.of_text(it)) {
                        around = Some((said, element.covers));
                    }
                }
                Block::Code(_) | Block::Table(_) => {
                    let place = match block {
                        Block::Code(code) => Some(code.place),
                        Block::Table(table) => Some(table.place),
                        _ => None,
                    };
                    let is_inside = |covers: &Place| place.is_some_and(|it| covers.contains(it));
                    let inside = around.filter(|(_, covers)| is_inside(covers));
                    let sentence = || self.of_text(book.sentence_above(spot, nth)?);
                    role = inside.map(|(role, _)| role).or_else(sentence);
                    let bold = || self.of_text(&book.bold_above(spot, nth)?);
                    role = role.or_else(bold).or(heading);
                }
                _ => {}
            }
            roles.push(role);
        }
        roles
    }

    /// The role that a heading or sentence speaks of first; a weak word counts alone.
    pub fn of_text(&mut self, text: &str) -> Option<Role> {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let rules = &self.profile.models;
        let first = |patterns: &Patterns| {
            let found = patterns.captures(text)?;
            found.1.get(0).map(|it| it.start())
        };
        let asked = first(&rules.request_words);
        let told = first(&rules.response_words);
        let role = match (asked, told) {
            (Some(asked), Some(told)) if asked < told => Some(Role::Request),
            (_, Some(_)) => Some(Role::Response),
            (Some(_), None) => Some(Role::Request),
            (None, None) => {
                let weak = [&rules.query_words, &rules.request_words_weak];
                let is_weak = weak.iter().any(|words| words.find(text).is_some());
                is_weak.then_some(Role::Request)
            }
        };
        self.known.insert(text.to_owned(), role);
        role
    }
}

/// Whether an example of a role may be of a table of another.
pub(crate) fn go_together(one: Option<Role>, other: Option<Role>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    (one == Role::Response) == (other == Role::Response)
}
