//! The list of an API's models: what is done for each of them, here and in the tests, is a macro that is
//! called by this file.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::emit::cases::Case;
use crate::emit::ident::{ident, path as user_type};
use crate::emit::plan::Context;
use crate::emit::plan::context::has_type;
use crate::model::{Model, ModelPath};

/// The list of an API.
pub(crate) fn text(cx: &Context, cases: &[Case]) -> String {
    let tested: BTreeSet<&ModelPath> = cases.iter().map(|case| case.model).collect();
    let mut types = Vec::new();
    let mut no_case = Vec::new();
    let mut aliases = Vec::new();
    let mut replaced = Vec::new();
    let mut only_in_schema = Vec::new();
    let mut no_bytes = Vec::new();
    for model in cx.api.models.values() {
        let (path, is_tested) = (path(model), tested.contains(&model.path));
        if has_type(model) && cx.smallest_depth(&model.path).is_none() {
            no_bytes.push(path.clone());
        }
        match (&model.replaced, has_type(model)) {
            (_, true) if is_tested => types.push(path),
            (_, true) => no_case.push(path),
            (Some(by), false) if is_tested => {
                replaced.push(format!("{path} = {}", user_type(&by.value)));
            }
            (None, false) if is_tested => aliases.push(path),
            (_, false) => only_in_schema.push(path),
        }
    }
    let mut text = "// The models of this API. Who includes this file has a macro `each_model`, which does something for each of them.\n\n\
                    each_model! {\n"
        .to_owned();
    for path in types {
        let _ = writeln!(text, "    {path},");
    }
    for (name, paths) in [
        ("no_case", no_case),
        ("aliases", aliases),
        ("replaced", replaced),
        ("only_in_schema", only_in_schema),
        ("no_bytes", no_bytes),
    ] {
        if !paths.is_empty() {
            let _ = writeln!(text, "    @{name} {{");
            for path in paths {
                let _ = writeln!(text, "        {path},");
            }
            text.push_str("    }\n");
        }
    }
    text + "}\n"
}

/// A model's path in its API.
fn path(model: &Model) -> String {
    let parts = model.path.as_str().split("::").map(ident);
    parts.collect::<Vec<_>>().join("::")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::cases;
    use crate::emit::testing::{api, fact, field, model, strukt, to};
    use crate::model::{Alias, Kind, Presence, Type};

    #[test]
    fn each_model_stands_where_its_macros_look_for_it() {
        let needs = |name: &str, ty| strukt(name, vec![field("of", "of", ty, Presence::Required)]);
        let boxed = |name: &str| Type::Boxed(Box::new(to(name)));
        let mut money = strukt("Money", Vec::new());
        money.emitted = false;
        money.replaced = Some(fact("::x::Money".to_owned()));
        let mut priced = money.clone();
        priced.path = ModelPath::new(None, "Price");
        priced.examples = vec![crate::emit::testing::example("1 EUR".into())];
        let mut other = strukt("Other", Vec::new());
        other.emitted = false;
        let mut below = strukt("Room", Vec::new());
        below.path = ModelPath::new(Some("r#type"), "Room");
        let ids = Type::List(Box::new(Type::String));
        let api = api(vec![
            strukt("Order", Vec::new()),
            below,
            needs("Endless", boxed("Endless")),
            model("Ids", Kind::Alias(Alias { ty: ids })),
            money,
            priced,
            other,
        ]);
        let cx = Context::new(&api);
        let expected = "\n\neach_model! {
    Order,
    r#type::Room,
    @no_case {
        Endless,
    }
    @aliases {
        Ids,
    }
    @replaced {
        Price = ::x::Money,
    }
    @only_in_schema {
        Money,
        Other,
    }
    @no_bytes {
        Endless,
    }
}
";
        let text = text(&cx, &cases::of(&cx));
        assert!(text.ends_with(expected), "{text}");
    }
}
