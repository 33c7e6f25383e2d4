//! Tags by claims of pages and sources.

use serde_json::json;

use super::{pages, read, tag, warnings};
use crate::claim::{Spelling, TagClaim};
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Rule};
use crate::resolve::testing::describe_with;
use crate::source::Located;

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
    let chosen = ["AwsKms", "Hcp", "Env", "Env"];
    assert_eq!(read(&api, "Vault", values), chosen);
    // A value that is not known leaves it to the keys.
    let value = json!({"name": "a", "kind": "new", "region": "eu"});
    assert_eq!(read(&api, "Vault", [value]), ["AwsKms"]);

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
    let chosen = ["Aws", "Aws", "Env", "Hcp"];
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
    assert_eq!(read(&api, "Vault", values), ["Aws", "Hcp"]);
}
