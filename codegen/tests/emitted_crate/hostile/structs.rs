//! Every type in every presence.

use fieldtable::model::*;
use serde_json::json;

use crate::build::*;

/// A number that clippy takes for the constant.
fn pi() -> serde_json::Value {
    "3.14".parse().unwrap()
}

pub fn models() -> Vec<Model> {
    let types = [
        Type::Boolean,
        Type::Int32,
        Type::Int64,
        Type::Float32,
        Type::Float64,
        Type::Number,
        Type::String,
        Type::DateTime,
        Type::Date,
        Type::Bytes,
        Type::Any,
        list(Type::Int32),
        map(nullable(Type::String)),
        list(nullable(Type::DateTime)),
        of("Option"),
        of("Vec"),
        of("Color"),
        of("Status"),
        of("Opaque"),
        of("MaybeText"),
        list(map(list(map(list(Type::Int32))))),
        list(boxed(of("Option"))),
        boxed(list(Type::String)),
    ];
    let all = [
        ("required", Presence::Required),
        ("required_nullable", Presence::RequiredNullable),
        ("optional", Presence::Optional),
        ("optional_nullable", Presence::OptionalNullable),
    ];
    let mut models: Vec<_> = all
        .iter()
        .map(|(name, presence)| {
            let fields = types.iter().enumerate();
            let fields = fields.map(|(at, ty)| field(&format!("f{at}"), ty.clone(), *presence));
            strukt(&format!("P{}", name.replace('_', "")), fields.collect())
        })
        .collect();
    models.push(alias("Opaque", Type::Any));
    models.push(alias("MaybeText", nullable(Type::String)));
    models.push(alias("Free", map(Type::Any)));
    let mut extra = strukt(
        "WithExtra",
        vec![
            required("id", Type::Int64),
            optional("n", Type::Number),
            field("m", Type::DateTime, Presence::RequiredNullable),
        ],
    );
    if let Kind::Struct(strukt) = &mut extra.kind {
        strukt.extra = Some(Extra {
            name: "additional".to_owned(),
            ty: Type::Any,
            docs: Docs::default(),
        });
    }
    models.push(extra);
    let mut constants = strukt(
        "Constants",
        vec![
            constant(required("kind", of("KindConst")), json!("const")),
            constant(required("flag", Type::Boolean), json!(true)),
            constant(required("n", Type::Int64), json!(-3)),
            constant(required("m", Type::Number), json!(3)),
            constant(required("f", Type::Float64), pi()),
            constant(required("g", Type::Float32), json!(-0.1)),
            constant(required("h", Type::Number), pi()),
            required("i", Type::Float64),
            constant(required("s", Type::String), json!("x\"y")),
            constant(
                field("nk", of("KindConst"), Presence::RequiredNullable),
                json!("const"),
            ),
            constant(optional("opt", of("KindConst")), json!("const")),
        ],
    );
    constants.traits.default = true;
    models.push(constants);
    let mut kind = text_enum("KindConst", &[("Const", "const")], None);
    if let Kind::Enum(value) = &mut kind.kind {
        value.constant = true;
    }
    kind.traits = Traits {
        copy: true,
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        default: true,
    };
    models.push(kind);
    let mut derives = strukt(
        "Derives",
        vec![
            required("a", Type::Int32),
            field("b", Type::Boolean, Presence::OptionalNullable),
            optional("c", Type::Int64),
        ],
    );
    derives.traits = Traits {
        copy: true,
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        default: true,
    };
    models.push(derives);
    let mut hashed = strukt(
        "Hashed",
        vec![
            required("a", Type::Number),
            required("b", Type::Any),
            required("c", Type::DateTime),
            required("d", of("Color")),
        ],
    );
    hashed.traits = Traits {
        eq: true,
        hash: true,
        ..Traits::default()
    };
    models.push(hashed);
    let mut sample = strukt(
        "Sampled",
        vec![optional("gone", Type::String), required("x", Type::Float64)],
    );
    sample.examples.push(Example {
        value: json!({"gone": null, "x": 3, "other": 1}),
        at: at("specs/x.md"),
    });
    models.push(sample);
    models
}
