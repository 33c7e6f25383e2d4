//! A table of `spec.toml` while it is read.
//!
//! Each key is asked for by name; what nobody asked for is unknown. The keys
//! that were asked for are the known ones, so no list of them is kept.

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::setting::{Refusal, Setting, kind};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Located, Place};
use crate::suggest;

/// A table whose keys are known beforehand.
pub(super) struct Section<'a> {
    file: FileId,
    /// The keys that lead here, each followed by a dot.
    path: String,
    left: DeTable<'a>,
    asked: Vec<&'static str>,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Section<'a> {
    /// Reads a table with `read`, and reports the keys that it did not ask for.
    pub(super) fn read<'d: 'a, T>(
        file: FileId,
        path: String,
        table: DeTable<'d>,
        diagnostics: &'a mut Diagnostics,
        read: impl FnOnce(&mut Section<'a>) -> T,
    ) -> T {
        let mut section = Section {
            file,
            path,
            left: table,
            asked: Vec::new(),
            diagnostics,
        };
        let value = read(&mut section);
        section.report_unknown();
        value
    }

    /// The keys that `read` asks for.
    #[cfg(test)]
    pub(super) fn keys<T>(read: impl FnOnce(&mut Section<'_>) -> T) -> Vec<&'static str> {
        let mut files = crate::source::Files::default();
        let mut diagnostics = Diagnostics::default();
        let mut section = Section {
            file: files.add(crate::source::SourceFile::new("spec.toml", "")),
            path: String::new(),
            left: DeTable::new(),
            asked: Vec::new(),
            diagnostics: &mut diagnostics,
        };
        read(&mut section);
        section.asked
    }

    /// The setting of that key, if it is there and right.
    pub(super) fn setting<T: Setting>(&mut self, key: &'static str) -> Option<Located<T>> {
        self.checked(key, T::from_toml)
    }

    /// As [`Section::setting`], with a rule of its own for what is right.
    pub(super) fn checked<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&DeValue<'_>) -> Result<T, Refusal>,
    ) -> Option<Located<T>> {
        self.placed(key, |value, _| read(value))
    }

    /// As [`Section::checked`], for values that hold places.
    pub(super) fn placed<T>(
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

    /// The items of a list, each with its place.
    pub(super) fn list<T: Setting>(
        &mut self,
        key: &'static str,
    ) -> Option<Located<Vec<Located<T>>>> {
        let file = self.file;
        self.checked(key, |value| match value {
            DeValue::Array(items) => items
                .iter()
                .map(|item| {
                    let place = Place::new(file, item.span());
                    T::from_toml(item.get_ref()).map(|item| Located::new(item, place))
                })
                .collect(),
            other => Err(Refusal::type_of("a list", other)),
        })
    }

    /// The tables below that key by name: `[models.A]` and `[models.B]` for `models`.
    ///
    /// The place of each is its name.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Section<'_>) -> T,
    ) -> IndexMap<String, Located<T>> {
        let mut tables = IndexMap::new();
        for (name, value) in self.take_table(key).unwrap_or_default() {
            let place = Place::new(self.file, name.span());
            let name = name.into_inner().into_owned();
            let path = format!("{key}.{}", quoted(&name));
            let Some(table) = self.table(&path, value) else {
                continue;
            };
            let path = format!("{}{path}.", self.path);
            let value = Section::read(self.file, path, table, self.diagnostics, read);
            tables.insert(name, Located::new(value, place));
        }
        tables
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
        let message = format!("`{}{key}` must be {}", self.path, refusal.expected);
        let mut diagnostic = Diagnostic::error(place, message).label(refusal.found);
        diagnostic.hint = refusal.hint;
        self.diagnostics.push(diagnostic);
    }

    fn report_unknown(&mut self) {
        for (name, value) in std::mem::take(&mut self.left) {
            let place = Place::new(self.file, name.span());
            let name = name.get_ref();
            let message = format!("unknown key `{}{}`", self.path, quoted(name));
            let hint = match suggest::nearest(name, self.asked.iter().copied()) {
                Some(known) => format!("did you mean `{known}`?"),
                None => format!(
                    "here can be {}",
                    suggest::alternatives(self.asked.iter().copied())
                ),
            };
            let label = format!("{} that nothing reads", kind(value.get_ref()));
            self.diagnostics
                .push(Diagnostic::error(place, message).label(label).hint(hint));
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
