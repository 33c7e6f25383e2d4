//! Values in usage blocks.

use crate::claim::Literal;
use crate::literal::reader::Reader;
use crate::page::Code;
use crate::source::Located;

/// The value in a block such as `let value: Room = { roomId: "a" };`.
pub(crate) fn example(code: &Code) -> Option<Located<Literal>> {
    let at = declaration(&code.text)?;
    let mut reader = Reader::new(&code.text, code.place, at);
    let start = reader.scanner.skip_space();
    let value = reader.value()?;
    let place = reader.scanner.place(start..reader.scanner.at);
    (value != Literal::Opaque).then(|| Located::new(value, place))
}

/// The literals of `"a" | "b" | Unrecognized<string>`, where they stand, and
/// whether the last says that other values are kept.
pub(crate) fn literal_union(code: &Code) -> Option<(Vec<Located<Literal>>, bool)> {
    let mut reader = Reader::new(&code.text, code.place, 0);
    let mut literals = Vec::new();
    let mut open = false;
    reader.scanner.skip_space();
    reader.scanner.eat("|");
    loop {
        let start = reader.scanner.skip_space();
        if reader.scanner.eat("Unrecognized<") {
            open = true;
            reader.scanner.at += reader.scanner.rest().find('>')? + 1;
        } else {
            let literal = reader.primary()?;
            literals.push(Located::new(
                literal,
                reader.scanner.place(start..reader.scanner.at),
            ));
        }
        reader.scanner.skip_space();
        if !reader.scanner.eat("|") {
            break;
        }
    }
    let rest = reader.scanner.rest();
    let ends = rest.chars().all(|c| c == ';' || c.is_whitespace());
    ends.then_some((literals, open))
}

/// Where the value of the first `let` or `const` declaration starts.
fn declaration(text: &str) -> Option<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        if words.starts_with("let ") || words.starts_with("const ") {
            return Some(at + text[at..].find('=')? + 1);
        }
        at += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::sdk::testing::code;

    fn read(text: &str) -> Option<Literal> {
        let (_, code) = code(text);
        example(&code).map(|example| example.value)
    }

    fn string(text: &str) -> Literal {
        Literal::String(text.to_owned())
    }

    #[test]
    fn keeps_names_and_data_apart() {
        let text = "let value: T = {\n  userId: 1, // who\n  \"user_id\": [\"a\",],\n  gone: undefined,\n};";
        let (files, code) = code(text);
        let Some(Located {
            value: Literal::Object(properties),
            ..
        }) = example(&code)
        else {
            panic!("no object in {text}");
        };
        let read: Vec<_> = properties
            .iter()
            .map(|p| {
                (
                    p.key.as_str(),
                    p.sdk_name,
                    p.place.map_or("", |place| files.text(place)),
                    &p.value,
                )
            })
            .collect();
        assert_eq!(
            read,
            [
                ("userId", true, "userId", &Literal::Number("1".into())),
                (
                    "user_id",
                    false,
                    "\"user_id\"",
                    &Literal::Array(vec![string("a")])
                ),
            ]
        );
    }

    #[test]
    fn no_example_where_there_is_none() {
        for text in [
            "// No examples available for this model",
            "let value: T = {",
            "let value: T",
            "let value: T = open();",
            "import { T } from \"x\";",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn reads_unions_of_literals() {
        let read = |text: &str| {
            let (files, code) = code(text);
            let (literals, open) = literal_union(&code)?;
            let places = literals.iter().map(|l| files.text(l.place).to_owned());
            let places = places.collect::<Vec<_>>();
            Some((
                literals.into_iter().map(|l| l.value).collect::<Vec<_>>(),
                places,
                open,
            ))
        };
        assert_eq!(
            read("\"a\" | \"b|c\" | Unrecognized<string>\n"),
            Some((
                vec![string("a"), string("b|c")],
                vec!["\"a\"".to_owned(), "\"b|c\"".to_owned()],
                true
            ))
        );
        let numbers = vec![Literal::Number("307".into()), Literal::Number("-1".into())];
        let places = vec!["307".to_owned(), "-1".to_owned()];
        assert_eq!(read("307 | -1"), Some((numbers, places, false)));
        assert_eq!(read("\"a\" | "), None);
        assert_eq!(read("class A {}"), None);
    }
}
