//! The values in a block of code.

use super::json::{Reader, Shown};
use crate::page::Code;

/// A value, and the words before it in its block: `HTTP/1.1 200 OK`, `// Response`.
#[derive(Debug, PartialEq)]
pub(crate) struct InBlock<'c> {
    pub shown: Shown,
    pub before: &'c str,
}

/// How a block that may be JSON begins, if it does not begin with a bracket: lines of HTTP.
const METHODS: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "HTTP/"];

/// Reads the objects and lists that begin a line. If the fence does not say JSON, the block must
/// begin with one, or with the lines of a request or reply.
pub(crate) fn values(code: &Code, says_json: bool) -> Vec<InBlock<'_>> {
    let text = code.text.as_str();
    let mut values = Vec::new();
    if !says_json && !begins_like_json(text) {
        return values;
    }
    let mut reader = Reader::new(text, code.place, 0);
    let mut before = 0;
    while reader.at < text.len() {
        let rest = &text[reader.at..];
        let start = reader.at + rest.len() - rest.trim_start().len();
        let line = &text[start..];
        let is_member = || says_json && values.is_empty() && line.starts_with('"');
        let shown = if line.starts_with(['{', '[']) {
            reader.at = start;
            reader.shown()
        } else if is_member() && line.lines().next().is_some_and(|line| line.contains(':')) {
            reader.at = start;
            reader.members()
        } else {
            let line = line.find('\n').map_or(text.len(), |end| start + end + 1);
            reader.at = line;
            continue;
        };
        values.push(InBlock {
            shown,
            before: text[before..start].trim(),
        });
        // What parts the values of one line.
        let rest = &text[reader.at..];
        reader.at += rest.len() - rest.trim_start_matches([' ', '\t', ',', ';']).len();
        before = reader.at;
    }
    values
}

fn begins_like_json(text: &str) -> bool {
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let word = first.split_whitespace().next().unwrap_or_default();
    let is_status = word.len() == 3 && word.starts_with(|c| matches!(c, '1'..='5'));
    first.starts_with(['{', '['])
        || METHODS.iter().any(|method| word.starts_with(method))
        || is_status && word.bytes().all(|b| b.is_ascii_digit())
}

/// Whether such words are those of a request, or of a reply.
pub(crate) fn is_reply(before: &str) -> Option<bool> {
    for line in before.lines() {
        let word = line.split_whitespace().next().unwrap_or_default();
        if word.starts_with("HTTP/") || word.parse::<u16>().is_ok_and(|it| (100..600).contains(&it))
        {
            return Some(true);
        }
        if METHODS.contains(&word) {
            return Some(false);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Literal;
    use crate::source::{Files, Place, SourceFile};

    fn read(language: &str, text: &str) -> Vec<(String, bool, String)> {
        let mut files = Files::default();
        let file = files.add(SourceFile::new("a.md", text));
        let code = Code {
            language: language.to_owned(),
            text: text.into(),
            place: Place::new(file, 0..text.len()),
        };
        let values = values(&code, language == "json");
        let print = |it: &InBlock<'_>| {
            let written = files.text(it.shown.place).to_owned();
            (written, it.shown.is_strict, it.before.to_owned())
        };
        values.iter().map(print).collect()
    }

    fn object(text: &str) -> (Literal, bool) {
        let mut files = Files::default();
        let file = files.add(SourceFile::new("a.md", text));
        let shown = Reader::new(text, Place::new(file, 0..text.len()), 0).shown();
        (shown.value, shown.is_strict)
    }

    fn keys(value: &Literal) -> Vec<&str> {
        match value {
            Literal::Object(members) => members.iter().map(|it| it.key.as_str()).collect(),
            _ => panic!("{value:?}"),
        }
    }

    #[test]
    fn a_block_has_several_values() {
        let row = |text: &str, before: &str| (text.to_owned(), true, before.to_owned());
        assert_eq!(
            read("json", "{\"a\": 1}\n{\"a\": 2} {\"a\": 3}\n[\n 4\n]\n"),
            [
                row("{\"a\": 1}", ""),
                row("{\"a\": 2}", ""),
                row("{\"a\": 3}", ""),
                row("[\n 4\n]", "")
            ]
        );
        let http = "POST /beds HTTP/1.1\nHost: a.b\n\n{\"a\": 1}\n\nHTTP/1.1 200 OK\n\n{\"b\": 2}";
        let found = read("http", http);
        let sides: Vec<_> = found.iter().map(|it| is_reply(&it.2)).collect();
        assert_eq!(sides, [Some(false), Some(true)]);
        assert_eq!(read("", "200 OK\n{\"a\": 1}").len(), 1);
        assert_eq!(read("", "plant bed {\n{\"a\": 1}"), []);
    }

    #[test]
    fn what_is_no_json_is_read_as_far_as_it_goes() {
        let texts = [
            "{\"a\": 1, \"b\": [1, ...], \"c\": {...}, // note\n /* x */ \"d\": 2,\n ...\n}",
            "{'a': 'x', b: <id>, \"c\": ObjectId(\"x, y\"),\n \"d\": string,}",
            "{\"a\": 1\n \"b\": 2\n \"c\": \"no end\n \"d\": ... more}",
            "{\"a\": 1, \"b\": 0x1f, \"c\": 2020-01-01, # note\n \"d\": True",
        ];
        for text in texts {
            let (value, is_strict) = object(text);
            assert_eq!(keys(&value), ["a", "b", "c", "d"], "{text}");
            assert!(!is_strict, "{text}");
        }
        let (value, _) = object("{\"a\": [1, ..., 2], \"b\": [<n>, {\"c\": 1}]}");
        let Literal::Object(members) = value else {
            panic!("no object");
        };
        let number = |digits: &str| Literal::Number(digits.to_owned());
        assert_eq!(
            members[0].value,
            Literal::Array(vec![number("1"), number("2")])
        );
        let Literal::Array(items) = &members[1].value else {
            panic!("no list");
        };
        assert_eq!((&items[0], items.len()), (&Literal::Opaque, 2));
    }

    #[test]
    fn members_without_their_braces_are_an_object() {
        let found = read("json", "\"bed\": {\n  \"id\": 1\n},\n\"row\": 2\n");
        assert_eq!(found.len(), 1);
        assert!(!found[0].1);
    }

    #[test]
    fn numbers_keep_their_digits_and_keys_their_places() {
        let text = "{\"big\": 123456789012345678901234567890, \"é\": 1.50}";
        let (Literal::Object(members), true) = object(text) else {
            panic!("no JSON");
        };
        let digits = "123456789012345678901234567890".to_owned();
        assert_eq!(members[0].value, Literal::Number(digits));
        assert_eq!(members[1].value, Literal::Number("1.50".into()));
        let place = members[1].place.unwrap();
        assert_eq!(&text[place.start as usize..place.end as usize], "\"é\"");
    }

    #[test]
    fn hostile_texts_end() {
        let shapes = [
            "{\"a\":",
            "[",
            "{<",
            "{\"a\n",
            "{/*",
            "{'\\",
            "]}",
            "{\"a\": (",
        ];
        for shape in shapes {
            read("json", &shape.repeat(100_000));
            crate::work::is_linear(
                shape,
                1_000,
                |n| shape.repeat(n),
                |text| {
                    read("json", &text);
                },
            );
        }
    }
}
