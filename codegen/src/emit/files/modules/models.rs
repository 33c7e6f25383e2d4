//! The models of a module.

use super::imports::uses;
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::items::lints::allow_complexity;
use crate::emit::items::scope::Scope;
use crate::emit::items::{docs, enums, flags, structs, unions};
use crate::emit::plan::Context;
use crate::emit::plan::modules::{Beside, Module};
use crate::emit::plan::scopes::Part;
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
    let imports: Vec<_> = cx.scopes.imports(module.path, Part::Models).collect();
    beside(&module.beside) + &uses(&imports, &module.children) + &body
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
