//! What `changes` says of two sets of docs: folders, or git revisions.

use std::process::Command;

use serde_json::Value;
use tests::Project;

const BEFORE: &str = "\
# Shop

## Order object

| Field | Type | Required | Description |
|---|---|---|---|
| id | integer | yes | Names the order. |
| count | integer | no | How many. |
| note | string | yes | |
| stage | string | yes | One of the [stages](#stages). |
| buyer | [person](#person-object) | no | |
| left | string | no | |

## Stages

| Value | Description |
|---|---|
| open | Not paid. |
| old | Not used. |

## Person object

| Field | Type | Required | Description |
|---|---|---|---|
| name | string | yes | |
| mail | string | yes | |

## Basket object

| Field | Type | Required | Description |
|---|---|---|---|
| orders | array of [order](#order-object) | yes | |
";

const AFTER: &str = "\
# Shop

## Order object

| Field | Type | Required | Description |
|---|---|---|---|
| id | string | yes | Names the order. |
| count | number | no | How many of them. |
| note | string | no | |
| stage | string | yes | One of the [stages](#stages). |
| buyer | [customer](#customer-object) | no | |
| price | number | yes | |
| coupon | string | no | |

## Stages

| Value | Description |
|---|---|
| open | Not paid. |
| paid | Paid. |

## Customer object

| Field | Type | Required | Description |
|---|---|---|---|
| name | string | yes | |
| mail | string | yes | |

## Invoice object

| Field | Type | Required | Description |
|---|---|---|---|
| number | string | yes | |
";

const CHANGES: &str = "\
# shop

## Breaks reading

- `Order.id` is `String`, was `i64` (shop/shop.md:7)
- `Order.price` is new and required (shop/shop.md:12)

## Breaks building

- `Customer` is the new name of `Person` (shop/shop.md:24)
- `Order.count` is `Number`, was `i64` (shop/shop.md:8)
- `Order.note` may be absent now: is `Option<String>`, was `String` (shop/shop.md:9)
- `Order.left` is gone (was at shop/shop.md:12)
- `Stages.Old` is gone: `\"old\"` (was at shop/shop.md:19)
- `Basket` is gone (was at shop/shop.md:30)

## Adds

- `Order.coupon` is new (shop/shop.md:13)
- `Stages.Paid` is new: `\"paid\"` (shop/shop.md:20)
- `Invoice` is new (shop/shop.md:31)
";

fn both() -> Project {
    let project = Project::new(&[("shop/shop.md", AFTER)]);
    project.put("old/shop/shop.md", BEFORE);
    project
}

#[test]
fn the_worst_comes_first_and_each_has_its_line() {
    let run = both().xtask(&["changes", "old", "specs"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert_eq!(run.stdout, CHANGES);
}

#[test]
fn nothing_has_changed_since_itself() {
    let run = both().xtask(&["changes", "old", "old", "--deny", "docs"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "Nothing changes.\n"));
    let run = both().xtask(&["changes", "old", "old", "--json"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, "[]\n"));
}

#[test]
fn programs_read_the_same_and_ci_fails() {
    let project = both();
    let run = project.xtask(&["changes", "old", "specs", "--json", "--deny", "building"]);
    let all: Vec<Value> = serde_json::from_str(&run.stdout).expect("a list");
    let lines = CHANGES.lines().filter(|line| line.starts_with("- "));
    assert_eq!(all.len(), lines.count());
    let breaking = all.iter().filter(|change| {
        let severity = change["severity"].as_str().expect("a severity");
        severity.starts_with("breaks-")
    });
    let denied = format!("error: {} changes are denied\n", breaking.count());
    assert_eq!((run.status, run.stderr), (1, denied));
    let first = serde_json::json!({
        "severity": "breaks-reading",
        "api": "shop",
        "model": "Order",
        "part": "id",
        "message": "is `String`, was `i64`",
        "at": { "file": "shop/shop.md", "line": 7, "column": 8 },
        "is_gone": false,
    });
    assert!(all.contains(&first), "{}", run.stdout);
}

#[test]
fn both_may_be_revisions_of_the_specs() {
    let project = Project::new(&[("shop/shop.md", BEFORE)]);
    let git = |args: &[&str]| {
        let name = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
        let mut command = Command::new("git");
        let command = command.arg("-C").arg(project.path("")).args(name);
        let done = command.args(args).output();
        done.is_ok_and(|done| done.status.success())
    };
    if !git(&["init", "--quiet"]) {
        println!("skipped: there is no git here");
        return;
    }
    assert!(git(&["add", "specs"]) && git(&["commit", "--quiet", "--message=Old"]));
    let changes = |args: &[&str]| {
        let run = project.xtask(&[&["changes", "--specs", "specs"], args].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        run.stdout
    };
    assert_eq!(changes(&["HEAD"]), "Nothing changes.\n");
    project.put("specs/shop/shop.md", AFTER);
    assert_eq!(changes(&["HEAD"]), CHANGES);
    assert!(git(&["commit", "--quiet", "--all", "--message=New"]));
    assert_eq!(changes(&["HEAD^", "HEAD"]), CHANGES);
    assert_eq!(changes(&["HEAD"]), "Nothing changes.\n");
    for odd in ["HEAD^^", "--output=x", "nothing"] {
        let run = project.xtask(&["changes", "--specs", "specs", "--", odd]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{odd}");
    }
}
