//! Types in the code below the heading of a union member.

use crate::page::{Code, Inline};
use crate::source::Place;

/// The type in `@var array<string>`, or in `value: List[str] = …`: as a code span, and its place.
pub(crate) fn of(code: &Code) -> Option<(Inline, Place)> {
    let mut at = 0;
    for line in code.text.split_inclusive('\n') {
        if let Some((from, len)) = in_line(line) {
            let start = code.place.start as usize + at + from;
            let place = Place::new(code.place.file, start..start + len);
            let text = line[from..from + len].into();
            return Some((Inline::Text(text, place), place));
        }
        at += line.len();
    }
    None
}

/// Where the type stands in a line, and its length.
fn in_line(line: &str) -> Option<(usize, usize)> {
    const TAG: &str = "@var ";
    let (from, text) = match line.find(TAG) {
        Some(at) => (at + TAG.len(), &line[at + TAG.len()..]),
        None => {
            let (name, rest) = line.split_once(": ")?;
            let (ty, _) = rest.split_once(" = ")?;
            let is_name = |c: char| c.is_alphanumeric() || c == '_';
            if name.is_empty() || !name.chars().all(is_name) {
                return None;
            }
            (name.len() + 2, ty)
        }
    };
    let len = text.trim_end().len();
    (len > 0).then_some((from, len))
}

#[cfg(test)]
mod tests {
    use crate::dialect::sdk::testing::code;

    fn of(text: &str) -> Option<String> {
        let (files, code) = code(text);
        super::of(&code).map(|(_, place)| files.text(place).to_owned())
    }

    #[test]
    fn finds_the_type_in_a_docblock_and_in_an_annotation() {
        let docblock = "/**\n* @var array<string, A\\B> \n*/\narray $value = /* values here */";
        assert_eq!(of(docblock).as_deref(), Some("array<string, A\\B>"));
        let annotation = "loc: List[str] = /* values here */";
        assert_eq!(of(annotation).as_deref(), Some("List[str]"));
    }

    #[test]
    fn finds_none_elsewhere() {
        for text in ["const value: ns.A = {};", "Value.CreateStr(\"\")", "@var "] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
