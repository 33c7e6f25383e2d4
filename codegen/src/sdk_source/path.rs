//! Which files of a checkout are the source of models.

use crate::language::Language;

/// Folders whose models are not the SDK's own source: docs, tests, examples, and what tools made
/// or brought.
const OTHERS: &[&str] = &[
    "__pycache__",
    "bin",
    "build",
    "dist",
    "doc",
    "docs",
    "example",
    "examples",
    "node_modules",
    "obj",
    "out",
    "sample",
    "samples",
    "site-packages",
    "spec",
    "target",
    "test",
    "tests",
    "vendor",
    "venv",
];

/// Whether a file, given by its path below the checkout, is the source of models: it has an
/// extension of the language and stands below a folder called `models` that is the SDK's own.
///
/// ```
/// use fieldtable::language::Language::{Go, Java};
/// use fieldtable::sdk_source::is_model_source;
///
/// assert!(is_model_source("models/components/order.go", Go));
/// assert!(!is_model_source("docs/models/components/order.go", Go));
/// assert!(is_model_source("src/main/java/com/shop/Models/Order.java", Java));
/// assert!(!is_model_source("target/classes/com/shop/models/Order.java", Java));
/// ```
#[must_use]
pub fn is_model_source(path: &str, language: Language) -> bool {
    let Some((folders, name)) = path.rsplit_once('/') else {
        return false;
    };
    let is_source = name.rsplit_once('.').is_some_and(|(stem, extension)| {
        !stem.is_empty() && extension == self::extension(language)
    });
    let folders: Vec<&str> = folders.split('/').collect();
    let Some(models) = models_at(&folders) else {
        return false;
    };
    // Below `models` a folder is a namespace of the API, and below `src` part of the SDK's name,
    // whatever they are called; but `src/test` is none of its source.
    let root = folders.iter().position(|it| matches!(*it, "src" | "lib"));
    let above = root.map_or(models, |root| models.min(root + 2));
    is_source
        && !folders[..above].iter().any(|folder| is_other(folder))
        && !folders.iter().any(|folder| folder.starts_with('.'))
}

/// The folder below the last one called `models`: `components` of
/// `src/models/components/order.ts`, empty for a flat folder.
#[must_use]
pub fn model_folder(path: &str) -> &str {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let mut at = 0;
    let mut below = "";
    for part in folders.split_inclusive('/') {
        at += part.len();
        if is_models(part.trim_end_matches('/')) {
            below = &folders[at..];
        }
    }
    // Errors may stand beside `models`.
    let last = folders.rsplit('/').next().unwrap_or_default();
    let is_beside = is_errors(last) && !folders.split('/').any(is_models);
    if is_beside { last } else { below }
}

/// Where the folder of models stands in a path, or that of errors beside it.
fn models_at(folders: &[&str]) -> Option<usize> {
    let models = folders.iter().position(|folder| is_models(folder));
    let errors = || {
        folders
            .len()
            .checked_sub(1)
            .filter(|at| is_errors(folders[*at]))
    };
    models.or_else(errors)
}

fn is_errors(folder: &str) -> bool {
    folder.eq_ignore_ascii_case("errors")
}

fn is_models(folder: &str) -> bool {
    folder.eq_ignore_ascii_case("models")
}

fn is_other(folder: &str) -> bool {
    OTHERS.iter().any(|it| folder.eq_ignore_ascii_case(it))
}

fn extension(language: Language) -> &'static str {
    match language {
        Language::CSharp | Language::Unity => "cs",
        Language::Go => "go",
        Language::Java => "java",
        Language::Php => "php",
        Language::Python => "py",
        Language::Ruby => "rb",
        Language::TypeScript => "ts",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_source_of_the_language_below_the_sdks_own_models_is_taken() {
        let taken = [
            "models/order.ts",
            "src/Models/components/order.ts",
            "packages/shop/src/models/tests/order.ts",
            "src/main/java/com/example/models/order.ts",
            "src/shop/errors/order.ts",
        ];
        let others = [
            "order.ts",
            "src/order.ts",
            "models.ts",
            "models/order.js",
            "models/.ts",
            "docs/models/order.ts",
            "src/Tests/models/order.ts",
            "src/shop/errors/more/order.ts",
            "docs/errors/order.ts",
            "node_modules/shop/models/order.ts",
            ".cache/models/order.ts",
            "models/.cache/order.ts",
            "models/components/order.ts.md",
        ];
        let is_taken = |path: &&str| is_model_source(path, Language::TypeScript);
        assert!(taken.iter().all(is_taken));
        assert_eq!(others.iter().find(|path| is_taken(path)), None);
    }

    #[test]
    fn the_folder_is_that_below_the_last_models() {
        assert_eq!(model_folder("models/order.go"), "");
        assert_eq!(model_folder("src/Models/a/b/order.go"), "a/b");
        assert_eq!(model_folder("models/v1/models/a/order.go"), "a");
        assert_eq!(model_folder("order.go"), "");
        assert_eq!(model_folder("src/shop/errors/order.go"), "errors");
        assert_eq!(model_folder("src/models/a/errors/order.go"), "a/errors");
    }
}
