//! Finds the model of a sample by `[samples]` in `spec.toml`.

use std::collections::{BTreeMap, BTreeSet};

use glob::{MatchOptions, Pattern};

use crate::config::{Config, SampleConfig};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::source::{FileId, Located};
use crate::suggest::{Known, Near, with_suggestion};
use crate::work;

/// The settings about samples.
pub(crate) struct Settings<'c> {
    patterns: Vec<(Pattern, &'c str, &'c Located<SampleConfig>)>,
    by_text: BTreeMap<&'c str, usize>,
    /// Those that mean more than one path, by what stands before their first wildcard.
    by_start: BTreeMap<&'c str, Vec<usize>>,
}

impl<'c> Settings<'c> {
    pub fn new(config: &'c Config) -> Self {
        let settings = config.samples.iter();
        // What is no pattern was refused when the file was read.
        let patterns: Vec<_> = settings
            .filter_map(|(text, set)| Some((Pattern::new(text).ok()?, text.as_str(), set)))
            .collect();
        let mut by_text = BTreeMap::new();
        let mut by_start: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (at, (_, text, _)) in patterns.iter().enumerate() {
            by_text.insert(*text, at);
            if let Some(start) = start(text) {
                by_start.entry(start).or_default().push(at);
            }
        }
        Self {
            patterns,
            by_text,
            by_start,
        }
    }

    /// The setting that means a file: the one that is its path, else the only pattern.
    pub fn of(&self, path: &str, diagnostics: &mut Diagnostics) -> Option<&'c SampleConfig> {
        let exact = self.by_text.get(path).map(|at| &self.patterns[*at]);
        let mut all = Vec::new();
        if exact.is_none() {
            let starts = (0..=path.len()).filter_map(|end| path.get(..end));
            let near = starts.filter_map(|start| self.by_start.get(start));
            all.extend(near.flatten().map(|at| (at, &self.patterns[*at])));
            work::count(all.len());
            all.retain(|(_, (pattern, ..))| is_meant(pattern, path));
            all.sort_by_key(|(at, _)| *at);
        }
        let mut all = all.into_iter().map(|(_, it)| it);
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
        let paths = samples
            .iter()
            .map(|(path, _)| path.strip_prefix("samples/"));
        let sorted: BTreeSet<&str> = paths.flatten().collect();
        let mut known = Known::default();
        for (pattern, text, set) in &self.patterns {
            let is_used = match start(text) {
                None => sorted.contains(text),
                Some(start) => sorted
                    .range(start..)
                    .take_while(|path| path.starts_with(start))
                    .inspect(|_| work::count(1))
                    .any(|path| is_meant(pattern, path)),
            };
            if is_used {
                continue;
            }
            let message = format!("no file below samples/ matches `{text}`");
            let error = Diagnostic::error(set.place, message);
            let plain = text.strip_prefix("samples/").unwrap_or(text);
            diagnostics.push(match known.nearest(plain, || sorted.iter().copied()) {
                Near::Nothing => {
                    error.hint("write the path below samples/; `*` matches any part of a name")
                }
                near => with_suggestion(error, near),
            });
        }
    }
}

/// What stands before the first wildcard of a pattern; `None` where there is none.
fn start(pattern: &str) -> Option<&str> {
    let end = pattern.find(['*', '?', '['])?;
    pattern.get(..end)
}

fn is_meant(pattern: &Pattern, path: &str) -> bool {
    let options = MatchOptions {
        case_sensitive: true,
        require_literal_separator: true,
        require_literal_leading_dot: false,
    };
    pattern.matches_with(path, options)
}
