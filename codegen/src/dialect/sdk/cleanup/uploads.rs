//! File uploads: models of the SDK that are binary content in the request.

use super::page_names::{PageName, means_one_of};
use crate::claim::{FieldClaim, ModelClaim, Scalar, TypeShape};
use crate::fold::fold_name;

/// Puts binary content where models use a file to upload.
pub(crate) fn replace(models: &mut [ModelClaim], uploads: &[PageName]) {
    for model in models {
        for ty in model.body.types_mut() {
            replace_in(&mut ty.value, uploads);
        }
    }
}

/// Whether fields are those of a file to upload: its name and its content.
pub(crate) fn is_file_upload(fields: &[FieldClaim]) -> bool {
    let count = |scalar| {
        let of = fields
            .iter()
            .filter(|field| field.ty.value == TypeShape::Scalar(scalar));
        of.count()
    };
    // Some SDKs name the content's type as well.
    let kind = |field: &&FieldClaim| fold_name(&field.name.value) == "contenttype";
    let kinds = fields.iter().filter(kind).count();
    // Go takes anything that can be read as content.
    let anything = fields
        .iter()
        .any(|field| field.ty.value == TypeShape::Any && fold_name(&field.name.value) == "content");
    let named = fields
        .iter()
        .any(|field| fold_name(&field.name.value) == "filename");
    let content = count(Scalar::Bytes) == 1 || (anything && named);
    fields.len() == 2 + kinds && count(Scalar::String) == 1 + kinds && content
}

fn replace_in(shape: &mut TypeShape, uploads: &[PageName]) {
    match shape {
        TypeShape::Model(name) if means_one_of(name, uploads) => {
            *shape = TypeShape::Scalar(Scalar::Bytes);
        }
        TypeShape::List(inner) | TypeShape::Map(inner) | TypeShape::Nullable(inner) => {
            replace_in(inner, uploads);
        }
        TypeShape::Union(members) => {
            for member in members {
                replace_in(member, uploads);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Reason;
    use crate::dialect::sdk::testing::{fields_page, read};

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
        let reading = read(&[
            (
                "docs/models/a.md",
                &fields_page("A", &[name, content, kind]),
            ),
            (
                "docs/models/b.md",
                &fields_page("B", &[name, content, name]),
            ),
        ]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let [b] = reading.sources[0].models.as_slice() else {
            panic!("{:?}", reading.sources[0].models);
        };
        assert_eq!(b.name.value, "B");
        let [a] = reading.sources[0].left_out.as_slice() else {
            panic!("{:?}", reading.sources[0].left_out);
        };
        assert_eq!((a.title.as_str(), a.reason), ("A", Reason::FileUpload));
    }
}
