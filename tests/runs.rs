//! Whole runs of the command line, and the crate of this repository: all that needs no cargo beside it.

mod atlas;
mod changes;
mod command_line;
mod delta;
mod determinism;
mod diagnostics;
mod drift;
mod evidence;
mod faults;
mod hathora;
mod import;
mod input_files;
mod list;
mod pages;
mod program;
mod references;
mod security;
mod settings;
mod stamps;
mod terminal;
