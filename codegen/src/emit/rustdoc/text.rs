//! Text, escaped for markdown.

use std::borrow::Cow;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::clean::document;

/// Text as a code span.
pub(crate) fn code_span(text: &str) -> String {
    let mut text = document(text);
    if text.contains('\n') {
        text = Cow::Owned(text.replace('\n', " "));
    }
    if !text.contains(['`', ' ']) && !text.is_empty() {
        return ["`", &text, "`"].concat();
    }
    if text.trim().is_empty() {
        return "(blank)".to_owned();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as plain text, whatever it contains.
pub(crate) fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['\\', '`', '*', '[', ']', '<', '|', '~', '&', '_']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '|' | '~' => true,
            // What follows the text is not known here: it may make an entity of it.
            '&' => !rest.peek().is_some_and(|next| next.is_whitespace()),
            '_' => {
                !(before.is_alphanumeric()
                    && rest.peek().is_some_and(|next| next.is_alphanumeric()))
            }
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    Cow::Owned(escaped)
}

/// Code in a fence that it cannot close.
pub(crate) fn fenced(language: &str, code: &str) -> Vec<String> {
    let code = document(code);
    let fence = "`".repeat(longest_run(&code).max(2) + 1);
    let code = code
        .trim_end()
        .lines()
        .map(|line| line.trim_end().to_owned());
    std::iter::once(format!("{fence}{language}"))
        .chain(code)
        .chain([fence.clone()])
        .collect()
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

/// The first web address of a text: where it starts, and its length.
pub(crate) fn find_address(text: &str) -> Option<(usize, usize)> {
    text.match_indices("http").find_map(|(at, _)| {
        let rest = &text[at + 4..];
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        let tail = rest.strip_prefix("://")?;
        let length = tail.find(|c| !is_address_char(c)).unwrap_or(tail.len());
        let address = tail[..length]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_', '~']);
        let scheme = text.len() - tail.len() - at;
        (!address.is_empty()).then_some((at, scheme + address.len()))
    })
}

/// Written markdown whose bare addresses are links: dropped tags may have stood inside of one.
pub(crate) fn link_addresses(text: String) -> String {
    let linked = |at: usize| text[..at].ends_with('<') && !text[..at].ends_with("\\<");
    let mut addresses = text.match_indices("http");
    if addresses.all(|(at, _)| linked(at)) {
        return text;
    }
    let mut written = String::with_capacity(text.len());
    let mut at = 0;
    let mut depth = 0_usize;
    for (event, range) in Parser::new_ext(&text, super::OPTIONS).into_offset_iter() {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. }) => depth += 1,
            Event::End(TagEnd::Link | TagEnd::Image) => depth -= 1,
            Event::Text(run) if depth == 0 && text.get(range.clone()) == Some(run.as_ref()) => {
                let mut start = range.start;
                while let Some((found, length)) = find_address(&text[start..range.end]) {
                    let address = start + found..start + found + length;
                    written.push_str(&text[at..address.start]);
                    written.push_str(&format!("<{}>", &text[address.clone()]));
                    at = address.end;
                    start = address.end;
                }
            }
            _ => {}
        }
    }
    written.push_str(&text[at..]);
    written
}

fn is_address_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c)
}

/// The address as it is written, if it leads to the web or to mail.
pub(crate) fn web_address(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let host = match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => rest.strip_prefix("//")?,
        "mailto" => rest,
        _ => return None,
    };
    if !host.starts_with(|c: char| c.is_alphanumeric() || c == '[') {
        return None;
    }
    let mut written = String::new();
    for c in address.chars() {
        if is_address_char(c) {
            written.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                written.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(written)
}

/// Escapes what would start a block at a line's start.
pub(crate) fn escape_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let after = &line[digits..];
    if digits > 0 && after.starts_with(['.', ')']) {
        return format!("{}\\{after}", &line[..digits]);
    }
    // Strikethrough around nothing that is kept reads as a fence.
    if line.starts_with(['#', '+', '-', '=', ':', '>']) || line.starts_with("~~~") {
        return format!("\\{line}");
    }
    // Emphasis that is nothing but a star reads as a list or a rule.
    if line.starts_with("* ") || line.chars().all(|c| matches!(c, '*' | '~' | ' ')) {
        return line.replace('*', "\\*").replace('~', "\\~");
    }
    line.to_owned()
}
