//! Finds a model by its Rust path or its title.

use super::ids::EntryId;
use super::linked::LinkedType;
use super::{Catalog, Entry};
use crate::claim::TypeShape;
use crate::map::IndexMap;
use crate::model::ModelPath;

/// Models by the names that settings, samples and paths use.
#[derive(Debug, Default)]
pub(crate) struct Directory {
    by_path: IndexMap<String, EntryId>,
    /// By title, and by namespace and title.
    by_title: IndexMap<String, Vec<EntryId>>,
}

impl<'a> Catalog<'a> {
    /// Adds the names of all models, once they are decided.
    pub fn fill_directory(&mut self) {
        let mut directory = Directory::default();
        for (id, entry) in self.iter() {
            let path = entry.path.as_str().to_owned();
            directory.by_path.entry(path).or_insert(id);
            let mut note = |title: String| {
                directory.by_title.entry(title).or_default().push(id);
            };
            note(entry.title.clone());
            if !entry.namespace.is_empty() {
                note(entry.full_title());
            }
        }
        self.directory = directory;
    }

    /// The model of that path.
    pub fn of_path(&self, path: &ModelPath) -> Option<&Entry<'a>> {
        let entry = self.directory.by_path.get(path.as_str())?;
        Some(&self[*entry])
    }

    /// The models that a name in the settings means: by title, or by namespace and title.
    pub fn titled(&self, name: &str) -> impl Iterator<Item = (EntryId, &Entry<'a>)> {
        let titled = self.directory.by_title.get(name).into_iter().flatten();
        titled.map(|&entry| (entry, &self[entry]))
    }

    /// The model that a user means: by Rust path, by namespace and title, or by title.
    pub fn named(&self, name: &str) -> Option<EntryId> {
        let by_path = self.directory.by_path.get(name).copied();
        let full = || {
            self.titled(name)
                .find(|(_, entry)| entry.full_title() == name)
        };
        let any = || self.titled(name).next();
        by_path.or_else(|| full().or_else(any).map(|(entry, _)| entry))
    }

    /// The type that `spec.toml` gives a field; its names are checked by
    /// [`report_unused`](crate::resolve::settings::report_unused).
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
}
