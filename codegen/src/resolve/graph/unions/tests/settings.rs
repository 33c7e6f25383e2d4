//! Tags by settings, and members that need them.

use serde_json::{Value, json};

use super::{GRANTS, api, read, tag};
use crate::diagnostic::Severity;
use crate::model::Rule;

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

#[test]
fn a_variant_that_its_tag_names_is_known_by_that_name_too() {
    let models: &[(&str, &[&str])] = &[
        ("Pay", &["components.OneOf1", "components.OneOf2"]),
        ("OneOf1", &["`type` | *\"card\"* | :heavy_check_mark:"]),
        (
            "OneOf2",
            &["`type` | *\"bank_transfer\"* | :heavy_check_mark:"],
        ),
    ];
    let values = || [json!({"type": "card"}), json!({"type": "bank_transfer"})];
    let (plain, _) = api(models, "");
    assert_eq!(read(&plain, "Pay", values()), ["Card", "BankTransfer"]);
    for name in ["OneOf2", "BankTransfer"] {
        let spec = format!(
            "[models.Pay]\ntag = \"type\"\n[models.Pay.tags]\n{name} = [\"bank_transfer\", \"iban\"]\n"
        );
        let (api, diagnostics) = api(models, &spec);
        assert_eq!(diagnostics.sorted().len(), 0, "{name}");
        let iban = [json!({"type": "iban"})];
        assert_eq!(read(&api, "Pay", iban), ["OneOf2"], "{name}");
        assert_eq!(read(&api, "Pay", values())[0], "Card", "{name}");
    }
}
