//! Two pages about one field, of which one names a model and the other lists what is in it.

use crate::diagnostic::Severity;
use crate::model::{Kind, Rule, Type};
use crate::resolve::testing::{describe, field, kind, messages, table};

/// The type of a field that Java and Python describe, in words, with the rule and the warnings;
/// Java has a further page.
fn field_of(java: &str, python: &str, page: &str) -> (String, Rule, usize) {
    let row = |ty: &str| format!("| `stop` | {ty} | :heavy_check_mark: | N/A |  |");
    let (java, python) = (table("Trip", &[&row(java)]), table("Trip", &[&row(python)]));
    let (api, diagnostics) = describe(
        &[
            ("java/docs/models/components/Trip.md", &java),
            ("java/docs/models/components/Stop.md", page),
            ("python/docs/models/components/trip.md", &python),
        ],
        "wire-case = \"camel\"\nsources.java.language = \"java\"\nsources.python.language = \"python\"\n",
    );
    let stop = &field(&api, "Trip", "stop").ty;
    let warnings = messages(&diagnostics, Severity::Warning).len();
    (words(&api, &stop.value), stop.rule, warnings)
}

fn words(api: &crate::model::Api, ty: &Type) -> String {
    match ty {
        Type::Model(path) => match kind(api, path.as_str()) {
            Kind::Enum(found) => {
                let values = found.values.iter().map(|it| it.value.to_string());
                format!("{path} {}", values.collect::<Vec<_>>().join(" "))
            }
            Kind::Union(union) => {
                let variants = union.variants.iter().map(|it| words(api, &it.ty));
                format!("{path} ({})", variants.collect::<Vec<_>>().join(" | "))
            }
            _ => path.to_string(),
        },
        Type::List(item) => match &**item {
            Type::Model(path) => format!("[{path}]"),
            item => format!("[{}]", words(api, item)),
        },
        ty => format!("{ty:?}"),
    }
}

const STOP: &str = "[Stop](../../models/components/Stop.md)";
const SILENT: &str = "# Stop\n\nWhere it stops.\n";
const ENUM: &str = "# Stop\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `ONE` | one |\n";
const UNION: &str =
    "# Stop\n\n## Supported Types\n\n### `String`\n\n### `Long`\n\n### `List<Stop>`\n";

#[test]
fn a_page_without_members_is_no_vote_against_a_list_of_them() {
    let found = field_of(STOP, "*Union[str, List[str]]*", SILENT);
    let union = "TripStop (String | [String])".to_owned();
    assert_eq!(found, (union, Rule::Narrowest, 0));
    let found = field_of(STOP, "*str*", SILENT);
    assert_eq!(found, ("String".to_owned(), Rule::Narrowest, 0));
}

#[test]
fn a_named_union_wins_over_its_members_but_loses_none() {
    let (ty, rule, warnings) = field_of(STOP, "*Union[str, int]*", UNION);
    assert!(ty.starts_with("Stop (String | Int64"), "{ty}");
    assert_eq!((rule, warnings), (Rule::Narrowest, 0));
    let (ty, rule, warnings) = field_of(STOP, "*Union[str, bool]*", UNION);
    assert!(
        ty.starts_with("TripStop (") && ty.contains("Boolean"),
        "{ty}"
    );
    assert_eq!((rule, warnings), (Rule::Tie, 1));
}

#[test]
fn an_enum_is_text_and_its_values_and_nothing_else() {
    let found = field_of(STOP, "*str*", ENUM);
    assert_eq!(found, ("Stop \"one\"".to_owned(), Rule::Narrowest, 0));
    let found = field_of(STOP, "*Literal[\"one\"]*", ENUM);
    assert_eq!(found, ("Stop \"one\"".to_owned(), Rule::Narrowest, 0));
    let found = field_of(STOP, "*Literal[\"two\"]*", ENUM);
    assert_eq!(found, ("TripStop \"two\" \"one\"".to_owned(), Rule::Tie, 1));
    let found = field_of(STOP, "*int*", ENUM);
    assert_eq!(
        found,
        ("TripStop (Stop \"one\" | Int64)".to_owned(), Rule::Tie, 1)
    );
}
