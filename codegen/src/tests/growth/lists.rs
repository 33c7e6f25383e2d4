//! Rows and values in one table.

use super::{Shape, Specs, big, each, java_link, joined, optional, page, row, ts, ts_big};

pub(super) const SHAPES: &[Shape] = &[
    ("rows", 180, |n| {
        rows(n, |at| row(&format!("f{at}"), "*String*"))
    }),
    ("rows of one name", 360, |n| {
        rows(n, |_| row("f", "*String*"))
    }),
    ("rows whose names differ in signs", 180, |n| {
        rows(n, |at| row(&signs(at), "*String*"))
    }),
    ("rows with names that Rust has not", 180, odd_names),
    ("missing pages", 180, missing),
    ("bad cells", 360, |n| {
        rows(n, |at| row(&format!("f{at}"), &format!("<<{at}")))
    }),
    ("languages that disagree", 180, disagree),
    ("languages with rows of one name", 180, of_one_name_twice),
    ("values", 360, |n| {
        values(n, |at| format!("| `A{at}` | a{at} |\n"))
    }),
    ("values that clash", 360, |n| {
        values(n, |at| format!("| `A` | a-{} |\n", signs(at)))
    }),
    ("values of one line", 360, value_line),
    ("fields with tags beside", 180, beside),
];

fn rows(n: usize, item: fn(usize) -> String) -> Specs {
    big(page("Big", &each(n, item)))
}

/// The digits of a number as signs that names in Rust cannot have.
fn signs(at: usize) -> String {
    format!("{at:b}").replace('0', "-").replace('1', "+")
}

fn odd_names(n: usize) -> Specs {
    let name = |at: usize| match at < 50 {
        true => format!("f{}", "!".repeat(at + 1)),
        false => format!("f-{}", at.to_string().replace("", "-")),
    };
    big(page("Big", &each(n, |at| row(&name(at), "*String*"))))
}

fn missing(n: usize) -> Specs {
    let field = |at: usize| row(&format!("f{at}"), &java_link(&format!("Mis{at}")));
    big(page("Big", &each(n, field)))
}

fn disagree(n: usize) -> Specs {
    let mut specs = rows(n, |at| row(&format!("f{at}"), "*String*"));
    let other = each(n, |at| optional(&format!("f{at}"), "*boolean*"));
    specs.push(ts("big", page("Big", &other)));
    specs
}

fn of_one_name_twice(n: usize) -> Specs {
    let mut specs = rows(n, |_| row("f", "*String*"));
    specs.push(ts("big", page("Big", &each(n, |_| row("f", "*string*")))));
    specs
}

fn values(n: usize, item: fn(usize) -> String) -> Specs {
    let values = each(n, item);
    big(format!(
        "# Big\n\n## Values\n\n| Name | Value |\n| --- | --- |\n{values}"
    ))
}

fn value_line(n: usize) -> Specs {
    let values = joined(n, " | ", |at| format!("\"a{at}\""));
    ts_big(format!(
        "# Big\n\n## Values\n\n```typescript\n{values}\n```\n"
    ))
}

/// Enums and unions beside each other: each enum may say which member each union is.
fn beside(n: usize) -> Specs {
    let fields = each(n, |at| {
        let enum_of_two = format!("\"one{at}\" \\| \"two{at}\"");
        let union = "[models.One](../models/one.md) \\| [models.Two](../models/two.md)";
        row(&format!("k{at}"), &enum_of_two) + &row(&format!("u{at}"), union)
    });
    vec![
        ts("Big", page("Big", &fields)),
        ts("One", page("One", &row("a", "*string*"))),
        ts("Two", page("Two", &row("a", "*string*"))),
    ]
}
