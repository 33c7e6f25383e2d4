//! Recorded bodies: `specs/<api>/samples/MODEL/NAME.json`, and files that `[samples]` in
//! `spec.toml` names.
//!
//! A sample is a body that the API really sent or accepted. It is evidence in addition to the
//! pages, and becomes a round-trip test.

pub(crate) mod assignment;
pub(crate) mod pointer;

use crate::config::Config;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::literal::{Literal, json};
use crate::source::{FileId, Files, Located, Place};
use assignment::Settings;
use pointer::pointed;

pub(crate) use pointer::step;

/// A recorded body.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The model: `ProcessV3`, or `operations::GetRoom` for
    /// `samples/operations/GetRoom/found.json`. Its place is in `spec.toml`, or the start of the
    /// sample whose path names it.
    pub model: Located<String>,
    /// The body; keys have their places.
    pub body: Located<Literal>,
    /// Where the body stands in its file: `$`, or `$.items[2]`.
    pub path: String,
}

/// Reads samples, given as paths below the API's folder; each stands for the model that
/// `spec.toml` names for it, else for the one that its folder is called after.
///
/// Errors are text that is no JSON, with its line and column, a file that neither names a model
/// for, a pointer that leads nowhere, and a setting that no file is meant by.
pub fn read(
    files: &Files,
    samples: &[(String, FileId)],
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> Vec<Sample> {
    let mut samples: Vec<_> = samples.iter().collect();
    samples.sort();
    let settings = Settings::new(config);
    settings.report_unused(&samples, diagnostics);
    let mut read = Vec::new();
    for (path, id) in samples {
        let below = path.strip_prefix("samples/").unwrap_or(path);
        let set = settings.of(below, diagnostics);
        let folder = below.rsplit_once('/').map_or("", |(folders, _)| folders);
        if set.is_none() && folder.is_empty() {
            diagnostics.push(
                Diagnostic::error(Place::new(*id, 0..0), "the model of this sample is unknown")
                    .hint("put it into a folder named after its model, samples/MODEL/NAME.json, or name its model in spec.toml, below [samples]"),
            );
            continue;
        }
        let Some(body) = json::parse(files, *id, diagnostics) else {
            continue;
        };
        let Some(set) = set else {
            read.push(Sample {
                model: Located::new(folder.replace('/', "::"), Place::new(*id, 0..0)),
                body,
                path: "$".to_owned(),
            });
            continue;
        };
        let Some(model) = &set.model else { continue };
        let Some(at) = &set.at else {
            read.push(Sample {
                model: model.clone(),
                body,
                path: "$".to_owned(),
            });
            continue;
        };
        match pointed(&body, &at.value) {
            Some(found) => read.extend(found.into_iter().map(|(path, body)| Sample {
                model: model.clone(),
                body,
                path,
            })),
            None => diagnostics.push(
                Diagnostic::error(at.place, format!("{path} has no `{}`", at.value))
                    .related(Place::new(*id, 0..0), "this sample"),
            ),
        }
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::literal::Property;
    use crate::source::SourceFile;

    /// The samples, and each finding as `place message (label) hint`.
    fn read_all(spec: &str, samples: &[(&str, &str)]) -> (Vec<Sample>, Vec<String>) {
        let mut files = Files::default();
        let mut diagnostics = Diagnostics::default();
        let id = files.add(SourceFile::new("shop/spec.toml", spec));
        let config = crate::config::parse(&files, id, &mut diagnostics);
        let samples: Vec<(String, FileId)> = samples
            .iter()
            .map(|(path, text)| {
                let id = files.add(SourceFile::new(format!("shop/{path}"), *text));
                ((*path).to_owned(), id)
            })
            .collect();
        let samples = read(&files, &samples, &config, &mut diagnostics);
        let findings = diagnostics.sorted().into_iter().map(|finding| {
            let at = files.locate(finding.place.unwrap());
            let hint = finding.hint.as_deref().unwrap_or("-");
            format!("{at} {} ({}) {hint}", finding.message, finding.label)
        });
        (samples, findings.collect())
    }

    fn read_text(path: &str, text: &str) -> (Option<Sample>, Vec<String>) {
        let (mut samples, findings) = read_all("", &[(path, text)]);
        (samples.pop(), findings)
    }

    #[test]
    fn the_path_names_the_model_and_keys_have_places() {
        let (sample, findings) =
            read_text("samples/operations/GetJob/a.json", "{\n  \"id\": null }");
        let sample = sample.unwrap();
        assert_eq!(
            (sample.model.value.as_str(), findings.len()),
            ("operations::GetJob", 0)
        );
        let Literal::Object(properties) = sample.body.value else {
            panic!("no object")
        };
        let place = Place::new(sample.body.place.file, 4..8);
        let id = Property {
            key: "id".to_owned(),
            sdk_name: false,
            value: Literal::Null,
            place: Some(place),
        };
        assert_eq!(properties, [id]);
    }

    #[test]
    fn what_is_no_json_or_names_no_model_is_an_error_in_its_place() {
        let (sample, findings) = read_text("samples/Job/a.json", "{\n  \"a\": 1,\n}");
        assert_eq!(sample, None);
        assert_eq!(
            findings,
            ["shop/samples/Job/a.json:3:1 this sample is not JSON (key must be a string) -"]
        );
        let (sample, findings) = read_text("samples/a.json", "{}");
        assert_eq!(sample, None);
        assert_eq!(findings.len(), 1);
        let expected =
            "shop/samples/a.json:1:1 the model of this sample is unknown () put it into a folder";
        assert!(findings[0].starts_with(expected), "{findings:?}");
        let (_, findings) = read_text("samples/Job/a.json", "");
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn a_setting_names_the_model_of_a_file_and_what_of_it_is_a_sample() {
        let spec = concat!(
            "[samples]\n",
            "\"2024/*.json\" = \"Job\"\n",
            "\"2024/b.json\" = { model = \"Room\", at = \"/data/1/a~1b\" }\n",
            "\"Job/list.json\" = { model = \"Item\", at = \"/items\" }\n",
        );
        let (samples, findings) = read_all(
            spec,
            &[
                ("samples/2024/a.json", "{}"),
                ("samples/2024/b.json", "{\"data\": [1, {\"a/b\": true}]}"),
                ("samples/Job/list.json", "{\n\"items\": [1, 2]\n}"),
            ],
        );
        assert_eq!(findings, [] as [String; 0]);
        let samples: Vec<_> = samples
            .iter()
            .map(|it| (it.model.value.as_str(), it.path.as_str(), &it.body.value))
            .collect();
        let number = |digits: &str| Literal::Number(digits.to_owned());
        assert_eq!(
            samples,
            [
                ("Job", "$", &Literal::Object(Vec::new())),
                ("Room", "$.data[1][\"a/b\"]", &Literal::Bool(true)),
                ("Item", "$.items[0]", &number("1")),
                ("Item", "$.items[1]", &number("2")),
            ]
        );
    }

    #[test]
    fn a_setting_that_means_nothing_is_an_error_in_its_place() {
        let spec = concat!(
            "[samples]\n",
            "\"jbo/*.json\" = \"Job\"\n",
            "\"job/a.jsn\" = \"Job\"\n",
            "\"job/*.json\" = \"Job\"\n",
            "\"*/a.json\" = { model = \"Job\", at = \"/none\" }\n",
            "\"job/b.json\" = { model = \"Job\", at = \"/none\" }\n",
            "\"***\" = \"Job\"\n",
            "x = 3\n",
            "y = { at = \"items.0\" }\n",
            "z = {}\n",
        );
        let (samples, findings) = read_all(
            spec,
            &[("samples/job/a.json", "[]"), ("samples/job/b.json", "{}")],
        );
        assert_eq!(samples.len(), 1);
        let expected = [
            "shop/spec.toml:2:1 no file below samples/ matches `jbo/*.json` () did you mean `job/a.json`?",
            "shop/spec.toml:3:1 no file below samples/ matches `job/a.jsn` () did you mean `job/a.json`?",
            "shop/spec.toml:5:1 two patterns match samples/job/a.json () add a key with the full path of the file",
            "shop/spec.toml:6:38 samples/job/b.json has no `/none` () -",
            "shop/spec.toml:7:1 `samples.\"***\"` must be a path or a pattern of paths below `samples/` (wildcards are either regular `*` or recursive `**`) `*` matches any part of a name, `**` any folders",
            "shop/spec.toml:8:5 `samples.x` must be the name of a model or a table (found an integer) -",
            "shop/spec.toml:9:1 no file below samples/ matches `y` () write the path below samples/; `*` matches any part of a name",
            "shop/spec.toml:9:12 `samples.y.at` must be a JSON pointer (it does not start with `/`) write `/items/0`",
            "shop/spec.toml:10:1 `samples.z` must have a `model` () -",
            "shop/spec.toml:10:1 no file below samples/ matches `z` () write the path below samples/; `*` matches any part of a name",
        ];
        assert_eq!(findings, expected);
    }
}
