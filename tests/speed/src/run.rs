//! Programs that are run and measured in turn.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// A program with its arguments.
pub struct Subject {
    pub name: &'static str,
    command: Command,
    /// What it writes.
    out: Option<PathBuf>,
    /// Where that is moved before it runs, if it writes into an empty folder.
    old: Option<PathBuf>,
}

/// What a run takes.
#[derive(Debug, Clone, Copy)]
pub struct Figures {
    /// Seconds, of user and system.
    pub cpu: f64,
    /// Seconds.
    pub wall: f64,
    /// Bytes, if the program says it.
    pub peak: Option<u64>,
    /// Bytes written, if it writes.
    pub bytes: Option<u64>,
}

impl Subject {
    pub fn new(name: &'static str, command: Command) -> Self {
        Self {
            name,
            command,
            out: None,
            old: None,
        }
    }

    pub fn writing(mut self, out: &Path) -> Self {
        self.out = Some(out.to_owned());
        self
    }

    /// What was written before is set aside.
    pub fn into_empty(mut self, out: &Path, old: &Path) -> Self {
        self.old = Some(old.to_owned());
        self.writing(out)
    }

    fn run(&mut self) -> Figures {
        if let (Some(out), Some(old)) = (&self.out, &self.old) {
            set_aside(out, old);
        }
        let (cpu, start) = (children(), Instant::now());
        let done = self
            .command
            .stdin(Stdio::null())
            .output()
            .expect("the program runs");
        let (wall, cpu) = (start.elapsed().as_secs_f64(), children() - cpu);
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{}: {said}", self.name);
        let peak = said
            .lines()
            .find_map(|line| line.strip_prefix("peak memory"));
        let peak = peak.and_then(|it| it.trim().strip_suffix(" MB")?.parse::<f64>().ok());
        Figures {
            cpu,
            wall,
            peak: peak.map(|megabytes| (megabytes * 1e6) as u64),
            bytes: self.out.as_deref().map(size),
        }
    }
}

/// Moves a folder, if it is there, into `old`. Were it removed, the file system would look past all that it has just
/// freed for each new file: a fifth of all CPU, on ext4 without a journal.
pub fn set_aside(folder: &Path, old: &Path) {
    if folder.exists() {
        fs::create_dir_all(old).expect("a folder can be made");
        let count = fs::read_dir(old).expect("it is there").count();
        fs::rename(folder, old.join(count.to_string())).expect("a folder can be moved");
    }
}

/// Runs all in turn, so that what else the machine does falls on each, and gives their medians.
pub fn in_turn(subjects: &mut [Subject], runs: usize) -> Vec<Figures> {
    let mut all: Vec<Vec<Figures>> = subjects.iter().map(|_| Vec::new()).collect();
    for _ in 0..runs {
        for (subject, figures) in subjects.iter_mut().zip(&mut all) {
            figures.push(subject.run());
        }
    }
    all.iter().map(|runs| median(runs)).collect()
}

fn median(runs: &[Figures]) -> Figures {
    let middle = |of: fn(&Figures) -> f64| {
        let mut values: Vec<f64> = runs.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    Figures {
        cpu: middle(|run| run.cpu),
        wall: middle(|run| run.wall),
        peak: runs.iter().filter_map(|run| run.peak).max(),
        bytes: runs[0].bytes,
    }
}

/// The bytes of all files below a folder.
pub fn size(folder: &Path) -> u64 {
    let entries = walkdir::WalkDir::new(folder).into_iter().flatten();
    let sizes = entries.filter_map(|entry| entry.metadata().ok().filter(|it| it.is_file()));
    sizes.map(|it| it.len()).sum()
}

/// CPU seconds of all children that have ended, as Linux counts them: in hundredths.
fn children() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("measuring needs Linux");
    let fields = stat.rsplit(')').next().unwrap_or_default();
    let fields = fields.split_whitespace().skip(13).take(2);
    let ticks: u64 = fields.filter_map(|field| field.parse::<u64>().ok()).sum();
    ticks as f64 / 100.0
}
