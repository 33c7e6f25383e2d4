//! From a type expression to a type that is independent of the language.

use super::model_name::{ListedUnion, shared_link};
use crate::claim::{Scalar, TypeShape};
use crate::dialect::cells::type_expr::{Named, TypeExpr};
use crate::dialect::sdk::language::all;
use crate::dialect::sdk::language::vocabulary::{Vocabulary, Word};
use crate::dialect::sdk::page::links::{PageIndex, is_external};
use crate::source::Place;

/// The meaning of a type cell.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Meaning {
    /// The type inside the wrappers.
    pub shape: TypeShape,
    /// What the cell as a whole says about null.
    pub wrapper: Wrapper,
}

impl Meaning {
    /// Of a field whose type is not said: any JSON value.
    pub fn untyped() -> Self {
        Self {
            shape: TypeShape::Any,
            wrapper: Wrapper::Plain,
        }
    }

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
    /// Nothing about null: a name of another language, or a type that is always behind a pointer.
    Mute,
    /// None.
    Plain,
    /// May be absent, or null.
    Optional,
    /// May be null.
    Nullable,
}

/// A name that is neither a type of the language nor a model.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct UnknownWord {
    /// The name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
}

/// Reads the type cells of a page.
pub(crate) struct TypeReader<'r> {
    pub words: &'r Vocabulary,
    /// The pages of the SDK.
    pub index: &'r PageIndex,
    /// The path of the page that is read.
    pub from: &'r str,
    /// The cell that is read.
    pub cell: Place,
    /// What the cells so far list.
    pub listed: Vec<ListedUnion>,
}

impl<'r> TypeReader<'r> {
    /// A reader for the page of a path.
    pub fn new(words: &'r Vocabulary, index: &'r PageIndex, from: &'r str, cell: Place) -> Self {
        Self {
            words,
            index,
            from,
            cell,
            listed: Vec::new(),
        }
    }

    /// Reads a type cell in the words of its page's language.
    ///
    /// # Errors
    ///
    /// [`UnknownWord`] for a name that no language knows and that is no model's, such as `strng`.
    /// With a link that leads out of the docs, such a name is any JSON value: [`is_user_type`].
    pub fn read(&mut self, expr: &TypeExpr) -> Result<Meaning, UnknownWord> {
        let plain = |shape| Meaning {
            shape,
            wrapper: Wrapper::Plain,
        };
        match expr {
            TypeExpr::Named(named) => self.named(named),
            TypeExpr::List(item) => Ok(plain(self.list(item)?)),
            TypeExpr::Index(value) => Ok(plain(TypeShape::Map(Box::new(self.inner(value)?)))),
            TypeExpr::Prefixed(inner) if self.words.is_pointed(inner) => self.read(inner),
            TypeExpr::Prefixed(inner) => Ok(Meaning {
                wrapper: Wrapper::Optional,
                ..self.read(inner)?
            }),
            TypeExpr::Union(members) => self.union(members),
            TypeExpr::Literal(value) => Ok(plain(TypeShape::Const(value.clone()))),
            TypeExpr::Wildcard => Ok(plain(TypeShape::Any)),
        }
    }

    fn named(&mut self, named: &Named) -> Result<Meaning, UnknownWord> {
        let Some(word) = all::meaning(self.words, named) else {
            if is_user_type(named, self.words) {
                return Ok(Meaning {
                    shape: TypeShape::Any,
                    wrapper: Wrapper::Mute,
                });
            }
            return self.model(named).map(|name| Meaning {
                shape: TypeShape::Model(Box::new(name)),
                wrapper: Wrapper::Plain,
            });
        };
        let mut wrapper = match self.words.word(named) {
            Some(_) => Wrapper::Plain,
            None => Wrapper::Mute,
        };
        let shape = match word {
            Word::Union => return self.union(&named.args),
            Word::Optional => return self.wrapped(named, Wrapper::Optional),
            Word::Nullable => return self.wrapped(named, Wrapper::Nullable),
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
                Some(item) => self.list(item)?,
                None => TypeShape::List(Box::new(TypeShape::Any)),
            },
            Word::Array => match named.args.as_slice() {
                [] => TypeShape::Any,
                [item] => self.list(item)?,
                [.., value] => TypeShape::Map(Box::new(self.inner(value)?)),
            },
            Word::Tuple => self.tuple(&named.args)?,
            Word::Map => TypeShape::Map(Box::new(match named.args.last() {
                Some(value) => self.inner(value)?,
                None => TypeShape::Any,
            })),
        };
        Ok(Meaning { shape, wrapper })
    }

    fn wrapped(&mut self, named: &Named, wrapper: Wrapper) -> Result<Meaning, UnknownWord> {
        Ok(match named.args.last() {
            Some(arg) => Meaning {
                wrapper,
                ..self.read(arg)?
            },
            None => Meaning {
                shape: TypeShape::Any,
                wrapper,
            },
        })
    }

    fn list(&mut self, item: &TypeExpr) -> Result<TypeShape, UnknownWord> {
        if let TypeExpr::Named(named) = item
            && all::meaning(self.words, named) == Some(Word::Byte)
        {
            return Ok(TypeShape::Scalar(Scalar::Bytes));
        }
        Ok(TypeShape::List(Box::new(self.inner(item)?)))
    }

    /// A list whose values differ in type: each may be any of them, as no type of ours has places.
    fn tuple(&mut self, parts: &[TypeExpr]) -> Result<TypeShape, UnknownWord> {
        let mut items: Vec<TypeShape> = Vec::new();
        for part in parts {
            let item = self.inner(part)?;
            if !items.contains(&item) {
                items.push(item);
            }
        }
        let item = match items.pop() {
            Some(only) if items.is_empty() => only,
            Some(last) => {
                items.push(last);
                TypeShape::Union(items)
            }
            None => TypeShape::Any,
        };
        Ok(TypeShape::List(Box::new(item)))
    }

    /// A type inside another type, where no row says whether it may be null.
    fn inner(&mut self, expr: &TypeExpr) -> Result<TypeShape, UnknownWord> {
        Ok(self.read(expr)?.without_row())
    }

    fn union(&mut self, members: &[TypeExpr]) -> Result<Meaning, UnknownWord> {
        let mut wrapper = Wrapper::Plain;
        let mut kept = Vec::new();
        for member in members {
            let word = match member {
                TypeExpr::Named(named) => all::meaning(self.words, named),
                _ => None,
            };
            match word {
                Some(Word::Null) => wrapper = Wrapper::Nullable,
                Some(Word::Absent) => wrapper = Wrapper::Optional,
                Some(Word::Unrecognized) => {}
                _ => kept.push(member),
            }
        }
        let page = if kept.len() > 1 {
            shared_link(&kept)
        } else {
            None
        };
        let mut shapes = Vec::new();
        for member in kept {
            shapes.push(match page {
                Some(_) => self.inner(&member.unlinked())?,
                None => self.inner(member)?,
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
                        Some(link) => self.listed(link, shapes),
                        None => TypeShape::Union(shapes),
                    }
                }
            }
        };
        Ok(Meaning { shape, wrapper })
    }
}

/// Whether a name is a type of some library: it has a link that leads out of the docs, and no
/// meaning here.
pub(crate) fn is_user_type(named: &Named, words: &Vocabulary) -> bool {
    named.link.as_deref().is_some_and(is_external) && all::meaning(words, named).is_none()
}
