//! Tables in every form.

use super::*;

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
    gives(
        "F | T\n-|-\na | b\n-|-\nc | d\n",
        &["table[F,T; a,b; -,-; c,d]"],
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
fn cells_have_lines() {
    let read = read("| A |\n|-|\n| `a`<br>b<br/>c |\n");
    let [Block::Table(table)] = read.page.intro.as_slice() else {
        panic!();
    };
    let lines = inline::lines(&table.rows[0].cells[0].inlines);
    let lines: Vec<_> = lines.into_iter().map(inline::plain).collect();
    assert_eq!(lines, ["a", "b", "c"]);
}
