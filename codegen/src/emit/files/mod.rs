//! Which files the crate has.

pub(crate) mod arbitrary;
pub(crate) mod dependencies;
pub(crate) mod feature_tests;
pub(crate) mod impls;
pub(crate) mod json_schema;
pub(crate) mod lib_rs;
pub(crate) mod manifest;
pub(crate) mod mark;
pub(crate) mod module;
pub(crate) mod round_trips;

use std::collections::BTreeMap;

use super::cases;
use super::ident::plain;
use super::plan::modules::Impls;
use super::plan::needs::Needs;
use super::plan::{Context, Plan};
use crate::model::DateTimeType;
use crate::timings::Timings;

/// The files of the generated crate: path below the output folder (`src/lib.rs`) to text.
pub type CrateFiles = BTreeMap<String, String>;

/// The runtime of the models: file of `src/support/` to text.
const SUPPORT: &[(&str, &str)] = &[
    ("buffered", include_str!("../support/buffered.rs")),
    ("choice", include_str!("../support/choice.rs")),
    ("containers", include_str!("../support/containers.rs")),
    ("decode", include_str!("../support/decode.rs")),
    ("encode", include_str!("../support/encode.rs")),
    ("extra", include_str!("../support/extra.rs")),
    ("failure", include_str!("../support/failure.rs")),
    ("fields", include_str!("../support/fields.rs")),
    ("hold", include_str!("../support/hold.rs")),
    ("integer_enum", include_str!("../support/integer_enum.rs")),
    ("items", include_str!("../support/items.rs")),
    ("key", include_str!("../support/key.rs")),
    ("optionals", include_str!("../support/optionals.rs")),
    ("places", include_str!("../support/places.rs")),
    ("presence", include_str!("../support/presence.rs")),
    ("reader", include_str!("../support/reader.rs")),
    ("record", include_str!("../support/record.rs")),
    ("replay", include_str!("../support/replay.rs")),
    ("scalars", include_str!("../support/scalars.rs")),
    ("shape", include_str!("../support/shape.rs")),
    ("sinks", include_str!("../support/sinks.rs")),
    ("text", include_str!("../support/text.rs")),
    ("text_enum", include_str!("../support/text_enum.rs")),
    ("union", include_str!("../support/union.rs")),
    ("unknown_value", include_str!("../support/unknown_value.rs")),
    ("wire", include_str!("../support/wire.rs")),
    ("writer", include_str!("../support/writer.rs")),
];

/// What is there only with a feature: the feature, the file, and its text.
const OPTIONAL: &[(&str, &str, &str)] = &[
    (
        "arbitrary",
        "arbitrary",
        include_str!("../support/arbitrary.rs"),
    ),
    (
        "arbitrary",
        "arbitrary_models",
        include_str!("../support/arbitrary_models.rs"),
    ),
    (
        "schemars",
        "json_schema",
        include_str!("../support/json_schema.rs"),
    ),
];

/// As [`OPTIONAL`], where there are dates.
const OPTIONAL_DATES: &[(&str, &str, &str)] = &[
    (
        "arbitrary",
        "arbitrary_dates",
        include_str!("../support/arbitrary_dates.rs"),
    ),
    (
        "schemars",
        "json_schema_dates",
        include_str!("../support/json_schema_dates.rs"),
    ),
];

/// As [`OPTIONAL`], where there are opaque values.
const OPTIONAL_OPAQUE: &[(&str, &str, &str)] = &[
    (
        "arbitrary",
        "arbitrary_opaque",
        include_str!("../support/arbitrary_opaque.rs"),
    ),
    (
        "arbitrary",
        "arbitrary_unions",
        include_str!("../support/arbitrary_unions.rs"),
    ),
    (
        "schemars",
        "json_schema_opaque",
        include_str!("../support/json_schema_opaque.rs"),
    ),
];

/// As [`OPTIONAL`], where maps keep their order.
const OPTIONAL_INDEX_MAP: &[(&str, &str, &str)] = &[(
    "arbitrary",
    "arbitrary_index_map",
    include_str!("../support/arbitrary_index_map.rs"),
)];

/// All files of the crate.
pub(crate) fn lay_out(plan: &Plan, timings: &mut Timings) -> CrateFiles {
    let mut files = CrateFiles::new();
    for cx in &plan.apis {
        insert_modules(&mut files, cx, timings);
        insert_round_trips(&mut files, cx, timings);
    }
    timings.time("arbitrary", |_| {
        insert_rust(
            &mut files,
            "tests/arbitrary/main.rs",
            &feature_tests::arbitrary(plan),
        );
        let check = include_str!("../support/tests/arbitrary.rs");
        insert_rust(&mut files, "tests/arbitrary/check.rs", check);
    });
    timings.time("schemars", |_| {
        insert_rust(
            &mut files,
            "tests/schemars/main.rs",
            &feature_tests::schemas(plan),
        );
        let check = include_str!("../support/tests/schemars.rs");
        insert_rust(&mut files, "tests/schemars/check.rs", check);
    });
    timings.time("runtime", |_| {
        insert_rust(&mut files, "src/lib.rs", &lib_rs::lib_rs(plan));
        insert_support(&mut files, plan.needs);
    });
    timings.time("manifest", |_| {
        let text = mark::toml(&manifest::cargo_toml(plan));
        files.insert("Cargo.toml".to_owned(), text);
    });
    files
}

/// The models of an API, and what is said about them in files of their own.
fn insert_modules(files: &mut CrateFiles, cx: &Context, timings: &mut Timings) {
    for module in &cx.modules {
        let text = timings.time("models", |_| module::text(cx, module));
        insert_rust(files, &format!("src/{}", module.file), &text);
        let Impls {
            serde,
            arbitrary,
            json_schema,
        } = &module.impls;
        let mut insert = |name: &str, text: String| {
            insert_rust(files, &format!("src/{}/{name}.rs", module.folder), &text);
        };
        if let Some(name) = serde {
            insert(
                name,
                timings.time("impls", |_| impls::text(cx, &module.models)),
            );
        }
        if let Some(name) = arbitrary {
            insert(
                name,
                timings.time("arbitrary", |_| arbitrary::text(cx, &module.models)),
            );
        }
        if let Some(name) = json_schema {
            insert(name, timings.time("schemars", |_| json_schema::text(cx)));
        }
    }
    let schema = timings.time("schema", |_| json_schema::document(cx));
    let name = plain(&cx.api.module);
    files.insert(format!("src/{name}/schema.json"), schema);
}

/// The test of an API, if there is something to test.
fn insert_round_trips(files: &mut CrateFiles, cx: &Context, timings: &mut Timings) {
    let name = plain(&cx.api.module);
    let cases = timings.time("cases", |_| cases::of(cx));
    timings.time("round trips", |_| {
        if cases.is_empty() {
            return;
        }
        let test = round_trips::text(cx, &cases);
        insert_rust(files, &format!("tests/{name}.rs"), &test);
        let lines = round_trips::lines(&cases);
        files.insert(format!("tests/cases/{name}.jsonl"), lines);
    });
}

fn insert_support(files: &mut CrateFiles, needs: Needs) {
    let dates = needs.dates;
    let mut modules: BTreeMap<&str, &str> = SUPPORT.iter().copied().collect();
    let mut features: BTreeMap<&str, &str> = BTreeMap::new();
    let dated = dates.map_or(&[][..], |_| OPTIONAL_DATES);
    let ordered = needs.index_maps;
    if ordered {
        modules.insert("index_map", include_str!("../support/index_map.rs"));
    }
    let ordered = if ordered { OPTIONAL_INDEX_MAP } else { &[] };
    let outside = if needs.foreign {
        include_str!("../support/outside.rs")
    } else {
        include_str!("../support/outside_none.rs")
    };
    modules.insert("outside", outside);
    let opaque = if needs.opaque {
        modules.insert("number", include_str!("../support/number.rs"));
        modules.insert("opaque", include_str!("../support/opaque.rs"));
        OPTIONAL_OPAQUE
    } else {
        modules.insert("opaque", include_str!("../support/opaque_none.rs"));
        &[]
    };
    let optional = OPTIONAL.iter().chain(dated).chain(ordered).chain(opaque);
    for (feature, name, text) in optional {
        modules.insert(name, text);
        features.insert(name, feature);
    }
    let text = if let Some(dates) = dates {
        let calendar = match dates {
            DateTimeType::Jiff => include_str!("../support/calendar_jiff.rs"),
            DateTimeType::Chrono => include_str!("../support/calendar_chrono.rs"),
            DateTimeType::Time | DateTimeType::String => {
                include_str!("../support/calendar_time.rs")
            }
        };
        modules.insert("calendar", calendar);
        modules.insert("date_time", include_str!("../support/date_time.rs"));
        include_str!("../support/tests/text_instant.rs")
    } else {
        include_str!("../support/tests/text_exact.rs")
    };
    let mut root = String::from("//! What the models share.\n\n");
    for (name, text) in modules {
        if let Some(feature) = features.get(name) {
            root.push_str(&format!("#[cfg(feature = \"{feature}\")]\n"));
        }
        let visible = if name == "calendar" { "" } else { "pub " };
        root.push_str(&format!("{visible}mod {name};\n"));
        insert_rust(files, &format!("src/support/{name}.rs"), text);
    }
    insert_rust(files, "src/support/mod.rs", &root);
    insert_rust(
        files,
        "tests/support/mod.rs",
        include_str!("../support/tests/mod.rs"),
    );
    insert_rust(files, "tests/support/text.rs", text);
}

fn insert_rust(files: &mut CrateFiles, path: &str, text: &str) {
    files.insert(path.to_owned(), mark::rust(text));
}
