//! The blocks of a document that a reader types or copies, in their order. A block of a kind that is
//! not known here is no block to pass over.

/// What a block is.
#[derive(Debug, PartialEq, Eq)]
pub enum Block {
    /// Lines for a shell.
    Lines(Vec<String>),
    /// Commands, each with what it prints.
    Session(Vec<(String, String)>),
    /// A file, and its text.
    File(String, String),
    /// What the last command prints.
    Output(String),
}

/// The part of a document below a heading, up to the next of its level; headings in blocks are none.
pub fn section<'d>(document: &'d str, heading: &str) -> &'d str {
    let start = document.find(&format!("\n{heading}\n")).expect("a heading");
    let below = &document[start + heading.len() + 2..];
    let next = format!("{} ", heading.split(' ').next().unwrap());
    let (mut end, mut is_code) = (0, false);
    for line in below.split_inclusive('\n') {
        is_code ^= line.starts_with("```");
        if !is_code && line.starts_with(&next) {
            break;
        }
        end += line.len();
    }
    &below[..end]
}

/// The blocks of code in a text.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut parts = text.split("\n```");
    let mut before = parts.next().unwrap();
    let mut blocks = Vec::new();
    while let Some(block) = parts.next() {
        let (language, block) = block.split_once('\n').expect("a line below the fence");
        blocks.push(match language {
            "sh" => Block::Lines(block.lines().map(str::to_owned).collect()),
            "console" => Block::Session(session(block)),
            "text" => Block::Output(format!("{block}\n")),
            _ => Block::File(file(before), format!("{block}\n")),
        });
        before = parts.next().expect("the end of the block");
    }
    blocks
}

/// The file that is named last before a block.
fn file(before: &str) -> String {
    let spans = before.split('`').skip(1).step_by(2);
    let named = spans
        .filter(|it| it.contains('.') && !it.contains(' '))
        .last();
    named.expect("the file that the block is").to_owned()
}

fn session(block: &str) -> Vec<(String, String)> {
    let mut commands: Vec<(String, String)> = Vec::new();
    for line in block.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), String::new())),
            (None, Some((_, output))) => output.push_str(&format!("{line}\n")),
            (None, None) => panic!("`{line}` is printed by no command"),
        }
    }
    commands
}

/// Whether a document shows what was printed. A line `…` stands for any lines, and `…` in a line for
/// any text.
pub fn shows(shown: &str, printed: &str) -> bool {
    let shown: Vec<&str> = shown.trim_end().lines().collect();
    let printed: Vec<&str> = printed.trim_end().lines().collect();
    all(
        &shown,
        &printed,
        |line| *line == "…",
        |a, b| {
            let text = |line: &str| line.trim_end().chars().collect::<Vec<_>>();
            all(&text(a), &text(b), |c| *c == '…', |a, b| a == b)
        },
    )
}

/// Whether a pattern fits, of which some parts stand for any number of others.
fn all<T>(pattern: &[T], found: &[T], any: fn(&T) -> bool, fits: fn(&T, &T) -> bool) -> bool {
    // The last part that stands for any, and where what comes behind it was tried.
    let (mut at, mut tried, mut back) = (0, 0, None);
    while tried < found.len() {
        match pattern.get(at) {
            Some(part) if any(part) => {
                back = Some((at, tried));
                at += 1;
            }
            Some(part) if fits(part, &found[tried]) => {
                at += 1;
                tried += 1;
            }
            _ => match &mut back {
                Some((star, from)) => {
                    *from += 1;
                    (at, tried) = (*star + 1, *from);
                }
                None => return false,
            },
        }
    }
    pattern[at..].iter().all(any)
}

#[test]
fn a_document_is_read_block_by_block() {
    let text = "\nIn `src/main.rs`, not `a b.c`:\n\n```rust\nfn main() {}\n```\n\nThen:\n\n```sh\ncd a\nls\n\
        ```\n\n```text\nb\n```\n\n```console\n$ x\n$ y\nz\n```\n";
    let own = str::to_owned;
    assert_eq!(
        blocks(text),
        [
            Block::File(own("src/main.rs"), own("fn main() {}\n")),
            Block::Lines(vec![own("cd a"), own("ls")]),
            Block::Output(own("b\n")),
            Block::Session(vec![(own("x"), String::new()), (own("y"), own("z\n"))]),
        ]
    );
    let part = "\n### B\n\ntwo\n\n```markdown\n## D\n```\n\n";
    let document = format!("# D\n\n## A\n{part}## C\n\nthree\n");
    assert_eq!(section(&document, "## A"), part);
}

#[test]
fn what_is_shown_may_be_shortened_and_nothing_else() {
    assert!(shows("a\nb\n", "a\nb\n\n"));
    assert!(!shows("a\nb\n", "a\nb\nc\n"));
    assert!(!shows("a\n", ""));
    assert!(shows("a\n…\nd\n", "a\nb\nc\nd\n"));
    assert!(shows("…\nb\n…\n", "b\n"));
    assert!(!shows("a\n…\n", "b\na\n"));
    assert!(shows("in … s, …", "in 0.12 s, or so"));
    assert!(!shows("in … s", "in 0.12 ms, late"));
}
