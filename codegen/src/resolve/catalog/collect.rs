//! From the claims of all sources to entries and linked pages.

use std::collections::BTreeMap;

use super::ids::{EntryId, PageId, SourceId};
use super::linked::LinkedType;
use super::namesakes::Namesakes;
use super::{Catalog, Entry, LinkedPage, Witness};
use crate::claim::{Body, ModelClaim, ModelName, Source, TypeShape};
use crate::model::ModelPath;

impl<'a> Catalog<'a> {
    /// Collects the models that the sources describe and those that they only name, and links every
    /// type cell.
    pub fn collect(sources: &'a [Source]) -> Self {
        let mut catalog = Self::default();
        // By rank rather than by folder, whose name says nothing.
        let mut order: Vec<(usize, &Source)> = sources.iter().enumerate().collect();
        order.sort_by_key(|(_, source)| {
            let rank = source.models.first().map(|model| model.rank);
            (rank, source.folder.as_str())
        });
        let mut witnesses = Vec::new();
        for &(source, claims) in &order {
            for claim in &claims.models {
                let witness = Witness {
                    source: SourceId::new(source),
                    claim,
                    page: PageId::new(witnesses.len()),
                };
                let page = catalog.read_names(claim);
                catalog.pages.push(page);
                witnesses.push(witness);
            }
        }
        catalog.describe(&witnesses);
        for witness in witnesses {
            let cells = witness.claim.body.types().into_iter();
            let types = cells
                .map(|cell| catalog.link(&witness, &cell.value))
                .collect();
            catalog.pages[witness.page.index()].types = types;
        }
        catalog
    }

    /// The names of a page's fields; its types are linked when all models are known.
    fn read_names(&mut self, claim: &ModelClaim) -> LinkedPage {
        let Body::Fields(fields) = &claim.body else {
            return LinkedPage::default();
        };
        // The key is what the field is, whatever an SDK calls it; settings may call it so too.
        let names = fields.iter().map(|field| {
            let name = self.names.add(&field.name.value);
            match &field.source_key {
                Some(key) => self.names.add(&key.value.key),
                None => name,
            }
        });
        let names: Vec<_> = names.collect();
        let mut name_set = names.clone();
        name_set.sort_unstable();
        name_set.dedup();
        LinkedPage {
            names,
            name_set,
            types: Vec::new(),
        }
    }

    /// Makes an entry of all pages that describe one model.
    fn describe(&mut self, pages: &[Witness<'a>]) {
        let namesakes = Namesakes::of(self, pages);
        let mut entries: BTreeMap<usize, EntryId> = BTreeMap::new();
        for (&witness, &model) in pages.iter().zip(&namesakes.model_of) {
            let claim = witness.claim;
            let add = || self.add(&claim.namespace, &claim.name.value);
            let entry = *entries.entry(model).or_insert_with(add);
            self[entry].witnesses.push(witness);
            let there = self.lookup.by_page.entry(&claim.page).or_default();
            there.push((&claim.anchors, entry));
        }
        self.twins = namesakes.twins;
    }

    /// Finds the names of a type cell; one that no model has becomes a model without a page.
    fn link(&mut self, witness: &Witness<'a>, shape: &TypeShape) -> LinkedType {
        let mut inner = |shape: &TypeShape| Box::new(self.link(witness, shape));
        match shape {
            TypeShape::Scalar(scalar) => LinkedType::Scalar(*scalar),
            TypeShape::List(item) => LinkedType::List(inner(item)),
            TypeShape::Map(value) => LinkedType::Map(inner(value)),
            TypeShape::Nullable(value) => LinkedType::Nullable(inner(value)),
            TypeShape::Model(name) => LinkedType::Model(self.mention(witness, name)),
            TypeShape::Union(members) => {
                let members = members.iter().map(|member| self.link(witness, member));
                LinkedType::union(members.collect())
            }
            TypeShape::Const(value) => LinkedType::Const(value.clone()),
            TypeShape::Any | TypeShape::RawResponse => LinkedType::Any,
        }
    }

    fn mention(&mut self, witness: &Witness<'a>, name: &ModelName) -> EntryId {
        let found = self.find(witness.source, witness.claim, name);
        let entry = found.unwrap_or_else(|| {
            let space = name.namespace.as_ref().or(name.linked_namespace.as_ref());
            self.add(space.map_or("", String::as_str), &name.name)
        });
        if self[entry].witnesses.is_empty() {
            self[entry].mentions.push(name.place);
        }
        entry
    }

    fn add(&mut self, namespace: &str, title: &str) -> EntryId {
        let entry = EntryId::new(self.entries.len());
        self.entries.push(Entry {
            title: title.to_owned(),
            namespace: namespace.to_owned(),
            path: ModelPath::new(None, ""),
            settings: None,
            witnesses: Vec::new(),
            rows: Default::default(),
            mentions: Vec::new(),
        });
        self.lookup.add(namespace, title, entry);
        entry
    }
}
