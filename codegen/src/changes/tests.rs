//! Changes of models that no small page has.

use super::{Change, Severity, compare, markdown};
use crate::emit::testing::{api, color, fact, field, model, strukt, to};
use crate::model::{Api, DateTimeType, Flag, Flags, Kind, Model, Presence, TagBeside, Type};

/// The changes from one set of models to another, the location left out.
fn changes(old: Vec<Model>, new: Vec<Model>) -> Vec<String> {
    let changes = compare(&[api(old)], &[api(new)]);
    let line = |change: &Change| {
        let part = change.part.as_ref();
        let part = part.map_or(String::new(), |part| format!(".{part}"));
        let model = change.model.as_deref().unwrap_or_default();
        format!("{:?} {model}{part} {}", change.severity, change.message)
    };
    changes.iter().map(line).collect()
}

/// A struct with one field.
fn of(name: &str, ty: Type, presence: Presence) -> Model {
    strukt(name, vec![field("it", "it", ty, presence)])
}

#[test]
fn a_type_breaks_reading_if_it_reads_less() {
    let list = |ty| Type::List(Box::new(ty));
    let null = |ty| Type::Nullable(Box::new(ty));
    let map = |ty| Type::Map(Box::new(ty));
    for (old, new, reads) in [
        (Type::Int32, Type::Int64, true),
        (Type::Int64, Type::Int32, false),
        (Type::Int64, Type::Number, true),
        (Type::Int64, Type::Float64, false),
        (Type::Float64, Type::Int64, false),
        (Type::DateTime, Type::String, true),
        (Type::String, Type::DateTime, false),
        (Type::Int64, Type::Snowflake, true),
        (Type::Snowflake, Type::Int64, false),
        (Type::Boolean, Type::Any, true),
        (Type::Any, Type::Boolean, false),
        (list(Type::Int32), list(Type::Int64), true),
        (list(Type::Int32), Type::Int32, false),
        (list(Type::Int32), list(null(Type::Int32)), true),
        (list(null(Type::Int32)), list(Type::Int32), false),
        (map(Type::Int32), list(Type::Int32), false),
        (Type::String, to("Color"), true),
        (to("Color"), Type::String, true),
        (to("Closed"), Type::String, true),
        (Type::String, to("Closed"), false),
        (to("Color"), Type::Int64, false),
        (to("Small"), to("Large"), true),
        (to("Large"), to("Small"), true),
        (to("Small"), to("Strict"), false),
        (list(to("Small")), map(to("Small")), false),
    ] {
        let others = || {
            let mut closed = color(None);
            closed.path = crate::model::ModelPath::new(None, "Closed");
            let id = || field("id", "id", Type::String, Presence::Required);
            let more = |presence| field("more", "more", Type::String, presence);
            vec![
                color(Some("Other")),
                closed,
                strukt("Small", vec![id()]),
                strukt("Large", vec![id(), more(Presence::Optional)]),
                strukt("Strict", vec![id(), more(Presence::Required)]),
            ]
        };
        let with = |ty: &Type| {
            let mut models = others();
            models.push(of("Room", ty.clone(), Presence::Required));
            models
        };
        let found = changes(with(&old), with(&new));
        let word = if reads {
            "BreaksBuilding Room.it is"
        } else {
            "BreaksReading Room.it is"
        };
        assert!(
            found.len() == 1 && found[0].starts_with(word),
            "{old:?} {new:?} {found:?}"
        );
    }
}

#[test]
fn an_enum_that_refuses_is_another_than_one_that_keeps() {
    let closed = || vec![color(None)];
    let open = || vec![color(Some("Other"))];
    let fewer = |mut models: Vec<Model>| {
        if let Kind::Enum(it) = &mut models[0].kind {
            it.values.pop();
        }
        models
    };
    assert_eq!(changes(open(), open()), [""; 0]);
    assert_eq!(
        changes(open(), closed()),
        ["BreaksReading Color refuses other values now"]
    );
    assert_eq!(
        changes(closed(), open()),
        ["BreaksBuilding Color keeps other values now"]
    );
    assert_eq!(
        changes(closed(), fewer(closed())),
        ["BreaksReading Color.Green is gone: `\"green\"`"]
    );
    assert_eq!(
        changes(open(), fewer(open())),
        ["BreaksBuilding Color.Green is gone: `\"green\"`"]
    );
    assert_eq!(
        changes(fewer(closed()), closed()),
        ["BreaksBuilding Color.Green is new: `\"green\"`"]
    );
    assert_eq!(
        changes(fewer(open()), open()),
        ["Adds Color.Green is new: `\"green\"`"]
    );
}

#[test]
fn flags_keep_their_bits() {
    let flags = |flags: &[(&str, u64)]| {
        let flags = flags.iter().map(|(name, bits)| Flag {
            name: (*name).to_owned(),
            bits: *bits,
            evidence: Vec::new(),
        });
        vec![model(
            "Marks",
            Kind::Flags(Flags {
                flags: flags.collect(),
            }),
        )]
    };
    let old = [("READ", 1), ("WRITE", 2), ("GONE", 4)];
    let new = [("READ", 1), ("WRITE", 8), ("RUN", 4)];
    assert_eq!(
        changes(flags(&old), flags(&new)),
        [
            "BreaksReading Marks.WRITE is 0x8, was 0x2",
            "Adds Marks.RUN is new",
            "BreaksBuilding Marks.GONE is gone",
        ]
    );
}

#[test]
fn keys_presence_and_null_are_told_apart() {
    let one = |name: &str, key: &str, presence| {
        vec![strukt(
            "Room",
            vec![field(name, key, Type::String, presence)],
        )]
    };
    let required = || one("it", "it", Presence::Required);
    assert_eq!(
        changes(required(), one("it", "that", Presence::Required)),
        ["BreaksReading Room.it has the key `that`, had `it`"]
    );
    assert_eq!(
        changes(required(), one("that", "it", Presence::Required)),
        ["BreaksBuilding Room.that is the new name of `it`"]
    );
    assert_eq!(
        changes(required(), one("it", "it", Presence::Optional)),
        ["BreaksBuilding Room.it may be absent now: is `Option<String>`, was `String`"]
    );
    assert_eq!(
        changes(one("it", "it", Presence::Optional), required()),
        ["BreaksReading Room.it is required now: is `String`, was `Option<String>`"]
    );
    let number = vec![of("Room", Type::Int64, Presence::Optional)];
    assert_eq!(
        changes(required(), number),
        [
            "BreaksReading Room.it is `i64`, was `String`",
            "BreaksBuilding Room.it may be absent now: is `Option<i64>`, was `String`",
        ]
    );
    assert_eq!(
        changes(required(), one("a", "`b`", Presence::Optional)),
        ["Adds Room.a is new", "BreaksBuilding Room.it is gone"]
    );
}

#[test]
fn apis_come_and_go_and_no_key_leaves_its_code() {
    let named = |name: &str, key: &str| -> Api {
        let room = strukt(
            "Room",
            vec![field("it", key, Type::String, Presence::Required)],
        );
        Api {
            name: name.to_owned(),
            ..api(vec![room])
        }
    };
    let old = [named("a", "x"), named("b", "x")];
    let new = [named("b", "`y`"), named("c", "x")];
    let found = compare(&old, &new);
    assert_eq!(
        markdown(&found),
        "# a\n\n## Breaks building\n\n- the API is gone\n\n\
         # b\n\n## Breaks reading\n\n- `Room.it` has the key `` `y` ``, had `x`\n\n\
         # c\n\n## Adds\n\n- the API is new"
    );
    assert!(
        found
            .iter()
            .all(|change| change.severity != Severity::OnlyDocs)
    );
}

#[test]
fn a_date_that_is_text_is_the_same_text() {
    let of_text = |ty| Api {
        date_time: DateTimeType::String,
        ..api(vec![of("Room", ty, Presence::Required)])
    };
    let same = compare(&[of_text(Type::Date)], &[of_text(Type::DateTime)]);
    assert_eq!(same, []);
    let typed = api(vec![of("Room", Type::Date, Presence::Required)]);
    assert_eq!(
        compare(&[of_text(Type::Date)], &[typed])[0].severity,
        Severity::BreaksReading
    );
}

#[test]
fn what_tells_a_variant_from_beside_is_compared() {
    let room = |key: &str| {
        let mut it = field("it", "it", Type::Any, Presence::Required);
        it.tag_beside = Some(Box::new(fact(TagBeside {
            key: key.to_owned(),
            values: Default::default(),
        })));
        vec![strukt("Room", vec![it])]
    };
    assert_eq!(changes(room("kind"), room("kind")), [""; 0]);
    let found = changes(room("kind"), room("type"));
    assert_eq!(
        found,
        ["BreaksReading Room.it is told by another key or other texts beside it"]
    );
}
