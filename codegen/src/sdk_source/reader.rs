//! What the reader of a language does.

use super::gathered::Gathered;
use super::tokens::Tokens;

/// Finds facts in the source of a language.
pub(crate) trait Reader {
    /// Reads a file.
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered);

    /// Adds what only all files together tell.
    fn finish(&mut self, _out: &mut Gathered) {}
}
