//! Walks over the types in a model.

use super::{Kind, ModelPath, Type};

impl Type {
    /// A type of the user's in place of another.
    #[must_use]
    pub fn user(path: &str, wire: &Self) -> Self {
        Self::User {
            path: path.to_owned(),
            wire: Box::new(wire.clone()),
        }
    }

    /// What a list, map, option or box holds.
    #[must_use]
    pub fn inner(&self) -> Option<&Self> {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => {
                Some(inner)
            }
            _ => None,
        }
    }

    /// The same, to be changed.
    pub fn inner_mut(&mut self) -> Option<&mut Self> {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => {
                Some(inner)
            }
            _ => None,
        }
    }

    /// The type in whatever lists, maps, options and boxes.
    #[must_use]
    pub fn innermost(&self) -> &Self {
        let mut ty = self;
        while let Some(inner) = ty.inner() {
            ty = inner;
        }
        ty
    }

    /// The same, to be changed; a type of the user's is what it is on the wire.
    pub fn innermost_on_wire_mut(&mut self) -> &mut Self {
        match self {
            Self::List(inner) | Self::Map(inner) | Self::Nullable(inner) | Self::Boxed(inner) => {
                inner.innermost_on_wire_mut()
            }
            Self::User { wire, .. } => wire.innermost_on_wire_mut(),
            _ => self,
        }
    }

    /// The model that a value of the type is or holds in Rust.
    #[must_use]
    pub fn model(&self) -> Option<&ModelPath> {
        match self.innermost() {
            Self::Model(path) => Some(path),
            _ => None,
        }
    }

    /// The model that a value of the type is or holds on the wire.
    #[must_use]
    pub fn model_on_wire(&self) -> Option<&ModelPath> {
        match self.innermost() {
            Self::Model(path) => Some(path),
            Self::User { wire, .. } => wire.model_on_wire(),
            _ => None,
        }
    }
}

impl Kind {
    /// The types of its fields, variants or alias.
    pub fn types(&self) -> Vec<&Type> {
        match self {
            Self::Struct(object) => object.fields.iter().map(|field| &field.ty.value).collect(),
            Self::Union(union) => union.variants.iter().map(|variant| &variant.ty).collect(),
            Self::Alias(alias) => vec![&alias.ty],
            Self::Enum(_) | Self::Flags(_) => Vec::new(),
        }
    }

    /// The same, to be changed.
    pub fn types_mut(&mut self) -> Vec<&mut Type> {
        match self {
            Self::Struct(object) => {
                let fields = object.fields.iter_mut();
                fields.map(|field| &mut field.ty.value).collect()
            }
            Self::Union(union) => {
                let variants = union.variants.iter_mut();
                variants.map(|variant| &mut variant.ty).collect()
            }
            Self::Alias(alias) => vec![&mut alias.ty],
            Self::Enum(_) | Self::Flags(_) => Vec::new(),
        }
    }

    /// All types, that of the values under other keys included.
    pub fn all_types(&self) -> Vec<&Type> {
        let mut types = self.types();
        if let Self::Struct(object) = self {
            types.extend(object.extra.as_ref().map(|extra| &extra.ty));
        }
        types
    }

    /// Calls `change` with all types.
    pub fn change_types(&mut self, mut change: impl FnMut(&mut Type)) {
        if let Self::Struct(object) = self
            && let Some(extra) = &mut object.extra
        {
            change(&mut extra.ty);
        }
        self.types_mut().into_iter().for_each(change);
    }
}
