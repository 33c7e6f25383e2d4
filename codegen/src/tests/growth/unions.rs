//! Unions that grow: in members, in number, in chains, and where each leads to each.

use super::{Shape, Specs, each, joined, optional, page, row, ts, ts_big, ts_link};

pub(super) const SHAPES: &[Shape] = &[
    ("members", 22, |n| {
        with_members(n, |at| format!("a{at}: \"x\""), plain_member)
    }),
    ("members with a tag", 22, |n| {
        with_members(n, |at| format!("type: \"t{at}\""), tagged_member)
    }),
    ("members that nothing tells apart", 45, |n| {
        with_members(n, |_| "k: \"x\"".to_owned(), |_| row("k", "*string*"))
    }),
    (
        "members that nothing tells apart, and examples of none",
        45,
        |n| with_members(n, |_| "k: 1".to_owned(), |_| row("k", "*string*")),
    ),
    ("members without pages", 45, |n| {
        members(n, |at| format!("a{at}: \"x\""))
    }),
    ("members in one cell", 90, in_a_cell),
    ("unions", 22, many),
    ("a cycle of lists", 45, |n| {
        unions(n, |at| vec![list(&m((at + 1) % n))])
    }),
    ("a chain of lists", 45, |n| {
        chain(n, |next| vec![list(next)], true)
    }),
    ("a chain of unions", 45, |n| {
        chain(n, |next| vec![model(next)], true)
    }),
    ("a chain both ways", 60, |n| {
        chain(n, |next| vec![model(next), list(next)], false)
    }),
    ("a chain of lists of lists", 11, |n| {
        chain(
            n,
            |next| vec![list(next), format!("{}[]", list(next))],
            false,
        )
    }),
    ("all lists of all", 18, |n| all_to_all(n, list)),
    ("all to all", 18, |n| all_to_all(n, model)),
    ("all maps of all", 36, |n| all_to_all(n, map)),
    ("all structs of all unions", 9, structs),
    ("a required chain", 22, required),
    ("aliases", 45, |n| aliases(n, false)),
    ("aliases in a cycle", 45, |n| aliases(n, true)),
    ("aliases both ways", 11, alias_doubling),
];

fn m(at: usize) -> String {
    format!("M{at}")
}

fn model(title: &str) -> String {
    format!("models.{title}")
}

fn list(title: &str) -> String {
    format!("models.{title}[]")
}

fn map(title: &str) -> String {
    format!("{{ [k: string]: models.{title} }}")
}

fn union(title: &str, members: &[String]) -> (String, String) {
    let members = each(members.len(), |at| format!("### `{}`\n\n", members[at]));
    ts(
        title,
        format!("# {title}\n\n## Supported Types\n\n{members}"),
    )
}

fn members(n: usize, example: fn(usize) -> String) -> Specs {
    let member = |at: usize| {
        let (ty, fields) = (model(&m(at)), example(at));
        format!("### `{ty}`\n\n```typescript\nconst value: {ty} = {{ {fields} }};\n```\n\n")
    };
    ts_big(format!(
        "# Big\n\n## Supported Types\n\n{}",
        each(n, member)
    ))
}

fn with_members(n: usize, example: fn(usize) -> String, rows: fn(usize) -> String) -> Specs {
    let mut specs = members(n, example);
    specs.extend((0..n).map(|at| ts(&m(at), page(&m(at), &rows(at)))));
    specs
}

fn in_a_cell(n: usize) -> Specs {
    let ty = joined(n, " \\| ", |at| ts_link(&m(at)));
    ts_big(page("Big", &row("a", &ty)))
}

fn plain_member(at: usize) -> String {
    row(&format!("a{at}"), "*string*") + &row("k", "*string*")
}

fn tagged_member(at: usize) -> String {
    row("type", &format!("*\"t{at}\"*")) + &row("k", "*string*")
}

fn many(n: usize) -> Specs {
    let both = (0..n).flat_map(|at| {
        let (name, member) = (format!("U{at}"), m(at));
        let ty = format!("string \\| {}", ts_link(&member));
        [
            union(&name, &["string".to_owned(), model(&member)]),
            ts(&member, page(&member, &row("a", &ty))),
        ]
    });
    both.collect()
}

fn unions(n: usize, others: impl Fn(usize) -> Vec<String>) -> Specs {
    let one = |at: usize| {
        let mut members = vec!["string".to_owned()];
        members.extend(others(at));
        union(&m(at), &members)
    };
    (0..n).map(one).collect()
}

fn chain(n: usize, next: fn(&str) -> Vec<String>, ends: bool) -> Specs {
    unions(n, |at| match at + 1 < n {
        true => next(&m(at + 1)),
        false if ends => vec!["number".to_owned()],
        false => Vec::new(),
    })
}

fn all_to_all(n: usize, member: fn(&str) -> String) -> Specs {
    unions(n, |at| {
        let others = (0..n).filter(|to| *to != at);
        others.map(|to| member(&m(to))).collect()
    })
}

fn structs(n: usize) -> Specs {
    let of_all = |at: usize| {
        let name = format!("S{at}");
        let field = |to: usize| optional(&format!("k{at}x{to}"), &ts_link(&m(to)));
        ts(&name, page(&name, &each(n, field)))
    };
    let mut specs = unions(n, |_| (0..n).map(|to| model(&format!("S{to}"))).collect());
    specs.extend((0..n).map(of_all));
    specs
}

fn required(n: usize) -> Specs {
    let all = (0..n).flat_map(|at| {
        let (a, b) = (format!("A{at}"), format!("B{at}"));
        let next = match at + 1 < n {
            true => row("n", &ts_link(&format!("U{}", at + 1))),
            false => String::new(),
        };
        [
            union(&format!("U{at}"), &[model(&a), model(&b)]),
            ts(&a, page(&a, &(row("a", "*string*") + &next))),
            ts(&b, page(&b, &(row("b", "*string*") + &next))),
        ]
    });
    all.collect()
}

fn aliases(n: usize, in_a_cycle: bool) -> Specs {
    let one = |at: usize| match at + 1 < n || in_a_cycle {
        true => union(&m(at), &[model(&m((at + 1) % n))]),
        false => ts(&m(at), page(&m(at), &row("a", "*string*"))),
    };
    (0..n).map(one).collect()
}

fn alias_doubling(n: usize) -> Specs {
    let one = |at: usize| match at + 1 < n {
        true => union(&m(at), &[list(&m(at + 1)), map(&m(at + 1))]),
        false => union(&m(at), &["string".to_owned(), "number".to_owned()]),
    };
    (0..n).map(one).collect()
}
