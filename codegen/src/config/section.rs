//! Reading a table of `spec.toml`.
//!
//! Each known key is read by name; all other keys are reported as unknown. There is no separate
//! list of known keys.

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::value::{Refusal, Setting};
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
    /// The name of the table, for what is wrong with it as a whole.
    place: Option<Place>,
    refused: bool,
    /// Whether a test has read it before, so that costly checks can be left out.
    trusted: bool,
    diagnostics: &'a mut Diagnostics,
}

impl<'a> Section<'a> {
    /// Reads a table with `read`, and reports the keys that it did not ask for.
    pub(super) fn read<'d: 'a, T>(
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
    pub(super) fn read_trusted<'d: 'a, T>(
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
    pub(super) fn keys<T>(read: impl FnOnce(&mut Section<'_>) -> T) -> Vec<&'static str> {
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

    /// The items of a list, each with its place; those that are wrong are reported and left out.
    pub(super) fn list<T>(
        &mut self,
        key: &'static str,
        read: fn(&DeValue<'_>) -> Result<T, Refusal>,
    ) -> Option<Located<Vec<Located<T>>>> {
        let (_, value) = self.take(key)?;
        let whole = Place::new(self.file, value.span());
        let DeValue::Array(items) = value.get_ref() else {
            self.refuse(key, whole, Refusal::type_of("an array", value.get_ref()));
            return None;
        };
        let mut read_items = Vec::new();
        for (nth, item) in items.iter().enumerate() {
            let place = Place::new(self.file, item.span());
            match read(item.get_ref()) {
                Ok(item) => read_items.push(Located::new(item, place)),
                Err(refusal) => self.refuse(&format!("{key}[{nth}]"), place, refusal),
            }
        }
        Some(Located::new(read_items, whole))
    }

    /// As [`Section::list`]; what is no list is the only item.
    pub(super) fn list_or_one<T>(
        &mut self,
        key: &'static str,
        read: fn(&DeValue<'_>) -> Result<T, Refusal>,
    ) -> Option<Located<Vec<Located<T>>>> {
        if matches!(
            self.left.get(key).map(Spanned::get_ref),
            Some(DeValue::Array(_)) | None
        ) {
            return self.list(key, read);
        }
        let item = self.checked(key, read)?;
        let place = item.place;
        Some(Located::new(vec![item], place))
    }

    /// As [`Section::list_or_one`], or a table that `long` reads.
    pub(super) fn list_or_table<T, C: From<Vec<Located<T>>>>(
        &mut self,
        key: &'static str,
        read: fn(&DeValue<'_>) -> Result<T, Refusal>,
        long: impl FnOnce(&mut Section<'_>) -> C,
    ) -> Option<C> {
        if matches!(
            self.left.get(key).map(Spanned::get_ref),
            Some(DeValue::Table(_))
        ) {
            let mut changes = None;
            self.within(key, |table| changes = Some(long(table)));
            return changes;
        }
        Some(C::from(self.list_or_one(key, read)?.value))
    }

    /// The table of that key, if it is there.
    pub(super) fn within(&mut self, key: &'static str, read: impl FnOnce(&mut Section<'_>)) {
        let Some((name, value)) = self.take(key) else {
            return;
        };
        let Some(table) = self.table(key, value) else {
            return;
        };
        let path = format!("{}{key}.", self.path);
        let mut section = Section::new(self.file, path, Some(name), table, self.diagnostics);
        section.trusted = self.trusted;
        section.finish(|table| read(table));
    }

    /// The tables of a list: `[[inherit]]`.
    pub(super) fn each<T>(&mut self, key: &'static str, read: fn(&mut Section<'_>) -> T) -> Vec<T> {
        let Some((_, value)) = self.take(key) else {
            return Vec::new();
        };
        let whole = Place::new(self.file, value.span());
        let items = match value.into_inner() {
            DeValue::Array(items) => items,
            other => {
                self.refuse(key, whole, Refusal::type_of("a list of tables", &other));
                return Vec::new();
            }
        };
        let mut tables = Vec::new();
        for (nth, item) in items.into_iter().enumerate() {
            let place = Place::new(self.file, item.span());
            let key = format!("{key}[{nth}]");
            if let Some(table) = self.table(&key, item) {
                let path = format!("{}{key}.", self.path);
                let table =
                    Section::read(self.file, path, Some(place), table, self.diagnostics, read);
                tables.push(table);
            }
        }
        tables
    }

    /// All values that were not asked for yet, by name.
    pub(super) fn rest<T>(
        &mut self,
        read: impl Fn(&str, &DeValue<'_>) -> Result<T, Refusal>,
    ) -> Vec<(String, T)> {
        let mut values = Vec::new();
        for (written, value) in std::mem::take(&mut self.left) {
            let name = written.into_inner().into_owned();
            match read(&name, value.get_ref()) {
                Ok(value) => values.push((name, value)),
                Err(refusal) => {
                    let place = Place::new(self.file, value.span());
                    self.refuse(&quoted(&name), place, refusal);
                }
            }
        }
        values
    }

    /// The keys that lead here, each followed by a dot.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    /// Reports something wrong at a place of the table.
    pub(super) fn report(&mut self, place: Place, message: &str, label: &str) {
        self.refused = true;
        let error = Diagnostic::error(place, message).label(label);
        self.diagnostics.push(error);
    }

    /// The tables below that key by name: `[models.A]` and `[models.B]` for `models`.
    ///
    /// The place of each is its name.
    pub(super) fn tables<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Section<'_>) -> T,
    ) -> IndexMap<String, Located<T>> {
        let name = |name: &str| Ok(name.to_owned());
        self.entries(
            key,
            name,
            |value, _| Err(Refusal::type_of("a table", value)),
            read,
        )
    }

    /// As [`Section::tables`], with a rule for the names, and with values that say in short what a
    /// table could say: `uuid = "1"`.
    pub(super) fn entries<T>(
        &mut self,
        key: &'static str,
        name: fn(&str) -> Result<String, Refusal>,
        short: fn(&DeValue<'_>, Place) -> Result<T, Refusal>,
        long: fn(&mut Section<'_>) -> T,
    ) -> IndexMap<String, Located<T>> {
        let mut entries = IndexMap::new();
        for (written, value) in self.take_table(key).unwrap_or_default() {
            let place = Place::new(self.file, written.span());
            let path = format!("{key}.{}", quoted(written.get_ref()));
            let name = match name(written.get_ref()) {
                Ok(name) => name,
                Err(refusal) => {
                    self.refuse(&path, place, refusal);
                    continue;
                }
            };
            let at = Place::new(self.file, value.span());
            let value = match value.into_inner() {
                DeValue::Table(table) => {
                    let path = format!("{}{path}.", self.path);
                    Section::read(self.file, path, Some(place), table, self.diagnostics, long)
                }
                other => match short(&other, at) {
                    Ok(value) => value,
                    Err(refusal) => {
                        self.refuse(&path, at, refusal);
                        continue;
                    }
                },
            };
            entries.insert(name, Located::new(value, place));
        }
        entries
    }

    /// The texts in a table, by name; the place of each is its own.
    pub(super) fn texts(&mut self, key: &'static str) -> IndexMap<String, Located<String>> {
        let mut texts = IndexMap::new();
        for (name, value) in self.take_table(key).unwrap_or_default() {
            let place = Place::new(self.file, value.span());
            let name = name.into_inner().into_owned();
            match String::from_toml(value.get_ref()) {
                Ok(text) => {
                    texts.insert(name, Located::new(text, place));
                }
                Err(refusal) => self.refuse(&format!("{key}.{}", quoted(&name)), place, refusal),
            }
        }
        texts
    }

    /// The values below that key by name: `[tags] a = 1` and `b = 2` for `tags`.
    pub(super) fn values<T>(
        &mut self,
        key: &'static str,
        read: fn(&DeValue<'_>) -> Result<T, Refusal>,
    ) -> IndexMap<String, Located<T>> {
        let mut values = IndexMap::new();
        for (written, value) in self.take_table(key).unwrap_or_default() {
            let name = written.get_ref().to_string();
            match read(value.get_ref()) {
                Ok(value) => {
                    let place = Place::new(self.file, written.span());
                    values.insert(name, Located::new(value, place));
                }
                Err(refusal) => {
                    let place = Place::new(self.file, value.span());
                    self.refuse(&format!("{key}.{}", quoted(&name)), place, refusal);
                }
            }
        }
        values
    }

    /// Whether costly checks can be left out.
    pub(super) fn is_trusted(&self) -> bool {
        self.trusted
    }

    /// Whether a value was refused, so that what is missing may only be wrong.
    pub(super) fn is_refused(&self) -> bool {
        self.refused
    }

    /// Reports that the table lacks something.
    pub(super) fn lacks(&mut self, what: &str) {
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
