//! Uses the user's types in place of replaced models.
//!
//! A replaced model keeps its JSON shape, which the schema, the examples and the choice of variants
//! use.

use std::collections::BTreeMap;

use super::select::reached;
use crate::model::{ModelPath, Type};
use crate::resolve::context::Models;

/// Puts the user's types wherever replaced models are used, and marks what is not emitted: these
/// models, and what no other leads to from `roots`.
pub(crate) fn apply(models: &mut Models, roots: Vec<ModelPath>) {
    let paths: BTreeMap<ModelPath, String> = models
        .iter()
        .filter_map(|(path, model)| Some((path.clone(), model.replaced.as_ref()?.value.clone())))
        .collect();
    for model in models.values_mut() {
        model.kind.change_types(|ty| replace(ty, &paths));
    }
    let roots = roots.into_iter().filter(|path| !paths.contains_key(path));
    let used = reached(models, roots.collect(), Type::model);
    for (path, model) in models {
        model.emitted = used.contains(path);
    }
}

fn replace(ty: &mut Type, paths: &BTreeMap<ModelPath, String>) {
    if let Some(inner) = ty.inner_mut() {
        replace(inner, paths);
    } else if let Type::Model(path) = ty
        && let Some(replacement) = paths.get(path)
    {
        *ty = Type::user(replacement, ty);
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::model::Api;
    use crate::model::Kind;
    use crate::model::Type;
    use crate::resolve::testing::{describe, field, kind, messages, model, table};

    fn money(title: &str) -> String {
        table(
            title,
            &[
                "| `amount` | *int* | :heavy_check_mark: | In cents. |  |",
                "| `unit` | [Unit](../../models/shared/Unit.md) | :heavy_check_mark: | N/A |  |",
                "| `kind` | *String* | :heavy_check_mark: | Always `money`. |  |",
            ],
        )
    }

    fn plan(spec: &str) -> Api {
        let plan = table(
            "Plan",
            &[
                "| `price` | [Money](../../models/shared/Money.md) | :heavy_check_mark: | N/A |  |",
                "| `fee` | [Optional\\<PlanFee>](../../models/shared/PlanFee.md) | :heavy_check_mark: | N/A |  |",
                "| `prices` | List\\<[Money](../../models/shared/Money.md)> | :heavy_check_mark: | N/A |  |",
                "| `next` | [Plan](../../models/shared/Plan.md) | :heavy_minus_sign: | N/A |  |",
            ],
        );
        let unit = "# Unit\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `EUR` | eur |\n";
        let spec = format!("[dependencies]\nx = \"1\"\n{spec}");
        let (api, diagnostics) = describe(
            &[
                ("docs/models/shared/Money.md", &money("Money")),
                ("docs/models/shared/Plan.md", &plan),
                ("docs/models/shared/PlanFee.md", &money("PlanFee")),
                ("docs/models/shared/Unit.md", unit),
            ],
            &spec,
        );
        let errors = messages(&diagnostics, Severity::Error);
        assert_eq!(errors, [] as [String; 0]);
        api
    }

    fn emitted(api: &Api) -> Vec<&str> {
        let models = api.models.values().filter(|model| model.emitted);
        models.map(|model| model.path.as_str()).collect()
    }

    #[test]
    fn a_replaced_model_goes_with_its_nameless_parts_and_takes_its_copies_along() {
        let api = plan("[models.Money]\nreplace = \"::x::M\"\n");
        let money = Type::user("::x::M", &model("Money"));
        assert_eq!(field(&api, "Plan", "price").ty.value, money);
        assert_eq!(field(&api, "Plan", "fee").ty.value, money);
        let list = Type::List(Box::new(money.clone()));
        assert_eq!(field(&api, "Plan", "prices").ty.value, list);
        let alias = matches!(kind(&api, "PlanFee"), Kind::Alias(it) if it.ty == money);
        assert!(alias);
        // `MoneyKind` is made for the constant in `Money`; `Unit` has a page of its own.
        assert_eq!(emitted(&api), ["Plan", "PlanFee", "Unit"]);
        assert!(matches!(kind(&api, "MoneyKind"), Kind::Enum(_)));
        assert_eq!(api.user_types.keys().collect::<Vec<_>>(), ["::x::M"]);
    }

    #[test]
    fn a_copy_that_is_replaced_is_a_type_apart() {
        let api = plan("[models.PlanFee]\nreplace = \"::x::Fee\"\n");
        let fee = Type::user("::x::Fee", &model("PlanFee"));
        assert_eq!(field(&api, "Plan", "fee").ty.value, fee);
        assert_eq!(field(&api, "Plan", "price").ty.value, model("Money"));
    }

    #[test]
    fn a_replaced_type_needs_no_box_and_gives_its_traits() {
        let spec = "[models.Plan]\nreplace = \"::x::Plan\"\n[models.PlanFee]\nreplace = \"::x::Fee\"\n\
                    [models.PlanFee.fields]\namount.replace = \"::x::Cents\"\n";
        let api = plan(spec);
        let next = &field(&api, "Plan", "next").ty.value;
        assert_eq!(*next, Type::user("::x::Plan", &model("Plan")));
        // Nothing that is emitted has any of these.
        assert!(api.user_types.is_empty());

        let spec = "[models.Money.fields]\namount.replace = \"::x::Cents\"\n\
                    [types.\"::x::Cents\"]\ntraits = [\"Ord\"]\n";
        let api = plan(spec);
        let traits = api.user_types["::x::Cents"].traits;
        assert!(traits.ord && traits.eq && traits.partial_ord && !traits.hash);
        let (_, money) = api
            .models
            .iter()
            .find(|(path, _)| path.name() == "Money")
            .unwrap();
        assert!(money.traits.ord && !money.traits.hash && !money.traits.copy);
    }
}
