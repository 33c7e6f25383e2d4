//! Which files the crate has.

use std::collections::BTreeMap;

use super::types::{Context, plain};
use super::{CrateFiles, MARK, cases, manifest, module, tests};
use crate::model::{Alias, Api, DateTimeType, Kind, Struct, Type};

/// The runtime of the models: file of `src/support/` to text.
const SUPPORT: &[(&str, &str)] = &[
    ("buffered", include_str!("support/buffered.rs")),
    ("extra", include_str!("support/extra.rs")),
    ("failure", include_str!("support/failure.rs")),
    ("integer_enum", include_str!("support/integer_enum.rs")),
    ("number", include_str!("support/number.rs")),
    ("presence", include_str!("support/presence.rs")),
    ("record", include_str!("support/record.rs")),
    ("shape", include_str!("support/shape.rs")),
    ("text_enum", include_str!("support/text_enum.rs")),
    ("union", include_str!("support/union.rs")),
    ("unknown_value", include_str!("support/unknown_value.rs")),
];

/// All files of the crate.
pub(super) fn lay_out(apis: &[Api]) -> CrateFiles {
    let mut apis: Vec<&Api> = apis.iter().collect();
    apis.sort_by_key(|api| &api.module);
    let dates = dates(&apis);
    let mut files = CrateFiles::new();
    let toml = format!("# {}\n\n{}", banner(), manifest::cargo_toml(&apis, dates));
    files.insert("Cargo.toml".to_owned(), toml);
    insert_rust(
        &mut files,
        "src/lib.rs",
        &manifest::lib_rs(&apis, dates.is_some()),
    );
    insert_support(&mut files, dates);
    for api in apis {
        let cx = Context::new(api);
        let name = plain(&api.module);
        for (path, text) in module::files(&cx) {
            insert_rust(&mut files, &format!("src/{path}"), &text);
        }
        let cases = cases::of(&cx);
        if cases.is_empty() {
            continue;
        }
        let test = tests::text(&cx, &cases);
        insert_rust(&mut files, &format!("tests/{name}.rs"), &test);
        let lines = tests::lines(&cases, &header());
        files.insert(format!("tests/cases/{name}.jsonl"), lines);
    }
    files
}

/// The type of the crate's date-times, if it has any.
pub(super) fn dates(apis: &[&Api]) -> Option<DateTimeType> {
    let with = apis.iter().find(|api| has_dates(api));
    with.map(|api| api.date_time)
}

fn insert_support(files: &mut CrateFiles, dates: Option<DateTimeType>) {
    let mut modules: BTreeMap<&str, &str> = SUPPORT.iter().copied().collect();
    let text = if let Some(dates) = dates {
        let calendar = match dates {
            DateTimeType::Jiff => include_str!("support/calendar_jiff.rs"),
            DateTimeType::Chrono => include_str!("support/calendar_chrono.rs"),
            DateTimeType::Time | DateTimeType::String => include_str!("support/calendar_time.rs"),
        };
        modules.insert("calendar", calendar);
        modules.insert("date_time", include_str!("support/date_time.rs"));
        include_str!("support/tests/text_instant.rs")
    } else {
        include_str!("support/tests/text_exact.rs")
    };
    let mut root = String::from("//! What the models share.\n\n");
    for (name, text) in modules {
        let visible = if name == "calendar" { "" } else { "pub " };
        root.push_str(&format!("{visible}mod {name};\n"));
        insert_rust(files, &format!("src/support/{name}.rs"), text);
    }
    insert_rust(files, "src/support/mod.rs", &root);
    insert_rust(
        files,
        "tests/support/mod.rs",
        include_str!("support/tests/mod.rs"),
    );
    insert_rust(files, "tests/support/text.rs", text);
}

fn insert_rust(files: &mut CrateFiles, path: &str, text: &str) {
    files.insert(path.to_owned(), format!("// {}\n\n{text}", banner()));
}

fn banner() -> String {
    format!("{MARK} {ADVICE}")
}

/// The first line of a file of JSON lines.
fn header() -> String {
    serde_json::json!({ MARK: ADVICE }).to_string()
}

/// What follows the mark.
const ADVICE: &str = "from `specs/`. Do not edit: run `cargo xtask codegen`.";

/// Whether a model has a date or a date-time that is no plain string.
fn has_dates(api: &Api) -> bool {
    api.date_time.is_typed()
        && api.models.values().any(|model| {
            model.emitted
                && match &model.kind {
                    Kind::Struct(Struct { fields, extra }) => {
                        fields.iter().any(|field| is_date(&field.ty.value))
                            || extra.as_ref().is_some_and(|extra| is_date(&extra.ty))
                    }
                    Kind::Union(union) => union.variants.iter().any(|variant| is_date(&variant.ty)),
                    Kind::Alias(Alias { ty }) => is_date(ty),
                    Kind::Enum(_) => false,
                }
        })
}

fn is_date(ty: &Type) -> bool {
    match ty {
        Type::DateTime | Type::Date => true,
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            is_date(inner)
        }
        _ => false,
    }
}
