//! Decisions about the crate as a whole, made before any code is written.

pub(crate) mod aliases;
pub(crate) mod construction;
pub(crate) mod context;
pub(crate) mod dependencies;
pub(crate) mod digits;
pub(crate) mod known_values;
pub(crate) mod modules;
pub(crate) mod needs;
pub(crate) mod nesting;
pub(crate) mod scopes;
pub(crate) mod serde_only;
pub(crate) mod smallest_value;
pub(crate) mod variants;

use std::collections::BTreeMap;

use crate::model::{Api, Dependency, Package};
use crate::parallel;
pub(crate) use context::Context;
use needs::Needs;

/// The crate.
pub(crate) struct Plan<'a> {
    /// What stands at the top of its manifest.
    pub(crate) package: Package,
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
        let mut apis = parallel::map(apis, Context::new);
        apis.sort_by_key(|cx| &cx.api.module);
        let needs = apis
            .iter()
            .fold(Needs::default(), |all, cx| all.join(cx.needs));
        let wanted = apis.iter().flat_map(|cx| &cx.api.dependencies);
        let package = apis.first().map(|cx| cx.api.package.clone());
        Self {
            package: package.unwrap_or_default(),
            needs,
            dependencies: dependencies::all(needs, wanted),
            recursion_limit: apis.iter().filter_map(|cx| cx.recursion_limit).max(),
            apis,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, strukt, to};
    use crate::model::{MapType, Presence, Type};

    #[test]
    fn a_crate_has_what_one_of_its_apis_needs() {
        let one = |name: &str, ty| strukt(name, vec![field("of", "of", ty, Presence::Optional)]);
        let chain = (0..60).map(|at| one(&format!("M{at}"), to(&format!("M{}", at + 1))));
        let mut deep = api(chain.collect());
        deep.module = "deep".to_owned();
        deep.map = MapType::Index;
        let mut dated = api(vec![one("Room", Type::DateTime)]);
        dated.module = "dated".to_owned();
        dated
            .dependencies
            .insert("uuid".to_owned(), Dependency::of_version("1"));
        let apis = [deep, dated];
        let plan = Plan::of(&apis);
        let limits: Vec<_> = plan.apis.iter().map(|cx| cx.recursion_limit).collect();
        assert_eq!(
            (limits, plan.recursion_limit),
            (vec![None, Some(256)], Some(256))
        );
        let modules: Vec<_> = plan.apis.iter().map(|cx| cx.api.module.as_str()).collect();
        assert_eq!(modules, ["dated", "deep"]);
        assert!(plan.needs.dates.is_some() && plan.needs.index_maps && !plan.needs.foreign);
        let names: Vec<_> = plan.dependencies.keys().map(String::as_str).collect();
        let own = [
            "arbitrary",
            "indexmap",
            "schemars",
            "serde",
            "serde_json",
            "time",
        ];
        assert_eq!(names, [&own[..], &["uuid"]].concat());
        let for_itself = dependencies::own(plan.needs);
        assert_eq!(
            for_itself.keys().map(String::as_str).collect::<Vec<_>>(),
            own
        );
    }
}
