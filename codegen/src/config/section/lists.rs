//! Lists, and what may be written as one.

use toml::Spanned;
use toml::de::DeValue;

use super::Section;
use crate::config::value::Refusal;
use crate::source::{Located, Place};

impl<'a> Section<'a> {
    /// The items of a list, each with its place; those that are wrong are reported and left out.
    pub(in crate::config) fn list<T>(
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
    pub(in crate::config) fn list_or_one<T>(
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
    pub(in crate::config) fn list_or_table<T, C: From<Vec<Located<T>>>>(
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

    /// The tables of a list: `[[inherit]]`.
    pub(in crate::config) fn each<T>(
        &mut self,
        key: &'static str,
        read: fn(&mut Section<'_>) -> T,
    ) -> Vec<T> {
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
}
