//! Tables and sentences of links that are unions, and sections that are other names of models.

use std::collections::BTreeSet;

use super::build::{Built, draft};
use super::draft::Draft;
use super::links::Links;
use super::seen::text::{Linked, count_links, linked};
use super::seen::{PageReader, Seen};
use super::{ModelId, PlannedBody};
use crate::dialect::reference::book::Spot;
use crate::dialect::reference::profile::ProseRules;
use crate::dialect::reference::profile::pattern::Patterns;
use crate::dialect::reference::table::{Content, RefTable, spelled};
use crate::fold::fold_name;
use crate::page::{Block, Inline, Paragraph};
use crate::source::Located;

/// Builds what links alone make.
pub(super) struct Unions<'r, 'a, 'b, 'w, 'p> {
    pub reader: &'r mut PageReader<'b, 'w, 'p>,
    pub tables: &'a [RefTable<'b>],
    pub links: &'r mut Links<'a>,
    pub built: &'r mut Built,
}

/// Which share of the links of a union must lead to objects, in percent.
const MOST: usize = 80;

/// A sentence that lists the members of a union says not much more.
const FEW_WORDS: usize = 48;

impl Unions<'_, '_, '_, '_, '_> {
    /// Makes unions of tables of links, whose values stay enums where fields mean these.
    pub fn tables(&mut self, seen: &[Seen<'_>], meant: &super::meant::Meant) {
        let mut left: Vec<&Seen<'_>> = seen
            .iter()
            .filter(|seen| matches!(self.tables[seen.table].content, Content::Links(_)))
            .filter(|seen| !seen.is_skipped)
            .collect();
        // A union of unions is known when these are.
        for _ in 0..2 {
            let mut unknown = Vec::new();
            for seen in left {
                if self.leads_to_objects(seen) && self.is_meant(seen, meant) {
                    self.table(seen, meant);
                } else {
                    unknown.push(seen);
                }
            }
            left = unknown;
        }
        for seen in left {
            if meant.values.contains_key(&seen.table) || self.is_sure(seen) {
                self.push_values(seen, meant);
            }
        }
    }

    fn is_sure(&self, seen: &Seen<'_>) -> bool {
        match &self.tables[seen.table].content {
            Content::Links(links) => links.values.as_ref().is_some_and(|values| values.is_sure),
            _ => false,
        }
    }

    /// Whether its values are tags, or a row links to it. Indexes of a page are neither.
    fn is_meant(&self, seen: &Seen<'_>, meant: &super::meant::Meant) -> bool {
        let has_values = match &self.tables[seen.table].content {
            Content::Links(table) => table.values.is_some(),
            _ => false,
        };
        has_values || meant.linked.contains(&seen.spot) || meant.sections.contains(&seen.spot)
    }

    fn leads_to_objects(&self, seen: &Seen<'_>) -> bool {
        let Content::Links(table) = &self.tables[seen.table].content else {
            return false;
        };
        let page = seen.spot.page;
        let objects = table.links.iter();
        let objects =
            objects.filter(|(target, _)| self.links.object(self.built, page, target).is_some());
        let objects = objects.count();
        objects >= 2 && objects * 100 >= table.links.len() * MOST
    }

    fn table(&mut self, seen: &Seen<'_>, meant: &super::meant::Meant) {
        let has_values = match &self.tables[seen.table].content {
            Content::Links(table) => table.values.is_some(),
            _ => false,
        };
        let body = PlannedBody::Links(seen.table);
        let owner = self.owner(seen.spot).filter(|_| has_values);
        if let Some(owner) = owner {
            self.push_values(seen, meant);
            let draft = self.section(owner, body);
            let id = self.push(draft);
            self.links.by_section.insert(owner, id);
        } else if has_values && meant.described.contains(&seen.table) {
            self.push_values(seen, meant);
        } else {
            let mut draft = draft(seen, body, self.tables);
            let is_named = |id: &ModelId| {
                let known = &self.built.drafts[id.0].parts;
                known.core == draft.parts.core && known.label.is_empty()
            };
            if self.links.by_section.get(&seen.spot).is_some_and(is_named) {
                draft.parts.label = self.title(seen.table);
            }
            let id = self.push(draft);
            self.built.by_table.insert(seen.table, id);
            self.links.by_section.entry(seen.spot).or_insert(id);
        }
    }

    /// The first cell of a table's header.
    fn title(&self, table: usize) -> String {
        let titles = self.tables[table].titles.split(" | ");
        let title = titles.into_iter().find(|title| !title.is_empty());
        title.unwrap_or_default().to_owned()
    }

    /// The section above that is the union of what a table below it lists: it has no table and no
    /// structure of its own.
    fn owner(&mut self, spot: Spot) -> Option<Spot> {
        let above = self.links.book.parent(spot)?;
        above.section?;
        let heading = self.links.book.heading(above)?;
        let words = self.reader.words.read(&heading.text);
        let own = self.links.book.blocks(above);
        if words.is_generic || own.iter().any(|block| matches!(block, Block::Table(_))) {
            return None;
        }
        let below = self.links.by_section.get(&above);
        let is_structure = |id: &ModelId| {
            let draft = &self.built.drafts[id.0];
            let is_fields = matches!(draft.body, PlannedBody::Fields(_) | PlannedBody::AsList(_));
            is_fields && fold_name(&draft.parts.core) == fold_name(&words.name)
        };
        (!below.is_some_and(is_structure)).then_some(above)
    }

    fn push_values(&mut self, seen: &Seen<'_>, meant: &super::meant::Meant) {
        let mut draft = draft(seen, PlannedBody::Values(seen.table), self.tables);
        draft.is_of_no_call();
        let is_named = self.links.by_section.contains_key(&seen.spot);
        if let Some(field) = meant.values.get(&seen.table).filter(|_| is_named) {
            draft.parts.label.clone_from(field);
        }
        let id = self.push(draft);
        self.built.by_table.insert(seen.table, id);
        self.links.by_section.entry(seen.spot).or_insert(id);
    }

    fn section(&mut self, spot: Spot, body: PlannedBody) -> Draft {
        let (parts, place) = self.reader.section(spot);
        Draft::new(body, spot, place, parts)
    }

    fn push(&mut self, draft: Draft) -> ModelId {
        let id = ModelId(self.built.drafts.len());
        self.built.drafts.push(draft);
        id
    }

    /// Reads the text of a section without a table: a union, or another name of a model.
    pub fn text(&mut self, spot: Spot) {
        let blocks = self.links.book.blocks(spot);
        if spot.section.is_none() || blocks.iter().any(|block| matches!(block, Block::Table(_))) {
            return;
        }
        for (at, block) in blocks.iter().enumerate() {
            let Block::Paragraph(paragraph) = block else {
                continue;
            };
            let found = self
                .one_of(spot, paragraph, blocks.get(at + 1))
                .or_else(|| self.alias(spot, paragraph));
            if let Some(body) = found {
                let draft = self.section(spot, body);
                let id = self.push(draft);
                self.links.by_section.insert(spot, id);
                return;
            }
        }
    }

    /// Makes enums of sections that fields link to and that are a list of values.
    pub fn listed(&mut self, sections: &BTreeSet<Spot>) {
        for &spot in sections {
            if self.links.by_section.contains_key(&spot) {
                continue;
            }
            if let Some(values) = self.values_of(spot) {
                let draft = self.section(spot, PlannedBody::Listed(values));
                let id = self.push(draft);
                self.links.by_section.insert(spot, id);
            }
        }
    }

    fn values_of(&self, spot: Spot) -> Option<Vec<Located<String>>> {
        let rules = &self.links.book.profile.enums.list_item;
        let blocks = self.links.book.blocks(spot).iter();
        let lists = blocks.filter_map(|block| match block {
            Block::List(items) => Some(items),
            _ => None,
        });
        let items: Vec<_> = lists.flatten().filter(|item| item.depth == 0).collect();
        let values = items.iter().filter_map(|item| {
            let value = value(rules, &item.inlines)?;
            Some(Located::new(value, item.place))
        });
        let values: Vec<_> = values.collect();
        (values.len() > 1 && values.len() * 100 >= items.len() * MOST).then_some(values)
    }

    fn rules(&self) -> &ProseRules {
        &self.links.book.profile.prose
    }

    /// "One of [A](#a), [B](#b)." or "One of:" and a list of links.
    fn one_of(
        &self,
        spot: Spot,
        paragraph: &Paragraph,
        next: Option<&Block>,
    ) -> Option<PlannedBody> {
        let links = match (count_links(&paragraph.inlines), next) {
            (0, Some(Block::List(items))) if items.len() > 1 => {
                let firsts = items.iter().map(|item| linked(&item.inlines));
                let firsts = firsts.map(|text| text.links.into_iter().find(|link| link.start == 0));
                let firsts: Option<Vec<_>> = firsts.collect();
                let text = spelled(&paragraph.inlines);
                let models = &self.links.book.profile.models;
                let announces = models.label_introduces.find(&text).is_some();
                firsts.filter(|_| announces && self.rules().one_of.find(&text).is_some())?
            }
            (0 | 1, _) => return None,
            _ => {
                let text = linked(&paragraph.inlines);
                let in_links: usize = text.links.iter().map(|link| link.end - link.start).sum();
                let is_list = text.text.len() - in_links <= FEW_WORDS + 6 * text.links.len();
                if !is_list || self.rules().one_of.find(&text.text).is_none() {
                    return None;
                }
                text.links
            }
        };
        let model = |target: &str| self.links.model(self.built, spot.page, target);
        let are_models = links.iter().all(|link| model(&link.target).is_some());
        let members = links.into_iter().map(|link| (link.target, link.text));
        are_models.then(|| PlannedBody::OneOf(members.collect()))
    }

    /// "The inner payload is a [room](#room) object."
    fn alias(&self, spot: Spot, paragraph: &Paragraph) -> Option<PlannedBody> {
        if count_links(&paragraph.inlines) == 0 || self.links.by_section.contains_key(&spot) {
            return None;
        }
        let text = linked(&paragraph.inlines);
        let (target, shown) = behind(&text, |sentence| {
            let (_, groups) = self.rules().alias.captures(sentence)?;
            groups.get(0).map(|found| found.end())
        })?;
        self.links.model(self.built, spot.page, &target)?;
        Some(PlannedBody::Alias(target, shown))
    }
}

/// The first link of a sentence that stands where `find` says, or behind.
fn behind(
    text: &Linked,
    find: impl Fn(&str) -> Option<usize>,
) -> Option<(String, Located<String>)> {
    text.sentences().into_iter().find_map(|(start, sentence)| {
        let range = start..start + sentence.len();
        let mut links = text
            .links
            .iter()
            .filter(|link| range.contains(&link.start))
            .peekable();
        links.peek()?;
        let end = start + find(sentence)?;
        let link = links.find(|link| link.start >= end)?;
        Some((link.target.clone(), link.text.clone()))
    })
}

/// The value at the start of an item.
fn value(rules: &Patterns, inlines: &[Inline]) -> Option<String> {
    let text = spelled(inlines);
    let (_, groups) = rules.captures(text.trim())?;
    let value = groups.iter().skip(1).flatten().next()?;
    Some(value.as_str().to_owned())
}
