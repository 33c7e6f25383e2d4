//! What `new` asks for by name: the required fields of each model that has two or more.

use std::collections::BTreeSet;

use super::imports::uses;
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::items::scope::Scope;
use crate::emit::plan::Context;
use crate::emit::plan::modules::Module;
use crate::emit::plan::scopes::Part;
use crate::model::{Kind, Model, Struct};

/// The file of a module that has such models.
pub(crate) fn text(cx: &Context, module: &Module) -> String {
    let scope = Scope::of_required(cx, module.path);
    let items = Code::file(|code| {
        for model in &module.models {
            if let Kind::Struct(strukt) = &model.kind {
                fields(code, cx, scope, model, strukt);
            }
        }
    });
    let imports: Vec<_> = cx.scopes.imports(module.path, Part::Required).collect();
    format!(
        "//! What each model requires, if it is more than one field. They are given by name, so that none is taken for\n\
         //! another.\n\n\
         #![allow(deprecated, reason = \"what is deprecated may be required\")]\n\
         #![allow(\n    clippy::box_collection,\n    clippy::redundant_allocation,\n    clippy::type_complexity,\n    \
             clippy::vec_box,\n    reason = \"the docs nest it so\"\n)]\n\n{}{items}",
        uses(&imports, &BTreeSet::new())
    )
}

fn fields(code: &mut Code, cx: &Context, scope: Scope, model: &Model, strukt: &Struct) {
    let construction = cx.constructions.get(&model.path);
    let Some(construction) = construction.filter(|it| it.is_by_name()) else {
        return;
    };
    code.item(|code| {
        let name = model.path.name();
        code.doc(&format!("What [`{0}`](super::{0}) requires.", plain(name)));
        code.block(format_args!("pub struct {}", ident(name)), |code| {
            for field in construction.asked(strukt) {
                let ty = scope.stored(field);
                code.line(format_args!("pub {}: {ty},", ident(&field.name)));
            }
        });
    });
}
