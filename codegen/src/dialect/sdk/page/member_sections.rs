//! The sections of a page for the members of a union, before the language is known.

use super::{annotation, constructors};
use crate::dialect::cells::type_expr::{self, SyntaxError, TypeExpr};
use crate::page::{Block, Code, Heading, Inline, Section};
use crate::source::{Located, Place};

/// A level-3 heading below `## Supported Types`.
#[derive(Debug)]
pub(crate) struct MemberSection<'a> {
    pub ty: Result<TypeExpr, SyntaxError>,
    pub place: Place,
    /// The code block below it.
    pub code: Option<&'a Code>,
    /// What the code calls it, where that may not be its type.
    pub called: Option<Located<String>>,
}

/// The members that the sections on the page of a union list.
pub(crate) fn read<'a>(sections: &'a [Section], union: &str) -> Vec<MemberSection<'a>> {
    let is_start =
        |section: &Section| section.level == 2 && section.heading.text == "Supported Types";
    let below = sections
        .iter()
        .skip_while(|section| !is_start(section))
        .skip(1);
    below
        .take_while(|section| section.level > 2)
        .filter(|section| section.level == 3)
        .map(|section| {
            let code = section.blocks.iter().find_map(|block| match block {
                Block::Code(code) => Some(&**code),
                _ => None,
            });
            let place = section.heading.place;
            let ty = code
                .and_then(constructed)
                .unwrap_or_else(|| member_type(&section.heading, code));
            let called = code.and_then(|code| constructors::called(code, union));
            MemberSection {
                ty,
                place,
                code,
                called,
            }
        })
        .collect()
}

/// The type in the heading, or in the code where that says more: PHP's headings name `array` and
/// not what it holds, and early Python's name nothing at all.
fn member_type(heading: &Heading, code: Option<&Code>) -> Result<TypeExpr, SyntaxError> {
    let named = type_expr::parse(&heading.inlines, heading.place);
    let annotated = code
        .and_then(annotation::of)
        .and_then(|(text, place)| type_expr::parse(&[text], place).ok());
    match (named, annotated) {
        (Err(_), Some(annotated)) if heading.text.is_empty() => Ok(annotated),
        (Ok(named), Some(annotated)) if completes(&annotated, &named) => Ok(annotated),
        (named, _) => named,
    }
}

/// Whether a type is the other with the arguments that it lacks.
fn completes(whole: &TypeExpr, part: &TypeExpr) -> bool {
    match (whole, part) {
        (TypeExpr::Named(whole), TypeExpr::Named(part)) => {
            whole.path == part.path && part.args.is_empty() && !whole.args.is_empty()
        }
        (TypeExpr::Union(whole), TypeExpr::Union(part)) => {
            let pairs = || whole.iter().zip(part);
            whole.len() == part.len()
                && pairs().any(|(whole, part)| completes(whole, part))
                && pairs().all(|(whole, part)| same_name(whole, part))
        }
        _ => false,
    }
}

fn same_name(a: &TypeExpr, b: &TypeExpr) -> bool {
    match (a, b) {
        (TypeExpr::Named(a), TypeExpr::Named(b)) => a.path == b.path,
        _ => false,
    }
}

/// The type in Go's `x := components.CreateXStr(string{/* values here */})`: its headings leave
/// out packages, and types that are no models.
fn constructed(code: &Code) -> Option<Result<TypeExpr, SyntaxError>> {
    let end = code.text.find("{/*")?;
    let start = code.text[..end].find('(')? + 1;
    let place = Place {
        start: code.place.start + u32::try_from(start).ok()?,
        end: code.place.start + u32::try_from(end).ok()?,
        ..code.place
    };
    let run = Inline::Text(code.text.as_str()[start..end].into(), place);
    Some(type_expr::parse(&[run], place))
}

#[cfg(test)]
mod tests {
    use crate::claim::Body;
    use crate::dialect::sdk::testing::{print, read};

    /// The members that a page lists below headings, each with its code.
    fn members(fence: &str, members: &[(&str, &str)]) -> Vec<String> {
        let sections = members
            .iter()
            .map(|(heading, code)| format!("### {heading}\n\n```{fence}\n{code}\n```\n\n"));
        let sections: Vec<_> = sections.collect();
        let page = format!("# U\n\n## Supported Types\n\n{}", sections.concat());
        let reading = read(&[("docs/models/u.md", &page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        match &reading.sources[0].models[0].body {
            Body::Members(members) => members.iter().map(|m| print(&m.value)).collect(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn docblocks_say_what_an_array_holds() {
        let code = |ty: &str| format!("/**\n* @var {ty}\n*/\nx $value = /* values here */");
        let found = members(
            "php",
            &[
                ("`string`", &code("string")),
                ("`array`", &code("array<Components\\B>")),
                ("`array`", &code("array<string, mixed>")),
                ("`Operations\\C`", &code("Operations\\C")),
                ("`int|array|D`", &code("int|array<float>|D")),
                ("`bool`", "no docblock"),
            ],
        );
        let expected = [
            "String",
            "B[]",
            "{Any}",
            "operations.C",
            "Integer",
            "Float64[]",
            "D",
            "Boolean",
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn annotations_stand_in_for_empty_headings() {
        let code = |ty: &str| format!("value: {ty} = /* values here */");
        let found = members(
            "python",
            &[
                ("", &code("str")),
                ("", &code("list[shared.B]")),
                ("`List[str]`", &code("List[str]")),
            ],
        );
        assert_eq!(found, ["String", "B[]", "String[]"]);
    }
}
