//! `atlas`: the page is complete in itself, and works in a real browser, where there is one.

use std::path::Path;
use std::process::Command;

use tests::{ORDER, Project};

const COLOR: &str = "# Color\n\n## Values\n\n| Name | Value |\n| --- | --- |\n| `RED` | red |\n";

fn shop() -> Project {
    let project = Project::new(&[("shop/spec.toml", "wire-case = \"camel\"\n")]);
    project.put(
        "specs/shop/java/models/Order.md",
        &format!(
            "{ORDER}| `color` | [Color](../models/Color.md) | :heavy_minus_sign: | Of what. | |\n"
        ),
    );
    project.put("specs/shop/java/models/Color.md", COLOR);
    project
}

#[test]
fn the_page_of_an_api_is_printed() {
    let project = shop();
    let run = project.xtask(&["atlas", "--specs", "specs"]);
    assert_eq!(run.status, 0, "{run:#?}");
    assert!(run.stdout.starts_with("<!doctype html>"), "{}", run.stdout);
    project.put("specs/other/java/models/Color.md", COLOR);
    let run = project.xtask(&["atlas", "--specs", "specs"]);
    assert_eq!(run.status, 2, "{run:#?}");
    let one = project.xtask(&["atlas", "--specs", "specs", "--api", "other"]);
    assert!(one.stdout.contains("<title>other: atlas</title>"));
}

/// What is done in the page, as a user does it, and what must be seen then.
const CLICKS: &str = r##"
const seen = [];
const must = (is, what) => { if (!is) throw new Error(what); seen.push(what); };
const text = () => document.getElementById("main").textContent;
const key = (key) => document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
const turn = () => new Promise((done) => setTimeout(done, 20));
(async () => {
  try {
    must(text().includes("Derived keys"), "the first page says which keys are derived");
    [...document.querySelectorAll("#list a")].find((it) => it.textContent === "Order").click();
    await turn();
    must(location.hash === "#Order" && text().includes("Names the order."), "a model opens");
    must(document.querySelector("#list a[aria-current]").textContent === "Order", "the list marks it");
    const why = document.querySelector("#main details");
    why.querySelector("summary").click();
    must(why.open && why.textContent.includes("shop/java/models/Order.md:"), "evidence has a place");
    [...document.querySelectorAll("#main .type a")].find((it) => it.textContent === "Color").click();
    await turn();
    must(location.hash === "#Color" && text().includes("Order.color"), "a type leads to its model, and back");
    key("/");
    const search = document.getElementById("search");
    must(document.activeElement === search, "a slash leads to the search");
    search.value = "orderid";
    search.dispatchEvent(new Event("input"));
    must(document.querySelectorAll("#list a").length === 1, "the search finds a field");
    key("ArrowDown");
    must(document.activeElement.closest("#list") !== null, "an arrow leads to the found");
    document.activeElement.click();
    await turn();
    must(document.querySelector(".part.marked details").open, "a link to a field opens its evidence");
    location.hash = "#Order.orderId";
    await turn();
    must(document.querySelector(".part.marked").dataset.part === "order_id", "a key leads to its field too");
    history.go(-2);
    await new Promise((done) => addEventListener("hashchange", () => setTimeout(done, 20), { once: true }));
    must(location.hash === "#Color", "the way back is kept");
    document.getElementById("theme").click();
    must(["light", "dark"].includes(document.documentElement.dataset.theme), "the colours change");
    document.title = "passed " + seen.length;
  } catch (error) {
    document.title = "failed: " + error.message + " after " + seen.join(", ");
  }
})();
"##;

/// A browser of the Chromium family.
fn browser() -> Option<&'static str> {
    let names = ["chromium", "chromium-browser", "google-chrome"];
    let runs = |name: &&str| {
        let version = Command::new(name).arg("--version").output();
        version.is_ok_and(|it| it.status.success())
    };
    names.into_iter().find(runs)
}

/// The document as the browser has it in the end.
fn opened(browser: &str, profile: &Path, page: &Path) -> String {
    let run = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--window-size=400,800",
        ])
        .args(["--virtual-time-budget=5000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", profile.display()))
        .arg(format!("file://{}", page.display()))
        .output()
        .expect("the browser runs");
    String::from_utf8_lossy(&run.stdout).into_owned()
}

#[test]
fn a_browser_opens_it_and_its_links_search_and_keys_work() {
    let Some(browser) = browser() else {
        println!("skipped: no Chromium is installed");
        return;
    };
    let project = shop();
    let page = project.xtask(&["atlas", "--specs", "specs"]).stdout;
    let tested = page.replace("</body>", &format!("<script>{CLICKS}</script></body>"));
    project.put("page.html", &tested);
    let document = opened(
        browser,
        &project.path("profile"),
        &project.path("page.html"),
    );
    let (_, rest) = document.split_once("<title>").expect("a title");
    let (title, _) = rest.split_once("</title>").expect("its end");
    assert_eq!(title, "passed 12", "{document}");
}
