//! From tokens to a [`TypeExpr`].

use super::lexer::{Token, TokenKind};
use super::{Named, SyntaxError, TypeExpr};
use crate::claim::Const;
use crate::source::Place;

/// Types nested more deeply are errors, to protect the stack.
const MAX_DEPTH: usize = 48;

pub(crate) fn parse(tokens: Vec<Token>, whole: Place) -> Result<TypeExpr, SyntaxError> {
    let mut parser = Parser {
        tokens,
        at: 0,
        links: Vec::new(),
        depth: 0,
        whole,
    };
    let expr = parser.union()?;
    match parser.peek() {
        None if is_too_deep(&expr) => Err(parser.too_deep()),
        None => Ok(expr),
        Some(_) => Err(parser.unexpected("the end of the type")),
    }
}

/// Whether a type is deeper than it may be, as lists of lists in parentheses are: whoever reads types
/// goes down level by level.
fn is_too_deep(expr: &TypeExpr) -> bool {
    let mut left = vec![(expr, 0)];
    while let Some((expr, depth)) = left.pop() {
        if depth > MAX_DEPTH {
            return true;
        }
        match expr {
            TypeExpr::List(inner) | TypeExpr::Index(inner) | TypeExpr::Prefixed(inner) => {
                left.push((inner, depth + 1));
            }
            TypeExpr::Named(named) => left.extend(named.args.iter().map(|it| (it, depth + 1))),
            TypeExpr::Union(members) => left.extend(members.iter().map(|it| (it, depth + 1))),
            TypeExpr::Literal(_) | TypeExpr::Wildcard => {}
        }
    }
    false
}

struct Parser {
    tokens: Vec<Token>,
    at: usize,
    /// Targets of the links around the current token.
    links: Vec<String>,
    depth: usize,
    whole: Place,
}

impl Parser {
    fn union(&mut self) -> Result<TypeExpr, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.too_deep());
        }
        self.eat('|');
        let mut members = vec![self.postfix()?];
        while self.eat('|') {
            members.push(self.postfix()?);
        }
        self.depth -= 1;
        Ok(match members.pop() {
            Some(only) if members.is_empty() => only,
            last => {
                members.extend(last);
                TypeExpr::Union(members)
            }
        })
    }

    fn too_deep(&self) -> SyntaxError {
        SyntaxError {
            message: "the type is nested too deeply".to_owned(),
            place: self.whole,
        }
    }

    fn postfix(&mut self) -> Result<TypeExpr, SyntaxError> {
        let mut expr = self.primary()?;
        for _ in 0..MAX_DEPTH {
            if !self.is_list_sign(0) {
                break;
            }
            self.at += 2;
            expr = TypeExpr::List(Box::new(expr));
        }
        Ok(expr)
    }

    fn primary(&mut self) -> Result<TypeExpr, SyntaxError> {
        let Some(token) = self.tokens.get_mut(self.at) else {
            return Err(self.unexpected("a type"));
        };
        let place = token.place;
        // Nothing comes back to it, but where it is none of these.
        let kind = std::mem::replace(&mut token.kind, TokenKind::LinkEnd);
        self.at += 1;
        match kind {
            TokenKind::Name(path) => self.named(path, place),
            TokenKind::Text(text) => Ok(TypeExpr::Literal(Const::String(text))),
            TokenKind::Number(number) => Ok(TypeExpr::Literal(Const::Number(number))),
            TokenKind::LinkStart(target) => self.link(target),
            TokenKind::Sign('[') if self.eat(']') => {
                Ok(TypeExpr::List(Box::new(self.inner_postfix()?)))
            }
            TokenKind::Sign('*') => Ok(TypeExpr::Prefixed(Box::new(self.inner_postfix()?))),
            TokenKind::Sign('?') => self.question(),
            TokenKind::Sign('@') => self.annotated(),
            TokenKind::Sign('(') => {
                let inner = self.union()?;
                self.expect(')')?;
                Ok(inner)
            }
            TokenKind::Sign('{') => self.index(),
            other => {
                self.at -= 1;
                self.tokens[self.at].kind = other;
                Err(self.unexpected("a type"))
            }
        }
    }

    fn inner_postfix(&mut self) -> Result<TypeExpr, SyntaxError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(self.unexpected("fewer prefixes"));
        }
        let inner = self.postfix();
        self.depth -= 1;
        inner
    }

    /// Java's `@Nullable A`: what the annotation says is not known here.
    fn annotated(&mut self) -> Result<TypeExpr, SyntaxError> {
        match self.peek() {
            Some(TokenKind::Name(_)) => {
                self.at += 1;
                self.inner_postfix()
            }
            _ => Err(self.unexpected("the name of an annotation")),
        }
    }

    /// `? extends A`, `?A`, or `?` alone.
    fn question(&mut self) -> Result<TypeExpr, SyntaxError> {
        if let Some(TokenKind::Name(path)) = self.peek()
            && let [word] = path.as_slice()
            && matches!(word.as_str(), "extends" | "super")
        {
            self.at += 1;
            return self.inner_postfix();
        }
        if self.starts_type() {
            return Ok(TypeExpr::Prefixed(Box::new(self.inner_postfix()?)));
        }
        Ok(TypeExpr::Wildcard)
    }

    fn link(&mut self, target: String) -> Result<TypeExpr, SyntaxError> {
        let depth = self.links.len();
        self.links.push(target);
        let expr = self.union()?;
        // Early generators left closing brackets behind: `[AxiosResponse>](…)`.
        while self.is_sign(0, '>') {
            self.at += 1;
        }
        self.links.truncate(depth);
        match self.peek() {
            Some(TokenKind::LinkEnd) => {
                self.at += 1;
                Ok(expr)
            }
            _ => Err(self.unexpected("the end of the link")),
        }
    }

    /// `{ [k: string]: A }`.
    fn index(&mut self) -> Result<TypeExpr, SyntaxError> {
        self.expect('[')?;
        if !matches!(self.peek(), Some(TokenKind::Name(_))) {
            return Err(self.unexpected("the key's name"));
        }
        self.at += 1;
        self.expect(':')?;
        self.union()?;
        self.expect(']')?;
        self.expect(':')?;
        let value = self.union()?;
        self.eat(';');
        self.expect('}')?;
        Ok(TypeExpr::Index(Box::new(value)))
    }

    fn named(&mut self, path: Vec<String>, place: Place) -> Result<TypeExpr, SyntaxError> {
        if let [word] = path.as_slice()
            && self.links.is_empty()
        {
            let is = |said: &str| word.eq_ignore_ascii_case(said);
            if is("true") || is("false") {
                return Ok(TypeExpr::Literal(Const::Boolean(is("true"))));
            }
        }
        let link = self.links.last().cloned();
        // Go's `interface{}` is a type without a name; its word says what it is.
        if self.is_sign(0, '{') && self.is_sign(1, '}') {
            self.at += 2;
        }
        let mut args = Vec::new();
        if self.eat('<') {
            args = self.args('>')?;
        } else if self.eat('(') {
            args = self.args(')')?;
        } else if self.is_sign(0, '[') && !self.is_sign(1, ']') {
            self.at += 1;
            args = self.args(']')?;
            if self.starts_type() {
                args.push(self.inner_postfix()?);
            }
        }
        Ok(TypeExpr::Named(Named {
            path,
            args,
            link,
            place,
        }))
    }

    fn args(&mut self, close: char) -> Result<Vec<TypeExpr>, SyntaxError> {
        let mut args = Vec::new();
        while !self.eat(close) {
            if !args.is_empty() {
                self.expect(',')?;
                // Python's `Tuple[A, ...]`: any number of the one before.
                if self.peek() == Some(&TokenKind::Ellipsis) {
                    self.at += 1;
                    continue;
                }
            }
            args.push(self.union()?);
        }
        Ok(args)
    }

    fn peek(&self) -> Option<&TokenKind> {
        self.tokens.get(self.at).map(|token| &token.kind)
    }

    fn is_sign(&self, ahead: usize, sign: char) -> bool {
        let token = self.tokens.get(self.at + ahead);
        token.is_some_and(|token| token.kind == TokenKind::Sign(sign))
    }

    fn is_list_sign(&self, ahead: usize) -> bool {
        self.is_sign(ahead, '[') && self.is_sign(ahead + 1, ']')
    }

    /// Whether a type follows that is no suffix of the one before.
    fn starts_type(&self) -> bool {
        let ahead = if self.is_list_sign(0) { 2 } else { 0 };
        matches!(
            self.tokens.get(self.at + ahead).map(|token| &token.kind),
            Some(TokenKind::Name(_) | TokenKind::LinkStart(_) | TokenKind::Sign('*' | '?'))
        )
    }

    fn eat(&mut self, sign: char) -> bool {
        let found = self.is_sign(0, sign);
        self.at += usize::from(found);
        found
    }

    fn expect(&mut self, sign: char) -> Result<(), SyntaxError> {
        if self.eat(sign) {
            Ok(())
        } else {
            Err(self.unexpected(&format!("`{sign}`")))
        }
    }

    fn unexpected(&self, wanted: &str) -> SyntaxError {
        let (found, place) = match self.tokens.get(self.at) {
            Some(token) => (describe(&token.kind), token.place),
            None => ("the end of the text".to_owned(), self.whole),
        };
        SyntaxError {
            message: format!("expected {wanted}, found {found}"),
            place,
        }
    }
}

fn describe(kind: &TokenKind) -> String {
    match kind {
        TokenKind::Name(path) => format!("`{}`", path.join(".")),
        TokenKind::Text(text) => format!("`\"{text}\"`"),
        TokenKind::Number(number) => format!("`{number}`"),
        TokenKind::Sign(sign) => format!("`{sign}`"),
        TokenKind::Ellipsis => "`...`".to_owned(),
        TokenKind::LinkStart(_) => "a link".to_owned(),
        TokenKind::LinkEnd => "the end of a link".to_owned(),
    }
}
