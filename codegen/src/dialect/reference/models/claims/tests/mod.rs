//! Pages → claims, with the default profile.

mod enums;
mod fields;
mod links;
mod models;
mod testing;
