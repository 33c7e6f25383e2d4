//! Crates of unions grow as their pages do, and so does the work.

use crate::emit::emit;
use crate::resolve::testing::{describe, table};
use crate::work;

/// The pages of an SDK in TypeScript.
type Pages = Vec<(String, String)>;

fn page(title: &str, text: String) -> (String, String) {
    let path = format!("typescript/docs/models/{}.md", title.to_lowercase());
    (path, text)
}

fn union(title: &str, members: &[String]) -> (String, String) {
    let members: String = members.iter().map(|it| format!("### `{it}`\n\n")).collect();
    page(
        title,
        format!("# {title}\n\n## Supported Types\n\n{members}"),
    )
}

fn object(title: &str, rows: &[(String, String)]) -> (String, String) {
    let rows: Vec<String> = rows
        .iter()
        .map(|(key, ty)| format!("| `{key}` | {ty} | :heavy_check_mark: | N/A |  |"))
        .collect();
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    page(title, table(title, &rows))
}

/// `M0` to `M{count - 1}`, each a union of text and of what `others` gives.
fn unions(count: usize, others: impl Fn(usize) -> Vec<String>) -> Pages {
    let members = |at: usize| [vec!["string".to_owned()], others(at)].concat();
    let unions = (0..count).map(|at| union(&format!("M{at}"), &members(at)));
    unions.collect()
}

fn model(at: usize) -> String {
    format!("models.M{at}")
}

/// The bytes of pages, the steps that they take, and the bytes of their crate.
fn taken(pages: &Pages) -> [f64; 3] {
    let given: usize = pages
        .iter()
        .map(|(path, text)| path.len() + text.len())
        .sum();
    let pages: Vec<(&str, &str)> = pages.iter().map(|(p, t)| (&**p, &**t)).collect();
    let (written, steps) = work::of(|| {
        let (api, _) = describe(&pages, "");
        // What every crate has is no growth.
        let files = emit(&[api]).into_iter();
        let files = files.filter(|(path, _)| path.contains("shop"));
        files.map(|(_, text)| text.len()).sum::<usize>()
    });
    [given as f64, steps as f64, written as f64]
}

/// Twice the pages take little more than twice as long, and four times four times.
fn grows_as_its_pages(name: &str, count: usize, pages: impl Fn(usize) -> Pages) {
    let [first, second, third] = [1, 2, 4].map(|times| taken(&pages(count * times)));
    for (less, more) in [(first, second), (second, third)] {
        let [given, steps, written] = [0, 1, 2].map(|at| more[at] / less[at]);
        assert!(
            steps < given * 1.1 && written < given * 1.1,
            "{name}: {given:.2} times the pages, {steps:.2} the steps, {written:.2} the crate"
        );
    }
}

/// What a page may cost at most, whatever the others list.
fn costs_no_more_a_page(name: &str, pages: &Pages) {
    let [_, steps, written] = taken(pages);
    let count = pages.len() as f64;
    assert!(
        steps < count * 400_000.0 && written < count * 300_000.0,
        "{count} pages of {name}: {steps} steps, {written} bytes"
    );
}

#[test]
#[ignore = "long"]
fn chains_and_circles_of_unions() {
    grows_as_its_pages("circle of lists", 120, |count| {
        unions(count, |at| vec![format!("{}[]", model((at + 1) % count))])
    });
    let chain = |signs: &'static [&'static str]| {
        move |count: usize| {
            unions(count, move |at| match at + 1 < count {
                true => signs.iter().map(|it| model(at + 1) + it).collect(),
                false => vec!["number".to_owned()],
            })
        }
    };
    grows_as_its_pages("chain of lists", 120, chain(&["[]"]));
    grows_as_its_pages("chain", 120, chain(&[""]));
    grows_as_its_pages("chain of both", 200, chain(&["", "[]"]));
    grows_as_its_pages("chain of lists of lists", 200, chain(&["[]", "[][]"]));
    grows_as_its_pages("names of lists and maps", 120, |count| {
        let members = |at: usize| match at + 1 < count {
            true => vec![
                format!("{}[]", model(at + 1)),
                format!("{{ [k: string]: {} }}", model(at + 1)),
            ],
            false => vec!["string".to_owned(), "number".to_owned()],
        };
        let unions = (0..count).map(|at| union(&format!("M{at}"), &members(at)));
        unions.collect()
    });
}

#[test]
#[ignore = "long"]
fn unions_that_list_each_other() {
    for (name, before, after) in [
        ("lists", "", "[]"),
        ("itself", "", ""),
        ("maps", "{ [k: string]: ", " }"),
    ] {
        let clique = |count: usize| {
            unions(count, |at| {
                let others = (0..count).filter(|other| *other != at);
                others
                    .map(|it| format!("{before}{}{after}", model(it)))
                    .collect()
            })
        };
        for count in [6, 8, 12, 20] {
            costs_no_more_a_page(name, &clique(count));
        }
    }
}

#[test]
#[ignore = "long"]
fn unions_of_many_members() {
    let objects = |count: usize, tagged: bool| -> Pages {
        let objects = (0..count).map(|at| {
            let own = match tagged {
                true => ("type".to_owned(), format!("*\"t{at}\"*")),
                false => (format!("a{at}"), "*string*".to_owned()),
            };
            object(
                &format!("M{at}"),
                &[own, ("k".to_owned(), "*string*".to_owned())],
            )
        });
        let members = (0..count).map(|at| {
            let own = match tagged {
                true => format!("type: \"t{at}\""),
                false => format!("a{at}: \"x\""),
            };
            format!(
                "### `models.M{at}`\n\n```typescript\nconst value: models.M{at} = \
                 {{ {own}, k: \"k\" }};\n```\n\n"
            )
        });
        let members: String = members.collect();
        let text = format!("# Big\n\n## Supported Types\n\n{members}");
        objects.chain([page("Big", text)]).collect()
    };
    grows_as_its_pages("with a tag", 50, |count| objects(count, true));
    grows_as_its_pages("without", 50, |count| objects(count, false));
    grows_as_its_pages("of one shape", 50, |count| {
        let rows = [("k".to_owned(), "*string*".to_owned())];
        let objects = (0..count).map(|at| object(&format!("M{at}"), &rows));
        let members: Vec<String> = (0..count).map(model).collect();
        objects.chain([union("Big", &members)]).collect()
    });
    grows_as_its_pages("without pages", 50, |count| {
        let members: Vec<String> = (0..count).map(model).collect();
        vec![union("Big", &members)]
    });
    grows_as_its_pages("of lists", 50, |count| {
        let objects = (0..count).map(|at| {
            let rows = [(format!("a{at}"), "*string*".to_owned())];
            object(&format!("M{at}"), &rows)
        });
        let members: Vec<String> = (0..count).map(|at| model(at) + "[]").collect();
        objects.chain([union("Big", &members)]).collect()
    });
}

#[test]
#[ignore = "long"]
fn structs_of_unions_of_structs() {
    let pages = |count: usize| -> Pages {
        let unions = (0..count).map(|at| {
            let members: Vec<String> = (0..count).map(|it| format!("models.S{it}")).collect();
            union(&format!("M{at}"), &members)
        });
        let objects = (0..count).map(|at| {
            let rows = (0..count).map(|it| {
                let ty = format!("[models.M{it}](../models/m{it}.md)");
                (format!("k{at}x{it}"), ty)
            });
            object(&format!("S{at}"), &rows.collect::<Vec<_>>())
        });
        unions.chain(objects).collect()
    };
    for count in [4, 8, 16] {
        costs_no_more_a_page("structs of unions of structs", &pages(count));
    }
}
