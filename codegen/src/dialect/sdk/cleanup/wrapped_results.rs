//! Responses that an SDK hands out with their headers, or page by page.

use std::collections::{BTreeMap, BTreeSet};

use super::page_names::{PageName, References};
use crate::claim::{Body, FieldClaim, ModelClaim, Scalar, Stated, TypeShape};
use crate::fold::fold_name;

/// The namespace of requests and responses, where an SDK has one.
const OPERATIONS: &str = "operations";
/// How titles of responses end, and those of the requests that go with them.
const RESPONSE: &str = "Response";
const REQUEST: &str = "Request";
/// The field for the body.
const RESULT: &str = "result";
/// The field for the headers.
const HEADERS: &str = "headers";
/// What parameters are called, folded, that ask for a part of a list.
const PAGING: [&str; 9] = [
    "count", "cursor", "limit", "offset", "page", "pagesize", "perpage", "size", "skip",
];

/// The models, by index, that only wrap what an operation returns.
///
/// `headers`, a map to lists of texts, stands beside the `result`, or alone where nothing comes
/// back. A `result` alone is what an SDK that turns the pages itself prints for an operation whose
/// request asks for a page. If one of those that are nothing but a `result` belongs to no such
/// request, it is the API that calls what it returns so, and they are all models of it.
pub(crate) fn find(models: &[ModelClaim]) -> BTreeSet<usize> {
    let used = References::of(models);
    let is_flat = models.iter().all(|model| model.namespace != OPERATIONS);
    let namespace = if is_flat { "" } else { OPERATIONS };
    let by_title: BTreeMap<(&str, &str), &ModelClaim> = models
        .iter()
        .map(|model| ((model.namespace.as_str(), model.name.value.as_str()), model))
        .collect();
    let mut wrappers = BTreeSet::new();
    let mut results = Vec::new();
    for (at, model) in models.iter().enumerate() {
        let Some(operation) = model.name.value.strip_suffix(RESPONSE) else {
            continue;
        };
        let Body::Fields(fields) = &model.body else {
            continue;
        };
        if used.mean(&PageName::of(model)) {
            continue;
        }
        let with_headers = fields.iter().filter(|field| !is(field, RESULT));
        if with_headers.clone().count() == 1 && with_headers.clone().all(holds_headers) {
            wrappers.insert(at);
        } else if model.namespace == namespace
            && let [only] = fields.as_slice()
            && is(only, RESULT)
            && only.required.value == Stated::Yes
        {
            let title = format!("{operation}{REQUEST}");
            let request = by_title.get(&(namespace, title.as_str()));
            results.push((at, request.is_some_and(|request| asks_for_a_page(request))));
        }
    }
    if results.iter().all(|(_, paged)| *paged) {
        wrappers.extend(results.iter().map(|(at, _)| *at));
    }
    wrappers
}

fn is(field: &FieldClaim, name: &str) -> bool {
    fold_name(&field.name.value) == name
}

fn holds_headers(field: &FieldClaim) -> bool {
    let text = || TypeShape::Scalar(Scalar::String);
    let headers = TypeShape::Map(Box::new(TypeShape::List(Box::new(text()))));
    is(field, HEADERS) && field.required.value == Stated::Yes && field.ty.value == headers
}

fn asks_for_a_page(request: &ModelClaim) -> bool {
    let Body::Fields(fields) = &request.body else {
        return false;
    };
    let mut names = fields.iter().map(|field| fold_name(&field.name.value));
    names.any(|name| PAGING.contains(&name.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::claim::Reason;
    use crate::dialect::sdk::testing::{fields_page, read};

    const HEADERS: &str = "`headers` | Record<string, *string*[]> | yes | N/A";
    const RESULT: &str =
        "`result` | [components.Item](../../models/components/item.md) | yes | N/A";
    const LIMIT: &str = "`limit` | *number* | no | N/A";

    /// The titles of wrappers among models of operations.
    fn wrappers(pages: &[(&str, &[&str])]) -> Vec<String> {
        let item = fields_page("Item", &["`id` | *string* | yes | N/A"]);
        let mut texts = vec![("docs/models/components/item.md".to_owned(), item)];
        for (title, rows) in pages {
            let path = format!("docs/models/operations/{}.md", title.to_lowercase());
            texts.push((path, fields_page(title, rows)));
        }
        let texts: Vec<_> = texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let reading = read(&texts);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let left_out = reading.sources[0].left_out.iter();
        left_out
            .inspect(|page| assert_eq!(page.reason, Reason::ResponseWrapper))
            .map(|page| page.title.clone())
            .collect()
    }

    #[test]
    fn headers_and_a_result_wrap_a_response() {
        let found = wrappers(&[
            ("GetResponse", &[HEADERS, RESULT]),
            ("DeleteResponse", &[HEADERS]),
            // Some results may be absent.
            ("FindResponse", &[HEADERS, "`result` | *string* | no | N/A"]),
        ]);
        assert_eq!(found, ["GetResponse", "DeleteResponse", "FindResponse"]);
    }

    #[test]
    fn what_only_looks_like_a_wrapper_is_a_model() {
        let text = "`headers` | Record<string, *string*> | yes | N/A";
        let more = "`status` | *number* | yes | N/A";
        let optional = HEADERS.replace("| yes |", "| no |");
        let user =
            "`last` | [operations.GetResponse](../../models/operations/getresponse.md) | yes | N/A";
        let found = wrappers(&[
            ("AResponse", &[text, RESULT]),
            ("BResponse", &[HEADERS, RESULT, more]),
            ("CResponse", &[&optional, RESULT]),
            ("Exchange", &[HEADERS, RESULT]),
            // A type cell means it.
            ("GetResponse", &[HEADERS, RESULT]),
            ("User", &[user]),
        ]);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn a_result_alone_wraps_the_pages_that_its_request_asks_for() {
        let found = wrappers(&[
            ("ListRequest", &[LIMIT]),
            ("ListResponse", &[RESULT]),
            ("GetResponse", &["`id` | *string* | yes | N/A"]),
        ]);
        assert_eq!(found, ["ListResponse"]);
        let found = wrappers(&[
            ("ListRequest", &[LIMIT]),
            ("ListResponse", &[RESULT]),
            ("GetRequest", &["`id` | *string* | yes | N/A"]),
            ("GetResponse", &[RESULT]),
        ]);
        assert_eq!(found, Vec::<String>::new());
        // An SDK may have all its models in one folder.
        let request = fields_page("ListRequest", &[LIMIT]);
        let response = fields_page("ListResponse", &["`result` | *string*[] | yes | N/A"]);
        let reading = read(&[
            ("docs/models/listrequest.md", &request),
            ("docs/models/listresponse.md", &response),
        ]);
        assert_eq!(reading.sources[0].left_out.len(), 1);
    }
}
