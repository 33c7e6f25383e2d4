//! Rust names from names in the docs: readable, unique, and the same on every run.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToShoutySnakeCase, ToSnakeCase};

use super::files;
use super::words::{camel_case, camel_case_with_signs, spelt};
use crate::model::keyword::is_keyword;

/// The names taken in one scope.
#[derive(Debug, Default)]
pub(crate) struct Scope {
    taken: BTreeSet<String>,
    /// The numbers that the next names would have, by what stands before the number.
    next: BTreeMap<String, usize>,
}

impl Scope {
    /// Takes the first of the candidates that is free; if none is, the last with a number.
    pub fn take<I>(&mut self, candidates: I) -> String
    where
        I: IntoIterator<Item = String>,
    {
        let mut last = String::new();
        for candidate in candidates {
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
            last = candidate;
        }
        // `line1` and a second one are not `line1` and `line12`.
        let parted = last.ends_with(|c: char| c.is_ascii_digit());
        let gap = if parted { "_" } else { "" };
        let number = self.next.entry(last.clone()).or_insert(2);
        loop {
            let numbered = format!("{last}{gap}{number}");
            *number += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }

    /// Takes a name as it is; false if it was taken.
    pub fn reserve(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }
}

/// The name of what a field holds: `Page1_2Owner`, and not `Page1_2owner`.
pub(crate) fn below(owner: &str, field: &str) -> String {
    let gap = if owner.contains('_') { " " } else { "" };
    format!("{owner}{gap}{field}")
}

/// A type's name: the docs' own where Rust allows it, so that who knows the docs finds it.
pub(crate) fn type_name(title: &str) -> String {
    files::cut(whole_type_name(title))
}

/// As [`type_name`], however long it is.
pub(crate) fn whole_type_name(title: &str) -> String {
    let camel = title.starts_with(|c: char| c.is_ascii_uppercase())
        && title.chars().all(|c| c.is_ascii_alphanumeric());
    let name = if camel {
        title.to_owned()
    } else {
        camel_case(title)
    };
    as_identifier(name, "Model")
}

/// A field's name, `r#` included where Rust needs it.
pub(crate) fn field_name(doc_name: &str) -> String {
    raw(&as_identifier(spelt(doc_name).to_snake_case(), "field"))
}

/// A module's name, which is also that of a file. A module called as a primitive type would hide it.
pub(crate) fn module_name(name: &str) -> String {
    const PRIMITIVES: &[&str] = &[
        "bool", "char", "f16", "f32", "f64", "f128", "i8", "i16", "i32", "i64", "i128", "isize",
        "str", "u8", "u16", "u32", "u64", "u128", "usize",
    ];
    let name = files::module(whole_module_name(name));
    if PRIMITIVES.contains(&name.as_str()) {
        return format!("{name}_");
    }
    raw(&name)
}

/// A module's name as the docs have it, be there such a file or not.
pub(crate) fn whole_module_name(name: &str) -> String {
    as_identifier(spelt(name).to_snake_case(), "api")
}

/// An API's module and feature; names that the crate needs for itself get `_api`.
pub(crate) fn api_module(name: &str) -> String {
    const RESERVED: &[&str] = &[
        "arbitrary",
        "default",
        "examples",
        "full",
        "lib",
        "main",
        "schemars",
        "support",
    ];
    let module = module_name(name);
    if RESERVED.contains(&module.as_str()) {
        format!("{module}_api")
    } else {
        module
    }
}

/// A variant's name for a value on the wire: `in_progress` is `InProgress`, `+1` is `Plus1`.
pub(crate) fn variant_name(value: &str) -> String {
    if value.is_empty() {
        return "Empty".to_owned();
    }
    as_identifier(camel_case(value), "Value")
}

/// The constant of a flag: its name in the docs, or else its bit.
pub(crate) fn flag_name(doc_name: &str, bits: u64) -> String {
    let name = spelt(doc_name).to_shouty_snake_case();
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("FLAG_{name}"),
        Some(_) => name,
        None if bits.is_power_of_two() => format!("BIT_{}", bits.trailing_zeros()),
        None => format!("BITS_{bits}"),
    }
}

/// As [`variant_name`], with each sign as a word: `a-b` is `ADashB`.
pub(crate) fn variant_name_with_signs(value: &str) -> String {
    as_identifier(camel_case_with_signs(value), "Value")
}

/// Makes sure that a name starts with a letter and is not empty.
fn as_identifier(name: String, otherwise: &str) -> String {
    match name.chars().next() {
        None => otherwise.to_owned(),
        Some(first) if first.is_ascii_digit() => {
            let lower = otherwise.starts_with(|c: char| c.is_ascii_lowercase());
            if lower {
                format!("{otherwise}_{name}")
            } else {
                format!("{otherwise}{name}")
            }
        }
        Some(_) if name == "Self" => format!("{name}{otherwise}"),
        Some(_) => name,
    }
}

/// A name that may be a keyword; `self`, `super` and `crate` cannot be raw.
pub(crate) fn raw(name: &str) -> String {
    match name {
        "self" | "super" | "crate" => format!("{name}_"),
        keyword if is_keyword(keyword) => format!("r#{keyword}"),
        _ => name.to_owned(),
    }
}
