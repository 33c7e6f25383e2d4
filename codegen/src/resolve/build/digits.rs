//! Enums whose values are digits: most languages print those of text and of numbers alike.

use super::lower::{Lowering, Spot};
use super::variants;
use crate::claim::{Body, ValueScalar, ValuesClaim};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Enum, EnumScalar, Kind, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::context::Context;
use crate::resolve::decision::statement;

/// What values are on the wire: one kind of scalar, or both if nothing says which.
///
/// A setting decides, else a language that quotes text, else samples.
pub(crate) fn scalars(
    cx: &Context<'_>,
    index: EntryId,
    claims: &[&ValuesClaim],
    diagnostics: &mut Diagnostics,
) -> &'static [EnumScalar] {
    const TEXT: &[EnumScalar] = &[EnumScalar::String];
    const NUMBER: &[EnumScalar] = &[EnumScalar::Integer];
    const EITHER: &[EnumScalar] = &[EnumScalar::Integer, EnumScalar::String];
    if !are_digits(claims) {
        return TEXT;
    }
    let entry = &cx.catalog[index];
    let set = entry.settings.and_then(|config| config.scalar.as_ref());
    if let Some(set) = set {
        return match set.value {
            EnumScalar::String => TEXT,
            EnumScalar::Integer => NUMBER,
        };
    }
    let is_number = |claim: &&ValuesClaim| claim.scalar == ValueScalar::Number;
    if claims.iter().any(is_number) {
        return NUMBER;
    }
    let seen = cx.observed.forms.get(&index).copied().unwrap_or_default();
    match (seen.text, seen.number) {
        (true, false) => return TEXT,
        (false, true) => return NUMBER,
        (true, true) => return EITHER,
        (false, false) => {}
    }
    if let Some(witness) = entry.witnesses.first() {
        let title = &entry.title;
        let message = format!("no page says whether the values of `{title}` are text or numbers");
        let hint = "both are read; add a sample, or set `type` of the model to `\"string\"` or \
                    `\"integer\"` in spec.toml";
        let warning = Diagnostic::warning(Topic::Values, witness.claim.name.place, message);
        diagnostics.push(warning.hint(hint));
    }
    EITHER
}

/// Whether all values are whole numbers, and no page quotes them.
pub(crate) fn are_digits(claims: &[&ValuesClaim]) -> bool {
    let is_whole = |text: &str| text.parse::<i64>().is_ok_and(|n| n.to_string() == text);
    let mut values = claims.iter().flat_map(|claim| &claim.values).peekable();
    let quoted = |claim: &&ValuesClaim| claim.scalar == ValueScalar::String;
    values.peek().is_some()
        && values.all(|value| is_whole(&value.value.value))
        && !claims.iter().any(quoted)
}

/// Whether the pages of an entry list such values.
pub(crate) fn is_of_digits(entry: &Entry<'_>) -> bool {
    let claims = entry.witnesses.iter();
    let claims = claims.filter_map(|witness| match &witness.claim.body {
        Body::Values(values) => Some(values),
        _ => None,
    });
    are_digits(&claims.collect::<Vec<_>>())
}

/// A union of enums, each of which keeps the form in which a value came.
pub(crate) fn either(
    cx: &Context<'_>,
    index: EntryId,
    enums: Vec<Enum>,
    lowering: &mut Lowering<'_, '_>,
) -> Kind {
    let entry = &cx.catalog[index];
    let place = entry.witnesses[0].claim.name.place;
    let at = statement(cx.files, place, &entry.title, true);
    let mut made = |values: Enum| -> (&str, Type) {
        let field = match values.scalar {
            EnumScalar::String => "Text",
            EnumScalar::Integer => "Integer",
        };
        let owner = &entry.path;
        let spot = Spot {
            owner,
            field,
            at: &at,
        };
        (field, lowering.make(spot, Kind::Enum(values)))
    };
    let (names, types): (Vec<_>, Vec<_>) = enums.into_iter().map(&mut made).unzip();
    let mut union = variants::of(types);
    for (variant, name) in union.variants.iter_mut().zip(names) {
        variant.name = name.to_owned();
    }
    Kind::Union(union)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use crate::model::{Api, EnumScalar, Kind, WireShape};
    use crate::resolve::testing::{describe, kind};

    const TABLE: &str = "# Grade\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `GRADE12` | 12 |\n| `GRADE34` | 34 |\n";

    fn api(pages: &[(&str, &str)], spec: &str) -> (Api, Vec<String>) {
        let (api, diagnostics) = describe(pages, spec);
        let warnings = diagnostics.sorted().into_iter();
        let warnings = warnings.map(|it| it.message.clone()).collect();
        (api, warnings)
    }

    fn scalar(api: &Api) -> Option<EnumScalar> {
        match kind(api, "Grade") {
            Kind::Enum(values) => Some(values.scalar),
            _ => None,
        }
    }

    #[test]
    fn digits_of_which_no_page_says_what_they_are_are_read_in_both_forms() {
        for page in [
            "java/docs/models/shared/Grade.md",
            "ruby/docs/models/shared/grade.md",
        ] {
            let language = page.split('/').next().unwrap_or_default();
            let spec = format!("sources.{language}.language = \"{language}\"\n");
            let (api, warnings) = api(&[(page, TABLE)], &spec);
            let Kind::Union(union) = kind(&api, "Grade") else {
                panic!("{:?}", kind(&api, "Grade"));
            };
            let variants: Vec<_> = union.variants.iter().map(|it| it.name.as_str()).collect();
            assert_eq!(variants, ["Integer", "Text"]);
            let texts = ["12", "34"].map(str::to_owned).to_vec();
            let shapes = [
                WireShape::Integer,
                WireShape::Texts {
                    values: texts,
                    others: true,
                },
            ];
            assert!(union.variants.iter().map(|it| &it.shape).eq(&shapes));
            let Kind::Enum(numbers) = kind(&api, "GradeInteger") else {
                panic!("no enum")
            };
            let values: Vec<_> = numbers.values.iter().map(|it| it.value.clone()).collect();
            assert_eq!(values, [json!(12), json!(34)]);
            assert_eq!(
                warnings,
                ["no page says whether the values of `Grade` are text or numbers"]
            );
        }
    }

    #[test]
    fn a_setting_or_a_language_that_quotes_decides() {
        let page = ("java/docs/models/shared/Grade.md", TABLE);
        for (word, expected) in [
            ("string", EnumScalar::String),
            ("integer", EnumScalar::Integer),
        ] {
            let spec = format!(
                "sources.java.language = \"java\"\nmodels.Grade.type = \"{word}\"\nmodels.Grade.closed = true\n"
            );
            let (api, warnings) = api(&[page], &spec);
            assert_eq!((scalar(&api), warnings.len()), (Some(expected), 0));
        }
        for (code, expected) in [
            ("\"12\" | \"34\"", EnumScalar::String),
            ("12 | 34", EnumScalar::Integer),
        ] {
            let union = format!("# Grade\n\n## Values\n\n```typescript\n{code}\n```\n");
            let pages = [page, ("typescript/docs/models/components/grade.md", &union)];
            let spec =
                "sources.java.language = \"java\"\nsources.typescript.language = \"typescript\"\n";
            let (api, warnings) = api(&pages, spec);
            assert_eq!(
                (scalar(&api), warnings.len()),
                (Some(expected), 0),
                "{warnings:?}"
            );
        }
        let (_, errors) = api(
            &[(
                "java/docs/models/shared/Grade.md",
                &TABLE.replace("12", "twelve"),
            )],
            "sources.java.language = \"java\"\nmodels.Grade.type = \"integer\"\n",
        );
        assert_eq!(errors.len(), 1, "{errors:?}");
    }
}
