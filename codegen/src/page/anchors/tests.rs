use super::super::site::{self, Site};
use super::*;
use crate::source::{Files, SourceFile};

fn page(text: &str) -> Page {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("t.mdx", text));
    site::parse(&files, id, &Site::default())
}

#[track_caller]
fn lands(text: &str, anchors: &[&str], target: Target) {
    let page = page(text);
    let known = Anchors::new(&page);
    for anchor in anchors {
        assert_eq!(known.find(anchor), Some(target), "{anchor} in {text}");
    }
}

fn section(at: usize) -> Target {
    Target::Section(Some(at))
}

#[test]
fn headings_have_slugs_of_all_rules() {
    lands(
        "# T\n\n## Rooms & *Beds* (all)\n",
        &[
            "rooms--beds-all",
            "Rooms-Beds-All",
            "rooms-&-beds-(all)",
            "rooms-%26-beds-%28all%29",
            "t-rooms--beds-all",
        ],
        section(0),
    );
    lands("# T\n\n## Non-free\n", &["nonfree", "non-free"], section(0));
    lands("# T\n\n## A\n", &["t"], Target::Section(None));
}

#[test]
fn slugs_are_joined_with_the_heading_above() {
    lands(
        "## Room Object\n\n#### Types\n\n###### Room Structure\n\n###### Bed?\n",
        &["types-bed"],
        section(3),
    );
    lands(
        "## A\n### B\n## C\n### B\n",
        &["c-b", "b-1", "b_1"],
        section(3),
    );
}

#[test]
fn explicit_anchors_win_and_the_first_of_a_name() {
    lands(
        "## A\n\n<a name=\"a\"></a>\n## B\n\n## A\n",
        &["A", "b"],
        section(1),
    );
    for before in [
        "<ManualAnchor id=\"x\" />",
        "<a id=\"y\"></a>\n<a id=\"x\"></a>",
        "<Anchor name=\"x\" />",
        "<div id=\"x\">\n\n</div>\n",
    ] {
        lands(
            &format!("## A\n\ntext\n\n{before}\n## B\n"),
            &["x"],
            section(1),
        );
    }
    for heading in [
        "<a name=\"x\"></a>B",
        "B {#x}",
        "B <span id='x'>c</span>",
        "B { #x }",
    ] {
        lands(&format!("## A\n\n## {heading}\n"), &["x"], section(1));
    }
    lands("## A\n\n<h3 id=\"x\">B</h3>\n", &["x", "b"], section(1));
    lands("## A\n\na <a id=\"x\"></a> b\n", &["x"], section(0));
    lands("## A\n\n- <a id=\"x\"></a> b\n", &["x"], section(0));
}

#[test]
fn a_name_that_is_no_anchor_is_none() {
    let page = page("## A\n\n<Param name=\"limit\">\ntext\n</Param>\n\n<B name=\"n\" />\ntext\n");
    let anchors = Anchors::new(&page);
    assert_eq!((anchors.find("limit"), anchors.find("n")), (None, None));
    assert_eq!(anchors.find(""), None);
}

#[test]
fn tables_and_rows_have_anchors() {
    let table = "| A |\n|-|\n| a |\n| <a id=\"r\"></a>b |\n";
    let section = Some(0);
    let text = format!("## A\n\n{table}{{ #below }}\n");
    lands(&text, &["below"], Target::Table { section, block: 0 });
    let text = format!("## A\n\n<a name=\"above\"></a>\n\n{table}");
    lands(&text, &["above"], Target::Table { section, block: 1 });
    let row = Target::Row {
        section,
        block: 1,
        row: 1,
    };
    lands(&text, &["R"], row);
}

#[test]
fn many_equal_headings_are_numbered() {
    let page = page(&"## Room\n\n".repeat(10_000));
    let anchors = Anchors::new(&page);
    assert_eq!(anchors.find("room"), Some(section(0)));
    assert_eq!(anchors.find("room-9999"), Some(section(9_999)));
    assert_eq!(anchors.find("room-10000"), None);
}
