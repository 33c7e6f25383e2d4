//! Folders of pages, and whose they are.

use super::split;
use crate::config::{self, Config, Family};
use crate::diagnostic::Diagnostics;
use crate::page::{self, PageFile};
use crate::source::{Files, SourceFile};

const MODEL: &str = "# Room\n\n## Fields\n\n\
    | Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
    | `id` | *string* | :heavy_check_mark: | N/A |\n";
const VALUES: &str = "# Mood\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `Glad` | glad |\n";
const TABLE: &str = "# Rooms\n\nA room:\n\n| Field | Type | Description |\n|---|---|---|\n\
    | id | string | Its id. |\n";
const CHINESE: &str = "# 房间\n\n| 字段 | 类型 | 说明 |\n|---|---|---|\n| id | 字符串 | 编号 |\n";
const HTML: &str = "# Rooms\n\n<table><tr><th>Field</th><th>Type</th></tr>\n\
    <tr><td>id</td><td>string</td></tr></table>\n";
const PROSE: &str = "# Rooms\n\nRooms are rented by the hour.\n";

/// Each shelf as `family folder: paths`.
fn shelves(settings: &str, pages: &[(&str, &str)]) -> Vec<String> {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("spec.toml", settings));
    let mut diagnostics = Diagnostics::default();
    let config: Config = config::parse(&files, id, &mut diagnostics);
    assert_eq!(diagnostics.sorted().len(), 0);
    let pages: Vec<_> = pages
        .iter()
        .map(|(path, text)| (*path, files.add(SourceFile::new(*path, *text))))
        .collect();
    let pages: Vec<_> = pages
        .iter()
        .map(|(path, id)| PageFile {
            path: (*path).to_owned(),
            page: page::parse(&files, *id),
        })
        .collect();
    let shelves = split(&files, &pages, &config).into_iter();
    shelves
        .map(|shelf| {
            let paths: Vec<_> = shelf
                .pages
                .iter()
                .map(|at| pages[*at].path.as_str())
                .collect();
            let family = match shelf.family {
                Family::Sdk => "sdk",
                Family::Reference => "reference",
            };
            format!("{family} {:?}: {}", shelf.folder, paths.join(" "))
        })
        .collect()
}

#[test]
fn one_page_is_enough() {
    assert_eq!(
        shelves("", &[("page.md", TABLE)]),
        ["reference \"\": page.md"]
    );
    assert_eq!(
        shelves("", &[("page.md", CHINESE)]),
        ["reference \"\": page.md"]
    );
    assert_eq!(
        shelves("", &[("page.md", HTML)]),
        ["reference \"\": page.md"]
    );
    assert_eq!(shelves("", &[("Room.md", MODEL)]), ["sdk \"\": Room.md"]);
    assert_eq!(shelves("", &[("Mood.md", VALUES)]), ["sdk \"\": Mood.md"]);
    assert_eq!(shelves("", &[("page.md", PROSE)]), ["sdk \"\": page.md"]);
}

#[test]
fn a_reference_is_one_source_however_its_folders_are_called() {
    let pages = [
        ("docs/v2/rooms.md", TABLE),
        ("guide/start.md", PROSE),
        ("models/room.md", TABLE),
        (
            "errors/codes.md",
            "| Code | Text |\n|---|---|\n| 1 | bad |\n",
        ),
    ];
    assert_eq!(
        shelves("", &pages),
        ["reference \"\": docs/v2/rooms.md guide/start.md models/room.md errors/codes.md"]
    );
}

#[test]
fn tables_on_other_pages_of_an_sdk_make_no_reference() {
    let pages = [
        ("java/README.md", TABLE),
        ("java/docs/models/Room.md", MODEL),
        ("java/docs/sdks/rooms/README.md", TABLE),
        ("java/examples/README.md", TABLE),
    ];
    let paths = pages.map(|(path, _)| path).join(" ");
    assert_eq!(shelves("", &pages), [format!("sdk \"\": {paths}")]);
    let pages = [("README.md", TABLE), ("models/Room.md", MODEL)];
    assert_eq!(shelves("", &pages), ["sdk \"\": README.md models/Room.md"]);
}

#[test]
fn beside_an_sdk_the_rest_is_a_reference() {
    let pages = [
        ("java/docs/models/Room.md", MODEL),
        ("java/docs/models/operations/GetRoom.md", MODEL),
        ("reference/intro.md", PROSE),
        ("reference/rooms/room.md", TABLE),
    ];
    assert_eq!(
        shelves("", &pages),
        [
            "sdk \"\": java/docs/models/Room.md java/docs/models/operations/GetRoom.md",
            "reference \"\": reference/intro.md reference/rooms/room.md",
        ]
    );
    // The SDK is on top: the sources would have one folder.
    let pages = [
        ("models/Room.md", MODEL),
        ("reference/rooms/room.md", TABLE),
    ];
    assert_eq!(
        shelves("", &pages),
        [
            "sdk \"\": models/Room.md",
            "reference \"reference/rooms\": reference/rooms/room.md",
        ]
    );
    // Prose is none, and neither is the page about the folder.
    let pages = [
        ("README.md", TABLE),
        ("java/docs/models/Room.md", MODEL),
        ("notes/start.md", PROSE),
    ];
    assert_eq!(
        shelves("", &pages),
        ["sdk \"\": README.md java/docs/models/Room.md notes/start.md"]
    );
}

#[test]
fn pages_of_people_may_look_like_those_of_models() {
    let alike = "# Room\n\n## Fields\n\n| Field | Type | Required | Description |\n\
        | --- | --- | --- | --- |\n| id | string | yes | Its id. |\n";
    let pages = [("a.md", TABLE), ("b.md", TABLE), ("room.md", alike)];
    assert_eq!(shelves("", &pages), ["reference \"\": a.md b.md room.md"]);
    // Another column than a generator writes.
    let other =
        "# Room\n\n## Fields\n\n| Field | Type | Notes |\n|---|---|---|\n| id | string | |\n";
    assert_eq!(
        shelves("", &[("room.md", other)]),
        ["reference \"\": room.md"]
    );
    assert_eq!(
        shelves("", &[("docs/models/room.md", other)]),
        ["sdk \"\": docs/models/room.md"]
    );
}

#[test]
fn settings_say_it() {
    let pages = [("models/Room.md", MODEL), ("models/notes.md", TABLE)];
    assert_eq!(
        shelves("[sources.\"\"]\nfamily = \"reference\"\n", &pages),
        ["reference \"\": models/Room.md models/notes.md"]
    );
    let pages = [("java/room.md", TABLE), ("notes/room.md", TABLE)];
    assert_eq!(
        shelves("[sources.java]\nfamily = \"sdk\"\n", &pages),
        ["sdk \"\": java/room.md", "reference \"\": notes/room.md"]
    );
    assert_eq!(
        shelves("[sources.java]\nlanguage = \"java\"\n", &pages),
        ["sdk \"\": java/room.md", "reference \"\": notes/room.md"]
    );
    assert_eq!(
        shelves("[sources.notes]\nfamily = \"reference\"\n", &pages),
        [
            "reference \"\": java/room.md",
            "reference \"notes\": notes/room.md",
        ]
    );
}
