//! Why a command ends early, and with which exit status.

use std::io;
use std::process::ExitCode;

use crate::cli::terminal;
use crate::diagnostic::Failed;

/// Why a command ends early.
#[derive(Debug)]
pub enum Stop {
    /// The specs have errors, or the crate is out of date; stderr says so already.
    Reported,
    /// The command line asks for what does not exist.
    Usage(String),
    /// A file could not be read or written, or output not printed.
    Io(io::Error),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Failed> for Stop {
    fn from(_: Failed) -> Self {
        Self::Reported
    }
}

impl Stop {
    /// Prints what has not been printed yet, and returns the exit status.
    pub fn report(self) -> ExitCode {
        match self {
            Self::Reported => ExitCode::from(1),
            Self::Usage(message) => {
                terminal::error(&message);
                ExitCode::from(2)
            }
            // Whoever closes the pipe has seen enough.
            Self::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
            Self::Io(error) => {
                terminal::error(&error.to_string());
                ExitCode::from(1)
            }
        }
    }
}
