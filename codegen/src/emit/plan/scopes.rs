//! The names in scope in each module of an API, and the imports of the modules.

use std::collections::{BTreeMap, BTreeSet};

use super::construction::{Constant, Construction};
use super::serde_only::SerdeOnly;
use crate::model::rust_type::{RustName, RustType, VALUE, last};
use crate::model::{Api, Kind, ModelPath, Struct};

/// The names that each module has, by its path; `None` is the API's own.
#[derive(Default)]
pub(crate) struct Scopes<'a> {
    modules: BTreeMap<(Option<&'a str>, Part), Names<'a>>,
}

/// A part of a module, in a file of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Its models.
    Models,
    /// What `new` asks for by name.
    Required,
}

#[derive(Default)]
struct Names<'a> {
    models: BTreeSet<&'a str>,
    imports: BTreeSet<&'static str>,
}

impl Names<'_> {
    /// Imports what a type names.
    fn see(&mut self, ty: RustType) {
        ty.for_each_name(&mut |name| self.imports.extend(imported(name)));
    }
}

fn imported(name: RustName) -> Option<&'static str> {
    match name {
        RustName::Imported(path) => Some(path),
        _ => None,
    }
}

/// The macro of setters.
pub(crate) const SETTERS: &str = "crate::support::setters::setters";

/// Whether a struct has setters.
pub(crate) fn has_setters(strukt: &Struct) -> bool {
    let mut fields = strukt.fields.iter();
    strukt.extra.is_some() || fields.any(|field| !field.presence.is_required())
}

impl<'a> Scopes<'a> {
    pub(crate) fn of(
        api: &'a Api,
        serde_only: &SerdeOnly,
        constructions: &BTreeMap<&ModelPath, Construction>,
    ) -> Self {
        let mut modules: BTreeMap<_, Names> = BTreeMap::new();
        for model in api.models.values().filter(|model| model.emitted) {
            if let (Kind::Struct(strukt), Some(construction)) =
                (&model.kind, constructions.get(&model.path))
                && construction.is_by_name()
            {
                let names = modules
                    .entry((model.path.module(), Part::Required))
                    .or_default();
                names.models.insert(model.path.name());
                for field in construction.asked(strukt) {
                    names.see(RustType::stored(api, field));
                }
            }
            let names = modules
                .entry((model.path.module(), Part::Models))
                .or_default();
            names.models.insert(model.path.name());
            for ty in types(api, &model.kind) {
                names.see(ty);
            }
            match &model.kind {
                Kind::Union(_) => names.imports.extend(imported(VALUE)),
                Kind::Struct(strukt) if has_setters(strukt) => {
                    names.imports.insert(SETTERS);
                }
                _ => {}
            }
            if serde_only.derives(model) {
                names
                    .imports
                    .extend(["serde::Serialize", "serde::Deserialize"]);
            }
            if let Some(construction) = constructions.get(&model.path) {
                let is_number =
                    |it: &Constant| matches!(it, Constant::Fraction(_) | Constant::Whole(_));
                if construction.constants().any(is_number) {
                    names.imports.insert("crate::Number");
                }
            }
        }
        for Names { models, imports } in modules.values_mut() {
            imports.retain(|path| !models.contains(last(path)));
        }
        Self { modules }
    }

    /// Whether a name of the prelude means in a module what it means everywhere.
    pub(crate) fn is_prelude(&self, path: &str, module: Option<&str>, part: Part) -> bool {
        let names = self.modules.get(&(module, part));
        !names.is_some_and(|names| names.models.contains(last(path)))
    }

    /// Whether a module imports a name.
    pub(crate) fn is_imported(&self, path: &str, module: Option<&str>, part: Part) -> bool {
        let names = self.modules.get(&(module, part));
        names.is_some_and(|names| names.imports.contains(path))
    }

    /// All that a module imports.
    pub(crate) fn imports<'s>(
        &'s self,
        module: Option<&'s str>,
        part: Part,
    ) -> impl Iterator<Item = &'static str> + 's {
        let names = self.modules.get(&(module, part)).into_iter();
        names.flat_map(|names| names.imports.iter().copied())
    }
}

/// The types that the code of a model names.
fn types<'a>(api: &Api, kind: &'a Kind) -> Vec<RustType<'a>> {
    let of = |ty| RustType::of(api, ty);
    match kind {
        Kind::Struct(strukt) => {
            let fields = strukt.fields.iter();
            let fields = fields.map(|field| RustType::stored(api, field));
            let extra = strukt.extra.iter();
            let extra = extra.map(|extra| RustType::extra(api, &extra.ty));
            fields.chain(extra).collect()
        }
        Kind::Union(union) => union
            .variants
            .iter()
            .map(|variant| of(&variant.ty))
            .collect(),
        Kind::Alias(alias) => vec![of(&alias.ty)],
        Kind::Enum(_) | Kind::Flags(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, SETTERS};
    use crate::emit::plan::Context;
    use crate::emit::testing::{api, field, model, strukt};
    use crate::model::{Kind, MapType, Presence, Type, Union};

    #[test]
    fn a_module_imports_what_its_models_name() {
        let one = |name: &str, ty, presence| strukt(name, vec![field("of", "of", ty, presence)]);
        let map = Type::Map(Box::new(Type::DateTime));
        let mut constant = one("Constant", Type::Number, Presence::Required);
        constant.emitted = false;
        let mut api = api(vec![
            one("Room", map, Presence::OptionalNullable),
            one("DateTime", Type::Boolean, Presence::Required),
            constant,
        ]);
        let imports = |api: &_| -> Vec<_> {
            Context::new(api)
                .scopes
                .imports(None, Part::Models)
                .collect()
        };
        assert_eq!(
            imports(&api),
            ["crate::Maybe", SETTERS, "std::collections::BTreeMap"]
        );
        api.map = MapType::Index;
        api.models[2].emitted = true;
        assert_eq!(
            imports(&api),
            [
                "crate::Maybe",
                "crate::Number",
                SETTERS,
                "indexmap::IndexMap"
            ]
        );
    }

    #[test]
    fn a_name_that_a_model_takes_is_written_whole() {
        let union = Union {
            variants: Vec::new(),
            unknown: "Unknown".to_owned(),
            tag: None,
        };
        let api = api(vec![
            model("Value", Kind::Union(union)),
            strukt("Option", Vec::new()),
        ]);
        let scopes = Context::new(&api).scopes;
        assert!(!scopes.is_imported("crate::Value", None, Part::Models));
        assert!(!scopes.is_prelude("std::option::Option", None, Part::Models));
        assert!(scopes.is_prelude("std::option::Option", Some("operations"), Part::Models));
    }
}
