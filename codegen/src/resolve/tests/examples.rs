//! Examples of hand-written pages: tests, evidence or findings, never fields.

use super::references::{Book, describe};
use crate::claim::*;
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Api, EnumValue, Kind, Nullability, Rule, Type};
use crate::resolve::testing::{field, kind, messages};
use crate::source::Located;

/// A bed with two required fields and a state, shown by examples in lines 21 and on.
fn describe_bed(examples: &[&str]) -> (Api, Diagnostics) {
    describe("", |book| {
        let mut bed = book.model(1, "Bed", Body::Fields(fields(book)));
        bed.examples = examples
            .iter()
            .enumerate()
            .map(|(nth, text)| {
                let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
                Located::new(Literal::from(value), book.line(21 + nth))
            })
            .collect();
        let values = ["dry", "wet"].map(|value| ValueClaim {
            value: Located::new(value.to_owned(), book.line(12)),
            name: None,
        });
        let values = ValuesClaim {
            values: values.to_vec(),
            scalar: ValueScalar::String,
            open: Stated::Silent,
            are_flags: false,
        };
        vec![bed, book.model(10, "State", Body::Values(values))]
    })
}

fn fields(book: &Book<'_>) -> Vec<FieldClaim> {
    let state = ModelName {
        name: "State".to_owned(),
        namespace: None,
        target: Some(Target::Anchor {
            page: "ref/rooms.md".to_owned(),
            anchor: "state".to_owned(),
        }),
        linked_namespace: None,
        place: book.line(5),
    };
    let size = book.field(4, "size", TypeShape::Scalar(Scalar::Integer));
    let note = FieldClaim {
        nullable: Stated::Silent,
        ..book.field(3, "note", TypeShape::Scalar(Scalar::String))
    };
    let state = book.field(5, "state", TypeShape::Model(Box::new(state)));
    vec![note, size, state]
}

fn warnings(diagnostics: &Diagnostics) -> Vec<String> {
    messages(diagnostics, Severity::Warning)
}

fn examples(api: &Api) -> usize {
    let beds = api.models.iter().find(|(path, _)| path.as_str() == "Bed");
    beds.expect("the model").1.examples.len()
}

#[test]
fn an_example_that_fits_is_a_test() {
    let (api, diagnostics) = describe_bed(&[r#"{"note": "a", "size": 1, "state": "dry"}"#]);
    assert_eq!(warnings(&diagnostics), Vec::<String>::new());
    assert_eq!(examples(&api), 1);
}

#[test]
fn an_example_that_contradicts_its_table_is_one_finding_with_both_places() {
    let (api, diagnostics) = describe_bed(&[r#"{"note": 1, "size": "2", "state": "dry"}"#]);
    let found = diagnostics.sorted();
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(
        found[0].message,
        "this example contradicts its table at `$.note`"
    );
    assert_eq!(found[0].label, "a number here, text in the table");
    assert_eq!(found[0].related.len(), 1);
    assert_ne!(found[0].related[0].0, found[0].place.expect("a place"));
    assert_eq!(examples(&api), 0);
}

#[test]
fn an_abridged_example_is_neither_test_nor_finding_and_makes_no_key_optional() {
    let (api, diagnostics) = describe_bed(&[
        r#"{"note": "a", "size": 1}"#,
        r#"{"note": "a", "size": 1, "state": "dry", "old": true}"#,
        r#"{"Note": "a", "size": 1, "state": "dry"}"#,
        r#"{"note": "a", "size": 5000000000, "state": "on fire"}"#,
    ]);
    assert_eq!(warnings(&diagnostics), Vec::<String>::new());
    // The enum is open, so that the last one is read and written.
    assert_eq!((examples(&api), api.examples_left_out), (1, 3));
    assert!(field(&api, "Bed", "state").required.value);
    let Kind::Struct(bed) = kind(&api, "Bed") else {
        panic!("no struct");
    };
    assert_eq!(bed.fields.len(), 3);
    assert_eq!(field(&api, "Bed", "size").ty.value, Type::Int64);
    let Kind::Enum(state) = kind(&api, "State") else {
        panic!("no enum");
    };
    let values: Vec<_> = state
        .values
        .iter()
        .map(|EnumValue { value, .. }| value)
        .collect();
    assert_eq!(values, ["dry", "wet"]);
}

#[test]
fn null_in_an_example_is_evidence() {
    let (api, diagnostics) = describe_bed(&[r#"{"note": null, "size": 1, "state": "dry"}"#]);
    assert_eq!(warnings(&diagnostics), Vec::<String>::new());
    let note = field(&api, "Bed", "note");
    let nullable = (note.nullable.value, note.nullable.rule);
    assert_eq!(nullable, (Nullability::Yes, Rule::NullInExample));
    assert_eq!(examples(&api), 1);
}
