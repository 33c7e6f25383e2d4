//! Cells of the forms that references have; the profile is one of these tests.

use super::*;
use crate::dialect::reference::profile::pattern::{Pattern, Patterns};
use crate::dialect::reference::profile::words::Words;
use crate::dialect::reference::profile::{RuleType, TypeRule, WordType};
use crate::page::{Block, Site, parse_site};
use crate::source::{Files, SourceFile};

fn profile() -> Profile {
    let mut profile = Profile::default();
    let types = &mut profile.types;
    for (word, ty) in [
        ("string", WordType::String),
        ("timestamp", WordType::DateTime),
        ("integer", WordType::Int),
        ("int64", WordType::Int),
        ("number", WordType::Number),
        ("boolean", WordType::Bool),
        ("object", WordType::Object),
        ("array", WordType::List),
        ("json value", WordType::Any),
        ("null", WordType::Null),
        ("file", WordType::NotJson),
        ("-", WordType::None),
        ("文字列", WordType::String),
    ] {
        types.words.insert(word.to_owned(), ty);
    }
    for (template, is) in [
        ("array of {}", RuleType::List),
        ("list of {}", RuleType::List),
        ("array[{}]", RuleType::List),
        ("array<{}>", RuleType::List),
        ("list<{}>", RuleType::List),
        ("[{}]", RuleType::List),
        ("{}[]", RuleType::List),
        ("{} array", RuleType::List),
        ("map[{}, {}]", RuleType::Map),
        ("map<{}, {}>", RuleType::Map),
        ("map from {} to {}", RuleType::Map),
        ("dictionary with keys in *", RuleType::Map),
        ("option[{}]", RuleType::Nullable),
        ("?{}", RuleType::Nullable),
        ("{} struct", RuleType::Same),
        ("{} object", RuleType::Same),
        ("* array of {}", RuleType::List),
        ("{} - *", RuleType::Same),
        ("foreign id *", RuleType::Fixed(WordType::String)),
    ] {
        let template = template.to_owned();
        types.rules.push(TypeRule { template, is });
    }
    types.union = [" | ", "|", " or ", " / ", "␤"].map(str::to_owned).to_vec();
    types.strip = patterns(&["^(?:an?|the|one of) ", "^up to [0-9]+ "]);
    types.no_type = patterns(&[r"\W*(required|deprecated|optional)\b.*"]);
    types.in_text = patterns(&[r"^(?:an? )?(string|array of strings)\b"]);
    types.tails = words(&["object", "enum", "value", "structure"]);
    types.id_tails = words(&["ids", "object ids"]);
    types.partial = words(&["partial"]);
    profile.presence.yes_in_type = patterns(&[r"\brequired\b"]);
    profile.presence.no_in_type = patterns(&[r"\boptional\b"]);
    profile
}

fn patterns(written: &[&str]) -> Patterns {
    let patterns = written.iter().map(|written| Pattern::new(written).unwrap());
    Patterns(patterns.collect())
}

fn words(list: &[&str]) -> Words {
    let mut words = Words::default();
    list.iter().for_each(|word| words.add(word));
    words
}

fn cell(text: &str) -> TypeReading {
    let mut files = Files::default();
    let page = format!("| Type | x |\n|-|-|\n| {text} | |\n\n[Moment]: #moment\n");
    let id = files.add(SourceFile::new("t.md", page));
    let page = parse_site(&files, id, &Site::default());
    let Some(Block::Table(table)) = page.intro.first() else {
        panic!("no table: {page:?}");
    };
    let cell = &table.rows[0].cells[0];
    TypeCells::new(&profile()).read(&cell.inlines, cell.place)
}

/// A type in a short form.
fn print(ty: &Ty) -> String {
    let all = |types: &[Ty], sep: &str| types.iter().map(print).collect::<Vec<_>>().join(sep);
    match ty {
        Ty::Scalar(scalar) => scalar.to_string(),
        Ty::Const(Const::String(text)) => format!("{text:?}"),
        Ty::Const(Const::Number(text)) => text.clone(),
        Ty::Const(Const::Boolean(is)) => is.to_string(),
        Ty::List(inner) => format!("[{}]", print(inner)),
        Ty::Tuple(types) => format!("({})", all(types, ", ")),
        Ty::Map(inner) => format!("{{{}}}", print(inner)),
        Ty::Nullable(inner) => format!("{}?", print(inner)),
        Ty::Union(members) => all(members, " | "),
        Ty::Object => "object".to_owned(),
        Ty::Any => "any".to_owned(),
        Ty::Null => "null".to_owned(),
        Ty::NotJson => "no JSON".to_owned(),
        Ty::Link(link) => {
            let partial = if link.is_partial { "partial " } else { "" };
            let id = if link.is_id { "id of " } else { "" };
            let or_else = link.or_else.as_ref();
            let or_else = or_else.map(|ty| format!(" else {}", print(ty)));
            let (text, target) = (&link.text, &link.target);
            let or_else = or_else.unwrap_or_default();
            format!("<{partial}{id}{text} {target}{or_else}>")
        }
        Ty::Named(named) => {
            let partial = if named.is_partial { "partial " } else { "" };
            let or_else = named.or_else.as_ref();
            let or_else = or_else.map(|ty| format!(" else {}", print(ty)));
            format!("<{partial}{}{}>", named.name, or_else.unwrap_or_default())
        }
    }
}

fn read(text: &str) -> String {
    cell(text).ty.as_ref().map_or("-".to_owned(), print)
}

#[track_caller]
fn all(cases: &[(&str, &str)]) {
    let read = cases
        .iter()
        .map(|(text, _)| format!("{text} -> {}", read(text)));
    let expected = cases.iter().map(|(text, ty)| format!("{text} -> {ty}"));
    assert_eq!(read.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
}

#[test]
fn words_are_read_without_case_markup_and_plural() {
    all(&[
        ("String", "string"),
        ("`integer`", "integer"),
        ("_**Strings**_", "string"),
        ("an integer", "integer"),
        ("JSON&nbsp;value", "any"),
        ("文字列", "string"),
        ("int64", "int64"),
        ("hexadecimal string", "string"),
        ("string value", "string"),
        ("-", "-"),
        ("", "-"),
        ("?!", "-"),
        ("file", "no JSON"),
        ("array", "[any]"),
        ("string \\*", "string"),
        ("string [1]", "string"),
    ]);
    assert_eq!(cell("`Strings`").cue, "word `string`");
    assert_eq!(cell("-").cue, "word `-`");
    assert_eq!(cell("").cue, "");
}

/// Trap 15.
#[test]
fn lists_have_many_spellings() {
    all(&[
        ("array of strings", "[string]"),
        ("array of Rooms", "[<Rooms>]"),
        ("[Room]", "[<Room>]"),
        ("\\[Room]", "[<Room>]"),
        ("[[Room](#room)]", "[<Room #room>]"),
        ("Room[]", "[<Room>]"),
        ("integer array", "[integer]"),
        ("(integer) array", "[integer]"),
        ("Array&lt;Room&gt;", "[<Room>]"),
        ("array&ltRoom&gt", "[<Room>]"),
        ("List<Room>", "[<Room>]"),
        ("`Array<string>`", "[string]"),
        ("array[array[string]", "[[string]]"),
        ("list of up to 5 strings", "[string]"),
        (
            "array of room-like [room](#room) objects",
            "[<room #room else object>]",
        ),
        ("array of array of rooms", "[[<rooms>]]"),
        (
            "[array of room objects](#room)",
            "[<room #room else object>]",
        ),
        ("\\[\\[number]]", "[[number]]"),
    ]);
}

/// Trap 16.
#[test]
fn a_list_of_tuples_is_no_link() {
    all(&[
        ("[string, number][]", "[(string, number)]"),
        ("array[integer, string]", "(integer, string)"),
        ("[Moment][]", "<Moment #moment>"),
        ("[Gone Moment][]", "<Gone Moment>"),
        ("string - [Gone Moment][]", "string"),
        ("[string][]", "[[string]]"),
    ]);
}

/// Trap 17.
#[test]
fn bars_in_brackets_split_there_only() {
    all(&[
        ("Map[`string`, [A](#a) \\| [B](#b)]", "{<A #a> | <B #b>}"),
        ("Map<string, string \\| \\[string]>", "{string | [string]}"),
        ("map from string to Room", "{<Room>}"),
        ("?dictionary with keys in [days](#days)", "{any}?"),
        ("map\\<string, Map<string, integer\\>\\>", "{{integer}}"),
    ]);
}

/// Trap 18.
#[test]
fn unions_are_split_and_null_is_none_of_their_members() {
    all(&[
        ("string \\| null", "string?"),
        ("?string", "string?"),
        ("Option[string]", "string?"),
        ("?array of strings", "[string]?"),
        ("\"asc\" \\| \"desc\"", "\"asc\" | \"desc\""),
        ("String or Object", "string | object"),
        (
            "`number`, `integer`, or `boolean`",
            "number | integer | boolean",
        ),
        ("String (A)<br>Object (B)", "string | object"),
        ("string / integer", "string | integer"),
        ("number/null", "number?"),
        ("one of \"a\", \"b\"", "\"a\" | \"b\""),
        ("string<br>required", "string"),
        ("string<br/>DEPRECATED: use `b`", "string"),
        ("string<br>at most 36 signs, all in lower case", "string"),
        ("array<br>of strings", "[string]"),
        ("a very long sentence or one that says nothing", "-"),
    ]);
    assert_eq!(cell("string<br>required").required, Some(true));
    assert!(cell("string \\| null").is_nullable);
    assert!(!cell("array[string \\| null]").is_nullable);
}

/// Trap 19.
#[test]
fn the_head_is_the_type() {
    all(&[
        ("string(39)", "string"),
        ("[string](t#s)(39)", "<string t#s else string>"),
        ("number (int64)", "int64"),
        ("int64(5)", "int64"),
        ("String - [Moment][]", "string"),
        ("string, optional", "string"),
        ("string; required", "string"),
        ("String - Number", "string"),
        ("Object (JSON) or String (Binary)", "object | string"),
    ]);
    assert_eq!(cell("string, optional").required, Some(false));
    assert_eq!(cell("string; required").required, Some(true));
    assert_eq!(cell("string?").required, Some(false));
    assert_eq!(read("string?"), "string");
    assert!(!cell("string?").is_nullable);
    assert_eq!(cell("string").required, None);
}

/// Trap 20.
#[test]
fn a_second_type_refines_numbers_only() {
    let scalar = Ty::Scalar;
    let refine = |ty, width| TypeCells::refine(ty, width);
    assert_eq!(
        refine(scalar(Scalar::Number), "UInt32"),
        scalar(Scalar::Int64)
    );
    assert_eq!(
        refine(scalar(Scalar::String), "UInt32"),
        scalar(Scalar::String)
    );
    assert_eq!(refine(Ty::Any, "Blob"), Ty::Any);
}

/// Trap 21.
#[test]
fn links_keep_what_their_words_say() {
    all(&[
        ("[Room](#room) object", "<Room #room else object>"),
        ("[room objects](#room)", "<room #room else object>"),
        (
            "partial [room](#room) object",
            "<partial room #room else object>",
        ),
        (
            "[partial room](#room) object",
            "<partial room #room else object>",
        ),
        (
            "array of partial [room](#room) objects",
            "[<partial room #room else object>]",
        ),
        ("array of [role](#role) object ids", "[<id of role #role>]"),
        ("[boolean](q#flags)", "<boolean q#flags else boolean>"),
        ("[array](q#lists) of strings", "[string]"),
        ("[array](q#lists) of [rooms](#room)", "[<rooms #room>]"),
        (
            "[own array](#own)[[room](#room) object]",
            "[<room #room else object>]",
        ),
        ("[days](#days) string", "<days #days else string>"),
        ("[Room Struct](#room)", "<Room #room>"),
        ("partial Room object", "<partial Room else object>"),
        ("Room object", "<Room else object>"),
        ("?[room](#room) object", "<room #room else object>?"),
        ("[A](#a) or [B](#b)", "<A #a> | <B #b>"),
    ]);
}

#[test]
fn titles_are_looked_up_with_and_without_their_tail() {
    let profile = profile();
    let cells = TypeCells::new(&profile);
    assert_eq!(cells.names("Room Objects"), ["Room Objects", "Room"]);
    assert_eq!(cells.names("rooms"), ["rooms", "room"]);
    assert_eq!(cells.names("object"), ["object"]);
}

/// Trap 35.
#[test]
fn first_words_of_a_description_are_a_type() {
    let profile = profile();
    let cells = TypeCells::new(&profile);
    let place = Place::new(Files::default().add(SourceFile::new("t.md", "")), 0..0);
    let read = |text: &str| Some(print(&cells.in_text(text, place)?.ty?));
    assert_eq!(read("A string that names it.").as_deref(), Some("string"));
    assert_eq!(read("Array of strings.").as_deref(), Some("[string]"));
    assert_eq!(read("Names a string."), None);
}

/// A cell that is read again has the place of the new one.
#[test]
fn what_is_remembered_has_its_own_place() {
    let profile = profile();
    let cells = TypeCells::new(&profile);
    let file = Files::default().add(SourceFile::new("t.md", ""));
    let places = [Place::new(file, 0..1), Place::new(file, 1..2)];
    for place in places {
        let Some(Ty::List(inner)) = cells.read_text("array of Room", place).ty else {
            panic!("no list");
        };
        assert!(matches!(*inner, Ty::Named(named) if named.place == place));
    }
}

#[test]
fn odd_cells_are_read_to_their_end() {
    let brackets = "[".repeat(3_000);
    let nested = format!("{}string{}", "array[".repeat(100), "]".repeat(100));
    let bars = "a \\| ".repeat(2_000);
    let question = "?".repeat(2_000);
    for text in [
        &brackets, &nested, &bars, &question, "é[", "[]", "()", "<>", "\\*", "** **",
    ] {
        read(text);
    }
}
