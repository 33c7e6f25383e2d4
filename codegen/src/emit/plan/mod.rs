//! What is decided about the crate as a whole, before a token is made.

pub(crate) mod aliases;
pub(crate) mod construction;
pub(crate) mod context;
pub(crate) mod dependencies;
pub(crate) mod known_values;
pub(crate) mod modules;
pub(crate) mod needs;
pub(crate) mod nesting;
pub(crate) mod scopes;
pub(crate) mod serde_only;
pub(crate) mod smallest_value;
pub(crate) mod variants;

use std::collections::BTreeMap;

use crate::model::{Api, Dependency};
pub(crate) use context::Context;
use needs::Needs;

/// The crate.
pub(crate) struct Plan<'a> {
    /// Its APIs, by the names of their modules.
    pub(crate) apis: Vec<Context<'a>>,
    /// What is there beside the models.
    pub(crate) needs: Needs,
    /// All that the crate depends on.
    pub(crate) dependencies: BTreeMap<String, Dependency>,
    /// The `recursion_limit` of the crate; `None` if the compiler's own will do.
    pub(crate) recursion_limit: Option<usize>,
}

impl<'a> Plan<'a> {
    pub(crate) fn of(apis: &'a [Api]) -> Self {
        let mut apis: Vec<_> = apis.iter().map(Context::new).collect();
        apis.sort_by_key(|cx| &cx.api.module);
        let needs = apis
            .iter()
            .fold(Needs::default(), |all, cx| all.join(cx.needs));
        let wanted = apis.iter().flat_map(|cx| &cx.api.dependencies);
        Self {
            needs,
            dependencies: dependencies::all(needs, wanted),
            recursion_limit: apis.iter().filter_map(|cx| cx.recursion_limit).max(),
            apis,
        }
    }
}
