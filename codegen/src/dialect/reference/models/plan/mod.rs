//! Which tables and sections make which model, and what it is called.

mod build;
mod clash;
mod draft;
mod inherit;
mod links;
mod meant;
mod names;
mod order;
mod prose;
mod sections;
mod seen;
mod twins;
mod unions;

#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::claim::Role;
use crate::diagnostic::Diagnostic;
use crate::dialect::reference::book::{Book, Spot, TableId};
use crate::dialect::reference::table::RefTable;
use crate::source::Located;

/// The models of a reference, before their rows are read as claims.
#[derive(Debug, Default)]
pub(crate) struct Plan {
    /// In the order of the pages.
    pub models: Vec<Planned>,
    /// The model that a table is of: a table belongs to one model.
    pub by_table: BTreeMap<TableId, ModelId>,
    /// What a link to a section means, where it means a model: that of its own table, the union of
    /// the links in it, its list of values, or the first table of fields below it.
    pub by_section: BTreeMap<Spot, ModelId>,
    /// By name without case and blanks, `roomobject` and `room`; none where several have it.
    pub by_name: BTreeMap<String, ModelId>,
    /// The table of a field, where a sentence names the field before it: "Each `peer` has:". By the
    /// model that has the field, at whatever depth, and its name.
    pub labels: BTreeMap<(ModelId, String), ModelId>,
    /// What `[[reference.inherit]]` names in vain.
    pub vain: Vec<Diagnostic>,
}

/// The index of a model in [`Plan::models`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct ModelId(pub usize);

/// A model.
#[derive(Debug)]
pub(crate) struct Planned {
    /// Its name, unlike that of all others in its namespace: `Room`, `Create Room JSON Params`.
    pub title: Located<String>,
    /// The module, as `[reference] modules` says; empty for that of the API.
    pub namespace: String,
    /// The section that it is described in.
    pub spot: Spot,
    /// The path of its page, and an anchor that no other model of the page has: links of claims
    /// mean it by these.
    pub page: String,
    pub anchor: String,
    pub body: PlannedBody,
    /// The models whose fields it has beside its own.
    pub extends: Vec<ModelId>,
    pub role: Option<Role>,
    pub route: Option<String>,
    /// Whether prose says that all its fields are optional, and that all may be null.
    pub all_optional: bool,
    pub all_nullable: bool,
}

/// What makes a model.
#[derive(Debug)]
pub(crate) enum PlannedBody {
    /// Tables of fields, by index: several where the model goes on.
    Fields(Vec<usize>),
    /// The rows nested below a field, or a table of a field: made while claims are read.
    AsList(Vec<usize>),
    /// A table of values or flags, by index.
    Values(usize),
    /// Items of a list that are values, with their places.
    Listed(Vec<Located<String>>),
    /// A table of links, by index.
    Links(usize),
    /// Links in prose or in a list: "One of [a](#a), [b](#b)"; their targets and texts.
    OneOf(Vec<(String, Located<String>)>),
    /// Another name of what is linked: "is a [room](#room) object"; target and text.
    Alias(String, Located<String>),
}

/// Plans the models of a book.
pub(crate) fn plan(book: &Book<'_>, tables: &[RefTable<'_>]) -> Plan {
    let mut words = seen::WordReader::new(book.profile);
    let by_id = tables.iter().enumerate();
    let by_id: BTreeMap<_, _> = by_id.map(|(at, table)| (table.id, at)).collect();
    let meant = meant::Meant::new(book, tables, &by_id);
    let mut built = build::Built::default();
    let mut reader = seen::PageReader {
        book,
        words: &mut words,
        tables: &by_id,
        linked: &meant.linked,
    };
    let mut all = Vec::new();
    for page in 0..book.pages.len() {
        let seen = reader.read(page);
        build::PageBuilder::new(tables, &mut built).add(&seen, &meant.values);
        all.extend(seen);
    }
    let mut links = links::Links {
        book,
        tables: &by_id,
        by_section: sections::by_section(book, tables, &built),
    };
    let mut unions = unions::Unions {
        reader: &mut reader,
        tables,
        links: &mut links,
        built: &mut built,
    };
    unions.tables(&all, &meant);
    for page in 0..book.pages.len() {
        for spot in book.spots(page) {
            unions.text(spot);
        }
    }
    unions.listed(&meant.sections);
    for seen in &all {
        prose::read(seen, &links, &mut built);
    }
    let mut by_section = links.by_section;
    order::sort(&mut built, &mut by_section, tables);
    let by_table = built.by_table.iter();
    let by_table = by_table.map(|(&at, &id)| (tables[at].id, id)).collect();
    let from_afar = meant.from_afar.iter();
    let from_afar = from_afar.filter_map(|spot| by_section.get(spot).copied());
    let mut models = names::name(book, built.drafts, &from_afar.collect());
    let places = inherit::Places {
        by_section: &by_section,
        by_table: &by_table,
    };
    let vain = inherit::inherit(book, &mut models, &places);
    Plan {
        vain,
        by_name: names::by_name(book, &models),
        by_table,
        by_section,
        labels: built.labels,
        models,
    }
}
