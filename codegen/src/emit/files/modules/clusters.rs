//! Into which files a long module is split: by how the names of its models begin, so that a new model
//! moves no other.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::model::is_file_name;

/// The models of each file by their place among those of the module; the file's name is an identifier.
pub(super) type Clusters = BTreeMap<String, Vec<usize>>;

/// How many lines make a file long.
const LONG: usize = 4_000;

/// How many lines of names that begin alike get a file of their own.
const OWN: usize = LONG / 8;

/// The files of models, each a name and how many lines it has. There are none if the module is short.
pub(super) fn of(models: &[(&str, usize)]) -> Clusters {
    let mut clusters = Clusters::new();
    let total: usize = models.iter().map(|(_, lines)| lines).sum();
    if total <= LONG {
        return clusters;
    }
    let models: Vec<Named> = models
        .iter()
        .enumerate()
        .map(|(at, (name, lines))| Named {
            at,
            words: name.to_snake_case(),
            lines: *lines,
        })
        .collect();
    let mut letters: BTreeMap<&str, Vec<&Named>> = BTreeMap::new();
    for model in &models {
        let letter = model.words.get(..1).unwrap_or("other");
        letters.entry(letter).or_default().push(model);
    }
    for (letter, models) in letters {
        separate(&mut clusters, letter, models, 1);
    }
    for models in clusters.values_mut() {
        models.sort_unstable();
    }
    clusters
}

struct Named {
    at: usize,
    words: String,
    lines: usize,
}

impl Named {
    /// The first words of its name, if it has so many.
    fn first(&self, words: usize) -> Option<&str> {
        let mut ends = self.words.match_indices('_').map(|(at, _)| at);
        match ends.nth(words - 1) {
            Some(end) => self.words.get(..end),
            None if self.words.matches('_').count() + 1 == words => Some(&self.words),
            None => None,
        }
    }
}

/// Puts models into a file, but for those that begin with the same words and are many, if all are too
/// many for one.
fn separate(clusters: &mut Clusters, file: &str, models: Vec<&Named>, words: usize) {
    let total = |models: &[&Named]| models.iter().map(|model| model.lines).sum::<usize>();
    let mut rest = Vec::new();
    if total(&models) <= LONG {
        rest = models;
    } else {
        let mut alike: BTreeMap<&str, Vec<&Named>> = BTreeMap::new();
        for model in models {
            match model.first(words) {
                Some(first) => alike.entry(first).or_default().push(model),
                None => rest.push(model),
            }
        }
        for (first, models) in alike {
            if models.len() > 1 && total(&models) > OWN {
                separate(clusters, first, models, words + 1);
            } else {
                rest.extend(models);
            }
        }
    }
    if !rest.is_empty() {
        let models = clusters.entry(name(file)).or_default();
        models.extend(rest.iter().map(|model| model.at));
    }
}

/// A module's name that is no keyword, and that a file can have.
fn name(words: &str) -> String {
    let is_word = syn::parse_str::<syn::Ident>(words).is_ok();
    if is_word && is_file_name(words) {
        words.to_owned()
    } else {
        format!("{words}_")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(models: &[(&str, usize)]) -> Vec<String> {
        let clusters = of(models).into_iter().map(|(file, of)| {
            let of: Vec<_> = of.iter().map(|at| models[*at].0).collect();
            format!("{file}: {}", of.join(" "))
        });
        clusters.collect()
    }

    #[test]
    fn a_short_module_is_one_file() {
        assert_eq!(split(&[("Order", 2_000), ("Line", 2_000)]), [""; 0]);
    }

    #[test]
    fn letters_then_words_have_files() {
        let models = [
            ("Order", 100),
            ("ChatMessage", 3_000),
            ("Card", 100),
            ("ChatRequest", 600),
            ("ChatRequestBody", 600),
            ("CreateKey", 300),
            ("Con", 400),
            ("ConDevice", 200),
        ];
        let expected = [
            "c: Card CreateKey",
            "chat: ChatMessage",
            "chat_request: ChatRequest ChatRequestBody",
            "con_: Con ConDevice",
            "o: Order",
        ];
        assert_eq!(split(&models), expected);
    }

    #[test]
    fn a_model_that_is_long_by_itself_stays_whole() {
        let models = [("Type", 9_000), ("TypeName", 9_000)];
        assert_eq!(split(&models), ["type_: Type TypeName"]);
    }
}
