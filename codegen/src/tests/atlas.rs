//! What the page holds, and that nothing of a vendor's acts in it.

use serde_json::Value;

use crate::atlas::atlas;
use crate::diagnostic::Diagnostics;
use crate::input::{ApiInput, Input};
use crate::source::SourceFile;

/// The page of these pages of an API.
fn html(pages: &[(&str, &str)]) -> String {
    let mut input = Input::default();
    let mut api = ApiInput {
        name: "shop".to_owned(),
        pages: Vec::new(),
        samples: Vec::new(),
        keys: Vec::new(),
        config: None,
    };
    for (path, text) in pages {
        let file = SourceFile::new(format!("shop/{path}"), *text);
        api.pages.push(((*path).to_owned(), input.files.add(file)));
    }
    input.apis.push(api);
    let described = crate::describe(&input, &mut Diagnostics::default()).unwrap();
    atlas(&described.apis[0], &described.summaries[0])
}

fn data(html: &str) -> Value {
    let (_, rest) = html.split_once("id=\"data\">").unwrap();
    let (json, _) = rest.split_once("</script>").unwrap();
    serde_json::from_str(json).unwrap()
}

const ORDER: &str = "# Order\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
    | `id` | *String* | :heavy_check_mark: | </script><img src=x onerror=alert(1)> |\n\
    | `of` | [Optional<Part>](../models/Part.md) | :heavy_minus_sign: | N/A |\n";
const PART: &str = "# Part\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `RED` | red |\n";

#[test]
fn a_page_links_models_and_says_why() {
    let page = html(&[
        ("java/models/Order.md", ORDER),
        ("java/models/Part.md", PART),
    ]);
    let data = data(&page);
    let models = data["models"].as_array().unwrap();
    let order = models
        .iter()
        .find(|model| model["path"] == "Order")
        .unwrap();
    let part = models
        .iter()
        .position(|model| model["path"] == "Part")
        .unwrap();
    assert_eq!(
        order["parts"][1]["type"],
        serde_json::json!(["Option<", part, ">"])
    );
    assert_eq!(order["parts"][0]["notes"][0], "key derived");
    let required = &order["parts"][0]["facts"][1];
    let file = required[1].as_u64().unwrap() as usize;
    assert_eq!(data["files"][file], "shop/java/models/Order.md");
    assert_eq!(required[2], 7);
    assert_eq!(models[part]["kind"], "open enum");
    assert_eq!(models[part]["parts"][0]["key"], "\"red\"");
}

#[test]
fn nothing_of_a_page_acts_and_nothing_is_loaded() {
    let page = html(&[("java/models/Order.md", ORDER)]);
    assert_eq!(page.matches("</script>").count(), 2);
    assert!(page.contains("\\u003c/script>\\u003cimg src=x onerror=alert(1)>"));
    assert!(page.contains("default-src 'none'"));
    let (_, code) = page.split_once("id=\"data\">").unwrap();
    let (_, code) = code.split_once("</script>").unwrap();
    for way in [
        "innerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "fetch(",
        "import(",
    ] {
        assert!(!code.contains(way), "{way}");
    }
    let (head, _) = page.split_once("id=\"data\">").unwrap();
    assert!(!head.contains("http://") && !head.contains("https://"));
    assert!(!code.contains("http"));
}
