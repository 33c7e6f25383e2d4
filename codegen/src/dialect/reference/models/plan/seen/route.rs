//! The endpoints that tags, headings and code name: `POST /rooms/{id}`.

use crate::dialect::reference::profile::Profile;
use crate::page::{Block, Element, Heading, Inline, Paragraph, plain};
use crate::source::{Files, Place};

const METHODS: &[&str] = &["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];

/// The route that a heading and the blocks below it name: a tag's before a heading's, and that
/// before one in text or code.
pub(super) fn find(
    files: &Files,
    profile: &Profile,
    heading: Option<&Heading>,
    blocks: &[Block],
) -> Option<String> {
    let tags = blocks
        .iter()
        .enumerate()
        .find_map(|(at, block)| match block {
            Block::Element(element) => tagged(files, profile, element, &blocks[at + 1..]),
            _ => None,
        });
    let heading = || heading.and_then(|heading| written(profile, &plain(&heading.inlines)));
    let text = || {
        blocks.iter().find_map(|block| match block {
            Block::Paragraph(paragraph) => in_paragraph(profile, paragraph),
            Block::Code(code) => in_code(&code.text),
            _ => None,
        })
    };
    tags.or_else(heading).or_else(text)
}

fn method(word: &str) -> Option<&'static str> {
    let mut methods = METHODS.iter();
    methods
        .find(|known| known.eq_ignore_ascii_case(word.trim()))
        .copied()
}

/// `<Route method="GET">/rooms</Route>`, `<Endpoint method="GET" url="/rooms"/>`.
fn tagged(files: &Files, profile: &Profile, element: &Element, behind: &[Block]) -> Option<String> {
    let tags = &profile.prose.route_tags;
    let known = tags.iter().find(|it| it.tag == element.name);
    let attribute = known.map_or("method", |it| it.method.as_str());
    let method = method(element.get(attribute)?)?;
    let paths = ["path", "url", "href", "endpoint", "route"];
    let set = known.and_then(|it| element.get(it.path.as_deref()?));
    let path = set.or_else(|| paths.iter().find_map(|name| element.get(name)));
    if let Some(path) = path.and_then(path_of) {
        return Some(format!("{method} {path}"));
    }
    let is_inside = |place: Place| element.covers.contains(place);
    let inner = behind.iter().find_map(|block| match block {
        Block::Paragraph(paragraph) if is_inside(paragraph.place) => {
            Some(plain(&paragraph.inlines))
        }
        Block::Prose(place) if is_inside(*place) => Some(files.text(*place).to_owned()),
        _ => None,
    });
    let path = path_of(inner?.trim())?;
    Some(format!("{method} {path}"))
}

/// A text that is a method and a path, by the patterns of the profile.
fn written(profile: &Profile, text: &str) -> Option<String> {
    if !text.contains('/') {
        return None;
    }
    let (_, groups) = profile.prose.route.captures(text)?;
    let method = method(groups.get(1)?.as_str())?;
    let path = path_of(groups.get(2)?.as_str())?;
    Some(format!("{method} {path}"))
}

/// A paragraph that names one: as a whole, or in code.
fn in_paragraph(profile: &Profile, paragraph: &Paragraph) -> Option<String> {
    let has_code = |inline: &Inline| matches!(inline, Inline::Code(text, _) if text.contains('/'));
    let has_code = paragraph.inlines.iter().any(has_code);
    let text = plain(&paragraph.inlines);
    let starts = || {
        text.split_whitespace()
            .next()
            .is_some_and(|word| method(word).is_some())
    };
    if has_code || starts() {
        written(profile, &text)
    } else {
        None
    }
}

/// The first line of code, if it is a request: `GET /rooms HTTP/1.1`.
fn in_code(text: &str) -> Option<String> {
    let line = text.lines().find(|line| !line.trim().is_empty())?;
    let mut words = line.split_whitespace();
    let method = METHODS
        .iter()
        .find(|known| words.clone().next() == Some(known))?;
    let path = path_of(words.nth(1)?)?;
    Some(format!("{method} {path}"))
}

/// The path of a URL, without host and query.
fn path_of(text: &str) -> Option<String> {
    let text = text.trim().trim_matches(['`', '"', '\'']);
    let text = match text.split_once("://") {
        Some((_, rest)) => &rest[rest.find('/')?..],
        None => text,
    };
    let text = text.split(['?', '#']).next()?;
    let path = text.replace('\\', "");
    let path = path.trim_end_matches(['.', ',']);
    let is_path = path.starts_with('/') && !path.contains(char::is_whitespace);
    let path = match path.strip_suffix('/') {
        Some("") | None => path,
        Some(shorter) => shorter,
    };
    is_path.then(|| path.to_owned())
}
