//! Models of the SDK rather than of the API, recognized by their shape.

use super::page_names::{PageName, means_one_of};
use super::{globals, uploads, wrapped_examples, wrapped_results};
use crate::claim::{Body, FieldClaim, LeftOut, ModelClaim, Reason, Source, TypeShape};
use crate::dialect::sdk::page::kind::are_retry_settings;
use crate::dialect::sdk::page::location;
use crate::fold::same_name;

/// Removes helper models of the SDK from the models of a source, and records them as left out.
///
/// A response outside of a wrapper, as on an error, loses only its field. A
/// file to upload becomes binary content where it is used.
pub(crate) fn leave_out(source: &mut Source) {
    let metadata: Vec<_> = names_where(&source.models, is_http_metadata);
    let globals = globals::find(&source.models);
    let wrappers = wrapped_results::find(&source.models);
    let models = std::mem::take(&mut source.models);
    let (mut files, mut wrapping) = (Vec::new(), Vec::new());
    for (at, model) in models.into_iter().enumerate() {
        let reason = if globals.contains(&at) {
            Some(Reason::Globals)
        } else if wrappers.contains(&at) {
            Some(Reason::ResponseWrapper)
        } else {
            reason(&model, &metadata)
        };
        match reason {
            Some(reason) => {
                if reason == Reason::FileUpload {
                    files.push(PageName::of(&model));
                }
                source.left_out.push(left_out(&model, reason));
                if reason == Reason::ResponseWrapper {
                    wrapping.push(model);
                }
            }
            None => source.models.push(model),
        }
    }
    for model in &mut source.models {
        if let Body::Fields(fields) = &mut model.body {
            fields.retain(|field| !is_http(field, &metadata));
        }
    }
    uploads::replace(&mut source.models, &files);
    wrapped_examples::hand_on(&wrapping, &mut source.models);
}

fn names_where(models: &[ModelClaim], is: impl Fn(&[FieldClaim]) -> bool) -> Vec<PageName> {
    let found = models.iter().filter(|model| match &model.body {
        Body::Fields(fields) => is(fields),
        _ => false,
    });
    found.map(PageName::of).collect()
}

/// Nothing but requests and responses of the client library.
fn is_http_metadata(fields: &[FieldClaim]) -> bool {
    !fields.is_empty()
        && fields
            .iter()
            .all(|field| field.ty.value == TypeShape::RawResponse)
}

fn is_http(field: &FieldClaim, metadata: &[PageName]) -> bool {
    match &field.ty.value {
        TypeShape::RawResponse => true,
        TypeShape::Model(name) => {
            // Its page may be missing, as it describes no model.
            let is_named = same_name(&field.name.value, "httpmeta");
            (is_named && same_name(&name.name, "httpmetadata")) || means_one_of(name, metadata)
        }
        _ => false,
    }
}

fn reason(model: &ModelClaim, metadata: &[PageName]) -> Option<Reason> {
    let Body::Fields(fields) = &model.body else {
        return None;
    };
    let names = || fields.iter().map(|field| &field.name.value);
    let has = |name: &str| names().any(|known| same_name(known, name));
    let http = fields.iter().any(|field| is_http(field, metadata));
    let wraps_metadata = fields
        .iter()
        .any(|field| is_http(field, metadata) && field.ty.value != TypeShape::RawResponse);
    let is_error = model.namespace == "errors";
    if http && has("contenttype") && has("statuscode")
        || wraps_metadata && !is_error
        || is_http_metadata(fields)
    {
        Some(Reason::ResponseWrapper)
    } else if are_retry_settings(names()) {
        Some(Reason::RetryConfig)
    } else if uploads::is_file_upload(fields) {
        Some(Reason::FileUpload)
    } else {
        None
    }
}

fn left_out(model: &ModelClaim, reason: Reason) -> LeftOut {
    LeftOut {
        file: model.name.place.file,
        title: model.name.value.clone(),
        namespace: model.namespace.clone(),
        reason,
        is_user_type: !location::is_in_models(&model.page),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::sdk::testing::{fields_page, read};

    fn sorted(pages: &[(&str, String)]) -> (Vec<String>, Vec<(String, Reason)>) {
        let pages: Vec<_> = pages
            .iter()
            .map(|(path, text)| (*path, text.as_str()))
            .collect();
        let reading = read(&pages);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let source = &reading.sources[0];
        let models = source.models.iter().map(|model| model.name.value.clone());
        let left_out = source.left_out.iter();
        let left_out = left_out.map(|page| (page.title.clone(), page.reason));
        (models.collect(), left_out.collect())
    }

    #[test]
    fn leaves_out_responses_but_keeps_errors() {
        let raw = "`rawResponse` | [HttpResponse<byte[]>](https://x) | yes | N/A";
        let wrapper = fields_page(
            "GetResponse",
            &[
                "`contentType` | *String* | yes | N/A",
                "`statusCode` | *Integer* | yes | N/A",
                raw,
            ],
        );
        let error = fields_page("Oops", &["`message` | *String* | yes | N/A", raw]);
        let reading = read(&[
            ("docs/models/operations/GetResponse.md", &wrapper),
            ("docs/models/errors/Oops.md", &error),
        ]);
        let names: Vec<_> = reading
            .fields("Oops")
            .iter()
            .map(|f| f.name.value.as_str())
            .collect();
        assert_eq!(names, ["message"]);
        let left_out = &reading.sources[0].left_out;
        assert_eq!(left_out.len(), 1);
        assert_eq!(left_out[0].title, "GetResponse");
        assert_eq!(left_out[0].namespace, "operations");
        assert_eq!(left_out[0].reason, Reason::ResponseWrapper);
    }

    #[test]
    fn knows_the_responses_of_every_language() {
        let cells = [
            "[*http.Response](https://x)",
            "[httpx.Response](https://x)",
            "[requests.Response](https://x)",
            "[Faraday::Response](https://x)",
            "[Crystalline::Nilable.new(Faraday::Response)](https://x)",
            "[\\Psr\\Http\\Message\\ResponseInterface](https://x)",
        ];
        for cell in cells {
            let raw = format!("`raw_response` | {cell} | yes | N/A");
            let page = fields_page(
                "GetResponse",
                &[
                    "`content_type` | *string* | yes | N/A",
                    "`status_code` | *string* | yes | N/A",
                    &raw,
                ],
            );
            let (_, left_out) = sorted(&[("docs/models/operations/getresponse.md", page)]);
            let wrapper = ("GetResponse".to_owned(), Reason::ResponseWrapper);
            assert_eq!(left_out, [wrapper], "{cell}");
        }
    }

    #[test]
    fn leaves_out_responses_with_metadata() {
        let (models, left_out) = sorted(&[
            (
                "docs/models/components/httpmetadata.md",
                fields_page(
                    "HTTPMetadata",
                    &[
                        "`response` | [Response](https://x) | yes | N/A",
                        "`request` | [Request](https://x) | yes | N/A",
                    ],
                ),
            ),
            (
                "docs/models/operations/getresponse.md",
                fields_page(
                    "GetResponse",
                    &[
                        "`httpMeta` | [components.HTTPMetadata](../../models/components/httpmetadata.md) | yes | N/A",
                        "`object` | *string* | no | N/A",
                    ],
                ),
            ),
        ]);
        assert_eq!(models, Vec::<String>::new());
        let wrapper = |title: &str| (title.to_owned(), Reason::ResponseWrapper);
        assert_eq!(left_out, [wrapper("HTTPMetadata"), wrapper("GetResponse")]);
    }

    #[test]
    fn metadata_may_lack_its_page() {
        let wrapper = fields_page(
            "GetResponse",
            &[
                "`HttpMeta` | [HTTPMetadata](../../Models/Components/HTTPMetadata.md) | yes | N/A",
                "`Object` | *string* | no | N/A",
            ],
        );
        let other = wrapper.replace("HttpMeta", "Meta");
        let (models, left_out) = sorted(&[
            ("docs/Models/Requests/GetResponse.md", wrapper),
            (
                "docs/Models/Requests/OtherResponse.md",
                other.replace("GetR", "OtherR"),
            ),
        ]);
        assert_eq!(models, ["OtherResponse"]);
        assert_eq!(
            left_out,
            [("GetResponse".to_owned(), Reason::ResponseWrapper)]
        );
    }

    #[test]
    fn leaves_out_retry_settings() {
        let (models, left_out) = sorted(&[
            ("docs/models/utils/retryconfig.md", "# RetryConfig\n\n| Name | Type | Description | Example |\n| - | - | - | - |\n| `initialInterval` | *number* | N/A | 1 |\n| `maxInterval` | *number* | N/A | 2 |\n".to_owned()),
            ("docs/models/components/interval.md", fields_page("Interval", &["`maxInterval` | *number* | yes | N/A"])),
        ]);
        assert_eq!(models, ["Interval"]);
        assert_eq!(left_out, [("RetryConfig".to_owned(), Reason::RetryConfig)]);
        let page = "# RetryConfig\n\n## Fields\n\n| Name | Type | Description | Example |\n| - | - | - | - |\n| `strategy` | `*str*` | N/A | 1 |\n| `backoff` | [Backoff](#backoff) | N/A | |\n| `retry_connection_errors` | `*bool*` | N/A | |\n";
        let (_, left_out) = sorted(&[("docs/models/utils/retryconfig.md", page.to_owned())]);
        assert_eq!(left_out, [("RetryConfig".to_owned(), Reason::RetryConfig)]);
    }
}
