//! Tags beside unions.

use serde_json::json;

use super::{api, warnings};
use crate::diagnostic::Severity;
use crate::map::IndexMap;
use crate::model::reads::type_in;
use crate::model::{Api, Rule, Type};
use crate::resolve::testing::field;

const TO: &str = "`to` | *string* | :heavy_check_mark:";

type Page<'p> = (&'p str, &'p [&'p str]);

/// A parcel that goes some way to a target of that way.
const PARCEL: &[Page<'_>] = &[
    (
        "Parcel",
        &[
            "`status` | [components.Status](../../models/components/status.md) | :heavy_check_mark:",
            "`target` | *components.Target* | :heavy_check_mark:",
            "`way` | [components.Way](../../models/components/way.md) | :heavy_check_mark:",
        ],
    ),
    ("Status", &["=open", "=lost"]),
    ("Way", &["=road_van", "=railWagon", "=ship"]),
    (
        "Target",
        &[
            "components.RoadVanTarget",
            "components.RailWagonTarget",
            "components.ShipTarget",
        ],
    ),
    ("RoadVanTarget", &[TO]),
    (
        "RailWagonTarget",
        &[TO, "`wagon` | *number* | :heavy_minus_sign:"],
    ),
    ("ShipTarget", &[TO]),
];

/// The same with other pages, or more of them.
fn parcel<'p>(changed: &[Page<'p>]) -> Vec<Page<'p>> {
    let mut pages: IndexMap<&str, &[&str]> = PARCEL.iter().copied().collect();
    pages.extend(changed.iter().copied());
    pages.into_iter().collect()
}

/// Its key, the rule, and the variant of each text.
type Told = (String, Rule, Vec<(String, String)>);

/// The tag beside a field, and what each of its texts means.
fn tag(api: &Api, model: &str, key: &str) -> Option<Told> {
    let field = field(api, model, key);
    let tag = field.tag_beside.as_ref()?;
    let (_, union, _) = crate::model::reads::union_of(&api.models, &field.ty.value)?;
    let values = tag.value.values.iter();
    let values = values.map(|(text, at)| (text.clone(), union.variants[*at].name.clone()));
    Some((tag.value.key.clone(), tag.rule, values.collect()))
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    let pairs = pairs.iter();
    pairs
        .map(|(text, name)| ((*text).to_owned(), (*name).to_owned()))
        .collect()
}

#[test]
fn values_that_are_called_as_the_members_name_them() {
    let (api, diagnostics) = api(PARCEL, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let named = pairs(&[
        ("road_van", "RoadVan"),
        ("railWagon", "RailWagon"),
        ("ship", "Ship"),
    ]);
    let expected = Some(("way".to_owned(), Rule::CalledAsMembers, named));
    assert_eq!(tag(&api, "Parcel", "target"), expected);
    let target = field(&api, "Parcel", "target");
    let evidence = &target.tag_beside.as_ref().unwrap().evidence;
    assert_eq!(evidence[1].says, "railWagon for `RailWagonTarget`");
    let ty = |way: &str, target: serde_json::Value| {
        let members = json!({ "way": way, "target": target });
        let members = members.as_object().unwrap();
        let ty = type_in(
            &api.models,
            field(&api, "Parcel", "target"),
            members,
            &members["target"],
        );
        match ty.into_owned() {
            Type::Model(path) => path.to_string(),
            other => format!("{other:?}"),
        }
    };
    assert_eq!(ty("ship", json!({})), "ShipTarget");
    assert_eq!(ty("sledge", json!({})), "Target");
    assert_eq!(ty("ship", json!("there")), "Target");
}

#[test]
fn some_values_and_some_members_may_have_no_counterpart() {
    let all = [
        "components.RoadVanTarget",
        "components.RailWagonTarget",
        "components.ShipTarget",
        "components.PigeonTarget",
    ];
    let more = [("Target", &all[..]), ("PigeonTarget", &[TO][..])];
    let (found, diagnostics) = api(&parcel(&more), "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(tag(&found, "Parcel", "target").unwrap().2.len(), 3);
    let odd = [(
        "Way",
        &["=road_van", "=railWagon", "=ship", "=*", "=none"][..],
    )];
    let (found, _) = api(&parcel(&odd), "");
    assert_eq!(tag(&found, "Parcel", "target").unwrap().2.len(), 3);
    let few = [("Way", &["=road_van", "=car", "=sledge"][..])];
    let (found, diagnostics) = api(&parcel(&few), "");
    assert_eq!(tag(&found, "Parcel", "target"), None);
    assert_eq!(warnings(&diagnostics).len(), 1);
}

#[test]
fn what_is_told_apart_already_stays_as_it_is() {
    let own = |key: &'static str| [TO, key];
    let [van, wagon, ship] = [
        own("`plate` | *string* | :heavy_check_mark:"),
        own("`wagon` | *number* | :heavy_check_mark:"),
        own("`port` | *string* | :heavy_check_mark:"),
    ];
    let by_keys: [Page<'_>; 3] = [
        ("RoadVanTarget", &van),
        ("RailWagonTarget", &wagon),
        ("ShipTarget", &ship),
    ];
    let (found, _) = api(&parcel(&by_keys), "");
    assert_eq!(tag(&found, "Parcel", "target"), None);
    // One that has no key of its own is in doubt again.
    let (found, _) = api(&parcel(&[by_keys[0], by_keys[2]]), "");
    assert_eq!(tag(&found, "Parcel", "target"), None);
    let optional = own("`port` | *string* | :heavy_minus_sign:");
    let (found, _) = api(&parcel(&[by_keys[0], ("ShipTarget", &optional)]), "");
    assert!(tag(&found, "Parcel", "target").is_some());
    let [van, wagon, ship] = [
        own("`type` | *\"v\"* | :heavy_check_mark:"),
        own("`type` | *\"w\"* | :heavy_check_mark:"),
        own("`type` | *\"s\"* | :heavy_check_mark:"),
    ];
    let by_tag: [Page<'_>; 3] = [
        ("RoadVanTarget", &van),
        ("RailWagonTarget", &wagon),
        ("ShipTarget", &ship),
    ];
    let (found, _) = api(&parcel(&by_tag), "");
    assert_eq!(tag(&found, "Parcel", "target"), None);
}

#[test]
fn a_union_that_stands_alone_elsewhere_is_warned_of() {
    let alone = [(
        "Alone",
        &["`target` | *components.Target* | :heavy_check_mark:"][..],
    )];
    let (found, diagnostics) = api(&parcel(&alone), "");
    assert!(tag(&found, "Parcel", "target").is_some());
    assert_eq!(tag(&found, "Alone", "target"), None);
    assert_eq!(warnings(&diagnostics).len(), 1);
}

#[test]
fn lists_and_optional_unions_have_such_tags_too() {
    let listed = [(
        "Parcel",
        &[
            "`targets` | *components.Target*[] | :heavy_check_mark:",
            "`spare` | *components.Target* | :heavy_minus_sign:",
            "`way` | [components.Way](../../models/components/way.md) | :heavy_minus_sign:",
        ][..],
    )];
    let (found, diagnostics) = api(&parcel(&listed), "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    for key in ["targets", "spare"] {
        assert_eq!(tag(&found, "Parcel", key).unwrap().0, "way");
    }
}

#[test]
fn settings_decide() {
    let plain = [("Way", &["=a", "=b", "=c"][..])];
    let spec = "[models.Parcel.fields.target]\ntag-beside = \"way\"\n\
                tags = { RoadVanTarget = \"a\", ShipTarget = [\"b\", \"z\"] }\n";
    let (found, diagnostics) = api(&parcel(&plain), spec);
    // `RailWagonTarget` has no value, but keys tell it.
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let named = pairs(&[("a", "RoadVan"), ("b", "Ship"), ("z", "Ship")]);
    let expected = Some(("way".to_owned(), Rule::Set, named));
    assert_eq!(tag(&found, "Parcel", "target"), expected);
    // As the variants are called in Rust.
    let (found, _) = api(&parcel(&plain), &spec.replace("Target =", " ="));
    assert_eq!(tag(&found, "Parcel", "target"), expected);

    let spec = "models.Parcel.fields.target.tag-beside = false";
    let (found, diagnostics) = api(PARCEL, spec);
    assert_eq!(tag(&found, "Parcel", "target"), None);
    assert_eq!(warnings(&diagnostics).len(), 1);

    let few = [("Way", &["=road_van", "=car", "=sledge"][..])];
    let spec = "models.Parcel.fields.target.tag-beside = \"way\"";
    let (found, _) = api(&parcel(&few), spec);
    let named = pairs(&[("road_van", "RoadVan")]);
    assert_eq!(tag(&found, "Parcel", "target").unwrap().2, named);
}

#[test]
fn settings_in_vain_are_errors() {
    let errors = |set: &str| {
        let spec = format!("[models.Parcel.fields.target]\n{set}\n");
        let spec = spec.replace("target]\nway.", "way]\n");
        let (_, diagnostics) = api(PARCEL, &spec);
        let found = diagnostics.sorted().into_iter();
        let errors = found.filter(|found| found.severity == Severity::Error);
        let errors =
            errors.map(|it| format!("{} ({})", it.message, it.hint.as_deref().unwrap_or("-")));
        errors.collect::<Vec<_>>()
    };
    for (set, expected) in [
        (
            "way.tag-beside = \"status\"",
            "`way` in `Parcel` holds no union (remove the setting)",
        ),
        (
            "tags.ShipTarget = \"a\"",
            "`models.Parcel.fields.target.tags` are values of no key (add the key that has them: `tag-beside = \"type\"`)",
        ),
        (
            "tag-beside = false\ntags.ShipTarget = \"a\"",
            "`target` in `Parcel` has no tag beside it (remove the values, or name the key in `tag-beside`)",
        ),
        (
            "tag-beside = \"wey\"",
            "`Parcel` has no key `wey` beside `target` (did you mean `way`?)",
        ),
        (
            "tag-beside = \"status\"",
            "no value of `status` is called as a member of `Target` (add `[models.Parcel.fields.target.tags]` with the value of each member)",
        ),
        (
            "tag-beside = \"way\"\ntags.ShapTarget = \"a\"",
            "`Target` has no member `ShapTarget` (did you mean `ShipTarget`?)",
        ),
        (
            "tag-beside = \"way\"\ntags = { ShipTarget = \"a\", RoadVanTarget = [\"b\", \"a\"] }",
            "`ShipTarget` and `RoadVanTarget` have the same value in `Target` (give each member values of its own)",
        ),
        (
            "tag-beside = true",
            "`models.Parcel.fields.target.tag-beside` must be a key, or `false` (-)",
        ),
        (
            "tag-beside = \"way\"\ntags.ShipTarget = 1",
            "`models.Parcel.fields.target.tags.ShipTarget` must be text, or a list of texts (-)",
        ),
    ] {
        assert_eq!(errors(set), [expected], "{set}");
    }
}
