//! Whole tables, read with a small profile.

use super::*;
use crate::dialect::reference::profile::pattern::Pattern;
use crate::dialect::reference::profile::{Column, Profile, WordType};
use crate::page::{PageFile, parse};
use crate::source::{Files, SourceFile};

fn profile() -> Profile {
    let mut profile = Profile::default();
    for (column, words) in [
        (Column::Name, "field name"),
        (Column::Type, "type"),
        (Column::Required, "required optional"),
        (Column::Default, "default"),
        (Column::Description, "description"),
        (Column::Value, "value flag"),
        (Column::Size, "size"),
    ] {
        profile.columns.words.push((column, Default::default()));
        for word in words.split(' ') {
            profile.columns.words.last_mut().unwrap().1.add(word);
        }
    }
    for word in ["string", "integer"] {
        profile
            .types
            .words
            .insert(word.to_owned(), WordType::String);
    }
    profile.types.union = vec![" or ".to_owned()];
    profile.tables.field_words.add("field");
    profile.tables.guess_columns = true;
    profile.rows.empty_name_continues = true;
    let wire = Pattern::new(r"^[A-Za-z_][\w.\[\]]*$").unwrap();
    profile.names.wire.0.push(wire);
    profile.names.marker_chars = ">".to_owned();
    profile.names.nbsp_per_level = 2;
    profile.names.path_split = vec![".".to_owned()];
    profile.presence.yes.add("yes");
    profile.presence.no.add("no");
    profile.presence.no.add("optional");
    profile.presence.many.add("*");
    profile
}

/// Reads the tables of a page, one line each.
fn gives(text: &str, expected: &[&str]) {
    let profile = profile();
    let mut files = Files::default();
    let id = files.add(SourceFile::new("api/a.md", text));
    let page = PageFile {
        path: "a.md".to_owned(),
        page: parse(&files, id),
    };
    let book = Book::read(&files, "", &[&page], &profile);
    let tables = read(&book, &mut Diagnostics::default());
    let printed: Vec<_> = tables.iter().map(print).collect();
    assert_eq!(printed, expected);
}

fn print(table: &RefTable<'_>) -> String {
    match &table.content {
        Content::Fields(rows) => format!("fields {}", fields(rows)),
        Content::Values(table) => values(table),
        Content::Links(table) => {
            let links = table
                .links
                .iter()
                .map(|(target, text)| format!("{}={target}", text.value));
            let links = links.collect::<Vec<_>>().join(" ");
            let values = table.values.as_ref().map_or(String::new(), values);
            format!("links {links} {values}").trim().to_owned()
        }
        Content::Binary => "binary".to_owned(),
        Content::Other => "other".to_owned(),
    }
}

fn fields(rows: &[FieldRow<'_>]) -> String {
    let rows = rows.iter().map(|row| {
        let required = match row.required.value {
            Stated::Yes => "!",
            Stated::No => "?",
            Stated::Silent => "",
        };
        let many = if row.is_many { "*" } else { "" };
        let ty = row
            .ty
            .map_or(String::new(), |cell| format!(":{}", bare(&cell.inlines)));
        let below = if row.children.is_empty() {
            String::new()
        } else {
            format!("({})", fields(&row.children))
        };
        format!("{}{required}{many}{ty}{below}", row.name.value)
    });
    rows.collect::<Vec<_>>().join(" ")
}

fn values(table: &ValueTable<'_>) -> String {
    let values = table.values.iter().map(|value| {
        let name = value
            .name
            .as_deref()
            .map_or(String::new(), |name| format!(":{name}"));
        format!("{}{name}", value.value.value)
    });
    let values = values.collect::<Vec<_>>().join(" ");
    let sure = if table.is_sure { "" } else { " perhaps" };
    format!("{:?}{sure} {values}", table.scalar)
}

#[test]
fn header_and_cells_say_what_a_table_is() {
    for (text, is) in [
        ("Field | Type\n-|-\n`a` | string\n", "fields a:string"),
        (
            "Name | Type | Description\n-|-|-\nA | 1 | x\nB | 2 | y\n",
            "Number 1:A 2:B",
        ),
        ("Type | Name\n-|-\n0 | A\n", "Number 0:A"),
        (
            "Type | Name\n-|-\nws | A\nhttp | B\n",
            "Text perhaps ws:A http:B",
        ),
        ("Type | Name\n-|-\nstring | a\n", "fields a:string"),
        (
            "Flag | Hex | Decimal\n-|-|-\n`A` | 0x00010000 | 65536\n`B` | 0x00020000 | 131072\n",
            "Flags 65536:A 131072:B",
        ),
        (
            "Name | Value\n-|-\nA | `1 << 0`\nB | 1 \\<\\< 3\n",
            "Flags 1:A 8:B",
        ),
        (
            "Value | Description\n-|-\n`a` | x\n\"b\" | y\n~~c~~ | z\n",
            "Text perhaps a b c",
        ),
        ("Field | Type | Size\n-|-|-\na | integer | 4\n", "binary"),
        ("Area | Vehicle\n-|-\nThe north | all of them\n", "other"),
        ("Field | Required\n-|-\na | yes\n", "fields a!"),
        ("Field | Description\n-|-\na | yes\n", "fields a"),
        (
            "Field | Gattung\n-|-\na | string\nb | integer(3)\nc | ?\n",
            "fields a:string b:integer(3) c:?",
        ),
        ("Wort | Gattung\n-|-\na b | string\n", "other"),
    ] {
        gives(text, &[is]);
    }
}

#[test]
fn rows_stand_below_others() {
    let head = "|Name | Type\n|-|-\n";
    for (rows, is) in [
        (
            "|a | string\n|> b | string\n|>> c | string\n|> [d](#x) | string\n|e | string\n",
            "a:string(b:string(c:string) d:string) e:string",
        ),
        (
            "|a | string\n|\\-&nbsp;b | string\n|&nbsp;&nbsp;c | string\n",
            "a:string(b:string c:string)",
        ),
        (
            "|a | string\n|a.b | string\n|a[].c | string\n|d.e | string\n",
            "a:string(b:string c:string) d.e:string",
        ),
    ] {
        gives(&format!("{head}{rows}"), &[&format!("fields {is}")]);
    }
}

#[test]
fn presence_is_read_as_it_is_written() {
    gives(
        "Field | Type | Required\n-|-|-\na | string | **yes**\nb | string | *\nc | string | no\nd | string |\n",
        &["fields a!:string b?*:string c?:string d:string"],
    );
    gives(
        "Field | Type | Optional\n-|-|-\na | string | yes\nb | string | no\nc | string | optional\n",
        &["fields a?:string b!:string c?:string"],
    );
}
