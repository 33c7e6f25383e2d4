//! What goes to stderr and stdout, in which form and in which colours.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};
use std::sync::OnceLock;

use crate::clean;
use crate::diagnostic::{Format, Severity, github, sanitize};
use serde_json::json;

/// In which form messages go to stderr.
#[derive(Debug, Clone, Copy, Default)]
pub struct Form {
    pub format: Format,
    /// Whether only errors and warnings are printed.
    pub is_quiet: bool,
}

/// The command line says it once, before anything is printed.
static FORM: OnceLock<Form> = OnceLock::new();

/// Sets the form of all messages of this run.
pub fn set_form(form: Form) {
    let _ = FORM.set(form);
}

/// The form of all messages of this run.
pub fn form() -> Form {
    FORM.get().copied().unwrap_or_default()
}

/// Whether a stream takes colours.
pub fn takes_color(stream: &impl IsTerminal) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !refused
}

/// Prints to stderr what is in its form already. A closed stderr does not stop the run.
pub fn print(text: impl Display) {
    let _ = write!(io::stderr(), "{text}");
}

/// Says what was done, in a line on stderr.
pub fn say(line: &str) {
    match form() {
        Form { is_quiet: true, .. } => {}
        Form {
            format: Format::Json,
            ..
        } => object("status", line),
        _ => print(format_args!("{}\n", sanitize(line))),
    }
}

/// Prints an error to stderr.
pub fn error(message: &str) {
    about_the_run(Severity::Error, message);
}

/// Prints a warning to stderr.
pub fn warning(message: &str) {
    about_the_run(Severity::Warning, message);
}

/// Prints a message about no place in the specs.
fn about_the_run(severity: Severity, message: &str) {
    let (word, style) = match severity {
        Severity::Error => ("error", "\x1b[1;91m"),
        Severity::Warning => ("warning", "\x1b[1;33m"),
    };
    match form().format {
        Format::Json => object(word, message),
        Format::Github => print(github::message(severity, message)),
        Format::Text if takes_color(&io::stderr()) => print(format_args!(
            "{style}{word}\x1b[0m\x1b[1m:\x1b[0m {}\n",
            sanitize(message)
        )),
        Format::Text => print(format_args!("{word}: {}\n", sanitize(message))),
    }
}

/// Prints a message as an object of JSON.
fn object(reason: &str, message: &str) {
    let object = json!({ "reason": reason, "message": message });
    print(format_args!("{}\n", clean::json(object.to_string())));
}

/// Prints a text and a line break to stdout.
pub fn print_data(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

/// Prints JSON to stdout. What a terminal acts on is escaped, for programs too: it is the same JSON.
pub fn print_json(value: &impl serde::Serialize) -> io::Result<()> {
    print_data(&clean::json(serde_json::to_string_pretty(value)?))
}
