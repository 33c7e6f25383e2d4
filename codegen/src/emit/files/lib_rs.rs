//! `src/lib.rs`.

use crate::emit::ident::plain;
use crate::emit::plan::Plan;
use crate::emit::plan::needs::Needs;
use crate::emit::rustdoc;

/// What all users of the crate have to know.
const DOCS: &str = "\
//! Models of the APIs whose docs lie in `specs/`, each in a module behind a feature of its name.
//!
//! - **Structs** are made by `new` with what is required, and `with_…` for the rest. A pattern ends in
//!   `..`; so a new optional field breaks nobody.
//! - **Optional** fields are an `Option` that is left out if `None`. A required field that may be null
//!   is an `Option` too, and written as null. What may be absent *and* null is a [`Maybe`].
//! - **Enums** keep a value that the docs do not name. `from` and `parse` make one of text, `as_str`
//!   gives it back.
//! - **Unions** have a value in each variant, which `as_…` looks for, and `from` makes a union of one.
//!   A value that fits no variant is kept as it came.
{opaque}{errors}//!
//! Two features are off unless asked for:
//!
//! - `arbitrary`: `Arbitrary` of the `arbitrary` crate for every model. A value that it makes
//!   reads back equal from the JSON that it is written as.
//! - `schemars`: `JsonSchema` of the `schemars` crate for every model.
";

/// What is there only with such values.
const OPAQUE: &str = "\
//! - **Numbers** whose kind the docs do not tell are a [`Number`], and opaque values a [`Value`].
";

/// What is not so with serde's derives.
const ERRORS: &str = "\
//! - An **error** of reading names the place: ``at `lines[2].price`: invalid type …``.
";

/// The attribute for what is nested deeper than the compiler follows types, as a line of its own.
pub(crate) fn recursion_limit(limit: Option<usize>) -> String {
    limit.map_or_else(String::new, |limit| {
        format!("#![recursion_limit = \"{limit}\"]\n")
    })
}

/// The crate's root.
pub(crate) fn lib_rs(plan: &Plan) -> String {
    let Needs {
        dates,
        opaque,
        placeless_errors,
        ..
    } = plan.needs;
    let errors = if placeless_errors { "" } else { ERRORS };
    let mut text = DOCS
        .replace("{opaque}", if opaque { OPAQUE } else { "" })
        .replace("{errors}", errors);
    if let Some(limit) = plan.recursion_limit {
        text.push_str(&format!(
            "//!\n\
             //! Models are nested deeper here than the compiler follows types by itself: a crate that uses\n\
             //! them may need `#![recursion_limit = \"{limit}\"]`, as this one does.\n\n"
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
        text.push_str("pub use support::values::number::NotFinite;\n");
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
            lib_rs(&Plan::of(std::slice::from_ref(&api))).contains("//! - An **error** of reading")
        );
        api.impls = Impls::Derive;
        let derived = lib_rs(&Plan::of(&[api]));
        assert!(!derived.contains("**error**") && !derived.contains("{errors}"));
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
