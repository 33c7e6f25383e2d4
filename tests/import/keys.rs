//! `import` writes the keys that the source of an SDK uses, and says how far they go.

use tests::{ORDER, Project, Run};

const PAGE: &str = "\
# Order

## Fields

| Field         | Type      | Required           | Description |
| ------------- | --------- | ------------------ | ----------- |
| `id`          | *string*  | :heavy_check_mark: | N/A         |
| `unitPrice`   | *number*  | :heavy_check_mark: | N/A         |
| `note`        | *string*  | :heavy_minus_sign: | N/A         |
";

const SOURCE: &str = "\
export const Order$inboundSchema: z.ZodType<Order> = z.object({
  _id: z.string(),
  unit_price: z.number(),
}).transform((v) => remap$(v, { \"_id\": \"id\", \"unit_price\": \"unitPrice\" }));
";

const KEYS: &str = "\
# Keys that the SDK's source uses. Written by import.
kind\tmodel\tmember\tkey\tvalue\tplace
field\tcomponents/Order\tid\t_id\t-\tsrc/models/components/order.ts:2
field\tcomponents/Order\tunitPrice\tunit_price\t-\tsrc/models/components/order.ts:3
";

fn checkout() -> Project {
    let project = Project::new(&[]);
    project.put("sdk/docs/models/components/order.md", PAGE);
    project.put("sdk/src/models/components/order.ts", SOURCE);
    project
}

fn import(project: &Project, more: &[&str]) -> Run {
    let args = ["import", "sdk", "--api", "shop", "--specs", "specs"];
    project.xtask(&[&args[..], more].concat())
}

fn keys(project: &Project) -> String {
    project.files("specs")["shop/typescript/keys.tsv"].clone()
}

#[test]
fn keys_are_written_beside_the_pages_and_counted() {
    let project = checkout();
    let more = "const Other$inboundSchema = z.object({ a: z.any() });\n";
    project.put("sdk/src/models/operations/other.ts", more);
    let run = import(&project, &[]);
    assert_eq!(run.status, 0, "{run:#?}");
    let counts = "keys of 2 of 3 fields, from 2 source files; \
         1 page has fields without a key; 1 model has no page\n";
    assert_eq!(
        run.stderr,
        "specs/shop: 1 page of TypeScript: 1 added, 0 changed, 0 removed, 0 unchanged; \
         0 left out\nspecs/shop/typescript/keys.tsv: written; "
            .to_owned()
            + counts
    );
    let other = "field\toperations/Other\ta\ta\t-\tsrc/models/operations/other.ts:1\n";
    assert_eq!(keys(&project), format!("{KEYS}{other}"));
    let again = import(&project, &["--all-warnings"]);
    assert_eq!(
        again.stderr,
        "specs/shop: 1 page of TypeScript: 0 added, 0 changed, 0 removed, 1 unchanged; \
         0 left out\n\
         \x20 without a key: sdk/docs/models/components/order.md: note\n\
         \x20 without a page: operations/Other\n\
         specs/shop/typescript/keys.tsv: unchanged; "
            .to_owned()
            + counts
    );
}

#[test]
fn keys_are_written_where_the_pages_are_there_already() {
    let project = checkout();
    project.put("specs/shop/typescript/models/components/order.md", PAGE);
    let run = import(&project, &[]);
    assert_eq!(run.status, 0, "{run:#?}");
    assert_eq!(keys(&project), KEYS);
    // What an import has written is replaced, but nothing is while the pages are refused.
    project.put("specs/shop/typescript/keys.tsv", "old");
    project.put(
        "sdk/docs/models/components/order.md",
        &PAGE.replace("N/A", "A."),
    );
    assert_eq!(import(&project, &[]).status, 1);
    assert_eq!(keys(&project), "old");
    assert_eq!(import(&project, &["--force"]).status, 0);
    assert_eq!(keys(&project), KEYS);
}

#[test]
fn docs_without_source_are_a_warning_and_leave_the_keys_that_are_there() {
    let project = checkout();
    project.put("specs/shop/typescript/keys.tsv", KEYS);
    let run = project.xtask(&["import", "sdk/docs", "--api", "shop", "--specs", "specs"]);
    assert_eq!(run.status, 0, "{run:#?}");
    let warning = "warning: no source of the models is below sdk/docs; \
        specs/shop/typescript/keys.tsv stays as it is; import the whole checkout\n";
    assert!(run.stderr.ends_with(warning), "{}", run.stderr);
    assert_eq!(keys(&project), KEYS);
    let project = checkout();
    project.put(
        "sdk/src/models/components/order.ts",
        "export type Order = {};\n",
    );
    let run = import(&project, &[]);
    let warning = "warning: 1 source file below sdk names no keys; keys will be guessed where no \
        example or sample shows them; import the whole checkout\n";
    assert!(run.stderr.ends_with(warning), "{}", run.stderr);
}

#[test]
fn hostile_source_is_a_warning_and_the_rest_is_read() {
    let project = checkout();
    let bytes = [
        b"const A$inboundSchema = z.object({ \"".as_slice(),
        &[0xff, 0xfe],
    ]
    .concat();
    std::fs::write(project.path("sdk/src/models/latin.ts"), bytes).expect("a file");
    project.put("sdk/src/models/large.ts", &"x".repeat((8 << 20) + 1));
    let line = "{".repeat(3 << 20);
    project.put(
        "sdk/src/models/line.ts",
        &format!("const A$inboundSchema = {line}"),
    );
    let odd = "const B$inboundSchema = z.object({ \"\\u001b[2J\": z.any(), \"a\\tb\": z.any() });";
    project.put("sdk/src/models/odd.ts", odd);
    let run = import(&project, &[]);
    assert_eq!(run.status, 0, "{run:#?}");
    let warnings: Vec<&str> = run
        .stderr
        .lines()
        .filter(|it| it.starts_with("warning"))
        .collect();
    assert_eq!(
        warnings,
        [
            "warning: sdk/src/models/large.ts: this source file is larger than 8 MB, so no keys are taken from it",
            "warning: sdk/src/models/latin.ts: this source file is not UTF-8, so no keys are taken from it",
            "warning: sdk/src/models/odd.ts:1: 2 keys or names are not taken, this is the first: a character cannot be printed",
        ]
    );
    assert_eq!(keys(&project), KEYS);
}

#[test]
fn many_warnings_about_source_are_cut() {
    let project = checkout();
    for at in 10..40 {
        let path = project.path(&format!("sdk/src/models/f{at}.ts"));
        std::fs::write(path, [0xff]).expect("a file");
    }
    let count = |run: Run| {
        run.stderr
            .lines()
            .filter(|it| it.starts_with("warning"))
            .count()
    };
    let run = import(&project, &[]);
    let more = "warning: 10 warnings more about source files; --all-warnings prints them all\n";
    assert!(run.stderr.contains(more), "{}", run.stderr);
    assert_eq!(count(run), 21);
    assert_eq!(count(import(&project, &["--all-warnings"])), 30);
}

#[cfg(unix)]
#[test]
fn source_behind_a_link_is_not_read() {
    let project = checkout();
    project.put(
        "elsewhere/secret.ts",
        "const S$inboundSchema = z.object({ a: z.any() });",
    );
    std::os::unix::fs::symlink(
        project.path("elsewhere"),
        project.path("sdk/src/models/more"),
    )
    .expect("a link");
    let run = import(&project, &[]);
    assert!(
        run.stderr.contains("; 1 symbolic link not followed\n"),
        "{run:#?}"
    );
    assert_eq!(keys(&project), KEYS);
}

#[test]
fn of_several_sdks_that_at_the_root_is_taken_with_its_own_source() {
    let project = checkout();
    project.put("sdk/packages/cafe/docs/models/components/order.md", PAGE);
    let other = SOURCE.replace("_id", "key");
    project.put("sdk/packages/cafe/src/models/components/order.ts", &other);
    let run = import(&project, &["--all-warnings"]);
    assert_eq!(run.status, 0, "{run:#?}");
    let page = "  left out: sdk/packages/cafe/docs/models/components/order.md \
        (of another SDK, sdk/packages/cafe)\n";
    assert!(run.stderr.contains(page), "{}", run.stderr);
    assert!(
        run.stderr
            .contains("; 1 left out (1 page of another SDK)\n"),
        "{}",
        run.stderr
    );
    assert_eq!(keys(&project), KEYS);
}

#[test]
fn source_is_that_beside_the_docs_wherever_the_sdk_stands() {
    let project = Project::new(&[]);
    project.put("sdk/tests/shop/docs/models/order.md", PAGE);
    project.put("sdk/tests/shop/src/models/order.ts", SOURCE);
    project.put("sdk/src/models/order.ts", &SOURCE.replace("_id", "key"));
    let run = import(&project, &[]);
    assert_eq!(run.status, 0, "{run:#?}");
    let line = "field\tOrder\tid\t_id\t-\ttests/shop/src/models/order.ts:2\n";
    assert!(keys(&project).contains(line), "{}", keys(&project));
}

#[test]
fn the_specs_with_keys_are_read() {
    let project = checkout();
    assert_eq!(import(&project, &[]).status, 0);
    project.put(
        "specs/shop/java/models/Other.md",
        &ORDER.replace("# Order", "# Other"),
    );
    let run = project.xtask(&["schema", "--specs", "specs"]);
    assert_eq!(run.status, 0, "{run:#?}");
}

const WRAPPER: &str = "# GetOrderResponse\n\n## Fields\n\n\
    | Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
    | `contentType` | *string* | :heavy_check_mark: | N/A |\n\
    | `statusCode` | *number* | :heavy_check_mark: | N/A |\n\
    | `rawResponse` | [Response](https://developer.mozilla.org/en-US/docs/Web/API/Response) | :heavy_check_mark: | N/A |\n";

/// With the page of a wrapper, which is left out, and its type.
fn with_wrapper() -> Project {
    let project = checkout();
    project.put("sdk/docs/models/operations/getorderresponse.md", WRAPPER);
    let source = "const GetOrderResponse$inboundSchema = z.object({ ContentType: z.string() })\n  \
        .transform((v) => remap$(v, { \"ContentType\": \"contentType\" }));\n";
    project.put("sdk/src/models/operations/getorder.ts", source);
    project
}

#[test]
fn types_whose_pages_are_left_out_have_no_keys_that_pages_would_miss() {
    let project = with_wrapper();
    let run = import(&project, &[]);
    assert!(run.stderr.contains("1 response wrapper"), "{}", run.stderr);
    assert_eq!(keys(&project), KEYS);
    let schema = project.xtask(&["codegen", "--specs", "specs", "--out", "out"]);
    assert!(
        !schema.stderr.contains("without a page"),
        "{}",
        schema.stderr
    );
}

#[test]
fn their_keys_stay_where_a_model_of_another_namespace_has_the_name() {
    let project = with_wrapper();
    let page = PAGE.replace("# Order", "# GetOrderResponse");
    let page = page.replace("`id`         ", "`contentType`");
    project.put("sdk/docs/models/components/getorderresponse.md", &page);
    let run = import(&project, &[]);
    assert!(run.stderr.contains("1 response wrapper"), "{}", run.stderr);
    assert!(keys(&project).contains("operations/GetOrderResponse\tcontentType\tContentType"));
}
