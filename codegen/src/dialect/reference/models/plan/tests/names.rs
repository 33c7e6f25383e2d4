//! What models are called.

use super::super::testing::{models, planned, profile, titles};
use super::fields;
use crate::dialect::reference::profile::pattern::{Pattern, Patterns};

#[test]
fn names_come_from_the_nearest_heading_that_names_something() {
    let page = format!(
        "# Rooms\n\n## 2.1 Room Object\n\n### Fixed Fields\n{}\n## Book a Room\n\n### JSON Params\n{}\n### Response Body\n{}\n## The `Bed` class\n{}",
        fields("id"),
        fields("room"),
        fields("ok"),
        fields("width")
    );
    assert_eq!(
        models(&[("rooms.md", &page)]),
        [
            "Room: fields 1",
            "Book a Room JSON Params: fields 1 request",
            "Book a Room Response: fields 1 response",
            "Bed: fields 1",
        ]
    );
}

#[test]
fn pages_without_headings_are_named_by_title_then_by_file() {
    let with_title = format!(
        "---\ntitle: Get Room\n---\n\n### Request Parameters\n{}",
        fields("id")
    );
    let bare = fields("id");
    assert_eq!(
        titles(&[("a/b.md", &with_title), ("a/room_list.md", &bare)]),
        ["Get Room Request", "room_list"]
    );
}

#[test]
fn a_heading_in_another_script_keeps_its_identifier() {
    let page = format!(
        "# x\n\n## `get_room` 取得\n{}\n## 部屋の一覧\n{}\n## 12\n{}",
        fields("a"),
        fields("b"),
        fields("c")
    );
    assert_eq!(titles(&[("x.md", &page)]), ["get_room", "部屋の一覧", "x"]);
}

#[test]
fn of_equal_names_parameters_and_values_give_way() {
    let values = "\n| Value |\n|-|\n| a |\n";
    let page = format!(
        "# Rooms\n\n## Room\n{}\n## States\n\n### Room Object\n{values}\n## Calls\n\n### Room\n\nThe request has the following:\n{}",
        fields("id"),
        fields("id")
    );
    assert_eq!(
        titles(&[("rooms.md", &page)]),
        ["Room", "Room Object", "Calls Room"]
    );
}

#[test]
fn no_name_depends_on_the_order_of_pages_or_on_other_pages() {
    let page = |title: &str| {
        format!(
            "# {title}\n\n## Room\n{}\n## {title} Bed\n{}",
            fields("id"),
            fields("id")
        )
    };
    let (a, b, c) = (
        page("Hotel"),
        page("Farm"),
        page("Ship").replace("## Room", "## Cabin"),
    );
    let names = |pages: &[(&str, &str)]| {
        let mut names = titles(pages);
        names.sort();
        names
    };
    let two = ["Farm Bed", "Farm Room", "Hotel Bed", "Hotel Room"];
    assert_eq!(names(&[("a.md", &a), ("b.md", &b)]), two);
    assert_eq!(names(&[("z.md", &a), ("b.md", &b)]), two);
    let mut three = names(&[("a.md", &a), ("0.md", &c), ("b.md", &b)]);
    three.retain(|name| !name.contains("Ship") && name != "Cabin");
    assert_eq!(three, two);
}

#[test]
fn versions_of_a_page_are_told_apart_by_their_files() {
    let page = format!(
        "# Contents\n\n# Log\n\n## Get log\n\n**Returns:**\n{}",
        fields("id")
    );
    let same = [
        ("My-API-(4.1).md", page.as_str()),
        ("My-API-(5.0).md", &page),
    ];
    assert_eq!(
        titles(&same),
        ["Get log Returns 4_1", "Get log Returns 5_0"]
    );
    let page = format!("---\ntitle: Get Room\n---\n\n## Response\n{}", fields("id"));
    let same = [
        ("v1/spot/room.md", page.as_str()),
        ("v1/farm/get.md", &page),
    ];
    assert_eq!(
        titles(&same),
        ["spot Get Room Response", "farm Get Room Response"]
    );
}

#[test]
fn of_equal_names_longer_headings_say_more() {
    let page = format!(
        "# Rooms\n\n## Call Object\n{}\n## Call Class Object\n{}\n## Call Structure (old)\n{}",
        fields("a"),
        fields("b"),
        fields("c")
    );
    assert_eq!(
        titles(&[("a.md", &page)]),
        ["Call Object", "Call Class", "Call old"]
    );
}

#[test]
fn headings_without_comments_and_with_numbers_behind() {
    let page = format!(
        "# Codes <!-- no toc -->\n{}\n## 4xx: Errors\n{}",
        fields("a"),
        fields("b")
    );
    assert_eq!(titles(&[("a.md", &page)]), ["Codes", "Errors 4xx"]);
}

#[test]
fn a_generic_heading_that_a_type_links_to_is_a_name() {
    let page = format!(
        "# API\n\n## Call\n\n| Field | Type |\n|-|-|\n| body | [Body](#body) |\n| all | [x](#parameters) |\n| one | [y](#response-object) |\n\n## Body\n{}\n## Parameters\n{}\n## Response Object\n{}",
        fields("a"),
        fields("b"),
        fields("c")
    );
    assert_eq!(
        titles(&[("a.md", &page)]),
        ["Call", "Body", "API Parameters", "Response"]
    );
}

#[test]
fn pages_of_one_title_are_told_apart_by_as_little_as_does() {
    let page = format!("---\ntitle: Get Info\n---\n{}", fields("id"));
    let pages = [
        "v1/spot/info.md",
        "v1/farm/info.md",
        "v1/all/spot/get.md",
        "v1/info.md",
    ];
    let pages = pages.map(|path| (path, page.as_str()));
    assert_eq!(
        titles(&pages),
        [
            "spot info Get Info",
            "farm info Get Info",
            "spot get Get Info",
            "v1 info Get Info"
        ]
    );
    let names = ["farm Get Info", "spot Get Info", "Get Info"];
    assert_eq!(titles(&[pages[1], pages[0]])[..], names[..2]);
}

#[test]
fn of_equal_names_the_one_that_other_pages_link_to_keeps_it() {
    let main = format!(
        "# Rooms\n\n## Room Object\n\n### Room Structure\n{}",
        fields("id")
    );
    let toolkit = format!(
        "# Toolkit\n\n## Room\n{}\n## Bed\n\n| Field | Type |\n|-|-|\n| room | [room](#room) |\n",
        fields("name")
    );
    let other = "# Hotels\n\n## Hotel\n\n| Field | Type |\n|-|-|\n| room | [room](rooms.md#room-object) |\n";
    let pages = [
        ("rooms.md", main.as_str()),
        ("toolkit.md", toolkit.as_str()),
    ];
    assert_eq!(titles(&pages), ["Room Structure", "Room", "Bed"]);
    let linked = [pages[0], pages[1], ("hotels.md", other)];
    assert_eq!(titles(&linked), ["Room", "Toolkit Room", "Bed", "Hotel"]);
}

#[test]
fn headings_of_roles_in_another_script_are_words() {
    let page = format!(
        "# 房间\n\n## 查询\n\n### 请求参数\n{}\n### 响应\n{}",
        fields("id"),
        fields("ok")
    );
    let mut profile = profile();
    let patterns = |text: &str| Patterns(vec![Pattern::new(text).unwrap()]);
    profile.models.generic_headings = patterns("^(请求参数|响应)$");
    profile.models.request_words = patterns("请求");
    profile.models.response_words = patterns("响应");
    let titles = planned(&profile, &[("rooms.md", &page)], |_, plan| {
        let titles = plan.models.iter().map(|model| model.title.value.clone());
        titles.collect::<Vec<_>>()
    });
    assert_eq!(titles, ["查询 Request", "查询 Response"]);
}
