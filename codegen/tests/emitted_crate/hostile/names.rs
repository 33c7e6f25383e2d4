//! Names of models, fields and keys that mean something else, or are alike.

use fieldtable::model::*;

use crate::build::*;

const PRELUDE: &[&str] = &[
    "Option",
    "String",
    "Box",
    "Vec",
    "Result",
    "Type",
    "Self_",
    "Value",
    "Number",
    "DateTime",
    "Date",
    "Maybe",
    "Default",
    "Clone",
    "Debug",
    "PartialEq",
    "Eq",
    "Ord",
    "Hash",
    "Copy",
    "Into",
    "From",
    "Iterator",
    "Some",
    "None",
    "Ok",
    "Err",
    "Send",
    "Sync",
    "Sized",
    "Drop",
    "Fn",
    "ToString",
    "Display",
    "Serialize",
    "Deserialize",
    "Deserializer",
    "Serializer",
    "BTreeMap",
    "UnknownValue",
    "TextEnum",
    "Union",
    "Shape",
    "Error",
    "New",
    "D",
    "S",
    "T",
];

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "break", "const", "continue", "dyn", "else", "enum", "extern", "false",
    "fn", "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub",
    "ref", "return", "static", "struct", "trait", "true", "type", "unsafe", "use", "where",
    "while", "abstract", "become", "box", "do", "final", "macro", "override", "priv", "try",
    "typeof", "unsized", "virtual", "yield",
];

/// Keys that are alike at both ends.
const ALIKE: [&str; 28] = [
    "a",
    "b",
    "ab",
    "ba",
    "abc",
    "acb",
    "aac",
    "abcd",
    "abdd",
    "acbd",
    "abcde",
    "abxde",
    "axcde",
    "abcdef",
    "abxdef",
    "abcdefg",
    "abcxefg",
    "abcdefgh",
    "abcdxfgh",
    "abcdefghi",
    "abcdxfghi",
    "abcdefghijklmnop",
    "abcdefgxijklmnop",
    "abcdefghxjklmnop",
    "abcdefghijklmnopq",
    "abcdefghxjklmnopq",
    "abcdefghijklmnopqrstuvwxyz",
    "abcdefghijklxnopqrstuvwxyz",
];

/// Names of fields that lints or the emitted code itself may stumble over.
const AWKWARD: &[&str] = &[
    "foo",
    "baz",
    "quux",
    "new",
    "default",
    "clone",
    "add",
    "next",
    "from_str",
    "as_ref",
    "to_owned",
    "into_iter",
    "is_empty",
    "len",
    "bool",
    "str",
    "i64",
    "u8",
    "f64",
    "usize",
    "string",
    "value",
    "field",
    "fields",
    "slot",
    "table",
    "with_foo",
    "record",
    "kind",
    "map",
    "key",
    "serializer",
    "deserializer",
    "l",
    "o",
    "i",
    "self_",
    "super_",
    "crate_",
    "none",
    "some",
    "ok",
    "err",
    "std",
    "serde",
    "core",
    "main",
    "test",
    "into",
    "other",
    "x",
    "y",
    "f",
    "e",
    "state",
    "result",
];

/// Names of variants that an associated type or a trait of the emitted impls has too.
const ASSOCIATED: &[&str] = &[
    "Err", "Error", "Item", "Output", "Target", "Kind", "Value", "From", "Ok", "None", "Some",
    "Str", "Self_", "HTTP", "Minus", "Foo", "FooBar", "FooBaz", "Ref", "Mut", "New", "Owned",
    "Empty",
];

/// Structs, enums and unions full of such names.
fn awkward() -> Vec<Model> {
    let values: Vec<_> = ASSOCIATED.iter().map(|name| (*name, *name)).collect();
    let variants = ASSOCIATED.iter().enumerate();
    let variants = variants.map(|(at, name)| match at % 3 {
        0 => (*name, of("Required"), object(&["at"], &AWKWARD[1..2], &[])),
        1 => (*name, of("Associated"), WireShape::Text),
        _ => (
            *name,
            list(Type::Number),
            WireShape::Array(Box::new(WireShape::Number)),
        ),
    });
    let all = |make: fn(&str, Type) -> Field| AWKWARD.iter().map(move |it| make(it, Type::String));
    vec![
        strukt("Required", all(required).collect()),
        strukt("Settable", all(optional).collect()),
        strukt("foo::Foo", vec![required("foo", of("Associated"))]),
        text_enum("Associated", &values, Some("Unknown")),
        text_enum("ClosedAssociated", &values, None),
        union("EitherOf", None, variants.collect()),
    ]
}

pub fn models() -> Vec<Model> {
    let mut models: Vec<Model> = PRELUDE
        .iter()
        .enumerate()
        .map(|(at, name)| prelude(at, name))
        .collect();
    models.push(strukt(
        "Everything",
        PRELUDE
            .iter()
            .map(|name| required(&format!("the_{}", name.to_lowercase()), of(name)))
            .collect(),
    ));
    let keywords: Vec<_> = KEYWORDS
        .iter()
        .map(|word| optional(&format!("r#{word}"), Type::String))
        .chain([wire(required("self_", Type::Int64), "self")])
        .collect();
    models.push(strukt("Keywords", keywords));
    // What is not printed is escaped, and a letter that nobody sees as well.
    let unseen = [
        ("esc", "a\u{1b}[2J"),
        ("bidi", "a\u{202e}\u{2066}"),
        ("filler", "\u{3164}\u{ffa0}"),
        ("blank", ""),
        ("long", &"long".repeat(100)),
    ];
    let fields = unseen.map(|(name, key)| wire(optional(name, Type::String), key));
    models.push(strukt("Unseen", fields.to_vec()));
    let variants = ["Esc", "Bidi", "Filler", "Blank", "Long"];
    let values: Vec<_> = variants
        .iter()
        .zip(unseen)
        .map(|(name, it)| (*name, it.1))
        .collect();
    models.push(text_enum("UnseenValues", &values, Some("Unknown")));
    // The longest name of a type, and types that clippy calls complex.
    let deep = map(map(map(list(of("Option")))));
    models.push(strukt(
        &"Long".repeat(50),
        vec![
            optional("foo", map(map(map(of("Option"))))),
            field("baz", deep.clone(), Presence::OptionalNullable),
            required("quux", deep),
        ],
    ));
    models.push(strukt(
        "Foreign",
        vec![
            wire(required("cafe", Type::String), "café"),
            wire(optional("cafe_2", Type::String), "cafe\u{301}"),
            wire(optional("ming_qian", Type::Int64), "名前"),
            wire(optional("ming_qian_2", Type::Int64), "名剑"),
        ],
    ));
    models.extend([
        // More fields than a word has bits.
        strukt(
            "Alike",
            (0..70)
                .map(|at| optional(&format!("field_{at}"), Type::Int64))
                .chain(ALIKE.map(|key| optional(key, Type::Int64)))
                .collect(),
        ),
        // Namespaces that are called as the crate's own modules and crates.
        strukt(
            "impls::Tree",
            vec![required("arbitrary", of("arbitrary::Tree"))],
        ),
        strukt(
            "arbitrary::Tree",
            vec![required("schema", of("json_schema::Schema"))],
        ),
        strukt(
            "required::examples::Order",
            vec![
                required("id", Type::String),
                required("tree", of("impls::Tree")),
            ],
        ),
        strukt(
            "examples::Order",
            vec![
                required("id", Type::String),
                required("order", of("required::examples::Order")),
                required("text", of("examples::String")),
            ],
        ),
        strukt(
            "examples::String",
            vec![required("a", Type::String), required("b", Type::DateTime)],
        ),
        strukt(
            "json_schema::Schema",
            vec![optional("json", of("schemars::Json"))],
        ),
        // A module that imports from crates beside namespaces of their names.
        strukt(
            "crates::Tree",
            vec![
                required("map", map(Type::Int64)),
                required("std", of("crates::std::Tree")),
                required("serde", of("crates::serde::Tree")),
            ],
        ),
        strukt("crates::std::Tree", vec![required("id", Type::Int64)]),
        strukt("crates::serde::Tree", vec![required("id", Type::Int64)]),
        alias("schemars::Json", list(of("schemars::Schema"))),
        strukt("schemars::Schema", vec![required("color", of("Color"))]),
    ]);
    models.extend(awkward());
    models
}

fn prelude(at: usize, name: &str) -> Model {
    match at % 4 {
        0 => strukt(
            name,
            vec![
                required("id", Type::String),
                optional("list", list(Type::Int64)),
                field("maybe", map(Type::Float64), Presence::OptionalNullable),
            ],
        ),
        1 => text_enum(name, &[("A", "a"), ("None", "none")], Some("Unknown")),
        2 => union(
            name,
            None,
            vec![
                ("Text", Type::String, WireShape::Text),
                (
                    "Numbers",
                    list(Type::Number),
                    WireShape::Array(Box::new(WireShape::Number)),
                ),
            ],
        ),
        _ => strukt(name, Vec::new()),
    }
}
