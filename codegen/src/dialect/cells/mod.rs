//! Reading cells and tables, in all families of docs.

pub(crate) mod columns;
pub(crate) mod deprecation;
pub(crate) mod example;
pub(crate) mod null_words;
pub(crate) mod text;
pub(crate) mod type_expr;
pub(crate) mod value;
pub(crate) mod value_table;

#[cfg(test)]
pub(crate) mod testing;
