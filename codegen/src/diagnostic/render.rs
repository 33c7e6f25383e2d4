//! Diagnostics as text, in the form of rustc's.

use std::fmt::{self, Write};

use super::color::{BOLD, Color, ERROR, GUTTER, NOTE, WARNING};
use super::limit::Limited;
use super::snippet::Snippet;
use super::{Diagnostic, Diagnostics, Severity, github, json};
use crate::clean::terminal as sanitize;
use crate::source::{Files, Location, Place};

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
    /// How many warnings are printed; the rest is counted. `None` prints all. Errors are all
    /// printed.
    pub warnings: Option<usize>,
    /// How to see the rest.
    pub hint: &'h str,
}

/// The findings in the order of their places, each with its line quoted and an empty line after it.
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
    let mut text = String::new();
    let color = Color(printing.color);
    let limited = Limited::new(diagnostics, printing.warnings);
    // Writing to a string cannot fail.
    for diagnostic in &limited.shown {
        let _ = one(&mut text, diagnostic, files, &color);
    }
    let _ = limited.sum_up(&mut text, printing.hint, &color);
    text
}

fn one(out: &mut String, diagnostic: &Diagnostic, files: &Files, color: &Color) -> fmt::Result {
    let (word, style) = match diagnostic.severity {
        Severity::Error => ("error", ERROR),
        Severity::Warning => ("warning", WARNING),
    };
    let quoted = |place| (files.locate(place), place);
    let primary = diagnostic.place.map(quoted);
    let related: Vec<_> = diagnostic
        .related
        .iter()
        .map(|(place, label)| (quoted(*place), label))
        .collect();
    let places = primary.iter().chain(related.iter().map(|(at, _)| at));
    let last = places.map(|(at, _)| at.line).max().unwrap_or_default();
    let margin = " ".repeat(last.to_string().len());

    let message = inline(&diagnostic.message);
    writeln!(
        out,
        "{}{}",
        color.style(style, word),
        color.style(BOLD, &format!(": {message}"))
    )?;
    if let Some((at, place)) = &primary {
        let mark = Mark {
            sign: "^",
            style,
            label: &inline(&diagnostic.label),
        };
        quote(out, &margin, at, files, *place, &mark, color)?;
    }
    if let Some(hint) = &diagnostic.hint {
        let bar = color.style(GUTTER, "|");
        let equals = color.style(GUTTER, "=");
        if primary.is_some() {
            writeln!(out, "{margin} {bar}")?;
        }
        let indent = format!("\n{margin}         ");
        let hint = sanitize(hint).replace('\t', " ").replace('\n', &indent);
        writeln!(
            out,
            "{margin} {equals} {} {hint}",
            color.style(BOLD, "help:")
        )?;
    }
    for ((at, place), label) in &related {
        writeln!(out, "{}: {}", color.style(NOTE, "note"), inline(label))?;
        let mark = Mark {
            sign: "-",
            style: GUTTER,
            label: "",
        };
        quote(out, &margin, at, files, *place, &mark, color)?;
    }
    writeln!(out)
}

/// How a span is marked.
struct Mark<'a> {
    sign: &'a str,
    style: &'a str,
    label: &'a str,
}

fn quote(
    out: &mut String,
    margin: &str,
    at: &Location,
    files: &Files,
    place: Place,
    mark: &Mark<'_>,
    color: &Color,
) -> fmt::Result {
    let span = place.start as usize..place.end as usize;
    let snippet = Snippet::new(&files.get(place.file).text, span);
    let arrow = color.style(GUTTER, "-->");
    let bar = color.style(GUTTER, "|");
    let number = format!("{:>width$}", at.line, width = margin.len());
    writeln!(
        out,
        "{margin}{arrow} {}",
        inline(&format!("{}{at}", files.root))
    )?;
    writeln!(out, "{margin} {bar}")?;
    let quoted = format!("{} {bar} {}", color.style(GUTTER, &number), snippet.text);
    writeln!(out, "{}", quoted.trim_end())?;
    let signs = format!("{} {}", mark.sign.repeat(snippet.width), mark.label);
    writeln!(
        out,
        "{margin} {bar} {}{}",
        " ".repeat(snippet.indent),
        color.style(mark.style, signs.trim_end())
    )
}

/// Text that stays on its line.
fn inline(text: &str) -> String {
    sanitize(text).replace(['\n', '\t'], " ")
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
