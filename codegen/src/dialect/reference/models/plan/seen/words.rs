//! What the text of a heading says: a name, a part in a call, or nothing of its own.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::claim::Role;
use crate::dialect::reference::profile::Profile;

/// What a heading says.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Words {
    /// What is left as a name; empty if nothing is.
    pub name: String,
    /// The same with the words that were taken off, one after the other, the last first.
    pub longer: Vec<String>,
    /// Of a generic heading the words that tell its role.
    pub short: String,
    /// Whether it names nothing of its own: `Response Body`.
    pub is_generic: bool,
    /// Whether more than numbers and brackets was taken off: `Room Object` says what it is.
    pub says_object: bool,
    /// The words in brackets at its end, which are the case that a table is for.
    pub case: Option<String>,
    pub role: Option<Part>,
    /// Whether its tables are none of ours.
    pub is_skipped: bool,
    /// Whether its tables add to what the text above links.
    pub extends: bool,
}

/// A part in a call, and whether another word beats it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Part {
    pub role: Role,
    pub is_weak: bool,
}

/// Reads headings, each text once.
pub(crate) struct WordReader<'p> {
    pub profile: &'p Profile,
    known: BTreeMap<String, Rc<Words>>,
}

/// Longer texts are no headings that anybody reads.
const LONGEST: usize = 300;

impl<'p> WordReader<'p> {
    pub fn new(profile: &'p Profile) -> Self {
        Self {
            profile,
            known: BTreeMap::new(),
        }
    }

    /// What a heading says.
    pub fn read(&mut self, text: &str) -> Rc<Words> {
        if let Some(words) = self.known.get(text) {
            return Rc::clone(words);
        }
        let words = Rc::new(read(self.profile, text));
        self.known.insert(text.to_owned(), Rc::clone(&words));
        words
    }
}

fn read(profile: &Profile, text: &str) -> Words {
    let rules = &profile.models;
    let written = without_comments(text);
    let text = without_attributes(&written);
    let text = cut(text.trim().trim_end_matches([':', '：']).trim());
    let (plain, case) = brackets(text);
    let is_generic = |text: &str| rules.generic_headings.find(text).is_some();
    let named = without_route(plain);
    let bare = strip_numbers(named);
    let mut longer = stripped(profile, bare);
    let name = longer.pop().unwrap_or_default();
    longer.reverse();
    let role = part(profile, plain);
    let mut words = Words {
        is_generic: is_generic(plain) || is_generic(bare) || is_generic(&name),
        short: role_word(shortest(profile, bare, role), role),
        name: letters_first(latin(&name)),
        says_object: !longer.is_empty(),
        longer,
        case: case.map(str::to_owned),
        role,
        is_skipped: rules.heading_skip.find(text).is_some(),
        extends: rules.heading_extends.find(plain).is_some(),
    };
    if !words.name.chars().any(char::is_alphabetic) {
        words.name.clear();
    }
    words
}

/// The part in a call of which a heading or sentence tells.
pub(crate) fn part(profile: &Profile, text: &str) -> Option<Part> {
    let rules = &profile.models;
    let strong = |role| {
        Some(Part {
            role,
            is_weak: false,
        })
    };
    if rules.response_words.find(text).is_some() {
        return strong(Role::Response);
    }
    if rules.query_words.find(text).is_some() {
        return strong(Role::Query);
    }
    if rules.request_words.find(text).is_some() {
        return strong(Role::Request);
    }
    let weak = rules.request_words_weak.find(text);
    weak.map(|_| Part {
        role: Role::Request,
        is_weak: true,
    })
}

/// A name, and what is left of it each time that something that is no part of it is taken off.
fn stripped(profile: &Profile, text: &str) -> Vec<String> {
    let mut names = vec![text.to_owned()];
    let role = part(profile, text).map(|part| part.role);
    // Each round makes it shorter.
    'rounds: loop {
        let name = &names[names.len() - 1];
        for pattern in &profile.models.heading_strip.0 {
            let shorter = pattern.strip(name).trim().to_owned();
            let has_letters = shorter.chars().any(char::is_alphabetic);
            // The reply of a thing is not the thing.
            let keeps_role = part(profile, &shorter).map(|part| part.role) == role;
            if shorter.len() < name.len() && has_letters && keeps_role {
                names.push(shorter);
                continue 'rounds;
            }
        }
        return names;
    }
}

/// A name that begins with a number has it at its end: `Errors 4xx` of `4xx Errors`.
fn letters_first(name: &str) -> String {
    match name.split_once(' ') {
        Some((first, rest))
            if first.starts_with(|c: char| c.is_ascii_digit())
                && rest.starts_with(|c: char| c.is_alphabetic()) =>
        {
            format!("{rest} {}", first.trim_end_matches([':', '.']))
        }
        _ => name.to_owned(),
    }
}

/// The words of a generic heading that still tell its role: `Response` of `Response Body`.
fn shortest(profile: &Profile, text: &str, role: Option<Part>) -> String {
    let mut name = text;
    while let Some((before, _)) = name.rsplit_once(' ')
        && let before = before.trim_end()
        && profile.models.generic_headings.find(before).is_some()
        && part(profile, before).map(|part| part.role) == role.map(|part| part.role)
    {
        name = before;
    }
    name.to_owned()
}

/// A role in letters that identifiers are made of stays; others are its word: `请求` is `Request`.
fn role_word(text: String, role: Option<Part>) -> String {
    match role {
        Some(part) if !text.contains(|c: char| c.is_ascii_alphabetic()) => {
            part.role.word().to_owned()
        }
        _ => text,
    }
}

/// Text without `<!-- comments -->` and `{% tags %}`.
fn without_comments(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for (open, close) in [("<!--", "-->"), ("{%", "%}")] {
        while let Some(from) = text.find(open)
            && let Some(length) = text[from..].find(close)
        {
            let to = from + length + close.len();
            text = Cow::Owned(format!("{}{}", &text[..from], &text[to..]));
        }
    }
    text
}

/// Text before `{#anchor}` and `{: .class }`.
fn without_attributes(text: &str) -> &str {
    let at = ["{#", "{ #", "{:"]
        .iter()
        .filter_map(|open| text.rfind(open));
    match at.min() {
        Some(at) if text.trim_end().ends_with('}') && at > 0 => &text[..at],
        _ => text,
    }
}

fn cut(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text[..end].trim_end()
}

/// A text and the words in brackets at its end.
fn brackets(text: &str) -> (&str, Option<&str>) {
    let Some(inner) = text.strip_suffix([')', '）']) else {
        return (text, None);
    };
    let Some(at) = inner.rfind(['(', '（']) else {
        return (text, None);
    };
    let width = inner[at..].chars().next().map_or(1, char::len_utf8);
    let case = inner[at + width..].trim();
    match inner[..at].trim_end() {
        "" => (text, None),
        before => (before, Some(case).filter(|case| !case.is_empty())),
    }
}

/// `2.1.3 Rooms`, `4) Rooms` and `IV. Rooms` without the number.
fn strip_numbers(text: &str) -> &str {
    let Some((first, rest)) = text.split_once(char::is_whitespace) else {
        return text;
    };
    let number = first.trim_end_matches(['.', ')', ':', '、']);
    let is_number = |c: char| c.is_ascii_digit() || c == '.';
    let is_roman = first.len() > number.len() && number.chars().all(|c| "IVXLC".contains(c));
    let rest = rest.trim_start();
    let is_name = rest.chars().any(char::is_alphabetic);
    let is_numbered = !number.is_empty() && number.chars().all(is_number);
    if is_name && (is_numbered || (is_roman && !number.is_empty())) {
        rest
    } else {
        text
    }
}

/// The words of a heading that has a path and words: `List Rooms` of `/rooms - List Rooms`.
fn without_route(text: &str) -> &str {
    let is_path = |part: &&str| part.contains('/') && !part.contains(" / ");
    for sign in [" – ", " — ", " - ", ": "] {
        if let Some((before, behind)) = text.split_once(sign) {
            match (is_path(&before), is_path(&behind)) {
                (true, false) => return behind.trim(),
                (false, true) => return before.trim(),
                _ => {}
            }
        }
    }
    text
}

/// The identifier of a heading that is in no Latin script else: `get_room` of `get_room 取得`.
fn latin(text: &str) -> &str {
    let is_other = |c: char| c.is_alphabetic() && c as u32 >= 0x370;
    if !text.contains(is_other) {
        return text;
    }
    let is_identifier = |word: &&str| {
        let mut chars = word.chars();
        let first = chars.next().is_some_and(|c| c.is_ascii_alphabetic());
        let has_sign = word.contains('_') || chars.any(|c| c.is_ascii_uppercase());
        let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
        first && has_sign && word.len() > 3 && word.chars().all(is_word)
    };
    let is_sign = |c: char| !(c.is_ascii_alphanumeric() || c == '_');
    let mut words = text.split(is_sign).filter(|word| !word.is_empty());
    words.find(is_identifier).unwrap_or(text)
}
