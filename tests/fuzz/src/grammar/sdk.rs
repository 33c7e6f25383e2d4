//! Pages of SDKs in eight languages: the forms that their generators write, and mistakes in them.

use super::languages::{LANGUAGES, Language};
use super::{examples, words};
use crate::choices::Choices;

/// Pages of one SDK.
pub fn pages(files: &mut Vec<(String, String)>, language: usize, choices: &mut Choices) {
    let language = &LANGUAGES[language];
    for at in 0..=choices.below(4) {
        let folder = choices.one(&["shared", "components", "operations", "errors", "mod", "a b"]);
        let title = words::title(choices);
        let text = page(language, &title, choices);
        // A file's name is often its title.
        let odd = |c: char| !c.is_alphanumeric();
        let name = if choices.once_in(4) {
            format!("page{at}")
        } else {
            title.replace(odd, "_")
        };
        let end = if choices.once_in(12) { "mdx" } else { "md" };
        files.push((format!("{}/{folder}/{name}.{end}", language.folder), text));
    }
}

fn page(language: &Language, title: &str, choices: &mut Choices) -> String {
    let mut text = match choices.below(8) {
        7 => format!("---\ntitle: \"{title}\"\n---\n\n"),
        6 => format!(
            "# ~~{title}~~\n\n> :warning: **DEPRECATED**: {}\n\n",
            words::text(choices)
        ),
        _ => format!("# {title}\n\n"),
    };
    if choices.once_in(3) {
        text.push_str(&words::prose(choices));
        text.push_str("\n\n");
    }
    if choices.once_in(4) {
        let example = examples::json(choices, 3);
        let code = language.code;
        text.push_str(&format!(
            "## Example Usage\n\n```{code}\nlet value: {title} = {example};\n```\n\n"
        ));
    }
    match choices.below(8) {
        0..=3 => fields(&mut text, language, choices),
        4 => values(&mut text, language, choices),
        5 => {
            text.push_str("## Supported Types\n\n");
            for _ in 0..choices.below(5) {
                let example = examples::json(choices, 2);
                let title = words::title(choices);
                let member = language.member.replace('X', &title).replace('E', &example);
                text.push_str(&member);
                text.push('\n');
            }
        }
        6 => {}
        _ => {
            fields(&mut text, language, choices);
            values(&mut text, language, choices);
            text.push_str(&words::prose(choices));
        }
    }
    text
}

fn fields(text: &mut String, language: &Language, choices: &mut Choices) {
    let example = choices.once_in(2);
    text.push_str("## Fields\n\n| Field | Type | Required | Description |");
    text.push_str(if example { " Example |\n" } else { "\n" });
    text.push_str("| --- | --- | --- | --- |");
    text.push_str(if example { " --- |\n" } else { "\n" });
    for _ in 0..choices.below(7) {
        let name = words::name(choices);
        let name = match choices.below(12) {
            10 => format!("~~`{name}`~~"),
            11 => name,
            _ => format!("`{name}`"),
        };
        let ty = ty(language, choices, 3);
        let mark = match choices.below(12) {
            0..=5 => ":heavy_check_mark:",
            11 => "maybe",
            _ => ":heavy_minus_sign:",
        };
        text.push_str(&format!(
            "| {name} | {ty} | {mark} | {} |",
            words::text(choices)
        ));
        if example {
            let example = examples::json(choices, 2).replace('|', "\\|");
            text.push_str(&format!(" {example} |"));
        }
        text.push('\n');
    }
    text.push('\n');
}

fn values(text: &mut String, language: &Language, choices: &mut Choices) {
    text.push_str("## Values\n\n");
    let form = choices.below(4);
    if choices.once_in(4) {
        text.push_str("This is an open enum. Unrecognized values will not fail type checks.\n\n");
    }
    let values: Vec<_> = (0..choices.below(6))
        .map(|_| words::name(choices))
        .collect();
    match form {
        0 => {
            let values: Vec<_> = values.iter().map(|it| format!("{it:?}")).collect();
            text.push_str(&format!(
                "```{}\n{}\n```\n",
                language.code,
                values.join(" | ")
            ));
        }
        1 => {
            for value in values {
                text.push_str(&format!("- `\"{value}\"`\n"));
            }
        }
        _ => {
            text.push_str("| Name | Value |\n| --- | --- |\n");
            for value in values {
                text.push_str(&format!("| `{}` | {value} |\n", words::name(choices)));
            }
        }
    }
    text.push('\n');
}

fn ty(language: &Language, choices: &mut Choices, depth: usize) -> String {
    match choices.below(8) {
        0..=3 => choices.one(language.scalars).to_owned(),
        4 | 5 => language.model.replace('X', &words::title(choices)),
        _ if depth > 0 => {
            let wrapper = choices.one(language.wrappers);
            wrap(wrapper, language, choices, depth)
        }
        _ => choices.raw().replace(['\n', '\r'], " "),
    }
}

/// A wrapper whose `T` that is no part of a word is a type.
fn wrap(wrapper: &str, language: &Language, choices: &mut Choices, depth: usize) -> String {
    let mut text = String::new();
    let mut rest = wrapper;
    while let Some(at) = rest.find('T') {
        let before = rest[..at].chars().next_back();
        let after = rest[at + 1..].chars().next();
        let word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '.' || c == ':');
        text.push_str(&rest[..at]);
        if word(before) || word(after) {
            text.push('T');
        } else {
            text.push_str(&ty(language, choices, depth - 1));
        }
        rest = &rest[at + 1..];
    }
    text + rest
}
