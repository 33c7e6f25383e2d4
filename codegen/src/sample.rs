//! Recorded bodies: `specs/<api>/samples/MODEL/NAME.json`.
//!
//! A sample is what the API really sent or took. It is a witness beside the
//! pages, and it becomes a round-trip test.

use crate::claim::Literal;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::dialect;
use crate::page::Code;
use crate::source::{FileId, Files, Located, Place};

/// A recorded body.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// The model that its path names: `ProcessV3`, or `operations::GetRoom` for
    /// `samples/operations/GetRoom/found.json`.
    pub model: String,
    /// The body; keys have their places.
    pub body: Located<Literal>,
}

/// Reads a sample; its path is below the API's folder.
///
/// Text that is no JSON is an error with its line and column, and so is a file directly in
/// `samples/`: nothing names its model.
pub fn read(
    files: &Files,
    path: &str,
    id: FileId,
    diagnostics: &mut Diagnostics,
) -> Option<Sample> {
    let text = &files.get(id).text;
    let whole = Place::new(id, 0..text.len());
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    let model = folders.strip_prefix("samples/").unwrap_or_default();
    if model.is_empty() {
        diagnostics.push(
            Diagnostic::error(Place::new(id, 0..0), "no model is named for this sample")
                .hint("put it into a folder that is called as its model: samples/MODEL/NAME.json"),
        );
        return None;
    }
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(text) {
        let at = offset(text, error.line(), error.column());
        let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
        let message = error.to_string();
        let message = message.split(" at line ").next().unwrap_or_default();
        let error = Diagnostic::error(Place::new(id, at..end), "this sample is not JSON");
        diagnostics.push(error.label(message));
        return None;
    }
    let code = Code {
        language: String::new(),
        text: text.clone(),
        place: whole,
    };
    Some(Sample {
        model: model.replace('/', "::"),
        body: dialect::json(&code)?,
    })
}

/// The byte of a line and column as serde_json counts: both from 1, columns in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n');
    let before: usize = lines.take(line.saturating_sub(1)).map(str::len).sum();
    let mut at = (before + column.saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Property;
    use crate::source::SourceFile;

    fn read_text(path: &str, text: &str) -> (Option<Sample>, Vec<String>) {
        let mut files = Files::default();
        let id = files.add(SourceFile::new(format!("shop/{path}"), text));
        let mut diagnostics = Diagnostics::default();
        let sample = read(&files, path, id, &mut diagnostics);
        let findings = diagnostics.sorted().into_iter().map(|finding| {
            let at = files.locate(finding.place.unwrap());
            format!("{at} {} ({})", finding.message, finding.label)
        });
        (sample, findings.collect())
    }

    #[test]
    fn the_path_names_the_model_and_keys_have_places() {
        let (sample, findings) =
            read_text("samples/operations/GetJob/a.json", "{\n  \"id\": null }");
        let sample = sample.unwrap();
        assert_eq!(
            (sample.model.as_str(), findings.len()),
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
            ["shop/samples/Job/a.json:3:1 this sample is not JSON (key must be a string)"]
        );
        let (sample, findings) = read_text("samples/a.json", "{}");
        assert_eq!(sample, None);
        assert_eq!(
            findings,
            ["shop/samples/a.json:1:1 no model is named for this sample ()"]
        );
        let (_, findings) = read_text("samples/Job/a.json", "");
        assert_eq!(findings.len(), 1);
    }
}
