//! Which models there are, and which one a name in a type cell means.
//!
//! Pages of several sources describe the same model; a link may lead to a page
//! that is not there. The catalog has one entry for each model that is
//! described or named.

pub(crate) mod fields;
pub(crate) mod linked;
pub(crate) mod merge;
pub(crate) mod synonyms;

use crate::claim::names::for_each_name;
use std::collections::{BTreeMap, BTreeSet};

use super::names::key::fold_name;
use crate::claim::{Body, ModelClaim, ModelName, Source, Target, TypeShape};
use crate::model::ModelPath;
use crate::source::Place;
use linked::LinkedType;

/// A page's claim and the source that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Witness<'a> {
    pub source: usize,
    pub claim: &'a ModelClaim,
}

/// A model.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub title: String,
    pub namespace: String,
    /// Its Rust path; set once all entries are known.
    pub path: ModelPath,
    /// The pages that describe it, in the order of sources; none if all are missing.
    pub witnesses: Vec<Witness<'a>>,
    /// Where a model without a page is named.
    pub mentions: Vec<Place>,
}

impl Entry<'_> {
    /// Namespace and title: `operations::Status`.
    pub fn full_title(&self) -> String {
        if self.namespace.is_empty() {
            self.title.clone()
        } else {
            format!("{}::{}", self.namespace, self.title)
        }
    }
}

/// All models of an API.
#[derive(Debug, Default)]
pub(crate) struct Catalog<'a> {
    pub entries: Vec<Entry<'a>>,
    /// The models that a page describes, each with its anchors, by the page's path.
    pub(crate) by_page: BTreeMap<&'a str, Vec<(&'a [String], usize)>>,
    pub(crate) by_title: BTreeMap<(String, String), Vec<usize>>,
    pub(crate) by_name: BTreeMap<String, Vec<usize>>,
}

impl<'a> Catalog<'a> {
    /// Collects the models that the sources describe and those that they only name.
    pub fn collect(sources: &'a [Source]) -> Self {
        let mut catalog = Self::default();
        // By rank rather than by folder, whose name says nothing.
        let mut order: Vec<(usize, &Source)> = sources.iter().enumerate().collect();
        order.sort_by_key(|(_, source)| {
            let rank = source.models.first().map(|model| model.rank);
            (rank, source.folder.as_str())
        });
        for &(source, claims) in &order {
            for claim in &claims.models {
                catalog.describe(Witness { source, claim });
            }
        }
        for &(source, claims) in &order {
            for claim in &claims.models {
                for_each_name(claim, &mut |name| catalog.mention(source, claim, name));
            }
        }
        catalog
    }

    /// The entry that a name in a type cell of `claim` means.
    ///
    /// Links lie at times (Ruby's lead to `shared/` where the files are in `components/`), so the
    /// name decides where the link leads nowhere.
    pub fn find(&self, source: usize, claim: &ModelClaim, name: &ModelName) -> Option<usize> {
        let target = name.target.as_ref();
        if let Some(entry) = target.and_then(|target| self.at(target, claim)) {
            return Some(entry);
        }
        let wanted = name.name.to_lowercase();
        let spaces = [
            name.namespace.as_deref(),
            name.linked_namespace.as_deref(),
            Some(claim.namespace.as_str()),
            Some(""),
        ];
        for space in spaces.into_iter().flatten() {
            if let Some(entries) = self.by_title.get(&(space.to_owned(), wanted.clone())) {
                return Some(self.closest(entries, source, &name.name));
            }
        }
        match self.by_name.get(&wanted).map(Vec::as_slice) {
            Some([only]) => Some(*only),
            _ => self.find_unprefixed(claim, name),
        }
    }

    /// The model that a link on the page of `claim` leads to. An anchor that no model has means the
    /// page's only one.
    fn at(&self, target: &Target, claim: &ModelClaim) -> Option<usize> {
        let (page, anchor) = match target {
            Target::Page(page) => (page, None),
            Target::Anchor { page, anchor } => (page, Some(anchor)),
            Target::Local(anchor) => (&claim.page, Some(anchor)),
            Target::External => return None,
        };
        let there = self.by_page.get(page.as_str())?;
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
    fn find_unprefixed(&self, claim: &ModelClaim, name: &ModelName) -> Option<usize> {
        if !matches!(claim.body, Body::Members(_)) {
            return None;
        }
        let words = name.name.char_indices().skip(1);
        let mut cuts = words.filter(|(_, c)| c.is_ascii_uppercase());
        cuts.find_map(|(at, _)| {
            let (before, plain) = name.name.split_at(at);
            let key = (claim.namespace.clone(), plain.to_lowercase());
            match self.by_title.get(&key).map(Vec::as_slice) {
                Some([only]) if claim.name.value.contains(before) => Some(*only),
                _ => None,
            }
        })
    }

    /// The type that `spec.toml` gives a field; its names are checked by
    /// [`report_unused`](super::settings::report_unused).
    pub fn link_setting(&self, shape: &TypeShape) -> LinkedType {
        let inner = |shape: &TypeShape| Box::new(self.link_setting(shape));
        match shape {
            TypeShape::Scalar(scalar) => LinkedType::Scalar(*scalar),
            TypeShape::List(item) => LinkedType::List(inner(item)),
            TypeShape::Map(value) => LinkedType::Map(inner(value)),
            TypeShape::Nullable(value) => LinkedType::Nullable(inner(value)),
            TypeShape::Model(name) => self
                .named(&name.name)
                .map_or(LinkedType::Any, LinkedType::Model),
            _ => LinkedType::Any,
        }
    }

    /// The entry that a user means: by Rust path, by namespace and title, or by title.
    pub fn named(&self, name: &str) -> Option<usize> {
        let find = |is: &dyn Fn(&Entry<'_>) -> bool| self.entries.iter().position(is);
        find(&|entry| entry.path.as_str() == name)
            .or_else(|| find(&|entry| entry.full_title() == name))
            .or_else(|| find(&|entry| entry.title == name))
    }

    /// Of models whose titles differ by case at most: the same title, then one of the same source.
    fn closest(&self, entries: &[usize], source: usize, name: &str) -> usize {
        let rank = |&&entry: &&usize| {
            let entry = &self.entries[entry];
            let ours = entry
                .witnesses
                .iter()
                .any(|witness| witness.source == source);
            (entry.title == name, ours)
        };
        // `max_by_key` gives the last of equals; reversed, the first.
        entries
            .iter()
            .rev()
            .max_by_key(rank)
            .copied()
            .unwrap_or_default()
    }

    fn describe(&mut self, witness: Witness<'a>) {
        let claim = witness.claim;
        let key = (claim.namespace.clone(), claim.name.value.to_lowercase());
        // Two models of one source may differ by case alone; those of two sources are the same,
        // unless one of them calls a wrapper so, and the other what it wraps.
        let others: Vec<usize> = self.by_title.get(&key).cloned().unwrap_or_default();
        let free = |&&entry: &&usize| {
            self.entries[entry].witnesses.iter().all(|other| {
                let same_sdk = other.source == witness.source && other.claim.rank == claim.rank;
                !same_sdk && may_meet(&other.claim.body, &claim.body)
            })
        };
        let known = match others.as_slice() {
            [only] => Some(only).filter(free),
            several => several
                .iter()
                .filter(|&&entry| self.entries[entry].title == claim.name.value)
                .find(free),
        };
        let entry = known
            .copied()
            .unwrap_or_else(|| self.add(&claim.namespace, &claim.name.value));
        self.entries[entry].witnesses.push(witness);
        let there = self.by_page.entry(&claim.page).or_default();
        there.push((&claim.anchors, entry));
    }

    fn mention(&mut self, source: usize, claim: &ModelClaim, name: &ModelName) {
        let entry = self.find(source, claim, name).unwrap_or_else(|| {
            let space = name.namespace.as_ref().or(name.linked_namespace.as_ref());
            self.add(space.map_or("", String::as_str), &name.name)
        });
        if self.entries[entry].witnesses.is_empty() {
            self.entries[entry].mentions.push(name.place);
        }
    }

    fn add(&mut self, namespace: &str, title: &str) -> usize {
        let entry = self.entries.len();
        self.entries.push(Entry {
            title: title.to_owned(),
            namespace: namespace.to_owned(),
            path: ModelPath::new(None, ""),
            witnesses: Vec::new(),
            mentions: Vec::new(),
        });
        let lower = title.to_lowercase();
        self.by_title
            .entry((namespace.to_owned(), lower.clone()))
            .or_default()
            .push(entry);
        self.by_name.entry(lower).or_default().push(entry);
        entry
    }
}

/// Whether two pages may describe the same model: lists of fields have one in common.
fn may_meet(a: &Body, b: &Body) -> bool {
    let (Body::Fields(a), Body::Fields(b)) = (a, b) else {
        return true;
    };
    let mut names = b.iter().map(|field| fold_name(&field.name.value));
    let ours: BTreeSet<String> = a.iter().map(|field| fold_name(&field.name.value)).collect();
    a.is_empty() || b.is_empty() || names.any(|name| ours.contains(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{FileId, Files, Located, SourceFile};

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
            examples: Vec::new(),
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
        };
        let found = |source: &Source, target| {
            let sources = std::slice::from_ref(source);
            let catalog = Catalog::collect(sources);
            let entry = catalog.find(0, &source.models[0], &name(target))?;
            Some(catalog.entries[entry].title.clone())
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
