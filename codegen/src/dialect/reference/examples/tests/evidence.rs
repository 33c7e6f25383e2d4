//! What an example shows.

use super::*;

#[test]
fn keys_of_the_transport_become_optional_fields() {
    let page = format!(
        "# Garden\n\n## Bed\n\n{BED}{}{}## Pot\n\n{POT}",
        json(r#"{"seq": 7, "id": "1"}"#),
        json(r#"{"seq": "a", "id": "1", "soil": "clay"}"#)
    );
    let shelf = read(&[&page]);
    assert_eq!(shelf.messages, []);
    let seq = shelf.field("Bed", "seq");
    assert_eq!(seq.required.value, Stated::No);
    assert_eq!(seq.ty.value, TypeShape::Any);
    let pot = &shelf.source.models[1];
    assert_eq!(known::fields_of(pot).len(), 2);
}

#[test]
fn an_endpoint_that_returns_a_linked_model_has_its_examples() {
    let bed = r#"{"id": "1", "soil": "clay"}"#;
    let garden = format!("# Garden\n\n## Bed\n\n{BED}");
    let calls = format!(
        "# Calls\n\n## Plant\n\nReturns a [bed](a.md#bed) in the garden.\n{}",
        json(bed)
    );
    let shelf = read(&[&garden, &calls]);
    assert_eq!(shelf.examples(), [("Bed", vec![bed])]);
}

#[test]
fn examples_that_are_no_json_give_types_and_no_test() {
    let table = "| Field | Type | Example |\n| - | - | - |\n| id |  |  |\n| wet |  |  |\n\
                 | rows | list |  |\n| size |  | 4 |\n| any | any |  |\n| soil |  |  |\n\
                 | never |  | 12 km |\n| mixed |  |  |\n| label |  | red |\n";
    let lenient = json("{\n  'id': <id>, // the id\n  wet: true, rows: [\"a\", ...], ...\n}");
    let strict =
        json(r#"{"id": "1", "any": 1, "soil": {"a": 1}, "mixed": 1, "rows": [], "size": "big"}"#);
    let more = json(r#"{"id": null, "mixed": "1"}"#);
    let page = format!("# Garden\n\n## Bed\n\n{table}{lenient}{strict}{more}");
    let shelf = read(&[&page]);
    assert_eq!(shelf.source.models[0].examples.len(), 2);
    let text = TypeShape::Scalar(Scalar::String);
    let number = TypeShape::Scalar(Scalar::Number);
    let expected = [
        ("id", text.clone()),
        ("wet", TypeShape::Scalar(Scalar::Boolean)),
        ("rows", TypeShape::List(Box::new(text.clone()))),
        ("size", text.clone()),
        ("any", TypeShape::Any),
        ("soil", TypeShape::Map(Box::new(TypeShape::Any))),
        ("never", TypeShape::Any),
        ("mixed", TypeShape::Any),
        ("label", text),
    ];
    for (name, ty) in expected {
        assert_eq!(shelf.field("Bed", name).ty.value, ty, "{name}");
    }
    let cue = |name: &str| {
        let Cues { ty, .. } = shelf.field("Bed", name).cues.as_deref().expect("cues");
        ty.clone().expect("a cue")
    };
    assert_eq!(cue("wet"), "inferred from the example at a.md:20");
    assert_eq!(cue("label"), "inferred from the example at a.md:15");
    assert!(shelf.field("Bed", "any").cues.is_none());
    let alone = read(&[&format!("# Garden\n\n## Bed\n\n{table}")]);
    assert_eq!(alone.field("Bed", "size").ty.value, number);
}

#[test]
fn rows_for_places_are_those_of_each_list_if_examples_show_many() {
    let read = |text: &str| {
        let page = format!("# Garden\n\n## Bed\n\n{BED}{}", json(text));
        let shelf = read_with(&[&page], |models| {
            let Body::Fields(fields) = &mut models[0].body else {
                panic!("no fields");
            };
            let text = TypeShape::Scalar(Scalar::String);
            fields[2].ty.value = TypeShape::List(Box::new(text));
            fields[2].cues.get_or_insert_default().has_places = true;
        });
        shelf.field("Bed", "rows").ty.value.clone()
    };
    let one = TypeShape::List(Box::new(TypeShape::Scalar(Scalar::String)));
    assert_eq!(read(r#"{"id": "1", "rows": ["a", "b"]}"#), one);
    let many = TypeShape::List(Box::new(one));
    assert_eq!(read(r#"{"id": "1", "rows": [["a", "b"], ["c"]]}"#), many);
}

#[test]
fn models_inside_of_models_are_gone_through() {
    let soil = "| Field | Type |\n| - | - |\n| ph |  |\n";
    let bed = "| Field | Type |\n| - | - |\n| id | text |\n| soil | ->soil |\n";
    let text = json(r#"{"id": "1", "soil": {"ph": 6.5, "worms": 3}}"#);
    let page = format!("# Garden\n\n## Bed\n\n{bed}{text}\n## Soil\n\n{soil}");
    let shelf = read(&[&page]);
    let number = TypeShape::Scalar(Scalar::Number);
    assert_eq!(shelf.field("Soil", "ph").ty.value, number);
    let message = "examples of `Soil` have a key that no row has: `worms`".to_owned();
    assert_eq!(shelf.messages, [(message, 11)]);
}

#[test]
fn keys_that_no_row_has_are_said_once_a_model_and_once_where_all_have_them() {
    let sections: String = (0..5)
        .map(|nth| {
            let text = json(&format!(
                r#"{{"id": "1", "soil": "a", "rows": [], "ok": true, "k{nth}": 1}}"#
            ));
            let twice = format!("{text}{text}");
            format!(
                "## Bed {nth}\n\n{BED}{}",
                if nth == 0 { twice } else { text }
            )
        })
        .collect();
    let shelf = read(&[&format!("# Garden\n\n{sections}")]);
    let messages: Vec<_> = shelf.messages.iter().map(|it| it.0.as_str()).collect();
    assert_eq!(messages.len(), 6);
    assert!(messages.contains(&"examples of many models have a key that no row has: `ok`"));
    assert!(messages.contains(&"examples of `Bed 0` have a key that no row has: `k0`"));
}

#[test]
fn the_role_that_claims_have_counts_first() {
    let bed = json(r#"{"id": "1", "soil": "clay"}"#);
    let page = format!("# Garden\n\n## Bed\n\n{BED}\nThe response:\n{bed}");
    let asks = |models: &mut Vec<ModelClaim>| models[0].role = Some(Role::Request);
    assert_eq!(read_with(&[&page], asks).examples(), []);
    assert_eq!(read(&[&page]).examples().len(), 1);
}

#[test]
fn many_tables_and_examples_take_time_in_proportion() {
    let page = |count: usize| {
        let sections = (0..count).map(|nth| {
            let example = json(r#"{"no": {"no": [{"no": 1}]}}"#);
            format!("### Bed {nth}\n\n{BED}{example}")
        });
        format!("# Garden\n\n{}", sections.collect::<String>())
    };
    crate::work::is_linear("beds", 100, page, |page| {
        read(&[&page]);
    });
}
