//! Types of the user's in place of models and of fields' types.
//!
//! What is replaced keeps its shape on the wire: unions are decided by it, and the schema and the
//! examples speak of it.

use std::collections::BTreeMap;

use crate::config::{Layer, Replacement};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Fact, ModelPath, Rule, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::context::{Context, Models};
use crate::resolve::decision::Decision;
use crate::resolve::graph::select::reached;
use crate::source::{Located, Place};

/// The type that takes the place of an entry's.
pub(crate) fn of_model(cx: &Context<'_>, entry: &Entry<'_>) -> Option<Fact<String>> {
    let set = entry.settings?.replace.as_ref()?;
    Some(fact(cx, &set.value, set.place))
}

/// What `explain` shows of a setting that replaces a type.
fn fact(cx: &Context<'_>, text: &str, place: Place) -> Fact<String> {
    let mut decision = Decision::new(cx.files);
    decision.say(place, cx.files.text(place), ());
    decision.settle((), Rule::Set).map(|()| text.to_owned())
}

/// Puts the user's type into that of a field, which is `wire` on the wire; where there is no such
/// list or map, it is an error.
pub(crate) fn put(
    cx: &Context<'_>,
    set: &Located<Replacement>,
    ty: &mut Type,
    wire: &LinkedType,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Fact<String>> {
    if let Some(replaced) = in_field(ty, &set.value) {
        *ty = replaced;
        return Some(fact(cx, &set.value.text, set.place));
    }
    diagnostics.push(
        Diagnostic::error(set.place, format!("`{name}` has no such list or map"))
            .label(format!("the type is {}", wire.words(&cx.catalog)))
            .hint("a path without brackets replaces the whole type"),
    );
    None
}

/// The type of a field with the user's in it; `None` if it has other lists and maps around it.
fn in_field(ty: &Type, set: &Replacement) -> Option<Type> {
    within(ty, &set.layers, &set.path)
}

fn within(ty: &Type, layers: &[Layer], path: &str) -> Option<Type> {
    let inner = |ty: &Type, layers| within(ty, layers, path).map(Box::new);
    match (ty, layers) {
        (Type::Nullable(value), _) => inner(value, layers).map(Type::Nullable),
        (_, []) => Some(outside(path, ty)),
        (Type::List(item), [Layer::List, layers @ ..]) => inner(item, layers).map(Type::List),
        (Type::Map(value), [Layer::Map, layers @ ..]) => inner(value, layers).map(Type::Map),
        (Type::Any, [Layer::List, layers @ ..]) => inner(ty, layers).map(Type::List),
        (Type::Any, [Layer::Map, layers @ ..]) => inner(ty, layers).map(Type::Map),
        _ => None,
    }
}

/// A type of the user's in place of another.
pub(crate) fn outside(path: &str, wire: &Type) -> Type {
    Type::Outside {
        path: path.to_owned(),
        wire: Box::new(wire.clone()),
    }
}

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
        *ty = outside(replacement, ty);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;
    use crate::model::Api;
    use crate::model::Kind;
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
        let money = outside("::x::M", &model("Money"));
        assert_eq!(field(&api, "Plan", "price").ty.value, money);
        assert_eq!(field(&api, "Plan", "fee").ty.value, money);
        let list = Type::List(Box::new(money.clone()));
        assert_eq!(field(&api, "Plan", "prices").ty.value, list);
        let alias = matches!(kind(&api, "PlanFee"), Kind::Alias(it) if it.ty == money);
        assert!(alias);
        // `MoneyKind` is made for the constant in `Money`; `Unit` has a page of its own.
        assert_eq!(emitted(&api), ["Plan", "PlanFee", "Unit"]);
        assert!(matches!(kind(&api, "MoneyKind"), Kind::Enum(_)));
        assert_eq!(api.outside.keys().collect::<Vec<_>>(), ["::x::M"]);
    }

    #[test]
    fn a_copy_that_is_replaced_is_a_type_apart() {
        let api = plan("[models.PlanFee]\nreplace = \"::x::Fee\"\n");
        let fee = outside("::x::Fee", &model("PlanFee"));
        assert_eq!(field(&api, "Plan", "fee").ty.value, fee);
        assert_eq!(field(&api, "Plan", "price").ty.value, model("Money"));
    }

    #[test]
    fn a_replaced_type_needs_no_box_and_gives_its_traits() {
        let spec = "[models.Plan]\nreplace = \"::x::Plan\"\n[models.PlanFee]\nreplace = \"::x::Fee\"\n\
                    [models.PlanFee.fields]\namount.replace = \"::x::Cents\"\n";
        let api = plan(spec);
        let next = &field(&api, "Plan", "next").ty.value;
        assert_eq!(*next, outside("::x::Plan", &model("Plan")));
        // Nothing that is emitted has any of these.
        assert!(api.outside.is_empty());

        let spec = "[models.Money.fields]\namount.replace = \"::x::Cents\"\n\
                    [types.\"::x::Cents\"]\ntraits = [\"Ord\"]\n";
        let api = plan(spec);
        let traits = api.outside["::x::Cents"].traits;
        assert!(traits.ord && traits.eq && traits.partial_ord && !traits.hash);
        let (_, money) = api
            .models
            .iter()
            .find(|(path, _)| path.name() == "Money")
            .unwrap();
        assert!(money.traits.ord && !money.traits.hash && !money.traits.copy);
    }

    #[test]
    fn lists_and_maps_stay_where_they_are() {
        let path = "::x::T".to_owned();
        let set = |layers: &[Layer]| Replacement {
            text: String::new(),
            layers: layers.to_vec(),
            path: path.clone(),
        };
        let list = |ty| Type::List(Box::new(ty));
        let nullable = |ty| Type::Nullable(Box::new(ty));
        let texts = list(nullable(Type::String));
        let inner = list(nullable(outside(&path, &Type::String)));
        assert_eq!(in_field(&texts, &set(&[Layer::List])), Some(inner));
        assert_eq!(in_field(&texts, &set(&[])), Some(outside(&path, &texts)));
        assert_eq!(in_field(&texts, &set(&[Layer::Map])), None);
        assert_eq!(in_field(&texts, &set(&[Layer::List, Layer::List])), None);
        let map = Type::Map(Box::new(list(outside(&path, &Type::Any))));
        assert_eq!(
            in_field(&Type::Any, &set(&[Layer::Map, Layer::List])),
            Some(map)
        );
    }
}
