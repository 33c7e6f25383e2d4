//! Finds the model of a sample by `[samples]` in `spec.toml`.

use glob::{MatchOptions, Pattern};

use crate::config::{Config, SampleConfig};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Located};
use crate::suggest;

/// The settings about samples.
pub(crate) struct Settings<'c> {
    patterns: Vec<(Pattern, &'c str, &'c Located<SampleConfig>)>,
}

impl<'c> Settings<'c> {
    pub fn new(config: &'c Config) -> Self {
        let settings = config.samples.iter();
        // What is no pattern was refused when the file was read.
        let patterns = settings
            .filter_map(|(text, set)| Some((Pattern::new(text).ok()?, text.as_str(), set)))
            .collect();
        Self { patterns }
    }

    /// The setting that means a file: the one that is its path, else the only pattern.
    pub fn of(&self, path: &str, diagnostics: &mut Diagnostics) -> Option<&'c SampleConfig> {
        let exact = self.patterns.iter().find(|(_, text, _)| *text == path);
        let mut all = self.patterns.iter().filter(|(it, ..)| is_meant(it, path));
        let (_, _, first) = exact.or_else(|| all.next())?;
        if let (None, Some((_, _, second))) = (exact, all.next()) {
            diagnostics.push(
                Diagnostic::error(second.place, format!("two patterns match samples/{path}"))
                    .related(first.place, "the other")
                    .hint("add a key with the full path of the file"),
            );
        }
        Some(&first.value)
    }

    pub fn report_unused(&self, samples: &[&(String, FileId)], diagnostics: &mut Diagnostics) {
        let paths = || {
            samples
                .iter()
                .filter_map(|(path, _)| path.strip_prefix("samples/"))
        };
        for (pattern, text, set) in &self.patterns {
            if paths().any(|path| is_meant(pattern, path)) {
                continue;
            }
            let message = format!("no file below samples/ matches `{text}`");
            let error = Diagnostic::error(set.place, message);
            let plain = text.strip_prefix("samples/").unwrap_or(text);
            diagnostics.push(match suggest::nearest(plain, paths()) {
                Some(near) => error.hint(format!("did you mean `{near}`?")),
                None => error.hint("write the path below samples/; `*` matches any part of a name"),
            });
        }
    }
}

fn is_meant(pattern: &Pattern, path: &str) -> bool {
    let options = MatchOptions {
        case_sensitive: true,
        require_literal_separator: true,
        require_literal_leading_dot: false,
    };
    pattern.matches_with(path, options)
}
