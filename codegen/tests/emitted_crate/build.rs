//! Short ways to write models.

use fieldtable::model::*;
use fieldtable::source::Location;
use serde_json::Value;

pub fn fact<T>(value: T) -> Fact<T> {
    Fact {
        value,
        rule: Rule::OnlyPage,
        evidence: Vec::new(),
    }
}

pub fn at(file: &str) -> Location {
    Location {
        file: file.into(),
        line: 1,
        column: 1,
    }
}

pub fn api(module: &str, models: Vec<Model>) -> Api {
    Api {
        name: module.to_owned(),
        module: module.to_owned(),
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
        package: Default::default(),
    }
}

pub fn model(path: &str, kind: Kind) -> Model {
    let path = path.rsplit_once("::").map_or_else(
        || ModelPath::new(None, path),
        |(module, name)| ModelPath::new(Some(module), name),
    );
    let name = path.name().to_owned();
    let mut model = Model::new(path, &name, kind);
    model.evidence.push(Evidence {
        at: at(&format!("specs/test/{name}.md")),
        says: "a page".to_owned(),
        won: true,
    });
    model
}

pub fn strukt(path: &str, fields: Vec<Field>) -> Model {
    model(
        path,
        Kind::Struct(Struct {
            fields,
            extra: None,
        }),
    )
}

pub fn alias(path: &str, ty: Type) -> Model {
    model(path, Kind::Alias(Alias { ty }))
}

pub fn text_enum(path: &str, values: &[(&str, &str)], unknown: Option<&str>) -> Model {
    let values = values
        .iter()
        .map(|(name, value)| EnumValue {
            name: (*name).to_owned(),
            value: Value::from(*value),
            evidence: Vec::new(),
        })
        .collect();
    model(
        path,
        Kind::Enum(Enum {
            scalar: EnumScalar::String,
            values,
            unknown: unknown.map(str::to_owned),
            constant: false,
        }),
    )
}

pub fn integer_enum(path: &str, values: &[(&str, i64)], unknown: Option<&str>) -> Model {
    let values = values
        .iter()
        .map(|(name, value)| EnumValue {
            name: (*name).to_owned(),
            value: Value::from(*value),
            evidence: Vec::new(),
        })
        .collect();
    model(
        path,
        Kind::Enum(Enum {
            scalar: EnumScalar::Integer,
            values,
            unknown: unknown.map(str::to_owned),
            constant: false,
        }),
    )
}

pub fn flags(path: &str, flags: &[(&str, u64)]) -> Model {
    let flags = flags.iter().map(|(name, bits)| Flag {
        name: (*name).to_owned(),
        bits: *bits,
        evidence: Vec::new(),
    });
    let flags = flags.collect();
    model(path, Kind::Flags(Flags { flags }))
}

pub fn union(path: &str, tag: Option<&str>, variants: Vec<(&str, Type, WireShape)>) -> Model {
    let variants = variants
        .into_iter()
        .map(|(name, ty, shape)| Variant {
            name: name.to_owned(),
            ty,
            shape,
            evidence: Vec::new(),
        })
        .collect();
    model(
        path,
        Kind::Union(Union {
            variants,
            unknown: "Unknown".to_owned(),
            tag: tag.map(|path| {
                fact(Tag {
                    path: path.split('.').map(str::to_owned).collect(),
                    recased: false,
                })
            }),
        }),
    )
}

pub fn object(tags: &[&str], required: &[&str], optional: &[&str]) -> WireShape {
    let owned = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    WireShape::Object {
        tags: tags.iter().map(|tag| Value::from(*tag)).collect(),
        required: owned(required),
        optional: owned(optional),
    }
}

pub fn texts(values: &[&str], others: bool) -> WireShape {
    WireShape::Texts {
        values: values.iter().map(|value| (*value).to_owned()).collect(),
        others,
    }
}

pub fn of(path: &str) -> Type {
    Type::Model(model(path, Kind::Alias(Alias { ty: Type::Any })).path)
}

pub fn list(ty: Type) -> Type {
    Type::List(Box::new(ty))
}

pub fn map(ty: Type) -> Type {
    Type::Map(Box::new(ty))
}

pub fn nullable(ty: Type) -> Type {
    Type::Nullable(Box::new(ty))
}

pub fn boxed(ty: Type) -> Type {
    Type::Boxed(Box::new(ty))
}

pub fn field(name: &str, ty: Type, presence: Presence) -> Field {
    let (required, nullability) = match presence {
        Presence::Required => (true, Nullability::No),
        Presence::RequiredNullable => (true, Nullability::Yes),
        Presence::Optional => (false, Nullability::Unknown),
        Presence::OptionalNullable => (false, Nullability::Yes),
    };
    Field {
        name: name.to_owned(),
        wire_name: fact(name.trim_start_matches("r#").to_owned()),
        ty: fact(ty),
        required: fact(required),
        nullable: fact(nullability),
        presence,
        constant: None,
        tag_beside: None,
        replaced: None,
        attributes: Vec::new(),
        docs: Docs::default(),
        examples: Vec::new(),
    }
}

pub fn required(name: &str, ty: Type) -> Field {
    field(name, ty, Presence::Required)
}

pub fn optional(name: &str, ty: Type) -> Field {
    field(name, ty, Presence::Optional)
}

pub fn described(mut field: Field, text: &str) -> Field {
    field.docs.description = Some(text.into());
    field
}

pub fn deprecated(mut field: Field, note: &str) -> Field {
    field.docs.deprecated = Some(note.to_owned());
    field
}

pub fn constant(mut field: Field, value: Value) -> Field {
    field.constant = Some(Box::new(fact(value)));
    field
}

pub fn example(mut field: Field, value: Value) -> Field {
    field.examples.push(Example {
        value,
        at: at("specs/test/page.md"),
    });
    field
}

pub fn wire(mut field: Field, name: &str) -> Field {
    field.wire_name = fact(name.to_owned());
    field
}

/// A field whose union `key` tells: texts with indices of variants.
pub fn told(field: Field, key: &str, values: &[(&str, usize)]) -> Field {
    let values = values.iter().map(|(text, at)| ((*text).to_owned(), *at));
    let tag = TagBeside {
        key: key.to_owned(),
        values: values.collect(),
    };
    Field {
        tag_beside: Some(Box::new(fact(tag))),
        ..field
    }
}
