//! Unions whose members are told apart by a key.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::statements::Statement;
use crate::claim::Const;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::scalar::scalar;
use crate::sdk_source::tokens::Tokens;

/// A value, the member that it means, and its line.
type Variant<'t> = (Const, &'t str, usize);

/// Reads the unions that statements define: by `Tag("card")` at their members and
/// `get_discriminator(m, "type", "type")`, or by a dictionary and `disc_key="type"`.
pub(super) fn read(tokens: &Tokens<'_>, statements: &[Statement], out: &mut Gathered) {
    let mut tables: BTreeMap<&str, Vec<Variant<'_>>> = BTreeMap::new();
    for statement in statements.iter().filter(|it| it.column == 0) {
        let range = statement.range.clone();
        let Some(name) = tokens.word(range.start) else {
            continue;
        };
        if tokens.is(range.start + 1, ":") {
            tables.insert(name, table(tokens, range));
        } else if tokens.is(range.start + 1, "=")
            && let Some((key, variants)) = variants(tokens, range, &tables)
        {
            for (value, member, line) in variants {
                out.variant(name, member, &key, value, line);
            }
        }
    }
}

/// The entries of a dictionary of models: `NAME: dict[str, Any] = { "card": Card }`.
fn table<'t>(tokens: &Tokens<'t>, statement: Range<usize>) -> Vec<Variant<'t>> {
    let mut found = Vec::new();
    for at in statement {
        if let Some((value, behind)) = scalar(tokens, at)
            && tokens.is(behind, ":")
            && let Some(member) = last_word(tokens, behind + 1)
        {
            found.push((value, member, tokens.line(at)));
        }
    }
    found
}

fn variants<'t>(
    tokens: &Tokens<'t>,
    statement: Range<usize>,
    tables: &BTreeMap<&str, Vec<Variant<'t>>>,
) -> Option<(Cow<'t, str>, Vec<Variant<'t>>)> {
    let mut key = None;
    let mut variants = Vec::new();
    for at in statement {
        if tokens.are(at, &["get_discriminator", "("]) && tokens.is(at + 5, ",") {
            // The name of the member stands before its key.
            key = tokens.text(at + 6);
        } else if tokens.are(at, &["disc_key", "="]) {
            key = tokens.text(at + 2);
        } else if tokens.are(at, &["variants", "="]) {
            let table = tokens.word(at + 2).and_then(|name| tables.get(name));
            variants.extend(table.into_iter().flatten().cloned());
        } else if tokens.are(at, &["Tag", "("]) && tokens.is(at.wrapping_sub(1), ",") {
            let value = scalar(tokens, at + 2);
            let member = at.checked_sub(2).and_then(|at| tokens.word(at));
            if let (Some((value, _)), Some(member)) = (value, member) {
                variants.push((value, member, tokens.line(at)));
            }
        }
    }
    key.map(|key| (key, variants))
}

/// The last word of a path: `Card` of `models.Card`.
fn last_word<'t>(tokens: &Tokens<'t>, mut at: usize) -> Option<&'t str> {
    while tokens.is(at + 1, ".") {
        at += 2;
    }
    tokens.word(at)
}
