//! Pages that repeat a model, and what becomes of them.

use crate::model::{Api, Kind};
use crate::resolve::testing::{describe, field, kind, model, table};

/// A plan whose two fields have types of their own that say the same; the example is one of
/// its surcharge.
fn plan(fee: &str, surcharge: &str, example: &str) -> Api {
    let money = |title: &str| {
        table(
            title,
            &[
                "| `netAmount` | *int* | :heavy_check_mark: | In cents. |  |",
                "| `currency` | *String* | :heavy_check_mark: | N/A |  |",
            ],
        )
    };
    let row = |name: &str, ty: &str, example: &str| {
        format!(
            "| `{name}` | [Optional\\<{ty}>](../../models/shared/{ty}.md) | :heavy_check_mark: | N/A | {example} |"
        )
    };
    let plan = table(
        "Plan",
        &[&row("fee", fee, ""), &row("surcharge", surcharge, example)],
    );
    let [fees, surcharges] = [fee, surcharge].map(|title| format!("docs/models/shared/{title}.md"));
    let (api, _) = describe(
        &[
            ("docs/models/shared/Plan.md", &plan),
            (&fees, &money(fee)),
            (&surcharges, &money(surcharge)),
        ],
        "wire-case = \"snake\"\n",
    );
    api
}

#[test]
fn of_copies_in_one_struct_the_one_named_after_it_is_the_model() {
    let api = plan("PlanFee", "Surcharge", "");
    assert_eq!(field(&api, "Plan", "surcharge").ty.value, model("PlanFee"));
    assert!(matches!(kind(&api, "Surcharge"), Kind::Alias(it) if it.ty == model("PlanFee")));
    for (fee, surcharge) in [("PlanFee", "PlanSurcharge"), ("Fee", "Surcharge")] {
        let api = plan(fee, surcharge, "");
        assert_eq!(field(&api, "Plan", "surcharge").ty.value, model(surcharge));
    }
}

#[test]
fn what_an_example_shows_of_a_copy_holds_for_the_model() {
    let api = plan("PlanFee", "Surcharge", "{<br/>\"net-amount\": 1<br/>}");
    let amount = field(&api, "PlanFee", "net-amount");
    assert_eq!(amount.wire_name.rule, crate::model::Rule::KeyInExample);
    assert_eq!(field(&api, "Plan", "fee").ty.value, model("PlanFee"));
}

#[test]
fn a_model_named_by_its_place_is_another_name_of_the_one_that_it_repeats() {
    let rows = [
        "| `amount` | *number* | :heavy_check_mark: | In the smallest unit. |  |",
        "| `currency` | *string* | :heavy_check_mark: | N/A |  |",
    ];
    let money = table("Money", &rows);
    let fee = table("PlanFee", &rows);
    let other = table("PlanTerm", &rows[1..]);
    let link = |name: &str| format!("[components.{name}](../../models/components/{name}.md)");
    let plan = table(
        "Plan",
        &[
            &format!(
                "| `fee` | {} | :heavy_check_mark: | N/A |  |",
                link("PlanFee")
            ),
            &format!(
                "| `term` | {} | :heavy_check_mark: | N/A |  |",
                link("PlanTerm")
            ),
            &format!(
                "| `paid` | {} | :heavy_check_mark: | N/A |  |",
                link("Money")
            ),
            &format!(
                "| `owed` | {} | :heavy_check_mark: | N/A |  |",
                link("Money")
            ),
        ],
    );
    let pages = ["money", "planfee", "planterm", "plan"]
        .map(|stem| format!("docs/models/components/{stem}.md"));
    let texts = [&money, &fee, &other, &plan];
    let pages: Vec<(&str, &str)> = pages
        .iter()
        .zip(texts)
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (api, _) = describe(&pages, "");
    assert!(matches!(kind(&api, "PlanFee"), Kind::Alias(alias) if alias.ty == model("Money")));
    assert!(matches!(kind(&api, "PlanTerm"), Kind::Struct(_)));
    assert_eq!(field(&api, "Plan", "fee").ty.value, model("Money"));
}

#[test]
fn a_page_for_a_nullable_use_is_an_alias_of_what_it_copies() {
    let money = |title: &str, key: &str| {
        table(
            title,
            &[
                "| `amount` | *int* | :heavy_check_mark: | In cents. |  |",
                &format!("| `{key}` | *String* | :heavy_check_mark: | N/A |  |"),
            ],
        )
    };
    let plan = table(
        "Plan",
        &[
            "| `price` | [Money](../../models/shared/Money.md) | :heavy_check_mark: | N/A |  |",
            "| `fee` | [Optional\\<PlanFee>](../../models/shared/PlanFee.md) | :heavy_check_mark: | N/A |  |",
        ],
    );
    for (key, expected) in [("currency", "Money"), ("unit", "PlanFee")] {
        let (money, fee) = (money("Money", "currency"), money("PlanFee", key));
        let (api, _) = describe(
            &[
                ("docs/models/shared/Money.md", &money),
                ("docs/models/shared/Plan.md", &plan),
                ("docs/models/shared/PlanFee.md", &fee),
            ],
            "",
        );
        assert_eq!(field(&api, "Plan", "fee").ty.value, model(expected));
        let alias = matches!(kind(&api, "PlanFee"), Kind::Alias(it) if it.ty == model("Money"));
        assert_eq!(alias, expected == "Money");
    }
}
