use crate::diagnostic::Severity;
use crate::model::{Kind, Rule};
use crate::resolve::testing::{describe, kind, messages, table};

type Keys = Vec<(String, Rule)>;

/// The keys of a model, each with its rule, and the warnings.
fn keys(pages: &[(&str, &[&str])], files: &[(&str, &str)], spec: &str) -> (Keys, Vec<String>) {
    let texts: Vec<(String, String)> = pages
        .iter()
        .map(|(title, rows)| {
            let path = format!("typescript/models/components/{}.md", title.to_lowercase());
            (path, table(title, rows))
        })
        .collect();
    let texts = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let all: Vec<_> = texts.chain(files.iter().copied()).collect();
    let (api, diagnostics) = describe(&all, spec);
    let Kind::Struct(object) = kind(&api, pages[0].0) else {
        panic!("no struct")
    };
    let fields = object.fields.iter().map(|field| &field.wire_name);
    let keys = fields.map(|key| (key.value.clone(), key.rule)).collect();
    (keys, messages(&diagnostics, Severity::Warning))
}

fn row(name: &str, ty: &str, says: &str) -> String {
    format!("| `{name}` | {ty} | :heavy_check_mark: | {says} |  |")
}

fn key(value: &str, rule: Rule) -> (String, Rule) {
    (value.to_owned(), rule)
}

#[test]
fn signs_in_front_are_kept_where_descriptions_always_have_them() {
    let rows = [
        row("guestId", "*string*", "See `guestId` and `paidBy`."),
        row("paidBy", "*string*", "N/A"),
        row("links", "*string*", "Where to go on: `_links.next`."),
        row("type", "*string*", "`$type` is not `type`."),
        row("user", "*string*", "Such as `@user`."),
        row("state", "*string*", "By `-state` or `state`."),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let other = row("name", "*string*", "Not the `user`.");
    let (keys, warnings) = keys(&[("Stay", &rows), ("Guest", &[&other])], &[], "");
    let expected = [
        key("guestId", Rule::ByWireCase),
        key("paidBy", Rule::ByWireCase),
        key("_links", Rule::KeyInText),
        key("type", Rule::ByWireCase),
        key("user", Rule::ByWireCase),
        key("state", Rule::ByWireCase),
    ];
    assert_eq!(keys, expected);
    assert_eq!(warnings, [] as [&str; 0]);
}

#[test]
fn what_several_models_show_holds_for_others() {
    let id = row("id", "*string*", "N/A");
    let rows = [id.as_str()];
    let pages = [("Stay", &rows[..]), ("Guest", &rows), ("Inn", &rows)];
    let guest = ("samples/Guest/a.json", r#"{"_id": "g"}"#);
    let inn = ("samples/Inn/a.json", r#"{"_id": "i"}"#);
    let of = |files: &[(&str, &str)]| keys(&pages, files, "").0;
    assert_eq!(of(&[guest]), [key("id", Rule::ByWireCase)]);
    assert_eq!(of(&[guest, inn]), [key("_id", Rule::KeyOfOthers)]);
    let plain = ("samples/Inn/b.json", r#"{"id": "i"}"#);
    assert_eq!(of(&[guest, inn, plain]), [key("id", Rule::ByWireCase)]);
}

#[test]
fn a_key_can_be_set_for_all_models() {
    let rows = ["id", "_id"].map(|name| row(name, "*string*", "N/A"));
    let rows = rows.each_ref().map(String::as_str);
    let spec = "[keys]\nid = \"_id\"\n";
    let set = |rows: &[&str], more: &str| keys(&[("Stay", rows)], &[], &format!("{spec}{more}")).0;
    assert_eq!(set(&rows[..1], ""), [key("_id", Rule::Set)]);
    let own = "[models.Stay.fields.id]\nwire-name = \"ID\"\n";
    assert_eq!(set(&rows[..1], own), [key("ID", Rule::Set)]);
    // A name with a sign is another.
    assert_eq!(set(&rows[1..], ""), [key("_id", Rule::ByWireCase)]);
}

/// Pages of one model in three SDKs, and their files of keys, each line `member key`.
fn of_sources(sdks: &[(&[&str], &[&str])], samples: &[(&str, &str)]) -> (Keys, Vec<String>) {
    let mut files: Vec<(String, String)> = Vec::new();
    for (at, (names, facts)) in sdks.iter().enumerate() {
        let rows: Vec<String> = names
            .iter()
            .map(|name| row(name, "*string*", "N/A"))
            .collect();
        let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
        files.push((
            format!("sdk{at}/docs/models/components/stay.md"),
            table("Stay", &rows),
        ));
        let facts = facts.iter().map(|fact| {
            let (member, key) = fact.split_once(' ').unwrap();
            format!("field\tcomponents/Stay\t{member}\t{key}\t-\tstay.go:7\n")
        });
        let facts: String = facts.collect();
        if !facts.is_empty() {
            let text = format!("kind\tmodel\tmember\tkey\tvalue\tplace\n{facts}");
            files.push((format!("sdk{at}/keys.tsv"), text));
        }
    }
    let files = files
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()));
    let all: Vec<_> = files.chain(samples.iter().copied()).collect();
    let (api, diagnostics) = describe(&all, "");
    let Kind::Struct(object) = kind(&api, "Stay") else {
        panic!("no struct")
    };
    let fields = object.fields.iter().map(|field| &field.wire_name);
    let keys = fields.map(|key| (key.value.clone(), key.rule)).collect();
    (keys, messages(&diagnostics, Severity::Warning))
}

const NONE: [&str; 0] = [];

#[test]
fn the_source_of_an_sdk_knows_the_key() {
    let sdk = (&["id", "paidBy"][..], &["id _id", "paidBy paid-by"][..]);
    let (keys, warnings) = of_sources(&[sdk], &[]);
    let expected = [
        key("_id", Rule::KeyInSource),
        key("paid-by", Rule::KeyInSource),
    ];
    assert_eq!((keys.as_slice(), warnings.len()), (&expected[..], 0));
    // A sample is stronger.
    let sample = ("samples/Stay/a.json", r#"{"id": "x", "paid-by": "y"}"#);
    let (keys, _) = of_sources(&[sdk], &[sample]);
    let expected = [
        key("id", Rule::KeyInSample),
        key("paid-by", Rule::KeyInSample),
    ];
    assert_eq!(keys, expected);
}

#[test]
fn rows_of_one_key_are_one_field_and_rows_of_two_keys_are_two() {
    let first = (&["Guid", "kind"][..], &["Guid guids", "kind kind"][..]);
    let second = (&["guids", "kind"][..], &["guids guids", "kind sort"][..]);
    let third = (&["guid"][..], &[][..]);
    let (keys, warnings) = of_sources(&[first, second, third], &[]);
    let expected = ["guids", "kind", "sort"].map(|name| key(name, Rule::KeyInSource));
    assert_eq!(keys, expected);
    assert_eq!(warnings, NONE);
    // On one page they are two, however alike, and whatever their order on another.
    let first = (&["id", "id1"][..], &["id _id", "id1 id"][..]);
    let second = (&["id", "id1"][..], &["id id", "id1 _id"][..]);
    let (keys, warnings) = of_sources(&[first, second], &[]);
    assert_eq!(keys, ["_id", "id"].map(|name| key(name, Rule::KeyInSource)));
    assert_eq!(warnings, NONE);
}

#[test]
fn most_sources_decide_and_a_tie_is_said() {
    let snake = (&["paidBy"][..], &["paidBy paid_by"][..]);
    let camel = (&["paidBy"][..], &["paidBy paidBy"][..]);
    let warning = "the sources of SDKs disagree about the key of `Stay.paidBy`";
    let (keys, warnings) = of_sources(&[snake, camel, snake], &[]);
    assert_eq!(keys, [key("paid_by", Rule::KeyInMostSources)]);
    assert_eq!(warnings, [warning]);
    let (keys, warnings) = of_sources(&[snake, camel], &[]);
    assert_eq!(keys, [key("paidBy", Rule::KeysInSourcesTie)]);
    assert!(warnings.contains(&warning.to_owned()), "{warnings:?}");
}

#[test]
fn keys_of_sources_decide_the_case_of_the_others() {
    let sdk = (
        &["paidBy", "paidAt", "lastSeen"][..],
        &["paidBy paid_by", "paidAt paid_at"][..],
    );
    let (keys, warnings) = of_sources(&[sdk], &[]);
    let seen = ["paid_by", "paid_at"].map(|name| key(name, Rule::KeyInSource));
    let derived = key("last_seen", Rule::ByWireCase);
    let expected: Vec<_> = seen.into_iter().chain([derived]).collect();
    assert_eq!((keys, warnings), (expected, Vec::new()));
}
