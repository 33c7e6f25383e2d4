//! `import` copies model pages and nothing else; it replaces and removes none unasked.

mod keys;

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

/// What is said of a checkout without source.
const NO_SOURCE: &str = "warning: no source of the models is below sdk; keys will be guessed \
    where no example or sample shows them; import the whole checkout\n";

const IMPORT: [&str; 6] = ["import", "sdk", "--api", "shop", "--specs", "specs"];

#[test]
fn model_pages_are_copied_and_the_rest_is_left() {
    let project = checkout();
    let run = project.xtask(&IMPORT);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{run:#?}");
    assert_eq!(
        run.stderr,
        "specs/shop: 1 page of Java: 1 added, 0 changed, 0 removed, 0 unchanged; \
         3 left out (2 pages without a model, 1 response wrapper)\n"
            .to_owned()
            + NO_SOURCE
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
        again.stderr.contains("0 removed, 1 unchanged"),
        "{}",
        again.stderr
    );
    assert!(!again.stderr.contains("Order.md"), "{}", again.stderr);
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
    assert!(run.stderr.contains("; 4 left out ("), "{run:#?}");
}

#[test]
fn a_page_without_title_fields_or_values_is_no_model() {
    let project = checkout();
    project.put("sdk/LICENSE.md", "You may use this.\n");
    project.put(
        "sdk/USAGE.md",
        "<!-- Start -->\n```java\nShop.open();\n```\n<!-- End -->\n",
    );
    project.put("sdk/CHANGELOG.md", "## 1.1\n\n- Faster.\n");
    project.put("sdk/docs/models/NOTICE.md", "Copyright.\n");
    project.put("sdk/docs/models/shared/Empty.md", "");
    // It was to be a model's page, and codegen says what is wrong with it.
    let lost = ORDER.replace("# Order\n", "");
    project.put("sdk/docs/models/shared/Lost.md", &lost);
    // A link to a page does not make it one of a model.
    let own = ORDER.replace("Names the order.", "See [use](../../USAGE.md).");
    project.put("sdk/docs/models/shared/Order.md", &own);
    let run = project.xtask(&[&IMPORT[..], &["--all-warnings"]].concat());
    assert_eq!(run.status, 0, "{run:#?}");
    assert_eq!(
        project.files("specs").keys().collect::<Vec<_>>(),
        [
            "shop/java/models/shared/Lost.md",
            "shop/java/models/shared/Order.md"
        ]
    );
    for path in [
        "CHANGELOG.md",
        "LICENSE.md",
        "README.md",
        "USAGE.md",
        "docs/models/NOTICE.md",
        "docs/models/shared/Empty.md",
    ] {
        let line = format!("  left out: sdk/{path} (page without a model)\n");
        assert!(run.stderr.contains(&line), "{path}: {}", run.stderr);
    }
    let wrapper = "  left out: sdk/docs/models/operations/GetOrderResponse.md (response wrapper)\n";
    assert!(run.stderr.contains(wrapper), "{}", run.stderr);
}

/// What an import has left, and a checkout of the next version: `Order` has another text, `Old` is
/// gone, `New` is new. Beside the pages stand files of the user's.
fn upgrade() -> Project {
    let project = checkout();
    let page = |title: &str| ORDER.replace("# Order", &format!("# {title}"));
    project.put("sdk/docs/models/shared/Old.md", &page("Old"));
    project.put("sdk/docs/models/shared/Same.md", &page("Same"));
    assert_eq!(project.xtask(&IMPORT).status, 0);
    project.put("specs/shop/java/models/shared/notes.txt", "mine");
    project.put("specs/shop/java/Own.md", &page("Own"));
    project.put("specs/shop/python/models/Order.md", &page("Order"));
    std::fs::remove_file(project.path("sdk/docs/models/shared/Old.md")).expect("a file");
    project.put("sdk/docs/models/shared/New.md", &page("New"));
    let new = ORDER.replace("How many.", "How many there are.") + "\nSee the shop.\n";
    project.put("sdk/docs/models/shared/Order.md", &new);
    project
}

#[test]
fn an_upgrade_without_force_shows_what_differs_and_writes_nothing() {
    let project = upgrade();
    let before = project.files("specs");
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 1);
    assert_eq!(
        run.stderr,
        "  gone from the SDK: specs/shop/java/models/shared/Old.md\n\
         \x20 added: specs/shop/java/models/shared/New.md\n\
         \x20 differs: specs/shop/java/models/shared/Order.md (3 lines added, 1 removed)\n\
         error: nothing was written, because it replaces 1 page and removes 1 page; \
         to upgrade: cargo xtask import sdk --api shop --specs specs --force\n"
    );
    assert_eq!(project.files("specs"), before);
}

#[test]
fn an_upgrade_replaces_adds_and_removes_pages_and_touches_nothing_else() {
    let project = upgrade();
    let mut wanted = project.files("specs");
    let pages = "shop/java/models/shared";
    wanted.remove(&format!("{pages}/Old.md"));
    for name in ["New.md", "Order.md"] {
        let text = project.files("sdk")[&format!("docs/models/shared/{name}")].clone();
        wanted.insert(format!("{pages}/{name}"), text);
    }
    let run = project.xtask(&[&IMPORT[..], &["--force"]].concat());
    assert_eq!(run.status, 0, "{run:#?}");
    assert_eq!(
        run.stderr,
        "  gone from the SDK: specs/shop/java/models/shared/Old.md\n\
         \x20 added: specs/shop/java/models/shared/New.md\n\
         \x20 differs: specs/shop/java/models/shared/Order.md (3 lines added, 1 removed)\n\
         specs/shop: 3 pages of Java: 1 added, 1 changed, 1 removed, 1 unchanged; \
         3 left out (2 pages without a model, 1 response wrapper)\n"
            .to_owned()
            + NO_SOURCE
    );
    assert_eq!(project.files("specs"), wanted);
}

#[test]
fn pages_that_are_gone_are_kept_if_one_asks_for_it() {
    let project = upgrade();
    let run = project.xtask(&[&IMPORT[..], &["--keep"]].concat());
    assert_eq!(run.status, 1, "{run:#?}");
    let command = "cargo xtask import sdk --api shop --specs specs --keep --force\n";
    assert!(run.stderr.ends_with(command), "{}", run.stderr);
    let run = project.xtask(&[&IMPORT[..], &["--keep", "--force"]].concat());
    assert_eq!(run.status, 0, "{run:#?}");
    let kept = "0 removed, 1 unchanged; 1 kept that the SDK does not have;";
    assert!(run.stderr.contains(kept), "{}", run.stderr);
    assert!(
        project
            .path("specs/shop/java/models/shared/Old.md")
            .exists()
    );
}

#[test]
fn a_long_list_of_changes_is_cut() {
    let project = checkout();
    let put = |folder: &str, text: &str| {
        for at in 10..40 {
            let page = ORDER.replace("# Order", &format!("# Order{at}"));
            project.put(&format!("{folder}/shared/Order{at}.md"), &(page + text));
        }
    };
    put("sdk/docs/models", "");
    assert_eq!(project.xtask(&IMPORT).stderr.lines().count(), 2);
    put("specs/shop/java/models", "\nEdited.\n");
    // What is gone is always said.
    project.put("specs/shop/java/models/shared/Zero.md", ORDER);
    let run = project.xtask(&IMPORT);
    assert_eq!(run.stderr.lines().count(), 23, "{}", run.stderr);
    let gone = "  gone from the SDK: specs/shop/java/models/shared/Zero.md\n";
    assert!(run.stderr.starts_with(gone), "{}", run.stderr);
    let more = "  and 10 pages more; --all-warnings lists them all\n";
    assert!(run.stderr.contains(more), "{}", run.stderr);
    let run = project.xtask(&[&IMPORT[..], &["--all-warnings"]].concat());
    assert_eq!(run.stderr.lines().count(), 32, "{}", run.stderr);
}

#[test]
fn of_two_pages_for_one_place_the_second_is_said() {
    let project = checkout();
    project.put("sdk/docs/sdk/models/shared/Order.md", ORDER);
    let run = project.xtask(&[&IMPORT[..], &["--all-warnings"]].concat());
    let line = "  left out: sdk/docs/sdk/models/shared/Order.md \
                (sdk/docs/models/shared/Order.md goes to the same place)\n";
    assert!(run.stderr.contains(line), "{}", run.stderr);
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
    use std::os::unix::fs::symlink;
    let project = checkout();
    project.put("elsewhere/Other.md", ORDER);
    project.put("specs/shop/spec.toml", "");
    symlink(project.path("elsewhere"), project.path("specs/shop/java")).expect("a link");
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 1, "{run:#?}");
    assert!(
        run.stderr.contains("specs/shop/java is a symbolic link"),
        "{}",
        run.stderr
    );
    std::fs::remove_file(project.path("specs/shop/java")).expect("a link");
    assert_eq!(project.xtask(&IMPORT).status, 0);
    // Neither is what a link in the folder leads to gone from the SDK.
    symlink(
        project.path("elsewhere"),
        project.path("specs/shop/java/models/linked"),
    )
    .expect("a link");
    symlink(
        project.path("elsewhere/Other.md"),
        project.path("specs/shop/java/models/Linked.md"),
    )
    .expect("a link");
    let run = project.xtask(&[&IMPORT[..], &["--force"]].concat());
    assert!(run.stderr.contains(" 0 removed, 1 unchanged"), "{run:#?}");
    assert!(project.path("specs/shop/java/models/Linked.md").exists());
    assert_eq!(project.files("elsewhere").len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_checkout_is_not_followed() {
    let project = checkout();
    project.put("elsewhere/models/Other.md", ORDER);
    std::os::unix::fs::symlink(project.path("elsewhere"), project.path("sdk/docs/more"))
        .expect("a link");
    let run = project.xtask(&[&IMPORT[..], &["--all-warnings"]].concat());
    assert_eq!(run.status, 0, "{run:#?}");
    assert!(
        run.stderr.contains("  not followed: sdk/docs/more\n"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains("; 1 symbolic link not followed\n"),
        "{}",
        run.stderr
    );
    assert_eq!(project.files("specs").len(), 1);
}

#[cfg(unix)]
#[test]
fn an_error_names_its_path() {
    use std::fs::{Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let project = checkout();
    project.put("specs/shop/java/models/shared", "a file");
    let run = project.xtask(&IMPORT);
    assert_eq!(
        (run.status, run.stderr.as_str()),
        (
            1,
            "error: specs/shop/java/models/shared is a file where a folder belongs\n"
        )
    );
    std::fs::remove_file(project.path("specs/shop/java/models/shared")).expect("a file");
    let closed = |path: &str| {
        set_permissions(project.path(path), Permissions::from_mode(0o0)).expect("permissions");
    };
    let page = "sdk/docs/models/shared/Order.md";
    closed(page);
    if std::fs::read(project.path(page)).is_ok() {
        // Whoever may read everything sees no error.
        return;
    }
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 1, "{run:#?}");
    assert!(run.stderr.contains(page), "{}", run.stderr);
}

#[test]
fn a_folder_without_models_is_wrong_usage() {
    let project = Project::new(&[]);
    project.put("sdk/README.md", "# Shop\n");
    let run = project.xtask(&IMPORT);
    assert_eq!(run.status, 2);
    assert_eq!(run.stderr, "error: no model pages in sdk\n");
}
