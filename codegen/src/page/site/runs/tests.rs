use super::*;
use crate::source::{Files, SourceFile};

/// `code:x`, `link(target):…`, `bold:…` of a cell.
fn print(text: &str) -> String {
    let mut files = Files::default();
    let file = files.add(SourceFile::new("t.md", format!("<td>{text}")));
    let (text, span) = Span::of(&files, file);
    show(&read(text, 4..text.len(), span))
}

fn show(inlines: &[Inline]) -> String {
    let show = |inline: &Inline| match inline {
        Inline::Text(text, _) => text.to_string(),
        Inline::Code(text, _) => format!("`{}`", text.as_str()),
        Inline::Strong(inner) => format!("bold({})", show(inner)),
        Inline::Emphasis(inner) => format!("em({})", show(inner)),
        Inline::Strike(inner) => format!("strike({})", show(inner)),
        Inline::Link(link) => format!("[{}]({})", show(&link.text), link.target.as_str()),
        Inline::Html(text, _) => text.to_string(),
        Inline::Break(_) => "/".to_owned(),
    };
    inlines.iter().map(show).collect()
}

#[test]
fn html_is_read_as_its_markdown() {
    for (html, expected) in [
        ("<code>id</code> of a <b>room</b>", "`id` of a bold(room)"),
        ("<a href=\"#room\">Room</a>[]", "[Room](#room)[]"),
        ("<a href='#r'><code>Room</code></a>", "[`Room`](#r)"),
        (
            "<code>list&lt;<a href=x>A</a>&gt;</code>",
            "`list<`[`A`](x)`>`",
        ),
        ("<code>_id_</code>", "`_id_`"),
        ("<CODE>a &amp; b</CODE>", "`a & b`"),
        ("<a id=\"x\"></a>Room", "<a id=\"x\">Room"),
        ("one<br/>two", "one<br/>two"),
        ("<b>not <i>closed</b>", "bold(not <i>closed)"),
        ("</b>x<b>", "</b>x<b>"),
        ("# not `a` heading", "# not `a` heading"),
        ("- <p>x</p>", "- <p>x</p>"),
        ("&#10003; Stream<Bytes>", "\u{2713} Stream<Bytes>"),
    ] {
        assert_eq!(print(html), expected, "{html}");
    }
}

#[test]
fn deep_tags_stay_tags() {
    let deep = format!("{}x{}", "<b>".repeat(5_000), "</b>".repeat(5_000));
    assert!(print(&deep).starts_with("bold("));
}
