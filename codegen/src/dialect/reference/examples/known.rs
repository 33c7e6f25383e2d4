//! The models of a source by their tables, links and fields.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Body, FieldClaim, ModelClaim, ModelName, Target, TypeShape};
use crate::source::Place;

/// The models that examples may be of.
pub(crate) struct Known<'s> {
    pub models: &'s [ModelClaim],
    /// The first model that was read from each header row: others of it are nested in that.
    by_header: BTreeMap<Place, usize>,
    by_anchor: BTreeMap<(&'s str, &'s str), usize>,
    /// None where several have the name.
    by_name: BTreeMap<&'s str, Option<usize>>,
    /// The fields of each, by their keys.
    fields: Vec<BTreeMap<&'s str, usize>>,
    /// Those that have other keys too.
    is_open: BTreeSet<usize>,
}

impl<'s> Known<'s> {
    pub fn new(models: &'s [ModelClaim]) -> Self {
        let mut known = Self {
            models,
            by_header: BTreeMap::new(),
            by_anchor: BTreeMap::new(),
            by_name: BTreeMap::new(),
            fields: Vec::with_capacity(models.len()),
            is_open: BTreeSet::new(),
        };
        for (at, model) in models.iter().enumerate() {
            for header in &model.read_from {
                known.by_header.entry(*header).or_insert(at);
            }
            for anchor in &model.anchors {
                let anchor = (model.page.as_str(), anchor.as_str());
                known.by_anchor.entry(anchor).or_insert(at);
            }
            let name = known.by_name.entry(&model.name.value);
            name.and_modify(|other| *other = None).or_insert(Some(at));
            let mut fields = BTreeMap::new();
            for (nth, field) in fields_of(model).iter().enumerate() {
                if field.is_rest {
                    known.is_open.insert(at);
                } else {
                    fields.entry(field.name.value.as_str()).or_insert(nth);
                }
            }
            known.fields.push(fields);
        }
        known
    }

    /// The model of a table of fields, by its header row.
    pub fn of_table(&self, header: Place) -> Option<usize> {
        let model = *self.by_header.get(&header)?;
        (!self.fields[model].is_empty()).then_some(model)
    }

    /// How many fields a model has.
    pub fn size(&self, model: usize) -> usize {
        self.fields[model].len()
    }

    /// The index of the field that a key is.
    pub fn field(&self, model: usize, key: &str) -> Option<usize> {
        self.fields[model].get(key).copied()
    }

    /// Whether a model takes keys that no row has.
    pub fn is_open(&self, model: usize) -> bool {
        self.is_open.contains(&model)
    }

    /// The type of a field.
    pub fn type_of(&self, model: usize, field: usize) -> &'s TypeShape {
        &fields_of(&self.models[model])[field].ty.value
    }

    /// Whether rows say what stands in the places of a field's list.
    pub fn has_places(&self, model: usize, field: usize) -> bool {
        let field = &fields_of(&self.models[model])[field];
        field.cues.as_ref().is_some_and(|cues| cues.has_places)
    }

    /// The model that a name in a cell of another means.
    pub fn linked(&self, from: usize, name: &ModelName) -> Option<usize> {
        let page = self.models[from].page.as_str();
        let anchor = match &name.target {
            Some(Target::Anchor { page, anchor }) => Some((page.as_str(), anchor.as_str())),
            Some(Target::Local(anchor)) => Some((page, anchor.as_str())),
            _ => None,
        };
        let linked = anchor.and_then(|anchor| self.by_anchor.get(&anchor).copied());
        linked.or_else(|| *self.by_name.get(name.name.as_str())?)
    }
}

/// The rows of a model.
pub(crate) fn fields_of(model: &ModelClaim) -> &[FieldClaim] {
    match &model.body {
        Body::Fields(fields) => fields,
        _ => &[],
    }
}
