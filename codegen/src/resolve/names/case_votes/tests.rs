use crate::diagnostic::Severity;
use crate::model::{Rule, WireCase};
use crate::resolve::testing::{describe, messages, table};

/// The case, its rule and how many warnings there are; each page is a title and its rows.
fn decided(folder: &str, pages: &[(&str, &[&str])], values: &[&str]) -> (WireCase, Rule, usize) {
    let mut texts: Vec<(String, String)> = Vec::new();
    for (title, rows) in pages {
        texts.push((format!("{folder}/{title}.md"), table(title, rows)));
    }
    let values: Vec<String> = values
        .iter()
        .map(|value| format!("| `X` | {value} |"))
        .collect();
    let sorts = format!(
        "# Sort\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{}\n",
        values.join("\n")
    );
    if !values.is_empty() {
        texts.push((format!("{folder}/Sort.md"), sorts));
    }
    let pages: Vec<_> = texts
        .iter()
        .map(|(path, text)| (path.as_str(), text.as_str()))
        .collect();
    let (api, diagnostics) = describe(&pages, "");
    let warnings = messages(&diagnostics, Severity::Warning);
    (api.wire_case.value, api.wire_case.rule, warnings.len())
}

const CSHARP: &str = "csharp/docs/Models/Components";
/// A row that C# alone has.
const LABELS: &str = "| `Labels` | Dictionary<String, *string*> | :heavy_minus_sign: | N/A |  |";

#[test]
fn keys_of_free_form_maps_do_not_vote() {
    let labels = r#"| `Labels` | Dictionary<String, *string*> | :heavy_minus_sign: | Like {"guest_name": "x"}. | {"guest_name": "Ann", "paid_by": "Bo"} |"#;
    let guest = "| `GuestName` | *string* | :heavy_check_mark: | N/A |  |";
    let payer = "| `PaidBy` | *string* | :heavy_minus_sign: | N/A |  |";
    let stay = ("Stay", &[guest, payer, labels][..]);
    let expected = (WireCase::Camel, Rule::NoKeyShown, 1);
    assert_eq!(decided(CSHARP, &[stay], &[]), expected);
    let spans = "| `Full` | *bool* | :heavy_check_mark: | No `guestName`, no `paidBy`. |  |";
    let inn = ("Inn", &[spans][..]);
    let rule = Rule::MostNames { ayes: 2, noes: 0 };
    let expected = (WireCase::Camel, rule, 0);
    assert_eq!(decided(CSHARP, &[stay, inn], &[]), expected);
}

#[test]
fn a_field_votes_once_however_often_its_key_is_shown() {
    let stay = r"| `Stay` | [Stay](../../Models/Components/Stay.md) | :heavy_check_mark: | N/A | {"
        .to_owned();
    let shown = |key: &str| format!("{stay}\"{key}\": 1}} |");
    let rows = [shown("guest_name"), shown("guest_name"), shown("paidBy")];
    let rows: Vec<String> = rows
        .iter()
        .enumerate()
        .map(|(at, row)| row.replacen("Stay", &format!("Stay{at}"), 1))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let fields = [
        "| `GuestName` | *long* | :heavy_minus_sign: | N/A |  |",
        "| `PaidBy` | *long* | :heavy_minus_sign: | N/A |  |",
        "| `PaidAt` | *long* | :heavy_minus_sign: | N/A |  |",
        LABELS,
    ];
    let pages = [("Inn", rows.as_slice()), ("Stay", fields.as_slice())];
    let rule = Rule::EvenVotes { ayes: 1, noes: 1 };
    assert_eq!(decided(CSHARP, &pages, &[]), (WireCase::Camel, rule, 1));
}

#[test]
fn values_that_are_names_of_fields_vote() {
    let rows = [
        "| `PaidAt` | *string* | :heavy_check_mark: | N/A |  |",
        "| `LastSeen` | *string* | :heavy_check_mark: | N/A |  |",
        "| `RefreshToken` | *string* | :heavy_minus_sign: | N/A |  |",
        "| `AccessToken` | *string* | :heavy_minus_sign: | N/A |  |",
        LABELS,
    ];
    let pages = [("Stay", rows.as_slice())];
    let sorts = ["paid_at", "-paid_at", "-last_seen"];
    let rule = Rule::MostNames { ayes: 2, noes: 0 };
    assert_eq!(decided(CSHARP, &pages, &sorts), (WireCase::Snake, rule, 0));
    let nothing = (WireCase::Camel, Rule::NoKeyShown, 1);
    let grants = ["refresh_token", "access_token"];
    assert_eq!(decided(CSHARP, &pages, &grants), nothing);
    // One may be met by chance, and words with hyphens are no keys.
    assert_eq!(decided(CSHARP, &pages, &["paid_at", "-paid_at"]), nothing);
    assert_eq!(decided(CSHARP, &pages, &["paid-at", "last-seen"]), nothing);
}

#[test]
fn names_of_one_word_need_no_case() {
    let pages = [(
        "Stay",
        &["| `ID` | *string* | :heavy_check_mark: | N/A |  |", LABELS][..],
    )];
    let expected = (WireCase::Camel, Rule::NoKeyShown, 0);
    assert_eq!(decided(CSHARP, &pages, &[]), expected);
}
