//! Types and names as code in a module.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::emit::ident::{self, ident};
use crate::emit::plan::Context;
use crate::emit::plan::scopes::{Part, Scopes};
use crate::model::rust_type::{RustName, RustType, last};
use crate::model::{Api, Field, ModelPath, Type};

/// A part of a module of an API, as the place of code.
#[derive(Clone, Copy)]
pub(crate) struct Scope<'a> {
    api: &'a Api,
    scopes: &'a Scopes<'a>,
    module: Option<&'a str>,
    part: Part,
}

impl<'a> Scope<'a> {
    /// Among the models.
    pub(crate) fn new(cx: &'a Context<'a>, module: Option<&'a str>) -> Self {
        Self {
            api: cx.api,
            scopes: &cx.scopes,
            module,
            part: Part::Models,
        }
    }

    /// In the file of what `new` asks for by name.
    pub(crate) fn of_required(cx: &'a Context<'a>, module: Option<&'a str>) -> Self {
        Self {
            part: Part::Required,
            ..Self::new(cx, module)
        }
    }

    /// A name of the prelude: bare, unless a model of the module has it too.
    pub(crate) fn prelude(self, path: &str) -> Cow<'_, str> {
        spelled(path, self.scopes.is_prelude(path, self.module, self.part))
    }

    /// A name from elsewhere: bare where the module imports it.
    pub(crate) fn import(self, path: &str) -> Cow<'_, str> {
        spelled(path, self.scopes.is_imported(path, self.module, self.part))
    }

    /// A type.
    pub(crate) fn ty(self, ty: &Type) -> String {
        self.written(&RustType::of(self.api, ty))
    }

    /// The type of a field, with what its presence puts around it.
    pub(crate) fn stored(self, field: &Field) -> String {
        self.written(&RustType::stored(self.api, field))
    }

    /// The type of the map for other keys.
    pub(crate) fn extra(self, values: &Type) -> String {
        self.written(&RustType::extra(self.api, values))
    }

    fn written(self, ty: &RustType) -> String {
        let mut text = String::new();
        self.write(&mut text, ty);
        text
    }

    fn write(self, text: &mut String, ty: &RustType) {
        match ty.name {
            RustName::Primitive(name) => text.push_str(name),
            RustName::Prelude(path) => text.push_str(&self.prelude(path)),
            RustName::Imported(path) => text.push_str(&self.import(path)),
            RustName::Model(path) => self.write_path(text, path),
            RustName::User(path) => text.push_str(&ident::path(path)),
        }
        for (at, argument) in ty.arguments.iter().enumerate() {
            text.push_str(if at == 0 { "<" } else { ", " });
            self.write(text, argument);
        }
        if !ty.arguments.is_empty() {
            text.push('>');
        }
    }

    /// A model's path.
    pub(crate) fn path(self, path: &ModelPath) -> String {
        let mut text = String::new();
        self.write_path(&mut text, path);
        text
    }

    fn write_path(self, text: &mut String, path: &ModelPath) {
        if path.module() != self.module {
            let _ = write!(text, "crate::{}::", ident(&self.api.module));
            let modules = path.module().into_iter();
            for module in modules.flat_map(|module| module.split("::")) {
                let _ = write!(text, "{}::", ident(module));
            }
        } else if self.part == Part::Required {
            text.push_str("super::");
        }
        text.push_str(&ident(path.name()));
    }
}

/// A path by its last part, or such that no name of a module can shadow it.
fn spelled(path: &str, bare: bool) -> Cow<'_, str> {
    if bare {
        Cow::Borrowed(last(path))
    } else if path.starts_with("crate::") {
        Cow::Borrowed(path)
    } else {
        Cow::Owned(format!("::{path}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, strukt, to};
    use crate::model::Presence;

    #[test]
    fn names_are_short_where_they_can_be() {
        let map = Type::Map(Box::new(Type::Any));
        let rows = vec![field("of", "of", map.clone(), Presence::Optional)];
        let api = api(vec![strukt("Room", rows), strukt("Value", Vec::new())]);
        let cx = Context::new(&api);
        let said = |module, ty: &Type| Scope::new(&cx, module).ty(ty);
        assert_eq!(said(None, &map), "BTreeMap<String, crate::Value>");
        assert_eq!(
            said(None, &Type::Nullable(Box::new(to("Room")))),
            "Option<Room>"
        );
        let elsewhere = said(Some("operations"), &Type::List(Box::new(to("Room"))));
        assert_eq!(elsewhere, "Vec<crate::shop::Room>");
        // What the plan did not foresee is written whole.
        assert_eq!(said(None, &Type::Number), "crate::Number");
    }
}
