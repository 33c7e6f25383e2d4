//! The one value that is read as another when it was written: a union without a tag whose variant a
//! key told that is not written, as it is optional and null, or is one that the variant does not
//! have. What is left tells another variant.

use std::fmt::Debug;

/// Whether two values differ in the names of variants and their structs alone, and in keys that are
/// absent, and keys of the input that were not written can have told them apart.
#[must_use]
pub fn told<T: Debug + PartialEq>(input: &str, written: &str, read: &T, again: &T) -> bool {
    let keys = |text: &str| text.matches(r#"":"#).count();
    read != again
        && keys(input) > keys(written)
        && without_names(&format!("{read:?}")) == without_names(&format!("{again:?}"))
}

/// What `Debug` writes, less the names before `(` and `{` and the fields that are `None` or absent. A null that
/// a value keeps is `Null`, and stays.
fn without_names(debug: &str) -> Vec<Piece> {
    let mut kept: Vec<Piece> = Vec::new();
    for piece in pieces(debug) {
        match piece {
            Piece::Mark('(' | '{') => {
                if let Some(Piece::Word(_)) = kept.last() {
                    kept.pop();
                }
            }
            Piece::Mark(',' | '}') => drop_absent(&mut kept),
            _ => {}
        }
        if piece != Piece::Mark(',') {
            kept.push(piece);
        }
    }
    kept
}

/// Drops `name: None` from the end.
fn drop_absent(kept: &mut Vec<Piece>) {
    if let [.., Piece::Word(_), Piece::Mark(':'), Piece::Word(value)] = kept.as_slice()
        && ["None", "Absent"].contains(&value.as_str())
    {
        kept.truncate(kept.len() - 3);
    }
}

#[derive(Debug, PartialEq)]
enum Piece {
    /// A name or a number, or a text with its quotes.
    Word(String),
    Mark(char),
}

fn pieces(debug: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut chars = debug.chars().peekable();
    while let Some(first) = chars.next() {
        if first == '"' {
            let mut text = String::from(first);
            while let Some(next) = chars.next() {
                text.push(next);
                match next {
                    '\\' => text.extend(chars.next()),
                    '"' => break,
                    _ => {}
                }
            }
            pieces.push(Piece::Word(text));
        } else if first.is_whitespace() {
        } else if "(){}[],:".contains(first) {
            pieces.push(Piece::Mark(first));
        } else {
            let mut word = String::from(first);
            while let Some(next) = chars.next_if(|next| !"(){}[],: \"".contains(*next)) {
                word.push(next);
            }
            pieces.push(Piece::Word(word));
        }
    }
    pieces
}
