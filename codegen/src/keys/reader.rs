//! Reads files of keys. A line that is wrong is a warning, and the rest is read.

use super::settle::settle;
use super::{Contradiction, Fact, KeysFile, Says};
use crate::claim::Const;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::source::{FileId, Files, Located, Place};

/// The second line of a file of keys.
pub(super) const HEADER: &str = "kind\tmodel\tmember\tkey\tvalue\tplace";

/// Reads files of keys, given as paths below the API's folder.
///
/// A file with another header is not read, nor is a line of another form. Of lines that contradict
/// each other none is read. Each is a warning.
pub fn read(
    files: &Files,
    keys: &[(String, FileId)],
    diagnostics: &mut Diagnostics,
) -> Vec<KeysFile> {
    let read = keys.iter().filter_map(|(path, id)| {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let facts = facts(files, *id, diagnostics)?;
        Some(KeysFile {
            file: *id,
            folder: folder.to_owned(),
            facts,
        })
    });
    read.collect()
}

fn facts(files: &Files, id: FileId, diagnostics: &mut Diagnostics) -> Option<Vec<Located<Fact>>> {
    let text = &files.get(id).text;
    let mut lines = lines(text, id).filter(|line| !line.value.starts_with('#'));
    match lines.next() {
        None => return Some(Vec::new()),
        Some(first) if first.value == HEADER => {}
        Some(first) => {
            let warning = Diagnostic::warning(
                Topic::Keys,
                first.place,
                "this is not the header of a file of keys; the file is not read",
            );
            diagnostics.push(warning.hint("`import` writes such files; import the SDK again"));
            return None;
        }
    }
    let mut facts = Vec::new();
    for line in lines {
        match fact(line.value) {
            Ok(fact) => facts.push(Located::new(fact, line.place)),
            Err(why) => diagnostics.push(
                Diagnostic::warning(Topic::Keys, line.place, "this line of keys is not read")
                    .label(why),
            ),
        }
    }
    let (facts, contradictions) = settle(facts, |fact| &fact.value);
    for Contradiction { first, second } in contradictions {
        let message = "these lines of keys contradict each other; neither is read";
        diagnostics.push(
            Diagnostic::warning(Topic::Keys, second.place, message)
                .related(first.place, "the other line"),
        );
    }
    Some(facts)
}

/// The lines that are not blank, each with its place.
fn lines(text: &str, id: FileId) -> impl Iterator<Item = Located<&str>> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(move |whole| {
        let line = whole.trim_end_matches(['\n', '\r']);
        let place = Place::new(id, start..start + line.len());
        start += whole.len();
        Located::new(line, place)
    });
    lines.filter(|line| !line.value.is_empty())
}

/// The fact of a line, or what is wrong with the line.
fn fact(line: &str) -> Result<Fact, &'static str> {
    let columns: Vec<&str> = line.split('\t').collect();
    let [kind, model, member, key, value, at] = columns[..] else {
        return Err("it does not have the six columns of the header");
    };
    let says = match (kind, value) {
        ("keyless", "-") if key == "-" => Says::Keyless,
        ("keyless", _) => return Err("it has a key or a value, though it is `keyless`"),
        ("field", "-") => Says::Field { constant: None },
        ("field", value) => Says::Field {
            constant: Some(scalar(value)?),
        },
        ("variant", value) => Says::Variant {
            value: scalar(value)?,
        },
        _ => return Err("its kind is neither `field` nor `variant` nor `keyless`"),
    };
    let fact = Fact {
        model: model.to_owned(),
        member: member.to_owned(),
        key: match says {
            Says::Keyless => String::new(),
            Says::Field { .. } | Says::Variant { .. } => key.to_owned(),
        },
        says,
        at: at.to_owned(),
    };
    if let Some(why) = fact.unfit() {
        return Err(why);
    }
    let line = at.rsplit_once(':').map_or("", |(_, line)| line);
    if line.is_empty() || !line.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("its place is no path with a line");
    }
    Ok(fact)
}

/// The text, number or boolean that is written as JSON.
fn scalar(json: &str) -> Result<Const, &'static str> {
    let value: serde_json::Value =
        serde_json::from_str(json).map_err(|_| "its value is not JSON")?;
    match value {
        serde_json::Value::String(text) => Ok(Const::String(text)),
        serde_json::Value::Number(_) => Ok(Const::Number(json.trim().to_owned())),
        serde_json::Value::Bool(flag) => Ok(Const::Boolean(flag)),
        _ => Err("its value is neither text nor a number nor a boolean"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceFile;

    /// The facts, and each finding as `line message (label)`.
    fn read_text(lines: &str) -> (Vec<Fact>, Vec<String>) {
        let mut files = Files::default();
        let id = files.add(SourceFile::new("shop/go/keys.tsv", lines));
        let mut diagnostics = Diagnostics::default();
        let keys = [("go/keys.tsv".to_owned(), id)];
        let read = read(&files, &keys, &mut diagnostics);
        let findings = diagnostics.sorted().into_iter().map(|finding| {
            let line = files.locate(finding.place.unwrap()).line;
            format!("{line} {} ({})", finding.message, finding.label)
        });
        let facts = read.iter().flat_map(|file| {
            assert_eq!((file.folder.as_str(), file.file), ("go", id));
            file.facts.iter().map(|fact| fact.value.clone())
        });
        (facts.collect(), findings.collect())
    }

    fn with_header(lines: &str) -> String {
        format!("# Keys.\n{HEADER}\n{lines}")
    }

    #[test]
    fn what_is_written_is_read() {
        let field = |member: &str, key: &str, constant| Fact {
            model: "components/Order".to_owned(),
            member: member.to_owned(),
            says: Says::Field { constant },
            key: key.to_owned(),
            at: "models/order.go:7".to_owned(),
        };
        let variant = Fact {
            model: "Method".to_owned(),
            says: Says::Variant {
                value: Const::String("a \"b\"\\".to_owned()),
            },
            ..field("Card", "@type", None)
        };
        let body = Fact {
            says: Says::Keyless,
            ..field("Body", "", None)
        };
        let facts = [
            body.clone(),
            field("ZipCode", "zip code", None),
            field("ID", "_id", Some(Const::Number("1.50".to_owned()))),
            variant.clone(),
            field("ID", "_id", Some(Const::Number("1.50".to_owned()))),
            field("Kind", "ordertype", Some(Const::Boolean(true))),
        ];
        let text = super::super::write(&facts);
        let sorted = [&variant, &body, &facts[2], &facts[5], &facts[1]].map(Clone::clone);
        assert_eq!(read_text(&text), (sorted.to_vec(), vec![]));
        let again = super::super::write(&sorted);
        assert_eq!(text, again);
        assert!(
            text.starts_with(
                "# Keys that the SDK's source uses. Written by import.\nkind\tmodel\t"
            )
        );
        assert!(
            text.ends_with("field\tcomponents/Order\tZipCode\tzip code\t-\tmodels/order.go:7\n")
        );
        // A checkout of git may end its lines otherwise.
        assert_eq!(read_text(&text.replace('\n', "\r\n")).0, sorted);
    }

    #[test]
    fn a_line_of_another_form_is_a_warning_and_the_rest_is_read() {
        let wrong = [
            (
                "field\tA\tb\tc\t-",
                "it does not have the six columns of the header",
            ),
            (
                "field\tA\tb\tc\t-\tx:1\t",
                "it does not have the six columns of the header",
            ),
            (
                "Field\tA\tb\tc\t-\tx:1",
                "its kind is neither `field` nor `variant` nor `keyless`",
            ),
            (
                "keyless\tA\tb\tc\t-\tx:1",
                "it has a key or a value, though it is `keyless`",
            ),
            ("variant\tA\tb\tc\t-\tx:1", "its value is not JSON"),
            (
                "field\tA\tb\tc\tnull\tx:1",
                "its value is neither text nor a number nor a boolean",
            ),
            ("field\tA\tb\t\t-\tx:1", "a column is empty"),
            (
                "field\tA\tb\tc\u{202e}\t-\tx:1",
                "a character cannot be printed",
            ),
            (
                "field\tA\tb\tc\u{fffd}\t-\tx:1",
                "a character cannot be printed",
            ),
            (
                "field\tA\tb\tc\t\"\\u001b[2J\"\tx:1",
                "a character cannot be printed",
            ),
            ("field\tA\tb\tc\t-\tx", "its place is no path with a line"),
        ];
        for (line, why) in wrong {
            let (facts, findings) =
                read_text(&with_header(&format!("{line}\nfield\tA\td\te\t-\tx:2\n")));
            assert_eq!(facts.len(), 1, "{line}");
            assert_eq!(
                findings,
                [format!("3 this line of keys is not read ({why})")]
            );
        }
    }

    #[test]
    fn of_lines_that_contradict_each_other_none_is_read() {
        let (facts, findings) = read_text(&with_header(
            "field\tA\tb\tc\t-\tx:1\nfield\tA\tb\td\t-\tx:2\nfield\tA\td\te\t-\tx:3\n",
        ));
        assert_eq!((facts.len(), facts[0].member.as_str()), (1, "d"));
        assert_eq!(
            findings,
            ["4 these lines of keys contradict each other; neither is read ()"]
        );
    }

    #[test]
    fn a_file_with_another_header_is_not_read() {
        let (facts, findings) = read_text("model,key\nA,b\n");
        assert_eq!(facts, []);
        assert_eq!(
            findings,
            ["1 this is not the header of a file of keys; the file is not read ()"]
        );
        assert_eq!(read_text(""), (vec![], vec![]));
    }
}
