//! Whether tables and examples are of a request or of a reply, by the words around them.

use std::collections::BTreeMap;

use super::super::book::BookPage;
use super::super::profile::Profile;
use super::scopes::Scopes;
use crate::claim::Role;
use crate::page::{Block, plain};
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

    /// The role of each table and block of code among the blocks of a section: by the sentence
    /// before it or the element around it, else the bold line, else the heading.
    pub fn of_blocks(&mut self, blocks: &[Block], heading: Option<Role>) -> Vec<Option<Role>> {
        let mut bold = None;
        let mut sentence = None;
        let mut around: Option<(Role, Place)> = None;
        let mut roles = Vec::with_capacity(blocks.len());
        for block in blocks {
            let mut role = None;
            match block {
                Block::Paragraph(paragraph) => match paragraph.bold() {
                    Some(text) => {
                        bold = self.of_text(&text);
                        sentence = None;
                    }
                    None => sentence = self.of_text(last_sentence(&plain(&paragraph.inlines))),
                },
                Block::Element(element) => {
                    // `title="Response"`, but not `url="/requests"`.
                    let values = element.attributes.iter().map(|it| it.value.as_str());
                    let mut words = values.filter(|it| !it.contains('/'));
                    if let Some(said) = words.find_map(|it| self.of_text(it)) {
                        around = Some((said, element.covers));
                    }
                }
                Block::Code(code) => {
                    let inside = around.filter(|(_, covers)| covers.contains(code.place));
                    let inside = inside.map(|(role, _)| role);
                    role = inside.or(sentence).or(bold).or(heading);
                }
                Block::Table(_) => {
                    role = sentence.or(bold).or(heading);
                    sentence = None;
                }
                Block::List(_) | Block::Quote(_) => sentence = None,
                Block::Prose(_) => {}
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
        let first = |patterns: &super::super::profile::pattern::Patterns| {
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

/// The last sentence of a paragraph.
fn last_sentence(text: &str) -> &str {
    let text = text.trim_end();
    let body = text.trim_end_matches(['.', ':', '。', '：', '!', '?']);
    let ends = [". ", "。", "! ", "? "];
    let start = ends
        .iter()
        .filter_map(|end| Some(body.rfind(end)? + end.len()));
    &text[start.max().unwrap_or(0)..]
}

/// Whether an example of a role may be of a table of another.
pub(crate) fn go_together(one: Option<Role>, other: Option<Role>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    (one == Role::Response) == (other == Role::Response)
}
