//! Small models for the tests of this module.

use crate::emit::code::{Code, printed};
use crate::model::*;

pub(crate) fn fact<T>(value: T) -> Fact<T> {
    Fact {
        value,
        rule: Rule::OnlyPage,
        evidence: Vec::new(),
    }
}

pub(crate) fn api(models: Vec<Model>) -> Api {
    Api {
        name: "shop".to_owned(),
        module: "shop".to_owned(),
        package: Default::default(),
        wire_case: fact(WireCase::AsIs),
        date_time: DateTimeType::Time,
        map: MapType::Btree,
        impls: Impls::Shared,
        not_known: Default::default(),
        models: models
            .into_iter()
            .map(|model| (model.path.clone(), model))
            .collect(),
        user_types: Default::default(),
        examples_left_out: 0,
        dependencies: Default::default(),
    }
}

pub(crate) fn model(name: &str, kind: Kind) -> Model {
    Model::new(ModelPath::new(None, name), name, kind)
}

pub(crate) fn strukt(name: &str, fields: Vec<Field>) -> Model {
    model(
        name,
        Kind::Struct(Struct {
            fields,
            extra: None,
        }),
    )
}

pub(crate) fn field(name: &str, wire_name: &str, ty: Type, presence: Presence) -> Field {
    Field {
        name: name.to_owned(),
        wire_name: fact(wire_name.to_owned()),
        ty: fact(ty),
        required: fact(presence.is_required()),
        nullable: fact(Nullability::Unknown),
        presence,
        constant: None,
        tag_beside: None,
        replaced: None,
        attributes: Vec::new(),
        docs: Docs::default(),
        examples: Vec::new(),
    }
}

pub(crate) fn example(value: serde_json::Value) -> Example {
    Example {
        value,
        at: crate::source::Location {
            file: "room.md".into(),
            line: 1,
            column: 1,
        },
    }
}

pub(crate) fn to(name: &str) -> Type {
    Type::Model(ModelPath::new(None, name))
}

pub(crate) fn color(unknown: Option<&str>) -> Model {
    let values = ["red", "green"].map(|value| EnumValue {
        name: if value == "red" { "Red" } else { "Green" }.to_owned(),
        value: value.into(),
        evidence: Vec::new(),
    });
    model(
        "Color",
        Kind::Enum(Enum {
            scalar: EnumScalar::String,
            values: values.to_vec(),
            unknown: unknown.map(str::to_owned),
            constant: false,
        }),
    )
}

pub(crate) fn access() -> Flags {
    let flag = |name: &str, bits| Flag {
        name: name.to_owned(),
        bits,
        evidence: Vec::new(),
    };
    Flags {
        flags: vec![flag("READ", 1), flag("BOTH", 9)],
    }
}

/// The items that are written, to be compared with what they should be. They are laid out as they
/// would be printed, but for what is given to a macro at the end.
pub(crate) fn items(write: impl FnOnce(&mut Code)) -> Vec<syn::Item> {
    let text = Code::file(write);
    let laid_out = text.split("\nsetters!").next().unwrap();
    assert_eq!(laid_out, printed(laid_out));
    syn::parse_file(&text).unwrap().items
}

/// An item as text.
pub(crate) fn text(item: &syn::Item) -> String {
    let tokens = quote::ToTokens::to_token_stream(item);
    prettyplease::unparse(&syn::parse2(tokens).unwrap())
}
