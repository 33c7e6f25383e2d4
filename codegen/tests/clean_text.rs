//! No character that acts on what shows it is in any file that is written, whatever a page holds:
//! every character below U+3000 and all above that act, as they are and as entities.

use fieldtable::clean::{self, is_harmful};
use fieldtable::diagnostic::{Diagnostics, Printing, render};
use fieldtable::emit::{CrateFiles, emit};
use fieldtable::input::{ApiInput, Input};
use fieldtable::source::SourceFile;

/// Every character below U+3000, and what acts above: of formats, tags and variations.
fn characters() -> Vec<char> {
    let above = [
        0x3164..0x3165,
        0xfe00..0xfe10,
        0xfeff..0xff00,
        0xffa0..0xffa1,
        0xfff0..0x1_0000,
        0x1_10bd..0x1_10be,
        0x1_3430..0x1_3440,
        0x1_bca0..0x1_bca4,
        0x1_d173..0x1_d17b,
        0xe_0000..0xe_0080,
        0xe_0100..0xe_0110,
    ];
    let codes = (0..0x3000).chain(above.into_iter().flatten());
    codes.filter_map(char::from_u32).collect()
}

/// The character where it can stand in a line of a table, else a blank.
fn raw(c: char) -> char {
    if matches!(c, '\n' | '\r' | '|') {
        ' '
    } else {
        c
    }
}

/// Prose with a character in every part that is kept of it.
fn prose(c: char) -> String {
    let code = u32::from(c);
    let raw = if c.is_ascii_control() { ' ' } else { c };
    format!(
        "x&#{code};y {raw} *a&#{code};* `b{raw}` [c&#{code};](https://x.example/&#{code};{raw} \"&#{code};\") \
         ![d&#{code};](e) <b title=\"&#{code};{raw}\">f&#{code};</b> <z&#{code};> https://y.example/&#{code};\n\n"
    )
}

/// Pages of an SDK's generator.
fn sdk() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for (number, chunk) in characters().chunks(128).enumerate() {
        let rows: String = chunk.iter().map(|c| row(*c)).collect();
        let prose: String = chunk.iter().map(|c| prose(*c)).collect();
        let raw: String = chunk.iter().filter(|c| !c.is_ascii()).collect();
        let head = "| Field | Type | Required | Description | Example |\n| - | - | - | - | - |\n";
        pages.push((
            format!("java/models/M{number}.md"),
            format!("# M{number} {raw}\n\n{prose}\n## Fields\n\n{head}{rows}"),
        ));
        let values = chunk.iter().filter(|c| !c.is_ascii());
        let values: String = values
            .map(|c| format!("| `V{:x}` | a{c}b |\n", u32::from(*c)))
            .collect();
        if !values.is_empty() {
            pages.push((
                format!("java/models/E{number}.md"),
                format!("# E{number}\n\n## Values\n\n| Name | Value |\n| - | - |\n{values}"),
            ));
        }
    }
    pages
}

fn row(c: char) -> String {
    let (code, raw) = (u32::from(c), raw(c));
    let notice = if code.is_multiple_of(7) {
        format!(": warning: ** DEPRECATED **: Not &#{code};{raw} this.<br/><br/>")
    } else {
        String::new()
    };
    let in_name = if c.is_alphanumeric() || is_harmful(c) && !c.is_ascii() {
        c
    } else {
        '_'
    };
    format!(
        "| `k{code:x}{in_name}` | *String* | :heavy_minus_sign: | \
         {notice}a &#{code}; b&#x{code:X};c {raw}d{raw} | e{raw}f |\n"
    )
}

/// Pages that people write: the character in headings, anchors, links, names, enums and examples.
/// Of those that are harmless and far from ASCII, one of 16.
fn reference() -> Vec<(String, String)> {
    let mut characters = characters();
    characters.retain(|c| is_harmful(*c) || *c < '\u{300}' || u32::from(*c).is_multiple_of(16));
    let pages = characters.chunks(64).enumerate().map(|(number, page)| {
        let sections: String = page.chunks(16).map(section).collect();
        let path = format!("p{number}.md");
        (path, format!("# Page {number}\n\n{sections}"))
    });
    pages.collect()
}

fn section(characters: &[char]) -> String {
    let each = |line: &dyn Fn(u32, char) -> String| -> String {
        let lines = characters.iter().map(|c| line(u32::from(*c), raw(*c)));
        lines.collect()
    };
    let number = u32::from(characters[0]);
    let entities = each(&|code, _| format!("&#{code};"));
    let heading = each(&|_, raw| raw.to_string()).replace(char::is_control, " ");
    let prose: String = characters.iter().map(|c| prose(*c)).collect();
    let rows = each(&|code, raw| {
        format!(
            "| k{code:x} | string | yes | What &#{code};{raw} it is, in `a{raw}b`. |\n\
             | deep{code:x} | object | no | &#x{code:x}; |\n| > inner | integer | no | As `1{raw}` |\n\
             | t{raw}{code:x} | string{raw} | no | &#{code}; |\n\
             | t{code:x} | string{raw} | no | &#{code}; |\n"
        )
    });
    let values = each(&|code, raw| format!("| v{code:x}{raw}b | First&#{code};{raw} |\n"));
    let keys = each(&|code, raw| {
        let raw = if raw.is_ascii() { ' ' } else { raw };
        format!("\"k{code:x}\": \"v{raw}w\", \"deep{code:x}\": {{\"inner\": 1}}, ")
    });
    format!(
        "## Thing {number} {entities}{heading}object\n\n{prose}\
         | Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
         | kind | [kind {number}](#kind-{number}{heading}) | yes | See [it](#kind-{number}-values). |\n{rows}\n\
         ```json\n{{{keys}\"kind\": \"v{number:x}b\"}}\n```\n\n\
         ### Kind {number} values{heading}\n\n\
         | Value | Description |\n| --- | --- |\n{values}\n"
    )
}

fn input(pages: Vec<(String, String)>, settings: &str) -> Input {
    let mut input = Input::default();
    input.files.root = "specs/".to_owned();
    let mut add = |path: &str, text| {
        let file = SourceFile::new(format!("shop/{path}"), text);
        input.files.add(file)
    };
    let config = Some(add("spec.toml", settings.to_owned()));
    let pages = pages.into_iter().map(|(path, text)| {
        let id = add(&path, text);
        (path, id)
    });
    let pages = pages.collect();
    input.apis.push(ApiInput {
        name: "shop\u{202e}\u{1b}".to_owned(),
        pages,
        samples: Vec::new(),
        keys: Vec::new(),
        config,
    });
    input
}

/// The files, all that is said and all that is printed, without a character that acts.
fn files(input: &Input) -> CrateFiles {
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(input, &mut diagnostics);
    let printed = render(&diagnostics, &input.files, Printing::default());
    assert!(!printed.contains(|c| is_harmful(c) && c != '\n'));
    let apis = description.expect(&printed).apis;
    let files = emit(&apis);
    for (path, text) in &files {
        assert_clean(path, text);
        let plain = |c: char| c.is_ascii_alphanumeric() || "_-./".contains(c);
        assert!(path.chars().all(plain), "{path}");
        if path.ends_with(".rs") {
            syn::parse_file(text).unwrap();
        } else if path.ends_with(".json") {
            serde_json::from_str::<serde_json::Value>(text).unwrap();
        } else if path.ends_with(".jsonl") {
            for line in text.lines() {
                serde_json::from_str::<serde_json::Value>(line).unwrap();
            }
        }
    }
    for value in [
        serde_json::to_value(&apis).unwrap(),
        fieldtable::schema::schema(&apis[0]),
    ] {
        let text = clean::json(serde_json::to_string_pretty(&value).unwrap());
        assert_clean("JSON", &text);
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&text).unwrap(),
            value
        );
    }
    files
}

/// The models, which stand in several files.
fn models(files: &CrateFiles) -> String {
    let is_module = |path: &str| path.starts_with("src/shop/") && path.ends_with(".rs");
    let modules = files.iter().filter(|(path, _)| is_module(path));
    modules.map(|(_, text)| text.as_str()).collect()
}

fn assert_clean(path: &str, text: &str) {
    let mut found = text.char_indices();
    if let Some((at, c)) = found.find(|(_, c)| is_harmful(*c) && *c != '\n') {
        let from = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let line = text[from..].lines().next();
        panic!("{path}: U+{:04X} in {line:?}", u32::from(c));
    }
}

#[test]
fn nothing_that_acts_comes_from_pages_of_sdks() {
    let files = files(&input(sdk(), ""));
    assert!(models(&files).lines().count() > 20_000);
}

#[test]
fn nothing_that_acts_comes_from_pages_of_sdks_by_way_of_derives() {
    let files = files(&input(sdk(), "impls = \"derive\"\n"));
    let models = models(&files);
    assert!(models.matches("rename = ").count() > 1_000);
    // A letter that nobody sees.
    assert!(models.contains("rename = \"k1160\\u{1160}\""));
}

#[test]
fn nothing_that_acts_comes_from_pages_that_people_write() {
    let settings = "[sources.\"\"]\nfamily = \"reference\"\n[reference]\ndocs = true\n";
    let files = files(&input(reference(), settings));
    let models = models(&files);
    let count = |what| models.matches(what).count();
    assert!(count("pub struct ") > 900 && count("pub enum ") > 30);
    // An example, in which the character stands as an escape.
    let cases = &files["tests/cases/shop.jsonl"];
    assert!(cases.contains("\"k202e\":\"v\\u202ew\""));
}
