//! The kind and parts of a page, before its language is known.

pub(crate) mod annotation;
pub(crate) mod constructors;
pub(crate) mod description;
pub(crate) mod field_columns;
pub(crate) mod field_table;
pub(crate) mod kind;
pub(crate) mod links;
pub(crate) mod location;
pub(crate) mod member_sections;
pub(crate) mod sections;
pub(crate) mod titles;
pub(crate) mod unread;
