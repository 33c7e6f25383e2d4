//! TODO

pub(crate) mod deprecation;
pub(crate) mod example;
pub(crate) mod text;
pub(crate) mod type_expr;
pub(crate) mod value;
pub(crate) mod value_table;
