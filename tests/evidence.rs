//! Several witnesses of one API: who wins, who is told, and that folders do not matter.

use serde_json::{Value, json};
use tests::{Project, xtask_here};

const HEAD: &str =
    "\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";

fn page(title: &str, rows: &[&str]) -> String {
    format!("# {title}{HEAD}{}\n", rows.join("\n"))
}

/// An order in three languages: one document, each saying what it can.
fn order() -> [(&'static str, String); 3] {
    let java = page(
        "Order",
        &[
            "| `orderId` | *String* | :heavy_check_mark: | N/A |",
            "| `itemCount` | *int* | :heavy_check_mark: | N/A |",
            "| `paidAt` | [OffsetDateTime](https://example.com) | :heavy_check_mark: | N/A |",
        ],
    );
    let python = page(
        "Order",
        &[
            "| `order_id` | *str* | :heavy_check_mark: | N/A |",
            "| `item_count` | *int* | :heavy_check_mark: | N/A |",
            "| `paid_at` | [date](https://docs.python.org/3/library/datetime.html#date-objects) | :heavy_check_mark: | N/A |",
            "| `note` | *OptionalNullable[str]* | :heavy_minus_sign: | N/A |",
        ],
    );
    let typescript = page(
        "Order",
        &[
            "| `orderId` | *string* | :heavy_check_mark: | N/A |",
            "| `itemCount` | *number* | :heavy_check_mark: | N/A |",
            "| `paidAt` | [Date](https://example.com) | :heavy_check_mark: | N/A |",
        ],
    );
    [
        ("shared/Order.md", java),
        ("components/order.md", python),
        ("components/order.md", typescript),
    ]
}

fn project(folders: [&str; 3], spec: &str) -> Project {
    let project = Project::new(&[("shop/spec.toml", spec)]);
    for (folder, (path, text)) in folders.iter().zip(order()) {
        project.put(&format!("specs/shop/{folder}/docs/models/{path}"), &text);
    }
    project
}

fn schema(project: &Project) -> Value {
    let run = project.xtask(&["schema", "--specs", "specs"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    serde_json::from_str(&run.stdout).expect("JSON")
}

const CAMEL: &str = "wire-case = \"camel\"\n";

#[test]
fn each_language_says_what_it_can() {
    let schema = schema(&project(["java", "python", "typescript"], CAMEL));
    let order = &schema["$defs"]["Order"];
    assert_eq!(order["required"], json!(["orderId", "itemCount", "paidAt"]));
    let fields = &order["properties"];
    assert_eq!(
        fields["itemCount"],
        json!({"type": "integer", "format": "int32", "x-wire-name": "guessed"})
    );
    assert_eq!(
        fields["paidAt"],
        json!({"type": "string", "format": "date-time", "x-nullability": "unknown", "x-wire-name": "guessed"})
    );
    assert_eq!(
        fields["note"],
        json!({"type": ["string", "null"], "x-wire-name": "guessed"})
    );
}

#[test]
fn names_of_folders_change_nothing() {
    // But for the paths of what was read.
    let schema = |folders| {
        let mut schema = schema(&project(folders, CAMEL));
        for (_, model) in schema["$defs"].as_object_mut().expect("models") {
            let read_from = model["x-source"].take();
            assert_eq!(read_from.as_array().expect("places").len(), 3);
        }
        schema
    };
    let straight = schema(["java", "python", "typescript"]);
    for folders in [["z", "y", "x"], ["b", "c", "a"], ["1", "0", "2"]] {
        assert!(straight == schema(folders), "{folders:?}");
    }
}

#[test]
fn what_is_not_known_is_trusted_or_accepted_as_null() {
    let codegen = |spec: &str| {
        let project = project(["java", "python", "typescript"], spec);
        let run = project.codegen(&[]);
        assert_eq!(run.status, 0, "{run:#?}");
        assert!(
            run.stderr
                .contains("not known: null of 1 required field, width of 0 numbers")
        );
        project.files("out")["src/shop/mod.rs"].clone()
    };
    assert!(codegen(CAMEL).contains("pub paid_at: DateTime"));
    let accepting = codegen("wire-case = \"camel\"\nnot-known = \"accept-null\"\n");
    assert!(accepting.contains("pub paid_at: Option<DateTime>"));
    assert!(accepting.contains("pub item_count: i32"));
}

#[test]
fn a_conflict_is_a_warning_that_names_both_places_and_strict_makes_it_an_error() {
    let project = Project::new(&[]);
    let java = page(
        "Job",
        &["| `state` | *boolean* | :heavy_check_mark: | N/A |"],
    );
    let typescript = page(
        "Job",
        &["| `state` | *string* | :heavy_minus_sign: | N/A |"],
    );
    project.put("specs/shop/java/models/shared/Job.md", &java);
    project.put(
        "specs/shop/typescript/models/components/job.md",
        &typescript,
    );
    for command in ["schema", "model", "codegen"] {
        let mut args = vec![command, "--specs", "specs"];
        if command == "codegen" {
            args.extend(["--out", "out"]);
        }
        let run = project.xtask(&args);
        assert_eq!(run.status, 0, "{run:#?}");
        for words in [
            "warning: pages disagree about the type of `Job.state`",
            "warning: pages disagree whether `Job.state` is required",
            "specs/shop/java/models/shared/Job.md:7:13",
            "specs/shop/typescript/models/components/job.md:7:13",
        ] {
            assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
        }
        args.push("--strict");
        let run = project.xtask(&args);
        assert_eq!((run.status, run.stdout.as_str()), (1, ""), "{command}");
        assert!(
            run.stderr.contains("error: pages disagree"),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_sample_that_contradicts_the_pages_quotes_the_path_and_both_places() {
    let project = project(["java", "python", "typescript"], CAMEL);
    project.put(
        "specs/shop/samples/Order/odd.json",
        "{\n  \"orderId\": 7,\n  \"itemCount\": 1,\n  \"paidAt\": null\n}\n",
    );
    let run = project.xtask(&["schema", "--specs", "specs"]);
    assert_eq!(run.status, 0);
    for words in [
        "warning: a sample contradicts the model at `$.orderId`",
        "specs/shop/samples/Order/odd.json:2:3",
        "a number here, text in the model",
        "specs/shop/java/docs/models/shared/Order.md:7:",
    ] {
        assert!(run.stderr.contains(words), "{words}\n{}", run.stderr);
    }
    let schema: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(schema["$defs"]["Order"].get("examples"), None);
}

#[test]
fn explain_shows_who_says_what_about_a_field_that_we_ship() {
    let run = xtask_here(&["explain", "ProcessV2.terminatedAt"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    for words in [
        "hathora::ProcessV2::terminated_at: Option<DateTime>",
        "required: yes (the pages say so)",
        "nullable: yes (null in a sample)",
        "specs/hathora/samples/ProcessV2/running.json:10:3",
    ] {
        assert!(run.stdout.contains(words), "{words}\n{}", run.stdout);
    }
    let run = xtask_here(&["explain", "ProcessV2.terminatedAt", "--json"]);
    let data: Value = serde_json::from_str(&run.stdout).expect("JSON");
    assert_eq!(data["questions"][2]["evidence"][0]["won"], json!(true));
    let run = xtask_here(&["explain", "ProcesV2"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_eq!(
        run.stderr,
        "error: no model is called `ProcesV2`; did you mean `ProcessV2`?\n"
    );
}

#[test]
fn explain_prints_the_warnings_about_what_it_explains() {
    let of = |title: &str, optional: &str| {
        let head = "| `id` | *String* | :heavy_check_mark: | N/A |";
        page(
            title,
            &[head, &format!("| `size` | *String* | {optional} | N/A |")],
        )
    };
    let (yes, no) = (":heavy_check_mark:", ":heavy_minus_sign:");
    let project = Project::new(&[
        ("shop/spec.toml", "wire-case = \"camel\"\n"),
        ("shop/a/docs/models/shared/Crate.md", &of("Crate", yes)),
        ("shop/b/docs/models/shared/Crate.md", &of("Crate", no)),
        ("shop/a/docs/models/shared/Barrel.md", &of("Barrel", yes)),
        ("shop/b/docs/models/shared/Barrel.md", &of("Barrel", no)),
    ]);
    let run = |name: &str| project.xtask(&["explain", name, "--specs", "specs"]);
    let size = run("Crate.size");
    assert_eq!(size.status, 0, "{}", size.stderr);
    assert!(size.stderr.contains("Crate.md") && !size.stderr.contains("Barrel.md"));
    assert_eq!(run("Crate.id").stderr, "");
    let both = run("*.size");
    assert!(both.stdout.contains("Crate::size") && both.stdout.contains("Barrel::size"));
    assert!(both.stderr.contains("Crate.md") && both.stderr.contains("Barrel.md"));
    let api = project.xtask(&["explain", "--api", "shop", "--specs", "specs"]);
    assert!(
        api.stdout.contains("wire case: camel (set in spec.toml)"),
        "{}",
        api.stdout
    );
}

#[test]
fn explain_of_an_api_says_what_its_case_leaves_to_guesses() {
    let page = "# Bill\n\n## Fields\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
                | `PaidAt` | *string* | :heavy_check_mark: | N/A |\n";
    let project = Project::new(&[("shop/go/models/components/bill.md", page)]);
    let run = project.xtask(&["explain", "--specs", "specs"]);
    assert!(
        run.stdout.starts_with("shop: API of 1 model\n"),
        "{}",
        run.stdout
    );
    let warning = "the case of the keys of `shop` has little behind it";
    assert!(run.stderr.contains(warning), "{}", run.stderr);
}

/// What `explain` prints of a field, without diagnostics.
fn explained(project: &Project, field: &str) -> String {
    let run = project.xtask(&["explain", field, "--specs", "specs"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    run.stdout
}

/// A project of one model in several languages: `(path, type cells of its fields)`.
fn languages(pages: &[(&str, [&str; 2])], spec: &str) -> Project {
    let project = Project::new(&[("shop/spec.toml", spec)]);
    for (path, [first, second]) in pages {
        let rows = [("price", first), ("owner", second)]
            .map(|(name, ty)| format!("| `{name}` | {ty} | :heavy_check_mark: | N/A |"));
        let text = page("Bill", &rows.each_ref().map(String::as_str));
        project.put(&format!("specs/shop/{path}"), &text);
    }
    project
}

#[test]
fn text_wins_over_numbers_and_a_tie_is_called_a_tie() {
    let number = "[*big.Int](https://pkg.go.dev/math/big#Int)";
    let pages = [
        ("go/docs/models/components/bill.md", [number, "*bool*"]),
        (
            "csharp/docs/Models/Components/Bill.md",
            ["*BigInteger*", "*bool*"],
        ),
        (
            "java/docs/models/components/Bill.md",
            ["*String*", "*String*"],
        ),
        (
            "php/docs/Models/Components/Bill.md",
            ["*string*", "*string*"],
        ),
    ];
    let spec = "sources.csharp.language = \"csharp\"\nsources.go.language = \"go\"\n\
                sources.java.language = \"java\"\nsources.php.language = \"php\"\n";
    let project = languages(&pages, &format!("{CAMEL}{spec}"));
    let text = explained(&project, "Bill.price");
    assert!(
        text.contains("type: string (the pages disagree: text over a number)"),
        "{text}"
    );
    let text = explained(&project, "Bill.owner");
    let tie = "the pages disagree, and as many say one as the other: either";
    assert!(text.contains(&format!("type: BillOwner ({tie})")), "{text}");
    let run = project.xtask(&["schema", "--specs", "specs"]);
    let schema: Value = serde_json::from_str(&run.stdout).expect("JSON");
    let either = &schema["$defs"]["BillOwner"]["oneOf"];
    let types = either.as_array().map(|them| {
        let types = them.iter().map(|it| it["type"].as_str());
        types.map(Option::unwrap_or_default).collect::<Vec<_>>()
    });
    assert_eq!(
        types.as_deref(),
        Some(&["boolean", "string"][..]),
        "{schema}"
    );
}

#[test]
fn a_flat_folder_shares_the_evidence_of_another_sdk_and_both_names_find_the_model() {
    let pages = [
        (
            "java/docs/models/operations/Bill.md",
            ["*long*", "*String*"],
        ),
        ("python/docs/models/bill.md", ["*int*", "*Nullable[str]*"]),
    ];
    for name in ["Bill", "\"operations::Bill\""] {
        let doc = format!("{CAMEL}models.{name}.doc = \"What is owed.\"\n");
        let project = languages(&pages, &doc);
        let run = project.xtask(&["schema", "--specs", "specs"]);
        let schema: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let models = schema["$defs"].as_object().expect("models");
        assert_eq!(models.keys().collect::<Vec<_>>(), ["operations::Bill"]);
        let bill = &models["operations::Bill"];
        assert_eq!(bill["description"], "What is owed.");
        assert_eq!(bill["properties"]["price"]["format"], "int64");
        assert_eq!(
            bill["properties"]["owner"]["type"],
            json!(["string", "null"])
        );
    }
}
