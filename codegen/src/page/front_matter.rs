//! The `title:` of a YAML front matter.

use std::ops::Range;

/// The title's text and where it stands in `yaml`, quotes excluded.
///
/// Read from a line such as `title: "ProcessV3"`; a block scalar or a mapping
/// is no title.
pub(super) fn title(yaml: &str) -> Option<(String, Range<usize>)> {
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        if let Some(rest) = line.strip_prefix("title:") {
            let value = rest.trim();
            let start = at + line.len() - rest.trim_start().len();
            return scalar(value).map(|(text, quotes)| {
                let range = start + quotes..start + value.len() - quotes;
                (text, range)
            });
        }
        at += line.len();
    }
    None
}

fn scalar(value: &str) -> Option<(String, usize)> {
    let quoted = |quote: char| value.strip_prefix(quote)?.strip_suffix(quote);
    if let Some(inner) = quoted('"') {
        return Some((unescape(inner), 1));
    }
    if let Some(inner) = quoted('\'') {
        return Some((inner.replace("''", "'"), 1));
    }
    let block = value.starts_with(['|', '>', '{', '[', '"', '\'']);
    (!value.is_empty() && !block).then(|| (value.to_owned(), 0))
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n') => plain.push('\n'),
                Some('t') => plain.push('\t'),
                Some(other) => plain.push(other),
                None => plain.push('\\'),
            },
            _ => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn reads_quoted_and_plain_titles() {
        let read = |yaml: &str| title(yaml).map(|(text, at)| (text, yaml[at].to_owned()));
        let found = |text: &str, source: &str| Some((text.to_owned(), source.to_owned()));
        assert_eq!(read("a: 1\ntitle: \"Room\"\n"), found("Room", "Room"));
        assert_eq!(read("title: 'It''s'\n"), found("It's", "It''s"));
        assert_eq!(read("title: Room\r\n"), found("Room", "Room"));
        assert_eq!(read("title: \"a\\\"b\"\n"), found("a\"b", "a\\\"b"));
    }

    #[test]
    fn refuses_what_is_no_scalar() {
        for yaml in ["", "title:", "title: |\n  x", "title: \"", "subtitle: x"] {
            assert_eq!(title(yaml), None, "{yaml}");
        }
    }
}
