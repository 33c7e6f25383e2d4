//! Rust names from names in the docs: readable, unique, and the same on every run.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToShoutySnakeCase, ToSnakeCase};

use super::files;
use super::words::{camel_case, camel_case_with_signs, spelt};

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

/// Keywords of every edition; `self`, `super`, `crate` and `_` cannot be raw.
pub(crate) fn raw(name: &str) -> String {
    const KEYWORDS: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in",
        "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref",
        "return", "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe",
        "unsized", "use", "virtual", "where", "while", "yield",
    ];
    match name {
        "self" | "super" | "crate" => format!("{name}_"),
        keyword if KEYWORDS.contains(&keyword) => format!("r#{keyword}"),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_snake_case_and_keywords_are_raw() {
        let names = [
            "roomId",
            "maxTokens",
            "type",
            "self",
            "2fa",
            "gen",
            "utm_source",
            "+",
            "clientIPs",
            "userIDsSeen",
            "HTTPServers",
            "isOK",
        ];
        let rust = [
            "room_id",
            "max_tokens",
            "r#type",
            "self_",
            "field_2fa",
            "r#gen",
            "utm_source",
            "plus",
            "client_ips",
            "user_ids_seen",
            "http_servers",
            "is_ok",
        ];
        assert_eq!(names.map(field_name), rust);
    }

    #[test]
    fn values_keep_their_difference() {
        let values = [
            "+1",
            "-1",
            "-created_at",
            "+created_at",
            "name,-created_at",
            "A-",
            "--dry-run",
            "*",
            "",
            "in_progress",
            "1.5",
            "15",
            "application/json",
            "gpt-4o",
            "16:9",
            "10-49 turns",
            "2024-01-01",
            "9:19.5",
            "self",
        ];
        let rust = [
            "Plus1",
            "Minus1",
            "MinusCreatedAt",
            "PlusCreatedAt",
            "NameMinusCreatedAt",
            "AMinus",
            "DryRun",
            "Star",
            "Empty",
            "InProgress",
            "Value1Dot5",
            "Value15",
            "ApplicationJson",
            "Gpt4o",
            "Value16_9",
            "Value10_49Turns",
            "Value2024_01_01",
            "Value9_19Dot5",
            "SelfValue",
        ];
        assert_eq!(values.map(variant_name), rust);
    }

    #[test]
    fn every_lone_sign_has_a_name_of_its_own() {
        let signs = (0x20..0x7f_u8).filter(|c| !c.is_ascii_alphanumeric());
        let signs = signs.chain(*b"\t\n\r").map(char::from);
        let names: BTreeSet<_> = signs
            .clone()
            .map(|c| variant_name(&c.to_string()))
            .collect();
        assert_eq!(names.len(), signs.count());
        assert!(!names.contains("Value") && !names.contains(""), "{names:?}");
        let more = ["-", "--", "!=", "~=", "==", "..", "||", " ", "–"];
        let rust = [
            "Minus",
            "DashDash",
            "NotEqual",
            "TildeEqual",
            "EqualEqual",
            "DotDot",
            "PipePipe",
            "Space",
            "Minus",
        ];
        assert_eq!(more.map(variant_name), rust);
        assert_eq!(field_name("-"), "minus");
    }

    #[test]
    fn no_module_hides_a_primitive_type() {
        let names = ["str", "i64", "bool", "string", "usize"].map(module_name);
        assert_eq!(names, ["str_", "i64_", "bool_", "string", "usize_"]);
        let names = ["mod", "Mod", "type", "self", "v1/rooms", "2.1", "名前"].map(module_name);
        let rust = [
            "mod_",
            "mod_",
            "r#type",
            "self_",
            "v1_rooms",
            "api_2_dot_1",
            "ming_qian",
        ];
        assert_eq!(names, rust);
    }

    #[test]
    fn what_is_not_ascii_is_spelt_in_it() {
        let values = [
            "café",
            "cafe\u{301}",
            "naïve",
            "Côte d’Ivoire",
            "Straße",
            "名前",
            "объект",
            "col·lecció",
            "20°C",
            "5 €",
            "10–49",
            "½",
            "🦄",
            "\u{e000}",
        ];
        let rust = [
            "Cafe",
            "Cafe",
            "Naive",
            "CoteDIvoire",
            "Strasse",
            "MingQian",
            "Obekt",
            "ColLeccio",
            "Value20DegC",
            "Value5Eur",
            "Value10_49",
            "Value1_2",
            "Unicorn",
            "Value",
        ];
        assert_eq!(values.map(variant_name), rust);
        assert_eq!(type_name("Événement"), "Evenement");
        assert_eq!(field_name("prénomUsuel"), "prenom_usuel");
        assert_eq!(module_name("müller"), "muller");
    }

    #[test]
    fn titles_stay_as_the_docs_have_them() {
        let titles = [
            "ProcessV3",
            "HTTPMetadata",
            "get_builds",
            "Self",
            "4k",
            "Option",
            "web-search 2025-03-05",
        ];
        let rust = [
            "ProcessV3",
            "HTTPMetadata",
            "GetBuilds",
            "SelfModel",
            "Model4k",
            "Option",
            "WebSearch2025_03_05",
        ];
        assert_eq!(titles.map(type_name), rust);
    }

    #[test]
    fn what_a_field_holds_is_called_by_both_names() {
        let of = |owner| type_name(&below(owner, "Owner"));
        assert_eq!([of("Page"), of("Page1_2")], ["PageOwner", "Page1_2Owner"]);
    }

    #[test]
    fn every_module_is_called_as_a_file_can_be() {
        let docs = [
            "mod", "Con", "AUX", "nul", "prn", "com1", "LPT9", "com¹", "com10", "r#mod",
        ];
        let rust = [
            "mod_", "con_", "aux_", "nul_", "prn_", "com1_", "lpt9_", "com1_", "com10",
        ];
        assert_eq!(docs.map(module_name)[..9], rust);
        assert_eq!(api_module("nul"), "nul_");
        let long = module_name(&"名".repeat(90));
        assert!(long.len() <= 200 && long.starts_with("ming_ming_") && long.ends_with("ming"));
        assert_eq!(type_name(&"名".repeat(90)).len(), 200);
        assert_eq!(type_name(&"L".repeat(200)).len(), 200);
        assert_eq!(type_name(&"L".repeat(201)).len(), 200);
    }

    #[test]
    fn an_api_is_not_called_as_a_feature_of_the_crate() {
        let names = ["arbitrary", "schemars", "full", "shop"].map(api_module);
        assert_eq!(names, ["arbitrary_api", "schemars_api", "full_api", "shop"]);
    }

    #[test]
    fn a_taken_name_gets_a_number_at_last() {
        let mut scope = Scope::default();
        let mut take = || scope.take(["A".to_owned(), "B".to_owned()]);
        assert_eq!([take(), take(), take(), take()], ["A", "B", "B2", "B3"]);
        let mut take = || scope.take(["line1".to_owned()]);
        assert_eq!([take(), take(), take()], ["line1", "line1_2", "line1_3"]);
    }
}
