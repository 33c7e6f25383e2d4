//! Reads `specs/`. No other module reads input from the disk.

mod depth;
mod findings;
mod text;

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::clean::is_harmful;
use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Files, SourceFile};
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
    for folder in walk(specs, 1) {
        match folder {
            Ok(folder) if folder.file_type().is_dir() => {
                let api = read_api(&folder, specs, &mut input);
                input.apis.push(api);
            }
            Ok(file) if file.file_name() == "spec.toml" => {
                input.config = input.add("spec.toml".to_owned(), &file);
            }
            Ok(file) if is_page(&below(specs, &file)) => pages_beside.push(below(specs, &file)),
            Err(error) if error.depth() == 0 => return Err(error.into()),
            folder => input.find(specs, folder),
        }
    }
    pages_beside.retain(|name| !depth::is_about_the_folder(name));
    depth::report(&mut input, &pages_beside);
    Ok(input)
}

fn read_api(folder: &walkdir::DirEntry, specs: &Path, input: &mut Input) -> ApiInput {
    let name = folder.file_name().to_string_lossy().into_owned();
    let mut api = ApiInput {
        name,
        pages: Vec::new(),
        samples: Vec::new(),
        keys: Vec::new(),
        config: None,
    };
    let mut without_case: BTreeMap<String, FileId> = BTreeMap::new();
    for entry in walk(folder.path(), usize::MAX) {
        let Ok(entry) = entry else {
            input.find(specs, entry);
            continue;
        };
        let path = below(folder.path(), &entry);
        let page = is_page(&path);
        let sample = extension(&path) == "json" && path.starts_with("samples/");
        let keys = path.rsplit('/').next() == Some("keys.tsv");
        if entry.file_type().is_dir() || !page && !sample && !keys && path != "spec.toml" {
            continue;
        }
        if entry
            .path()
            .strip_prefix(specs)
            .is_ok_and(|it| it.to_str().is_none())
        {
            let shown = format!("{}{}/{path}", input.files.root, api.name);
            input.findings.push(findings::no_name(&shown));
            continue;
        }
        let Some(id) = input.add(format!("{}/{path}", api.name), &entry) else {
            continue;
        };
        if let Some(twin) = without_case.insert(path.to_lowercase(), id) {
            input.findings.push(findings::differ_in_case(twin, id));
        }
        if page {
            api.pages.push((path, id));
        } else if sample {
            api.samples.push((path, id));
        } else if keys {
            api.keys.push((path, id));
        } else {
            api.config = Some(id);
        }
    }
    api
}

impl Input {
    /// Reads a file.
    fn add(&mut self, path: String, entry: &walkdir::DirEntry) -> Option<FileId> {
        if !entry.file_type().is_file() {
            let shown = format!("{}{path}", self.files.root);
            self.findings
                .push(findings::no_file(&shown, entry.file_type()));
            return None;
        }
        match std::fs::read(entry.path()) {
            Ok(bytes) => {
                let (text, flaw) = decode(bytes);
                let id = self.files.add(SourceFile::new(path, text));
                self.findings
                    .extend(flaw.map(|flaw| findings::no_text(id, flaw)));
                Some(id)
            }
            Err(error) => {
                let shown = format!("{}{path}", self.files.root);
                self.findings.push(findings::unreadable(&shown, &error));
                None
            }
        }
    }

    /// Says what is wrong with an entry that is not read, if anything is.
    fn find(&mut self, specs: &Path, entry: walkdir::Result<walkdir::DirEntry>) {
        let Err(error) = entry else {
            return;
        };
        let path = error.path().unwrap_or(specs);
        let shown = format!(
            "{}{}",
            self.files.root,
            slashed(path.strip_prefix(specs).unwrap_or(path))
        );
        self.findings.push(findings::no_entry(path, &shown, &error));
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

/// Reads a file of a folder, by its path below it; `None` if it is not UTF-8.
pub(crate) fn read_file(folder: &Path, path: &str) -> io::Result<Option<SourceFile>> {
    let place = folder.join(path);
    let bytes = std::fs::read(&place).map_err(|error| named(&place, &error))?;
    let (text, flaw) = decode(bytes);
    Ok(flaw.is_none().then(|| SourceFile::new(path, text)))
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
        .sort_by_file_name()
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

/// A path with `/` between its parts, on every system.
fn slashed(path: &Path) -> String {
    path.components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
        .replace("//", "/")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Severity;

    #[test]
    fn a_file_that_vanishes_during_the_run_is_named_with_what_to_do() {
        let temp = tempfile::tempdir().unwrap();
        std::fs::write(temp.path().join("Order.md"), "# Order\n").unwrap();
        let entry = walk(temp.path(), 1).next().unwrap().unwrap();
        std::fs::remove_file(entry.path()).unwrap();
        let mut input = Input::default();
        input.files.root = "specs/".to_owned();
        assert_eq!(input.add("shop/Order.md".to_owned(), &entry), None);
        let [finding] = &input.findings[..] else {
            panic!("one finding");
        };
        assert_eq!(finding.severity, Severity::Error);
        assert!(
            finding
                .message
                .starts_with("cannot read specs/shop/Order.md: ")
        );
        let hint = "it was removed during the run; run it again";
        assert_eq!(finding.hint.as_deref(), Some(hint));
    }
}
