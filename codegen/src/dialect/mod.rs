//! What the headings, columns, marks and type cells of SDK pages mean.

pub(crate) mod cells;
pub(crate) mod sdk;

pub(crate) use crate::literal::reader::json;
pub use sdk::read;

use crate::page::Page;

/// A page and its path below the API's folder, `/` between the parts.
#[derive(Debug, Clone, PartialEq)]
pub struct PageFile {
    /// The path.
    pub path: String,
    /// The page.
    pub page: Page,
}
