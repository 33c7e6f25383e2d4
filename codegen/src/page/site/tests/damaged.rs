//! Pages that are cut, mixed or made to take long.

use super::*;

/// Every place is one of the file, and text is what stands there.
fn check_places(read: &Read) {
    let below = read
        .page
        .sections
        .iter()
        .flat_map(|section| &section.blocks);
    for block in read.page.intro.iter().chain(below) {
        match block {
            Block::Code(code) => assert_eq!(code.text, read.files.text(code.place)),
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
            Inline::Link(link) => check_runs(read, &link.text),
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
#[ignore = "long"]
fn hostile_pages_are_read_in_linear_time() {
    type Shape = (&'static str, fn(usize) -> String);
    let shapes: &[Shape] = &[
        ("open and closed", |n| "<Aa>".repeat(n) + "</Aa>"),
        ("nested", |n| "<Aa>\n".repeat(n) + &"</Aa>\n".repeat(n)),
        ("others closed", |n| {
            "<Aa>\n".repeat(n) + &"</Bb>\n:::\n".repeat(n) + "</Aa>"
        }),
        ("tables", |n| "<table>".repeat(n)),
        ("ends of tables", |n| {
            "<table>\n".repeat(n) + &"</table".repeat(n)
        }),
        ("raw", |n| "<pre>\n".repeat(n) + "</pre"),
        ("comments", |n| "<!-- ".repeat(n)),
        ("quotes of attributes", |n| "<Aa b=\"".repeat(n)),
        ("braces of attributes", |n| "<Aa {".repeat(n)),
        ("headings", |n| "<h2>\n".repeat(n)),
        ("quotes", |n| "> ".repeat(n)),
        ("items in items", |n| "- ".repeat(n)),
        ("cells", |n| "<td>".repeat(n) + "</table>"),
        ("ends in text", |n| "x </a ".repeat(n)),
        ("fences", |n| "```\n<A>\n".repeat(n)),
        ("headers", |n| "a | b\n-|-\n".repeat(n)),
        ("fences in items", |n| "- a\n\n  ```\n".repeat(n)),
        ("definitions", |n| "[a]: b\n".repeat(n) + &"[a] ".repeat(n)),
        ("rows", |n| {
            format!("<table>{}</table>", "<tr><td>a".repeat(n))
        }),
        ("runs", |n| {
            format!("<table><tr><td>{}</table>", "<b>".repeat(n))
        }),
        ("rows with bars", |n| {
            format!("| A | B |\n|-|-|\n{}", "| a | `b` |\n".repeat(n))
        }),
        ("sections", |n| "## Room\n\ntext\n\n".repeat(n)),
    ];
    for (what, make) in shapes {
        crate::work::is_linear(what, 2_000, make, |text| {
            let read = read(&text);
            let anchors = crate::page::anchors::Anchors::new(&read.page);
            assert_eq!(anchors.find("no such anchor"), None);
        });
    }
}
