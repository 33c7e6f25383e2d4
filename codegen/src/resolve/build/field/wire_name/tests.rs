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
