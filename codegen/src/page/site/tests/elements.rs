//! Components and HTML around blocks.

use super::*;

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
fn what_only_looks_like_a_tag_stays_in_a_heading() {
    gives(
        "## List<Bytes> <Badge>new</Badge> <a id=\"x\"></a>\n",
        &["## List<Bytes> new"],
    );
    gives("## Room ![Badge](new.svg)\n", &["## Room"]);
    gives("## ![Room](room.svg)\n", &["## Room"]);
}
