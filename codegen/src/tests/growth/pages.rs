//! One page that grows: prose, markup, tables that never end.

use super::{HEAD, Shape, Specs, big, big_description, each, row, ts_big};

pub(super) const SHAPES: &[Shape] = &[
    ("columns", 360, columns),
    ("columns of one name", 360, columns_known),
    ("lines", 1440, |n| {
        above_fields(&"Some words of prose here.\n".repeat(n))
    }),
    ("paragraphs", 720, |n| {
        above_fields(&"Some words of prose here.\n\n".repeat(n))
    }),
    ("quotes in quotes", 720, |n| {
        above_fields(&format!("{}x\n", "> ".repeat(n)))
    }),
    ("lists in lists", 180, nested_lists),
    ("brackets", 1440, |n| big_description(&"[".repeat(n))),
    ("links that never end", 1440, |n| {
        big_description(&"[a](".repeat(n))
    }),
    ("stars", 1440, |n| big_description(&"*a_ ".repeat(n))),
    ("ticks", 720, ticks),
    ("tags that never end", 1440, |n| {
        big_description(&"<a ".repeat(n))
    }),
    ("tags", 1440, |n| big_description(&"<b>".repeat(n))),
    ("entities", 1440, |n| big_description(&"&lt;".repeat(n))),
    ("links", 720, |n| {
        big_description(&"[a](http://b) ".repeat(n))
    }),
    ("links and definitions", 360, definitions),
    ("a row that goes on", 720, |n| {
        open_row("\n", "<br/>one more\n", n)
    }),
    ("a row and paragraphs", 720, |n| {
        open_row("\n", "words that never end\n\n", n)
    }),
    ("a row and empty lines", 1440, |n| open_row("", "\n", n)),
    ("headings", 720, |n| {
        big(format!("# Big\n\n{}", "## Fields\n\n".repeat(n)))
    }),
    ("tables", 180, tables),
    ("tables of values", 360, value_tables),
    ("front matter", 720, |n| {
        ts_big(format!("---\n{}", "title: \"x\"\n".repeat(n)))
    }),
];

fn above_fields(text: &str) -> Specs {
    big(format!(
        "# Big\n\n{text}\n## Fields\n\n{HEAD}{}",
        row("a", "*String*")
    ))
}

fn columns(n: usize) -> Specs {
    let names = each(n, |at| format!(" c{at} |"));
    let (rule, cells) = ("---|".repeat(n), " x |".repeat(n));
    big(format!(
        "# Big\n\n## Fields\n\n|{names}\n|{rule}\n|{cells}\n"
    ))
}

fn columns_known(n: usize) -> Specs {
    let (names, rule) = ("| Example ".repeat(n), "---|".repeat(n + 4));
    let cells = "| x ".repeat(n);
    big(format!(
        "# Big\n\n## Fields\n\n| Field | Type | Required | Description {names}|\n|{rule}\n\
         | `a` | *String* | :heavy_check_mark: | N/A {cells}|\n"
    ))
}

fn nested_lists(n: usize) -> Specs {
    above_fields(&each(n, |at| format!("{}- a\n", "  ".repeat(at))))
}

fn ticks(n: usize) -> Specs {
    big_description(&each(n, |at| format!("{} ", "`".repeat(at % 100 + 1))))
}

fn definitions(n: usize) -> Specs {
    let [(path, text)] = big_description(&"[a][b] ".repeat(n))
        .try_into()
        .unwrap_or_default();
    let definitions = each(n, |at| format!("[b{at}]: http://x\n"));
    vec![(path, format!("{text}\n{definitions}"))]
}

fn open_row(first: &str, line: &str, n: usize) -> Specs {
    big(format!(
        "# Big\n\n## Fields\n\n{HEAD}| `a` | *String* | :heavy_check_mark: | N/A{first}{}",
        line.repeat(n)
    ))
}

fn tables(n: usize) -> Specs {
    let table = format!("## Fields\n\n{HEAD}{}\n", row("a", "*String*"));
    big(format!("# Big\n\n{}", table.repeat(n)))
}

fn value_tables(n: usize) -> Specs {
    let table = "| Name | Value |\n| --- | --- |\n| `A` | a |\n\n";
    big(format!("# Big\n\n## Values\n\n{}", table.repeat(n)))
}
