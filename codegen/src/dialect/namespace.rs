//! Where a model lives below the `models` folder.

/// The namespace and file stem that a link leads to.
#[must_use]
pub fn of_link(link: &str) -> (String, String) {
    let path = link.split(['#', '?']).next().unwrap_or_default();
    let mut parts: Vec<&str> = path
        .split('/')
        .filter(|part| !matches!(*part, "" | "." | ".."))
        .collect();
    let file = parts.pop().unwrap_or_default();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let folder = parts.pop().unwrap_or_default().to_lowercase();
    let space = match folder.as_str() {
        "" | "models" | "shared" | "components" => String::new(),
        other => other.to_owned(),
    };
    (space, stem.to_owned())
}
