//! Rules, files and statements, each written once and meant by its number.

use serde_json::{Value, json};

use crate::map::IndexSet;
use crate::model::{Evidence, Fact};
use crate::source::Location;

/// Texts that many facts share.
#[derive(Default)]
pub(super) struct Texts {
    texts: IndexSet<String>,
}

impl Texts {
    pub(super) fn number(&mut self, text: &str) -> usize {
        match self.texts.get_index_of(text) {
            Some(at) => at,
            None => self.texts.insert_full(text.to_owned()).0,
        }
    }

    pub(super) fn all(self) -> Value {
        self.texts.into_iter().collect()
    }
}

/// The texts of all facts of an API.
#[derive(Default)]
pub(super) struct Facts {
    pub(super) files: Texts,
    pub(super) rules: Texts,
    pub(super) says: Texts,
}

impl Facts {
    /// `[rule, file, line, column, words, followed, file, …]`.
    pub(super) fn fact<T>(&mut self, fact: &Fact<T>) -> Value {
        let rule = self.rules.number(&fact.rule.to_string());
        let mut numbers = vec![rule];
        for said in &fact.evidence {
            numbers.extend(self.statement(said));
        }
        json!(numbers)
    }

    fn statement(&mut self, Evidence { at, says, won }: &Evidence) -> [usize; 5] {
        let file = self.files.number(&at.file);
        [
            file,
            at.line,
            at.column,
            self.says.number(says),
            usize::from(*won),
        ]
    }

    /// `[file, line]`.
    pub(super) fn place(&mut self, at: &Location) -> Value {
        json!([self.files.number(&at.file), at.line])
    }
}
