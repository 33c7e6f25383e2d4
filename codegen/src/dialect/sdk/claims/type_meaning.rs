//! From a type expression to a type in no language.

use crate::claim::{ModelName, Scalar, TypeShape};
use crate::dialect::cells::type_expr::{Named, TypeExpr};
use crate::dialect::sdk::language::vocabulary;
use crate::dialect::sdk::language::vocabulary::{Vocabulary, Word, is_external};
use crate::dialect::sdk::page::location;
use crate::source::Place;

/// What a type cell means.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Meaning {
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
            Wrapper::Primitive | Wrapper::Plain | Wrapper::Mute => self.shape,
        }
    }
}

/// The outermost words of a type cell that speak of null.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrapper {
    /// A type that cannot be null in its language.
    Primitive,
    /// Nothing that speaks of null here: a word of another language, or one that always stands
    /// behind a pointer.
    Mute,
    /// None.
    Plain,
    /// May be absent, or null.
    Optional,
    /// May be null.
    Nullable,
}

/// A name that is neither a word nor a model.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnknownWord {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// Reads a type cell in the words of its page's language.
///
/// # Errors
///
/// [`UnknownWord`] for a name that no language knows and that is no model's, such as `strng`. With
/// a link that leads out of the docs, such a name is any JSON value: [`is_outside`].
pub(crate) fn read(expr: &TypeExpr, words: &Vocabulary) -> Result<Meaning, UnknownWord> {
    let plain = |shape| Meaning {
        shape,
        wrapper: Wrapper::Plain,
    };
    match expr {
        TypeExpr::Named(named) => read_named(named, words),
        TypeExpr::List(item) => Ok(plain(list(item, words)?)),
        TypeExpr::Index(value) => Ok(plain(TypeShape::Map(Box::new(inner(value, words)?)))),
        TypeExpr::Prefixed(inner) if words.is_pointed(inner) => read(inner, words),
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
        if is_outside(named, words) {
            return Ok(Meaning {
                shape: TypeShape::Any,
                wrapper: Wrapper::Mute,
            });
        }
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
        None => Wrapper::Mute,
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
        Word::Pointed(scalar) => {
            wrapper = Wrapper::Mute;
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

/// Whether a name is a type of some library: it has a link that leads out of the docs, and no
/// meaning here.
pub(crate) fn is_outside(named: &Named, words: &Vocabulary) -> bool {
    named.link.as_deref().is_some_and(is_external) && vocabulary::meaning(words, named).is_none()
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
    let (namespace, stem) = location::of_link(link)?;
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
        namespace: location::of_name(&named.path),
        link: page.cloned(),
        place: named.place,
    })
}

#[cfg(test)]
mod tests {
    use crate::claim::TypeShape;
    use crate::dialect::sdk::testing::{fields_page, read};

    #[test]
    fn names_of_models_keep_their_namespace_and_link() {
        let page = fields_page(
            "A",
            &[
                "`a` | [operations.B](../../models/operations/b.md) | no | N/A",
                "`b` | *components.C* | no | N/A",
                "`c` | [Date](../../models/shared/date.md) | no | N/A",
            ],
        );
        let reading = read(&[("x/models/a.md", &page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let fields = reading.fields("A").iter();
        let names: Vec<_> = fields
            .map(|field| match &field.ty.value {
                TypeShape::Model(name) => (
                    name.name.as_str(),
                    name.namespace.as_deref(),
                    name.link.as_deref(),
                ),
                other => panic!("{other:?}"),
            })
            .collect();
        let (b, date) = (
            "../../models/operations/b.md",
            "../../models/shared/date.md",
        );
        let expected = [
            ("B", Some("operations"), Some(b)),
            ("C", Some(""), None),
            ("Date", None, Some(date)),
        ];
        assert_eq!(names, expected);
    }
}
