//! Reads `specs/`. No other module reads input from the disk.

mod depth;
mod files;
mod findings;
mod text;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use crate::clean::is_harmful;
use crate::diagnostic::Diagnostic;
use crate::page;
use crate::parallel;
use crate::source::{FileId, Files, SourceFile};
use files::{Found, Kind, Read};
pub(crate) use text::Flaw;
use text::decode;

/// The contents of a specs folder.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// All files.
    pub files: Files,
    /// The `spec.toml` beside the folders, which is about the crate.
    pub config: Option<FileId>,
    /// Its folders, in the order of their names.
    pub apis: Vec<ApiInput>,
    /// What could not be read, or not as it is. The rest was.
    pub findings: Vec<Diagnostic>,
}

/// The contents of `specs/<api>/`.
#[derive(Debug, Clone)]
pub struct ApiInput {
    /// The folder's name.
    pub name: String,
    /// Its pages: path below the folder, and file; in the order of paths.
    pub pages: Vec<(String, FileId)>,
    /// Its samples: path below the folder, and file; in the order of paths.
    pub samples: Vec<(String, FileId)>,
    /// Its files of keys, one beside the models of an SDK: path below the folder, and file; in the
    /// order of paths.
    pub keys: Vec<(String, FileId)>,
    /// Its `spec.toml`.
    pub config: Option<FileId>,
}

/// Reads every `.md`, `.mdx` and `keys.tsv` below each folder of `specs`, its `spec.toml`, and every
/// `.json` below its `samples/`.
///
/// Symbolic links are followed. What cannot be read is in the findings.
///
/// # Errors
///
/// When the folder itself cannot be read.
pub fn read(specs: &Path) -> io::Result<Input> {
    let mut input = Input::default();
    input.files.root = format!("{}/", slashed(specs));
    let mut pages_beside = Vec::new();
    let entries: Vec<_> = walk(specs, 1).collect();
    let is_folder = |entry: &&walkdir::DirEntry| entry.file_type().is_dir();
    let folders: Vec<_> = entries.iter().flatten().filter(is_folder).collect();
    let root = input.files.root.clone();
    let mut read = parallel::map(&folders, |folder| files::read(folder, specs, &root)).into_iter();
    for entry in entries {
        match entry {
            Ok(folder) if folder.file_type().is_dir() => {
                let name = folder.file_name().to_string_lossy().into_owned();
                input.add_api(name, read.next().unwrap_or_default());
            }
            Ok(file) if file.file_name() == "spec.toml" => {
                let read = files::load("spec.toml", &file, &root);
                input.config = input.add(read);
            }
            Ok(file) if is_page(&below(specs, &file)) => pages_beside.push(below(specs, &file)),
            Ok(_) => {}
            Err(error) if error.depth() == 0 => return Err(error.into()),
            Err(error) => {
                let finding = files::entry_finding(&error, specs, &root);
                input.findings.push(finding);
            }
        }
    }
    pages_beside.retain(|name| !depth::is_about_the_folder(name));
    depth::report(&mut input, &pages_beside);
    Ok(input)
}

impl Input {
    /// Adds what was read of an API's folder.
    fn add_api(&mut self, name: String, read: Vec<(Option<Found>, Read)>) {
        let mut api = ApiInput {
            name,
            pages: Vec::new(),
            samples: Vec::new(),
            keys: Vec::new(),
            config: None,
        };
        let mut without_case: BTreeMap<String, FileId> = BTreeMap::new();
        for (found, read) in read {
            let (Some(id), Some(Found { kind, path, .. })) = (self.add(read), found) else {
                continue;
            };
            if let Some(twin) = without_case.insert(path.to_lowercase(), id) {
                self.findings.push(findings::differ_in_case(twin, id));
            }
            match kind {
                Kind::Page => api.pages.push((path, id)),
                Kind::Sample => api.samples.push((path, id)),
                Kind::Keys => api.keys.push((path, id)),
                Kind::Config => api.config = Some(id),
            }
        }
        self.apis.push(api);
    }

    /// Adds a file that was read, or what is wrong with it.
    fn add(&mut self, read: Read) -> Option<FileId> {
        match read {
            Ok((file, flaw)) => {
                let id = self.files.add(file);
                self.findings
                    .extend(flaw.map(|flaw| findings::flawed(id, flaw)));
                // What is too large is not read any further.
                (!matches!(flaw, Some(Flaw::TooMuch(_)))).then_some(id)
            }
            Err(finding) => {
                self.findings.push(finding);
                None
            }
        }
    }
}

/// What lies below a folder, and what was passed over.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folder {
    /// The paths of its files below it, `/` between the parts, in their order.
    pub files: Vec<String>,
    /// The symbolic links in it, which are not followed: they may lead anywhere.
    pub links: Vec<String>,
    /// Files whose names not every system can hold, and what is no file: a pipe, a device.
    pub odd: Vec<String>,
}

/// Lists a folder. Hidden files and folders are left out.
pub(crate) fn list(folder: &Path) -> io::Result<Folder> {
    let mut found = Folder::default();
    for entry in entries(folder, usize::MAX, false) {
        let entry = entry?;
        let path = below(folder, &entry);
        let is_file = entry.file_type().is_file();
        if entry.path_is_symlink() {
            found.links.push(path);
        } else if entry.file_type().is_dir() {
            continue;
        } else if is_odd(&entry, &path) || !is_file {
            found.odd.push(path);
        } else {
            found.files.push(path);
        }
    }
    Ok(found)
}

/// Whether a name is not Unicode, or has a character that not every system takes.
fn is_odd(entry: &walkdir::DirEntry, path: &str) -> bool {
    let refused = |c: char| is_harmful(c) || "\\:*?\"<>|".contains(c);
    entry.path().to_str().is_none() || path.contains(refused)
}

/// Whether a file is a page, by its name.
pub(crate) fn is_page(path: &str) -> bool {
    matches!(extension(path), "md" | "mdx")
}

/// The bytes of a file of a folder, by its path below it; `None` if there are more than `limit`.
pub(crate) fn read_bytes(folder: &Path, path: &str, limit: u64) -> io::Result<Option<Vec<u8>>> {
    let path = folder.join(path);
    let mut bytes = Vec::new();
    File::open(&path)
        .and_then(|file| file.take(limit + 1).read_to_end(&mut bytes))
        .map_err(|error| named(&path, &error))?;
    Ok((bytes.len() as u64 <= limit).then_some(bytes))
}

/// Reads a page of a folder, by its path below it, or says why it is none.
pub(crate) fn read_page(folder: &Path, path: &str) -> io::Result<Result<SourceFile, Flaw>> {
    let place = folder.join(path);
    let bytes = std::fs::read(&place).map_err(|error| named(&place, &error))?;
    let (text, flaw) = decode(bytes);
    let flaw = flaw.or_else(|| page::too_much(&text).map(|line| Flaw::TooMuch(line.start)));
    Ok(flaw.map_or_else(|| Ok(SourceFile::new(path, text)), Err))
}

fn below(folder: &Path, entry: &walkdir::DirEntry) -> String {
    slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()))
}

fn walk(folder: &Path, depth: usize) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> {
    entries(folder, depth, true)
}

fn entries(
    folder: &Path,
    depth: usize,
    follow: bool,
) -> impl Iterator<Item = walkdir::Result<walkdir::DirEntry>> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .max_depth(depth)
        .follow_links(follow)
        // By name, as all that are compared lie in one folder.
        .sort_by(|one, other| one.path().as_os_str().cmp(other.path().as_os_str()))
        .into_iter()
        .filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(
        error.kind(),
        format!("cannot read {}: {error}", path.display()),
    )
}

fn extension(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, extension)| extension)
}

/// A path as a run names it.
fn shown(path: &Path, specs: &Path, root: &str) -> String {
    format!(
        "{root}{}",
        slashed(path.strip_prefix(specs).unwrap_or(path))
    )
}

/// A path with `/` between its parts, on every system.
fn slashed(path: &Path) -> String {
    let mut slashed = String::with_capacity(path.as_os_str().len());
    for part in path.components() {
        if !slashed.is_empty() && !slashed.ends_with('/') {
            slashed.push('/');
        }
        slashed.push_str(&part.as_os_str().to_string_lossy());
    }
    slashed
}
