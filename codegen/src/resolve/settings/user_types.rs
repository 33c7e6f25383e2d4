//! Types of the user in models, and their settings.

use std::collections::{BTreeMap, BTreeSet};

use super::crates;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Type, UserType};
use crate::resolve::context::{Context, Models};
use crate::source::Located;
use crate::suggest::{nearest, with_suggestion};

/// The user's types in emitted models, with what the user says of them.
pub(crate) fn in_use(cx: &Context<'_>, models: &Models) -> BTreeMap<String, UserType> {
    let mut paths = BTreeSet::new();
    for model in models.values().filter(|model| model.emitted) {
        for ty in model.kind.all_types() {
            if let Type::User { path, .. } = ty.innermost() {
                paths.insert(path);
            }
        }
    }
    let said = |path: &str| {
        let set = &cx.config.types.get(path)?.value;
        Some(UserType {
            traits: set.traits.iter().map(|it| it.value).collect(),
            values: set.values.iter().map(|it| it.value.clone()).collect(),
        })
    };
    let all = paths.into_iter();
    all.map(|path| (path.to_owned(), said(path).unwrap_or_default()))
        .collect()
}

/// Reports traits of a type that replaces nothing, models that are both replaced and excluded, and
/// types and derives whose crate the manifest lacks.
pub(crate) fn report(cx: &Context<'_>, diagnostics: &mut Diagnostics) {
    let mut paths: Vec<Located<&str>> = Vec::new();
    for (name, model) in &cx.config.models {
        let model = &model.value;
        if let Some(set) = &model.replace {
            paths.push(Located::new(&set.value, set.place));
            if let Some(exclude) = model.exclude.as_ref().filter(|set| set.value) {
                let message = format!("`{name}` is both replaced and excluded");
                let error = Diagnostic::error(set.place, message);
                diagnostics.push(error.related(exclude.place, "excluded here"));
            }
        }
        let fields = model.fields.values();
        let fields = fields.filter_map(|field| field.value.replace.as_ref());
        paths.extend(fields.map(|set| Located::new(set.value.path.as_str(), set.place)));
    }
    for (path, set) in &cx.config.types {
        if paths.iter().all(|known| known.value != path) {
            let error = Diagnostic::error(
                set.place,
                format!("no setting `replace` uses the type `{path}`"),
            );
            let known = paths.iter().map(|known| known.value);
            diagnostics.push(with_suggestion(error, nearest(path, known)));
        }
    }
    crates::report(cx, &paths, diagnostics);
}
