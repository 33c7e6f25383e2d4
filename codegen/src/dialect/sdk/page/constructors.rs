//! The names by which the SDK's own code calls the members of a union.

use super::sections::{self, section};
use crate::page::{Block, Code, Page};
use crate::source::{Located, Place};

/// The name in Go's `x := components.CreateXEnv(…)` and in C#'s `X.CreateEnv(…)`: `Env`.
pub(crate) fn called(code: &Code, union: &str) -> Option<Located<String>> {
    const CREATE: &str = ".Create";
    let at = code.text.find(CREATE)?;
    let before = word_before(&code.text[..at]);
    let mut start = at + CREATE.len();
    // Go's function stands in a package, and so has the union's name before the member's.
    if before != union {
        start += code.text[start..]
            .strip_prefix(union)
            .map(|_| union.len())?;
    }
    located(code, start, word(&code.text[start..])?)
}

/// A constant that tells a member of a union, and what the SDK calls the member.
#[derive(Debug, PartialEq)]
pub(crate) struct TagConstant {
    /// The constant without the name of its type: `AwsKms` of `components.VaultTypeAwsKms`.
    pub name: Located<String>,
    /// The field that is set where it is the tag: `vault.AwsVault`.
    pub member: String,
}

/// The section about the constants, and those that it lists.
pub(crate) struct TagSection {
    /// Its heading.
    pub heading: Place,
    /// How many cases it has.
    pub cases: usize,
    pub constants: Vec<TagConstant>,
}

/// Reads the cases of `switch vault.Type` below `## Union Discrimination`.
pub(crate) fn constants(page: &Page, union: &str) -> Option<TagSection> {
    let section = section(page, sections::TAGS)?;
    let codes = section.blocks.iter().filter_map(|block| match block {
        Block::Code(code) => Some(code),
        _ => None,
    });
    let codes: Vec<_> = codes.collect();
    let lines = codes.iter().flat_map(|code| code.text.lines());
    let constants = codes.iter().flat_map(|code| in_code(code, union));
    Some(TagSection {
        heading: section.heading.place,
        cases: lines.filter(|line| case(line.trim()).is_some()).count(),
        constants: constants.collect(),
    })
}

fn in_code(code: &Code, union: &str) -> Vec<TagConstant> {
    const POPULATED: &str = " is populated";
    let mut found = Vec::new();
    let mut open = None;
    let mut at = 0;
    for line in code.text.split_inclusive('\n') {
        let text = line.trim();
        let start = at + line.len() - line.trim_start().len();
        if let Some(constant) = case(text) {
            open = without_type(constant, union).and_then(|name| {
                let start = start + CASE.len() + constant.len() - name.len();
                located(code, start, name)
            });
        } else if let Some(member) = text.strip_prefix("// ")
            && let Some(member) = member.strip_suffix(POPULATED)
            && let Some((_, member)) = member.rsplit_once('.')
            && let Some(name) = open.take()
        {
            let member = member.to_owned();
            found.push(TagConstant { name, member });
        }
        at += line.len();
    }
    found
}

const CASE: &str = "case ";

/// The constant in a line such as `case components.VaultTypeEnv:`.
fn case(line: &str) -> Option<&str> {
    line.strip_prefix(CASE)?.strip_suffix(':')
}

/// Cuts the package and the constant's type off, which is called `VaultType`, or
/// `VaultUnionType` where that name is taken.
fn without_type<'t>(constant: &'t str, union: &str) -> Option<&'t str> {
    let name = constant.rsplit('.').next().unwrap_or(constant);
    let rest = name.strip_prefix(union)?;
    let rest = rest.strip_prefix("Union").unwrap_or(rest);
    word(rest.strip_prefix("Type")?)
}

fn word(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !is_word(c)).unwrap_or(text.len());
    (end > 0).then(|| &text[..end])
}

fn word_before(text: &str) -> &str {
    text.rsplit(|c: char| !is_word(c)).next().unwrap_or(text)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// A part of a block of code, with its place.
fn located(code: &Code, start: usize, name: &str) -> Option<Located<String>> {
    let start = code.place.start + u32::try_from(start).ok()?;
    let place = Place {
        start,
        end: start + u32::try_from(name.len()).ok()?,
        ..code.place
    };
    Some(Located::new(name.to_owned(), place))
}
