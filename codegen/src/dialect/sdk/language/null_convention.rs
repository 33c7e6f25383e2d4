//! How the pages of a source express null.

use super::all;
use super::vocabulary::Word;
use crate::claim::Stated;
use crate::dialect::cells::type_expr::TypeExpr;
use crate::dialect::sdk::page::kind::{PageKind, SortedPage};
use crate::language::Language;

/// What all pages of a source together tell about how it speaks of null.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct NullConvention {
    /// Some type cell has a wrapper, so a plain type has a meaning too. A prefix counts only where
    /// the row is required: early generators wrote Go's `*` for optional fields alone; those that
    /// write types in code spans do not.
    pub wrappers: bool,
    /// Wrappers stand around lists, maps and dates as well.
    pub containers: bool,
    /// Some type cell tells null from absent.
    pub nullables: bool,
}

impl NullConvention {
    /// Which wrappers the type cells of a source use.
    pub fn of<'a>(pages: impl Iterator<Item = (&'a SortedPage<'a>, Language)>) -> Self {
        let mut convention = Self::default();
        for (sorted, language) in pages {
            let words = all::of(language);
            if let PageKind::Fields(_, table) = &sorted.kind {
                convention.containers |= table.columns.has_getter;
                convention.wrappers |= table.rows.iter().any(|row| {
                    let is_pointer = |ty: &TypeExpr| match ty {
                        TypeExpr::Prefixed(inner) => !words.is_pointed(inner),
                        _ => false,
                    };
                    row.in_code
                        || row.required == Some(Stated::Yes)
                            && matches!(&row.ty, Some(Ok(ty)) if is_pointer(ty))
                });
            }
            for expr in sorted.types() {
                expr.for_each_name(&mut |named| match words.word(named) {
                    Some(Word::Optional) => convention.wrappers = true,
                    Some(Word::Nullable) => {
                        (convention.wrappers, convention.nullables) = (true, true)
                    }
                    _ => {}
                });
            }
        }
        convention
    }
}
