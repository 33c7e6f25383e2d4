//! `[reference.prose]`: sentences and elements that say something about whole models.

use super::super::section::Section;
use super::super::value::{Refusal, Setting};
use super::change::list;
use super::pattern::{self, Patterns};
use toml::de::DeValue;

/// `[reference.prose]`: sentences that say something about whole models.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct ProseRules {
    pub all_optional: Patterns,
    pub all_nullable: Patterns,
    /// "The inner payload is a [room](#room) object."
    pub alias: Patterns,
    /// "… with the following extra fields:"
    pub extends: Patterns,
    /// "Returns a [room](#room) object."
    pub returns: Patterns,
    /// "One of [a](#a), [b](#b)."
    pub one_of: Patterns,
    /// "represented as an array of the following fields"
    pub as_list: Patterns,
    /// Elements that say the route of an endpoint.
    pub route_tags: Vec<RouteTag>,
    /// Elements whose text is a heading, and its level: `RouteHeader`.
    pub heading_tags: Vec<(String, u8)>,
    /// Method and path in a heading, paragraph or code: `POST /rooms/{id}`; two groups.
    pub route: Patterns,
}

/// An element that says the route of an endpoint: `<Route method="POST">/rooms</Route>`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RouteTag {
    pub tag: String,
    /// The attribute of the method.
    pub method: String,
    /// The attribute of the path; if there is none, the path is the text of the element.
    pub path: Option<String>,
}

pub(super) fn prose(table: &mut Section<'_>, prose: &mut ProseRules) {
    list(table, "all-optional", &mut prose.all_optional);
    list(table, "all-nullable", &mut prose.all_nullable);
    list(table, "alias", &mut prose.alias);
    list(table, "extends", &mut prose.extends);
    list(table, "returns", &mut prose.returns);
    list(table, "one-of", &mut prose.one_of);
    list(table, "as-list", &mut prose.as_list);
    pattern::grouped::<2>(table, "route", &mut prose.route);
    table.within("heading-tags", |table| {
        for (tag, level) in table.rest(|_, value| heading_level(value)) {
            prose.heading_tags.retain(|(known, _)| *known != tag);
            prose.heading_tags.push((tag, level));
        }
    });
    let no_table = |value: &DeValue<'_>, _| Err(Refusal::type_of("a table", value));
    let name = |name: &str| Ok(name.to_owned());
    for (tag, rule) in table.entries("route-tags", name, no_table, route_tag) {
        prose.route_tags.retain(|known| known.tag != tag);
        prose.route_tags.push(RouteTag { tag, ..rule.value });
    }
}

/// `Route = { method = "method" }`.
pub(in crate::config) fn route_tag(table: &mut Section<'_>) -> RouteTag {
    let method = table.setting::<String>("method");
    if method.is_none() && !table.is_refused() {
        table.lacks("a `method`");
    }
    RouteTag {
        tag: String::new(),
        method: method.map_or_else(String::new, |it| it.value),
        path: table.setting("path").map(|it| it.value),
    }
}

fn heading_level(value: &DeValue<'_>) -> Result<u8, Refusal> {
    let level = usize::from_toml(value)?;
    let valid = u8::try_from(level)
        .ok()
        .filter(|level| (1..=6).contains(level));
    valid.ok_or_else(|| Refusal {
        expected: "a level from 1 to 6".to_owned(),
        found: "no such level".to_owned(),
        hint: None,
    })
}
