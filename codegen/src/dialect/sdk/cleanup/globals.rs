//! Global parameters of an SDK: models in addition to the request of each operation.

use std::collections::{BTreeMap, BTreeSet};

use super::page_names::{PageName, References};
use crate::claim::{Body, FieldClaim, ModelClaim, Stated};

/// The namespace of models that an SDK keeps to itself.
const INTERNAL: &str = "internal";

/// The models, by index, that hold global parameters.
///
/// They come one an operation, all titles ending in the same word. None is
/// used by a type cell, all their fields are optional, the same fields come
/// again and again, and each operation's request holds them too. An SDK may
/// also have one for all operations, among its internal models.
pub(crate) fn find(models: &[ModelClaim]) -> BTreeSet<usize> {
    let used = References::of(models);
    let mut families: BTreeMap<(&str, &str), Vec<Candidate>> = BTreeMap::new();
    for (at, model) in models.iter().enumerate() {
        let title = model.name.value.as_str();
        let (operation, word) = title.split_at(title.rfind(char::is_uppercase).unwrap_or(0));
        let candidate = Candidate {
            at,
            operation,
            fields: parameters(model, &used),
        };
        let family = (model.namespace.as_str(), word);
        families.entry(family).or_default().push(candidate);
    }
    let mut globals = BTreeSet::new();
    for ((namespace, word), family) in &families {
        let holders = |candidate: &Candidate| {
            let others = models.iter().filter(|model| {
                let rest = model.name.value.strip_prefix(candidate.operation);
                rest.is_some_and(|rest| rest != *word)
                    && (model.namespace == *namespace || *namespace == INTERNAL)
            });
            others
                .filter(|model| holds(model, candidate.fields))
                .count()
        };
        let alike = distinct(family) * 2 <= family.len();
        let found = family.iter().all(|candidate| {
            !candidate.fields.is_empty()
                && if candidate.operation.is_empty() {
                    *namespace == INTERNAL && holders(candidate) > 1
                } else {
                    alike && holders(candidate) > 0
                }
        });
        if found {
            globals.extend(family.iter().map(|candidate| candidate.at));
        }
    }
    globals
}

struct Candidate<'a> {
    at: usize,
    /// The title without its last word.
    operation: &'a str,
    /// Empty if the model cannot be one of parameters.
    fields: &'a [FieldClaim],
}

/// How many different lists of fields a family has.
fn distinct(family: &[Candidate]) -> usize {
    let names = family.iter().map(|candidate| {
        let names = candidate
            .fields
            .iter()
            .map(|field| field.name.value.as_str());
        names.collect::<Vec<_>>()
    });
    names.collect::<BTreeSet<_>>().len()
}

fn parameters<'a>(model: &'a ModelClaim, used: &References) -> &'a [FieldClaim] {
    match &model.body {
        Body::Fields(fields)
            if fields
                .iter()
                .all(|field| field.required.value != Stated::Yes) =>
        {
            if used.mean(&PageName::of(model)) {
                &[]
            } else {
                fields
            }
        }
        _ => &[],
    }
}

fn holds(model: &ModelClaim, parameters: &[FieldClaim]) -> bool {
    let Body::Fields(fields) = &model.body else {
        return false;
    };
    parameters.iter().all(|parameter| {
        fields
            .iter()
            .any(|field| field.name.value == parameter.name.value)
    })
}

#[cfg(test)]
mod tests {
    use crate::claim::Reason;
    use crate::dialect::sdk::testing::{fields_page, read};

    const APP: &str = "`appId` | *string* | no | N/A";
    const PAGE: &str = "`page` | *number* | no | N/A";

    fn left_out(pages: &[(&str, &[&str])]) -> Vec<String> {
        let texts: Vec<_> = pages
            .iter()
            .map(|(title, rows)| {
                let path = format!("docs/models/operations/{}.md", title.to_lowercase());
                (path, fields_page(title, rows))
            })
            .collect();
        let texts: Vec<_> = texts
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let reading = read(&texts);
        let left_out = reading.sources[0].left_out.iter();
        left_out
            .filter(|page| page.reason == Reason::Globals)
            .map(|page| page.title.clone())
            .collect()
    }

    #[test]
    fn parameters_of_every_operation_are_globals() {
        let found = left_out(&[
            ("GetAGlobals", &[APP]),
            ("GetARequest", &[APP]),
            ("ListBGlobals", &[APP]),
            ("ListBRequest", &[APP, PAGE]),
        ]);
        assert_eq!(found, ["GetAGlobals", "ListBGlobals"]);
    }

    #[test]
    fn requests_that_are_alike_are_no_globals() {
        let found = left_out(&[("ListARequest", &[PAGE]), ("ListBRequest", &[PAGE])]);
        assert_eq!(found, Vec::<String>::new());
        let user = "`paging` | *operations.ListAPaging* | no | N/A";
        let found = left_out(&[
            ("ListAPaging", &[PAGE]),
            ("ListARequest", &[PAGE, user]),
            ("ListBPaging", &[PAGE]),
            ("ListBRequest", &[PAGE]),
        ]);
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn one_internal_model_may_hold_them_all() {
        let globals = fields_page("Globals", &[APP]);
        let [a, b] = ["GetARequest", "GetBRequest"].map(|title| fields_page(title, &[APP, PAGE]));
        let reading = read(&[
            ("docs/models/internal/globals.md", &globals),
            ("docs/models/operations/getarequest.md", &a),
            ("docs/models/operations/getbrequest.md", &b),
        ]);
        let left_out = &reading.sources[0].left_out;
        assert_eq!(left_out.len(), 1);
        assert_eq!(
            (left_out[0].title.as_str(), left_out[0].reason),
            ("Globals", Reason::Globals)
        );
    }
}
