//! How `[reference]` changes the default, and that what the docs show of it is right.

use std::fs;
use std::path::Path;

use super::super::{Column, Modules, Nesting, PathPattern, Profile, RuleType, Unmarked, WordType};
use crate::config::{Config, parse};
use crate::diagnostic::Diagnostics;
use crate::source::{Files, SourceFile};

/// The settings, and what is wrong with them.
fn read(text: &str) -> (Config, Vec<String>) {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("spec.toml", text));
    let mut diagnostics = Diagnostics::default();
    let config = parse(&files, id, &mut diagnostics);
    let findings = diagnostics.sorted();
    let findings = findings.iter().map(|finding| finding.message.clone());
    (config, findings.collect())
}

fn profile(text: &str) -> Profile {
    let (config, findings) = read(text);
    assert_eq!(findings, [] as [String; 0]);
    *config.reference.expect("the settings of references")
}

fn column(profile: &Profile, header: &str) -> Option<Column> {
    let mut words = profile.columns.words.iter();
    words.find_map(|(column, words)| words.find(header).map(|_| *column))
}

#[test]
fn without_settings_there_is_no_profile_of_its_own() {
    assert_eq!(read("").0.reference, None);
    assert_eq!(&profile("[reference]\n"), Profile::standard());
}

#[test]
fn a_list_adds_and_a_table_replaces_or_removes() {
    let added = profile("[reference.required]\nyes = [\"jawohl\"]\nno = \"nö\"\n");
    assert_eq!(added.presence.yes.find("Jawohl"), Some("jawohl"));
    assert_eq!(added.presence.yes.find("yes"), Some("yes"));
    assert_eq!(added.presence.no.find("nö"), Some("nö"));
    let only = profile("[reference.required]\nyes = { only = [\"jawohl\"] }\n");
    assert_eq!(only.presence.yes.find("yes"), None);
    let removed = profile(
        "[reference.required]\nyes = { remove = [\"m\"], add = [\"jawohl\"] }\n\
         [reference.models]\nheading-skip = { remove = ['\\blimits$'] }\n",
    );
    assert_eq!(removed.presence.yes.find("m"), None);
    assert_eq!(removed.presence.yes.find("yes"), Some("yes"));
    assert_eq!(removed.presence.yes.find("jawohl"), Some("jawohl"));
    assert!(removed.models.heading_skip.find("Rate Limits").is_none());
    assert!(removed.models.heading_skip.find("API Versions").is_some());
}

#[test]
fn what_is_added_is_looked_for_first() {
    let profile = profile(
        "[reference.names]\nstrip = ['beta$']\n\
         [reference.type-cell.rules]\n\"array of {}\" = \"same\"\n\"bag of {}\" = \"list\"\n",
    );
    assert_eq!(&*profile.names.strip.0[0].written, "beta$");
    let rules = profile.types.rules.iter().take(2);
    let rules: Vec<_> = rules.map(|it| (it.template.as_str(), &it.is)).collect();
    let expected = [
        ("array of {}", &RuleType::Same),
        ("bag of {}", &RuleType::List),
    ];
    assert_eq!(rules, expected);
    let same = profile.types.rules.iter();
    let same = same.filter(|rule| rule.template == "array of {}");
    assert_eq!(same.count(), 1);
}

#[test]
fn a_word_of_one_column_is_taken_from_the_others() {
    assert_eq!(column(Profile::standard(), "value"), Some(Column::Value));
    let profile = profile("[reference.columns]\ntype = [\"value\"]\n");
    assert_eq!(column(&profile, "Value"), Some(Column::Type));
    assert_eq!(column(&profile, "Type"), Some(Column::Type));
    let values = profile.columns.words.iter();
    let mut values = values.filter(|(column, _)| *column == Column::Value);
    assert!(values.all(|(_, words)| words.find("value").is_none()));
}

#[test]
fn types_are_written_as_those_of_fields() {
    let profile = profile(
        "[reference.types]\nMoney = \"string | integer\"\nprices = \"[[number]]\"\n\
         labels = \"{string?}\"\nfile = \"name\"\nblob = \"not-json\"\n",
    );
    let words = &profile.types.words;
    let union = WordType::Union(vec![WordType::String, WordType::Int]);
    assert_eq!(words["money"], union);
    let list = WordType::ListOf(Box::new(WordType::Number));
    assert_eq!(words["prices"], WordType::ListOf(Box::new(list)));
    let nullable = WordType::Union(vec![WordType::String, WordType::Null]);
    assert_eq!(words["labels"], WordType::MapOf(Box::new(nullable)));
    assert_eq!(words["blob"], WordType::NotJson);
    assert!(!words.contains_key("file"));
    assert!(words.contains_key("string"));
}

#[test]
fn brackets_that_never_end_are_refused() {
    let text = format!("[reference.types]\nx = \"{}\"\n", "[".repeat(100_000));
    assert_eq!(read(&text).1, ["`reference.types.x` must be a type"]);
    let whole = format!("{}string{}", "[".repeat(40), "]".repeat(40));
    let text = format!("[reference.types]\nx = \"{whole}\"\n");
    assert_eq!(read(&text).1, ["`reference.types.x` must be a type"]);
}

#[test]
fn single_values_replace() {
    let profile = profile(
        "[reference]\ndocs = true\nmodules = \"folder\"\n\
         [reference.names]\nnesting = \"path\"\nnbsp-per-level = 4\nmarker-chars = \"*\"\n\
         [reference.required]\nunmarked = \"no\"\ndefault-response = \"yes\"\n\
         [reference.examples]\nleast-fit = 1\nunwrap-depth = 0\n",
    );
    assert!(profile.docs);
    assert_eq!(profile.modules, Modules::Folder);
    assert_eq!(profile.names.nesting, Nesting::Path);
    assert_eq!(profile.names.nbsp_per_level, 4);
    assert_eq!(profile.names.marker_chars, "*");
    assert_eq!(profile.presence.unmarked, Unmarked::Optional);
    assert_eq!(profile.presence.default_request, Unmarked::NotKnown);
    assert_eq!(profile.presence.default_response, Unmarked::Required);
    assert!((profile.examples.least_fit - 1.0).abs() < f64::EPSILON);
    assert_eq!(profile.examples.unwrap_depth, 0);
}

#[test]
fn inherited_fields_say_from_where() {
    let profile = profile(
        "[[reference.inherit]]\nfiles = \"types/*\"\nfrom = \"common.md\"\nfirst = true\n\
         [[reference.inherit]]\nmodels = [\"Asset\", \"Band\"]\nfrom = \"common.md#time\"\nall = true\n",
    );
    let [files, models] = profile.inherit.as_slice() else {
        panic!("two");
    };
    assert_eq!(files.files, [PathPattern::new("types/*").unwrap()]);
    assert_eq!(
        (files.from.as_str(), files.first, files.all),
        ("common.md", true, false)
    );
    assert_eq!(models.models, ["Asset", "Band"]);
    assert!(models.all && models.place.is_some());
}

#[test]
fn the_settings_that_are_there_to_be_copied_are_right() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/profiles");
    let mut count = 0;
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let (config, findings) = read(&fs::read_to_string(&path).unwrap());
        assert_eq!(findings, [] as [String; 0], "{}", path.display());
        assert_ne!(config.reference.as_deref(), Some(Profile::standard()));
        assert!(config.reference.is_some(), "{}", path.display());
        count += 1;
    }
    assert_eq!(count, 4);
}

#[test]
fn the_settings_in_the_guide_are_right() {
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/references.md");
    let guide = fs::read_to_string(guide).unwrap();
    let fragments: Vec<_> = guide.split("```toml\n").skip(1).collect();
    assert!(fragments.len() > 3, "{}", fragments.len());
    for fragment in fragments {
        let (text, _) = fragment.split_once("```").unwrap();
        let (config, findings) = read(text);
        assert_eq!(findings, [] as [String; 0], "{text}");
        assert_ne!(config, Config::default(), "{text}");
    }
    // The table of settings has each of them, with an example.
    let rows = guide.lines().filter(|line| line.starts_with("| `"));
    let cells: Vec<Vec<&str>> = rows.map(|row| row.split(" | ").collect()).collect();
    let names: Vec<&str> = cells
        .iter()
        .map(|row| row[0].trim_matches(['|', ' ', '`']))
        .collect();
    for (table, keys) in super::super::keys() {
        let path = match table {
            "reference" => String::new(),
            "inherit" | "route-tag" => continue,
            table => format!("{}.", table.trim_start_matches("reference-")),
        };
        for key in keys {
            let is_table = super::super::keys()
                .iter()
                .any(|(table, _)| *table == format!("reference-{key}") || *table == key);
            let name = format!("{path}{key}");
            let is_there = names.contains(&name.as_str());
            assert!(
                is_there || (path.is_empty() && is_table),
                "`{name}` is not in the guide"
            );
        }
    }
    for row in &cells {
        let (name, example) = (row[0].trim_matches(['|', ' ', '`']), row.last().unwrap());
        let (table, key) = name.rsplit_once('.').unwrap_or(("", name));
        let example = example.trim_matches(['|', ' ', '`']).replace("\\|", "|");
        assert!(
            example.starts_with(key) || key == "types",
            "{name}: {example}"
        );
        let dot = if table.is_empty() { "" } else { "." };
        let text = format!("[reference{dot}{table}]\n{example}\n");
        let (_, findings) = read(&text);
        assert_eq!(findings, [] as [String; 0], "{text}");
    }
}
