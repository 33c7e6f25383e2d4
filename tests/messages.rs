//! What the program can say of a mistake, found in its sources: the texts of diagnostics, of
//! refused settings, of types that cannot be read and of wrong usage.

use std::collections::BTreeSet;
use std::fs;

use tests::tokens::{Token, tokens};

/// Calls whose texts reach the user.
const CALLS: &[&str] = &[
    "Elsewhere",
    "Usage",
    "error",
    "global_error",
    "hint",
    "label",
    "lacks",
    "other",
    "print_error",
    "refuse",
    "related",
    "type_of",
    "unexpected",
    "warning",
    "with_suggestion",
];

/// Structs whose texts reach the user.
const STRUCTS: &[&str] = &["NotFound", "Refusal", "SyntaxError"];

/// A text, with what is between `{` and `}` left out.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Message {
    /// The file below the workspace, and the line.
    pub at: String,
    /// The parts that are always the same, line by line.
    lines: Vec<Vec<String>>,
}

impl Message {
    /// Whether an output says so.
    pub fn is_in(&self, output: &str) -> bool {
        let said = |parts: &Vec<String>| output.lines().any(|line| has(line, parts));
        self.lines.iter().all(said)
    }

    /// The text, with `…` for what is put in.
    pub fn text(&self) -> String {
        let lines = self.lines.iter().map(|parts| parts.join("…"));
        lines.collect::<Vec<_>>().join("\n")
    }
}

/// Whether a line has these parts, one after the other.
fn has(mut line: &str, parts: &[String]) -> bool {
    parts.iter().all(|part| {
        let found = line.split_once(part.as_str());
        line = found.map_or("", |(_, rest)| rest);
        found.is_some()
    })
}

/// All texts of the files below a folder of the workspace.
pub fn messages(folder: &str) -> BTreeSet<Message> {
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        let entries = fs::read_dir(tests::repository().join(&folder)).expect("a folder");
        for entry in entries {
            let path = entry.expect("an entry").path();
            let name = path
                .file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let below = format!("{folder}/{name}");
            if path.is_dir() {
                open.push(below);
            } else if name.ends_with(".rs") && !is_test(&below) {
                let text = fs::read_to_string(path).expect("a file");
                found.extend(of_text(&text, &below));
            }
        }
    }
    found
}

fn is_test(file: &str) -> bool {
    file.split('/')
        .any(|part| matches!(part, "tests" | "tests.rs" | "testing.rs"))
}

/// The texts of a file that reach the user.
pub fn of_text(text: &str, below: &str) -> BTreeSet<Message> {
    let tokens = without_tests(tokens(text));
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    // What is pushed there is a finding, or in one.
    let finds = tokens.iter().any(|token| token.text == "Diagnostic");
    let mut spoken = BTreeSet::new();
    for at in 0..tokens.len() {
        let before = at.checked_sub(1).map_or("", word);
        let speaks = match word(at + 1) {
            "(" if word(at) == "push" => finds,
            "(" if word(at) == "new" => before == "::" && word(at - 2) == "Error",
            "(" => CALLS.contains(&word(at)) && before != "fn",
            "{" => {
                STRUCTS.contains(&word(at)) && !matches!(before, ">" | "struct" | "for" | "impl")
            }
            _ => false,
        };
        if speaks {
            spoken.extend(at + 1..end(&tokens, at + 1, ""));
        }
    }
    // `let message = format!("{more}");` of what is passed on, and `let more = …;` of what is in it.
    let mut size = 0;
    while size < spoken.len() {
        size = spoken.len();
        let is_passed = |at: usize| match (word(at - 1), word(at + 1)) {
            ("(" | "," | "&", "," | ")") => true,
            (before, after) => before == ":" && matches!(after, "." | "," | "}"),
        };
        let passed = spoken
            .iter()
            .filter(|at| word(**at).starts_with('"') || is_passed(**at));
        let names: BTreeSet<&str> = passed.flat_map(|at| names(word(*at))).collect();
        for at in 0..tokens.len() {
            let mut pattern = at + 1..end(&tokens, at + 1, "=");
            if word(at) == "let" && pattern.any(|at| names.contains(word(at))) {
                spoken.extend(at..end(&tokens, at, ";"));
            }
        }
    }
    let texts = spoken.into_iter().filter(|at| word(*at).starts_with('"'));
    texts
        .filter_map(|at| {
            let lines = lines(word(at));
            let says = lines.iter().flatten().any(|part| part.trim().contains(' '));
            let at = format!("{below}:{}", tokens[at].line);
            says.then_some(Message { at, lines })
        })
        .collect()
}

/// Where the group that starts there ends, or the sign after it that stands in no group.
fn end(tokens: &[Token], start: usize, sign: &str) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.text.as_str() {
            "(" | "{" | "[" => depth += 1,
            ")" | "}" | "]" => depth -= 1,
            text if text == sign && depth == 0 => return at,
            _ => {}
        }
        if depth < 0 || depth == 0 && sign.is_empty() {
            return at;
        }
    }
    tokens.len()
}

/// The name that a word is, or those that a text has between `{` and `}`.
fn names(word: &str) -> Vec<&str> {
    let is_name = |word: &&str| word.starts_with(|c: char| c.is_alphabetic() || c == '_');
    let inside = word.split('{').skip(1);
    let inside = inside.filter_map(|part| part.split(['}', ':']).next());
    std::iter::once(word)
        .chain(inside)
        .filter(is_name)
        .collect()
}

fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let is_tests = |words: &[Token]| {
        words[0].text == "mod" && words[1].text == "tests" && words[2].text == "{"
    };
    match tokens.windows(3).position(is_tests) {
        Some(at) => {
            let end = end(&tokens, at + 2, "");
            [&tokens[..at], &tokens[end + 1..]].concat()
        }
        None => tokens,
    }
}

/// The parts of each line of a text in Rust that are the same whatever is put between `{` and `}`.
fn lines(text: &str) -> Vec<Vec<String>> {
    let mut lines = vec![vec![String::new()]];
    let mut chars = text[1..text.len() - 1].chars().peekable();
    while let Some(c) = chars.next() {
        let line = lines.last_mut().expect("one at least");
        let part = line.last_mut().expect("one at least");
        match c {
            '\\' => match chars.next() {
                Some('\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
                Some('n') => lines.push(vec![String::new()]),
                Some('x' | 'u') | None => line.push(String::new()),
                Some(c) => part.push(c),
            },
            '{' | '}' if chars.next_if_eq(&c).is_some() => part.push(c),
            '{' => {
                while chars.next().is_some_and(|c| c != '}') {}
                line.push(String::new());
            }
            c => part.push(c),
        }
    }
    for line in &mut lines {
        line.retain(|part| !part.trim().is_empty());
    }
    lines.retain(|line| !line.is_empty());
    lines
}
