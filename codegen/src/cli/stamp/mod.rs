//! What a run found, kept for the next one: on the same bytes it says the same and does no work.
//!
//! A stamp is a small file outside of the specs and of the crate. It is believed only where the program,
//! the arguments, all that was read of the specs and every file of the crate are what they were; the
//! last two are read from the disk each time. What a stamp cannot say is found out again.

mod hash;
mod note;
mod place;
mod tool;

use std::path::{Path, PathBuf};

use hash::{Hash, Key};
use note::Note;

use crate::emit::CrateFiles;
use crate::input::Input;
use crate::output::{self, Notice};
use crate::parallel;

/// What a run is asked.
#[derive(Debug)]
pub struct Question<'a> {
    /// The folders, from the root and without links.
    pub specs: &'a Path,
    pub out: &'a Path,
    /// All that decides what a run prints, and what is not in the files.
    pub words: &'a [String],
}

/// What a run says when it ends well, but for how many files it wrote and how long it took.
#[derive(Debug)]
pub struct Answer {
    /// As they were printed.
    pub findings: String,
    pub summaries: Vec<String>,
    /// How many files the crate has.
    pub files: usize,
}

/// The stamp of a question.
#[derive(Debug)]
pub struct Stamp {
    file: PathBuf,
    key: Key,
    /// The digest of the program, the arguments and the specs.
    asked: String,
    known: Option<Note>,
}

impl Stamp {
    /// The stamp of a question about this input; `None` where nothing is to be kept.
    pub fn of(question: &Question<'_>, input: &Input) -> Option<Self> {
        let tool = tool::identity()?;
        let file = place::folder()?.join(place::name(question));
        let known = Note::read(&file);
        let key = known.as_ref().map_or_else(Key::random, |note| note.key);
        let mut hash = Hash::new(key);
        hash.part(&tool);
        hash.part(place::name(question).as_bytes());
        for path in [question.specs, question.out] {
            hash.part(path.as_os_str().as_encoded_bytes());
        }
        hash.list(question.words.iter().map(String::as_bytes));
        hash_input(&mut hash, input);
        Some(Self {
            file,
            key,
            asked: hash.end(),
            known,
        })
    }

    /// What the last run answered, if all is as it was.
    pub fn answer(&self, out: &Path, notice: &mut dyn FnMut(Notice)) -> Option<Answer> {
        let known = self.known.as_ref().filter(|it| it.asked == self.asked)?;
        let digest = |bytes: &[u8]| Hash::of(self.key, bytes);
        // What cannot be read is for the run itself to name.
        let found = output::whole(out, &known.files, notice, digest).ok()??;
        let answered = known.digest(known.files.iter().map(String::as_str).zip(&found));
        (answered == known.answered).then(|| Answer {
            findings: known.findings.clone(),
            summaries: known.summaries.clone(),
            files: known.files.len(),
        })
    }

    /// Keeps what a run answered that ended well, and left these files. That it cannot be kept is no
    /// fault of the run.
    pub fn keep(self, files: &CrateFiles, findings: String, summaries: Vec<String>) {
        let all: Vec<_> = files.iter().collect();
        let digests = parallel::map(&all, |(_, text)| Hash::of(self.key, text.as_bytes()));
        let mut note = Note {
            form: note::FORM,
            key: self.key,
            runs: self.known.map_or(0, |known| known.runs) + 1,
            asked: self.asked,
            answered: String::new(),
            files: files.keys().cloned().collect(),
            findings,
            summaries,
        };
        note.answered = note.digest(files.keys().map(String::as_str).zip(&digests));
        let _ = note.write(&self.file);
    }
}

/// All of an input: later stages read nothing else.
fn hash_input(hash: &mut Hash, input: &Input) {
    hash.part(input.files.root.as_bytes());
    hash.number(input.files.all().len());
    for file in input.files.all() {
        hash.part(file.path.as_bytes());
        hash.part(file.text.as_bytes());
    }
    // Which of the files are of which API and of which kind, and what is wrong with others.
    hash.part(format!("{:?}", (&input.config, &input.apis, &input.findings)).as_bytes());
}
