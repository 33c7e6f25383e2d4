//! Reading a table of `spec.toml`.
//!
//! Each known key is read by name; all other keys are reported as unknown. There is no separate
//! list of known keys.

mod lists;
mod tables;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::config::value::{Refusal, Setting};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Located, Place};
use crate::suggest;

/// A table whose keys are known beforehand.
pub(in crate::config) struct Section<'a> {
    file: FileId,
    /// The keys that lead here, each followed by a dot.
    path: String,
    left: DeTable<'a>,
    asked: Vec<&'static str>,
    /// The name of the table, for what is wrong with it as a whole.
    place: Option<Place>,
    refused: bool,
    /// Whether a test has read it before, so that costly checks can be left out.
    trusted: bool,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Section<'a> {
    /// Reads a table with `read`, and reports the keys that it did not ask for.
    pub(in crate::config) fn read<'d: 'a, T>(
        file: FileId,
        path: String,
        place: Option<Place>,
        table: DeTable<'d>,
        diagnostics: &'a mut Diagnostics,
        read: impl FnOnce(&mut Section<'a>) -> T,
    ) -> T {
        let section = Section::new(file, path, place, table, diagnostics);
        section.finish(read)
    }

    /// As [`Section::read`], for what a test has read.
    pub(in crate::config) fn read_trusted<'d: 'a, T>(
        file: FileId,
        table: DeTable<'d>,
        diagnostics: &'a mut Diagnostics,
        read: impl FnOnce(&mut Section<'a>) -> T,
    ) -> T {
        let mut section = Section::new(file, String::new(), None, table, diagnostics);
        section.trusted = true;
        section.finish(read)
    }

    fn new<'d: 'a>(
        file: FileId,
        path: String,
        place: Option<Place>,
        table: DeTable<'d>,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Section {
            file,
            path,
            left: table,
            asked: Vec::new(),
            place,
            refused: false,
            trusted: false,
            diagnostics,
        }
    }

    fn finish<T>(mut self, read: impl FnOnce(&mut Section<'a>) -> T) -> T {
        let value = read(&mut self);
        self.report_unknown();
        value
    }

    /// The keys that `read` asks for.
    #[cfg(test)]
    pub(in crate::config) fn keys<T>(
        read: impl FnOnce(&mut Section<'_>) -> T,
    ) -> Vec<&'static str> {
        let mut files = crate::source::Files::default();
        let mut diagnostics = Diagnostics::default();
        let mut section = Section {
            file: files.add(crate::source::SourceFile::new("spec.toml", "")),
            path: String::new(),
            left: DeTable::new(),
            asked: Vec::new(),
            place: None,
            refused: false,
            trusted: false,
            diagnostics: &mut diagnostics,
        };
        read(&mut section);
        section.asked
    }

    /// The setting of that key, if it is there and right.
    pub(in crate::config) fn setting<T: Setting>(
        &mut self,
        key: &'static str,
    ) -> Option<Located<T>> {
        self.checked(key, T::from_toml)
    }

    /// As [`Section::setting`], with a rule of its own for what is right.
    pub(in crate::config) fn checked<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'_>) -> Result<T, Refusal>,
    ) -> Option<Located<T>> {
        self.placed(key, |value, _| read(value))
    }

    /// As [`Section::checked`], for values that hold places.
    pub(in crate::config) fn placed<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'_>, Place) -> Result<T, Refusal>,
    ) -> Option<Located<T>> {
        let (_, value) = self.take(key)?;
        let place = Place::new(self.file, value.span());
        match read(value.get_ref(), place) {
            Ok(value) => Some(Located::new(value, place)),
            Err(refusal) => {
                self.refuse(key, place, refusal);
                None
            }
        }
    }

    /// The keys that lead here, each followed by a dot.
    pub(in crate::config) fn path(&self) -> &str {
        &self.path
    }

    /// Reports something wrong at a place of the table.
    pub(in crate::config) fn report(&mut self, place: Place, message: &str, label: &str) {
        self.refused = true;
        let error = Diagnostic::error(place, message).label(label);
        self.diagnostics.push(error);
    }

    /// Whether costly checks can be left out.
    pub(in crate::config) fn is_trusted(&self) -> bool {
        self.trusted
    }

    /// Whether a value was refused, so that what is missing may only be wrong.
    pub(in crate::config) fn is_refused(&self) -> bool {
        self.refused
    }

    /// Reports that the table lacks something.
    pub(in crate::config) fn lacks(&mut self, what: &str) {
        let Some(place) = self.place else { return };
        let table = self.path.trim_end_matches('.');
        let message = format!("`{table}` must have {what}");
        self.diagnostics.push(Diagnostic::error(place, message));
    }

    fn take_table(&mut self, key: &'static str) -> Option<DeTable<'a>> {
        let (_, value) = self.take(key)?;
        self.table(key, value)
    }

    fn table(&mut self, key: &str, value: Spanned<DeValue<'a>>) -> Option<DeTable<'a>> {
        let place = Place::new(self.file, value.span());
        match value.into_inner() {
            DeValue::Table(table) => Some(table),
            other => {
                self.refuse(key, place, Refusal::type_of("a table", &other));
                None
            }
        }
    }

    fn take(&mut self, key: &'static str) -> Option<(Place, Spanned<DeValue<'a>>)> {
        self.asked.push(key);
        let (name, value) = self.left.remove_entry(key)?;
        Some((Place::new(self.file, name.span()), value))
    }

    fn refuse(&mut self, key: &str, place: Place, refusal: Refusal) {
        self.refused = true;
        let message = format!("`{}{key}` must be {}", self.path, refusal.expected);
        let mut diagnostic = Diagnostic::error(place, message).label(refusal.found);
        diagnostic.hint = refusal.hint;
        self.diagnostics.push(diagnostic);
    }

    fn report_unknown(&mut self) {
        for (name, _) in std::mem::take(&mut self.left) {
            let place = Place::new(self.file, name.span());
            let name = name.get_ref();
            let message = format!("unknown key `{}{}`", self.path, quoted(name));
            let hint = match suggest::nearest(name, self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!(
                    "expected {}",
                    suggest::alternatives(self.asked.iter().copied())
                ),
            };
            self.diagnostics
                .push(Diagnostic::error(place, message).hint(hint));
        }
    }
}

/// A key as TOML spells it: quoted where it must be.
fn quoted(key: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if !key.is_empty() && key.chars().all(bare) {
        key.to_owned()
    } else {
        format!("{key:?}")
    }
}
