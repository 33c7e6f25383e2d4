//! Which model a link or a name means.

use super::context::Context;
use super::home::Home;
use super::models::Maker;
use crate::claim::ModelName;
use crate::dialect::reference::book::{Landing, Spot};
use crate::dialect::reference::models::plan::{ModelId, PlannedBody};
use crate::dialect::reference::table::{Content, ValueKind};
use crate::fold::fold_name;
use crate::source::Place;

/// Names of names of names are followed so far.
const MOST_ALIASES: usize = 8;

impl Context<'_, '_> {
    /// The model that a link on a page leads to.
    pub fn linked(&self, page: usize, target: &str) -> Option<ModelId> {
        let found = match self.book.follow(page, target) {
            Landing::Page(page) => {
                let section = None;
                self.plan.by_section.get(&Spot { page, section })
            }
            Landing::Section(spot) => self.plan.by_section.get(&spot),
            Landing::Table(id) => self.plan.by_table.get(&id),
            Landing::Row(id, _) => {
                let found = self.plan.by_table.get(&id);
                found.filter(|id| self.values_of(**id).is_some())
            }
            Landing::NoAnchor(_) | Landing::Elsewhere => None,
        };
        found.map(|id| self.deref(*id))
    }

    /// The enum that a link of a description leads to: the section's own table, and none below.
    pub fn linked_values(&self, page: usize, target: &str) -> Option<ModelId> {
        let landing = self.book.follow(page, target);
        let id = match landing {
            Landing::Page(page) => {
                let section = None;
                *self.plan.by_section.get(&Spot { page, section })?
            }
            Landing::Section(spot) => {
                let id = *self.plan.by_section.get(&spot)?;
                if self.planned(id).spot != spot {
                    return None;
                }
                id
            }
            Landing::Table(id) | Landing::Row(id, _) => *self.plan.by_table.get(&id)?,
            Landing::NoAnchor(_) | Landing::Elsewhere => return None,
        };
        self.values_of(id).map(|_| id)
    }

    /// What the values of a planned model are, if it is an enum.
    pub fn values_of(&self, id: ModelId) -> Option<ValueKind> {
        match &self.planned(id).body {
            PlannedBody::Values(table) => match &self.tables.get(*table)?.content {
                Content::Values(table) => Some(table.scalar),
                Content::Links(table) => Some(table.values.as_ref()?.scalar),
                _ => None,
            },
            PlannedBody::Listed(_) => Some(ValueKind::Text),
            _ => None,
        }
    }

    /// What a model is another name of, if it is one.
    pub fn deref(&self, id: ModelId) -> ModelId {
        let mut id = id;
        for _ in 0..MOST_ALIASES {
            let planned = self.planned(id);
            let PlannedBody::Alias(target, text) = &planned.body else {
                break;
            };
            let spot = match self.book.follow(planned.spot.page, target) {
                Landing::Section(spot) => Some(spot),
                Landing::Page(page) => Some(Spot {
                    page,
                    section: None,
                }),
                _ => None,
            };
            let there = spot.and_then(|spot| self.plan.by_section.get(&spot));
            // A link that leads nowhere may still say the name of a model.
            let named = || self.plan.by_name.get(&fold_name(&text.value));
            match there.or_else(named) {
                Some(next) if *next != id => id = *next,
                _ => break,
            }
        }
        id
    }

    /// The model of that name, with or without words such as `object` at its end: one of the page,
    /// else one of all pages.
    pub fn named(&self, page: usize, name: &str) -> Option<ModelId> {
        let names = self.cells.names(name).into_iter();
        let names: Vec<_> = names.map(|name| (page, fold_name(&name))).collect();
        let here = names.iter().find_map(|key| *self.by_heading.get(key)?);
        let found = here.or_else(|| {
            let mut names = names.iter();
            names.find_map(|(_, name)| self.plan.by_name.get(name).copied())
        });
        found.map(|id| self.deref(id))
    }

    /// What claims call a planned model.
    pub fn name_of(&self, id: ModelId, place: Place) -> Option<ModelName> {
        let planned = self.planned(id);
        // An alias that leads nowhere has no claim.
        let is_alias = matches!(planned.body, PlannedBody::Alias(..));
        (!is_alias).then(|| Home::of(id, planned, place).name(place))
    }
}

impl Maker<'_, '_, '_> {
    /// The model that is another with all fields optional: the page's own, else one that is made.
    pub fn partial_of(&mut self, id: ModelId, place: Place) -> Option<ModelName> {
        let planned = self.cx.planned(id);
        if !matches!(planned.body, PlannedBody::Fields(_)) {
            return self.cx.name_of(id, place);
        }
        let title = format!("Partial {}", planned.title.value);
        if let Some(own) = self.cx.plan.by_name.get(&fold_name(&title)) {
            return self.cx.name_of(self.cx.deref(*own), place);
        }
        if let Some(known) = self.made.partial.get(&id) {
            let known = known.clone();
            return Some(ModelName { place, ..known });
        }
        let home = Home::of(id, planned, place);
        let name = self.made.beside(&home, title).name(place);
        self.made.partial.insert(id, name.clone());
        Some(name)
    }
}
