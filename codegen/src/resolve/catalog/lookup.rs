//! Resolves names in type cells to models.

use std::collections::BTreeMap;

use super::ids::{EntryId, NameId, SourceId};
use super::names::Names;
use super::{Catalog, Entry};
use crate::claim::{Body, ModelClaim, ModelName, Target};
use crate::map::IndexMap;

/// Models by what type cells call them.
#[derive(Debug)]
pub(crate) struct Lookup<'a> {
    /// The models that a page describes, each with its anchors, by the page's path.
    pub by_page: BTreeMap<&'a str, Vec<(&'a [String], EntryId)>>,
    /// By namespace and title without case.
    pub by_title: IndexMap<(NameId, NameId), Vec<EntryId>>,
    /// By title without case.
    pub by_name: IndexMap<NameId, Vec<EntryId>>,
    pub titles: Names,
    pub namespaces: Names,
}

impl Default for Lookup<'_> {
    fn default() -> Self {
        Self {
            by_page: BTreeMap::new(),
            by_title: IndexMap::default(),
            by_name: IndexMap::default(),
            titles: Names::new(str::to_lowercase),
            namespaces: Names::new(str::to_owned),
        }
    }
}

impl Lookup<'_> {
    /// The models of that title, without case, in a namespace.
    pub fn titled(&self, namespace: &str, title: &str) -> &[EntryId] {
        let namespace = self.namespaces.get(namespace);
        let key = namespace.zip(self.titles.get(title));
        let found = key.and_then(|key| self.by_title.get(&key));
        found.map_or(&[], Vec::as_slice)
    }

    /// Gives every model its new id.
    pub fn move_entries(&mut self, moved: impl Fn(EntryId) -> EntryId) {
        for (_, entry) in self.by_page.values_mut().flatten() {
            *entry = moved(*entry);
        }
        for entries in self.by_title.values_mut().chain(self.by_name.values_mut()) {
            for entry in entries.iter_mut() {
                *entry = moved(*entry);
            }
            entries.sort_unstable();
            entries.dedup();
        }
    }

    /// Adds a new model.
    pub fn add(&mut self, namespace: &str, title: &str, entry: EntryId) {
        let name = self.titles.add(title);
        let key = (self.namespaces.add(namespace), name);
        self.by_title.entry(key).or_default().push(entry);
        self.by_name.entry(name).or_default().push(entry);
    }
}

impl Catalog<'_> {
    /// The entry that a name in a type cell of `claim` means.
    ///
    /// Links lie at times (Ruby's lead to `shared/` where the files are in `components/`), so the
    /// name decides where the link leads nowhere.
    pub fn find(&self, source: SourceId, claim: &ModelClaim, name: &ModelName) -> Option<EntryId> {
        let target = name.target.as_ref();
        if let Some(entry) = target.and_then(|target| self.at(target, claim)) {
            return Some(entry);
        }
        let lookup = &self.lookup;
        let wanted = lookup.titles.get(&name.name);
        let spaces = [
            name.namespace.as_deref(),
            name.linked_namespace.as_deref(),
            Some(claim.namespace.as_str()),
            Some(""),
        ];
        let spaces = spaces.into_iter().flatten();
        for space in spaces.filter_map(|space| lookup.namespaces.get(space)) {
            if let Some(entries) = wanted.and_then(|name| lookup.by_title.get(&(space, name))) {
                return self.closest(entries, source, &name.name);
            }
        }
        let named = wanted.and_then(|name| lookup.by_name.get(&name));
        match named.map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => self.find_unprefixed(claim, name),
        }
    }

    /// The model that a link on the page of `claim` leads to. An anchor that no model has means the
    /// page's only one.
    fn at(&self, target: &Target, claim: &ModelClaim) -> Option<EntryId> {
        let (page, anchor) = match target {
            Target::Page(page) => (page, None),
            Target::Anchor { page, anchor } => (page, Some(anchor)),
            Target::Local(anchor) => (&claim.page, Some(anchor)),
            Target::External => return None,
        };
        let there = self.lookup.by_page.get(page.as_str())?;
        let anchored = anchor.and_then(|anchor| {
            let mut models = there.iter();
            models.find(|(anchors, _)| anchors.contains(anchor))
        });
        match (anchored, there.as_slice(), target) {
            (Some(&(_, entry)), ..) => Some(entry),
            (None, [(_, only)], Target::Page(_) | Target::Anchor { .. }) => Some(*only),
            _ => None,
        }
    }

    /// A member of a union without words that C# may put before its name: words of the union's.
    fn find_unprefixed(&self, claim: &ModelClaim, name: &ModelName) -> Option<EntryId> {
        if !matches!(claim.body, Body::Members(_)) {
            return None;
        }
        let words = name.name.char_indices().skip(1);
        let mut cuts = words.filter(|(_, c)| c.is_ascii_uppercase());
        cuts.find_map(|(at, _)| {
            let (before, plain) = name.name.split_at(at);
            match self.lookup.titled(&claim.namespace, plain) {
                [only] if claim.name.value.contains(before) => Some(*only),
                _ => None,
            }
        })
    }

    /// Of models whose titles differ by case at most: the one of the same title, then of the same
    /// source. Of several such none is meant, but a model that no page describes.
    fn closest(&self, entries: &[EntryId], source: SourceId, name: &str) -> Option<EntryId> {
        let rank = |entry: EntryId| {
            let entry: &Entry<'_> = &self[entry];
            let mut witnesses = entry.witnesses.iter();
            let ours = witnesses.any(|witness| witness.source == source);
            (entry.title == name, ours)
        };
        let best = entries.iter().map(|&entry| rank(entry)).max()?;
        let best = || entries.iter().copied().filter(|&entry| rank(entry) == best);
        let undescribed = |entry: &EntryId| self[*entry].witnesses.is_empty();
        match (best().next(), best().nth(1)) {
            (only, None) => only,
            _ => best().find(undescribed),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::{Body, ModelClaim, ModelName, Source, Target};
    use crate::resolve::catalog::Catalog;
    use crate::resolve::catalog::ids::SourceId;
    use crate::source::{FileId, Files, Located, Place, SourceFile};

    fn claim(file: FileId, title: &str, body: Body) -> ModelClaim {
        ModelClaim {
            name: Located::new(title.to_owned(), Place::new(file, 0..0)),
            namespace: String::new(),
            page: "resources/room.md".to_owned(),
            anchors: vec![title.to_lowercase()],
            language: None,
            rank: 0,
            name_case: None,
            description: None,
            deprecated: None,
            body,
            tags: Vec::new(),
            examples: Vec::new(),
            read_from: Vec::new(),
            role: None,
            route: None,
        }
    }

    #[test]
    fn several_models_of_a_page_are_told_apart_by_their_anchors() {
        let mut files = Files::default();
        let file = files.add(SourceFile::new("resources/room.md", ""));
        let place = Place::new(file, 0..0);
        let page = "resources/room.md".to_owned();
        let name = |target| ModelName {
            name: "x".to_owned(),
            namespace: None,
            target: Some(target),
            linked_namespace: None,
            place,
        };
        let anchor = |anchor: &str| Target::Anchor {
            page: page.clone(),
            anchor: anchor.to_owned(),
        };
        let models = vec![
            claim(file, "Room", Body::Silent),
            claim(file, "Guest", Body::Silent),
        ];
        let mut source = Source {
            folder: String::new(),
            models,
            left_out: Vec::new(),
            not_understood: Vec::new(),
            unmatched: None,
            other_tables: Vec::new(),
            without_field: Vec::new(),
        };
        let found = |source: &Source, target| {
            let sources = std::slice::from_ref(source);
            let catalog = Catalog::collect(sources);
            let entry = catalog.find(SourceId::new(0), &source.models[0], &name(target))?;
            Some(catalog[entry].title.clone())
        };
        let guest = Some("Guest".to_owned());
        assert_eq!(found(&source, anchor("guest")), guest);
        assert_eq!(found(&source, Target::Local("guest".to_owned())), guest);
        assert_eq!(found(&source, anchor("other")), None);
        assert_eq!(found(&source, Target::Page(page.clone())), None);
        assert_eq!(found(&source, Target::External), None);
        // Where a page has one model, no anchor is needed to mean it.
        source.models.pop();
        let room = Some("Room".to_owned());
        assert_eq!(found(&source, anchor("other")), room);
        assert_eq!(found(&source, Target::Page(page.clone())), room);
        assert_eq!(found(&source, Target::Local("other".to_owned())), None);
    }
}
