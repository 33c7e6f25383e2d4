//! What cannot be done without: pages are read and parsed, code is printed and written.

use std::fs;
use std::path::Path;

use pulldown_cmark::{Options, Parser};
use walkdir::WalkDir;

/// The argument that asks for it.
pub const NAME: &str = "floor";

/// Reads the pages of `specs`, with one pass of the parser of markdown; parses and prints the Rust of
/// our crate in `from`, copies what else it holds, and writes all to `to`.
pub fn run(specs: &Path, from: &Path, to: &Path) {
    let mut events = 0;
    for page in super::input::pages(specs) {
        let text = fs::read_to_string(page).expect("a page is text");
        events += Parser::new_ext(&text, Options::ENABLE_TABLES).count();
    }
    for entry in WalkDir::new(from).into_iter().flatten() {
        if !entry.file_type().is_file() {
            continue;
        }
        let path = entry.path();
        let below = path.strip_prefix(from).expect("it lies below");
        let mut text = fs::read_to_string(path).expect("our files are text");
        if path.extension().is_some_and(|it| it == "rs") {
            text = prettyplease::unparse(&syn::parse_file(&text).expect("our Rust is Rust"));
        }
        let target = to.join(below);
        fs::create_dir_all(target.parent().expect("it has a folder")).expect("it can be made");
        fs::write(target, text).expect("it can be written");
    }
    println!("{events} events of markdown");
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let peak = peak.and_then(|it| it.trim().strip_suffix(" kB")?.parse::<f64>().ok());
    if let Some(kibibytes) = peak {
        eprintln!("peak memory {:.1} MB", kibibytes * 1024.0 / 1e6);
    }
}
