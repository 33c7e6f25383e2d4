//! Types, derives and crates of the user's, and samples that `spec.toml` names. Mistakes in them are
//! in `tests/ui/`.

mod samples;
mod types;

use tests::{ORDER, Project};

const MONEY: &str = "\
# Money

## Fields

| Field    | Type     | Required           | Description |
| -------- | -------- | ------------------ | ----------- |
| `amount` | *String* | :heavy_check_mark: | N/A         |
";

/// [`ORDER`] with an amount of money and tags.
fn order() -> String {
    format!(
        "{ORDER}{}{}",
        "| `total` | [Money](../models/Money.md) | :heavy_check_mark: | N/A | |\n",
        "| `tags` | List\\<*String*> | :heavy_minus_sign: | N/A | |\n",
    )
}

fn shop(spec: &str) -> Project {
    Project::new(&[
        ("shop/java/models/Order.md", &order()),
        ("shop/java/models/Money.md", MONEY),
        ("shop/spec.toml", spec),
    ])
}
