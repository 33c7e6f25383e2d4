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

/// A count of things: `11,098 pages`.
pub fn plural(count: usize, thing: &str) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    let end = if count == 1 { "" } else { "s" };
    format!("{text} {thing}{end}")
}

impl Drop for Progress {
    fn drop(&mut self) {
        drop(self.end.take());
        if let Some(line) = self.line.take() {
            let _ = line.join();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::plural;

    #[test]
    fn large_counts_can_be_read() {
        let counts = [0, 1, 999, 1_000, 11_098, 1_000_000].map(|count| plural(count, "page"));
        let expected = [
            "0 pages",
            "1 page",
            "999 pages",
            "1,000 pages",
            "11,098 pages",
            "1,000,000 pages",
        ];
        assert_eq!(counts, expected);
    }
}
