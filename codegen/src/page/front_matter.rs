//! The `title:` of a YAML front matter, and its other lines.

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

/// The lines `key: value`, each with the place of its value. The key of an indented line begins
/// with those that it stands below, `seo.title`. Of lists and of text over several lines, nothing.
pub(super) fn pairs(yaml: &str) -> Vec<(String, String, Range<usize>)> {
    let mut pairs = Vec::new();
    let mut above: Vec<(usize, &str)> = Vec::new();
    let mut at = 0;
    for line in yaml.split_inclusive('\n') {
        let inner = line.trim_start_matches(' ');
        let indent = line.len() - inner.len();
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        if let Some((key, rest)) = inner.split_once(':')
            && !key.is_empty()
            && key.chars().all(is_word)
            && !key.starts_with('-')
        {
            while above.last().is_some_and(|(outer, _)| *outer >= indent) {
                above.pop();
            }
            if let Some((text, quotes)) = scalar(rest.trim()) {
                let start = at + line.len() - rest.trim_start().len();
                let end = start + rest.trim().len();
                let outer = above.iter().map(|(_, key)| format!("{key}."));
                let key = outer.collect::<String>() + key;
                pairs.push((key, text, start + quotes..end - quotes));
            } else if above.len() < MAX_DEPTH {
                above.push((indent, key));
            }
        }
        at += line.len();
    }
    pairs
}

/// Keys nested more deeply stand below the last one that is not.
const MAX_DEPTH: usize = 8;

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
    use super::{pairs, title};

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
    fn reads_the_other_keys() {
        let yaml = "id: rooms\r\nsidebar_label: 'All rooms'\nseo:\n  card:\n    title: A\n  x: B\ntags:\n  - a: b\n# x: y\nz: |\n";
        let read: Vec<_> = pairs(yaml)
            .into_iter()
            .map(|(key, text, at)| format!("{key}={text} ({})", &yaml[at]))
            .collect();
        assert_eq!(
            read,
            [
                "id=rooms (rooms)",
                "sidebar_label=All rooms (All rooms)",
                "seo.card.title=A (A)",
                "seo.x=B (B)",
            ]
        );
    }

    #[test]
    fn refuses_what_is_no_scalar() {
        for yaml in ["", "title:", "title: |\n  x", "title: \"", "subtitle: x"] {
            assert_eq!(title(yaml), None, "{yaml}");
        }
    }
}
