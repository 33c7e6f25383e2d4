use std::fmt::Write as _;

use super::*;
use crate::page::inline;
use crate::page::tree::{Block, Inline, Row, Table, Unread};
use crate::source::SourceFile;

struct Read {
    files: Files,
    page: Page,
}

fn read_as(path: &str, text: &str, site: &Site) -> Read {
    let mut files = Files::default();
    let id = files.add(SourceFile::new(path, text));
    let page = parse(&files, id, site);
    Read { files, page }
}

fn read(text: &str) -> Read {
    read_as("t.mdx", text, &Site::default())
}

impl Read {
    fn row(&self, row: &Row) -> String {
        let cells = row.cells.iter();
        let mut cells: Vec<_> = cells.map(|cell| self.files.text(cell.place)).collect();
        if let Some(place) = row.trailing {
            cells.push("+");
            cells.push(self.files.text(place));
        }
        cells.join(",")
    }

    fn table(&self, table: &Table) -> String {
        let rows = std::iter::once(&table.header).chain(&table.rows);
        let rows: Vec<_> = rows.map(|row| self.row(row)).collect();
        format!("table[{}]", rows.join("; "))
    }

    fn block(&self, block: &Block) -> String {
        match block {
            Block::Paragraph(paragraph) => format!("p[{}]", inline::plain(&paragraph.inlines)),
            Block::Element(element) => {
                let attributes = element.attributes.iter();
                let attributes = attributes.map(|it| format!(" {}={}", it.name, it.value));
                format!("<{}{}>", element.name, attributes.collect::<String>())
            }
            Block::Table(table) => self.table(table),
            Block::Code(code) => format!("code[{}]", code.text.trim_end()),
            Block::List(items) => {
                let item = |item: &crate::page::Item| {
                    format!(
                        "{}{}",
                        "-".repeat(item.depth + 1),
                        inline::plain(&item.inlines)
                    )
                };
                format!(
                    "list[{}]",
                    items.iter().map(item).collect::<Vec<_>>().join(" ")
                )
            }
            Block::Prose(place) | Block::Quote(place) => {
                format!("prose[{}]", self.files.text(*place))
            }
        }
    }

    /// All of the page, a line a block.
    fn print(&self) -> String {
        let mut text = String::new();
        let blocks = |blocks: &[Block]| {
            let lines: Vec<_> = blocks.iter().map(|block| self.block(block)).collect();
            lines.join("\n")
        };
        if let Some(title) = &self.page.title {
            let _ = writeln!(text, "title {}", title.text);
        }
        let _ = writeln!(text, "{}", blocks(&self.page.intro));
        for section in &self.page.sections {
            let heading = format!(
                "{} {}",
                "#".repeat(section.level.into()),
                section.heading.text
            );
            let _ = writeln!(text, "{heading}\n{}", blocks(&section.blocks));
        }
        let lines: Vec<_> = text.lines().filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    }
}

#[track_caller]
fn gives(text: &str, expected: &[&str]) {
    assert_eq!(read(text).print(), expected.join("\n"), "{text}");
}

const TABLE: &str = "| A | B |\n|-|-|\n| x | y |\n";

#[test]
fn contents_of_components_are_read_as_if_these_were_not_there() {
    let text = format!("## Room\n<Info>\n{TABLE}</Info>\n<Badge kind=\"x\" />\ntext");
    gives(
        &text,
        &[
            "## Room",
            "<Info>",
            "table[A,B; x,y]",
            "<Badge kind=x>",
            "p[text]",
        ],
    );
    gives("<Info>One.</Info>\nTwo.", &["<Info>", "p[One.]", "p[Two.]"]);
    gives(
        "<Route method=\"POST\">/rooms/[\\{id\\}](#x)</Route>\ntext",
        &["<Route method=POST>", "p[/rooms/{id}]", "p[text]"],
    );
    gives(
        "import Tabs from '@x/Tabs';\nimport B from \"b\"\n\nimport the rooms\n\nexport const a = {\n  b: 1,\n}\n",
        &["p[import the rooms]"],
    );
    gives(
        "{% tabs %}\n{% tab label=\"A\" %}\ntext\n{% /tab %}\n{% /tabs %}\n",
        &["<tabs>", "<tab label=A>", "p[text]"],
    );
    gives(
        ":::info Mind this\ntext\n:::\n/// note | Title\nmore\n///\n",
        &[
            "<info title=Mind this>",
            "p[text]",
            "<note title=Title>",
            "p[more]",
        ],
    );
}

#[test]
fn indentation_inside_of_components_is_none_of_code() {
    gives(
        "<Tabs>\n    <Tab title={'JSON'}>\n      | A |\n      |-|\n      | x |\n\n      ```json\n      {\n        1\n      }\n      ```\n    </Tab>\n</Tabs>\nend",
        &[
            "<Tabs>",
            "<Tab title=JSON>",
            "table[A; x]",
            "code[{\n        1\n      }]",
            "p[end]",
        ],
    );
    gives(
        "=== \"One\"\n\n    - a\n        - b\n\n    text\n\nend\n",
        &["<tab title=One>", "list[-a --b]", "p[text]", "p[end]"],
    );
    gives(
        "text\n\n=== \"no tab\"\nx",
        &["p[text]", "p[=== \"no tab\" x]"],
    );
}

#[test]
fn an_element_covers_what_stands_inside_of_it() {
    let read = read("<Aa>\none\n<Bb/>\n</Aa>\ntwo <Cc>\n");
    let [Block::Element(a), _, Block::Element(b), ..] = read.page.intro.as_slice() else {
        panic!("{}", read.print());
    };
    assert_eq!(read.files.text(a.place), "<Aa>");
    assert_eq!(read.files.text(a.covers), "<Aa>\none\n<Bb/>\n</Aa>");
    assert_eq!(b.place, b.covers);
}

#[test]
fn tags_inside_of_text_stay_there() {
    for text in [
        "<T> is a type",
        "<Badge>new</Badge> text",
        "<Icon/> text",
        "<id> of <b>a</b> room",
        "a `</Info>` b",
        "<https://example.com/>",
        "a <Tip>b</Tip> c",
        "a < b",
    ] {
        let read = read(text);
        assert!(
            matches!(read.page.intro.as_slice(), [Block::Paragraph(p)] if read.files.text(p.place) == text),
            "{}",
            read.print()
        );
    }
}

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
fn elements_can_be_headings() {
    let mut site = Site::default();
    site.headings.insert("Route".to_owned(), 2);
    let text = "# T\n<Route method=\"GET\"\n  url=\"/rooms\">\n  List\n  rooms\n</Route>\n\n<h4 id=\"x\">Room &amp; `bed`</h4>\ntext\n";
    let read = read_as("t.mdx", text, &site);
    assert_eq!(
        read.print(),
        "title T\n## List   rooms\n<Route method=GET url=/rooms>\n#### Room & bed\n<h4 id=x>\np[text]"
    );
    let heading = &read.page.sections[0].heading;
    assert!(read.files.text(heading.place).ends_with("</Route>"));
    gives(
        "<h2>never closed\n\ntext",
        &["prose[<h2>never closed]", "p[text]"],
    );
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
fn tables_in_lists_and_quotes_are_blocks() {
    gives(
        &format!(
            "- one:\n\n{}- two\n  - three\n",
            TABLE
                .replace("| ", "  | ")
                .replace("|-", "  |-")
                .replace("  | B", "| B")
                .replace("  | y", "| y")
        ),
        &["list[-one:]", "table[A,B; x,y]", "list[-two --three]"],
    );
    gives(
        &format!("> **Note**\n> {}", TABLE.trim_end().replace('\n', "\n> ")),
        &["<blockquote>", "p[Note]", "table[A,B; x,y]"],
    );
}

#[test]
fn rows_need_no_bars_and_no_certain_length() {
    gives(
        "Field | Type\n- | -\n`a` | x | y | z\nb\n | c\n\nend",
        &["table[Field,Type; `a`,x,+,y | z; b,; c,]", "p[end]"],
    );
    let read = read("| A | B |\n|-|-|\n| a | b |^\n| | c |\n| d |\n| e | f | g |\n");
    assert_eq!(read.print(), "table[A,B; a,b,+,^; ,c; d,; e,f,+,g]");
    let [Block::Table(table)] = read.page.intro.as_slice() else {
        panic!();
    };
    let written: Vec<_> = table.rows.iter().map(|row| row.written).collect();
    assert_eq!(written, [2, 2, 1, 2]);
}

#[test]
fn a_header_may_stand_directly_below_text() {
    let read = read(
        "Of rooms (`x`)\nField | Type\n-|-\na | b\n\nÄ | B\n-|-\nc | d\n\nx\nÖl | B\n-|-\ne | f\n",
    );
    assert_eq!(
        read.print(),
        "p[Of rooms (x)]\ntable[Field,Type; a,b]\ntable[Ä,B; c,d]\np[x]\ntable[Öl,B; e,f]"
    );
    let [_, Block::Table(table), ..] = read.page.intro.as_slice() else {
        panic!();
    };
    assert_eq!(inline::plain(&table.header.cells[0].inlines), "Field");
    assert!(
        read.files
            .text(table.place)
            .starts_with("Field | Type\n-|-")
    );
    gives("a\nF | T\n-|-|-\n", &["p[a F | T -|-|-]"]);
}

#[test]
fn html_tables_are_read_with_their_spans() {
    gives(
        "<table>\n<thead><tr><th>A</th><th colspan=\"2\">B</th></tr></thead>\n<tr><td rowSpan=2>a</td><td>b<td>c</tr>\n<tr><td>d</td></tr><tr><td>e</td><td>f</td><td>g</td><td>h</td></tr></table>\ntext",
        &["table[A,B,B; a,b,c; a,d,; e,f,g,+,h]", "p[text]"],
    );
    let read = read("<table><tr><td>a</td></tr>\n\n<tr><td>| b</td></tr></table>");
    let [Block::Table(table)] = read.page.intro.as_slice() else {
        panic!("{}", read.print());
    };
    assert!(!table.has_header);
    assert_eq!(read.table(table), "table[a; | b]");
    assert!(matches!(
        table.header.cells[0].inlines.as_slice(),
        [Inline::Text(text, place)] if text == "a" && read.files.text(*place) == "a"
    ));
}

#[test]
fn a_table_without_an_end_takes_nothing_with_it() {
    let read =
        read("<table><tr><th>A</th></tr>\n\n## B\n\ntext\n\n<table><tr><td>x</td></tr></table>\n");
    assert!(
        read.print().ends_with("## B\np[text]\ntable[x]"),
        "{}",
        read.print()
    );
    assert!(matches!(read.page.unread[..], [Unread::OpenTable(_)]));
    let huge = format!(
        "<table><tr>{}</tr>{}</table>\n\ntext",
        "<td rowspan=60000>a</td>".repeat(90),
        "<tr><td>b</td></tr>".repeat(20_000)
    );
    let read = self::read(&huge);
    assert_eq!(read.print(), "p[text]");
    assert!(matches!(read.page.unread[..], [Unread::HugeTable(_)]));
}

#[test]
fn a_table_that_lays_out_a_page_is_none() {
    gives(
        &format!("<table><tr><td>\n\n{TABLE}\n</td></tr></table>\n"),
        &["<table>", "<tr>", "<td>", "table[A,B; x,y]"],
    );
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
            [Inline::Link { target, .. }] => target.clone(),
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
fn cells_have_lines() {
    let read = read("| A |\n|-|\n| `a`<br>b<br/>c |\n");
    let [Block::Table(table)] = read.page.intro.as_slice() else {
        panic!();
    };
    let lines = inline::lines(&table.rows[0].cells[0].inlines);
    let lines: Vec<_> = lines.into_iter().map(inline::plain).collect();
    assert_eq!(lines, ["a", "b", "c"]);
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
}

/// Every place is one of the file, and text is what stands there.
fn check_places(read: &Read) {
    let below = read
        .page
        .sections
        .iter()
        .flat_map(|section| &section.blocks);
    for block in read.page.intro.iter().chain(below) {
        match block {
            Block::Code(code) => assert_eq!(read.files.text(code.place), code.text),
            Block::Table(table) => {
                for row in std::iter::once(&table.header).chain(&table.rows) {
                    assert_eq!(row.cells.len(), table.header.cells.len());
                    for cell in &row.cells {
                        check_runs(read, &cell.inlines);
                    }
                }
            }
            Block::Paragraph(paragraph) => check_runs(read, &paragraph.inlines),
            _ => {}
        }
    }
}

fn check_runs(read: &Read, inlines: &[Inline]) {
    let file = &read.files.get(read.page.file).text;
    for inline in inlines {
        match inline {
            Inline::Text(_, place) | Inline::Code(_, place) | Inline::Html(_, place) => {
                assert!(file.get(place.start as usize..place.end as usize).is_some());
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strike(inner) => {
                check_runs(read, inner);
            }
            Inline::Link { text, .. } => check_runs(read, text),
            Inline::Break(_) => {}
        }
    }
}

/// A page with all that this module knows.
const ALL: &str = "---\ntitle: Rööms\n---\nimport A from 'a'\n\n<Tabs x={[1, {a: \"}\"}]}>\n  <Tab title=\"é\">\n\n    | A | B |\n    |---|---|\n    | <code>ü</code> | [b][é] |^\n\n    ```json\n    {\"a\": 1}\n    ```\n  </Tab>\n</Tabs>\n\n<a name=\"x\"></a>\n## Röom {#r}\n> quote\n> <Info>in</Info>\n\n:::note Ö\n- one\n  - <b>two</b>\n:::\n\n<!-- é -->\n<h3 id=\"ö\">Bed</h3>\ntext ö\nÄ | B\n-|-\n1 | 2\n{ #t }\n\n<table><tr><th>Ä</th><th colspan=2>b</th></tr><tr><td rowspan=3><a href=\"#x\">é</a></td></tr></table>\n\n{% tab label=\"ä\" %}\n=== \"One\"\n\n    ö\n{% /tab %}\n\n[é]: #x\n";

#[test]
fn damaged_pages_are_pages() {
    for end in 0..=ALL.len() {
        let head = String::from_utf8_lossy(&ALL.as_bytes()[..end]);
        check_places(&read(&head));
        let tail = String::from_utf8_lossy(&ALL.as_bytes()[end..]);
        check_places(&read(&tail));
    }
    let pieces: Vec<&str> = ALL
        .split_inclusive([' ', '\n', '>', '|', '{', '`'])
        .collect();
    let mut seed = 1_u64;
    for _ in 0..2_000 {
        let mut text = String::new();
        for _ in 0..30 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            text.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
        }
        check_places(&read(&text));
        check_places(&read(&text.replace('\n', "\r\n")));
    }
}

#[test]
fn hostile_pages_are_read_in_linear_time() {
    let many = 20_000;
    for text in [
        "<Aa>".repeat(many) + "</Aa>",
        "<Aa>\n".repeat(many) + &"</Aa>\n".repeat(many),
        "<Aa>\n".repeat(many) + &"</Bb>\n:::\n".repeat(many) + "</Aa>",
        "<table>".repeat(many),
        "<table>\n".repeat(many) + &"</table".repeat(many),
        "<pre>\n".repeat(many) + "</pre",
        "<!-- ".repeat(many),
        "<Aa b=\"".repeat(many),
        "<Aa {".repeat(many),
        "<h2>\n".repeat(many),
        "> ".repeat(many),
        "- ".repeat(many),
        "<td>".repeat(many) + "</table>",
        "x </a ".repeat(many),
        "```\n<A>\n".repeat(many),
        "a | b\n-|-\n".repeat(many),
        "- a\n\n  ```\n".repeat(many),
        "[a]: b\n".repeat(many) + &"[a] ".repeat(many),
        format!("<table>{}</table>", "<tr><td>a".repeat(many)),
        format!("<table><tr><td>{}</table>", "<b>".repeat(many)),
        format!("| A | B |\n|-|-|\n{}", "| a | `b` |\n".repeat(5 * many)),
        "## Room\n\ntext\n\n".repeat(many),
    ] {
        let started = std::time::Instant::now();
        let read = read(&text);
        let anchors = crate::page::anchors::Anchors::new(&read.page);
        assert_eq!(anchors.find("no such anchor"), None);
        let seconds = started.elapsed().as_secs_f64();
        let start: String = text.chars().take(20).collect();
        println!("{start:?} {seconds:.2}");
        assert!(seconds < 20.0, "{start} took {seconds} s");
    }
}
