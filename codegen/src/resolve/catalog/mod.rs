//! All models, and the meaning of each type cell.
//!
//! Pages of several sources describe the same model; a link may lead to a page that is not there.
//! The catalog has one entry for each model that is described or named. Each name is looked up
//! once, each cell linked once, and the rows of a field are joined once; whoever comes later asks
//! by id.

pub(crate) mod collect;
pub(crate) mod directory;
pub(crate) mod fields;
pub(crate) mod ids;
pub(crate) mod linked;
pub(crate) mod listing;
pub(crate) mod lookup;
pub(crate) mod merge;
pub(crate) mod names;
pub(crate) mod namesakes;
pub(crate) mod partners;
pub(crate) mod synonyms;

use std::ops::{Index, IndexMut};

use crate::claim::{Body, ModelClaim};
use crate::config::{FieldConfig, ModelConfig};
use crate::fold::fold_name;
use crate::model::ModelPath;
use crate::source::Place;
use directory::Directory;
use fields::JoinedRows;
use ids::{EntryId, NameId, PageId, SourceId};
use linked::LinkedType;
use lookup::Lookup;
use names::Names;

/// A page's claim and the source that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Witness<'a> {
    pub source: SourceId,
    pub claim: &'a ModelClaim,
    pub page: PageId,
}

/// What the rows or members of a page are, names found.
#[derive(Debug, Default)]
pub(crate) struct LinkedPage {
    /// The names of its fields, row by row.
    names: Vec<NameId>,
    /// The same, each once and in order.
    pub name_set: Vec<NameId>,
    /// What its type cells or its members say.
    types: Vec<LinkedType>,
}

impl LinkedPage {
    /// The name of each row and what its type cell says.
    pub fn rows(&self) -> impl Iterator<Item = (NameId, &LinkedType)> {
        self.names.iter().copied().zip(&self.types)
    }

    /// Whether a field has the name.
    pub fn has(&self, name: NameId) -> bool {
        self.name_set.binary_search(&name).is_ok()
    }
}

/// A model.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub title: String,
    pub namespace: String,
    /// Its Rust path; set once all entries are known.
    pub path: ModelPath,
    /// What `spec.toml` says of it; set with the path.
    pub settings: Option<&'a ModelConfig>,
    /// The pages that describe it, in the order of sources; none if all are missing.
    pub witnesses: Vec<Witness<'a>>,
    /// The rows of all pages, by field.
    pub rows: JoinedRows<'a>,
    /// Where a model without a page is named.
    pub mentions: Vec<Place>,
}

impl<'a> Entry<'a> {
    /// Namespace and title: `operations::Status`.
    pub fn full_title(&self) -> String {
        if self.namespace.is_empty() {
            self.title.clone()
        } else {
            format!("{}::{}", self.namespace, self.title)
        }
    }

    /// The settings of a field, by any of its names.
    pub fn field_settings<'n>(
        &self,
        mut names: impl Iterator<Item = &'n str>,
    ) -> Option<&'a FieldConfig> {
        let fields = &self.settings?.fields;
        let found = names.find_map(|name| fields.get(name));
        found.map(|config| &config.value)
    }

    /// Whether a page is of that form.
    pub fn has(&self, is: impl Fn(&Body) -> bool) -> bool {
        let mut witnesses = self.witnesses.iter();
        witnesses.any(|witness| is(&witness.claim.body))
    }
}

/// All models of an API.
#[derive(Debug)]
pub(crate) struct Catalog<'a> {
    entries: Vec<Entry<'a>>,
    pages: Vec<LinkedPage>,
    /// The names of fields.
    pub names: Names,
    /// Where an SDK has several pages of one title, case aside.
    pub twins: Vec<Vec<Witness<'a>>>,
    lookup: Lookup<'a>,
    directory: Directory,
}

impl Default for Catalog<'_> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            pages: Vec::new(),
            names: Names::new(fold_name),
            twins: Vec::new(),
            lookup: Lookup::default(),
            directory: Directory::default(),
        }
    }
}

impl<'a> Catalog<'a> {
    /// The models, each with its id.
    pub fn iter(&self) -> impl Iterator<Item = (EntryId, &Entry<'a>)> + Clone {
        let entries = self.entries.iter().enumerate();
        entries.map(|(index, entry)| (EntryId::new(index), entry))
    }

    /// The models in their order.
    pub fn entries(&self) -> std::slice::Iter<'_, Entry<'a>> {
        self.entries.iter()
    }

    /// The linked page of a claim.
    pub fn page(&self, witness: &Witness<'_>) -> &LinkedPage {
        &self.pages[witness.page.index()]
    }

    /// What the rows of a page say, or its members, as far as they are JSON.
    pub fn types(&self, witness: &Witness<'_>) -> &[LinkedType] {
        &self.page(witness).types
    }

    /// The members that a page lists.
    pub fn members(&self, witness: &Witness<'_>) -> Option<&[LinkedType]> {
        matches!(witness.claim.body, Body::Members(_)).then(|| self.types(witness))
    }
}

impl<'a> Index<EntryId> for Catalog<'a> {
    type Output = Entry<'a>;

    fn index(&self, entry: EntryId) -> &Entry<'a> {
        &self.entries[entry.index()]
    }
}

impl<'a> IndexMut<EntryId> for Catalog<'a> {
    fn index_mut(&mut self, entry: EntryId) -> &mut Entry<'a> {
        &mut self.entries[entry.index()]
    }
}
