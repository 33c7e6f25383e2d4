//! One cell, or one example of a page, that grows.

use super::{HEAD, Shape, Specs, big, big_description, described, each, joined, page, row, ts_big};

pub(super) const SHAPES: &[Shape] = &[
    ("a long cell", 5760, |n| big_description(&"x".repeat(n))),
    ("a long type", 1440, |n| of_type("x", n)),
    ("dots in a type", 1440, |n| of_type("a.", n)),
    ("stars in a type", 1440, |n| of_type("*", n)),
    ("angles in a type", 5760, |n| of_type("<>", n)),
    ("lists of lists", 360, generics),
    ("parentheses", 360, parentheses),
    ("an example that is no JSON", 1440, |n| {
        of_example("*Object*", &"[".repeat(n))
    }),
    ("a long example", 720, |n| {
        of_example("*Object*", &format!("[{}1]", "1,".repeat(n)))
    }),
    ("examples", 360, examples),
    ("literals", 360, literals),
    ("usage: items", 720, |n| {
        usage(&format!("{{ a: [{}] }}", "1, ".repeat(n)))
    }),
    ("usage: depth", 720, |n| {
        usage(&format!("{{ a: {}{} }}", "[".repeat(n), "]".repeat(n)))
    }),
    ("usage: keys", 360, |n| {
        usage(&format!(
            "{{ {} }}",
            joined(n, ", ", |at| format!("k{at}: 1"))
        ))
    }),
    ("usage: escapes", 720, |n| {
        usage(&format!("{{ a: \"{}\" }}", "\\u0041".repeat(n)))
    }),
    ("usage: calls", 720, |n| {
        usage(&format!("{{ a: {} }}", "await f(".repeat(n)))
    }),
    ("usage: templates", 720, |n| {
        usage(&format!("{{ a: {} }}", "`${".repeat(n)))
    }),
    ("usage: dates", 720, |n| {
        usage(&format!("{{ a: {} }}", "new Date(".repeat(n)))
    }),
    ("usage: lines", 360, lines),
    ("warnings on long lines", 2880, warnings),
    ("cells on one line", 360, one_line),
];

fn of_type(part: &str, n: usize) -> Specs {
    big(page("Big", &row("a", &part.repeat(n))))
}

fn of_example(ty: &str, example: &str) -> Specs {
    big(page("Big", &described("a", ty, "N/A", example)))
}

fn generics(n: usize) -> Specs {
    let ty = format!("{}*String*{}", "List\\<".repeat(n), ">".repeat(n));
    big(page("Big", &row("a", &ty)))
}

fn parentheses(n: usize) -> Specs {
    let ty = format!("{}string{}", "(".repeat(n), ")".repeat(n));
    ts_big(page("Big", &row("a", &ty)))
}

fn examples(n: usize) -> Specs {
    of_example(
        "*String*",
        &each(n, |at| format!("**Example {at}:** a{at} ")),
    )
}

fn literals(n: usize) -> Specs {
    let ty = joined(n, " \\| ", |at| format!("\"v{at}\""));
    ts_big(page("Big", &row("a", &ty)))
}

fn with_usage(code: &str) -> Specs {
    ts_big(format!(
        "# Big\n\n## Example Usage\n\n```typescript\n{code}```\n\n## Fields\n\n{HEAD}{}",
        row("a", "*any*")
    ))
}

fn usage(value: &str) -> Specs {
    with_usage(&format!("let value: Big = {value};\n"))
}

fn lines(n: usize) -> Specs {
    with_usage(&"let value: Big = { a: 1 };\n".repeat(n))
}

fn warnings(n: usize) -> Specs {
    let long = "x".repeat(n);
    let rows = each(20, |at| {
        described(&format!("f{at}"), &format!("<<{at}"), &long, "")
    });
    big(page("Big", &rows))
}

fn one_line(n: usize) -> Specs {
    big(page(
        "Big",
        &row("a", &joined(n, "| ", |_| "<<".to_owned())),
    ))
}
