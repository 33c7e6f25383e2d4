//! Pages and links between them.

use super::*;
use crate::dialect::reference::profile::PathPattern;
use crate::page::parse;
use crate::source::SourceFile;

/// Reads pages that stand in the folder `docs`.
fn with(profile: &Profile, pages: &[(&str, &str)], check: impl FnOnce(&Book<'_>)) {
    let mut files = Files::default();
    let ids: Vec<_> = pages
        .iter()
        .map(|(path, text)| files.add(SourceFile::new(format!("api/docs/{path}"), *text)))
        .collect();
    let pages: Vec<_> = ids
        .iter()
        .zip(pages)
        .map(|(id, (path, _))| {
            Leaf::of(&mut PageFile {
                path: format!("docs/{path}"),
                page: parse(&files, *id),
            })
        })
        .collect();
    check(&Book::read(&files, "docs", pages, profile));
}

fn print(book: &Book<'_>, landing: Landing) -> String {
    let name = |page: usize| book.pages[page].below.clone();
    let heading = |spot: Spot| {
        let heading = book.heading(spot).map_or("", |heading| &heading.text);
        format!("{}#{heading}", name(spot.page))
    };
    match landing {
        Landing::Page(page) => name(page),
        Landing::Section(spot) => heading(spot),
        Landing::Table(id) => format!("{}[{}]", heading(id.spot), id.block),
        Landing::Row(id, row) => format!("{}[{}.{row}]", heading(id.spot), id.block),
        Landing::NoAnchor(page) => format!("{}#?", name(page)),
        Landing::Elsewhere => "-".to_owned(),
    }
}

const PAGES: [(&str, &str); 5] = [
    ("index.md", "# Start\n\n## Guest Object (old)\n"),
    (
        "rooms/list.mdx",
        "# Rooms\n\n## Bed %\n\n| A |\n|-|\n| <a name=\"wide\"></a>x |\n{ #beds }\n",
    ),
    ("rooms/README.md", "# All rooms\n"),
    ("guests/get-guest.md", "# Guest\n\n## Name\n"),
    ("other/list.md", "# Other\n"),
];

#[test]
fn links_lead_to_pages_and_their_parts() {
    let mut profile = Profile::default();
    profile.links.by_basename = true;
    profile
        .links
        .own_urls
        .push("https://rooms.example/docs/".to_owned());
    profile.links.page_roots.push("rooms".to_owned());
    with(&profile, &PAGES, |book| {
        for (from, target, to) in [
            (1, "#bed-", "rooms/list.mdx#Bed %"),
            (1, "#BEDS", "rooms/list.mdx#Bed %[0]"),
            (1, "#wide", "rooms/list.mdx#Bed %[0.0]"),
            (1, "#nope", "rooms/list.mdx#?"),
            (1, "", "rooms/list.mdx"),
            (1, "../guests/get-guest.md#name", "guests/get-guest.md#Name"),
            (1, "../../guests/get-guest", "guests/get-guest.md"),
            (1, "./README.md", "rooms/README.md"),
            (3, "../rooms/", "rooms/README.md"),
            (3, "/rooms/list/#Bed-%25", "rooms/list.mdx#Bed %"),
            (3, "/site/v2/rooms/list.html", "rooms/list.mdx"),
            (3, "/list", "rooms/list.mdx"),
            (
                3,
                "https://rooms.example/docs/rooms/list?a=b#beds",
                "rooms/list.mdx#Bed %[0]",
            ),
            (3, "https://rooms.example/docsy/rooms/list", "-"),
            (3, "https://example.com/rooms/list", "-"),
            (3, "mailto:list", "-"),
            (1, "elsewhere/get-guest#name", "guests/get-guest.md#Name"),
            (1, "elsewhere/list2", "-"),
            (1, "#DOCS_GUESTS_GET_GUEST/name", "guests/get-guest.md#Name"),
            (1, "/#guest-object-old", "index.md#Guest Object (old)"),
            (0, "/guests/get%2Dguest#nope", "guests/get-guest.md#?"),
        ] {
            assert_eq!(print(book, book.follow(from, target)), to, "{target}");
            assert_eq!(print(book, book.follow(from, target)), to, "{target} again");
        }
    });
}

#[test]
fn patterns_say_which_pages_are_skipped() {
    let mut profile = Profile::default();
    let patterns = |written: [&str; 2]| written.map(|it| PathPattern::new(it).unwrap()).to_vec();
    profile.files.include = patterns(["rooms/*", "*.md"]);
    profile.files.exclude = patterns(["*README*", "other/*"]);
    with(&profile, &PAGES, |book| {
        let skipped: Vec<_> = book.pages.iter().map(|page| page.is_skipped).collect();
        assert_eq!(skipped, [false, false, true, false, true]);
    });
}

#[test]
fn definitions_hold_on_all_pages_if_they_are_alike() {
    let mut profile = Profile::default();
    profile.files.definitions = vec![PathPattern::new("_all/*").unwrap()];
    let pages = [
        (
            "a/one.md",
            "# A\n\n[Hash]: ../types.md#hash\n[Room]: room.md\n[Bed]: #x\n",
        ),
        (
            "b/two.md",
            "# B\n\n[hash]: ../types.md#hash\n[Room]: room.md\n",
        ),
        ("_all/links.md", "# C\n\n[Bed]: /beds\n"),
        ("three.md", "# D\n\n[Hash][] [Room][] [Bed][]\n"),
        ("types.md", "# E\n\n## Hash\n"),
    ];
    with(&profile, &pages, |book| {
        let Block::Paragraph(paragraph) = &book.pages[3].page.intro[0] else {
            panic!();
        };
        let targets: Vec<_> = paragraph
            .inlines
            .iter()
            .filter_map(|inline| match inline {
                crate::page::Inline::Link(link) => Some(link.target.as_str()),
                _ => None,
            })
            .collect();
        assert_eq!(targets, ["/types.md#hash", "/beds"]);
        assert_eq!(print(book, book.follow(3, targets[0])), "types.md#Hash");
    });
}

#[test]
fn a_block_has_headings_bold_lines_and_text_above_it() {
    let text = "# T\n\n## Room\n\n### Bed\n\nOne. It has:\n\n**Parameters:**\n\n<Info>\n\n| A |\n|-|\n\n</Info>\n\nText.\n**Returns**\n\n```\nx\n```\n\n| B |\n|-|\n\n| C |\n|-|\n\n## Next\n\n| D |\n|-|\n";
    with(&Profile::default(), &[("a.md", text)], |book| {
        let mut seen = Vec::new();
        for spot in book.spots(0) {
            for (block, what) in book.blocks(spot).iter().enumerate() {
                let Block::Table(_) = what else {
                    continue;
                };
                let above = book.above(spot);
                let above =
                    above.map(|spot| book.heading(spot).map_or("", |heading| &heading.text));
                seen.push(format!(
                    "{} | {} | {}",
                    above.collect::<Vec<_>>().join(" < "),
                    book.bold_above(spot, block).unwrap_or_default(),
                    book.sentence_above(spot, block).unwrap_or("-")
                ));
            }
        }
        assert_eq!(
            seen,
            [
                "Bed < Room < T | Parameters: | **Parameters:**",
                "Bed < Room < T | Returns | **Returns**",
                "Bed < Room < T | Returns | -",
                "Next < T |  | -",
            ]
        );
        let room = Spot {
            page: 0,
            section: Some(0),
        };
        assert_eq!(book.last_below(room).section, Some(1));
        assert_eq!(
            (book.level(room), book.parent(room).map(|spot| spot.section)),
            (2, Some(None))
        );
    });
}
