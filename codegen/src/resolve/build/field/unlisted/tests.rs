//! Settings of fields that only samples show.

use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Api, Kind, Nullability, Presence, Type};
use crate::resolve::testing::{describe, field, kind, messages, model, table};

/// A page without `state`, `zone` and `when`, which a sample has; `Note` has no page.
fn job(spec: &str) -> (Api, Diagnostics) {
    let job = table(
        "Job",
        &[
            "| `id` | *String* | :heavy_check_mark: | N/A |  |",
            "| `note` | [Note](../../models/shared/Note.md) | :heavy_minus_sign: | N/A |  |",
        ],
    );
    let sample = r#"{"id": "a", "state": {"up": 1}, "zone": "b", "when": "2024-02-29", "note": {"text": "c", "size": 3}}"#;
    describe(
        &[
            ("docs/models/shared/Job.md", &job),
            ("samples/Job/a.json", sample),
        ],
        spec,
    )
}

#[test]
fn settings_decide_about_fields_that_only_samples_show() {
    let (api, diagnostics) = job("[dependencies]\nmine = \"1\"\n[models.Job.fields]\n\
         state = { type = \"{int32}\", required = true, nullable = true, doc = \"Old.\" }\n\
         zone = { wire-name = \"Zone\", rust-name = \"area\", attributes = [\"doc(hidden)\"] }\n\
         when = { type = \"date\", replace = \"::mine::Day\", nullable = false }\n");
    assert_eq!(messages(&diagnostics, Severity::Error), [] as [String; 0]);
    let state = field(&api, "Job", "state");
    assert_eq!(state.ty.value, Type::Map(Box::new(Type::Int32)));
    assert_eq!(state.presence, Presence::RequiredNullable);
    assert_eq!(state.docs.description.as_deref(), Some("Old."));
    let said = |at: usize| (state.ty.evidence[at].at.line, state.ty.evidence[at].won);
    assert_eq!((said(0), said(1)), ((4, true), (1, false)));
    let zone = field(&api, "Job", "Zone");
    assert_eq!(
        (zone.name.as_str(), zone.attributes.as_slice()),
        ("area", &["doc(hidden)".to_owned()][..])
    );
    let when = field(&api, "Job", "when");
    let day = Type::User {
        path: "::mine::Day".to_owned(),
        wire: Box::new(Type::Date),
    };
    assert_eq!(
        (&when.ty.value, when.nullable.value),
        (&day, Nullability::No)
    );
}

#[test]
fn settings_decide_about_models_without_a_page() {
    let (api, diagnostics) = job("[models.Note]\ndoc = \"A note.\"\nextra = \"keep\"\n\
         [models.Note.fields]\ntext.type = \"Job\"\nsize.exclude = true\n");
    assert_eq!(messages(&diagnostics, Severity::Error), [] as [String; 0]);
    let Kind::Struct(note) = kind(&api, "Note") else {
        panic!("no struct")
    };
    assert_eq!((note.fields.len(), note.extra.is_some()), (1, true));
    let boxed = Type::Boxed(Box::new(model("Job")));
    assert_eq!(field(&api, "Note", "text").ty.value, boxed);
    let found = api.models.iter().find(|(path, _)| path.name() == "Note");
    let docs = &found.expect("the model").1.docs;
    assert_eq!(docs.description.as_deref(), Some("A note."));
}

#[test]
fn a_setting_of_a_field_that_nothing_shows_is_an_error() {
    let (_, diagnostics) = job(
        "[models.Job.fields]\nzon.exclude = true\nzone.replace = \"[::std::net::IpAddr]\"\n\
         [models.Note.fields]\nsiz.doc = \"x\"\n",
    );
    let errors = [
        "`Job` has no field `zon`",
        "`Job.zone` does not have the list or map that `replace` describes",
        "`Note` has no field `siz`",
    ];
    assert_eq!(messages(&diagnostics, Severity::Error), errors);
}
