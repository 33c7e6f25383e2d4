//! Reads `specs/`. No other module reads input from the disk.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::source::{FileId, Files, SourceFile};

/// The contents of a specs folder.
#[derive(Debug, Clone, Default)]
pub struct Input {
    /// All files.
    pub files: Files,
    /// Its folders, in the order of their names.
    pub apis: Vec<ApiInput>,
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
/// Symbolic links are followed. Bytes that are no UTF-8 become U+FFFD.
///
/// # Errors
///
/// When the folder or a file in it cannot be read.
pub fn read(specs: &Path) -> io::Result<Input> {
    let mut input = Input::default();
    input.files.root = format!("{}/", slashed(specs));
    for folder in walk(specs, 1)? {
        if !folder.file_type().is_dir() {
            continue;
        }
        let name = folder.file_name().to_string_lossy().into_owned();
        let mut api = ApiInput {
            name,
            pages: Vec::new(),
            samples: Vec::new(),
            keys: Vec::new(),
            config: None,
        };
        for entry in walk(folder.path(), usize::MAX)? {
            if !entry.file_type().is_file() {
                continue;
            }
            let path = below(folder.path(), &entry);
            let page = is_page(&path);
            let sample = extension(&path) == "json" && path.starts_with("samples/");
            let keys = path.rsplit('/').next() == Some("keys.tsv");
            if !page && !sample && !keys && path != "spec.toml" {
                continue;
            }
            let text = text(entry.path())?;
            let id = input
                .files
                .add(SourceFile::new(format!("{}/{path}", api.name), text));
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
        input.apis.push(api);
    }
    Ok(input)
}

/// What lies below a folder, and what was passed over.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folder {
    /// The paths of its files below it, `/` between the parts, in their order.
    pub files: Vec<String>,
    /// The symbolic links in it, which are not followed: they may lead anywhere.
    pub links: Vec<String>,
}

/// Lists a folder. Hidden files and folders are left out.
pub(crate) fn list(folder: &Path) -> io::Result<Folder> {
    let mut found = Folder::default();
    for entry in entries(folder, usize::MAX, false)? {
        let path = below(folder, &entry);
        if entry.path_is_symlink() {
            found.links.push(path);
        } else if entry.file_type().is_file() {
            found.files.push(path);
        }
    }
    Ok(found)
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

/// Reads a file of a folder, by its path below it.
pub(crate) fn read_file(folder: &Path, path: &str) -> io::Result<SourceFile> {
    Ok(SourceFile::new(path, text(&folder.join(path))?))
}

fn below(folder: &Path, entry: &walkdir::DirEntry) -> String {
    slashed(entry.path().strip_prefix(folder).unwrap_or(entry.path()))
}

fn text(path: &Path) -> io::Result<String> {
    let bytes = std::fs::read(path).map_err(|error| named(path, &error))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn walk(folder: &Path, depth: usize) -> io::Result<Vec<walkdir::DirEntry>> {
    entries(folder, depth, true)
}

fn entries(folder: &Path, depth: usize, follow: bool) -> io::Result<Vec<walkdir::DirEntry>> {
    walkdir::WalkDir::new(folder)
        .min_depth(1)
        .max_depth(depth)
        .follow_links(follow)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| !entry.file_name().to_string_lossy().starts_with('.'))
        .map(|entry| entry.map_err(io::Error::from))
        .collect()
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
