//! Tables → models without names.

use std::collections::{BTreeMap, BTreeSet};

use super::draft::Draft;
use super::seen::Seen;
use super::{ModelId, PlannedBody};
use crate::claim::Role;
use crate::dialect::reference::book::Spot;
use crate::dialect::reference::table::{Content, FieldRow, RefTable};

/// What was built.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub drafts: Vec<Draft>,
    /// The model of each table, by its index.
    pub by_table: BTreeMap<usize, ModelId>,
    /// The models of fields whose table a sentence announces.
    pub labels: BTreeMap<(ModelId, String), ModelId>,
}

/// Under which tables of a page are one model.
type Group = ((Spot, String), Option<Role>, Vec<String>);

/// Builds the models of a page.
pub(super) struct PageBuilder<'a, 'b> {
    tables: &'a [RefTable<'b>],
    built: &'a mut Built,
    /// The last model of each group, and the names of its rows.
    groups: BTreeMap<Group, (ModelId, BTreeSet<&'a str>)>,
    /// The last model that has a field of a name, and how it is spelt.
    owners: BTreeMap<String, (ModelId, &'a str)>,
    /// The parts in calls of the tables below each heading.
    roles: BTreeMap<(Spot, String), BTreeSet<Option<Role>>>,
    /// The names of the values of each heading's first table.
    values: BTreeMap<(Spot, String), BTreeSet<&'a str>>,
    /// The headings that name a model already.
    named: BTreeSet<(Spot, String)>,
}

impl<'a, 'b> PageBuilder<'a, 'b> {
    pub fn new(tables: &'a [RefTable<'b>], built: &'a mut Built) -> Self {
        Self {
            tables,
            built,
            groups: BTreeMap::new(),
            owners: BTreeMap::new(),
            roles: BTreeMap::new(),
            values: BTreeMap::new(),
            named: BTreeSet::new(),
        }
    }

    /// Adds the tables of a page; `meant` are those of values that a field means.
    pub fn add(&mut self, seen: &[Seen<'_>], meant: &BTreeMap<usize, String>) {
        let labelled = self.labelled(seen);
        self.roles = roles(self.tables, seen);
        for seen in seen {
            if seen.is_skipped {
                continue;
            }
            let table = &self.tables[seen.table];
            match &table.content {
                Content::Fields(rows) => self.fields(seen, rows, &labelled),
                Content::Values(values) => {
                    let owner = self.owner(seen);
                    let field = meant.get(&seen.table);
                    if values.is_sure || field.is_some() || owner.is_some() {
                        self.values(seen, owner, field);
                    }
                }
                Content::Links(_) | Content::Binary | Content::Other => {}
            }
        }
    }

    /// The headings below which several tables are called by a name of their own each, which are
    /// no fields of a table above.
    fn labelled(&self, seen: &[Seen<'_>]) -> BTreeSet<(Spot, String)> {
        let mut labels: BTreeMap<(Spot, String), BTreeSet<&str>> = BTreeMap::new();
        let mut others: BTreeSet<(Spot, String)> = BTreeSet::new();
        for seen in seen {
            if !matches!(self.tables[seen.table].content, Content::Fields(_)) {
                continue;
            }
            match &seen.label {
                Some(label) => {
                    labels.entry(seen.core.clone()).or_default().insert(label);
                }
                None => {
                    others.insert(seen.core.clone());
                }
            }
        }
        let several = labels
            .into_iter()
            .filter(|(core, labels)| labels.len() > 1 && !others.contains(core));
        several.map(|(core, _)| core).collect()
    }

    fn fields(
        &mut self,
        seen: &Seen<'_>,
        rows: &'a [FieldRow<'b>],
        labelled: &BTreeSet<(Spot, String)>,
    ) {
        let owner = self.owner(seen);
        let names: BTreeSet<&'a str> = rows.iter().map(|row| row.name.value.as_str()).collect();
        let id = match self.going_on(seen, &names) {
            Some(id) => {
                if let PlannedBody::Fields(tables) | PlannedBody::AsList(tables) =
                    &mut self.built.drafts[id.0].body
                {
                    tables.push(seen.table);
                }
                self.built.by_table.insert(seen.table, id);
                id
            }
            None => {
                let mut draft = draft(seen, PlannedBody::Fields(vec![seen.table]), self.tables);
                if draft.parts.role.is_empty() && self.needs_role(seen) {
                    draft.parts.role = seen.role.map_or("", Role::word).to_owned();
                }
                if let Some(label) = &seen.label {
                    if owner.is_none() && labelled.contains(&seen.core) {
                        let above = std::mem::take(&mut draft.parts.core);
                        draft.parts.above.insert(0, above);
                        draft.parts.core.clone_from(label);
                        draft.parts.role.clear();
                    } else if self.named.contains(&seen.core) {
                        label_parts(&mut draft, label);
                    }
                } else if let Some(own) = &seen.own {
                    if self.named.contains(&seen.core) {
                        label_parts(&mut draft, own);
                    }
                } else if let Some((_, known)) = self.groups.get(&group(seen)) {
                    let names: Vec<_> = rows.iter().map(|row| row.name.value.as_str()).collect();
                    draft.parts.label = hint(&seen.sentence, &names, known);
                }
                let id = self.push(seen, draft);
                if !has_own_name(seen) {
                    self.groups.insert(group(seen), (id, BTreeSet::new()));
                }
                id
            }
        };
        if let Some((model, name)) = owner {
            self.built.labels.insert((model, name.to_owned()), id);
        }
        if let Some((model, known)) = self.groups.get_mut(&group(seen))
            && *model == id
        {
            known.extend(names);
        }
        self.named.insert(seen.core.clone());
        self.own(id, rows);
    }

    /// Whether a part in a call that only a sentence tells belongs into the name: below an
    /// endpoint, or if the heading has several parts.
    fn needs_role(&self, seen: &Seen<'_>) -> bool {
        let has_several = self
            .roles
            .get(&seen.core)
            .is_some_and(|roles| roles.len() > 1);
        seen.route.is_some() || has_several
    }

    /// The model that a table goes on with: same heading, same role, no common row, no own name.
    fn going_on(&self, seen: &Seen<'_>, names: &BTreeSet<&str>) -> Option<ModelId> {
        if has_own_name(seen) {
            return None;
        }
        let (model, known) = self.groups.get(&group(seen))?;
        known.is_disjoint(names).then_some(*model)
    }

    fn own(&mut self, id: ModelId, rows: &'a [FieldRow<'b>]) {
        for row in rows {
            let name = row.name.value.as_str();
            self.owners.insert(name.to_lowercase(), (id, name));
            self.own(id, &row.children);
        }
    }

    /// The model and field whose table a sentence announces.
    fn owner(&self, seen: &Seen<'_>) -> Option<(ModelId, &'a str)> {
        let label = seen.label.as_ref()?.to_lowercase();
        let last = label.rsplit(['.', '/']).next().unwrap_or(&label);
        let found = [label.as_str(), last].iter().find_map(|name| {
            let singular = name.strip_suffix('s').map(str::to_owned);
            let many = name.strip_suffix('y').map(|stem| format!("{stem}ies"));
            let names = [
                Some((*name).to_owned()),
                Some(format!("{name}s")),
                Some(format!("{name}es")),
                many,
                singular,
            ];
            names
                .into_iter()
                .flatten()
                .find_map(|name| self.owners.get(&name))
        });
        found.copied()
    }

    fn values(
        &mut self,
        seen: &Seen<'_>,
        owner: Option<(ModelId, &'a str)>,
        field: Option<&String>,
    ) {
        let mut draft = draft(seen, PlannedBody::Values(seen.table), self.tables);
        draft.is_of_no_call();
        if self.named.contains(&seen.core)
            && let Some(label) = (seen.own.clone())
                .or_else(|| owner.map(|(_, name)| name.to_owned()))
                .or_else(|| field.cloned())
        {
            label_parts(&mut draft, &label);
        }
        let Content::Values(table) = &self.tables[seen.table].content else {
            return;
        };
        let names = table.values.iter();
        let names = names.map(|row| row.name.as_deref().unwrap_or(&row.value.value));
        let names: Vec<&'a str> = names.collect();
        match self.values.get(&seen.core) {
            Some(known) if draft.parts.label.is_empty() => {
                draft.parts.label = hint(&seen.sentence, &names, known);
            }
            Some(_) => {}
            None => {
                self.values
                    .insert(seen.core.clone(), names.into_iter().collect());
            }
        }
        let id = self.push(seen, draft);
        if let Some((model, name)) = owner {
            self.built.labels.insert((model, name.to_owned()), id);
        }
        self.named.insert(seen.core.clone());
    }

    fn push(&mut self, seen: &Seen<'_>, draft: Draft) -> ModelId {
        let id = ModelId(self.built.drafts.len());
        self.built.drafts.push(draft);
        self.built.by_table.insert(seen.table, id);
        id
    }
}

/// Whether a table does not go on with the one before it.
fn has_own_name(seen: &Seen<'_>) -> bool {
    seen.label.is_some() || seen.own.is_some()
}

fn group(seen: &Seen<'_>) -> Group {
    (seen.core.clone(), seen.role, seen.parts.cases.clone())
}

/// What tells a table from another of its heading that has a row like it: a word in code or bold
/// text of the sentence before, else the first row that the other has not.
fn hint(sentence: &str, names: &[&str], known: &BTreeSet<&str>) -> String {
    let marked = ["`", "**"]
        .iter()
        .find_map(|mark| sentence.rsplit(mark).nth(1));
    let row = || names.iter().copied().find(|name| !known.contains(name));
    let hint = marked.filter(|words| words.len() <= 40).or_else(row);
    hint.unwrap_or_default().to_owned()
}

/// The parts in calls of the tables below each heading.
fn roles(
    tables: &[RefTable<'_>],
    seen: &[Seen<'_>],
) -> BTreeMap<(Spot, String), BTreeSet<Option<Role>>> {
    let mut roles: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for seen in seen {
        if matches!(tables[seen.table].content, Content::Fields(_)) {
            roles
                .entry(seen.core.clone())
                .or_default()
                .insert(seen.role);
        }
    }
    roles
}

/// Puts a field's name into a model's name, in the place of its role.
fn label_parts(draft: &mut Draft, label: &str) {
    draft.parts.label = label.to_owned();
    draft.parts.role.clear();
    draft.route = None;
}

/// A model of a table.
pub(super) fn draft(seen: &Seen<'_>, body: PlannedBody, tables: &[RefTable<'_>]) -> Draft {
    let place = seen.place.unwrap_or(tables[seen.table].header);
    let route = seen.route.as_deref().filter(|_| seen.role.is_some());
    Draft {
        role: seen.role,
        route: route.map(str::to_owned),
        ..Draft::new(body, seen.spot, place, seen.parts.clone())
    }
}
