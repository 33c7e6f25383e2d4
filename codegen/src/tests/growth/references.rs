//! Pages that people write: one page that grows, and pages that grow in number.

use super::{Shape, Specs, each, joined};

pub(super) const SHAPES: &[Shape] = &[
    ("rows", 180, |n| {
        one(table("Big", n, |at| {
            format!("| f{at} | string | Some words. |\n")
        }))
    }),
    ("rows of one name", 180, |n| {
        one(table("Big", n, |_| "| f | string | Some words. |\n".into()))
    }),
    ("nested rows", 180, nested),
    ("rows with paths", 180, |n| {
        one(table("Big", n, |at| {
            format!("| a.b{at}.c | string | Some words. |\n")
        }))
    }),
    ("rows that name values", 180, |n| {
        one(table("Big", n, |at| {
            format!("| f{at} | string | One of `a{at}`, `b{at}`. |\n")
        }))
    }),
    ("tables", 45, |n| {
        one(each(n, |at| object(&format!("M{at}"), "string")))
    }),
    ("tables of one title", 45, |n| {
        one(each(n, |_| object("Same", "string")))
    }),
    ("tables under one heading", 45, |n| {
        one(format!(
            "## Big\n\n{}",
            each(n, |at| rows(&format!("| f{at} | string | x |\n")))
        ))
    }),
    ("tables in tables", 45, |n| {
        one(each(n, |at| {
            format!(
                "{} M{at}\n\n{}",
                "#".repeat(at % 5 + 2),
                rows("| a | string | x |\n")
            )
        }))
    }),
    ("headings", 360, |n| {
        one(each(n, |at| format!("## Heading {at}\n\nSome words.\n\n")))
    }),
    ("headings of one text", 360, |n| {
        one("## Heading\n\nSome words.\n\n".repeat(n))
    }),
    ("links along the page", 45, |n| {
        one(each(n, |at| {
            object(&format!("M{at}"), &format!("[M{0}](#m{0}) object", at + 1))
        }))
    }),
    ("links that lead nowhere", 90, |n| {
        one(table("Big", n, |at| {
            format!("| f{at} | [X{at}](#x{at}) object | x |\n")
        }))
    }),
    ("links between pages", 45, pages),
    ("values", 180, values),
    ("enums", 45, enums),
    ("examples", 45, examples),
    ("keys of an example", 180, example_keys),
    ("examples of one table", 90, |n| {
        let example = "```json\n{\"a\": \"x\"}\n```\n\n";
        one(object("Big", "string") + &example.repeat(n))
    }),
    ("unions in cells", 360, |n| {
        let ty = joined(n, " or ", |at| format!("[M{at}](#m{at})"));
        let models = each(n, |at| object(&format!("M{at}"), "string"));
        one(models + &object("Big", &ty))
    }),
    ("paragraphs", 360, |n| {
        one(object("Big", "string") + &"Some words of [prose](#big) here.\n\n".repeat(n))
    }),
    ("a table of HTML", 90, html_table),
    ("elements", 360, |n| {
        one("<Accordion title=\"x\">\n\nwords\n\n</Accordion>\n\n".repeat(n))
    }),
    ("elements that do not end", 360, |n| {
        one("<Accordion title=\"x\">\n\n".repeat(n))
    }),
];

fn one(text: String) -> Specs {
    let start = "# Reference\n\nGET /rooms\n\n";
    vec![("docs/reference.md".to_owned(), format!("{start}{text}"))]
}

fn rows(rows: &str) -> String {
    format!("| Field | Type | Description |\n| --- | --- | --- |\n{rows}\n")
}

fn table(title: &str, n: usize, item: impl Fn(usize) -> String) -> String {
    format!("## {title} object\n\n{}", rows(&each(n, item)))
}

fn object(title: &str, ty: &str) -> String {
    let fields = format!("| a | {ty} | Some words. |\n| {title}_b | integer | Others. |\n");
    format!("## {title}\n\n{}", rows(&fields))
}

fn nested(n: usize) -> Specs {
    one(table("Big", n, |at| match at % 10 {
        0 => format!("| f{at} | object | Some words. |\n"),
        _ => format!("| → f{at} | string | Some words. |\n"),
    }))
}

fn pages(n: usize) -> Specs {
    let page = |at: usize| {
        let next = (at + 1) % n;
        let ty = format!("[M{next}](./m{next}.md#m{next}) object");
        let text = format!("# Page {at}\n\n{}", object(&format!("M{at}"), &ty));
        (format!("docs/m{at}.md"), text)
    };
    (0..n).map(page).collect()
}

fn values(n: usize) -> Specs {
    let values = each(n, |at| format!("| {at} | NAME_{at} | Some words. |\n"));
    let head = "| Value | Name | Description |\n| --- | --- | --- |\n";
    let field = "| a | integer | See [types](#type-values). |\n";
    one(format!(
        "## Big\n\n{}### Type values\n\n{head}{values}\n",
        rows(field)
    ))
}

fn enums(n: usize) -> Specs {
    one(each(n, |at| {
        let field = format!("| a | integer | See [kinds](#kind-{at}). |\n");
        let fields = rows(&field);
        format!(
            "## M{at}\n\n{fields}### Kind {at}\n\n| Value | Name |\n| --- | --- |\n\
             | 1 | ONE |\n| 2 | TWO |\n\n"
        )
    }))
}

fn examples(n: usize) -> Specs {
    one(each(n, |at| {
        let object = object(&format!("M{at}"), "string");
        format!("{object}```json\n{{\"a\": \"x\", \"M{at}_b\": {at}}}\n```\n\n")
    }))
}

fn example_keys(n: usize) -> Specs {
    let body = joined(n, ",\n", |at| format!("\"f{at}\": 1"));
    let fields = table("Big", n, |at| format!("| f{at} | integer | x |\n"));
    one(format!("{fields}```json\n{{{body}}}\n```\n"))
}

fn html_table(n: usize) -> Specs {
    let rows = each(n, |at| {
        format!("<tr><td>f{at}</td><td>string</td><td>words</td></tr>\n")
    });
    let head = "<tr><th>Field</th><th>Type</th><th>Description</th></tr>";
    one(format!("## Big\n\n<table>\n{head}\n{rows}</table>\n"))
}
