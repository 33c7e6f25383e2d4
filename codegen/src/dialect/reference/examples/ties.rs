//! Which model each example of the pages shows.

use super::super::book::{Book, Landing, Spot, TableId};
use super::super::table::RefTable;
use super::block::{self, InBlock};
use super::fit::{self, Candidate};
use super::json::Shown;
use super::known::Known;
use super::objects::{self, Level};
use super::roles::{self, Roles};
use super::scopes::{self, Scopes};
use crate::claim::{Literal, Role};
use crate::page::{Block, Inline, plain};
use crate::source::Located;
use std::collections::BTreeMap;

/// An example is compared with no more tables of a section than so many: the nearest.
const NEAREST: usize = 64;

/// Objects of an example that show a model.
#[derive(Debug)]
pub(crate) struct Tie {
    pub model: usize,
    pub objects: Vec<Located<Literal>>,
    /// Whether the whole example is JSON as it stands.
    pub is_strict: bool,
    /// How many of the keys the model has, 0 to 1.
    pub known: f64,
}

/// A table of fields, or a link that says what an endpoint returns.
struct Described {
    /// The place of its section on the page, and its block.
    at: (usize, usize),
    model: usize,
    role: Option<Role>,
    /// The model's name without case and signs.
    name: String,
}

/// The ties of all examples, in the order of the pages.
pub(crate) fn tie(book: &Book<'_>, tables: &[RefTable<'_>], known: &Known<'_>) -> Vec<Tie> {
    let models = tables
        .iter()
        .filter_map(|table| Some((table.id, known.of_table(table.header)?)));
    let models: BTreeMap<TableId, usize> = models.collect();
    let mut ties = Vec::new();
    let mut roles = Roles::new(book.profile);
    for (nth, page) in book.pages.iter().enumerate() {
        if page.is_skipped {
            continue;
        }
        let scopes = Scopes::new(&page.page, book.profile);
        let headings = roles.of_headings(page, &scopes);
        let mut described = Vec::new();
        let mut blocks = Vec::new();
        let spots = std::iter::once(None).chain((0..page.page.sections.len()).map(Some));
        for spot in spots.map(|section| Spot { page: nth, section }) {
            let heading = spot.section.and_then(|section| headings[section]);
            let roles = roles.of_blocks(book, spot, heading);
            described.extend(described_in(book, &models, known, spot, &roles));
            blocks.push(roles);
        }
        let reader = PageReader {
            book,
            page: nth,
            scopes: &scopes,
            described: &described,
            known,
        };
        for (place, roles) in blocks.iter().enumerate() {
            reader.section(place, roles, &mut ties);
        }
    }
    ties
}

/// What the tables and links of a section describe.
fn described_in(
    book: &Book<'_>,
    models: &BTreeMap<TableId, usize>,
    known: &Known<'_>,
    spot: Spot,
    roles: &[Option<Role>],
) -> Vec<Described> {
    let mut described = Vec::new();
    for (nth, block) in book.blocks(spot).iter().enumerate() {
        let mut add = |model: usize, role: Option<Role>| {
            let claim = &known.models[model];
            described.push(Described {
                at: (scopes::place_of(spot), nth),
                model,
                role: role.or(claim.role),
                name: fold(&claim.name.value),
            });
        };
        match block {
            Block::Table(_) => {
                let id = TableId { spot, block: nth };
                if let Some(&model) = models.get(&id) {
                    add(model, known.models[model].role.or(roles[nth]));
                }
            }
            Block::Paragraph(paragraph) => {
                let mut links = paragraph.inlines.iter().filter_map(|inline| match inline {
                    Inline::Link(link) => Some(link.target.as_str()),
                    _ => None,
                });
                let Some(target) = links.next() else { continue };
                let text = plain(&paragraph.inlines);
                let prose = &book.profile.prose;
                let returns = prose.returns.find(&text).is_some();
                if !returns && prose.alias.find(&text).is_none() {
                    continue;
                }
                let model = landing(book, models, book.follow(spot.page, target));
                if let Some(model) = model {
                    add(model, returns.then_some(Role::Response));
                }
            }
            _ => {}
        }
    }
    described
}

/// The model of the first table of fields at a place that a link leads to.
fn landing(book: &Book<'_>, models: &BTreeMap<TableId, usize>, landing: Landing) -> Option<usize> {
    let (spot, from) = match landing {
        Landing::Section(spot) => (spot, 0),
        Landing::Table(id) => (id.spot, id.block),
        _ => return None,
    };
    let first = TableId { spot, block: from };
    let (id, model) = models.range(first..).next()?;
    let page = &book.pages[spot.page].page;
    let level = spot
        .section
        .map_or(0, |section| page.sections[section].level);
    let between = spot.section.map_or(0, |section| section + 1);
    let last = id.spot.section.map_or(0, |section| section + 1);
    let sections = page.sections.get(between..last).unwrap_or_default();
    let is_below = id.spot.page == spot.page && sections.iter().all(|it| it.level > level);
    is_below.then_some(*model)
}

struct PageReader<'r, 'a> {
    book: &'r Book<'a>,
    page: usize,
    scopes: &'r Scopes,
    described: &'r [Described],
    known: &'r Known<'r>,
}

impl PageReader<'_, '_> {
    /// The ties of the examples of a section.
    fn section(&self, place: usize, roles: &[Option<Role>], ties: &mut Vec<Tie>) {
        let spot = Spot {
            page: self.page,
            section: place.checked_sub(1),
        };
        let rules = &self.book.profile.examples;
        for (nth, block) in self.book.blocks(spot).iter().enumerate() {
            let Block::Code(code) = block else { continue };
            let says_json = rules.fences.find(&code.language).is_some();
            if !says_json && rules.maybe_fences.find(&code.language).is_none() {
                continue;
            }
            for InBlock { shown, before } in block::values(code, says_json) {
                let role = match block::is_reply(before) {
                    Some(true) => Some(Role::Response),
                    Some(false) => Some(Role::Request),
                    None => roles[nth],
                };
                ties.extend(self.tie(spot, nth, role, &shown));
            }
        }
    }

    fn tie(&self, spot: Spot, block: usize, role: Option<Role>, shown: &Shown) -> Option<Tie> {
        let rules = &self.book.profile.examples;
        let levels = objects::levels(shown, rules.unwrap_depth);
        let page = &self.book.pages[self.page].page;
        let heading = spot
            .section
            .map(|section| fold(&page.sections[section].heading.text));
        let at = (scopes::place_of(spot), block);
        let mut scope = spot.section;
        loop {
            let candidates = self.candidates(scope, at, role, heading.as_deref());
            let fit = fit::best(
                self.known,
                &levels,
                &candidates,
                &rules.envelope,
                rules.least_fit,
            );
            if let Some(fit) = fit {
                return Some(Tie {
                    model: fit.model,
                    objects: objects_of(&levels[fit.level]),
                    is_strict: shown.is_strict,
                    known: fit.known,
                });
            }
            scope = self.scopes.parent(scope?);
        }
    }

    /// The tables of a scope that go with a role, the nearest of them.
    fn candidates(
        &self,
        scope: Option<usize>,
        at: (usize, usize),
        role: Option<Role>,
        heading: Option<&str>,
    ) -> Vec<Candidate> {
        let range = self.scopes.range(scope);
        let before = |place: (usize, usize)| self.described.partition_point(|it| it.at < place);
        let (start, end) = (before((range.start, 0)), before((range.end, 0)));
        let here = before(at).clamp(start, end);
        let from = start.max(here.saturating_sub(NEAREST / 2));
        let to = end.min(from + NEAREST);
        let near = (from..to).zip(&self.described[from..to]);
        let fitting = near.filter(|(_, it)| roles::go_together(role, it.role));
        fitting
            .map(|(nth, it)| Candidate {
                model: it.model,
                distance: if nth < here {
                    here - nth
                } else {
                    nth + 1 - here
                },
                is_named: heading
                    .is_some_and(|heading| it.name.len() > 2 && heading.contains(&it.name)),
            })
            .collect()
    }
}

fn objects_of(level: &Level<'_>) -> Vec<Located<Literal>> {
    let objects = level.objects.iter();
    let objects = objects.map(|it| Located::new(it.value.clone(), it.place));
    objects.collect()
}

/// A text without case and signs.
fn fold(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
