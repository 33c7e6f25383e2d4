//! One API, and the decisions about its code.

use std::collections::{BTreeMap, BTreeSet};

use super::construction::Construction;
use super::known_values::Known;
use super::modules::{self, Module};
use super::needs::Needs;
use super::scopes::Scopes;
use super::serde_only::SerdeOnly;
use super::smallest_value::SmallestDepths;
use super::variants::{self, VariantImpls};
use super::{aliases, digits, nesting};
use crate::model::reads::Reader;
use crate::model::{Api, Kind, Model, ModelPath, Type};

/// One API, and the decisions about its code.
pub(crate) struct Context<'a> {
    pub(crate) api: &'a Api,
    /// What only serde can read and write.
    pub(crate) serde_only: SerdeOnly<'a>,
    /// The values that are known of the user's types.
    pub(crate) known: Known<'a>,
    /// How `new` makes each struct.
    pub(crate) constructions: BTreeMap<&'a ModelPath, Construction<'a>>,
    /// What each union has for its variants.
    pub(crate) variants: BTreeMap<&'a ModelPath, Vec<VariantImpls>>,
    /// The models that hold numbers whose digits must be kept.
    pub(crate) holds_digits: BTreeSet<&'a ModelPath>,
    /// What names mean in each module.
    pub(crate) scopes: Scopes<'a>,
    /// The modules, a parent before its children.
    pub(crate) modules: Vec<Module<'a>>,
    /// What the models ask of the crate.
    pub(crate) needs: Needs,
    /// The `recursion_limit` of a crate with these models alone.
    pub(crate) recursion_limit: Option<usize>,
    smallest_depths: SmallestDepths<'a>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(api: &'a Api) -> Self {
        let serde_only = SerdeOnly::of(api);
        let known = Known::of(api, &Reader::of(api));
        let emitted = || api.models.values().filter(|model| model.emitted);
        let constructions: BTreeMap<_, _> = emitted()
            .filter_map(|model| match &model.kind {
                Kind::Struct(strukt) => {
                    let construction = Construction::of(api, strukt, model.traits.default);
                    Some((&model.path, construction))
                }
                _ => None,
            })
            .collect();
        let variants = emitted()
            .filter_map(|model| match &model.kind {
                Kind::Union(union) => Some((&model.path, variants::of(api, &model.path, union))),
                _ => None,
            })
            .collect();
        Self {
            api,
            smallest_depths: SmallestDepths::of(api, &known),
            scopes: Scopes::of(api, &serde_only, &constructions),
            holds_digits: digits::holders(api),
            modules: modules::of(api, &serde_only, &constructions),
            needs: Needs::of(api, &serde_only),
            recursion_limit: nesting::recursion_limit(api),
            serde_only,
            known,
            constructions,
            variants,
        }
    }

    /// The module in which stands what `new` asks for by name, in the module of models.
    pub(crate) fn required(&self, module: Option<&str>) -> &str {
        let found = self
            .modules
            .binary_search_by(|it| it.path.unwrap_or("").cmp(module.unwrap_or("")));
        let found = found.ok().and_then(|at| self.modules.get(at));
        found
            .and_then(|module| module.beside.required.as_deref())
            .unwrap_or("required")
    }

    pub(crate) fn model(&self, path: &ModelPath) -> Option<&'a Model> {
        self.api.models.get(path)
    }

    /// The models that have a type of their own: an alias has none, and neither has one that is
    /// replaced.
    pub(crate) fn typed(&self) -> impl Iterator<Item = &'a Model> {
        self.api.models.values().filter(|model| has_type(model))
    }

    /// How many models deep the smallest value of a model is; `None` if none can be made.
    pub(crate) fn smallest_depth(&self, path: &ModelPath) -> Option<usize> {
        self.smallest_depths.model(path)
    }

    /// As [`Context::smallest_depth`], of a type.
    pub(crate) fn smallest_depth_of(&self, ty: &Type) -> Option<usize> {
        self.smallest_depths.ty(ty, &self.known)
    }

    /// The type behind aliases and boxes.
    pub(crate) fn resolve<'t>(&self, ty: &'t Type) -> &'t Type
    where
        'a: 't,
    {
        aliases::resolve(self.api, ty)
    }

    /// Whether code that mentions the type mentions something deprecated.
    pub(crate) fn mentions_deprecated(&self, ty: &Type) -> bool {
        match ty.innermost() {
            Type::Model(path) => self
                .model(path)
                .is_some_and(|model| model.docs.deprecated.is_some()),
            _ => false,
        }
    }
}

/// Whether a model has a type of its own.
pub(crate) fn has_type(model: &Model) -> bool {
    model.emitted && !matches!(model.kind, Kind::Alias(_))
}

/// All types that a model is made of.
pub(crate) fn types(kind: &Kind) -> impl Iterator<Item = &Type> {
    let (fields, extra, variants, alias) = match kind {
        Kind::Struct(strukt) => (&*strukt.fields, strukt.extra.as_ref(), &[][..], None),
        Kind::Union(union) => (&[][..], None, &*union.variants, None),
        Kind::Alias(alias) => (&[][..], None, &[][..], Some(&alias.ty)),
        Kind::Enum(_) | Kind::Flags(_) => (&[][..], None, &[][..], None),
    };
    let fields = fields.iter().map(|field| &field.ty.value);
    let variants = variants.iter().map(|variant| &variant.ty);
    let extra = extra.map(|extra| &extra.ty);
    fields.chain(extra).chain(variants).chain(alias)
}
