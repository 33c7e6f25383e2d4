//! The three documents that the project started from, as they are, in one folder without settings.

use fieldtable::diagnostic::{Diagnostics, Severity};
use fieldtable::input;
use fieldtable::model::{Api, Kind, Presence, Struct, Type};
use tests::Project;

use crate::shared;

const PAGES: [&str; 3] = ["ConnectionInfoV2.md", "ProcessV2.md", "ProcessV3.md"];

#[test]
#[ignore = "needs the corpus"]
fn three_pages_in_two_languages_give_three_models_and_what_they_name() {
    let seeds = shared("seeds");
    let project = Project::new(&[]);
    for page in PAGES {
        let text = std::fs::read_to_string(seeds.join(page)).expect("a seed");
        project.put(&format!("specs/hathora/{page}"), &text);
    }
    let input = input::read(&project.path("specs")).expect("the specs can be read");
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics).expect("no errors");
    let api = &description.apis[0];

    let v2 = object(api, "ProcessV2");
    let v3 = object(api, "ProcessV3");
    let connection = object(api, "ConnectionInfoV2");
    assert_eq!(
        [v2, v3, connection].map(|object| object.fields.len()),
        [13, 13, 4]
    );

    // Java says `int`; TypeScript's `number` says nothing of the kind.
    for name in ["deploymentId", "roomsAllocated", "roomsPerProcess"] {
        assert_eq!(type_of(v2, name), &Type::Int32, "{name}");
    }
    assert_eq!(type_of(v3, "roomsAllocated"), &Type::Number);
    assert_eq!(type_of(v3, "deploymentId"), &Type::String);
    for name in ["createdAt", "startedAt", "stoppingAt", "terminatedAt"] {
        assert_eq!(type_of(v2, name), &Type::DateTime, "{name}");
        assert_eq!(type_of(v3, name), &Type::DateTime, "{name}");
    }
    assert_eq!(presence(v2, "exposedPort"), Presence::RequiredNullable);
    assert_eq!(presence(connection, "exposedPort"), Presence::Optional);

    let missing: Vec<String> = diagnostics
        .sorted()
        .into_iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Warning)
        .filter_map(|d| {
            d.message
                .strip_prefix("no page describes ")
                .map(str::to_owned)
        })
        .collect();
    let expected = [
        "`ExposedPort`",
        "`ConnectionInfoV2Status`",
        "`ProcessV2ExposedPort`",
        "`Region`",
        "`ProcessStatus`",
        "`ProcessV3ExposedPort`",
    ];
    assert_eq!(missing, expected);
    for name in [
        "ExposedPort",
        "ProcessV2ExposedPort",
        "ProcessV3ExposedPort",
    ] {
        let port = object(api, name);
        let shape = [
            ("host", Type::String),
            ("name", Type::String),
            ("port", Type::Int64),
            ("transportType", Type::String),
        ];
        for (key, ty) in shape {
            assert_eq!(type_of(port, key), &ty, "{name}.{key}");
        }
        assert!(
            note(api, name).contains("inferred from an example at `hathora/Process"),
            "{name}"
        );
    }
    for name in ["ProcessStatus", "Region", "ConnectionInfoV2Status"] {
        let Kind::Alias(alias) = &model(api, name).kind else {
            panic!("{name}")
        };
        assert_eq!(alias.ty, Type::String, "{name}");
    }
}

fn model<'a>(api: &'a Api, name: &str) -> &'a fieldtable::model::Model {
    api.models
        .values()
        .find(|model| model.path.as_str() == name)
        .expect("the model")
}

fn note<'a>(api: &'a Api, name: &str) -> &'a str {
    &model(api, name).docs.notes[0]
}

fn object<'a>(api: &'a Api, name: &str) -> &'a Struct {
    match &model(api, name).kind {
        Kind::Struct(object) => object,
        other => panic!("{name} is {other:?}"),
    }
}

fn field<'a>(object: &'a Struct, name: &str) -> &'a fieldtable::model::Field {
    object
        .fields
        .iter()
        .find(|field| field.wire_name.value == name)
        .expect("the field")
}

fn type_of<'a>(object: &'a Struct, name: &str) -> &'a Type {
    &field(object, name).ty.value
}

fn presence(object: &Struct, name: &str) -> Presence {
    field(object, name).presence
}
