//! The models of a module.

use std::fmt::Write as _;

use super::clusters::{self, Clusters};
use super::imports::uses;
use crate::emit::code::Code;
use crate::emit::files::mark::rust_file;
use crate::emit::ident::{ident, plain};
use crate::emit::items::lints::allow_complexity;
use crate::emit::items::scope::Scope;
use crate::emit::items::{docs, enums, flags, structs, unions};
use crate::emit::plan::Context;
use crate::emit::plan::modules::{Beside, Module};
use crate::emit::plan::scopes::Part;
use crate::model::{Alias, Kind, Model};
use crate::parallel;

/// The files of a module's models: the module's own, and those that it is split into if it is long.
pub(crate) fn files(cx: &Context, module: &Module) -> Vec<(String, String)> {
    let models = &module.models;
    let items = parallel::map(models, |model| Code::file(|code| item(code, cx, model)));
    let named = models.iter().map(|model| plain(model.path.name()));
    let lines = items.iter().map(|item| item.matches('\n').count());
    let clusters = clusters::of(&named.zip(lines).collect::<Vec<_>>());
    let mut own = Code::file(|code| {
        for name in &module.children {
            code.item(|code| child(code, cx, name));
        }
    });
    let mut files = Vec::new();
    let mut head = beside(&module.beside);
    if clusters.is_empty() {
        for item in &items {
            join(&mut own, item);
        }
    } else {
        let name = &module.beside.models;
        head = format!("mod {name};\npub use {name}::*;\n\n{head}");
        files.extend(split(cx, module, &items, &clusters));
    }
    let imports: Vec<_> = cx.scopes.imports(module.path, Part::Models).collect();
    let text = head + &uses(&imports, &module.children) + &own;
    files.push(rust_file(&format!("src/{}", module.file), &text));
    files
}

/// The files that a long module is split into.
fn split(
    cx: &Context,
    module: &Module,
    items: &[String],
    clusters: &Clusters,
) -> Vec<(String, String)> {
    let folder = format!("src/{}/{}", module.folder, module.beside.models);
    let mut place = format!("crate::{}", ident(&cx.api.module));
    for part in module.path.iter().flat_map(|path| path.split("::")) {
        let _ = write!(place, "::{}", ident(part));
    }
    let mut modules = String::new();
    let mut exports = String::new();
    let mut files = Vec::new();
    for (name, models) in clusters {
        let name = ident(name);
        let _ = writeln!(modules, "mod {name};");
        let _ = writeln!(exports, "pub use {name}::*;");
        let mut text = format!(
            "#[allow(unused_imports, reason = \"not every model names another\")]\nuse {place}::*;\n"
        );
        for &at in models {
            join(&mut text, &items[at]);
        }
        files.push(rust_file(&format!("{folder}/{}.rs", plain(&name)), &text));
    }
    let text = format!(
        "//! The models, by how their names begin; they stand in the module above.\n\n{modules}\n{exports}"
    );
    files.push(rust_file(&format!("{folder}.rs"), &text));
    files
}

fn join(text: &mut String, item: &str) {
    if !text.is_empty() && !item.is_empty() {
        text.push('\n');
    }
    text.push_str(item);
}

/// The modules beside the models.
fn beside(names: &Beside) -> String {
    let modules = [
        (&names.arbitrary, "#[cfg(feature = \"arbitrary\")]\nmod"),
        (&names.examples, "#[cfg(feature = \"examples\")]\nmod"),
        (&names.serde, "mod"),
        (&names.json_schema, "#[cfg(feature = \"schemars\")]\nmod"),
        (&names.required, "pub mod"),
    ];
    let lines = modules
        .iter()
        .filter_map(|(name, how)| Some(format!("{how} {};\n", name.as_ref()?)));
    let mut text: String = lines.collect();
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
