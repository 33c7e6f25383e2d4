//! How diagnostics are printed, and for whom.

use super::color::Color;
use super::group::groups;
use super::limit::Limited;
use super::text::Text;
use super::{Diagnostics, github, json};
use crate::source::Files;

/// For whom findings are printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// A person: each with its line quoted.
    #[default]
    Text,
    /// A program: one JSON object a line, all of them.
    Json,
    /// GitHub: one workflow command a line, which becomes an annotation.
    Github,
}

/// How findings are printed: by default all of them as text, without colours.
#[derive(Debug, Clone, Copy, Default)]
pub struct Printing<'h> {
    /// For whom.
    pub format: Format,
    /// Whether a terminal's colours mark the parts of a text.
    pub color: bool,
    /// How many warnings are printed, as text those of how many causes; the rest is counted. `None`
    /// prints all. Errors are all printed.
    pub warnings: Option<usize>,
    /// The option that prints the rest.
    pub all: &'h str,
}

/// The findings in the order of their places, each with its line quoted and an empty line after it.
/// Warnings of one cause stand together behind the first of them, in a line each.
///
/// ```text
/// error: unknown key `wire_case`
///  --> specs/shop/spec.toml:1:1
///   |
/// 1 | wire_case = "snake"
///   | ^^^^^^^^^
///   |
///   = help: did you mean `wire-case`?
/// ```
#[must_use]
pub fn render(diagnostics: &Diagnostics, files: &Files, printing: Printing<'_>) -> String {
    match printing.format {
        Format::Text => {}
        Format::Json => return json::lines(diagnostics, files),
        Format::Github => return github::lines(diagnostics, files, printing),
    }
    let color = Color(printing.color);
    let limited = Limited::new(groups(&diagnostics.sorted()), printing.warnings);
    let mut text = Text::new(files, &color);
    // Writing to a string cannot fail.
    for group in &limited.shown {
        let _ = text.group(group, printing.warnings.map(|_| printing.all));
    }
    let mut text = text.printed();
    let _ = limited.sum_up(&mut text, printing.all, &color);
    text
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Diagnostics, Topic};
    use super::{Printing, render};
    use crate::source::{Files, Place, SourceFile};

    fn rendered(build: impl Fn(&dyn Fn(&str) -> Place) -> Diagnostic, color: bool) -> String {
        let mut files = Files::default();
        files.root = "specs/".to_owned();
        let text = format!(
            "# Order\n\n{}| `id`{} | *Foo* |\n",
            "\n".repeat(8),
            " ".repeat(300)
        );
        let id = files.add(SourceFile::new("shop/order.md", text.clone()));
        let find = |needle: &str| {
            let start = text.find(needle).unwrap();
            Place::new(id, start..start + needle.len())
        };
        let mut diagnostics = Diagnostics::default();
        diagnostics.push(build(&find));
        let printing = Printing {
            color,
            ..Printing::default()
        };
        render(&diagnostics, &files, printing)
    }

    #[test]
    fn a_finding_quotes_its_line_marks_its_text_and_says_what_to_do() {
        let text = rendered(
            |find| {
                Diagnostic::error(find("*Foo*"), "no page for `Foo`")
                    .label("named here")
                    .hint("add the page\nor a setting")
                    .related(find("# Order"), "in this model")
            },
            false,
        );
        assert_eq!(
            text,
            "\
error: no page for `Foo`
  --> specs/shop/order.md:11:310
   |
11 | | `id` | *Foo* |
   |          ^^^^^ named here
   |
   = help: add the page
           or a setting
note: in this model
  --> specs/shop/order.md:1:1
   |
 1 | # Order
   | -------

"
        );
    }

    #[test]
    fn a_finding_without_a_place_is_its_message() {
        let text = rendered(
            |_| Diagnostic::global_error("nothing to read").hint("add a folder"),
            false,
        );
        assert_eq!(text, "error: nothing to read\n  = help: add a folder\n\n");
    }

    #[test]
    fn what_a_user_wrote_is_not_moved_by_its_tabs() {
        let text = rendered(
            |_| Diagnostic::global_error("no\ttab").hint("write `/items/\t`\nor not"),
            false,
        );
        let expected = "error: no tab\n  = help: write `/items/ `\n          or not\n\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn colour_is_added_and_controls_of_the_docs_are_not() {
        let hostile = |find: &dyn Fn(&str) -> Place| {
            Diagnostic::warning(Topic::Type, find("`id`"), "bad \x1b[31mname\nhere")
                .label("\u{202e}evil")
        };
        let colored = rendered(hostile, true);
        assert!(colored.starts_with("\x1b[1;33mwarning\x1b[0m\x1b[1m: bad \u{fffd}[31mname here"));
        let plain = rendered(hostile, false);
        assert_eq!(
            plain,
            "\
warning: bad \u{fffd}[31mname here
  --> specs/shop/order.md:11:3
   |
11 | | `id` | *Foo* |
   |   ^^^^ \u{fffd}evil

"
        );
    }
}
