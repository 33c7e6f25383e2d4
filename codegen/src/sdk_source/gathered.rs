//! Gathers the facts of source files, and what is wrong with them.

use std::collections::BTreeSet;

use super::warning::{Warning, place};
use crate::claim::Const;
use crate::keys::{Fact, Says};

/// The facts of the files read so far.
#[derive(Default)]
pub(crate) struct Gathered {
    path: String,
    folder: String,
    facts: Vec<Fact>,
    warnings: Vec<Warning>,
    /// The first fact of the file that a file of keys cannot hold: its line, why, and how many more.
    unfit: Option<(usize, &'static str, usize)>,
}

impl Gathered {
    /// The facts to come are of this file, whose types are in this folder below `models`.
    pub fn start(&mut self, path: &str, folder: &str) {
        path.clone_into(&mut self.path);
        folder.clone_into(&mut self.folder);
    }

    /// A type of the file as facts name it: `components/Order`.
    pub fn model(&self, name: &str) -> String {
        if self.folder.is_empty() {
            name.to_owned()
        } else {
            format!("{}/{name}", self.folder)
        }
    }

    /// A line of the file as facts name it.
    pub fn at(&self, line: usize) -> String {
        format!("{}:{line}", self.path)
    }

    /// A field of a type of the file has this key.
    pub fn field(
        &mut self,
        model: &str,
        member: &str,
        key: impl Into<String>,
        constant: Option<Const>,
        line: usize,
    ) {
        self.fact(Fact {
            model: self.model(model),
            member: member.to_owned(),
            says: Says::Field { constant },
            key: key.into(),
            at: self.at(line),
        });
    }

    /// A field of a type of the file stands under no key: the body of a request, a map of other keys.
    pub fn keyless(&mut self, model: &str, member: &str, line: usize) {
        self.fact(Fact {
            model: self.model(model),
            member: member.to_owned(),
            says: Says::Keyless,
            key: String::new(),
            at: self.at(line),
        });
    }

    /// A union of the file means this member by that value of a key.
    pub fn variant(&mut self, union: &str, member: &str, key: &str, value: Const, line: usize) {
        self.fact(Fact {
            model: self.model(union),
            member: member.to_owned(),
            says: Says::Variant { value },
            key: key.to_owned(),
            at: self.at(line),
        });
    }

    /// Adds a fact; its place need not be in the file.
    pub fn fact(&mut self, fact: Fact) {
        match fact.unfit() {
            None => self.facts.push(fact),
            Some(why) => {
                let line = place(&fact.at).1;
                self.unfit.get_or_insert((line, why, 0)).2 += 1;
            }
        }
    }

    /// Something is wrong with the file; line 0 means all of it.
    pub fn warn(&mut self, line: usize, message: &str) {
        self.warnings.push(Warning {
            path: self.path.clone(),
            line,
            message: message.to_owned(),
        });
    }

    /// The file has been read.
    pub fn end(&mut self) {
        if let Some((line, why, count)) = self.unfit.take() {
            let what = match count {
                1 => "a key or name is not taken".to_owned(),
                count => format!("{count} keys or names are not taken, this is the first"),
            };
            self.warn(line, &format!("{what}: {why}"));
        }
    }

    /// All facts and warnings. What stands under a key somewhere is not without one.
    pub fn finish(mut self) -> (Vec<Fact>, Vec<Warning>) {
        self.end();
        let keyed = self
            .facts
            .iter()
            .filter(|it| matches!(it.says, Says::Field { .. }));
        let keyed = keyed.map(|it| (it.model.clone(), it.member.clone()));
        let keyed: BTreeSet<(String, String)> = keyed.collect();
        self.facts.retain(|it| {
            it.says != Says::Keyless || !keyed.contains(&(it.model.clone(), it.member.clone()))
        });
        (self.facts, self.warnings)
    }
}
