//! From linked types to types of the model, with names for unnamed types.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;

use super::{enums, variants};
use crate::claim::{Const, Scalar};
use crate::model::{Evidence, Kind, Model, ModelPath, Type};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::linked::{LinkedType, once};
use crate::resolve::names::rust::{self, Scope};
use crate::resolve::names::{files, words};

/// Turns types into the model's, collecting the models that only this API's crate names.
pub(crate) struct Lowering<'c, 'a> {
    pub catalog: &'c Catalog<'a>,
    scopes: BTreeMap<Option<String>, Scope>,
    pub made: Vec<Model>,
    /// Whose fields have types with names that were cut, and how many bytes these had.
    pub cut: Vec<(ModelPath, usize)>,
}

/// Where a nameless type stands: its owner's path and the field in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot<'s> {
    pub owner: &'s ModelPath,
    pub field: &'s str,
    pub at: &'s Evidence,
}

impl<'c, 'a> Lowering<'c, 'a> {
    /// Starts with the names of the catalog taken.
    pub fn new(catalog: &'c Catalog<'a>) -> Self {
        let mut scopes: BTreeMap<Option<String>, Scope> = BTreeMap::new();
        for entry in catalog.entries() {
            let module = entry.path.module().map(str::to_owned);
            scopes.entry(module).or_default().reserve(entry.path.name());
        }
        Self {
            catalog,
            scopes,
            made: Vec::new(),
            cut: Vec::new(),
        }
    }

    /// The type in the model.
    pub fn lower(&mut self, ty: &LinkedType, spot: Spot<'_>) -> Type {
        match ty {
            LinkedType::Scalar(scalar) => scalar_type(*scalar),
            LinkedType::List(item) => Type::List(Box::new(self.lower(item, spot))),
            LinkedType::Map(value) => Type::Map(Box::new(self.lower(value, spot))),
            LinkedType::Nullable(inner) => match self.lower(inner, spot) {
                nullable @ (Type::Nullable(_) | Type::Any) => nullable,
                ty => Type::Nullable(Box::new(ty)),
            },
            LinkedType::Model(entry) => Type::Model(self.catalog[*entry].path.clone()),
            LinkedType::Union(members) => self.union(members, spot),
            LinkedType::Const(Const::String(value)) => {
                self.make(spot, Kind::Enum(enums::constant(value)))
            }
            LinkedType::Const(Const::Number(_)) => Type::Number,
            LinkedType::Const(Const::Boolean(_)) => Type::Boolean,
            LinkedType::Any => Type::Any,
        }
    }

    fn union(&mut self, members: &[LinkedType], spot: Spot<'_>) -> Type {
        if let Some(values) = enums::of_strings(self.catalog, members) {
            return self.make(spot, Kind::Enum(values));
        }
        let types = members.iter().map(|member| self.lower(member, spot));
        let types = once(types.collect());
        match <[Type; 1]>::try_from(variants::widest(types)) {
            Ok([only]) => only,
            Err(types) => self.make(spot, Kind::Union(variants::of(types))),
        }
    }

    /// The type of a model that the docs do not name.
    pub fn make(&mut self, spot: Spot<'_>, kind: Kind) -> Type {
        let module = spot.owner.module();
        let field = words::ascii(spot.field).to_upper_camel_case();
        let whole = rust::whole_type_name(&rust::below(spot.owner.name(), &field));
        let length = whole.len();
        let name = files::cut(whole);
        if name.len() < length {
            self.cut.push((spot.owner.clone(), length));
        }
        let scope = self.scopes.entry(module.map(str::to_owned)).or_default();
        let name = scope.take([name.clone(), format!("{name}Value")]);
        let path = ModelPath::new(module, &name);
        self.made.push(Model {
            evidence: vec![spot.at.clone()],
            read_from: vec![spot.at.at.clone()],
            ..Model::new(path.clone(), &name, kind)
        });
        Type::Model(path)
    }
}

fn scalar_type(scalar: Scalar) -> Type {
    match scalar {
        Scalar::Boolean => Type::Boolean,
        Scalar::Int32 => Type::Int32,
        Scalar::Integer | Scalar::Int64 => Type::Int64,
        Scalar::BigInteger | Scalar::Number => Type::Number,
        Scalar::Float32 => Type::Float32,
        Scalar::Float64 => Type::Float64,
        Scalar::String => Type::String,
        Scalar::Snowflake => Type::Snowflake,
        Scalar::DateTime | Scalar::DateOrDateTime => Type::DateTime,
        Scalar::Date => Type::Date,
        Scalar::Bytes => Type::Bytes,
    }
}
