//! The languages of pages, and a vocabulary for each.

pub(crate) mod all;
pub(crate) mod csharp;
pub(crate) mod detect;
pub(crate) mod go;
pub(crate) mod java;
pub(crate) mod name_case;
pub(crate) mod null_convention;
pub(crate) mod php;
pub(crate) mod python;
pub(crate) mod ruby;
pub(crate) mod typescript;
pub(crate) mod undetected;
pub(crate) mod unity;
pub(crate) mod vocabulary;
