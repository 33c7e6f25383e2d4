//! Models with which a generator may go wrong.

mod beside;
mod docs;
mod enums;
mod names;
mod recursion;
mod structs;
mod unions;

use fieldtable::model::*;

use crate::build::*;

/// Several APIs: hostile models; another date-time type in modules that cargo or Rust knows; none.
pub fn apis() -> Vec<Api> {
    let plain = |module: &str| {
        let mut plain = crate::build::api(
            module,
            vec![
                strukt(
                    "When",
                    vec![required("at", Type::DateTime), optional("on", Type::Date)],
                ),
                union(
                    "Text",
                    None,
                    vec![
                        ("A", Type::DateTime, WireShape::Text),
                        ("B", of("When"), object(&[], &["at"], &["on"])),
                    ],
                ),
            ],
        );
        plain.date_time = DateTimeType::String;
        plain
    };
    let mut keyword = plain("r#type");
    keyword.name = "type".to_owned();
    vec![
        api(),
        plain("std"),
        keyword,
        plain("time"),
        plain("serde_json"),
        plain("bin"),
        crate::build::api("empty", Vec::new()),
        crate::build::api("only_aliases", vec![alias("Any", Type::Any)]),
    ]
}

fn api() -> Api {
    let mut models = names::models();
    models.extend(docs::documented());
    models.extend(structs::models());
    models.extend(enums::models());
    models.extend(unions::models());
    models.extend(beside::models());
    models.extend(docs::deprecations());
    models.extend(recursion::models());
    let mut api = crate::build::api("hostile", models);
    api.name = "hostile <b> [x]".to_owned();
    api
}
