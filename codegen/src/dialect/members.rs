//! The members of a union.

use std::collections::BTreeSet;

use super::annotation;
use super::type_cell;
use super::type_expr::{self, Named, SyntaxError, TypeExpr};
use super::vocabulary::{Vocabulary, Word};
use crate::claim::{ModelName, TypeShape};
use crate::diagnostic::Diagnostics;
use crate::page::{Block, Code, Heading, Inline, Section};
use crate::source::{Located, Place};

/// A level-3 heading below `## Supported Types`.
#[derive(Debug)]
pub(super) struct MemberDraft<'a> {
    pub ty: Result<TypeExpr, SyntaxError>,
    place: Place,
    /// The code block below it.
    pub code: Option<&'a Code>,
}

/// The members that the sections of a page list.
pub(super) fn drafts(sections: &[Section]) -> Vec<MemberDraft<'_>> {
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
                Block::Code(code) => Some(code),
                _ => None,
            });
            let place = section.heading.place;
            let ty = code
                .and_then(constructed)
                .unwrap_or_else(|| member_type(&section.heading, code));
            MemberDraft { ty, place, code }
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
    let run = Inline::Text(code.text[start..end].to_owned(), place);
    Some(type_expr::parse(&[run], place))
}

/// Reads members in the words of a language; `titles` are those of the pages beside this one.
pub(super) fn read(
    members: &[MemberDraft],
    words: &Vocabulary,
    titles: &BTreeSet<&str>,
    diagnostics: &mut Diagnostics,
) -> Vec<Located<TypeShape>> {
    let mut read = Vec::new();
    for member in members {
        let shape = match &member.ty {
            Ok(TypeExpr::Named(named)) if is_bare(named) => {
                by_heading(named, words, titles, diagnostics)
            }
            ty => type_cell::read(ty, words, diagnostics).without_row(),
        };
        match shape {
            // A union inside the union: its members are members.
            TypeShape::Union(inner) => {
                read.extend(
                    inner
                        .into_iter()
                        .map(|shape| Located::new(shape, member.place)),
                );
            }
            shape => read.push(Located::new(shape, member.place)),
        }
    }
    read
}

fn is_bare(named: &Named) -> bool {
    named.path.len() == 1 && named.args.is_empty() && named.link.is_none()
}

/// The type of a heading such as `Room`, or C#'s `ArrayOfStr`; a page of that title goes first.
fn by_heading(
    named: &Named,
    words: &Vocabulary,
    titles: &BTreeSet<&str>,
    diagnostics: &mut Diagnostics,
) -> TypeShape {
    if titles.contains(named.last()) && words.word(named).is_none() {
        return TypeShape::Model(ModelName {
            name: named.last().to_owned(),
            namespace: None,
            link: None,
            place: named.place,
        });
    }
    let word = words.member_word(named.last());
    let mut rest = |name: &str| {
        let inner = Named {
            path: vec![name.to_owned()],
            ..named.clone()
        };
        Box::new(by_heading(&inner, words, titles, diagnostics))
    };
    match word {
        Some((Word::List, Some(item))) => TypeShape::List(rest(item)),
        Some((Word::Map, Some(value))) => TypeShape::Map(rest(value)),
        Some((Word::Scalar(scalar), _)) => TypeShape::Scalar(scalar),
        Some((Word::Any, _)) => TypeShape::Any,
        _ => type_cell::read(&Ok(TypeExpr::Named(named.clone())), words, diagnostics).without_row(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Body, Scalar};
    use crate::dialect::testing::{fields_page, print, read};

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

    /// The members on the first of some pages.
    fn shapes(pages: &[(&str, &str)]) -> Vec<TypeShape> {
        let reading = read(pages);
        assert_eq!(reading.findings(), Vec::<String>::new());
        match &reading.sources[0].models[0].body {
            Body::Members(members) => members.iter().map(|m| m.value.clone()).collect(),
            other => panic!("{other:?}"),
        }
    }

    fn list(item: TypeShape) -> TypeShape {
        TypeShape::List(Box::new(item))
    }

    const STRING: TypeShape = TypeShape::Scalar(Scalar::String);
    const NUMBER: TypeShape = TypeShape::Scalar(Scalar::Float64);

    fn names(shapes: &[TypeShape]) -> Vec<(&str, Option<&str>)> {
        let models = shapes.iter().filter_map(|shape| match shape {
            TypeShape::Model(ModelName {
                name, namespace, ..
            }) => Some((name.as_str(), namespace.as_deref())),
            _ => None,
        });
        models.collect()
    }

    #[test]
    fn go_names_members_in_constructors() {
        let page = "# A\n\n## Supported Types\n\n\
            ### B\n\n```go\na := operations.CreateAB(components.B{/* values here */})\n```\n\n\
            ### \n\n```go\na := operations.CreateAStr(string{/* values here */})\n```\n\n\
            ### \n\n```go\na := operations.CreateAMapOfArrayOfNumber(map[string][]float64{/* values here */})\n```\n\n\
            ## Union Discrimination\n\n### C\n";
        let found = shapes(&[("docs/models/operations/a.md", page)]);
        assert_eq!(names(&found), [("B", Some(""))]);
        let map = TypeShape::Map(Box::new(list(NUMBER)));
        assert_eq!(found[1..], [STRING, map]);
    }

    #[test]
    fn csharp_names_members_in_words() {
        let headings = [
            "Str",
            "ArrayOfArrayOfNumber",
            "MapOfAny",
            "ArrayOfB",
            "Date",
        ];
        let mut page = "# A\n\n## Supported Types\n".to_owned();
        for heading in headings {
            page.push_str(&format!(
                "\n### {heading}\n\n```csharp\nA.Create{heading}(/* values here */);\n```\n"
            ));
        }
        let found = shapes(&[("docs/Models/A.md", &page)]);
        assert_eq!(found[..2], [STRING, list(list(NUMBER))]);
        assert_eq!(found[2], TypeShape::Map(Box::new(TypeShape::Any)));
        let TypeShape::List(item) = &found[3] else {
            panic!("{:?}", found[3]);
        };
        assert_eq!(names(&[(**item).clone()]), [("B", None)]);
        assert_eq!(found[4], TypeShape::Scalar(Scalar::Date));
        // A page of that title goes first.
        let number = fields_page("Date", &[]);
        let found = shapes(&[
            ("docs/Models/A.md", &page),
            ("docs/Models/Date.md", &number),
        ]);
        assert_eq!(names(&found), [("Date", None)]);
    }
}
