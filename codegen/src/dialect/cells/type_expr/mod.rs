//! Type expressions: one small grammar for the type cells of all languages.
//!
//! The meaning of the names in an expression depends on the family of docs, and is not known here.

pub(crate) mod lexer;
pub(crate) mod parser;

use crate::claim::Const;
use crate::page::Inline;
use crate::source::Place;

/// A type as a page writes it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum TypeExpr {
    /// `string`, `List<A>`, `Dict[A, B]`, `T.nilable(A)`, `components.X`.
    Named(Named),
    /// `A[]` or `[]A`.
    List(Box<TypeExpr>),
    /// `{ [k: string]: A }`.
    Index(Box<TypeExpr>),
    /// `?A` or `*A`.
    Prefixed(Box<TypeExpr>),
    /// `A | B`.
    Union(Vec<TypeExpr>),
    /// `"a"`, `1`, `true`.
    Literal(Const),
    /// Java's `?`.
    Wildcard,
}

/// A name with its arguments.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Named {
    /// The parts of the name: `components` and `X`. The first is empty where the name starts
    /// with a separator, as in `::String`.
    pub path: Vec<String>,
    /// The arguments; of `map[K]V` both.
    pub args: Vec<TypeExpr>,
    /// The target of the link that the name stands in.
    pub link: Option<String>,
    /// The name.
    pub place: Place,
}

impl Named {
    /// The last part of the name.
    pub fn last(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }

    /// The whole name, `.` between the parts.
    pub fn dotted(&self) -> String {
        let parts = self.path.iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(".")
    }

    /// Whether it is that name, `.` between the parts.
    pub fn is(&self, dotted: &str) -> bool {
        dotted.split('.').eq(self.path.iter().map(String::as_str))
    }
}

impl TypeExpr {
    /// Calls `visit` with every name in it.
    pub fn for_each_name<'a>(&'a self, visit: &mut dyn FnMut(&'a Named)) {
        match self {
            Self::Named(named) => {
                visit(named);
                for arg in &named.args {
                    arg.for_each_name(visit);
                }
            }
            Self::List(inner) | Self::Index(inner) | Self::Prefixed(inner) => {
                inner.for_each_name(visit);
            }
            Self::Union(members) => {
                for member in members {
                    member.for_each_name(visit);
                }
            }
            Self::Literal(_) | Self::Wildcard => {}
        }
    }

    /// The same type with no link on any of its names.
    pub fn unlinked(&self) -> Self {
        let inner = |expr: &Self| Box::new(expr.unlinked());
        let all = |exprs: &[Self]| exprs.iter().map(Self::unlinked).collect();
        match self {
            Self::Named(named) => Self::Named(Named {
                path: named.path.clone(),
                args: all(&named.args),
                link: None,
                place: named.place,
            }),
            Self::List(item) => Self::List(inner(item)),
            Self::Index(value) => Self::Index(inner(value)),
            Self::Prefixed(value) => Self::Prefixed(inner(value)),
            Self::Union(members) => Self::Union(all(members)),
            Self::Literal(_) | Self::Wildcard => self.clone(),
        }
    }
}

/// A cell is no type expression.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SyntaxError {
    /// What was found: `expected a type, found \`>\``.
    pub message: String,
    /// Where.
    pub place: Place,
}

/// Reads the inline runs of a cell or heading; `place` is the whole of it.
///
/// # Errors
///
/// [`SyntaxError`] for `List<`, an empty cell, or a sentence.
pub(crate) fn parse(inlines: &[Inline], place: Place) -> Result<TypeExpr, SyntaxError> {
    parser::parse(lexer::tokens(inlines)?, place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::cells::testing::table;
    use crate::source::Files;

    /// Reads a cell, and prints it in one notation for all languages.
    fn read(cell: &str) -> Result<String, String> {
        let (files, table) = table(&format!("| Type |\n| --- |\n| {cell} |\n"));
        let cell = &table.rows[0].cells[0];
        match parse(&cell.inlines, cell.place) {
            Ok(expr) => Ok(print(&expr, &files)),
            Err(error) => Err(format!(
                "{} at `{}`",
                error.message,
                files.text(error.place)
            )),
        }
    }

    fn print(expr: &TypeExpr, files: &Files) -> String {
        let all = |exprs: &[TypeExpr], between: &str| {
            let exprs = exprs.iter().map(|expr| print(expr, files));
            exprs.collect::<Vec<_>>().join(between)
        };
        match expr {
            TypeExpr::Named(named) => {
                assert!(files.text(named.place).ends_with(named.last()));
                let link = named.link.as_ref().map(|link| format!("@{link}"));
                let args = if named.args.is_empty() {
                    String::new()
                } else {
                    format!("<{}>", all(&named.args, ", "))
                };
                named.dotted() + &link.unwrap_or_default() + &args
            }
            TypeExpr::List(item) => format!("list({})", print(item, files)),
            TypeExpr::Index(value) => format!("index({})", print(value, files)),
            TypeExpr::Prefixed(inner) => format!("prefixed({})", print(inner, files)),
            TypeExpr::Union(members) => format!("({})", all(members, " | ")),
            TypeExpr::Literal(value) => format!("{value:?}"),
            TypeExpr::Wildcard => "?".to_owned(),
        }
    }

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        assert_eq!(read(cell).as_deref(), Ok(expected), "{cell}");
    }

    #[test]
    fn reads_java() {
        check("*String*", "String");
        check("*Optional\\<String>*", "Optional<String>");
        check("*Optional<? extends String>*", "Optional<String>");
        check("[Optional\\<Room>](a.md)", "Optional@a.md<Room@a.md>");
        check(
            "List\\<Map\\\\<String, *Object*>>",
            "List<Map<String, Object>>",
        );
        check("List<[x.models.A](a.md)>", "List<x.models.A@a.md>");
        check("@Nullable List\\<*A*>", "List<A>");
        check(
            "[HttpResponse\\<?>](https://x)",
            "HttpResponse@https://x<?>",
        );
        check(
            "[HttpResponse<byte[]>](https://x)",
            "HttpResponse@https://x<list(byte@https://x)>",
        );
    }

    #[test]
    fn reads_typescript() {
        check("[a.B](b.md)[]", "list(a.B@b.md)");
        check("*string*[][]", "list(list(string))");
        check("Record\\<string, *any*>", "Record<string, any>");
        check("*ReadableStream<Uint8Array>*", "ReadableStream<Uint8Array>");
        check("*\"a.b-c\"*", "String(\"a.b-c\")");
        check("*-1*", "Number(\"-1\")");
        check("*true*", "Boolean(true)");
        check(
            "[File](https://f) \\| [Blob](https://b)",
            "(File@https://f | Blob@https://b)",
        );
        check("`{ [k: string]: a.B }`", "index(a.B)");
        check("[AxiosResponse>](https://x)", "AxiosResponse@https://x");
    }

    #[test]
    fn reads_the_shapes_of_other_languages() {
        check("*Optional[List[str]]*", "Optional<List<str>>");
        check("*Dict[str, Any]*", "Dict<str, Any>");
        check("*Tuple[str, ...]*", "Tuple<str>");
        check("[]*string*", "list(string)");
        check("map[string][a.B](b.md)", "map<string, a.B@b.md>");
        check("`*string`", "prefixed(string)");
        check("*?string*", "prefixed(string)");
        check("[\\DateTime](https://x)", "DateTime@https://x");
        check("*::String*", "String");
        check("*T.nilable(::Integer)*", "T.nilable<Integer>");
        check(
            "[string\\|A\\B\\|null](c.md)",
            "(string@c.md | A.B@c.md | null@c.md)",
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let check = |cell: &str, expected: &str| {
            assert_eq!(read(cell), Err(expected.to_owned()), "{cell}");
        };
        check("", "expected a type, found the end of the text at ``");
        check(
            "List\\<",
            "expected a type, found the end of the text at `List\\<`",
        );
        check(
            "a plain sentence",
            "expected the end of the type, found `plain` at `plain`",
        );
        check("a<b;", "expected `,`, found `;` at `;`");
        check(
            "@",
            "expected the name of an annotation, found the end of the text at `@`",
        );
        check("...", "expected a type, found `...` at `...`");
        check("a = b", "`=` is not allowed in a type at `=`");
        check("*\"a*", "the closing quotation mark is missing at `\"`");
    }

    #[test]
    fn refuses_to_nest_without_end() {
        for part in [
            "List<", "[", "(", "[]", "?", "*", "{[k:", "a[", "a|(", "@a ",
        ] {
            let cell = part.repeat(20_000).replace('|', "\\|");
            assert!(read(&cell).is_err(), "{part}");
        }
        assert!(read(&format!("a{}", "[]".repeat(20_000))).is_err());
    }
}
