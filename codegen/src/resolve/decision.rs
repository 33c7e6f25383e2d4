//! Statements about one question, and the answer with its evidence.

use std::borrow::Cow;

use crate::model::{Evidence, Fact, Rule};
use crate::source::{Files, Place};

/// A question that is being decided: statements, each with the answer that it supports.
pub(crate) struct Decision<'f, C> {
    files: &'f Files,
    said: Vec<(Place, Cow<'f, str>, C)>,
}

impl<'f, C> Decision<'f, C> {
    pub fn new(files: &'f Files) -> Self {
        // Most often one thing is said; what is more would stay with the answer.
        let said = Vec::with_capacity(1);
        Self { files, said }
    }

    /// Adds a statement, with the text that `explain` prints; statements keep their order.
    pub fn say(&mut self, at: Place, words: impl Into<Cow<'f, str>>, claim: C) {
        self.said.push((at, words.into(), claim));
    }

    /// The answer; `follows` tells of each statement whether the answer is what it claims.
    pub fn answer<T>(self, value: T, rule: Rule, follows: impl Fn(&C) -> bool) -> Fact<T> {
        let files = self.files;
        let said = self.said.into_iter();
        let evidence = said.map(|(at, words, claim)| statement(files, at, &words, follows(&claim)));
        Fact {
            value,
            rule,
            evidence: evidence.collect(),
        }
    }
}

impl<C: PartialEq> Decision<'_, C> {
    /// The answer; it follows the statements that support it.
    pub fn settle(self, value: C, rule: Rule) -> Fact<C> {
        let fact = self.answer((), rule, |claim| *claim == value);
        fact.map(|()| value)
    }
}

/// A statement as evidence; runs of blanks in it are one.
pub(crate) fn statement(files: &Files, place: Place, says: &str, won: bool) -> Evidence {
    let mut words = String::with_capacity(says.len());
    // Nearly all that is said is a word, a name or a type.
    if says.bytes().all(|byte| byte.is_ascii_graphic()) {
        words.push_str(says);
    } else {
        for word in says.split_whitespace() {
            if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(word);
        }
    }
    Evidence {
        at: files.locate(place),
        says: words,
        won,
    }
}
