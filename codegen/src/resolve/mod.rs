//! From claims to the model: everything is settled here.

use crate::claim::Source;
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::model::{Api, DateTimeType, Fact, WireCase};
use crate::source::Files;

/// Joins the claims of an API's sources and decides.
pub fn resolve(
    name: &str,
    files: &Files,
    sources: &[Source],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Api {
    let _ = (files, sources, config, diagnostics);
    Api {
        name: name.to_owned(),
        module: name.to_owned(),
        wire_case: Fact {
            value: WireCase::AsIs,
            rule: String::new(),
            evidence: Vec::new(),
        },
        date_time: DateTimeType::default(),
        models: indexmap::IndexMap::new(),
    }
}
