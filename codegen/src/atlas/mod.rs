//! An API as one page of HTML, to be looked through in a browser: models, fields, links both ways,
//! and why each is what it is.
//!
//! The page asks nothing of a network: text, style and code stand in it, and its policy forbids the
//! rest. What vendors wrote goes into it as JSON and is shown as text, so that none of it acts.

mod data;
mod facts;

use crate::clean;
use crate::model::Api;
use crate::summary::Summary;

const PAGE: &str = include_str!("page.html");
const STYLE: &str = include_str!("page.css");
const CODE: &str = include_str!("page.js");

/// The page of an API.
///
/// ```
/// use fieldtable::{atlas::atlas, diagnostic::Diagnostics, input};
/// # let folder = tempfile::tempdir()?;
/// # let specs = folder.path();
/// # std::fs::create_dir(specs.join("shop"))?;
/// let page = "# Color\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `RED` | red |\n";
/// std::fs::write(specs.join("shop/Color.md"), page)?;
/// let description = fieldtable::describe(&input::read(specs)?, &mut Diagnostics::default());
/// let description = description.expect("no errors");
/// let html = atlas(&description.apis[0], &description.summaries[0]);
/// assert!(html.starts_with("<!doctype html>") && html.contains("Color"));
/// # Ok::<(), std::io::Error>(())
/// ```
#[must_use]
pub fn atlas(api: &Api, summary: &Summary) -> String {
    // In a script only `<` could end it.
    let data = data::of(api, summary).to_string().replace('<', "\\u003c");
    let data = clean::json(data);
    let title = clean::terminal(&api.name);
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    let mut html = String::with_capacity(PAGE.len() + STYLE.len() + CODE.len() + data.len());
    for (at, part) in PAGE.split("%%").enumerate() {
        match (at % 2, part) {
            (0, text) => html.push_str(text),
            (_, "title") => html.push_str(&title),
            (_, "style") => html.push_str(STYLE),
            (_, "code") => html.push_str(CODE),
            (_, "data") => html.push_str(&data),
            (_, other) => unreachable!("page.html has a place for `{other}`"),
        }
    }
    html
}
