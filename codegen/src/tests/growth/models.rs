//! Pages of models that grow in number: apart, alike, in chains and in cycles.

use super::{Shape, Specs, described, each, java, java_link, optional, page, row, ts, ts_link};

pub(super) const SHAPES: &[Shape] = &[
    ("models", 45, models),
    ("copies that nothing uses", 45, |n| {
        (0..n).map(|at| java(&m(at), &money())).collect()
    }),
    ("copies of one another", 45, copies_used),
    ("copies of one model", 45, copies_of_one),
    ("copies that hold copies", 45, copies_in_copies),
    ("equal titles", 90, |n| {
        same_titles(n, |_| "Same".to_owned())
    }),
    ("titles that are one name in Rust", 90, |n| {
        same_titles(n, clashing)
    }),
    ("a required chain", 90, chain),
    ("a cycle", 90, cycle),
    ("a chain of lists", 90, list_chain),
    ("a chain of two fields each", 90, double_chain),
    ("a chain of optional fields and lists", 90, loose_chain),
    ("all to all", 22, clique),
    ("all to all with examples", 22, clique_examples),
    ("languages", 45, languages),
    ("languages with names of their own", 45, languages_used),
];

fn m(at: usize) -> String {
    format!("M{at}")
}

fn money() -> String {
    row("a", "*String*") + &row("b", "*Integer*")
}

fn models(n: usize) -> Specs {
    let rows = |at: usize| row("a", "*String*") + &row(&format!("b{at}"), "*String*");
    (0..n).map(|at| java(&m(at), &rows(at))).collect()
}

fn copies_used(n: usize) -> Specs {
    let pages = (0..n).flat_map(|at| {
        let (owner, fee) = (format!("H{at}"), format!("H{at}Fee"));
        [
            java(&owner, &row("fee", &java_link(&fee))),
            java(&fee, &money()),
        ]
    });
    pages.collect()
}

fn copies_of_one(n: usize) -> Specs {
    let rows = row("a", "*String*") + &described("b", "*Integer*", "What it is.", "");
    let pages = (0..n).flat_map(|at| {
        let (owner, fee) = (format!("H{at}"), format!("H{at}Fee"));
        let fields = row("fee", &java_link(&fee)) + &row(&format!("u{at}"), "*String*");
        [java(&owner, &fields), java(&fee, &rows)]
    });
    pages.chain([java("Money", &rows)]).collect()
}

/// Two chains; each link of one is a copy of the other's once the next links are known to be one.
fn copies_in_copies(n: usize) -> Specs {
    let chain = |name: fn(usize) -> String| -> Specs {
        let link = |at: usize| {
            let text = described("id", "*String*", &format!("The id of link {at}."), "");
            let more = match at + 1 < n {
                true => row("next", &java_link(&name(at + 1))),
                false => String::new(),
            };
            java(&name(at), &(text + &more))
        };
        (0..n).map(link).collect()
    };
    let mut specs = chain(|at| format!("Node{at}"));
    specs.extend(chain(|at| format!("Link{at}Next")));
    specs
}

fn same_titles(n: usize, title: fn(usize) -> String) -> Specs {
    let one = |at: usize| {
        let text = page(&title(at), &row(&format!("a{at}"), "*String*"));
        (format!("java/models/x/M{at}.md"), text)
    };
    (0..n).map(one).collect()
}

fn clashing(at: usize) -> String {
    let signs = format!("{at:b}").replace('0', "-").replace('1', "_");
    format!("Same {signs}")
}

fn chain_of(n: usize, rows: fn(&str) -> String) -> Specs {
    let one = |at: usize| match at + 1 < n {
        true => java(&m(at), &rows(&java_link(&m(at + 1)))),
        false => java(&m(at), &row("a", "*String*")),
    };
    (0..n).map(one).collect()
}

fn chain(n: usize) -> Specs {
    chain_of(n, |next| row("a", next))
}

fn double_chain(n: usize) -> Specs {
    chain_of(n, |next| row("a", next) + &row("b", next))
}

fn loose_chain(n: usize) -> Specs {
    chain_of(n, |next| {
        optional("a", next) + &row("b", &format!("List\\<{next}>"))
    })
}

fn cycle(n: usize) -> Specs {
    let one = |at: usize| java(&m(at), &optional("a", &java_link(&m((at + 1) % n))));
    (0..n).map(one).collect()
}

fn list_chain(n: usize) -> Specs {
    let one = |at: usize| {
        let next = match at + 1 < n {
            true => format!("{}[]", ts_link(&m(at + 1))),
            false => "*string*".to_owned(),
        };
        ts(&m(at), page(&m(at), &row("a", &next)))
    };
    (0..n).map(one).collect()
}

fn clique(n: usize) -> Specs {
    let rows = each(n, |to| optional(&format!("a{to}"), &java_link(&m(to))));
    (0..n).map(|at| java(&m(at), &rows)).collect()
}

fn clique_examples(n: usize) -> Specs {
    let field = |to: usize| {
        let link = ts_link(&m(to));
        let next = (to + 1) % n;
        format!("| `a{to}` | {link} | :heavy_minus_sign: | N/A | {{\"a{next}\": {{}}}} |\n")
    };
    let rows = each(n, field);
    (0..n).map(|at| ts(&m(at), page(&m(at), &rows))).collect()
}

fn languages(n: usize) -> Specs {
    let mut specs = models(n);
    specs.extend((0..n).map(|at| {
        let rows = row("a", "*string*") + &row(&format!("b{at}"), "*string*");
        ts(&format!("N{at}"), page(&format!("N{at}"), &rows))
    }));
    specs
}

fn languages_used(n: usize) -> Specs {
    let rows = row("a", "*String*") + &row("b", "*String*");
    let mut specs: Specs = (0..n).map(|at| java(&m(at), &rows)).collect();
    let rows = row("a", "*string*") + &row("b", "*string*");
    let other = |at: usize| format!("N{at}");
    specs.extend((0..n).map(|at| ts(&other(at), page(&other(at), &rows))));
    let rows = each(n, |at| row(&format!("f{at}"), &java_link(&m(at))));
    specs.push(java("Big", &rows));
    let rows = each(n, |at| row(&format!("f{at}"), &ts_link(&other(at))));
    specs.push(ts("Big", page("Big", &rows)));
    specs
}
