//! The text of a cell as its author wrote it.

/// A cell's text: `<br/>` as newlines, escapes of the table and of MDX resolved.
pub(crate) fn text(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw.trim();
    while let Some(at) = rest.find(['<', '\\', '\r', '\n']) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some(after) = line_break(rest) {
            text.push('\n');
            rest = after;
        } else if rest.starts_with(['\r', '\n']) {
            // A raw newline that continues the row; the break that follows it counts.
            rest = rest.trim_start_matches(['\r', '\n']);
        } else if let Some(escaped) = rest
            .strip_prefix('\\')
            .filter(|after| after.starts_with(['|', '{', '}', '<', '>']))
        {
            text.push_str(&escaped[..1]);
            rest = &escaped[1..];
        } else {
            text.push_str(&rest[..1]);
            rest = &rest[1..];
        }
    }
    text.push_str(rest);
    text.truncate(text.trim_end().len());
    text.drain(..text.len() - text.trim_start().len());
    text.shrink_to_fit();
    text
}

/// The same for a cell that holds data, where an entity stands for its character.
pub(crate) fn data(raw: &str) -> String {
    let text = text(raw);
    let mut data = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('&') {
        data.push_str(&rest[..at]);
        rest = &rest[at..];
        match entity(rest) {
            Some((c, len)) => {
                data.push(c);
                rest = &rest[len..];
            }
            None => {
                data.push('&');
                rest = &rest[1..];
            }
        }
    }
    data.push_str(rest);
    data
}

/// What stands before the `<br/>` that ends a text, if one does.
pub(crate) fn before_break(raw: &str) -> Option<&str> {
    let tag = raw.trim_end().strip_suffix('>')?;
    let tag = tag.strip_suffix('/').unwrap_or(tag).trim_end();
    let (before, name) = tag.split_at_checked(tag.len().checked_sub(3)?)?;
    name.eq_ignore_ascii_case("<br").then_some(before)
}

fn line_break(text: &str) -> Option<&str> {
    let name = text.get(1..3)?;
    if !text.starts_with('<') || !name.eq_ignore_ascii_case("br") {
        return None;
    }
    let rest = text[3..].trim_start();
    rest.strip_prefix('/').unwrap_or(rest).strip_prefix('>')
}

fn entity(text: &str) -> Option<(char, usize)> {
    let end = text.bytes().take(10).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let c = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)?
        }
    };
    Some((c, end + 1))
}

#[cfg(test)]
mod tests {
    use super::{before_break, data, text};

    #[test]
    fn resolves_breaks_and_escapes() {
        assert_eq!(text(" a<br/>b<BR>c<br />d "), "a\nb\nc\nd");
        assert_eq!(text(r"a \| b \{c\} Record\<x>"), "a | b {c} Record<x>");
        assert_eq!(text("one\r\n<br/>two"), "one\ntwo");
        assert_eq!(text(r#"{"a": "x\ny"}"#), r#"{"a": "x\ny"}"#);
        assert_eq!(text("a <b> é < \\"), "a <b> é < \\");
    }

    #[test]
    fn a_break_ends_a_text() {
        for tag in ["<br/>", "<br>", "<BR /> "] {
            assert_eq!(before_break(&format!("a <b> {tag}")), Some("a <b> "));
        }
        for text in ["a", "a<br/>b", "<", "r>", "<brr>", "é>", "éé>"] {
            assert_eq!(before_break(text), None);
        }
    }

    #[test]
    fn decodes_entities_in_data_only() {
        assert_eq!(data("&#123;a&#x7D; &amp;lt; & &nope;"), "{a} &lt; & &nope;");
        assert_eq!(text("&amp;"), "&amp;");
        assert_eq!(data("*.example.com"), "*.example.com");
        assert_eq!(data("&ééééé;"), "&ééééé;");
    }
}
