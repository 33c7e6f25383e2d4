//! Rust code as text, laid out as `prettyplease` lays it out.
//!
//! What a generator writes is mostly short and always of the same few forms, so it is written as
//! text at once. An item with a line that is too long for that goes through `syn` and `prettyplease`
//! (`printed`): they know where any code may be broken.

mod printed;

#[cfg(test)]
pub(crate) use printed::printed;

use std::fmt::{self, Display, Write as _};

/// The width of `prettyplease`, in bytes.
const WIDTH: usize = 89;

/// The width of the value of a struct, without its last brace.
const STRUCT_WIDTH: usize = 34;

/// A file of items, as it is written.
#[derive(Default)]
pub(crate) struct Code {
    text: String,
    level: usize,
    /// The item that is being written has a line that must be broken.
    is_wide: bool,
}

/// What stands around a list, and how it is laid out.
#[derive(Clone, Copy, PartialEq)]
enum Around {
    /// `f(a, b)`.
    Call,
    /// `S { a, b }`.
    Struct,
    /// `derive(A, B)`: no comma at the end, and no item is broken in itself.
    Attribute,
}

impl Code {
    /// The text of all items that `write` writes.
    pub(crate) fn file(write: impl FnOnce(&mut Self)) -> String {
        let mut code = Self::default();
        write(&mut code);
        code.text
    }

    /// An item, a blank line before it.
    pub(crate) fn item(&mut self, write: impl FnOnce(&mut Self)) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.is_wide = false;
        write(self);
        if self.is_wide {
            let item = printed::printed(&self.text[start..]);
            self.text.truncate(start);
            self.text.push_str(&item);
        }
    }

    /// A line of documentation; an empty one for a blank line.
    pub(crate) fn doc(&mut self, text: &str) {
        for line in text.split('\n') {
            self.indent();
            let line = line.trim_end_matches(' ');
            self.text
                .push_str(if line.is_empty() { "///" } else { "/// " });
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    /// A line that is broken only by `prettyplease`.
    pub(crate) fn line(&mut self, line: impl Display) {
        self.is_wide |= !self.put(line);
    }

    /// `#[name(a, b)]`.
    pub(crate) fn attribute(&mut self, name: &str, parts: &[impl AsRef<str>]) {
        self.listed(
            Around::Attribute,
            format_args!("#[{name}("),
            parts,
            format_args!(")]"),
        );
    }

    /// An attribute of the user's, which may be of any form.
    pub(crate) fn foreign_attribute(&mut self, attribute: impl Display) {
        self.put(format_args!("#[{attribute}]"));
        self.is_wide = true;
    }

    /// `open a, b close`.
    pub(crate) fn list(
        &mut self,
        open: fmt::Arguments<'_>,
        items: &[impl AsRef<str>],
        close: &str,
    ) {
        self.listed(Around::Call, open, items, format_args!("{close}"));
    }

    /// A line of what is given to a macro, which nobody breaks.
    pub(crate) fn unbroken(&mut self, line: impl Display) {
        self.put(line);
    }

    /// `name { a, b }`, the value of a struct.
    pub(crate) fn value(&mut self, name: &str, fields: &[impl AsRef<str>]) {
        self.listed(
            Around::Struct,
            format_args!("{name} {{"),
            fields,
            format_args!("}}"),
        );
    }

    /// `head { … }`.
    pub(crate) fn block(&mut self, head: impl Display, write: impl FnOnce(&mut Self)) {
        self.line(format_args!("{head} {{"));
        self.body(write);
    }

    /// `name(a, b) -> result { … }`.
    pub(crate) fn function(
        &mut self,
        name: impl Display,
        parameters: &[impl AsRef<str>],
        result: &str,
        write: impl FnOnce(&mut Self),
    ) {
        self.listed(
            Around::Call,
            format_args!("{name}("),
            parameters,
            format_args!(") -> {result} {{"),
        );
        self.body(write);
    }

    /// A blank line after the function of an impl that stands before, if any does. It comes before the
    /// documentation of the next one.
    pub(crate) fn apart(&mut self) {
        if self.text.ends_with("\n    }\n") {
            self.text.push('\n');
        }
    }

    fn body(&mut self, write: impl FnOnce(&mut Self)) {
        let start = self.text.len();
        self.level += 1;
        write(self);
        self.level -= 1;
        if self.text.len() == start {
            self.text.truncate(start - 1);
            self.text.push_str("}\n");
        } else {
            self.put("}");
        }
    }

    fn listed(
        &mut self,
        around: Around,
        open: fmt::Arguments<'_>,
        items: &[impl AsRef<str>],
        close: fmt::Arguments<'_>,
    ) {
        let start = self.text.len();
        let is_struct = around == Around::Struct && !items.is_empty();
        let space = if is_struct { " " } else { "" };
        self.indent();
        let _ = write!(self.text, "{open}{space}");
        for (at, item) in items.iter().enumerate() {
            self.text.push_str(if at == 0 { "" } else { ", " });
            self.text.push_str(item.as_ref());
        }
        let _ = writeln!(self.text, "{space}{close}");
        let width = self.text.len() - start - "\n".len();
        let is_short = !is_struct || width - 4 * self.level - "}".len() <= STRUCT_WIDTH;
        if items.is_empty() || width <= WIDTH && is_short {
            return;
        }
        self.text.truncate(start);
        self.put(open);
        self.level += 1;
        for (at, item) in items.iter().enumerate() {
            let is_last = at + 1 == items.len();
            let comma = if is_last && around == Around::Attribute {
                ""
            } else {
                ","
            };
            let fits = self.put(format_args!("{}{comma}", item.as_ref()));
            self.is_wide |= !fits && around != Around::Attribute;
        }
        self.level -= 1;
        self.put(close);
    }

    /// Writes a line, and says whether it is as wide as a line may be.
    fn put(&mut self, line: impl Display) -> bool {
        let start = self.text.len();
        self.indent();
        let _ = write!(self.text, "{line}");
        let fits = self.text.len() - start <= WIDTH;
        self.text.push('\n');
        fits
    }

    fn indent(&mut self) {
        for _ in 0..self.level {
            self.text.push_str("    ");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Code, printed};

    /// An impl whose parts are as long as `long` says.
    fn item(long: usize) -> String {
        let name = "n".repeat(long);
        let parameters = ["mut self".to_owned(), format!("{name}: impl Into<String>")];
        Code::file(|code| {
            code.item(|code| {
                code.doc(&format!("Of {name}.  "));
                code.attribute("allow", &[&*name, "reason = \"so it is\""]);
                code.block(format_args!("impl T{name}"), |code| {
                    for with in ["a", "b"] {
                        code.apart();
                        code.doc("");
                        let named = format_args!("pub fn {with}_{name}");
                        code.function(named, &parameters, "Self", |code| {
                            code.line(format_args!("self.{name} = Some({name}.into());"));
                            code.value("Self", &[&*name, "b: None"]);
                        });
                    }
                });
            });
            code.item(|code| code.block(format_args!("pub struct S{name}"), |_| {}));
        })
    }

    #[test]
    fn code_of_any_width_is_laid_out_as_it_would_be_printed() {
        for long in 1..120 {
            let text = item(long);
            assert_eq!(text, printed(&text), "{long}");
        }
    }

    #[test]
    fn what_is_broken_by_hand_is_seldom_printed() {
        let mut code = Code::default();
        let parameters = ["a".repeat(40) + ": A", "b".repeat(40) + ": B"];
        code.function("fn f", &parameters, "A", |code| code.line("a"));
        assert!(!code.is_wide);
        assert_eq!(code.text.lines().count(), 6);
        code.line("c".repeat(90));
        assert!(code.is_wide);
    }
}
