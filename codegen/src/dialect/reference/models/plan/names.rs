//! The titles of models, their anchors, and the names by which cells mean them.

use std::collections::{BTreeMap, BTreeSet};

use super::clash::{Wish, settle};
use super::draft::Draft;
use super::twins;
use super::{ModelId, Planned, PlannedBody};
use crate::claim::Role;
use crate::dialect::reference::book::{Book, BookPage};
use crate::dialect::reference::profile::Modules;
use crate::fold::fold_name;
use crate::source::Located;

/// Names all models; `from_afar` are those that other pages mean by a link.
pub(super) fn name(
    book: &Book<'_>,
    drafts: Vec<Draft>,
    from_afar: &BTreeSet<ModelId>,
) -> Vec<Planned> {
    let mut drafts = drafts;
    twins::tell_apart(book, &mut drafts);
    let wishes = drafts.iter().enumerate();
    let wishes = wishes.map(|(at, draft)| wish(book, draft, from_afar.contains(&ModelId(at))));
    let wishes: Vec<_> = wishes.collect();
    let titles = settle(&wishes);
    let mut anchors: BTreeSet<(usize, String)> = BTreeSet::new();
    let named = drafts.into_iter().zip(titles).zip(wishes);
    named
        .map(|((draft, title), wish)| Planned {
            anchor: anchor(&mut anchors, draft.spot.page, &title),
            title: Located::new(title, draft.place),
            namespace: wish.namespace,
            spot: draft.spot,
            page: book.pages[draft.spot.page].path.clone(),
            body: draft.body,
            extends: draft.extends,
            role: draft.role,
            route: draft.route,
            all_optional: draft.all_optional,
            all_nullable: draft.all_nullable,
        })
        .collect()
}

fn wish(book: &Book<'_>, draft: &Draft, is_from_afar: bool) -> Wish {
    let mut names = draft.parts.candidates();
    if names.is_empty() {
        names.push("Model".to_owned());
    }
    let rank = match (&draft.body, draft.role) {
        (PlannedBody::Values(_) | PlannedBody::Listed(_), _) => 3,
        (_, Some(Role::Request | Role::Query)) => 2,
        (_, Some(Role::Response)) => 1,
        (_, None) => 0,
    };
    Wish {
        namespace: namespace(book.profile.modules, &book.pages[draft.spot.page]),
        names,
        rank: (rank, !is_from_afar, draft.parts.longer.len()),
    }
}

/// The module of a page's models.
pub(super) fn namespace(modules: Modules, page: &BookPage) -> String {
    let (folder, file) = page.below.rsplit_once('/').unwrap_or(("", &page.below));
    match modules {
        Modules::One => String::new(),
        Modules::Folder => folder.to_owned(),
        Modules::Page => {
            let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
            match folder {
                "" => stem.to_owned(),
                folder => format!("{folder}/{stem}"),
            }
        }
    }
}

/// An anchor that no other model of the page has.
fn anchor(taken: &mut BTreeSet<(usize, String)>, page: usize, title: &str) -> String {
    let slug: String = title
        .chars()
        .map(|c| if c.is_whitespace() { '-' } else { c })
        .flat_map(char::to_lowercase)
        .collect();
    let mut anchor = slug.clone();
    let mut number = 2;
    while !taken.insert((page, anchor.clone())) {
        anchor = format!("{slug}-{number}");
        number += 1;
    }
    anchor
}

/// The models by their names: their titles, and what their headings say with all words.
pub(super) fn by_name(book: &Book<'_>, models: &[Planned]) -> BTreeMap<String, ModelId> {
    let mut names: BTreeMap<String, Option<ModelId>> = BTreeMap::new();
    let mut titles: BTreeSet<String> = BTreeSet::new();
    for (at, model) in models.iter().enumerate() {
        let title = fold_name(&model.title.value);
        titles.insert(title.clone());
        let known = names.entry(title).or_insert(Some(ModelId(at)));
        if *known != Some(ModelId(at)) {
            *known = None;
        }
    }
    for (at, model) in models.iter().enumerate() {
        let heading = fold_name(heading(book, model));
        if heading.is_empty() || titles.contains(&heading) || model.role.is_some() {
            continue;
        }
        let known = names.entry(heading).or_insert(Some(ModelId(at)));
        if *known != Some(ModelId(at)) {
            *known = None;
        }
    }
    let names = names.into_iter();
    names.filter_map(|(name, id)| Some((name, id?))).collect()
}

/// The line that names a model.
fn heading<'b>(book: &'b Book<'_>, model: &Planned) -> &'b str {
    let line = book.files.text(model.title.place);
    let line = line.lines().next().unwrap_or_default();
    if line.contains('|') {
        return "";
    }
    line.trim_matches(['#', '*', '_', ' ', ':'])
}
