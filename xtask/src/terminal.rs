//! What goes to stderr and stdout, and in which colours.

use std::fmt::Display;
use std::io::{self, IsTerminal, Write};

use fieldtable::clean;

/// Whether a stream takes colours.
pub fn takes_color(stream: &impl IsTerminal) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    stream.is_terminal() && !refused
}

/// Prints text to stderr. A closed stderr does not stop the run.
pub fn print(text: impl Display) {
    let _ = write!(io::stderr(), "{text}");
}

/// Prints an error to stderr.
pub fn error(message: &str) {
    if takes_color(&io::stderr()) {
        print(format_args!(
            "\x1b[1;91merror\x1b[0m\x1b[1m:\x1b[0m {message}\n"
        ));
    } else {
        print(format_args!("error: {message}\n"));
    }
}

/// Prints a warning to stderr.
pub fn warning(message: &str) {
    if takes_color(&io::stderr()) {
        print(format_args!(
            "\x1b[1;33mwarning\x1b[0m\x1b[1m:\x1b[0m {message}\n"
        ));
    } else {
        print(format_args!("warning: {message}\n"));
    }
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
