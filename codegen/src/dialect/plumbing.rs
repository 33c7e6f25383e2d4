//! Models of the SDK rather than of the API, known by their shape.

use super::globals;
use super::references::{PageName, means_one_of};
use crate::claim::{Body, FieldClaim, LeftOut, ModelClaim, Reason, Scalar, Source, TypeShape};

/// Moves plumbing from a source's models to what is left out.
///
/// A response outside of a wrapper, as on an error, loses only its field. A
/// file to upload becomes binary content where it is used.
pub(super) fn leave_out(source: &mut Source) {
    let metadata: Vec<_> = names_where(&source.models, is_http_metadata);
    let globals = globals::find(&source.models);
    let models = std::mem::take(&mut source.models);
    let mut uploads = Vec::new();
    for (at, model) in models.into_iter().enumerate() {
        let reason = if globals.contains(&at) {
            Some(Reason::Globals)
        } else {
            reason(&model, &metadata)
        };
        match reason {
            Some(reason) => {
                if reason == Reason::FileUpload {
                    uploads.push(PageName::of(&model));
                }
                source.left_out.push(left_out(model, reason));
            }
            None => source.models.push(model),
        }
    }
    for model in &mut source.models {
        match &mut model.body {
            Body::Fields(fields) => {
                fields.retain(|field| !is_http(field, &metadata));
                for field in fields {
                    replace(&mut field.ty.value, &uploads);
                }
            }
            Body::Members(members) => {
                for member in members {
                    replace(&mut member.value, &uploads);
                }
            }
            Body::Values(_) | Body::Silent => {}
        }
    }
}

/// Whether names are those of a retry configuration's settings.
pub(super) fn are_retry_settings(names: impl Iterator<Item = String>) -> bool {
    let names: Vec<_> = names.map(|name| letters(&name)).collect();
    let has = |wanted: &[&str]| {
        wanted
            .iter()
            .all(|name| names.iter().any(|known| known == name))
    };
    has(&["initialinterval", "maxinterval"])
        || has(&["strategy", "backoff", "retryconnectionerrors"])
}

/// A field's name in lower-case letters and digits only.
pub(super) fn letters(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
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
        TypeShape::Model(name) => means_one_of(name, metadata),
        _ => false,
    }
}

fn reason(model: &ModelClaim, metadata: &[PageName]) -> Option<Reason> {
    let Body::Fields(fields) = &model.body else {
        return None;
    };
    let names = || fields.iter().map(|field| letters(&field.name.value));
    let has = |name: &str| names().any(|known| known == name);
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
    } else if is_file_upload(fields) {
        Some(Reason::FileUpload)
    } else {
        None
    }
}

fn is_file_upload(fields: &[FieldClaim]) -> bool {
    let count = |scalar| {
        let of = fields
            .iter()
            .filter(|field| field.ty.value == TypeShape::Scalar(scalar));
        of.count()
    };
    // Some SDKs name the content's type as well.
    let kind = |field: &&FieldClaim| letters(&field.name.value) == "contenttype";
    let kinds = fields.iter().filter(kind).count();
    // Go takes anything that can be read as content.
    let anything = fields
        .iter()
        .any(|field| field.ty.value == TypeShape::Any && letters(&field.name.value) == "content");
    let named = fields
        .iter()
        .any(|field| letters(&field.name.value) == "filename");
    let content = count(Scalar::Bytes) == 1 || (anything && named);
    fields.len() == 2 + kinds && count(Scalar::String) == 1 + kinds && content
}

fn replace(shape: &mut TypeShape, uploads: &[PageName]) {
    match shape {
        TypeShape::Model(name) if means_one_of(name, uploads) => {
            *shape = TypeShape::Scalar(Scalar::Bytes);
        }
        TypeShape::List(inner) | TypeShape::Map(inner) | TypeShape::Nullable(inner) => {
            replace(inner, uploads);
        }
        TypeShape::Union(members) => {
            for member in members {
                replace(member, uploads);
            }
        }
        _ => {}
    }
}

fn left_out(model: ModelClaim, reason: Reason) -> LeftOut {
    LeftOut {
        file: model.name.place.file,
        title: model.name.value,
        namespace: model.namespace,
        reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::testing::{fields_page, read};

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
    fn a_file_to_upload_is_its_content() {
        let file = fields_page(
            "Pic",
            &[
                "`fileName` | *string* | yes | N/A",
                "`content` | *Uint8Array* | yes | N/A",
            ],
        );
        let user = fields_page(
            "A",
            &["`pic` | [components.Pic](../../models/components/pic.md)[] | yes | N/A"],
        );
        let reading = read(&[
            ("docs/models/components/a.md", &user),
            ("docs/models/components/pic.md", &file),
        ]);
        let bytes = TypeShape::Scalar(Scalar::Bytes);
        assert_eq!(
            reading.fields("A")[0].ty.value,
            TypeShape::List(Box::new(bytes))
        );
        assert_eq!(reading.sources[0].left_out[0].reason, Reason::FileUpload);
    }

    #[test]
    fn a_file_to_upload_may_name_its_kind() {
        let name = "`file_name` | *str* | yes | N/A";
        let content = "`content` | *Union[bytes, IO[bytes], io.BufferedReader]* | yes | N/A";
        let kind = "`content_type` | *Optional[str]* | no | N/A";
        let (models, left_out) = sorted(&[
            ("docs/models/a.md", fields_page("A", &[name, content, kind])),
            ("docs/models/b.md", fields_page("B", &[name, content, name])),
        ]);
        assert_eq!(models, ["B"]);
        assert_eq!(left_out, [("A".to_owned(), Reason::FileUpload)]);
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
