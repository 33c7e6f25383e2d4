//! Settings that cannot be, each told with its place.

use tests::ORDER;

use crate::{findings, shop};

#[test]
fn an_optional_crate_has_no_name_of_a_feature_but_its_own() {
    let project = shop(concat!(
        "attributes = [\"cfg_attr(feature = \\\"full\\\", doc = \\\"x\\\")\"]\n",
        "[dependencies]\n",
        "full = { version = \"1\", optional = true }\n",
        "arbitrary = { version = \"1\", optional = true, features = [\"derive\"] }\n",
        "schemars = \"0.8\"\n",
    ));
    assert_eq!(
        findings(&project),
        [
            "error: `full` is a feature of the generated crate",
            "--> specs/shop/spec.toml:3:1",
            "= help: rename it: NAME = { package = \"…\", optional = true }",
            "error: the generated crate depends on another `schemars`",
            "--> specs/shop/spec.toml:5:1",
            "= help: write the version \"1\", or leave it out",
            "error: stopped by 2 errors",
        ]
    );
}

#[test]
fn what_cannot_be_replaced_or_derived_is_told_with_its_place() {
    let project = shop(concat!(
        "derives = [\"::nowhere::Derive\"]\n",
        "[dependencies]\n",
        "maybe = { version = \"1\", optional = true }\n",
        "shop = { version = \"1\", optional = true }\n",
        "my-crat = \"1\"\n",
        "[types.\"::my_crate::Mony\"]\n",
        "[models.Money]\n",
        "replace = \"::my_crate::Money\"\n",
        "attributes = [\"::shop::x\"]\n",
        "[models.Order]\n",
        "derives = [\"::maybe::D\", \"Copy\", \"PartialEq\"]\n",
        "[models.Order.fields]\n",
        "orderId.replace = \"[::std::net::IpAddr]\"\n",
        "tags.replace = \"::maybe::Tags\"\n",
    ));
    assert_eq!(
        findings(&project),
        [
            "error: the generated crate does not depend on `nowhere`",
            "--> specs/shop/spec.toml:1:12",
            "= help: add it to the file: [dependencies] nowhere = \"VERSION\"",
            "error: `shop` is the feature of the API `shop`",
            "--> specs/shop/spec.toml:4:1",
            "= help: rename it: NAME = { package = \"…\", optional = true }",
            "error: nothing needs the crate `my-crat`",
            "--> specs/shop/spec.toml:5:1",
            "= help: did you mean `my_crate`?",
            "error: nothing is replaced by `::my_crate::Mony`",
            "--> specs/shop/spec.toml:6:8",
            "= help: did you mean `::my_crate::Money`?",
            "error: the generated crate does not depend on `my_crate`",
            "--> specs/shop/spec.toml:8:11",
            "= help: add it to the file: [dependencies] my_crate = \"VERSION\"",
            "error: nothing can be added to `Money`",
            "--> specs/shop/spec.toml:9:15",
            "error: `::maybe::D` is in a crate that may not be there",
            "--> specs/shop/spec.toml:11:12",
            "= help: write attributes = [\"cfg_attr(feature = \\\"maybe\\\", derive(::maybe::D))\"]",
            "note: optional here",
            "--> specs/shop/spec.toml:3:1",
            "error: `Order` cannot derive `Copy`",
            "--> specs/shop/spec.toml:11:26",
            "= help: what a type of your own has is listed in [types.\"PATH\"]",
            "error: `Order.orderId` has no such list or map",
            "--> specs/shop/spec.toml:13:19",
            "= help: a path without brackets replaces the whole type",
            "error: `::maybe::Tags` is in a crate that may not be there",
            "--> specs/shop/spec.toml:14:16",
            "= help: remove `optional`",
            "note: optional here",
            "--> specs/shop/spec.toml:3:1",
            "error: stopped by 10 errors",
        ]
    );
}

#[test]
fn text_that_is_no_path_never_becomes_code() {
    let project = shop("[models.Money]\nreplace = \"::a::B; fn evil() {}\"\n");
    assert_eq!(
        findings(&project),
        [
            "error: `models.Money.replace` must be the path of a type",
            "--> specs/shop/spec.toml:2:11",
            "= help: write it from its crate on, `::` first: `::my_crate::Money`",
            "error: stopped by 1 error",
        ]
    );
}

#[test]
fn apis_must_agree_about_the_crates_that_they_share() {
    let used = "[models.Order.fields]\norderId.replace = \"::uuid::Uuid\"\n\
                quantity.replace = \"::both::Count\"\n";
    let project = shop(&format!(
        "[dependencies]\nuuid = \"1\"\nboth = \"1\"\n{used}"
    ));
    project.put("specs/cafe/java/models/Order.md", ORDER);
    project.put(
        "specs/cafe/spec.toml",
&format!("[dependencies]\nuuid = \"2\"\nboth = {{ version = \"1\", features = [\"x\"] }}\nserde_json = \"2\"\n{used}"),
    );
    assert_eq!(
        findings(&project),
        [
            "error: the generated crate depends on another `serde_json`",
            "--> specs/cafe/spec.toml:4:1",
            "= help: write the version \"1\", or leave it out",
            "error: two APIs depend on different crates `uuid`",
            "--> specs/shop/spec.toml:2:1",
            "= help: all APIs share one manifest: write both alike",
            "note: the other",
            "--> specs/cafe/spec.toml:2:1",
            "error: stopped by 2 errors",
        ]
    );
}
