//! Text, code, definitions and front matter.

use super::*;

#[test]
fn code_is_left_alone() {
    for code in [
        "<Info>",
        "import a from 'b'",
        "<table>",
        "## A {#b}",
        ":::note",
        "a\n</Info>",
    ] {
        let text = format!("<Info>\n\n```\n{code}\n```\n</Info>\n");
        gives(&text, &["<Info>", &format!("code[{code}]")]);
    }
    let indented = "text\n\n    <Info>\n";
    let read = read_as("t.md", indented, &Site::default());
    assert_eq!(read.print(), "p[text]\ncode[<Info>]");
}

#[test]
fn a_back_tick_in_its_info_makes_a_fence_a_text() {
    gives("```x` y```\n\n## Room", &["p[x` y]", "## Room"]);
    let read = read("## A\n\n```json\n{}\n\n## B\n");
    assert_eq!(read.print(), "## A\ncode[{}\n## B]");
    assert!(
        matches!(read.page.unread[..], [Unread::OpenFence(at)] if read.files.text(at) == "```json")
    );
}

#[test]
fn comments_are_no_text() {
    gives(
        "a\n\n<!-- <Info>\n| A |\n|-|\n-->\n{/* b */}\nc",
        &["p[a]", "p[c]"],
    );
    let read = read("<!-- a\n\n## B\n");
    assert_eq!(read.print(), "p[a]\n## B");
    assert!(matches!(read.page.unread[..], [Unread::OpenComment(_)]));
}

#[test]
fn attributes_behind_headings_and_tables_are_no_text() {
    gives(
        &format!("## Room {{#rooms .wide}}\n\n{TABLE}{{ #table }}\n\n## *Bed* {{/* #b */}}\n"),
        &[
            "## Room",
            "< id=rooms class=wide>",
            "table[A,B; x,y]",
            "< id=table>",
            "## Bed",
            "< id=b>",
        ],
    );
    gives("## {room.id}\n", &["## {room.id}"]);
}

#[test]
fn labels_need_a_definition_of_the_page_or_the_site() {
    let mut site = Site::default();
    site.definitions
        .insert("hash".to_owned(), "types#hash".to_owned());
    let text = "| [A] | [Hash][] | [string, int][] |\n|-|-|-|\n| [b][A] | c | d |\n\n[a]: #room\n";
    let read = read_as("t.md", text, &site);
    let [Block::Table(table)] = read.page.intro.as_slice() else {
        panic!();
    };
    let targets = |row: &Row| {
        let cells = row.cells.iter().map(|cell| match cell.inlines.as_slice() {
            [Inline::Link(link)] => link.target.to_string(),
            other => inline::plain(other),
        });
        cells.collect::<Vec<_>>()
    };
    assert_eq!(
        targets(&table.header),
        ["#room", "types#hash", "[string, int][]"]
    );
    assert_eq!(targets(&table.rows[0]), ["#room", "c", "d"]);
    let definitions = &read.page.definitions;
    assert_eq!(
        (
            definitions[0].label.as_str(),
            definitions[0].target.as_str()
        ),
        ("a", "#room")
    );
}

#[test]
fn bold_paragraphs_are_told_apart() {
    let bold = |text: &str| {
        let read = read(text);
        match read.page.intro.as_slice() {
            [Block::Paragraph(paragraph)] => paragraph.bold(),
            _ => None,
        }
    };
    assert_eq!(bold("**Parameters:**").as_deref(), Some("Parameters:"));
    assert_eq!(bold("__A__:").as_deref(), Some("A"));
    assert_eq!(bold("<b>A</b>").as_deref(), Some("A"));
    assert_eq!(bold("**A** b"), None);
    assert_eq!(bold("**A** **b**"), None);
    assert_eq!(bold("text"), None);
}

#[test]
fn front_matter_is_kept() {
    let read = read("---\ntitle: Rooms\nid: r\n---\n<Info>\ntext\n</Info>\n");
    assert_eq!(read.print(), "title Rooms\n<Info>\np[text]");
    let keys: Vec<_> = read
        .page
        .front_matter
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    assert_eq!(keys, ["title", "id"]);
    gives(
        "---\nseo:\n  title: Room\n---\n## {% $frontmatter.seo.title %} Fields\n\n## {% $frontmatter.x %}\n",
        &["## Room Fields", "## {% $frontmatter.x %}"],
    );
    gives(
        "---\nid: x\n---\n# Room\n\n## {% $frontmatter.seo.title %} Fields\n",
        &["title Room", "## Room Fields"],
    );
}
