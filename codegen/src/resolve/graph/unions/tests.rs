//! What tells the members of unions apart, on small APIs.

use serde_json::{Value, json};

use crate::claim::{Spelling, TagClaim};
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::reads::Reader;
use crate::model::{Api, Kind, Rule, Type, Union};
use crate::resolve::testing::{describe, describe_with, kind, messages, table};
use crate::source::Located;

/// The pages of a TypeScript SDK: each a title, and the rows of fields or, in front of them `|`s,
/// members.
fn pages(models: &[(&str, &[&str])]) -> Vec<(String, String)> {
    let pages = models.iter().map(|(title, rows)| {
        let text = match rows.first() {
            Some(row) if row.starts_with('`') => {
                let rows: Vec<String> = rows
                    .iter()
                    .map(|row| format!("| {row} | N/A |  |"))
                    .collect();
                table(title, &rows.iter().map(String::as_str).collect::<Vec<_>>())
            }
            _ => {
                let members: Vec<String> =
                    rows.iter().map(|name| format!("### `{name}`\n")).collect();
                format!("# {title}\n\n## Supported Types\n\n{}", members.join("\n"))
            }
        };
        (
            format!("docs/models/components/{}.md", title.to_lowercase()),
            text,
        )
    });
    pages.collect()
}

fn api(models: &[(&str, &[&str])], spec: &str) -> (Api, Diagnostics) {
    let pages = pages(models);
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    describe(&pages, &format!("wire-case = \"camel\"\n{spec}"))
}

fn union<'a>(api: &'a Api, path: &str) -> &'a Union {
    match kind(api, path) {
        Kind::Union(union) => union,
        other => panic!("{path}: {other:?}"),
    }
}

/// The tag of a union, and why.
fn tag(api: &Api, path: &str) -> Option<(String, Rule)> {
    let tag = union(api, path).tag.as_ref()?;
    Some((tag.value.dotted(), tag.rule))
}

/// The names of the variants as which values are read.
fn read<const N: usize>(api: &Api, path: &str, values: [Value; N]) -> [String; N] {
    let union = union(api, path);
    values.map(|value| {
        let at = Reader::of(api).variant(union, &value);
        at.map_or_else(|| "-".to_owned(), |at| union.variants[at].name.clone())
    })
}

fn warnings(diagnostics: &Diagnostics) -> Vec<String> {
    messages(diagnostics, Severity::Warning)
}

#[test]
fn a_union_inside_is_one_member() {
    let (api, diagnostics) = api(
        &[
            ("Job", &["`from` | *components.Feed* | :heavy_check_mark:"]),
            (
                "Feed",
                &["components.Queue", "components.Cloud", "components.Graph"],
            ),
            ("Graph", &["components.Push", "components.Pull"]),
            (
                "Queue",
                &[
                    "`type` | *\"queue\"* | :heavy_check_mark:",
                    "`hosts` | *string*[] | :heavy_check_mark:",
                ],
            ),
            (
                "Cloud",
                &[
                    "`type` | *\"cloud\"* | :heavy_check_mark:",
                    "`hosts` | *string*[] | :heavy_check_mark:",
                    "`region` | *string* | :heavy_minus_sign:",
                ],
            ),
            (
                "Push",
                &[
                    "`type` | *\"graph\"* | :heavy_check_mark:",
                    "`pushKey` | *string* | :heavy_check_mark:",
                ],
            ),
            (
                "Pull",
                &[
                    "`type` | *\"graph\"* | :heavy_check_mark:",
                    "`pullKey` | *string* | :heavy_check_mark:",
                ],
            ),
        ],
        "",
    );
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let expected = Some(("type".to_owned(), Rule::ConstantsDiffer));
    assert_eq!(tag(&api, "Feed"), expected);
    assert_eq!(tag(&api, "Graph"), None);
    let values = [
        json!({"type": "cloud", "hosts": []}),
        json!({"type": "graph", "pullKey": "a"}),
        json!({"type": "new", "hosts": []}),
    ];
    assert_eq!(read(&api, "Feed", values), ["Cloud", "Graph", "-"]);
    let values = [json!({"type": "graph", "pullKey": "a"})];
    assert_eq!(read(&api, "Graph", values), ["Pull"]);
}

#[test]
fn constants_of_any_scalar_are_tags() {
    let (api, diagnostics) = api(
        &[
            (
                "Rule",
                &["`does` | *components.Action* | :heavy_check_mark:"],
            ),
            (
                "Action",
                &["components.Block", "components.Flag", "components.Off"],
            ),
            (
                "Block",
                &[
                    "`type` | *1* | :heavy_check_mark:",
                    "`note` | *string* | :heavy_minus_sign:",
                ],
            ),
            (
                "Flag",
                &[
                    "`type` | *2* | :heavy_check_mark:",
                    "`note` | *string* | :heavy_minus_sign:",
                ],
            ),
            (
                "Off",
                &[
                    "`type` | *false* | :heavy_check_mark:",
                    "`note` | *string* | :heavy_minus_sign:",
                ],
            ),
        ],
        "",
    );
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let values = [2.into(), false.into(), Value::from("1"), 9.into()];
    assert_eq!(
        read(&api, "Action", values.map(|value| json!({"type": value}))),
        ["Flag", "Off", "-", "-"]
    );
}

#[test]
fn an_object_and_a_list_of_such_objects_need_no_tag() {
    let events = |title, tag| (title, vec![tag, "`at` | *string* | :heavy_minus_sign:"]);
    let models = [
        (
            "Use",
            vec![
                "`one` | *components.One* | :heavy_check_mark:",
                "`many` | *components.Many* | :heavy_check_mark:",
            ],
        ),
        ("One", vec!["components.Ping", "components.Ping[]"]),
        ("Many", vec!["components.Ping[]", "components.Pong[]"]),
        events("Ping", "`type` | *\"ping\"* | :heavy_minus_sign:"),
        events("Pong", "`type` | *\"pong\"* | :heavy_minus_sign:"),
    ];
    let models: Vec<(&str, &[&str])> = models
        .iter()
        .map(|(title, rows)| (*title, &**rows))
        .collect();
    let (api, diagnostics) = api(&models, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(tag(&api, "One"), None);
    let values = [json!({"type": "new"}), json!([{"type": "ping"}]), json!({})];
    assert_eq!(read(&api, "One", values), ["Ping", "PingList", "Ping"]);
    assert_eq!(
        tag(&api, "Many"),
        Some(("type".to_owned(), Rule::ConstantsDiffer))
    );
    let values = [
        json!([{"type": "pong"}]),
        json!([{"type": "new"}]),
        json!([{}]),
    ];
    assert_eq!(read(&api, "Many", values), ["PongList", "-", "PingList"]);
}

#[test]
fn a_constant_that_two_share_tells_the_others() {
    let member = |title, tag, own| (title, vec![tag, own]);
    let models = [
        (
            "Use",
            vec!["`item` | *components.Item* | :heavy_check_mark:"],
        ),
        (
            "Item",
            vec![
                "components.Easy",
                "components.Full",
                "components.Call",
                "components.Result",
            ],
        ),
        member(
            "Easy",
            "`type` | *\"message\"* | :heavy_check_mark:",
            "`text` | *string* | :heavy_check_mark:",
        ),
        member(
            "Full",
            "`type` | *\"message\"* | :heavy_check_mark:",
            "`id` | *string* | :heavy_check_mark:",
        ),
        member(
            "Call",
            "`type` | *\"call\"* | :heavy_check_mark:",
            "`id` | *string* | :heavy_check_mark:",
        ),
        member(
            "Result",
            "`type` | *\"result\"* | :heavy_check_mark:",
            "`id` | *string* | :heavy_check_mark:",
        ),
    ];
    let models: Vec<(&str, &[&str])> = models
        .iter()
        .map(|(title, rows)| (*title, &**rows))
        .collect();
    let (api, diagnostics) = api(&models, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(
        tag(&api, "Item"),
        Some(("type".to_owned(), Rule::ConstantsDiffer))
    );
    let values = [
        json!({"type": "result", "id": "a"}),
        json!({"id": "a", "type": "message"}),
        json!({"type": "message", "text": "a"}),
        json!({"type": "new", "id": "a"}),
    ];
    assert_eq!(read(&api, "Item", values), ["Result", "Full", "Easy", "-"]);
}

#[test]
fn a_constant_tells_more_than_an_enum() {
    let models = [
        ("Use", vec!["`of` | *components.Way* | :heavy_check_mark:"]),
        ("Way", vec!["components.Post", "components.Call"]),
        (
            "Post",
            vec![
                "`state` | *components.PostState* | :heavy_check_mark:",
                "`object` | *\"post\"* | :heavy_minus_sign:",
            ],
        ),
        (
            "Call",
            vec![
                "`state` | *components.CallState* | :heavy_check_mark:",
                "`object` | *\"call\"* | :heavy_minus_sign:",
            ],
        ),
    ];
    let mut pages = pages(
        &models
            .each_ref()
            .map(|(title, rows)| (*title, rows.as_slice())),
    );
    for (title, values) in [
        ("PostState", ["sent", "lost"]),
        ("CallState", ["open", "ended"]),
    ] {
        let values = values.map(|value| format!("{value:?}")).join(" | ");
        let text = format!("# {title}\n\n## Values\n\n```typescript\n{values}\n```\n");
        pages.push((
            format!("docs/models/components/{}.md", title.to_lowercase()),
            text,
        ));
    }
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let (api, _) = describe(&pages, "");
    assert_eq!(
        tag(&api, "Way"),
        Some(("object".to_owned(), Rule::ConstantsDiffer))
    );
}

const GRANTS: &[(&str, &[&str])] = &[
    (
        "Event",
        &["`data` | *components.Grant* | :heavy_check_mark:"],
    ),
    ("Grant", &["components.BadgeGrant", "components.RoleGrant"]),
    (
        "BadgeGrant",
        &[
            "`id` | *string* | :heavy_check_mark:",
            "`perk` | [components.BadgePerk](../../models/components/badgeperk.md) | :heavy_check_mark:",
        ],
    ),
    (
        "RoleGrant",
        &[
            "`id` | *string* | :heavy_check_mark:",
            "`perk` | [components.RolePerk](../../models/components/roleperk.md) | :heavy_check_mark:",
        ],
    ),
    (
        "BadgePerk",
        &[
            "`type` | *\"badge\"* | :heavy_check_mark:",
            "`title` | *string* | :heavy_minus_sign:",
        ],
    ),
    (
        "RolePerk",
        &[
            "`type` | *\"role\"* | :heavy_check_mark:",
            "`title` | *string* | :heavy_minus_sign:",
        ],
    ),
];

#[test]
fn a_constant_one_level_down_is_a_tag_where_no_nearer_one_decides() {
    let (api, diagnostics) = api(GRANTS, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let expected = Some(("perk.type".to_owned(), Rule::ConstantsDifferBelow));
    assert_eq!(tag(&api, "Grant"), expected);
    let values = ["role", "badge", "cup"];
    let values = values.map(|perk| json!({"id": "a", "perk": {"type": perk}}));
    assert_eq!(
        read(&api, "Grant", values),
        ["RoleGrant", "BadgeGrant", "-"]
    );
}

#[test]
fn members_that_cannot_be_told_apart_are_one_warning_with_the_setting() {
    let id: &[&str] = &[
        "`id` | *string* | :heavy_check_mark:",
        "`petKind` | *string* | :heavy_check_mark:",
    ];
    let models: &[(&str, &[&str])] = &[
        (
            "Home",
            &[
                "`pet` | *components.Pet* | :heavy_check_mark:",
                "`first` | *components.Cat* | :heavy_minus_sign:",
            ],
        ),
        (
            "Pet",
            &["components.Cat", "components.Dog", "components.Cow"],
        ),
        ("Cat", id),
        ("Dog", id),
        ("Cow", id),
    ];
    let (_, diagnostics) = api(models, "");
    let found = diagnostics.sorted();
    assert_eq!(found.len(), 1);
    assert_eq!(
        found[0].message,
        "`Cat`, `Dog` and `Cow` cannot be told apart in union `Pet`"
    );
    let hint = found[0].hint.as_deref().unwrap();
    assert!(hint.contains("`tag = \"petKind\"`"), "{hint}");

    let spec =
        "[models.Pet]\ntag = \"petKind\"\n[models.Pet.tags]\nCat = \"cat\"\nDog = [\"dog\", 2]\n";
    let (api, diagnostics) = api(models, spec);
    assert_eq!(diagnostics.sorted().len(), 0);
    assert_eq!(tag(&api, "Pet"), Some(("petKind".to_owned(), Rule::Set)));
    let values = [Value::from("dog"), 2.into(), "cat".into(), "emu".into()];
    let values = values.map(|kind| json!({"id": "a", "petKind": kind}));
    assert_eq!(read(&api, "Pet", values), ["Dog", "Dog", "Cat", "Cow"]);
}

#[test]
fn a_tag_that_does_not_apply_is_an_error() {
    let errors = |spec: &str| {
        let (_, diagnostics) = api(GRANTS, spec);
        let found = diagnostics.sorted().into_iter();
        let errors = found.filter(|found| found.severity == Severity::Error);
        let errors =
            errors.map(|it| format!("{} ({})", it.message, it.hint.as_deref().unwrap_or("-")));
        errors.collect::<Vec<_>>()
    };
    for (spec, expected) in [
        (
            "models.Event.tag = \"type\"",
            "`Event` is not a union (remove the setting)",
        ),
        (
            "models.Event.tags.A = 1",
            "`Event` is not a union (remove the setting)",
        ),
        (
            "models.Grant.tag = \"perc.type\"",
            "no member of `Grant` has the key `perc` (did you mean `perk`?)",
        ),
        (
            "models.Grant.tag = \"id\"",
            "no page names the values that `id` has in `Grant` (add `[models.Grant.tags]` with the value of each member)",
        ),
        (
            "models.Grant.tags.BadgeGrant = \"a\"",
            "`models.Grant.tags` are values of no key (add the key that has them: `tag = \"type\"`)",
        ),
        (
            "models.Grant.tag = \"id\"\nmodels.Grant.tags.BadgeGrand = \"a\"",
            "`Grant` has no member `BadgeGrand` (did you mean `BadgeGrant`?)",
        ),
        (
            "models.Grant.tag = \"id\"\nmodels.Grant.tags.BadgeGrant = \"a\"\nmodels.Grant.tags.RoleGrant = \"a\"",
            "`BadgeGrant` and `RoleGrant` have the same value in `Grant` (give each member values of its own)",
        ),
        (
            "models.Grant.tag = \"perk..type\"",
            "`models.Grant.tag` must be a key, or keys with a dot between (write keys that have dots as a list: `[\".tag\"]`)",
        ),
        (
            "models.Grant.tag = \"perk.type\"\nmodels.Grant.tags.BadgeGrant = {}",
            "`models.Grant.tags.BadgeGrant` must be text, a number, true or false, or a list of such values (-)",
        ),
    ] {
        assert_eq!(errors(spec), [expected], "{spec}");
    }
}

/// The models, with claims about the members of `Vault`.
fn claimed(
    models: &[(&str, &[&str])],
    spec: &str,
    claims: &[(&str, Option<&str>, &str)],
) -> (Api, Diagnostics) {
    let pages = pages(models);
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let spec = format!("wire-case = \"camel\"\n{spec}");
    describe_with(&pages, &spec, |sources| {
        let models = sources.iter_mut().flat_map(|source| &mut source.models);
        for model in models.filter(|model| model.name.value == "Vault") {
            let place = model.name.place;
            let claims = claims.iter().map(|(member, key, value)| TagClaim {
                member: (*member).to_owned(),
                key: key.map(str::to_owned),
                value: Located::new((*value).to_owned(), place),
                spelling: match key {
                    Some(_) => Spelling::Exact,
                    None => Spelling::Recased,
                },
            });
            model.tags = claims.collect();
        }
    })
}

/// A union whose members look alike but for an optional key.
fn vaults(first: &'static str, second: &'static str) -> Vec<(&'static str, Vec<&'static str>)> {
    let member = |optional: &'static str| vec![first, second, optional];
    vec![
        (
            "Gate",
            vec!["`vault` | *components.Vault* | :heavy_check_mark:"],
        ),
        (
            "Vault",
            vec![
                "components.EnvVault",
                "components.AwsVault",
                "components.HcpVault",
            ],
        ),
        (
            "EnvVault",
            member("`prefix` | *string* | :heavy_minus_sign:"),
        ),
        (
            "AwsVault",
            member("`region` | *string* | :heavy_minus_sign:"),
        ),
        ("HcpVault", member("`url` | *string* | :heavy_minus_sign:")),
    ]
}

const SUFFIXES: &[(&str, Option<&str>, &str)] = &[
    ("EnvVault", None, "Env"),
    ("AwsVault", None, "AwsKms"),
    ("HcpVault", None, "Hcp"),
];

fn of_vaults(
    vaults: &[(&str, Vec<&str>)],
    spec: &str,
    claims: &[(&str, Option<&str>, &str)],
) -> (Api, Diagnostics) {
    let models: Vec<(&str, &[&str])> = vaults
        .iter()
        .map(|(title, rows)| (*title, &**rows))
        .collect();
    claimed(&models, spec, claims)
}

const NAME: &str = "`name` | *string* | :heavy_check_mark:";
const KIND: &str = "`kind` | *string* | :heavy_check_mark:";

#[test]
fn values_that_pages_name_are_those_of_a_text_that_all_require() {
    let (api, diagnostics) = of_vaults(&vaults(NAME, KIND), "", SUFFIXES);
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(
        tag(&api, "Vault"),
        Some(("kind".to_owned(), Rule::TagRecased))
    );
    let values = ["aws-kms", "hcp", "ENV", "new"];
    let values = values.map(|kind| json!({"name": "env", "kind": kind}));
    let chosen = ["AwsVault", "HcpVault", "EnvVault", "EnvVault"];
    assert_eq!(read(&api, "Vault", values), chosen);
    // A value that is not known leaves it to the keys.
    let value = json!({"name": "a", "kind": "new", "region": "eu"});
    assert_eq!(read(&api, "Vault", [value]), ["AwsVault"]);

    // What shows a value is meant, whatever it is called.
    let mut shown = vaults(KIND, "`of` | *string* | :heavy_check_mark:");
    shown[3].1[1] = "`of` | *\"aws-kms\"* | :heavy_check_mark:";
    let (api, diagnostics) = of_vaults(&shown, "", SUFFIXES);
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(
        tag(&api, "Vault"),
        Some(("of".to_owned(), Rule::TagRecased))
    );

    let (api, diagnostics) = of_vaults(
        &vaults(NAME, "`of` | *string* | :heavy_check_mark:"),
        "",
        SUFFIXES,
    );
    assert_eq!(
        warnings(&diagnostics),
        ["it is a guess that `name` tells the members of `Vault` apart"]
    );
    assert_eq!(
        tag(&api, "Vault"),
        Some(("name".to_owned(), Rule::TagRecased))
    );
    let spec =
        "models.Vault.tag = \"of\"\nmodels.Vault.tags = { EnvVault = \"env\", AwsVault = \"aws\" }";
    let vaults = vaults(NAME, "`of` | *string* | :heavy_check_mark:");
    let (api, diagnostics) = of_vaults(&vaults, spec, SUFFIXES);
    assert_eq!(diagnostics.sorted().len(), 0);
    assert_eq!(tag(&api, "Vault"), Some(("of".to_owned(), Rule::Set)));
}

#[test]
fn constants_are_stronger_than_names_in_the_sdks_language() {
    let mut vaults = vaults(NAME, KIND);
    for (at, row) in [
        "`kind` | *\"env\"* | :heavy_check_mark:",
        "`kind` | *\"aws-kms\"* | :heavy_check_mark:",
        "`kind` | *\"hcp\"* | :heavy_check_mark:",
    ]
    .into_iter()
    .enumerate()
    {
        vaults[at + 2].1[1] = row;
    }
    let (api, _) = of_vaults(&vaults, "", SUFFIXES);
    assert_eq!(
        tag(&api, "Vault"),
        Some(("kind".to_owned(), Rule::ConstantsDiffer))
    );
}

#[test]
fn a_key_and_values_that_are_named_decide() {
    let claims = [
        ("EnvVault", Some("kind"), "env"),
        ("AwsVault", Some("kind"), "aws-kms"),
        ("AwsVault", Some("kind"), "aws"),
    ];
    let (api, diagnostics) = of_vaults(&vaults(NAME, KIND), "", &claims);
    assert_eq!(warnings(&diagnostics), [""; 0]);
    assert_eq!(
        tag(&api, "Vault"),
        Some(("kind".to_owned(), Rule::TagNamed))
    );
    let values = ["aws", "aws-kms", "env", "AWS"];
    let values = values.map(|kind| json!({"name": "a", "kind": kind}));
    let chosen = ["AwsVault", "AwsVault", "EnvVault", "HcpVault"];
    assert_eq!(read(&api, "Vault", values), chosen);

    let numbers = "`kind` | *number* | :heavy_check_mark:";
    let claims = [
        ("EnvVault", Some("kind"), "1"),
        ("AwsVault", Some("kind"), "2"),
    ];
    let (api, _) = of_vaults(&vaults(NAME, numbers), "", &claims);
    let values = [
        json!({"name": "a", "kind": 2}),
        json!({"name": "a", "kind": "2"}),
    ];
    assert_eq!(read(&api, "Vault", values), ["AwsVault", "HcpVault"]);
}

#[test]
fn the_next_that_accepts_is_read() {
    let (api, _) = api(
        &[
            ("Use", &["`of` | *components.Part* | :heavy_check_mark:"]),
            ("Part", &["components.Named", "components.Sized"]),
            (
                "Named",
                &[
                    "`id` | *string* | :heavy_check_mark:",
                    "`by` | [components.Owner](../../models/components/owner.md) | :heavy_check_mark:",
                ],
            ),
            (
                "Sized",
                &[
                    "`id` | *string* | :heavy_check_mark:",
                    "`by` | [components.Team](../../models/components/team.md) | :heavy_check_mark:",
                ],
            ),
            ("Owner", &["`email` | *string* | :heavy_check_mark:"]),
            ("Team", &["`label` | *string* | :heavy_check_mark:"]),
        ],
        "",
    );
    let values = [json!({"label": "a"}), json!({"email": "a"}), json!({})];
    let values = values.map(|by| json!({"id": "a", "by": by}));
    // The last is none: the error is that of the first.
    assert_eq!(read(&api, "Part", values), ["Sized", "Named", "Named"]);
}

#[test]
fn widths_are_one_member() {
    let members = ["Integer(int64{", "Int32(int{", "Str(string{"];
    let members = members.map(|member| {
        format!("### \n\n```go\nany := shared.CreateAny{member}/* values here */}})\n```\n")
    });
    let any = format!("# Any\n\n\n## Supported Types\n\n{}", members.join("\n"));
    let using = table(
        "Use",
        &["| `Any` | [shared.Any](../../models/shared/any.md) | :heavy_check_mark: | N/A |  |"],
    );
    let pages = [
        ("go/docs/models/shared/any.md", any.as_str()),
        ("go/docs/models/shared/use.md", using.as_str()),
    ];
    let (api, diagnostics) = describe(&pages, "");
    assert_eq!(warnings(&diagnostics), [""; 0]);
    let types: Vec<&Type> = union(&api, "Any")
        .variants
        .iter()
        .map(|it| &it.ty)
        .collect();
    assert_eq!(types, [&Type::Int64, &Type::String]);
}

#[test]
fn unions_that_hold_unions_twice_stay_small() {
    let models: Vec<(String, [String; 3])> = (0..24)
        .map(|at| {
            let next = format!("components.M{}", at + 1);
            (
                format!("M{at}"),
                ["string".to_owned(), next.clone(), format!("{next}[]")],
            )
        })
        .collect();
    let mut pages: Vec<(String, String)> = models
        .iter()
        .map(|(title, members)| {
            let members: Vec<&str> = members.iter().map(String::as_str).collect();
            self::pages(&[(title, &members)]).remove(0)
        })
        .collect();
    pages.extend(self::pages(&[(
        "M24",
        &["`id` | *string* | :heavy_check_mark:"],
    )]));
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .map(|(path, text)| (&**path, &**text))
        .collect();
    let (api, _) = describe(&pages, "");
    let size = serde_json::to_string(union(&api, "M0")).unwrap().len();
    assert!(size < 1 << 20, "{size}");
}
