//! The modules of an API, and the files of each module.

use std::collections::{BTreeMap, BTreeSet};

use super::construction::Construction;
use super::context::has_type;
use super::serde_only::SerdeOnly;
use crate::emit::ident::plain;
use crate::model::{Api, Kind, Model, ModelPath};

/// A module: the API's own, or that of a namespace.
pub(crate) struct Module<'a> {
    /// Its path below the API's module; `None` for that itself.
    pub(crate) path: Option<&'a str>,
    /// Its models.
    pub(crate) models: Vec<&'a Model>,
    /// The namespaces in it.
    pub(crate) children: BTreeSet<&'a str>,
    /// Its file below `src/`.
    pub(crate) file: String,
    /// The folder of the files below it.
    pub(crate) folder: String,
    /// The names of the modules beside its models, where it has them.
    pub(crate) beside: Beside,
}

/// The names of modules that are no namespaces.
pub(crate) struct Beside {
    /// Its models, if they are too many for one file.
    pub(crate) models: String,
    /// What `new` asks for by name.
    pub(crate) required: Option<String>,
    /// How serde reads and writes the models.
    pub(crate) serde: Option<String>,
    /// Values of the models from bytes.
    pub(crate) arbitrary: Option<String>,
    /// Examples of all models of the API.
    pub(crate) examples: Option<String>,
    /// JSON Schema of all models of the API.
    pub(crate) json_schema: Option<String>,
    /// The list of all models of the API, which is no module, but a file beside them.
    pub(crate) model_list: String,
}

/// The modules of an API, a parent before its children.
pub(crate) fn of<'a>(
    api: &'a Api,
    serde_only: &SerdeOnly,
    constructions: &BTreeMap<&ModelPath, Construction>,
) -> Vec<Module<'a>> {
    let mut modules: BTreeMap<&str, (Vec<&Model>, BTreeSet<&str>)> = BTreeMap::new();
    modules.entry("").or_default();
    for model in api.models.values().filter(|model| model.emitted) {
        let mut path = model.path.module().unwrap_or_default();
        modules.entry(path).or_default().0.push(model);
        while !path.is_empty() {
            let (parent, name) = path.rsplit_once("::").unwrap_or(("", path));
            modules.entry(parent).or_default().1.insert(name);
            path = parent;
        }
    }
    let root = plain(&api.module);
    let modules = modules.into_iter().map(|(path, (models, children))| {
        let (file, folder, own) = if path.is_empty() {
            (format!("{root}/mod.rs"), root.to_owned(), &*api.module)
        } else {
            let parts: Vec<_> = path.split("::").map(plain).collect();
            let folder = format!("{root}/{}", parts.join("/"));
            let own = path.rsplit_once("::").map_or(path, |(_, name)| name);
            (format!("{folder}.rs"), folder, own)
        };
        // Such a module may be called neither as a namespace here nor as this one.
        let free = |name: &str| {
            if name == own || children.contains(name) {
                format!("{name}_")
            } else {
                name.to_owned()
            }
        };
        let is_whole = path.is_empty() && api.models.values().any(has_type);
        let is_by_name = |model: &&Model| {
            constructions
                .get(&model.path)
                .is_some_and(Construction::is_by_name)
        };
        let beside = Beside {
            models: free("models"),
            required: models.iter().any(is_by_name).then(|| free("required")),
            serde: models
                .iter()
                .any(|model| has_type(model) && has_impls(model, serde_only))
                .then(|| free("impls")),
            arbitrary: models
                .iter()
                .any(|model| !matches!(model.kind, Kind::Alias(_)))
                .then(|| free("arbitrary")),
            examples: is_whole.then(|| free("examples")),
            json_schema: is_whole.then(|| free("json_schema")),
            model_list: free("model_list"),
        };
        Module {
            path: (!path.is_empty()).then_some(path),
            models,
            children,
            file,
            folder,
            beside,
        }
    });
    modules.collect()
}

/// Whether serde's derives are not all that a model has.
fn has_impls(model: &Model, serde_only: &SerdeOnly) -> bool {
    let told = matches!(&model.kind, Kind::Struct(strukt) if strukt.has_tags_beside());
    told || !serde_only.derives(model)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, model, strukt};
    use crate::model::{Alias, Type};

    #[test]
    fn a_namespace_has_a_file_and_its_parents_too() {
        let below = |module: &str, name: &str| {
            let mut model = strukt(name, Vec::new());
            model.path = ModelPath::new(Some(module), name);
            model
        };
        let alias = Kind::Alias(Alias { ty: Type::String });
        let api = api(vec![
            model("Id", alias),
            below("r#type::impls", "Room"),
            below("shop", "Order"),
        ]);
        let modules = of(&api, &SerdeOnly::of(&api), &BTreeMap::new());
        let files: Vec<_> = modules.iter().map(|it| it.file.as_str()).collect();
        assert_eq!(
            files,
            [
                "shop/mod.rs",
                "shop/type.rs",
                "shop/type/impls.rs",
                "shop/shop.rs"
            ]
        );
        let serde: Vec<_> = modules
            .iter()
            .map(|it| it.beside.serde.as_deref())
            .collect();
        assert_eq!(serde, [None, None, Some("impls_"), Some("impls")]);
        let schemas = modules.iter().map(|it| it.beside.json_schema.as_deref());
        assert_eq!(
            schemas.collect::<Vec<_>>()[..2],
            [Some("json_schema"), None]
        );
        assert_eq!(modules[0].children, BTreeSet::from(["r#type", "shop"]));
    }
}
