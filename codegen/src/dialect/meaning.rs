//! From a type expression to a type in no language.

use super::namespace;
use super::type_expr::{Named, TypeExpr};
use super::vocabulary::{self, Vocabulary, Word, is_external};
use crate::claim::{ModelName, Scalar, TypeShape};
use crate::source::Place;

/// What a type cell means.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Meaning {
    /// The type inside the wrappers.
    pub shape: TypeShape,
    /// How the cell as a whole speaks of null.
    pub wrapper: Wrapper,
}

impl Meaning {
    /// The type where no row tells a value that is absent from one that is null.
    pub fn without_row(self) -> TypeShape {
        match self.wrapper {
            Wrapper::Optional | Wrapper::Nullable => TypeShape::Nullable(Box::new(self.shape)),
            Wrapper::Primitive | Wrapper::Plain | Wrapper::Borrowed => self.shape,
        }
    }
}

/// The outermost words of a type cell that speak of null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapper {
    /// A type that cannot be null in its language.
    Primitive,
    /// None, around a word of another language, which says nothing of null here.
    Borrowed,
    /// None.
    Plain,
    /// May be absent, or null.
    Optional,
    /// May be null.
    Nullable,
}

/// A name that is neither a word nor a model.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UnknownWord {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// Reads a type cell in the words of its page's language.
///
/// # Errors
///
/// [`UnknownWord`] for a name that no language knows and that is no model's,
/// such as `strng`.
pub(super) fn read(expr: &TypeExpr, words: &Vocabulary) -> Result<Meaning, UnknownWord> {
    let plain = |shape| Meaning {
        shape,
        wrapper: Wrapper::Plain,
    };
    match expr {
        TypeExpr::Named(named) => read_named(named, words),
        TypeExpr::List(item) => Ok(plain(list(item, words)?)),
        TypeExpr::Index(value) => Ok(plain(TypeShape::Map(Box::new(inner(value, words)?)))),
        TypeExpr::Prefixed(inner) => Ok(Meaning {
            wrapper: Wrapper::Optional,
            ..read(inner, words)?
        }),
        TypeExpr::Union(members) => union(members, words),
        TypeExpr::Literal(value) => Ok(plain(TypeShape::Const(value.clone()))),
        TypeExpr::Wildcard => Ok(plain(TypeShape::Any)),
    }
}

fn read_named(named: &Named, words: &Vocabulary) -> Result<Meaning, UnknownWord> {
    let Some(word) = vocabulary::meaning(words, named) else {
        return model(named).map(|name| Meaning {
            shape: TypeShape::Model(name),
            wrapper: Wrapper::Plain,
        });
    };
    let wrapped = |wrapper| match named.args.last() {
        Some(arg) => Ok(Meaning {
            wrapper,
            ..read(arg, words)?
        }),
        None => Ok(Meaning {
            shape: TypeShape::Any,
            wrapper,
        }),
    };
    let mut wrapper = match words.word(named) {
        Some(_) => Wrapper::Plain,
        None => Wrapper::Borrowed,
    };
    let shape = match word {
        Word::Union => return union(&named.args, words),
        Word::Optional => return wrapped(Wrapper::Optional),
        Word::Nullable => return wrapped(Wrapper::Nullable),
        Word::Null => {
            wrapper = Wrapper::Nullable;
            TypeShape::Any
        }
        Word::Absent => {
            wrapper = Wrapper::Optional;
            TypeShape::Any
        }
        Word::Primitive(scalar) => {
            if wrapper == Wrapper::Plain {
                wrapper = Wrapper::Primitive;
            }
            TypeShape::Scalar(scalar)
        }
        Word::Scalar(scalar) => TypeShape::Scalar(scalar),
        Word::Byte => TypeShape::Scalar(Scalar::Int32),
        Word::Binary => TypeShape::Scalar(Scalar::Bytes),
        Word::Http => TypeShape::RawResponse,
        Word::Any | Word::Unrecognized => TypeShape::Any,
        Word::List => match named.args.last() {
            Some(item) => list(item, words)?,
            None => TypeShape::List(Box::new(TypeShape::Any)),
        },
        Word::Array => match named.args.as_slice() {
            [] => TypeShape::Any,
            [item] => list(item, words)?,
            [.., value] => TypeShape::Map(Box::new(inner(value, words)?)),
        },
        Word::Map => TypeShape::Map(Box::new(match named.args.last() {
            Some(value) => inner(value, words)?,
            None => TypeShape::Any,
        })),
    };
    Ok(Meaning { shape, wrapper })
}

fn list(item: &TypeExpr, words: &Vocabulary) -> Result<TypeShape, UnknownWord> {
    if let TypeExpr::Named(named) = item
        && vocabulary::meaning(words, named) == Some(Word::Byte)
    {
        return Ok(TypeShape::Scalar(Scalar::Bytes));
    }
    Ok(TypeShape::List(Box::new(inner(item, words)?)))
}

/// A type inside another, where null has no row to speak of it.
fn inner(expr: &TypeExpr, words: &Vocabulary) -> Result<TypeShape, UnknownWord> {
    Ok(read(expr, words)?.without_row())
}

fn union(members: &[TypeExpr], words: &Vocabulary) -> Result<Meaning, UnknownWord> {
    let mut wrapper = Wrapper::Plain;
    let mut kept = Vec::new();
    for member in members {
        let word = match member {
            TypeExpr::Named(named) => vocabulary::meaning(words, named),
            _ => None,
        };
        match word {
            Some(Word::Null) => wrapper = Wrapper::Nullable,
            Some(Word::Absent) => wrapper = Wrapper::Optional,
            Some(Word::Unrecognized) => {}
            _ => kept.push(member),
        }
    }
    let page = if kept.len() > 1 { page_of(&kept) } else { None };
    let mut shapes = Vec::new();
    for member in kept {
        shapes.push(match page {
            Some(_) => inner(&member.unlinked(), words)?,
            None => inner(member, words)?,
        });
    }
    let bytes = TypeShape::Scalar(Scalar::Bytes);
    let shape = if shapes.contains(&bytes) {
        // `File | Blob | X`: ways to hand over the same content.
        bytes
    } else {
        match shapes.pop() {
            Some(only) if shapes.is_empty() => only,
            last => {
                shapes.extend(last);
                match page {
                    Some(page) => TypeShape::Listed(page, shapes),
                    None => TypeShape::Union(shapes),
                }
            }
        }
    };
    Ok(Meaning { shape, wrapper })
}

/// The page of a union whose members all stand in one link.
fn page_of(members: &[&TypeExpr]) -> Option<ModelName> {
    let mut names = Vec::new();
    for member in members {
        member.for_each_name(&mut |named| names.push(named));
    }
    let first = *names.first()?;
    let link = first.link.as_ref().filter(|link| !is_external(link))?;
    let (namespace, stem) = namespace::of_link(link)?;
    let same = names.iter().all(|named| named.link.as_ref() == Some(link));
    same.then(|| ModelName {
        name: stem,
        namespace: Some(namespace),
        link: Some(link.clone()),
        place: first.place,
    })
}

fn model(named: &Named) -> Result<ModelName, UnknownWord> {
    let page = named.link.as_ref().filter(|link| !is_external(link));
    let capital = named.last().starts_with(char::is_uppercase);
    let qualified = named.path.iter().filter(|part| !part.is_empty()).count() > 1;
    let says_model = page.is_some() || (named.link.is_none() && (capital || qualified));
    if !says_model || named.last().is_empty() {
        return Err(UnknownWord {
            name: named.dotted(),
            place: named.place,
        });
    }
    Ok(ModelName {
        name: named.last().to_owned(),
        namespace: namespace::of_name(&named.path),
        link: page.cloned(),
        place: named.place,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Const;
    use crate::dialect::testing::{fields_page, read};

    /// The shapes of type cells on a page whose other fields settle its language.
    fn shapes(language: &str, cells: &[&str]) -> Vec<TypeShape> {
        let sign = match language {
            "csharp" => "`sign` | Dictionary<String, *bool*> | no | N/A",
            "go" => "`sign` | map[string]*bool* | no | N/A",
            "java" => "`sign` | Map\\<String, *Boolean*> | no | N/A",
            _ => "`sign` | Record<string, *boolean*> | no | N/A",
        };
        let rows: Vec<_> = cells
            .iter()
            .map(|cell| format!("`a` | {cell} | no | N/A"))
            .collect();
        let rows: Vec<_> = std::iter::once(sign)
            .chain(rows.iter().map(String::as_str))
            .collect();
        let reading = read(&[("x/models/A.md", &fields_page("A", &rows))]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let fields = reading.fields("A").iter().skip(1);
        fields.map(|field| field.ty.value.clone()).collect()
    }

    fn list(item: TypeShape) -> TypeShape {
        TypeShape::List(Box::new(item))
    }

    const fn scalar(scalar: Scalar) -> TypeShape {
        TypeShape::Scalar(scalar)
    }

    #[test]
    fn reads_java() {
        let found = shapes(
            "java",
            &[
                "*int*",
                "*Long*",
                "*java.lang.Object*",
                "[LocalDate](https://x)",
                "*byte[]*",
                "*Optional\\<InputStream>*",
                "List\\<*String*>",
                "Map\\<String, List\\\\<*Double*>>",
                "List\\<*Optional\\\\<String>*>",
                "*string*",
            ],
        );
        let expected = [
            scalar(Scalar::Int32),
            scalar(Scalar::Int64),
            TypeShape::Any,
            scalar(Scalar::Date),
            scalar(Scalar::Bytes),
            scalar(Scalar::Bytes),
            list(scalar(Scalar::String)),
            TypeShape::Map(Box::new(list(scalar(Scalar::Float64)))),
            list(TypeShape::Nullable(Box::new(scalar(Scalar::String)))),
            scalar(Scalar::String),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_typescript() {
        let found = shapes(
            "typescript",
            &[
                "*number*[]",
                "[Date](https://x)",
                "[RFCDate](../../types/rfcdate.md)",
                "[Date](../../types/rfcdate.md)",
                "[File](https://f) \\| [Blob](https://b) \\| [x.B](../models/b.md)",
                "*ReadableStream<Uint8Array>*",
                "*\"a\"*",
                "*true*",
                "*string* \\| *number*",
                "*string* \\| *null*",
            ],
        );
        let expected = [
            list(scalar(Scalar::Number)),
            scalar(Scalar::DateTime),
            scalar(Scalar::Date),
            scalar(Scalar::Date),
            scalar(Scalar::Bytes),
            scalar(Scalar::Bytes),
            TypeShape::Const(Const::String("a".into())),
            TypeShape::Const(Const::Boolean(true)),
            TypeShape::Union(vec![scalar(Scalar::String), scalar(Scalar::Number)]),
            scalar(Scalar::String),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_go() {
        let found = shapes(
            "go",
            &[
                "*int*",
                "`*int64`",
                "**float32*",
                "[*time.Time](https://x)",
                "[types.Date](../../types/date.md)",
                "[]*string*",
                "[][]`float64`",
                "map[string]*interface{}*",
                "map[string][]*bool*",
                "*[]byte*",
                "[*http.Response](https://x)",
                "optionalnullable.OptionalNullable[[]`string`]",
            ],
        );
        let expected = [
            scalar(Scalar::Int32),
            scalar(Scalar::Int64),
            scalar(Scalar::Float32),
            scalar(Scalar::DateTime),
            scalar(Scalar::Date),
            list(scalar(Scalar::String)),
            list(list(scalar(Scalar::Float64))),
            TypeShape::Map(Box::new(TypeShape::Any)),
            TypeShape::Map(Box::new(list(scalar(Scalar::Boolean)))),
            scalar(Scalar::Bytes),
            list(scalar(Scalar::String)),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_csharp() {
        let found = shapes(
            "csharp",
            &[
                "*int*",
                "*long*",
                "*decimal*",
                "[DateTime](https://x)",
                "[DateOnly](https://x)",
                "[LocalDate](https://x)",
                "*byte[]*",
                "List<*string*>",
                "Dictionary<String, List<*object*>>",
            ],
        );
        let expected = [
            scalar(Scalar::Int32),
            scalar(Scalar::Int64),
            scalar(Scalar::Number),
            scalar(Scalar::DateTime),
            scalar(Scalar::Date),
            scalar(Scalar::Date),
            scalar(Scalar::Bytes),
            list(scalar(Scalar::String)),
            TypeShape::Map(Box::new(list(TypeShape::Any))),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn reads_names_of_models() {
        let found = shapes(
            "typescript",
            &[
                "[operations.B](../../models/operations/b.md)",
                "*components.C*[]",
                "[Date](../../models/shared/date.md)",
            ],
        );
        let names: Vec<_> = found
            .iter()
            .map(|shape| match shape {
                TypeShape::Model(name) => name,
                TypeShape::List(inner) => match &**inner {
                    TypeShape::Model(name) => name,
                    other => panic!("{other:?}"),
                },
                other => panic!("{other:?}"),
            })
            .map(|name| {
                (
                    name.name.as_str(),
                    name.namespace.as_deref(),
                    name.link.as_deref(),
                )
            })
            .collect();
        assert_eq!(
            names,
            [
                (
                    "B",
                    Some("operations"),
                    Some("../../models/operations/b.md")
                ),
                ("C", Some(""), None),
                ("Date", None, Some("../../models/shared/date.md")),
            ]
        );
    }
}
