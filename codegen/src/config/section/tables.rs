//! Tables in a table, and values by names that are not known beforehand.

use toml::de::DeValue;

use super::{Section, quoted};
use crate::config::value::{Refusal, Setting};
use crate::map::IndexMap;
use crate::source::{Located, Place};

impl<'a> Section<'a> {
    /// The table of that key, if it is there.
    pub(in crate::config) fn within(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Section<'_>),
    ) {
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

    /// All values that were not asked for yet, by name.
    pub(in crate::config) fn rest<T>(
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

    /// The tables below that key by name: `[models.A]` and `[models.B]` for `models`.
    ///
    /// The place of each is its name.
    pub(in crate::config) fn tables<T>(
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
    pub(in crate::config) fn entries<T>(
        &mut self,
        key: &'static str,
        name: fn(&str) -> Result<String, Refusal>,
        short: fn(&DeValue<'_>, Place) -> Result<T, Refusal>,
        long: fn(&mut Section<'_>) -> T,
    ) -> IndexMap<String, Located<T>> {
        let mut entries = IndexMap::default();
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
    pub(in crate::config) fn texts(
        &mut self,
        key: &'static str,
    ) -> IndexMap<String, Located<String>> {
        let mut texts = IndexMap::default();
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
    pub(in crate::config) fn values<T>(
        &mut self,
        key: &'static str,
        read: fn(&DeValue<'_>) -> Result<T, Refusal>,
    ) -> IndexMap<String, Located<T>> {
        let mut values = IndexMap::default();
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
}
