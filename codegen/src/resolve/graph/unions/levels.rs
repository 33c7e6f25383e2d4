//! How many unions inside of a union are looked into.
//!
//! What is seen of a union is written out: of unions that list each other it would grow with each
//! level. Nine pages that list each other's lists would give millions of shapes.

use super::members::NESTED;
use crate::model::{Kind, ModelPath, Type, Union};
use crate::resolve::context::Models;
use crate::work;

/// How much may be seen of the unions inside of one: models, keys and values.
const MOST: usize = 4096;

/// As many levels as give no more than that.
pub(crate) fn of(models: &Models, union: &Union) -> usize {
    let fits = |levels: &usize| {
        let mut sight = Sight {
            models,
            levels: *levels,
            above: Vec::new(),
            unions: 0,
            left: MOST,
        };
        let mut variants = union.variants.iter();
        variants.all(|variant| sight.see(&variant.ty).is_some())
    };
    (1..=NESTED).rev().find(fits).unwrap_or_default()
}

/// The way through the unions inside of a union.
struct Sight<'m> {
    models: &'m Models,
    levels: usize,
    above: Vec<&'m ModelPath>,
    /// How many of those above are unions.
    unions: usize,
    left: usize,
}

impl<'m> Sight<'m> {
    /// Looks into a type; `None` when it is too much. What stands in the union itself is not
    /// counted: it is there once.
    fn see(&mut self, ty: &'m Type) -> Option<()> {
        self.count(1)?;
        match ty {
            Type::List(inner)
            | Type::Nullable(inner)
            | Type::Boxed(inner)
            | Type::User { wire: inner, .. } => self.see(inner),
            Type::Model(path) => {
                let Some(kind) = self.models.get(path).map(|model| &model.kind) else {
                    return Some(());
                };
                let is_union = matches!(kind, Kind::Union(_));
                if self.above.contains(&path) || is_union && self.unions >= self.levels {
                    return Some(());
                }
                self.above.push(path);
                self.unions += usize::from(is_union);
                let seen = self.see_model(kind);
                self.unions -= usize::from(is_union);
                self.above.pop();
                seen
            }
            _ => Some(()),
        }
    }

    fn see_model(&mut self, kind: &'m Kind) -> Option<()> {
        match kind {
            Kind::Struct(object) => self.count(object.fields.len()),
            Kind::Enum(values) => self.count(values.values.len()),
            Kind::Flags(_) => Some(()),
            Kind::Union(union) => {
                let mut variants = union.variants.iter();
                variants.try_for_each(|variant| self.see(&variant.ty))
            }
            Kind::Alias(alias) => self.see(&alias.ty),
        }
    }

    fn count(&mut self, seen: usize) -> Option<()> {
        work::count(1);
        if self.unions > 0 {
            self.left = self.left.checked_sub(seen)?;
        }
        Some(())
    }
}
