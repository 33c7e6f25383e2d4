//! An API with types, derives and attributes of the user's, and the crates that they come from.

use fieldtable::describe;
use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::input::{ApiInput, Input};
use fieldtable::model::Api;
use fieldtable::source::SourceFile;

const SPEC: &str = r#"
wire-case = "camel"
derives = ["PartialOrd", "Debug", "::my_derive::Named"]
attributes = ["cfg_attr(feature = \"more\", derive(::more::Other))"]

[dependencies]
arbitrary = "1"
my-crate = { path = "my-crate", version = "1" }
my-derive = { path = "my-derive" }
more = { path = "more", optional = true }
schemars = { version = "1", optional = true }
serde = { version = "1", features = ["rc"] }

[types."::my_crate::Id<::my_crate::OfOrder>"]
traits = ["Copy", "Ord", "Hash"]

[types."::std::primitive::u64"]
traits = ["Copy", "Ord", "Hash", "Default"]

[types."::my_crate::Nick"]
traits = ["Ord", "Hash", "Default"]
values = ["one of ours"]

[types."::my_crate::Words"]
values = [["a", "b"], []]

[models.Money]
replace = "::my_crate::Money"

[models.Created]
replace = "::my_crate::Created"

[models.State]
replace = "::my_crate::State"

[models.Order]
derives = ["::my_derive::Named", "PartialEq"]
attributes = ["doc(alias = \"purchase\")"]

[models.Order.fields]
orderId.replace = "::my_crate::Id<::my_crate::OfOrder>"
before.replace = "[::my_crate::Id<::my_crate::OfOrder>]"
byName.replace = "{::my_crate::Id<::my_crate::OfOrder>}"
count.replace = "::std::primitive::u64"
nick.replace = "::my_crate::Nick"
words.replace = "::my_crate::Words"
note.attributes = ["doc(alias = \"remark\")"]
note.nullable = true

[models.Point.fields]
x.type = "float64"

[models.Keys.fields]
id.replace = "::my_crate::Id<::my_crate::OfOrder>"
count.replace = "::std::primitive::u64"

[models.NeverSeen.fields]
secret.replace = "::my_crate::Secret"

[samples]
"recorded/orders.json" = { model = "Order", at = "/items" }
"#;

const SAMPLE: &str = r#"{
  "items": [
    {
      "orderId": "id-7",
      "before": ["id-5", "id-6"],
      "byName": { "first": "id-1" },
      "count": 18446744073709551615,
      "total": { "amount": "12.50", "currency": "EUR" },
      "discount": null,
      "state": "paid",
      "words": ["a"],
      "events": [{ "type": "created", "by": "me" }, { "type": "deleted", "at": "noon" }, "text"]
    }
  ]
}"#;

/// An API, as its pages, its sample and its settings, these further ones among them, describe it.
pub fn api(name: &str, settings: &str) -> Api {
    let money = "[components.Money](../../models/components/money.md)";
    let table = |title: &str, rows: &[(&str, &str, bool)]| {
        let rows = rows.iter().map(|(name, ty, required)| {
            let mark = if *required { "check" } else { "minus" };
            format!("| `{name}` | {ty} | :heavy_{mark}_mark: | N/A |\n")
                .replace("minus_mark", "minus_sign")
        });
        let head = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
        format!(
            "# {title}\n\n## Fields\n\n{head}{}",
            rows.collect::<String>()
        )
    };
    let pages = [
        (
            "order",
            table(
                "Order",
                &[
                    ("orderId", "*string*", true),
                    ("before", "*string*[]", true),
                    ("byName", "Record<string, *string*>", true),
                    ("count", "*number*", true),
                    ("total", money, true),
                    ("discount", money, false),
                    ("state", "[components.State](../../models/components/state.md)", true),
                    ("events", "*components.Event*[]", true),
                    ("note", "*string*", false),
                    ("nick", "*string*", false),
                    ("words", "*string*[]", true),
                ],
            ),
        ),
        (
            "money",
            table("Money", &[("amount", "*string*", true), ("currency", "*string*", true)]),
        ),
        (
            "keys",
            table("Keys", &[("id", "*string*", true), ("count", "*number*", true)]),
        ),
        ("neverseen", table("NeverSeen", &[("secret", "*string*", true)])),
        (
            "created",
            table("Created", &[("type", "*\"created\"*", true), ("by", "*string*", true)]),
        ),
        (
            "deleted",
            table("Deleted", &[("type", "*\"deleted\"*", true), ("at", "*string*", true)]),
        ),
        (
            "event",
            "# Event\n\n## Supported Types\n\n### `components.Created`\n\n### `components.Deleted`\n\n### `components.Money`\n\n### `string`\n".to_owned(),
        ),
        (
            "state",
            "# State\n\n## Values\n\n```typescript\n\"open\" | \"paid\"\n```\n".to_owned(),
        ),
        (
            "color",
            "# Color\n\n## Values\n\n```typescript\n\"red\" | \"green\"\n```\n".to_owned(),
        ),
        (
            "point",
            table("Point", &[("x", "*number*", true), ("color", "*components.Color*", true)]),
        ),
    ];
    let mut input = Input::default();
    let mut add = |path: String, text: &str| {
        let file = SourceFile::new(format!("{name}/{path}"), text);
        (path, input.files.add(file))
    };
    let pages = pages
        .iter()
        .map(|(name, text)| add(format!("typescript/models/components/{name}.md"), text))
        .collect();
    let money = "{\"amount\": \"1\", \"currency\": \"EUR\"}";
    let samples = vec![
        add("samples/recorded/orders.json".to_owned(), SAMPLE),
        add("samples/Money/one.json".to_owned(), money),
    ];
    let (_, config) = add("spec.toml".to_owned(), &format!("{settings}{SPEC}"));
    input.apis.push(ApiInput {
        name: name.to_owned(),
        pages,
        samples,
        keys: Vec::new(),
        config: Some(config),
    });
    let mut diagnostics = Diagnostics::default();
    let description = describe(&input, &mut diagnostics);
    let findings = render(&diagnostics, &input.files, Printing::default());
    assert!(findings.is_empty(), "{findings}");
    description.unwrap().apis.remove(0)
}

/// The user's crates: path below the emitted one, to text.
pub const CRATES: &[(&str, &str)] = &[
    (
        "my-crate/Cargo.toml",
        "[package]\nname = \"my-crate\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n\
         [dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n",
    ),
    (
        "my-crate/src/lib.rs",
        r#"use std::marker::PhantomData;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Money {
    pub amount: String,
    pub currency: Currency,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Currency {
    #[serde(rename = "EUR")]
    Eur,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename = "created")]
pub struct Created {
    pub by: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    Open,
    Paid,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Secret;

/// A type that this crate and the emitted one have by another name.
pub type Nick = String;
pub type Words = Vec<String>;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct OfOrder;

/// Written as `id-7`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id<T>(pub u32, pub PhantomData<T>);

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("id-{}", self.0))
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let number = text.strip_prefix("id-").and_then(|digits| digits.parse().ok());
        let number = number.ok_or_else(|| D::Error::custom("no id"))?;
        Ok(Self(number, PhantomData))
    }
}
"#,
    ),
    (
        "my-derive/Cargo.toml",
        "[package]\nname = \"my-derive\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n\
         [lib]\nproc-macro = true\n",
    ),
    ("my-derive/src/lib.rs", DERIVES),
    (
        "more/Cargo.toml",
        "[package]\nname = \"more\"\nversion = \"1.0.0\"\nedition = \"2024\"\n\n\
         [lib]\nproc-macro = true\n",
    ),
    ("more/src/lib.rs", DERIVES),
];

const DERIVES: &str = r#"use proc_macro::{TokenStream, TokenTree};

#[proc_macro_derive(Named)]
pub fn named(item: TokenStream) -> TokenStream {
    constant(item, "NAME")
}

#[proc_macro_derive(Other)]
pub fn other(item: TokenStream) -> TokenStream {
    constant(item, "OTHER")
}

fn constant(item: TokenStream, constant: &str) -> TokenStream {
    let mut words = item.into_iter().filter_map(|token| match token {
        TokenTree::Ident(word) => Some(word.to_string()),
        _ => None,
    });
    words.find(|word| matches!(word.as_str(), "struct" | "enum"));
    let name = words.next().unwrap();
    let code = format!("impl {name} {{ pub const {constant}: &'static str = \"{name}\"; }}");
    code.parse().unwrap()
}
"#;
