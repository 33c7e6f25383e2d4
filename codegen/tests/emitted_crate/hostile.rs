//! Models with which a generator may go wrong.

use fieldtable::model::*;
use serde_json::json;

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

pub const TEXTS: &[&str] = &[
    "ends a comment */ and starts one /* /** //! /// ",
    "#![x] and #[y]",
    "``` unclosed\nlet x = 1;",
    "```rust\nfn main() { panic!() }\n```",
    "    indented code\n    more",
    "[foo](javascript:alert(1)) [bar](../relative.md) [web](https://example.com/a_b?c=1&d=(2)) <https://auto.example>",
    "<script>alert(1)</script> after",
    "a <script>alert(1)</script> inline <b>bold</b> <br> next <br/>last",
    "<p>html <b>block</b></p>\n<ul><li>one</li><li>two</li></ul>\n\nafter",
    "[Vec] [`String`] [x][y] [^1] [ ] [crate::nothing] ![image](https://example.com/x.png)",
    "\u{202e}reversed\u{202c} zero\u{0}width\u{200b} bell\u{7} \u{2066}x\u{2069}",
    "{} {0} {name} {{",
    "placeholder <tier> and <your-id> and Vec<String> and a < b > c",
    "https://example.com/path_with_underscores, http://x.example/(a). See https://a.example?b=c|d",
    "# Heading\n## Another *one* **bold**\nSetext\n===\n",
    "- one\n- two\n  continued\n\n  paragraph\n  - nested\n    1. deep\n\n1) first\n2) second\n",
    "* a\n+ b\n\n> quote\n> > nested\n> - list in quote\n",
    "| a | b |\n|---|:-:|\n| `x|y` | <br> z |\n| only |\n",
    "1986\\. A year\n\n\\# no heading\n\n\\- no list\n\n\\+ no list",
    "soft\nbreak  \nhard break\\\nanother\n- list directly",
    "***bold italic*** ~~gone~~ _under_ snake_case __init__ * star ** ~~~",
    "`code` ``co`de`` ` ",
    "\\",
    "\"quotes\" 'and' \\backslashes\\ \\n \\u{41}",
    "&amp; &lt;b&gt; &copy; &nonsense;",
    ">>>>>>>>>>>>>>>>>>>>>>>>> deep",
    "- - - - - - - - - - - - - deep list",
    "<!-- comment --> visible <!-- unclosed",
    "\ttab\tseparated\r\nwindows\rmac",
    "",
    "   \n\n ",
    "[a]: https://example.com\n\n[a] is a reference, [text][a] too",
    "--- \n***\n___\n",
    "emoji \u{1f600} \u{e9}\u{301} \u{4f60}\u{597d}",
    "ends with backslash \\",
    "word`tick and ``` inside",
    "<details><summary>More</summary>text</details>",
    "@deprecated use {@link Foo}. $x^2$ $$y$$",
    "[link with `code` and *em*](https://example.com/%20 \"title\")",
    "[https://text.example](https://target.example)",
    "<T> </T> <a href=\"https://x.example\">x</a>",
];

/// Several APIs: hostile models; another date-time type in modules that cargo or Rust knows; none.
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
        plain("bin"),
        crate::build::api("empty", Vec::new()),
        crate::build::api("only_aliases", vec![alias("Any", Type::Any)]),
    ]
}

fn api() -> Api {
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
    models.extend(documented());
    models.extend(presences());
    models.extend(enums());
    models.extend(unions());
    models.extend(deprecations());
    models.extend(recursion());
    let mut api = crate::build::api("hostile", models);
    api.name = "hostile <b> [x]".to_owned();
    api
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

fn documented() -> Vec<Model> {
    let fields = TEXTS
        .iter()
        .enumerate()
        .map(|(at, text)| described(optional(&format!("text_{at}"), Type::String), text))
        .collect();
    let whole = TEXTS.join("\n\n");
    let mut page = strukt("Documented", fields);
    page.docs.description = Some(whole.clone());
    page.title = "Docu`mented [x]".to_owned();
    page.evidence[0].at.file = "specs/we`ird [x]/<y>.md".to_owned();
    let mut nested = strukt(
        "operations::Documented",
        vec![
            example(
                required("long", map(Type::Any)),
                json!({"a": "```", "b": "x".repeat(100)}),
            ),
            example(
                wire(required("short", Type::String), "sh\"ort`"),
                json!("`tick` \u{202e}"),
            ),
            required("other", of("Documented")),
            required("up", of("Option")),
        ],
    );
    nested.docs.description = Some(format!("- {}", whole.replace('\n', "\n  ")));
    vec![
        page,
        nested,
        strukt(
            "a::deep::Down",
            vec![required("up", of("operations::Documented"))],
        ),
    ]
}

/// A number that clippy takes for the constant.
fn pi() -> serde_json::Value {
    "3.14".parse().unwrap()
}

fn presences() -> Vec<Model> {
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

fn enums() -> Vec<Model> {
    let derives = Traits {
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        ..Traits::default()
    };
    let mut color = text_enum(
        "Color",
        &[
            ("Red", "red"),
            ("Odd", "o\"dd\u{202e}\n"),
            ("Empty", ""),
            ("Unknown", "unknown"),
        ],
        Some("UnknownValue"),
    );
    color.traits = derives;
    vec![
        color,
        text_enum("Closed", &[("A", "a"), ("B", "b")], None),
        text_enum("Nothing", &[], Some("Unknown")),
        integer_enum(
            "Status",
            &[("N307", 307), ("Negative", -1), ("Max", i64::MAX)],
            Some("Unknown"),
        ),
        integer_enum("ClosedStatus", &[("One", 1)], None),
        integer_enum("NoStatus", &[], Some("Unknown")),
    ]
}

fn unions() -> Vec<Model> {
    let array = |shape| WireShape::Array(Box::new(shape));
    vec![
        union(
            "Scalars",
            None,
            vec![
                ("Nothing", nullable(Type::String), WireShape::Null),
                ("Flag", Type::Boolean, WireShape::Boolean),
                ("Whole", Type::Int64, WireShape::Integer),
                ("Float", Type::Float64, WireShape::Number),
                ("Instant", Type::DateTime, WireShape::DateTime),
                ("Day", Type::Date, WireShape::Date),
                ("Named", of("Color"), texts(&["red", "unknown"], true)),
                ("Text", Type::String, WireShape::Text),
                ("Words", list(Type::String), array(WireShape::Text)),
                ("Numbers", list(Type::Number), array(WireShape::Number)),
                ("Things", map(Type::Any), object(&[], &[], &[])),
            ],
        ),
        union(
            "Numeric",
            None,
            vec![
                ("Number", Type::Number, WireShape::Number),
                ("Closed", of("Closed"), texts(&["a", "b"], false)),
            ],
        ),
        union(
            "Shape2",
            Some("type"),
            vec![
                (
                    "Circle",
                    of("Circle"),
                    object(&["circle"], &["type", "radius"], &[]),
                ),
                (
                    "Square",
                    boxed(of("Square")),
                    object(&["square", "rect"], &["type"], &["side", "inner"]),
                ),
            ],
        ),
        strukt(
            "Circle",
            vec![
                required("r#type", of("CircleType")),
                required("radius", Type::Float64),
            ],
        ),
        text_enum("CircleType", &[("Circle", "circle")], None),
        strukt(
            "Square",
            vec![
                // A tag that may be null as far as anybody knows.
                field("r#type", Type::String, Presence::RequiredNullable),
                optional("side", Type::Int32),
                optional("inner", boxed(of("Shape2"))),
            ],
        ),
        union(
            "ByKey",
            None,
            vec![
                ("A", of("KeyA"), object(&[], &["a"], &["c"])),
                ("B", of("KeyB"), object(&[], &["b"], &["c"])),
                ("Opt", of("KeyOpt"), object(&[], &[], &["x", "y"])),
            ],
        ),
        strukt(
            "KeyA",
            vec![required("a", Type::Int32), optional("c", Type::String)],
        ),
        strukt(
            "KeyB",
            vec![required("b", Type::Int32), optional("c", Type::String)],
        ),
        strukt(
            "KeyOpt",
            vec![optional("x", Type::Int32), optional("y", of("ByKey"))],
        ),
        union(
            "Anything",
            None,
            vec![
                ("Text", Type::String, WireShape::Text),
                ("Any", Type::Any, WireShape::Any),
            ],
        ),
        union("Empty", None, Vec::new()),
        union(
            "Twice",
            None,
            vec![
                ("A", Type::String, WireShape::Text),
                ("B", Type::Bytes, WireShape::Text),
                ("C", of("Twice2"), WireShape::Number),
            ],
        ),
        alias("Twice2", Type::Float64),
    ]
    .into_iter()
    .map(|mut model| {
        if model.path.name() == "KeyOpt"
            && let Kind::Struct(strukt) = &mut model.kind
        {
            strukt.fields[1].ty.value = boxed(of("ByKey"));
        }
        model
    })
    .collect()
}

fn deprecations() -> Vec<Model> {
    let mut old = strukt(
        "Old",
        vec![
            deprecated(required("x", Type::Int32), ""),
            deprecated(optional("y", Type::Int32), "use [`z`] <now> \"quoted\""),
        ],
    );
    old.docs.deprecated = Some("Use something else".to_owned());
    old.traits = Traits {
        copy: true,
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        default: true,
    };
    let mut old_enum = text_enum("OldEnum", &[("A", "a")], Some("Unknown"));
    old_enum.docs.deprecated = Some(String::new());
    old_enum.traits = Traits {
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        default: true,
        copy: false,
    };
    let mut old_number = integer_enum("OldNumber", &[("A", 1)], Some("Unknown"));
    old_number.docs.deprecated = Some(String::new());
    let mut old_closed = text_enum("OldClosed", &[("A", "a")], None);
    old_closed.docs.deprecated = Some(String::new());
    let mut old_union = union(
        "OldUnion",
        None,
        vec![
            ("Old", of("Old"), object(&[], &["x"], &["y"])),
            ("Text", Type::String, WireShape::Text),
        ],
    );
    old_union.docs.deprecated = Some("no more".to_owned());
    let mut old_alias = alias("OldAlias", list(of("Old")));
    old_alias.docs.deprecated = Some("no more".to_owned());
    let uses = strukt(
        "UsesOld",
        vec![
            required("old", of("Old")),
            optional("old_enum", of("OldEnum")),
            field("old_union", of("OldUnion"), Presence::OptionalNullable),
            field("old_alias", of("OldAlias"), Presence::RequiredNullable),
            deprecated(required("old_number", of("OldNumber")), "x"),
        ],
    );
    vec![
        old, old_enum, old_number, old_closed, old_union, old_alias, uses,
    ]
}

fn recursion() -> Vec<Model> {
    vec![
        strukt(
            "Tree",
            vec![
                required("children", list(of("Tree"))),
                optional("parent", boxed(of("Tree"))),
                required("by_name", map(of("Tree"))),
            ],
        ),
        strukt(
            "Nested",
            vec![required(
                "lists",
                (0..40).fold(of("Nested"), |ty, _| list(ty)),
            )],
        ),
        // More fields than a word has bits, and keys that are alike at both ends.
        strukt(
            "Alike",
            (0..70)
                .map(|at| optional(&format!("field_{at}"), Type::Int64))
                .chain(ALIKE.map(|key| optional(key, Type::Int64)))
                .collect(),
        ),
        strukt("Endless", vec![required("again", boxed(of("Endless")))]),
        strukt("hostile::Hostile", vec![required("root", of("Tree"))]),
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
            "json_schema::Schema",
            vec![optional("json", of("schemars::Json"))],
        ),
        alias("schemars::Json", list(of("schemars::Schema"))),
        strukt("schemars::Schema", vec![required("color", of("Color"))]),
        strukt(
            "Many",
            (0..12)
                .map(|n| required(&format!("f{n}"), Type::String))
                .collect(),
        ),
    ]
}
