//! `import` copies model pages and nothing else, and overwrites nothing unasked.

use tests::{ORDER, Project};

const RESPONSE: &str = "\
# GetOrderResponse

## Fields

| Field         | Type                     | Required           | Description |
| ------------- | ------------------------ | ------------------ | ----------- |
| `contentType` | *String*                 | :heavy_check_mark: | N/A         |
| `statusCode`  | *int*                    | :heavy_check_mark: | N/A         |
| `rawResponse` | [HttpResponse\\<InputStream>](https://example.com/HttpResponse.html) | :heavy_check_mark: | N/A |
";

/// A checkout of an SDK beside empty specs.
fn checkout() -> Project {
    let project = Project::new(&[]);
    project.put("sdk/README.md", "# Shop\n\nHow to install it.\n");
    project.put(
        "sdk/docs/sdks/orders/README.md",
        "# Orders\n\n## Overview\n",
    );
    project.put("sdk/docs/models/shared/Order.md", ORDER);
    project.put("sdk/docs/models/operations/GetOrderResponse.md", RESPONSE);
    project.put("sdk/node_modules/x.js", "");
    project
}

const IMPORT: [&str; 6] = ["import", "sdk", "--api", "shop", "--specs", "specs"];

#[test]
fn model_pages_are_copied_and_the_rest_is_left() {
    let project = checkout();
    let run = project.xtask(&IMPORT);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:#?}");
    assert_eq!(
        run.stderr,
        "specs/shop: 1 pages of Java: 1 written, 0 unchanged; 3 left out\n"
    );
    let files = project.files("specs");
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["shop/java/models/shared/Order.md"]
    );
    assert_eq!(files["shop/java/models/shared/Order.md"], ORDER);
    assert_eq!(project.xtask(&["schema", "--specs", "specs"]).status, 0);
    let again = project.xtask(&IMPORT);
    assert_eq!(again.status, 0, "{again:#?}");
    assert!(
        again.stderr.contains("0 written, 1 unchanged"),
        "{}",
        again.stderr
    );
}

#[test]
fn pages_of_the_library_are_left_even_if_models_link_to_them() {
    let project = checkout();
    let own = ORDER.replace(
        "*Optional",
        "[LocalDate](../../types/LocalDate.md) *Optional",
    );
    project.put("sdk/docs/models/shared/Order.md", &own);
    project.put("sdk/docs/types/LocalDate.md", "# LocalDate\n\n## Usage\n");
    let run = project.xtask(&IMPORT);
    assert!(run.stderr.ends_with("4 left out\n"), "{run:#?}");
}

#[test]
fn a_page_that_differs_is_kept_unless_force_is_given() {
    let project = checkout();
    let own = "# Order\n\nEdited.\n";
    project.put("specs/shop/java/models/shared/Order.md", own);
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stderr,
        "differs: specs/shop/java/models/shared/Order.md\n\
         error: 1 page exists already and differs; nothing was written; --force replaces them\n"
    );
    assert_eq!(
        project.files("specs")["shop/java/models/shared/Order.md"],
        own
    );
    let run = project.xtask(&[&IMPORT[..], &["--force"]].concat());
    assert_eq!(run.status, 0, "{run:#?}");
    assert_eq!(
        project.files("specs")["shop/java/models/shared/Order.md"],
        ORDER
    );
}

#[test]
fn nothing_is_written_outside_of_the_api() {
    let project = checkout();
    for name in ["../elsewhere", "a/b", "", ".", ".hidden", "/tmp"] {
        let run = project.xtask(&["import", "sdk", "--api", name, "--specs", "specs"]);
        assert_eq!(run.status, 2, "{name}: {run:#?}");
    }
    assert!(project.files("specs").is_empty());
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_leads_nowhere() {
    let project = checkout();
    project.put("elsewhere/file", "");
    project.put("specs/shop/spec.toml", "");
    std::os::unix::fs::symlink(project.path("elsewhere"), project.path("specs/shop/java"))
        .expect("a link");
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 1, "{run:#?}");
    assert!(run.stderr.contains("is a symbolic link"), "{}", run.stderr);
    assert_eq!(
        project.files("elsewhere").keys().collect::<Vec<_>>(),
        ["file"]
    );
}

#[test]
fn a_folder_without_models_is_wrong_usage() {
    let project = Project::new(&[]);
    project.put("sdk/README.md", "# Shop\n");
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 2);
    assert_eq!(run.stderr, "error: no model pages in sdk\n");
}
