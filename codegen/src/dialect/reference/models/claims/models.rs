//! A planned model becomes a claim.

use std::collections::BTreeSet;

use super::context::Context;
use super::home::Home;
use super::made::{Made, claim};
use super::values;
use crate::claim::names::names_in;
use crate::claim::{Body, FieldClaim, ModelClaim, Stated, Target};
use crate::diagnostic::Diagnostics;
use crate::dialect::reference::models::plan::{ModelId, PlannedBody};
use crate::dialect::reference::table::Content;
use crate::source::Place;

/// Makes claims.
pub(super) struct Maker<'m, 'a, 'b> {
    pub cx: &'m Context<'a, 'b>,
    pub made: &'m mut Made,
    pub diagnostics: &'m mut Diagnostics,
}

/// A model that has the fields of others may have those of no more.
const MOST_EXTENDED: usize = 64;

impl Maker<'_, '_, '_> {
    /// Makes all claims, in the order of the plan.
    pub fn all(&mut self) {
        let mut at = Vec::new();
        for index in 0..self.cx.plan.models.len() {
            let model = self.model(ModelId(index));
            at.push(model.as_ref().map(|_| self.made.models.len()));
            if let Some(model) = model {
                self.made.settle(model);
            }
        }
        self.inherit(&at);
        self.partials(&at);
        self.forget_unused(&at);
    }

    /// Leaves out lists that no field means as values.
    fn forget_unused(&mut self, at: &[Option<usize>]) {
        let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
        for model in &self.made.models {
            for cell in model.body.types() {
                names_in(&cell.value, &mut |name| {
                    if let Some(Target::Anchor { page, anchor }) = &name.target {
                        used.insert((page, anchor));
                    }
                });
            }
        }
        let mut unused = BTreeSet::new();
        for (planned, at) in self.cx.plan.models.iter().zip(at) {
            let is_list = matches!(planned.body, PlannedBody::Listed(_));
            if is_list && !used.contains(&(planned.page.as_str(), planned.anchor.as_str())) {
                unused.extend(*at);
            }
        }
        let mut index = 0;
        self.made.models.retain(|_| {
            index += 1;
            !unused.contains(&(index - 1))
        });
    }

    fn model(&mut self, id: ModelId) -> Option<ModelClaim> {
        let planned = self.cx.planned(id);
        let place = planned.title.place;
        let mut home = Home::of(id, planned, place);
        let mut read_from = Vec::new();
        let mut tags = Vec::new();
        let body = match &planned.body {
            PlannedBody::Fields(tables) => {
                read_from = self.headers(tables);
                Body::Fields(self.tables(tables, &mut home))
            }
            PlannedBody::AsList(tables) => {
                read_from = self.headers(tables);
                let fields = self.tables(tables, &mut home);
                Body::Members(vec![super::nested::as_list(fields, place)])
            }
            PlannedBody::Values(table) => {
                read_from = self.headers(std::slice::from_ref(table));
                match &self.cx.tables.get(*table)?.content {
                    Content::Values(table) => Body::Values(values::of_table(table)),
                    Content::Links(table) => Body::Values(values::of_table(table.values.as_ref()?)),
                    _ => return None,
                }
            }
            PlannedBody::Listed(values) => Body::Values(values::of_list(values)),
            PlannedBody::Links(table) => {
                read_from = self.headers(std::slice::from_ref(table));
                let Content::Links(links) = &self.cx.tables.get(*table)?.content else {
                    return None;
                };
                let (members, found) = self.tagged(links, &home);
                tags = found;
                Body::Members(members)
            }
            PlannedBody::OneOf(links) => Body::Members(self.one_of(links, &home)),
            // Whoever names it means what it is another name of.
            PlannedBody::Alias(..) => return None,
        };
        Some(ModelClaim {
            tags,
            role: planned.role,
            route: planned.route.clone(),
            ..claim(&home, place, read_from, body)
        })
    }

    fn headers(&self, tables: &[usize]) -> Vec<Place> {
        let tables = tables.iter().filter_map(|at| self.cx.tables.get(*at));
        tables.map(|table| table.header).collect()
    }

    /// The fields of several tables as one.
    fn tables(&mut self, tables: &[usize], home: &mut Home) -> Vec<FieldClaim> {
        let mut fields = Vec::new();
        for &table in tables {
            home.header = self.cx.tables[table].header;
            let rows = self.cx.rows(table);
            let more = self.rows(rows, home);
            match fields.is_empty() {
                true => fields = more,
                false => fields.extend(more),
            }
        }
        self.once(fields)
    }

    /// Gives models the fields of those that they extend, which keep their places.
    fn inherit(&mut self, at: &[Option<usize>]) {
        for (index, planned) in self.cx.plan.models.iter().enumerate() {
            let Some(own) = at[index] else {
                continue;
            };
            let mut seen = vec![ModelId(index)];
            let mut open: Vec<_> = planned.extends.iter().rev().copied().collect();
            let mut added = Vec::new();
            while let Some(id) = open.pop() {
                let id = self.cx.deref(id);
                if seen.contains(&id) || seen.len() > MOST_EXTENDED {
                    continue;
                }
                seen.push(id);
                open.extend(self.cx.planned(id).extends.iter().rev());
                // Of what is extended its own rows count: what these extend follows by itself.
                added.extend(own_fields(&self.made.models, at[id.0]));
            }
            if added.is_empty() {
                continue;
            }
            if let Some(model) = self.made.models.get_mut(own)
                && let Body::Fields(fields) = &mut model.body
            {
                let known: BTreeSet<_> = fields
                    .iter()
                    .map(|field| field.name.value.clone())
                    .collect();
                added.retain(|field| !known.contains(&field.name.value));
                fields.extend(added);
            }
        }
    }

    /// Makes the models that are others with all fields optional.
    fn partials(&mut self, at: &[Option<usize>]) {
        for (id, name) in std::mem::take(&mut self.made.partial) {
            let Some(model) = at[id.0].and_then(|at| self.made.models.get(at)) else {
                continue;
            };
            let mut model = model.clone();
            model.name.value.clone_from(&name.name);
            if let Some(Target::Anchor { anchor, .. }) = name.target {
                model.anchors = vec![anchor];
            }
            model.read_from.clear();
            model.role = None;
            model.route = None;
            if let Body::Fields(fields) = &mut model.body {
                for field in fields {
                    field.required.value = Stated::No;
                    let cues = field.cues.get_or_insert_default();
                    cues.required = Some("all fields of a partial model are optional".to_owned());
                }
            }
            self.made.models.push(model);
        }
    }
}

/// The fields that the rows of a model say.
fn own_fields(models: &[ModelClaim], at: Option<usize>) -> Vec<FieldClaim> {
    match at.and_then(|at| models.get(at)).map(|model| &model.body) {
        Some(Body::Fields(fields)) => fields.clone(),
        _ => Vec::new(),
    }
}
