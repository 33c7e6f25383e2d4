//! The colours of a terminal.

pub(crate) const ERROR: &str = "\x1b[1;91m";
pub(crate) const WARNING: &str = "\x1b[1;33m";
pub(crate) const NOTE: &str = "\x1b[1;92m";
pub(crate) const GUTTER: &str = "\x1b[1;94m";
pub(crate) const BOLD: &str = "\x1b[1m";
const PLAIN: &str = "\x1b[0m";

/// Whether text is styled.
pub(crate) struct Color(pub bool);

impl Color {
    pub fn style(&self, style: &str, text: &str) -> String {
        if self.0 {
            format!("{style}{text}{PLAIN}")
        } else {
            text.to_owned()
        }
    }
}
