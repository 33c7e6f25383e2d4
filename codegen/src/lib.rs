//! Fieldtable reads the markdown field tables in which vendors document their
//! SDKs, and writes a crate of serde models with the round-trip tests that
//! prove them.
//!
//! The pipeline, each arrow one function from one type to the next:
//!
//! ```text
//! files ─ read ─▶ pages ─ dialect ─▶ claims ─ resolve ─▶ model ─ emit ─▶ crate files ─ write | check
//! ```

pub mod claim;
pub mod config;
pub mod diagnostic;
pub mod dialect;
pub mod emit;
pub mod input;
pub mod model;
pub mod output;
pub mod page;
pub mod resolve;
pub mod schema;
pub mod shape;
pub mod source;
pub mod suggest;

use diagnostic::{Diagnostics, Failed};
use dialect::PageFile;
use input::Input;
use model::Api;

/// Describes every API of the input: pages to claims to model.
///
/// # Errors
///
/// [`Failed`] when a stage left errors in `diagnostics`.
pub fn describe(input: &Input, diagnostics: &mut Diagnostics) -> Result<Vec<Api>, Failed> {
    let mut read = Vec::new();
    for api in &input.apis {
        let config = api.config.map_or_else(Default::default, |id| {
            config::parse(&input.files, id, diagnostics)
        });
        let pages: Vec<_> = api
            .pages
            .iter()
            .map(|(path, id)| PageFile {
                path: path.clone(),
                page: page::parse(&input.files, *id),
            })
            .collect();
        let sources = dialect::read(&input.files, &pages, &config, diagnostics);
        read.push((&api.name, config, sources));
    }
    diagnostics.gate()?;
    let apis = read
        .iter()
        .map(|(name, config, sources)| {
            resolve::resolve(name, &input.files, sources, config, diagnostics)
        })
        .collect();
    diagnostics.gate()?;
    Ok(apis)
}
