//! How fast the generator is, beside the floor and a peer.
//!
//! ```text
//! cargo run --release --manifest-path tests/speed/Cargo.toml [PAGES …]
//! ```
//!
//! Without arguments inputs of 400, 1,500 and 11,000 pages are measured. Each is made of the SDK
//! docs of the corpus, if it lies beside the repository, else of `specs/`, repeated under other
//! names. On each, in turn and five times: our `codegen` into an empty folder, again where nothing
//! has changed, `codegen --check`, all the work once more, `explain` of one field; the *floor*,
//! which reads the same pages with one pass of pulldown-cmark, parses our Rust with syn, prints it
//! with prettyplease and writes it; and `oas3-gen`, where it is installed, on an OpenAPI document
//! made of our schemas. Printed are medians: CPU and wall seconds, peak memory, and bytes written.

mod floor;
mod input;
mod peer;
mod run;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use run::{Figures, Subject};

/// How many pages an input has where nothing is named.
const SIZES: &[usize] = &[400, 1_500, 11_000];

/// How often each program runs.
const RUNS: usize = 5;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [name, specs, from, to] = arguments.as_slice()
        && name == floor::NAME
    {
        return floor::run(Path::new(specs), Path::new(from), Path::new(to));
    }
    let sizes: Vec<usize> = match arguments.as_slice() {
        [] => SIZES.to_vec(),
        named => named
            .iter()
            .map(|size| size.parse().expect("a number of pages"))
            .collect(),
    };
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let program = build(&repository);
    let old = repository.join("target/speed/old");
    for size in sizes {
        measure(&repository, &program, &old, size);
    }
    let _ = fs::remove_dir_all(&old);
}

/// Builds the program that is measured.
fn build(repository: &Path) -> PathBuf {
    let status = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--release", "--package", "xtask"])
        .args(["--features", "mimalloc"])
        .current_dir(repository)
        .status()
        .expect("cargo runs");
    assert!(status.success(), "xtask is built");
    let target =
        std::env::var_os("CARGO_TARGET_DIR").map_or(repository.join("target"), PathBuf::from);
    target.join("release/xtask")
}

fn measure(repository: &Path, program: &Path, old: &Path, size: usize) {
    let work = repository.join("target/speed").join(size.to_string());
    let specs = work.join("specs");
    let pages = input::make(repository, &specs, old, size);
    println!("\n== {pages} pages");
    let out = work.join("out");
    let ours = |arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).arg("--specs").arg(&specs);
        command.env("FIELDTABLE_CACHE", work.join("cache"));
        command
    };
    let codegen = |more: &[&str]| {
        let mut command = ours(&[&["codegen"], more].concat());
        command.arg("--out").arg(&out);
        command
    };
    let floor = || {
        let mut command = Command::new(std::env::current_exe().expect("this program has a path"));
        command
            .arg(floor::NAME)
            .arg(&specs)
            .arg(&out)
            .arg(work.join("floor"));
        command
    };
    let (api, field) = input::a_field(program, &specs);
    let mut subjects = vec![
        Subject::new("codegen", codegen(&["--timings"])).into_empty(&out, old),
        Subject::new("codegen, nothing changed", codegen(&[])),
        Subject::new("codegen --check", codegen(&["--check"])),
        // What is measured is done.
        Subject::new("codegen, all done again", codegen(&["--timings"])),
        Subject::new("explain", ours(&["explain", &field, "--api", &api])),
        Subject::new("floor", floor()).into_empty(&work.join("floor"), old),
    ];
    subjects.extend(peer::subject(program, &specs, &work));
    let measured = run::in_turn(&mut subjects, RUNS);
    let whole = measured[0].cpu;
    println!(
        "{:<26}{:>8}{:>8}{:>10}{:>10}{:>12}",
        "", "CPU s", "wall s", "peak MB", "MB", "codegen/it"
    );
    for (
        subject,
        Figures {
            cpu,
            wall,
            peak,
            bytes,
        },
    ) in subjects.iter().zip(&measured)
    {
        let megabytes = |bytes: Option<u64>| {
            bytes.map_or("-".to_owned(), |bytes| format!("{:.1}", bytes as f64 / 1e6))
        };
        println!(
            "{:<26}{cpu:>8.2}{wall:>8.2}{:>10}{:>10}{:>12.2}",
            subject.name,
            megabytes(*peak),
            megabytes(*bytes),
            whole / cpu.max(0.01)
        );
    }
}
