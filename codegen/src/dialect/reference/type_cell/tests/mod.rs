//! Cells of the forms that references have; the profile is one of these tests.

mod forms;

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
