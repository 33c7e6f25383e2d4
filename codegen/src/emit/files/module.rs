//! The modules of an API: one file for each namespace.

use std::collections::{BTreeMap, BTreeSet};

use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::items::lints::allow_complexity;
use crate::emit::items::scope::Scope;
use crate::emit::items::{docs, enums, flags, structs, unions};
use crate::emit::plan::Context;
use crate::emit::plan::modules::{Impls, Module};
use crate::model::{Alias, Kind, Model};

/// The file of a module.
pub(crate) fn text(cx: &Context, module: &Module) -> String {
    let body = Code::file(|code| {
        for name in &module.children {
            code.item(|code| child(code, cx, name));
        }
        for model in &module.models {
            item(code, cx, model);
        }
    });
    let imports: Vec<_> = cx.scopes.imports(module.path).collect();
    impls(&module.impls) + &uses(&imports, &module.children) + &body
}

/// The modules of impls.
fn impls(names: &Impls) -> String {
    let modules = [
        (&names.arbitrary, "#[cfg(feature = \"arbitrary\")]\n"),
        (&names.serde, ""),
        (&names.json_schema, "#[cfg(feature = \"schemars\")]\n"),
    ];
    let lines = modules
        .iter()
        .filter_map(|(name, attribute)| Some(format!("{attribute}mod {};\n", name.as_ref()?)));
    let mut text: String = lines.collect();
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// `use` lines for paths; several from one place on one line. A crate that a module here is called
/// as is named by its whole path.
fn uses(paths: &[&str], modules: &BTreeSet<&str>) -> String {
    let mut places: BTreeMap<(bool, &str), Vec<&str>> = BTreeMap::new();
    for path in paths {
        if let Some((place, name)) = path.rsplit_once("::") {
            places
                .entry((place == "crate", place))
                .or_default()
                .push(name);
        }
    }
    let mut text = String::new();
    let mut first = true;
    for ((own, place), names) in places {
        if own && !first {
            text.push('\n');
        }
        first = false;
        let hidden = place
            .split("::")
            .next()
            .is_some_and(|name| modules.contains(name));
        let root = if hidden { "::" } else { "" };
        text.push_str(&match names.as_slice() {
            [name] => format!("use {root}{place}::{name};\n"),
            names => format!("use {root}{place}::{{{}}};\n", names.join(", ")),
        });
    }
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

fn child(code: &mut Code, cx: &Context, name: &str) {
    code.doc(&format!("The models of `{}`.", plain(name)));
    if name == cx.api.module {
        let reason = "reason = \"the docs name both so\"";
        code.attribute("allow", &["clippy::module_inception", reason]);
    }
    code.line(format_args!("pub mod {};", ident(name)));
}

fn item(code: &mut Code, cx: &Context, model: &Model) {
    match &model.kind {
        Kind::Struct(strukt) => structs::emit(code, cx, model, strukt),
        Kind::Enum(enumeration) => enums::emit(code, cx, model, enumeration),
        Kind::Flags(flags) => flags::emit(code, model, flags),
        Kind::Union(union) => unions::emit(code, cx, model, union),
        Kind::Alias(alias) => code.item(|code| type_alias(code, cx, model, alias)),
    }
}

fn type_alias(code: &mut Code, cx: &Context, model: &Model, alias: &Alias) {
    docs::model(code, model);
    docs::allow_deprecated(code, cx.mentions_deprecated(&alias.ty));
    allow_complexity(code, std::iter::once(&alias.ty));
    let name = ident(model.path.name());
    let ty = Scope::new(cx, model.path.module()).ty(&alias.ty);
    code.line(format_args!("pub type {name} = {ty};"));
}
