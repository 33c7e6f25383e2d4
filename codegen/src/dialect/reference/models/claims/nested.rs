//! Rows below a row: a model of their own, the places of a list, or the values of a map.

use super::home::Home;
use super::models::Maker;
use super::shapes::filled;
use crate::claim::{Body, FieldClaim, TypeShape};
use crate::diagnostic::{Diagnostic, Topic};
use crate::dialect::reference::table::FieldRow;
use crate::dialect::reference::type_cell::Ty;
use crate::source::{Located, Place};

impl Maker<'_, '_, '_> {
    /// The type of a field with rows below it, in what its cell says: a list, a map or neither.
    pub fn nested(&mut self, row: &FieldRow<'_>, ty: Option<&Ty>, home: &Home) -> TypeShape {
        let children = &row.children;
        if children.iter().all(|child| child.position.is_some()) {
            let fields = self.rows(children, home);
            let list = as_list(fields, row.row).value;
            return match ty {
                // A list of lists has these places in each.
                Some(Ty::List(inner)) if matches!(**inner, Ty::List(_)) => {
                    TypeShape::List(Box::new(list))
                }
                _ => list,
            };
        }
        if children.iter().all(|child| child.is_variable) {
            let fields = self.rows(children, home);
            let values = fields.into_iter().map(|field| field.ty.value);
            let inner = self.joined(values.map(rest_value).collect());
            return match ty {
                Some(Ty::List(item)) => filled(
                    Some(&Ty::List(item.clone())),
                    TypeShape::Map(Box::new(inner)),
                ),
                _ => TypeShape::Map(Box::new(inner)),
            };
        }
        if let Some(Ty::Scalar(scalar)) = ty.map(innermost) {
            let message = format!("rows stand below a row whose type is {scalar}");
            self.diagnostics.push(
                Diagnostic::warning(Topic::NotUnderstood, row.row, message)
                    .label("read as an object with the fields of the rows below"),
            );
        }
        let below = self.made.home(home, &row.name.value);
        let fields = self.rows(children, &below);
        let fields = self.once(fields);
        let name = below.name(row.row);
        self.made
            .add(&below, row.row, vec![home.header], Body::Fields(fields));
        filled(ty, TypeShape::Model(Box::new(name)))
    }
}

/// What a list or what may be null consists of.
fn innermost(ty: &Ty) -> &Ty {
    match ty {
        Ty::List(inner) | Ty::Nullable(inner) => innermost(inner),
        ty => ty,
    }
}

/// The type of the values of a map: what `rest` fields have.
fn rest_value(ty: TypeShape) -> TypeShape {
    match ty {
        TypeShape::Map(value) => *value,
        ty => ty,
    }
}

/// Fields that are the places of a list, as a list of any of them.
pub(super) fn as_list(fields: Vec<FieldClaim>, place: Place) -> Located<TypeShape> {
    let mut members: Vec<TypeShape> = Vec::new();
    for field in fields {
        if !members.contains(&field.ty.value) {
            members.push(field.ty.value);
        }
    }
    let inner = match members.len() {
        0 => TypeShape::Any,
        1 => members.remove(0),
        _ if members.contains(&TypeShape::Any) => TypeShape::Any,
        _ => TypeShape::Union(members),
    };
    Located::new(TypeShape::List(Box::new(inner)), place)
}
