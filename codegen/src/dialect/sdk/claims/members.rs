//! The members of a union as claims.

use super::tags::CalledMember;
use super::type_cell;
use super::type_meaning::TypeReader;
use crate::claim::{ModelName, TypeShape};
use crate::diagnostic::Diagnostics;
use crate::dialect::cells::type_expr::{Named, TypeExpr};
use crate::dialect::sdk::language::vocabulary::Word;
use crate::dialect::sdk::page::member_sections::MemberSection;
use crate::dialect::sdk::page::titles::Titles;
use crate::source::Located;

/// The members of a union, and what the SDK's code calls those that are models.
#[derive(Default)]
pub(crate) struct Members {
    pub types: Vec<Located<TypeShape>>,
    pub called: Vec<CalledMember>,
}

/// Reads members in the words of a language; `titles` are those of the pages beside this one.
pub(crate) fn read(
    members: &[MemberSection],
    union: &str,
    types: &mut TypeReader<'_>,
    titles: &Titles<'_>,
    diagnostics: &mut Diagnostics,
) -> Members {
    let mut read = Members::default();
    for member in members {
        types.cell = member.place;
        let shape = match &member.ty {
            Ok(TypeExpr::Named(named)) if is_bare(named) => {
                match by_key(named, member, union, types, titles) {
                    Some(name) => TypeShape::Model(Box::new(name)),
                    None => by_heading(named, types, titles, diagnostics),
                }
            }
            ty => type_cell::read(ty, types, diagnostics).without_row(),
        };
        match shape {
            // A union inside the union: its members are members.
            TypeShape::Union(inner) => {
                read.types.extend(
                    inner
                        .into_iter()
                        .map(|shape| Located::new(shape, member.place)),
                );
            }
            shape => {
                if let (TypeShape::Model(name), Some(called)) = (&shape, &member.called) {
                    read.called.push(CalledMember {
                        member: name.name.clone(),
                        called: called.clone(),
                    });
                }
                read.types.push(Located::new(shape, member.place));
            }
        }
    }
    read
}

fn is_bare(named: &Named) -> bool {
    named.path.len() == 1 && named.args.is_empty() && named.link.is_none()
}

/// The model of a heading that is no title, but the key of a member whose title begins with the
/// union's: `Cat` in the union `Pet`.
fn by_key(
    named: &Named,
    member: &MemberSection,
    union: &str,
    types: &TypeReader<'_>,
    titles: &Titles<'_>,
) -> Option<ModelName> {
    let key = member.called.as_ref().map(|called| called.value.as_str());
    let key = key.filter(|key| *key == named.last())?;
    if types.words.member_word(key).is_some() || titles.find(key).is_some() {
        return None;
    }
    titles
        .of_member(union, key)
        .map(|title| model(title, named))
}

fn model(title: &str, named: &Named) -> ModelName {
    ModelName {
        name: title.to_owned(),
        namespace: None,
        target: None,
        linked_namespace: None,
        place: named.place,
    }
}

/// The type of a heading such as `Room`, or C#'s `ArrayOfStr`; a page of that title goes first.
fn by_heading(
    named: &Named,
    types: &mut TypeReader<'_>,
    titles: &Titles<'_>,
    diagnostics: &mut Diagnostics,
) -> TypeShape {
    let words = types.words;
    let name = words.member_title(named.last());
    if titles.contains(name) && words.word(named).is_none() {
        return TypeShape::Model(Box::new(model(name, named)));
    }
    let word = words.member_word(named.last());
    let mut rest = |name: &str| {
        let inner = Named {
            path: vec![name.to_owned()],
            ..named.clone()
        };
        Box::new(by_heading(&inner, types, titles, diagnostics))
    };
    match word {
        Some((Word::List, Some(item))) => TypeShape::List(rest(item)),
        Some((Word::Map, Some(value))) => TypeShape::Map(rest(value)),
        Some((Word::Scalar(scalar), _)) => TypeShape::Scalar(scalar),
        Some((Word::Any, _)) => TypeShape::Any,
        _ => type_cell::read(&Ok(TypeExpr::Named(named.clone())), types, diagnostics).without_row(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Body, Scalar};

    use crate::dialect::sdk::language::all;
    use crate::dialect::sdk::testing::{fields_page, read};
    use crate::language::Language;

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
            TypeShape::Model(model) => Some((model.name.as_str(), model.namespace.as_deref())),
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
            ## Union Discrimination\n\n```go\nswitch a.Type {\n\tcase operations.ATypeB:\n\t\t// a.B is populated\n}\n```\n";
        let found = shapes(&[("docs/models/operations/a.md", page)]);
        assert_eq!(names(&found), [("B", Some(""))]);
        let map = TypeShape::Map(Box::new(list(NUMBER)));
        assert_eq!(found[1..], [STRING, map]);
    }

    #[test]
    fn csharp_numbers_models_that_titles_spell_out() {
        let page = "# A\n\n## Supported Types\n\n\
            ### ArrayOf2\n\n```csharp\nA.CreateArrayOf2(/* values here */);\n```\n\n\
            ### MapOfTwo\n\n```csharp\nA.CreateMapOfTwo(/* values here */);\n```\n";
        let two = fields_page("Two", &[]);
        let found = shapes(&[("docs/Models/A.md", page), ("docs/Models/Two.md", &two)]);
        let [TypeShape::List(item), TypeShape::Map(value)] = found.as_slice() else {
            panic!("{found:?}");
        };
        for shape in [item, value] {
            assert_eq!(names(&[(**shape).clone()]), [("Two", None)]);
        }
    }

    #[test]
    fn other_languages_number_nothing() {
        let title = |language| all::of(language).member_title("2");
        assert_eq!(title(Language::CSharp), "Two");
        assert_eq!(title(Language::Php), "2");
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
