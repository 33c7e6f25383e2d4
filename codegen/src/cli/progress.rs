//! A line on the terminal that says what a long run is doing.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::terminal::{form, print};
use crate::diagnostic::{Format, sanitize};

/// A run that is shorter shows nothing.
const PATIENCE: Duration = Duration::from_secs(1);

/// When the first of the long stages began.
static START: OnceLock<Instant> = OnceLock::new();

/// A stage that is going on. When it is dropped, its line is gone.
pub struct Progress {
    /// Closed when the stage ends.
    end: Option<Sender<()>>,
    line: Option<JoinHandle<()>>,
}

impl Progress {
    /// Shows what a stage does, on a terminal and once the run has taken a second. Nothing else may
    /// be printed before it ends.
    pub fn of(stage: String) -> Option<Self> {
        let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        let form = form();
        if form.is_quiet || form.format != Format::Text || is_dumb || !io::stderr().is_terminal() {
            return None;
        }
        let start = *START.get_or_init(Instant::now);
        let (end, ended) = mpsc::channel::<()>();
        let line = thread::spawn(move || {
            let mut wait = PATIENCE.saturating_sub(start.elapsed());
            let mut is_shown = false;
            while ended.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                let seconds = start.elapsed().as_secs();
                print(format_args!("\r\x1b[2K{} … {seconds} s", sanitize(&stage)));
                is_shown = true;
                wait = PATIENCE;
            }
            if is_shown {
                print("\r\x1b[2K");
            }
        });
        Some(Self {
            end: Some(end),
            line: Some(line),
        })
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(line) = self.line.take() {
            let _ = line.join();
        }
    }
}
