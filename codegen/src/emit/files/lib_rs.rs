//! `src/lib.rs`.

use crate::emit::ident::plain;
use crate::emit::plan::Plan;
use crate::emit::plan::needs::Needs;
use crate::emit::rustdoc;

/// An overview for users of the crate.
const DOCS: &str = "\
//! - **Structs** are created with `new`, which takes the required fields, and `with_…` for the others.
{by_name}//!   Patterns end in `..`, so that a new optional field breaks no code.
//! - **Optional** fields are an `Option`; `None` is not written. Required fields that may be null are an
//!   `Option` too; `None` is written as null. Optional fields that may be null are a [`Maybe`].
//! - **Enums** keep values that the docs do not list. `from` and `parse` convert from text, `as_str`
//!   converts to text.
//! - **Unions** are enums with a value in each variant. `from` converts from these values, `as_…` returns
//!   the value of a variant. A value that matches no variant is kept unchanged.
{opaque}{errors}";

/// What is off by default.
const FEATURES: &str = "\
//!
//! Three features are off by default:
//!
//! - `arbitrary`: `Arbitrary` of the `arbitrary` crate for every model. Its values are equal after
//!   writing them as JSON and reading them.
//! - `examples`: a function `example` for every model, a value for tests: that of the docs, or else one as
//!   small as can be.
//! - `schemars`: `JsonSchema` of the `schemars` crate for every model.
";

/// Only for crates with such structs.
const BY_NAME: &str = "\
//!   Where two or more are required, `new` takes them by name: a struct of the module `required`.
";

/// Only for crates with such values.
const OPAQUE: &str = "\
//! - **Numbers** are a [`Number`] if the docs do not say whether they are integers. Fields that hold any
//!   JSON value are a [`Value`].
";

/// Not true with serde's derives.
const ERRORS: &str = "\
//! - **Errors** of reading have a path: ``at `lines[2].price`: invalid type …``.
";

/// The attribute that a crate with deeply nested models needs, as a line.
pub(crate) fn recursion_limit(limit: Option<usize>) -> String {
    limit.map_or_else(String::new, |limit| {
        format!("#![recursion_limit = \"{limit}\"]\n")
    })
}

/// What the crate is, in a line or two.
pub(crate) fn about(plan: &Plan) -> String {
    let set = rustdoc::clean(&plan.package.description).join(" ");
    let what = match set.as_str() {
        "" => "Models of the APIs whose docs are in `specs/`.",
        set => set,
    };
    format!("{what} Each API is a module and a feature.")
}

/// What its types are like, in lines of rustdoc.
pub(crate) fn overview(plan: &Plan) -> String {
    let opaque = if plan.needs.opaque { OPAQUE } else { "" };
    let errors = if plan.needs.placeless_errors {
        ""
    } else {
        ERRORS
    };
    let mut modules = plan.apis.iter().flat_map(|cx| &cx.modules);
    let by_name = match modules.any(|module| module.beside.required.is_some()) {
        true => BY_NAME,
        false => "",
    };
    DOCS.replace("{by_name}", by_name)
        .replace("{opaque}", opaque)
        .replace("{errors}", errors)
}

/// The crate's root.
pub(crate) fn lib_rs(plan: &Plan) -> String {
    let Needs {
        dates,
        opaque,
        snowflakes,
        ..
    } = plan.needs;
    let mut text = format!("//! {}\n//!\n{}{FEATURES}", about(plan), overview(plan));
    if let Some(limit) = plan.recursion_limit {
        text.push_str(&format!(
            "//!\n\
             //! The models are nested more deeply than the compiler allows by default. A crate that uses them\n\
             //! may need `#![recursion_limit = \"{limit}\"]`, like this crate.\n\n"
        ));
        text.push_str(&recursion_limit(plan.recursion_limit));
    }
    text.push_str("\n#[doc(hidden)]\npub mod support;\n\n");
    for api in plan.apis.iter().map(|cx| cx.api) {
        let name = plain(&api.module);
        let title: String = rustdoc::clean(&api.name).join(" ");
        text.push_str(&format!(
            "/// The models of {title}.\n#[cfg(feature = \"{name}\")]\n#[rustfmt::skip]\npub mod {};\n\n",
            api.module
        ));
    }
    if dates.is_some() {
        text.push_str("pub use support::values::date_time::{Date, DateTime};\n");
    }
    text.push_str("pub use support::values::extra::Extra;\n");
    if opaque {
        text.push_str("pub use support::values::json::{Number, Value};\n");
    }
    text.push_str("pub use support::values::maybe::Maybe;\n");
    if opaque {
        text.push_str("pub use support::values::number::{NotANumber, NotFinite};\n");
    }
    if snowflakes {
        text.push_str("pub use support::values::snowflake::Snowflake;\n");
    }
    text.push_str("pub use support::values::unknown_value::UnknownValue;\n");
    text
}

#[cfg(test)]
mod tests {
    use super::{lib_rs, recursion_limit};
    use crate::emit::plan::Plan;
    use crate::emit::testing::api;
    use crate::model::Impls;

    #[test]
    fn places_in_errors_are_promised_where_they_are_given() {
        let mut api = api(Vec::new());
        assert!(
            lib_rs(&Plan::of(std::slice::from_ref(&api))).contains("//! - **Errors** of reading")
        );
        api.impls = Impls::Derive;
        let derived = lib_rs(&Plan::of(&[api]));
        assert!(!derived.contains("**Errors**") && !derived.contains("{errors}"));
    }

    #[test]
    fn a_limit_is_a_line() {
        assert_eq!(recursion_limit(None), "");
        assert_eq!(
            recursion_limit(Some(2048)),
            "#![recursion_limit = \"2048\"]\n"
        );
    }
}
