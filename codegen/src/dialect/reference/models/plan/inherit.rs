//! `[[reference.inherit]]`: models that have the fields of others, as the settings say.

use std::collections::BTreeMap;

use super::{ModelId, Planned, PlannedBody};
use crate::diagnostic::Diagnostic;
use crate::dialect::reference::book::{Book, Landing, Spot, TableId};
use crate::dialect::reference::profile::Inherit;
use crate::fold::fold_name;

/// What models are, by where they stand.
pub(super) struct Places<'a> {
    pub by_section: &'a BTreeMap<Spot, ModelId>,
    pub by_table: &'a BTreeMap<TableId, ModelId>,
}

/// Adds what models inherit, and returns what is named in vain.
pub(super) fn inherit(
    book: &Book<'_>,
    models: &mut [Planned],
    places: &Places<'_>,
) -> Vec<Diagnostic> {
    let mut vain = Vec::new();
    for rule in &book.profile.inherit {
        let from = sources(book, models, places, rule);
        let heirs = heirs(book, models, rule);
        vain.extend(in_vain(rule, from.is_empty(), heirs.is_empty()));
        for heir in heirs {
            let extends = &mut models[heir.0].extends;
            for &id in &from {
                if id != heir && !extends.contains(&id) {
                    extends.push(id);
                }
            }
        }
    }
    vain
}

fn in_vain(rule: &Inherit, is_from_nothing: bool, has_no_heirs: bool) -> Option<Diagnostic> {
    let from = &rule.from;
    let error = if is_from_nothing {
        Diagnostic::error(rule.place?, format!("`{from}` has no table of fields"))
            .hint("write the path of a page below the folder, or `page.md#anchor`")
    } else if has_no_heirs {
        Diagnostic::error(rule.place?, format!("no model inherits from `{from}`"))
            .hint("`files` are patterns of paths, and `models` names of models")
    } else {
        return None;
    };
    Some(error)
}

/// The models whose fields are inherited.
fn sources(
    book: &Book<'_>,
    models: &[Planned],
    places: &Places<'_>,
    rule: &Inherit,
) -> Vec<ModelId> {
    if book.pages.is_empty() {
        return Vec::new();
    }
    let from = format!("/{}", rule.from.trim_start_matches('/'));
    let model = match book.follow(0, &from) {
        Landing::Page(page) if rule.all => return of_page(models, page).collect(),
        Landing::Page(page) => of_page(models, page).next(),
        Landing::Section(spot) => places.by_section.get(&spot).copied(),
        Landing::Table(id) | Landing::Row(id, _) => places.by_table.get(&id).copied(),
        Landing::NoAnchor(_) | Landing::Elsewhere => None,
    };
    model.into_iter().collect()
}

/// The models with fields of a page.
fn of_page(models: &[Planned], page: usize) -> impl Iterator<Item = ModelId> + '_ {
    let models = models.iter().enumerate();
    let models = models.filter(move |(_, model)| model.spot.page == page && has_fields(model));
    models.map(|(at, _)| ModelId(at))
}

fn has_fields(model: &Planned) -> bool {
    matches!(model.body, PlannedBody::Fields(_))
}

/// The models that inherit.
fn heirs(book: &Book<'_>, models: &[Planned], rule: &Inherit) -> Vec<ModelId> {
    let names: Vec<_> = rule.models.iter().map(|name| fold_name(name)).collect();
    let mut heirs = Vec::new();
    let mut last_page = None;
    for (at, model) in models.iter().enumerate() {
        let page = model.spot.page;
        let is_on =
            rule.files.is_empty() || rule.files.iter().any(|it| it.fits(&book.pages[page].below));
        let is_named = names.is_empty() || names.contains(&fold_name(&model.title.value));
        if !is_on || !is_named || !has_fields(model) {
            continue;
        }
        if rule.first && last_page == Some(page) {
            continue;
        }
        last_page = Some(page);
        heirs.push(ModelId(at));
    }
    heirs
}
