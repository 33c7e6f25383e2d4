//! Changes of a list: `["a"]` adds, `{ only = ["a"] }` replaces, `{ remove = ["a"] }` takes away.

use toml::de::DeValue;

use super::super::section::Section;
use super::super::value::{Refusal, Setting};
use super::pattern::{Pattern, Patterns};
use super::words::Words;
use crate::source::{Located, Place};

/// A list that settings add to.
pub(super) trait Listed: Sized {
    /// What it consists of.
    type Item;

    /// Reads an item.
    fn item(value: &DeValue<'_>) -> Result<Self::Item, Refusal>;

    /// As [`Listed::item`], of a text that a test has read.
    fn trusted(value: &DeValue<'_>) -> Result<Self::Item, Refusal> {
        Self::item(value)
    }

    /// Adds items, before those that it has: what is added wins.
    fn add(&mut self, items: Vec<Self::Item>);

    /// Takes an item away; whether it was there.
    fn remove(&mut self, item: &Self::Item) -> bool;

    /// Takes all away.
    fn clear(&mut self);
}

impl<T: Setting + PartialEq> Listed for Vec<T> {
    type Item = T;

    fn item(value: &DeValue<'_>) -> Result<T, Refusal> {
        T::from_toml(value)
    }

    fn add(&mut self, items: Vec<T>) {
        self.splice(0..0, items);
    }

    fn remove(&mut self, item: &T) -> bool {
        let before = self.len();
        self.retain(|known| known != item);
        self.len() < before
    }

    fn clear(&mut self) {
        self.clear();
    }
}

impl Listed for Words {
    type Item = String;

    fn item(value: &DeValue<'_>) -> Result<String, Refusal> {
        String::from_toml(value)
    }

    fn add(&mut self, items: Vec<String>) {
        for word in items {
            self.add(&word);
        }
    }

    fn remove(&mut self, item: &String) -> bool {
        self.remove(item)
    }

    fn clear(&mut self) {
        *self = Self::default();
    }
}

impl Listed for Patterns {
    type Item = Pattern;

    fn item(value: &DeValue<'_>) -> Result<Pattern, Refusal> {
        Pattern::from_toml(value)
    }

    fn trusted(value: &DeValue<'_>) -> Result<Pattern, Refusal> {
        String::from_toml(value).map(|written| Pattern::lazy(&written))
    }

    fn add(&mut self, items: Vec<Pattern>) {
        self.0.splice(0..0, items);
    }

    fn remove(&mut self, item: &Pattern) -> bool {
        let before = self.0.len();
        self.0.retain(|known| known != item);
        self.0.len() < before
    }

    fn clear(&mut self) {
        self.0.clear();
    }
}

/// Changes a list as the setting of that key says, and returns where what it adds stands.
pub(super) fn list<L: Listed>(
    table: &mut Section<'_>,
    key: &'static str,
    list: &mut L,
) -> Vec<Place> {
    checked(table, key, list, L::item)
}

/// As [`list`], with a rule of its own for what is right.
pub(super) fn checked<L: Listed>(
    table: &mut Section<'_>,
    key: &'static str,
    list: &mut L,
    item: fn(&DeValue<'_>) -> Result<L::Item, Refusal>,
) -> Vec<Place> {
    let item = if table.is_trusted() { L::trusted } else { item };
    let changes = table.list_or_table(key, item, |table| Changes {
        only: table.list("only", item).map(|items| items.value),
        add: table.list("add", item).map_or_else(Vec::new, |it| it.value),
        remove: table
            .list("remove", item)
            .map_or_else(Vec::new, |it| it.value),
    });
    let Some(changes) = changes else {
        return Vec::new();
    };
    let only = changes.only.iter().flatten();
    let added = changes.add.iter().chain(only);
    let added = added.map(|item| item.place).collect();
    if let Some(only) = changes.only {
        list.clear();
        list.add(values(only));
    }
    for item in changes.remove {
        if !list.remove(&item.value) {
            let message = format!("`{}{key}` does not have this", table.path());
            table.report(item.place, &message, "nothing to remove");
        }
    }
    list.add(values(changes.add));
    added
}

fn values<T>(items: Vec<Located<T>>) -> Vec<T> {
    items.into_iter().map(|item| item.value).collect()
}

/// What is to become of a list.
pub(in crate::config) struct Changes<T> {
    only: Option<Vec<Located<T>>>,
    add: Vec<Located<T>>,
    remove: Vec<Located<T>>,
}

impl<T> From<Vec<Located<T>>> for Changes<T> {
    fn from(add: Vec<Located<T>>) -> Self {
        Self {
            only: None,
            add,
            remove: Vec::new(),
        }
    }
}
