//! Rust's text as words, texts and signs, each with its line.
//!
//! `syn` would give lines only with a feature of `proc-macro2` that slows the generator down in
//! every build that shares it.

/// A word, a text in quotes, `::` or a single sign.
#[derive(Debug, Clone)]
pub struct Token {
    /// As it stands in the file, quotes included.
    pub text: String,
    /// The line of its start.
    pub line: usize,
}

/// The tokens of a file. Comments and characters in quotes are left out.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut tokens = Vec::new();
    let (mut at, mut line) = (0, 1);
    while at < chars.len() {
        let (length, kept) = next(&chars[at..]);
        let taken = &chars[at..at + length];
        if kept {
            let text = taken.iter().collect();
            tokens.push(Token { text, line });
        }
        line += taken.iter().filter(|c| **c == '\n').count();
        at += length;
    }
    tokens
}

/// How many characters the next piece has, and whether it is a token.
fn next(rest: &[char]) -> (usize, bool) {
    match rest {
        ['/', '/', ..] => (until(rest, &['\n']), false),
        ['/', '*', ..] => (comment(rest), false),
        ['"', ..] => (quoted(rest, '"'), true),
        ['\'', '\\', ..] | ['\'', _, '\'', ..] => (quoted(rest, '\''), false),
        [':', ':', ..] => (2, true),
        [first, ..] if is_word(*first) => {
            let word = rest.iter().take_while(|c| is_word(**c)).count();
            let after = &rest[word..];
            let marks = after.iter().take_while(|c| **c == '#').count();
            let is_text = after.get(marks) == Some(&'"');
            match rest[word - 1] {
                'r' if word <= 2 && is_text => {
                    let mut end = vec!['#'; marks + 1];
                    end[0] = '"';
                    let start = word + marks + 1;
                    (start + until(&rest[start..], &end) + end.len(), true)
                }
                _ => (word, true),
            }
        }
        [first, ..] => (1, !first.is_whitespace()),
        [] => (0, false),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// How many characters stand before `end`.
fn until(rest: &[char], end: &[char]) -> usize {
    let found = rest.windows(end.len()).position(|window| window == end);
    found.unwrap_or(rest.len().saturating_sub(end.len()))
}

/// The length of a text in quotes.
fn quoted(rest: &[char], quote: char) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != quote {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// The length of a comment, with those inside of it.
fn comment(rest: &[char]) -> usize {
    let (mut at, mut depth) = (2, 1);
    while at < rest.len() && depth > 0 {
        match rest[at..] {
            ['/', '*', ..] => (at, depth) = (at + 2, depth + 1),
            ['*', '/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
    }
    at
}
