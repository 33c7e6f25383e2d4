//! Classes and their members, in languages with braces and annotations: C#, Java.

use std::ops::Range;

use crate::sdk_source::tokens::{Kind, Tokens};

/// A class, interface, record or enum.
pub(super) struct Class<'t> {
    pub name: &'t str,
    /// The name of the outermost class that it stands in; its own, if it stands in none.
    pub outermost: &'t str,
    pub annotations: Vec<Annotation<'t>>,
    pub members: Vec<Member<'t>>,
}

/// A field, property or method.
pub(super) struct Member<'t> {
    pub name: &'t str,
    pub kind: MemberKind,
    pub annotations: Vec<Annotation<'t>>,
    pub line: usize,
    /// Its declaration up to the name.
    pub head: Range<usize>,
    /// What stands behind its name: parameters, a block, an initial value.
    pub rest: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MemberKind {
    Field,
    Method,
}

/// `@Name(arguments)`, or `[Name(arguments)]`.
pub(super) struct Annotation<'t> {
    pub name: &'t str,
    pub arguments: Range<usize>,
}

/// How a language writes annotations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `@Name`
    At,
    /// `[Name]`
    Brackets,
}

const CLASSES: &[&str] = &["class", "enum", "interface", "record", "struct"];

/// All classes of a file, those in others too, in the order of the file.
pub(super) fn classes<'t>(tokens: &Tokens<'t>, style: Style) -> Vec<Class<'t>> {
    let mut all: Vec<Class<'t>> = Vec::new();
    // The classes and namespaces that are open here, and where each ends.
    let mut open: Vec<(Option<usize>, usize)> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if open.last().is_some_and(|(_, end)| at >= *end) {
            open.pop();
            continue;
        }
        let outer: Option<usize> = open.last().and_then(|(class, _)| *class);
        let statement = Statement::read(tokens, at, style);
        at = statement.end.max(at + 1);
        match statement.is {
            Is::Scope { name, body } => {
                let class = name.map(|name| {
                    all.push(Class {
                        name,
                        outermost: outer.map_or(name, |outer| all[outer].outermost),
                        annotations: statement.annotations,
                        members: Vec::new(),
                    });
                    all.len() - 1
                });
                at = body.start;
                open.push((class, body.end));
            }
            Is::Member(mut member) => {
                member.annotations = statement.annotations;
                if let Some(class) = outer {
                    all[class].members.push(member);
                }
            }
            Is::Nothing => {}
        }
    }
    all
}

struct Statement<'t> {
    annotations: Vec<Annotation<'t>>,
    is: Is<'t>,
    end: usize,
}

enum Is<'t> {
    /// A class, or a namespace.
    Scope {
        name: Option<&'t str>,
        body: Range<usize>,
    },
    Member(Member<'t>),
    Nothing,
}

impl<'t> Statement<'t> {
    /// Reads from a token to the end of what is declared there; of a class, to its braces.
    fn read(tokens: &Tokens<'t>, start: usize, style: Style) -> Self {
        let mut annotations = Vec::new();
        let mut at = start;
        let mut first_word = None;
        // The last word outside of type arguments, and how many of those are open.
        let mut name: Option<usize> = None;
        let mut angles = 0_usize;
        let mut scope = None;
        let mut method: Option<Member<'t>> = None;
        let is = loop {
            if at >= tokens.len() {
                break Is::Nothing;
            }
            if style == Style::At && tokens.is(at, "@") && !tokens.is(at + 1, "interface") {
                let annotation = annotation(tokens, at + 1);
                at = annotation.arguments.end.max(at + 2);
                at += usize::from(tokens.is(at, ")"));
                annotations.push(annotation);
                continue;
            }
            if style == Style::Brackets && first_word.is_none() && tokens.is(at, "[") {
                annotations.extend(listed(tokens, at + 1..tokens.closing(at)));
                at = tokens.behind(at);
                continue;
            }
            if let Some(word) = tokens.word(at) {
                first_word.get_or_insert(at);
                let is_declared =
                    scope.is_none() && method.is_none() && !tokens.is(at.wrapping_sub(1), ".");
                if is_declared && CLASSES.contains(&word) && tokens.word(at + 1).is_some() {
                    // C# has `record class Name` and `record struct Name`.
                    let is_pair = tokens.word(at + 1).is_some_and(|it| CLASSES.contains(&it));
                    if !is_pair || tokens.word(at + 2).is_none() {
                        scope = Some(tokens.word(at + 1));
                    }
                } else if first_word == Some(at) && style == Style::Brackets && word == "namespace"
                {
                    scope = Some(None);
                } else if angles == 0 && method.is_none() {
                    name = Some(at);
                }
                at += 1;
                continue;
            }
            let member = |kind, rest: Range<usize>| {
                let name = name?;
                Some(Member {
                    name: tokens.raw(name),
                    kind,
                    annotations: Vec::new(),
                    line: tokens.line(name),
                    head: start..name,
                    rest,
                })
            };
            let sign = match tokens.kind(at) {
                Some(Kind::Sign) => tokens.raw(at),
                _ => "",
            };
            match sign {
                "<" => angles += 1,
                ">" => angles = angles.saturating_sub(1),
                "{" if scope.is_some() => {
                    let body = at + 1..tokens.closing(at);
                    let name = scope.flatten();
                    break Is::Scope { name, body };
                }
                "{" => {
                    let mut end = tokens.behind(at);
                    if method.is_none() && tokens.is(end, "=") {
                        end = statement_end(tokens, end);
                    }
                    let found = match method.take() {
                        Some(mut method) => {
                            method.rest.end = end;
                            Some(method)
                        }
                        None => member(MemberKind::Field, at..end),
                    };
                    at = end;
                    break found.map_or(Is::Nothing, Is::Member);
                }
                "(" if scope.is_none() && method.is_none() && name.is_some() => {
                    method = member(MemberKind::Method, at..at);
                }
                "=" => {
                    let end = statement_end(tokens, at);
                    let found = match method.take() {
                        Some(mut method) => {
                            method.rest.end = end;
                            Some(method)
                        }
                        None => member(MemberKind::Field, at..end),
                    };
                    at = end;
                    break found.map_or(Is::Nothing, Is::Member);
                }
                // A file-scoped namespace of C# has no braces.
                ";" if scope.is_some() => {
                    at += 1;
                    break Is::Nothing;
                }
                ";" => {
                    let found = method.take().or_else(|| member(MemberKind::Field, at..at));
                    at += 1;
                    break found.map_or(Is::Nothing, Is::Member);
                }
                "," if angles == 0 && scope.is_none() => {
                    // One of several constants of an enum.
                    at += 1;
                    break Is::Nothing;
                }
                "}" => {
                    at += 1;
                    break Is::Nothing;
                }
                _ => {}
            }
            at = tokens.behind(at);
        };
        Self {
            annotations,
            is,
            end: at,
        }
    }
}

/// Behind the semicolon that ends what stands at a token.
fn statement_end(tokens: &Tokens<'_>, mut at: usize) -> usize {
    while at < tokens.len() && !tokens.is(at, ";") && !tokens.is(at, "}") {
        at = tokens.behind(at);
    }
    at + usize::from(tokens.is(at, ";"))
}

/// The annotation whose name starts at a token: `com.shop.Name(arguments)`.
fn annotation<'t>(tokens: &Tokens<'t>, mut at: usize) -> Annotation<'t> {
    while tokens.is(at + 1, ".") && tokens.word(at + 2).is_some() {
        at += 2;
    }
    let arguments = if tokens.is(at + 1, "(") {
        at + 2..tokens.closing(at + 1)
    } else {
        at + 1..at + 1
    };
    Annotation {
        name: tokens.word(at).unwrap_or_default(),
        arguments,
    }
}

/// The annotations between two brackets: `Name, Other(arguments)`.
fn listed<'t>(tokens: &Tokens<'t>, range: Range<usize>) -> Vec<Annotation<'t>> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let is_start = at == range.start || tokens.is(at - 1, ",");
        if is_start && tokens.word(at).is_some() {
            found.push(annotation(tokens, at));
        }
        at = tokens.behind(at);
    }
    found
}

impl<'t> Annotation<'t> {
    /// The text that is its first argument, or that of a name: `@Name("x")`, `@Name(value = "x")`.
    pub fn text(&self, tokens: &Tokens<'t>, name: &str) -> Option<String> {
        let text = |at| tokens.text(at).map(std::borrow::Cow::into_owned);
        let mut at = self.arguments.start;
        let first = (at < self.arguments.end).then(|| text(at)).flatten();
        if first.is_some() && name == "value" {
            return first;
        }
        while at < self.arguments.end {
            if tokens.is(at, name) && tokens.is(at + 1, "=") {
                return text(at + 2);
            }
            at = tokens.behind(at);
        }
        None
    }
}
