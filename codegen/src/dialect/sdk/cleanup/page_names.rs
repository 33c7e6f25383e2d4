//! Resolves the names in type cells to pages.

use std::collections::BTreeSet;

use crate::claim::{ModelClaim, ModelName, Target, TypeShape};

/// Where a model's page lives, and what its model is called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PageName {
    namespace: String,
    title: String,
    path: String,
}

impl PageName {
    /// The page of a model.
    pub fn of(model: &ModelClaim) -> Self {
        Self {
            namespace: model.namespace.clone(),
            title: model.name.value.to_lowercase(),
            path: model.page.clone(),
        }
    }
}

/// A set of names from type cells.
#[derive(Debug, Default)]
pub(crate) struct References {
    /// The paths of pages that links lead to.
    links: BTreeSet<String>,
    /// Namespaces and names without a link.
    names: BTreeSet<(Option<String>, String)>,
}

impl References {
    /// All names in the type cells of models.
    pub fn of(models: &[ModelClaim]) -> Self {
        let mut references = Self::default();
        for model in models {
            for ty in model.body.types() {
                references.collect(&ty.value);
            }
        }
        references
    }

    /// Whether one of the names means that page.
    pub fn mean(&self, page: &PageName) -> bool {
        let named = |namespace| self.names.contains(&(namespace, page.title.clone()));
        self.links.contains(&page.path) || named(None) || named(Some(page.namespace.clone()))
    }

    fn collect(&mut self, shape: &TypeShape) {
        match shape {
            TypeShape::Model(name) => self.add(name),
            TypeShape::List(inner) | TypeShape::Map(inner) | TypeShape::Nullable(inner) => {
                self.collect(inner);
            }
            TypeShape::Union(members) => {
                for member in members {
                    self.collect(member);
                }
            }
            _ => {}
        }
    }

    fn add(&mut self, name: &ModelName) {
        let page = name.target.as_ref().and_then(Target::page);
        match page.filter(|_| name.linked_namespace.is_some()) {
            Some(page) => {
                self.links.insert(page.to_owned());
            }
            None => {
                let name = (name.namespace.clone(), name.name.to_lowercase());
                self.names.insert(name);
            }
        }
    }
}

/// Whether a name means one of some pages.
pub(crate) fn means_one_of(name: &ModelName, pages: &[PageName]) -> bool {
    if pages.is_empty() {
        return false;
    }
    let mut reference = References::default();
    reference.add(name);
    pages.iter().any(|page| reference.mean(page))
}
