//! From the model to the files of a crate, by path.

pub(crate) mod cases;
pub(crate) mod code;
pub(crate) mod files;
pub(crate) mod ident;
pub(crate) mod items;
pub(crate) mod literal;
pub(crate) mod plan;
pub(crate) mod rustdoc;
pub(crate) mod tables;

#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::model::{Api, Dependency};
use crate::timings::Timings;
pub use files::CrateFiles;
pub use files::included::to_include;
pub use files::mark::MARK;
use plan::needs::Needs;
use plan::serde_only::SerdeOnly;
use plan::{Plan, dependencies};

/// What the crate depends on for itself, by name.
#[must_use]
pub fn own_dependencies(apis: &[Api]) -> BTreeMap<String, Dependency> {
    let needs = apis.iter().map(|api| Needs::of(api, &SerdeOnly::of(api)));
    dependencies::own(needs.fold(Needs::default(), Needs::join))
}

/// Writes the APIs as a crate of its own.
#[must_use]
pub fn emit(apis: &[Api]) -> CrateFiles {
    emit_timed(apis, &mut Timings::off())
}

/// As [`emit()`], and measures each kind of file.
#[must_use]
pub fn emit_timed(apis: &[Api], timings: &mut Timings) -> CrateFiles {
    timings.time("emit", |timings| {
        let plan = timings.time("plan", |_| Plan::of(apis));
        files::lay_out(&plan, timings)
    })
}
