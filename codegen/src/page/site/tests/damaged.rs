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
#[ignore = "long"]
fn hostile_pages_are_read_in_linear_time() {
    let many = 10_000;
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
        format!("| A | B |\n|-|-|\n{}", "| a | `b` |\n".repeat(10 * many)),
        "## Room\n\ntext\n\n".repeat(many),
    ] {
        let started = std::time::Instant::now();
        let read = read(&text);
        let anchors = crate::page::anchors::Anchors::new(&read.page);
        assert_eq!(anchors.find("no such anchor"), None);
        let seconds = started.elapsed().as_secs_f64();
        let start: String = text.chars().take(20).collect();
        assert!(seconds < 20.0, "{start} took {seconds} s");
    }
}
