//! Whole pages, read by the default profile.

use super::book::Leaf;
use crate::claim::{Body, FieldClaim, ModelClaim, Scalar, Source, TypeShape};
use crate::config::Config;
use crate::diagnostic::Diagnostics;
use crate::page::{PageFile, parse};
use crate::source::{Files, SourceFile};

fn read(text: &str) -> Source {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("api/garden.md", text));
    let mut page = PageFile {
        path: "garden.md".to_owned(),
        page: parse(&files, id),
    };
    let mut diagnostics = Diagnostics::default();
    let config = Config::default();
    super::read(
        &files,
        String::new(),
        vec![Leaf::of(&mut page)],
        &config,
        &mut Vec::new(),
        &mut diagnostics,
    )
}

fn model<'s>(source: &'s Source, name: &str) -> &'s ModelClaim {
    let mut models = source.models.iter();
    let names: Vec<_> = source.models.iter().map(|it| &it.name.value).collect();
    let found = models.find(|it| it.name.value == name);
    found.unwrap_or_else(|| panic!("no `{name}` among {names:?}"))
}

fn field<'s>(source: &'s Source, name: &str, key: &str) -> &'s FieldClaim {
    let Body::Fields(fields) = &model(source, name).body else {
        panic!("no fields");
    };
    let mut fields = fields.iter();
    fields.find(|it| it.name.value == key).expect("the field")
}

fn text() -> TypeShape {
    TypeShape::Scalar(Scalar::String)
}

#[test]
fn rows_for_places_are_of_each_list_where_the_example_has_several() {
    let page = |example: &str| {
        format!(
            "# Garden\n\n## Bed\n\n| Field | Type |\n|--|--|\n| id | string |\n| log | array |\n\
             | > log[0] | string |\n| > log[1] | string |\n\n```json\n{example}\n```\n"
        )
    };
    let one = read(&page(r#"{"id": "1", "log": ["a", "b"]}"#));
    let list = TypeShape::List(Box::new(text()));
    assert_eq!(field(&one, "Bed", "log").ty.value, list);
    let many = read(&page(r#"{"id": "1", "log": [["a", "b"], ["c", "d"]]}"#));
    let lists = TypeShape::List(Box::new(list));
    assert_eq!(field(&many, "Bed", "log").ty.value, lists);
}

#[test]
fn names_below_the_heading_of_an_enum_are_its_values() {
    let page = "# Garden\n\n## Bed\n\n| Property | Type |\n|--|--|\n| id | [BedID](#bedid-enum) |\n\
                | state | [State](#state-enum) |\n\n## State *enum*\n\n\
                | Property | Description |\n|--|--|\n| DRY | x |\n| WET | y |\n\n\
                ## BedID *enum*\n\n| Bed | BedID | Remark |\n|--|--|--|\n\
                | [North](#bed) | north | a |\n| [South](#bed) | south | b |\n";
    let source = read(page);
    for (name, expected) in [("State", ["DRY", "WET"]), ("BedID", ["north", "south"])] {
        let Body::Values(values) = &model(&source, name).body else {
            panic!("no values");
        };
        let values: Vec<_> = values.values.iter().map(|it| &it.value.value).collect();
        assert_eq!(values, expected);
    }
}

#[test]
fn a_table_without_types_has_them_from_examples() {
    let page = "# Garden\n\n## Bed\n\n| Parameter | Example | Description |\n|--|--|--|\n\
                | id | `north` | x |\n| wet | true | y |\n| size | 4 | z |\n| owner | | w |\n\n\
                ```json\n{\"id\": \"north\", \"owner\": {\"name\": \"Ada\"}}\n```\n";
    let source = read(page);
    let types =
        ["id", "wet", "size", "owner"].map(|key| field(&source, "Bed", key).ty.value.clone());
    let expected = [
        text(),
        TypeShape::Scalar(Scalar::Boolean),
        TypeShape::Scalar(Scalar::Number),
        TypeShape::Map(Box::new(TypeShape::Any)),
    ];
    assert_eq!(types, expected);
    let cues = field(&source, "Bed", "size").cues.as_ref().expect("cues");
    let cue = cues.ty.as_deref().expect("a cue");
    assert!(cue.ends_with("api/garden.md:9"), "{cue}");
    assert_eq!(model(&source, "Bed").examples.len(), 1);
}
