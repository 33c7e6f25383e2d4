//! What cells say → types of claims.

use super::home::Home;
use super::models::Maker;
use crate::claim::{Const, Scalar, TypeShape};
use crate::dialect::reference::models::plan::{ModelId, PlannedBody};
use crate::dialect::reference::table::ValueKind;
use crate::dialect::reference::type_cell::{LinkType, NamedType, Ty};
use crate::fold::fold_name;

/// A type, and whether something in it is not understood.
#[derive(Debug)]
pub(super) struct Shape {
    pub ty: TypeShape,
    pub is_unread: bool,
}

impl Shape {
    fn of(ty: TypeShape) -> Self {
        let is_unread = false;
        Self { ty, is_unread }
    }

    fn unread() -> Self {
        Self {
            ty: TypeShape::Any,
            is_unread: true,
        }
    }

    fn map(self, wrap: impl FnOnce(Box<TypeShape>) -> TypeShape) -> Self {
        Self {
            ty: wrap(Box::new(self.ty)),
            ..self
        }
    }
}

/// An object of which no more is said.
pub(super) fn object() -> TypeShape {
    TypeShape::Map(Box::new(TypeShape::Any))
}

impl Maker<'_, '_, '_> {
    /// The type that a cell says.
    pub fn shape(&mut self, ty: &Ty, home: &Home) -> Shape {
        match ty {
            Ty::Scalar(scalar) => Shape::of(TypeShape::Scalar(*scalar)),
            Ty::Const(value) => Shape::of(TypeShape::Const(value.clone())),
            Ty::List(inner) => self.shape(inner, home).map(TypeShape::List),
            Ty::Tuple(types) => {
                let inner = self.union(types, home);
                inner.map(TypeShape::List)
            }
            Ty::Map(inner) => self.shape(inner, home).map(TypeShape::Map),
            Ty::Nullable(inner) => self.shape(inner, home).map(TypeShape::Nullable),
            Ty::Union(members) => self.union(members, home),
            Ty::Object => Shape::of(object()),
            Ty::Any | Ty::Null | Ty::NotJson => Shape::of(TypeShape::Any),
            Ty::Link(link) => self.link(link, home),
            Ty::Named(named) => self.name(named, home),
        }
    }

    fn union(&mut self, members: &[Ty], home: &Home) -> Shape {
        let mut shapes = Vec::new();
        if members.contains(&Ty::Any) {
            return Shape::of(TypeShape::Any);
        }
        let mut is_unread = false;
        for member in members.iter().filter(|member| **member != Ty::NotJson) {
            let shape = self.shape(member, home);
            is_unread |= shape.is_unread;
            shapes.push(shape.ty);
        }
        let ty = if is_unread {
            TypeShape::Any
        } else {
            self.joined(shapes)
        };
        Shape { ty, is_unread }
    }

    /// One type of several. An enum beside its own kind of value is the enum.
    pub fn joined(&self, shapes: Vec<TypeShape>) -> TypeShape {
        let mut members: Vec<TypeShape> = Vec::new();
        let mut is_nullable = false;
        for shape in shapes {
            let shape = match shape {
                TypeShape::Nullable(inner) => {
                    is_nullable = true;
                    *inner
                }
                shape => shape,
            };
            if !members.contains(&shape) {
                members.push(shape);
            }
        }
        if members.contains(&TypeShape::Any) {
            return TypeShape::Any;
        }
        let kinds: Vec<_> = members
            .iter()
            .filter_map(|member| self.kind_of(member))
            .collect();
        members.retain(|member| match member {
            TypeShape::Scalar(scalar) => !kinds.iter().any(|kind| agrees(*kind, *scalar)),
            _ => true,
        });
        let ty = match members.len() {
            0 => TypeShape::Any,
            1 => members.remove(0),
            _ => TypeShape::Union(members),
        };
        if is_nullable {
            return TypeShape::Nullable(Box::new(ty));
        }
        ty
    }

    /// What the values of a type are, if it is a planned enum.
    fn kind_of(&self, ty: &TypeShape) -> Option<ValueKind> {
        let TypeShape::Model(name) = ty else {
            return None;
        };
        let id = self.cx.plan.by_name.get(&fold_name(&name.name))?;
        self.cx.values_of(*id)
    }

    fn link(&mut self, link: &LinkType, home: &Home) -> Shape {
        let scalar = match link.or_else.as_deref() {
            Some(Ty::Scalar(scalar)) => Some(*scalar),
            _ => None,
        };
        let found = self.cx.linked(home.page_at, &link.target);
        if link.is_id {
            return Shape::of(TypeShape::Scalar(self.id_of(found)));
        }
        // "[string](#text)" is text, whatever stands below that heading, but for its values.
        let found = found.filter(|id| match (scalar, self.cx.values_of(*id)) {
            (Some(scalar), Some(kind)) => agrees(kind, scalar),
            (Some(_), None) => false,
            (None, _) => self.is_meant(*id, &link.text),
        });
        let found = found.or_else(|| match scalar {
            Some(_) => None,
            None => self.cx.named(home.page_at, &link.text),
        });
        let name = found.and_then(|id| {
            if link.is_partial {
                self.partial_of(id, link.place)
            } else {
                self.cx.name_of(id, link.place)
            }
        });
        match (name, &link.or_else) {
            // "[array](#room)" is a list of what is there.
            (Some(name), Some(ty)) if matches!(**ty, Ty::List(_)) => {
                Shape::of(TypeShape::List(Box::new(TypeShape::Model(Box::new(name)))))
            }
            (Some(name), _) => Shape::of(TypeShape::Model(Box::new(name))),
            (None, Some(ty)) => self.shape(ty, home),
            (None, None) => Shape::unread(),
        }
    }

    /// Whether a link that says no scalar means a model: items of a list are values only if words
    /// such as `enum` say so.
    fn is_meant(&self, id: ModelId, text: &str) -> bool {
        let planned = self.cx.planned(id);
        if !matches!(planned.body, PlannedBody::Listed(_)) {
            return true;
        }
        let words = &self.cx.book.profile.tables.enum_context;
        let heading = self.cx.book.heading(planned.spot);
        heading.is_some_and(|heading| words.find(&heading.text).is_some())
            || words.find(text).is_some()
    }

    /// The type of the ids of a model: that of its own `id`, else text.
    fn id_of(&self, id: Option<ModelId>) -> Scalar {
        let Some(PlannedBody::Fields(tables)) = id.map(|id| &self.cx.planned(id).body) else {
            return Scalar::String;
        };
        let mut rows = tables.iter().flat_map(|table| self.cx.rows(*table));
        let cell = rows.find(|row| row.name.value.eq_ignore_ascii_case("id"));
        let cell = cell.and_then(|row| row.ty);
        match cell.and_then(|cell| self.cx.cells.read(&cell.inlines, cell.place).ty) {
            Some(Ty::Scalar(scalar)) => scalar,
            _ => Scalar::String,
        }
    }

    fn name(&mut self, named: &NamedType, home: &Home) -> Shape {
        let Some(id) = self.cx.named(home.page_at, &named.name) else {
            return match &named.or_else {
                Some(ty) => self.shape(ty, home),
                None => Shape::unread(),
            };
        };
        let name = if named.is_partial {
            self.partial_of(id, named.place)
        } else {
            self.cx.name_of(id, named.place)
        };
        match name {
            Some(name) => Shape::of(TypeShape::Model(Box::new(name))),
            None => Shape::unread(),
        }
    }
}

/// Whether values of a kind are a scalar on the wire. Bits that are written as text stay text.
pub(super) fn agrees(kind: ValueKind, scalar: Scalar) -> bool {
    match kind {
        ValueKind::Text => scalar == Scalar::String,
        ValueKind::Number | ValueKind::Flags => is_integer(scalar),
    }
}

pub(super) fn is_integer(scalar: Scalar) -> bool {
    use Scalar::{BigInteger, Int32, Int64, Integer, Number};
    matches!(scalar, Integer | Number | Int32 | Int64 | BigInteger)
}

/// Whether a type says nothing of what is inside of it.
pub(super) fn is_opaque(ty: &Ty) -> bool {
    match ty {
        Ty::Object | Ty::Any => true,
        Ty::List(inner) | Ty::Map(inner) | Ty::Nullable(inner) => is_opaque(inner),
        _ => false,
    }
}

/// Puts a type in the place of what a cell says nothing of: a list of objects and `Room` are a list
/// of rooms.
pub(super) fn filled(ty: Option<&Ty>, inner: TypeShape) -> TypeShape {
    match ty {
        Some(Ty::List(item)) => TypeShape::List(Box::new(filled(Some(item), inner))),
        Some(Ty::Tuple(_)) => TypeShape::List(Box::new(inner)),
        Some(Ty::Map(value)) => TypeShape::Map(Box::new(filled(Some(value), inner))),
        Some(Ty::Nullable(ty)) => TypeShape::Nullable(Box::new(filled(Some(ty), inner))),
        Some(Ty::Link(link)) => match link.or_else.as_deref() {
            Some(ty @ (Ty::List(_) | Ty::Map(_))) => filled(Some(ty), inner),
            _ => inner,
        },
        Some(Ty::Union(members)) => {
            let list = members.iter().find(|member| matches!(member, Ty::List(_)));
            let is_object = |member: &Ty| matches!(member, Ty::Object | Ty::Link(_) | Ty::Named(_));
            let mut types: Vec<_> = members
                .iter()
                .filter_map(|member| match member {
                    Ty::Scalar(scalar) => Some(TypeShape::Scalar(*scalar)),
                    _ => None,
                })
                .collect();
            types.extend(list.map(|list| filled(Some(list), inner.clone())));
            if list.is_none() || members.iter().any(is_object) {
                types.push(inner);
            }
            match types.len() {
                1 => types.remove(0),
                _ => TypeShape::Union(types),
            }
        }
        _ => inner,
    }
}

/// A constant of the kind that a scalar is.
pub(super) fn constant(text: &str, scalar: Scalar) -> Option<Const> {
    if scalar == Scalar::String {
        return Some(Const::String(text.to_owned()));
    }
    (is_integer(scalar) && text.parse::<i64>().is_ok()).then(|| Const::Number(text.to_owned()))
}
