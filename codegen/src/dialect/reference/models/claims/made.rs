//! The claims that are made, and the names that are taken.

use std::collections::{BTreeMap, BTreeSet};

use super::home::Home;
use crate::claim::{Body, ModelClaim, ModelName};
use crate::dialect::reference::models::plan::{ModelId, Plan};
use crate::fold::fold_name;
use crate::source::{Located, Place};

/// What was made so far.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub models: Vec<ModelClaim>,
    /// Rows whose type is a part of a form, which is no JSON.
    pub form_parts: Vec<Place>,
    /// Models that the rows of the one that is being made need; they stand behind it.
    pub pending: Vec<ModelClaim>,
    /// Models whose fields are all optional, by those that they are made of.
    pub partial: BTreeMap<ModelId, ModelName>,
    /// Titles by namespace, and anchors by page.
    titles: BTreeSet<(String, String)>,
    anchors: BTreeSet<(String, String)>,
}

impl Made {
    /// Takes the names of planned models.
    pub fn new(plan: &Plan) -> Self {
        let mut made = Self::default();
        for model in &plan.models {
            let title = fold_name(&model.title.value);
            made.titles.insert((model.namespace.clone(), title));
            let anchor = (model.page.clone(), model.anchor.clone());
            made.anchors.insert(anchor);
        }
        made
    }

    /// The home of a model that is made for a field of another: `Room` and `owner` are
    /// `Room owner`.
    pub fn home(&mut self, above: &Home, name: &str) -> Home {
        let title = format!("{} {name}", above.title);
        let anchor = format!("{}.{name}", above.anchor);
        Home {
            title: take(&mut self.titles, &above.namespace, title, fold_name),
            anchor: take(&mut self.anchors, &above.page, anchor, str::to_owned),
            ..above.clone()
        }
    }

    /// The home of a model that is made of another as a whole.
    pub fn beside(&mut self, of: &Home, title: String) -> Home {
        let anchor = format!("{}~{title}", of.anchor);
        Home {
            title: take(&mut self.titles, &of.namespace, title, fold_name),
            anchor: take(&mut self.anchors, &of.page, anchor, str::to_owned),
            ..of.clone()
        }
    }

    /// Adds a model that a row needs.
    pub fn add(&mut self, home: &Home, place: Place, read_from: Vec<Place>, body: Body) {
        self.pending.push(claim(home, place, read_from, body));
    }

    /// Moves what rows need behind the model that they are of.
    pub fn settle(&mut self, model: ModelClaim) {
        self.models.push(model);
        self.models.append(&mut self.pending);
    }
}

/// A claim without anything but names, place and body.
pub(super) fn claim(home: &Home, place: Place, read_from: Vec<Place>, body: Body) -> ModelClaim {
    ModelClaim {
        name: Located::new(home.title.clone(), place),
        namespace: home.namespace.clone(),
        page: home.page.clone(),
        anchors: vec![home.anchor.clone()],
        language: None,
        rank: 0,
        name_case: None,
        description: None,
        deprecated: None,
        body,
        tags: Vec::new(),
        examples: Vec::new(),
        read_from,
        role: None,
        route: None,
    }
}

/// Takes a name that nobody has, numbered if need be.
fn take(
    taken: &mut BTreeSet<(String, String)>,
    space: &str,
    name: String,
    fold: impl Fn(&str) -> String,
) -> String {
    if taken.insert((space.to_owned(), fold(&name))) {
        return name;
    }
    // No page has so many of one name that this takes long: each has a number of its own.
    let numbered = (2_usize..).map(|number| format!("{name} {number}"));
    let mut free = numbered.filter(|name| taken.insert((space.to_owned(), fold(name))));
    free.next().unwrap_or(name)
}
