//! The folders of a page: the SDK it belongs to, and the namespace of its model.

use crate::config::Config;

/// Folders that generators put models into, and the namespace that each is.
const NAMESPACES: [(&str, &str); 11] = [
    ("shared", ""),
    ("components", ""),
    ("operations", "operations"),
    ("requests", "operations"),
    ("errors", "errors"),
    ("sdkerrors", "errors"),
    ("apierrors", "errors"),
    ("webhooks", "webhooks"),
    ("callbacks", "callbacks"),
    ("utils", "utils"),
    ("internal", "internal"),
];

/// Where a page lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Home {
    /// The folder of its SDK: what stands above `docs`, `models` or a namespace's folder.
    pub source: String,
    /// The namespace in normal form.
    pub namespace: String,
    /// Whether it lives below a folder called `models`.
    pub in_models: bool,
    /// Its file name without extension.
    pub stem: String,
}

/// Reads a path such as `java/docs/models/shared/ProcessV3.md`.
pub(crate) fn home(path: &str) -> Home {
    let (folder, file) = path.rsplit_once('/').unwrap_or(("", path));
    let folders: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let is = |part: &str, name: &str| part.eq_ignore_ascii_case(name);
    let first = |name: &str| folders.iter().position(|part| is(part, name));
    let models = folders.iter().rposition(|part| is(part, "models"));
    let namespaces = folders.iter().position(|part| known(part).is_some());
    let docs_or_models = first("docs").into_iter().chain(first("models")).min();
    let root = docs_or_models.or(namespaces).unwrap_or(folders.len());
    let mut inner = models.map_or(namespaces.unwrap_or(folders.len()), |at| at + 1);
    // `docs/errors` beside `docs/models`, which `import` puts below `models`.
    if let [docs, namespace, ..] = folders[inner..]
        && is(docs, "docs")
        && known(namespace).is_some()
    {
        inner += 1;
    }
    Home {
        source: folders[..root].join("/"),
        namespace: normalize(&folders[inner..]),
        in_models: models.is_some(),
        stem: file
            .rsplit_once('.')
            .map_or(file, |(stem, _)| stem)
            .to_owned(),
    }
}

/// The innermost folder that `spec.toml` names and that holds the page.
pub(crate) fn configured<'a>(path: &str, config: &'a Config) -> Option<&'a str> {
    let folders = config.sources.keys().map(String::as_str);
    let holding = folders.filter(|folder| {
        let below = path.strip_prefix(folder);
        folder.is_empty() || below.is_some_and(|below| below.starts_with('/'))
    });
    holding.max_by_key(|folder| folder.len())
}

/// Whether a path leads below a folder called `models`.
pub(crate) fn is_in_models(path: &str) -> bool {
    home(path).in_models
}

/// The namespace of a name's path, `components` in `components.ProcessV3`.
pub(crate) fn of_name(path: &[String]) -> Option<String> {
    let (_, before) = path.split_last()?;
    let part = before.last()?;
    match known(part) {
        Some(namespace) => Some(namespace.to_owned()),
        None => is_models(part).then(String::new),
    }
}

/// The namespace and the file name without extension of a link's target.
pub(crate) fn of_link(target: &str) -> Option<(String, String)> {
    let path = target.split(['#', '?']).next().unwrap_or(target);
    let home = home(path);
    home.in_models.then_some((home.namespace, home.stem))
}

/// The path that a link on the page of `from` leads to, below the API's folder.
pub(crate) fn join(from: &str, link: &str) -> String {
    let (folder, _) = from.rsplit_once('/').unwrap_or(("", from));
    let start = if link.starts_with('/') { "" } else { folder };
    let mut path: Vec<&str> = Vec::new();
    for part in start.split('/').chain(link.split('/')) {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    path.join("/")
}

/// The namespace of a folder below `models`: empty for `components`.
pub(crate) fn of_folder(folder: &str) -> String {
    let parts: Vec<_> = folder.split('/').filter(|part| !part.is_empty()).collect();
    normalize(&parts)
}

fn is_models(part: &str) -> bool {
    part.eq_ignore_ascii_case("models")
}

fn known(part: &str) -> Option<&'static str> {
    let mut entries = NAMESPACES.iter();
    let entry = entries.find(|(folder, _)| folder.eq_ignore_ascii_case(part));
    entry.map(|(_, namespace)| *namespace)
}

fn normalize(folders: &[&str]) -> String {
    let parts: Vec<_> = folders
        .iter()
        .map(|part| known(part).map_or_else(|| part.to_lowercase(), str::to_owned))
        .filter(|part| !part.is_empty())
        .collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(path: &str) -> (String, String, bool) {
        let home = home(path);
        (home.source, home.namespace, home.in_models)
    }

    #[test]
    fn finds_source_and_namespace() {
        let cases = [
            ("ProcessV3.md", "", "", false),
            ("java/ProcessV3.md", "java", "", false),
            ("java/docs/models/shared/A.md", "java", "", true),
            ("docs/sdk/models/operations/a.md", "", "operations", true),
            ("docs/Models/Requests/A.md", "", "operations", true),
            ("x/models/sdkerrors/a.md", "x", "errors", true),
            ("go/docs/models/Billing/a.md", "go", "billing", true),
            ("components/a.md", "", "", false),
            ("errors/a.md", "", "errors", false),
            ("docs/sdks/models/README.mdx", "", "", true),
            ("x/models/docs/errors/a.md", "x", "errors", true),
            ("x/models/docs/a.md", "x", "docs", true),
        ];
        for (path, source, namespace, in_models) in cases {
            let expected = (source.to_owned(), namespace.to_owned(), in_models);
            assert_eq!(read(path), expected, "{path}");
        }
    }

    #[test]
    fn reads_names_and_links() {
        let path = |name: &str| name.split('.').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(of_name(&path("operations.A")), Some("operations".into()));
        assert_eq!(of_name(&path("com.x.models.shared.A")), Some(String::new()));
        assert_eq!(of_name(&path("models.A")), Some(String::new()));
        assert_eq!(of_name(&path("A")), None);
        assert_eq!(
            of_link("../../models/errors/a.md#x"),
            Some(("errors".into(), "a".into()))
        );
        assert_eq!(of_link("../../types/rfcdate.md"), None);
    }

    #[test]
    fn links_are_joined_to_the_folder_of_their_page() {
        let from = "java/docs/models/a.md";
        assert_eq!(join(from, "./b.md"), "java/docs/models/b.md");
        assert_eq!(join(from, "../c/b.md"), "java/docs/c/b.md");
        assert_eq!(join(from, "/docs/b.md"), "docs/b.md");
        assert_eq!(join("a.md", "../../b.md"), "b.md");
    }
}
