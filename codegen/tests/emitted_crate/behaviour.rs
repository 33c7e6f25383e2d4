//! What the emitted models do beyond round trips.
#![cfg(feature = "hostile")]
#![allow(clippy::approx_constant)]

// A namespace of the docs is called `required`.
use generated::hostile::{required_ as required, *};
use generated::{Maybe, Value};
use serde_json::{from_str, json, to_string};

fn error<T: serde::de::DeserializeOwned>(json: &str) -> std::string::String {
    from_str::<T>(json)
        .err()
        .map(|error| error.to_string())
        .unwrap()
}

#[test]
fn a_required_nullable_field_must_be_there_and_is_written_as_null() {
    assert!(error::<WithExtra>(r#"{"id":1}"#).contains("missing field `m`"));
    let read: WithExtra = from_str(r#"{"id":1,"m":null,"new":[1]}"#).unwrap();
    assert_eq!(read.m, None);
    assert_eq!(read.additional.get("new"), Some(&json!([1])));
    assert_eq!(to_string(&read).unwrap(), r#"{"id":1,"m":null,"new":[1]}"#);
}

#[test]
fn a_required_alias_of_a_nullable_type_must_be_there() {
    let full = to_string(&json!({"id": "x"})).unwrap();
    let read: generated::hostile::Option = from_str(&full).unwrap();
    assert_eq!(read.maybe, Maybe::Absent);
    assert!(error::<Prequired>("{}").contains("missing field"));
}

#[test]
fn absent_null_and_a_value_are_three_things() {
    for (json, maybe) in [
        (r#"{"id":"x"}"#, Maybe::Absent),
        (r#"{"id":"x","maybe":null}"#, Maybe::Null),
        (r#"{"id":"x","maybe":{}}"#, Maybe::Value([].into())),
    ] {
        let read: generated::hostile::Option = from_str(json).unwrap();
        assert_eq!(read.maybe, maybe);
        assert_eq!(to_string(&read).unwrap(), json);
    }
    assert_eq!(Maybe::<i32>::from(None), Maybe::Null);
    assert_eq!(Maybe::Value(3).map(|n| n + 1).into_option(), Some(4));
    assert_eq!(Maybe::<i32>::default(), Maybe::Absent);
    let text = Maybe::Value(std::string::String::from("x"));
    assert_eq!(text.as_deref(), Maybe::Value("x"));
    assert_eq!(text.as_ref().cloned(), text);
    assert_eq!(Maybe::<std::string::String>::from("x"), text);
    assert!(text.is_value_and(|text| text == "x"));
    assert_eq!(std::option::Option::from(Maybe::<i32>::Null), None::<i32>);
    assert_eq!(Maybe::Null.unwrap_or_else(|| 3), 3);
    assert_eq!(
        Maybe::Value(3).and_then(|_| Maybe::<i32>::Null),
        Maybe::Null
    );
    assert_eq!(Maybe::<i32>::Absent.ok_or("none"), Err("none"));
    let mut count = Maybe::Null;
    *count.get_or_insert_with(|| 1) += 1;
    assert_eq!(count.replace(5), Maybe::Value(2));
    *count.insert(6) += 1;
    assert_eq!(count, Maybe::Value(7));
}

#[test]
fn an_unknown_value_is_kept_and_given_back() {
    let read: Color = from_str(r#""b\u00e9ige""#).unwrap();
    assert_eq!(read, Color::UnknownValue("b\u{e9}ige".into()));
    assert_eq!(read.as_str(), "b\u{e9}ige");
    assert_eq!(Color::from("red"), Color::Red);
    assert_eq!("red".parse(), Ok(Color::Red));
    assert_eq!(format!("[{:>5}]", Color::Red), "[  red]");
    let status: Status = from_str("-5").unwrap();
    assert_eq!(status, Status::Unknown(-5));
    assert_eq!(Status::from(307), Status::N307);
    assert!(error::<Status>("18446744073709551615").contains("18446744073709551615"));
    assert!(error::<Status>("1.5").contains("expected i64"));
}

#[test]
fn a_closed_enum_names_the_value_and_its_own() {
    assert!(error::<Closed>(r#""c""#).contains(r#"Closed has no value "c", only "a", "b""#));
    assert_eq!(Closed::try_from("b").unwrap(), Closed::B);
    assert!(ClosedStatus::try_from(2).is_err());
}

#[test]
fn a_union_is_decided_by_what_is_seen() {
    let decided = |json: &str| from_str::<Scalars>(json).unwrap();
    assert!(matches!(decided("null"), Scalars::Nothing(None)));
    assert!(matches!(
        decided("9007199254740993"),
        Scalars::Whole(9_007_199_254_740_993)
    ));
    assert!(matches!(decided("1.5"), Scalars::Float(_)));
    assert!(matches!(decided(r#""2024-02-29""#), Scalars::Day(_)));
    assert!(matches!(
        decided(r#""2024-02-29T00:00:00Z""#),
        Scalars::Instant(_)
    ));
    assert!(matches!(decided(r#""red""#), Scalars::Named(Color::Red)));
    assert!(matches!(decided(r#""other""#), Scalars::Text(_)));
    assert!(matches!(decided(r#"["a"]"#), Scalars::Words(_)));
    assert!(matches!(decided("[1]"), Scalars::Numbers(_)));
    assert!(matches!(decided("[{}]"), Scalars::Unknown(Value::Array(_))));
    assert!(matches!(
        from_str(r#"{"b":1,"c":"x"}"#).unwrap(),
        ByKey::B(_)
    ));
    assert!(matches!(
        from_str(r#"{"type":"oval"}"#).unwrap(),
        Shape2::Unknown(_)
    ));
    assert_eq!(Scalars::from("x"), Scalars::Text("x".into()));
    assert_eq!(decided(r#""other""#).as_text(), Some("other"));
    assert_eq!(decided("true").as_flag(), Some(true));
    assert_eq!(decided(r#"["a"]"#).as_words(), Some(&["a".into()][..]));
    assert_eq!(decided("true").as_words(), None);
    assert!(matches!(
        Shape2::from(Square::new(Some("rect".into()))),
        Shape2::Square(_)
    ));
}

#[test]
fn constants_are_filled_in() {
    let made = to_string(&Constants::new(1.5)).unwrap();
    let read: Value = from_str(&made).unwrap();
    assert_eq!(
        read,
        json!({"kind": "const", "flag": true, "n": -3, "m": 3, "f": 3.14, "g": -0.1, "h": 3.14, "i": 1.5, "s": "x\"y", "nk": "const"})
    );
    assert_eq!(Constants::default().kind, KindConst::Const);
    assert!(Constants::default().flag);
}

#[test]
fn structs_are_built_by_new_and_setters() {
    let tree = || {
        Tree::new(required::Tree {
            children: vec![],
            by_name: [].into(),
        })
    };
    let tree = tree().with_parent(tree());
    assert!(tree.parent.is_some_and(|parent| parent.children.is_empty()));
    let read: Derives = from_str(r#"{"a":1}"#).unwrap();
    assert_eq!(read, Derives::new(1));
    assert_eq!(Derives::new(1).with_b(true).b, Maybe::Value(true));
    assert_eq!(Derives::default(), Derives::new(0));
}

#[test]
fn numbers_and_times_go_back_as_they_came() {
    for json in [
        "3",
        "0.5",
        "3.0",
        "18446744073709551615",
        "-9223372036854775808",
        "1e300",
    ] {
        let number: generated::Number = from_str(json).unwrap();
        assert_eq!(number.to_string(), to_string(&number).unwrap());
        let again: Value = from_str(&to_string(&number).unwrap()).unwrap();
        assert_eq!(again, from_str::<Value>(json).unwrap());
    }
    for json in [
        r#""2024-02-29T12:30:45.5+02:00""#,
        r#""2024-01-01T00:00:00Z""#,
    ] {
        assert_eq!(
            to_string(&from_str::<generated::DateTime>(json).unwrap()).unwrap(),
            json
        );
    }
    assert!(error::<generated::Date>(r#""2024-02-30""#).contains("`2024-02-30` is no date"));
}

#[test]
fn keys_that_are_alike_are_told_apart() {
    let keys = [
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
    let fields = (0..70).map(|at| format!("field_{at}"));
    let keys = keys
        .map(std::string::String::from)
        .into_iter()
        .chain(fields);
    let object: serde_json::Map<_, _> = keys.zip(0..).map(|(key, at)| (key, at.into())).collect();
    assert_eq!(object.len(), 98);
    let json = Value::Object(object);
    let read: Alike = serde_json::from_value(json.clone()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), json);
    let read: Alike = from_str(&json.to_string()).unwrap();
    assert_eq!(serde_json::to_value(&read).unwrap(), json);
    let none: Alike = from_str(r#"{"abcdefghijklmnopx":1,"abx":2,"":3}"#).unwrap();
    assert_eq!(serde_json::to_string(&none).unwrap(), "{}");
    let twice = error::<Alike>(r#"{"field_69":1,"field_69":2}"#);
    assert!(twice.contains("duplicate field `field_69`"), "{twice}");
}

#[test]
fn ids_and_flags_are_read_kept_and_written() {
    let json = r#"{"id":7,"owner":"007","was":null,"guests":["1",null,2],"access":11,"either":9}"#;
    let ids: Ids = from_str(json).unwrap();
    assert_eq!(ids.id, 7.into());
    assert!(ids.access.contains(Access::BOTH) && !ids.access.contains(Access::LAST));
    assert_eq!(format!("{:?}", ids.access), "Access(READ | WRITE | 0x2)");
    let written =
        r#"{"id":"7","owner":"007","was":null,"guests":["1",null,"2"],"access":11,"either":9}"#;
    assert_eq!(to_string(&ids).unwrap(), written);
    let made = Ids::new(required::Ids {
        id: "7".into(),
        was: None,
        access: Access::READ | Access::WRITE,
    });
    assert_eq!(
        to_string(&made).unwrap(),
        r#"{"id":"7","was":null,"access":9}"#
    );
    assert_eq!(
        to_string(&IdOrNumber::from(Access::LAST)).unwrap(),
        "9223372036854775808"
    );
    assert_eq!(Whole::ALL, Whole::all());
    assert_eq!(NoFlags::from_bits(3).unknown().bits(), 3);
}

#[test]
fn a_key_beside_a_union_says_which_variant_it_is() {
    for json in [
        r#"{"type":"ignored","r#type":"po\"st","target":{},"or_null":{"to":"a"},"by":"fax","copies":[{}]}"#,
        r#"{"copies":[{}],"target":{},"or_null":{"to":"a"},"by":"fax","r#type":"po\"st"}"#,
    ] {
        let sent: Sent = from_str(json).unwrap();
        assert!(matches!(sent.target, Target::Post(_)), "{json}");
        assert!(matches!(sent.or_null.as_deref(), Some(Target::Post(_))));
        assert!(matches!(sent.copies.as_deref(), Some([Target::Fax(_)])));
    }
    let lost: Sent =
        from_str(r#"{"r#type":"lost","target":{"stamp":1},"or_null":null,"by":""}"#).unwrap();
    assert!(matches!(lost.target, Target::Post(_)));
    let absent: Sent = from_str(r#"{"target":{"stamp":1},"or_null":null,"by":""}"#).unwrap();
    assert_eq!(absent.target, lost.target);
    let pigeon: Sent =
        from_str(r#"{"target":{"stamp":1},"or_null":null,"by":"","r#type":"pigeon"}"#).unwrap();
    assert!(matches!(pigeon.target, Target::Any(_)));
    let dispatch: Dispatch = from_str(r#"{"target":{},"kind":"sent","way":"po\"st"}"#).unwrap();
    let Dispatch::Sent(sent) = dispatch else {
        panic!("sent");
    };
    assert!(matches!(sent.target, Target::Post(_)));
    let found = error::<SentKind>(r#"{"target":{"stamp":""},"way":"po\"st"}"#);
    assert!(found.contains("union Target read as Post"), "{found}");
}
