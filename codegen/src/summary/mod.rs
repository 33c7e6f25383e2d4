//! The summary of a run, as counts.

pub(crate) mod line;

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{Reason, Source};
use crate::diagnostic::{Diagnostics, Severity};
use crate::input::ApiInput;
use crate::map::IndexMap;
use crate::model::{Api, Kind, Rule, WireCase};
use crate::source::{FileId, Files, Place};

pub use line::{count, list, reason};

/// The counts of one API.
///
/// Displayed, it is one line: `shop: 3 models (2 structs, 1 enum), 9 fields; 4 pages: 1 left out (1
/// response wrapper), 0 not understood; wire names: camelCase (most keys in examples: 9 for, 0
/// against); keys: 5 seen, 4 derived; not known: null of 2 required fields, width of 1 number; 1 warning`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// The API's name.
    pub api: String,
    /// Models that are objects with known keys.
    pub structs: usize,
    /// Models that are one of a set of scalars.
    pub enums: usize,
    /// Models that are bits of one integer.
    pub flags: usize,
    /// Models that are one of several types.
    pub unions: usize,
    /// Models that are another name for a type.
    pub aliases: usize,
    /// Fields of all structs.
    pub fields: usize,
    /// Pages that were read.
    pub pages: usize,
    /// Pages that were left out, by reason.
    pub left_out: BTreeMap<Reason, usize>,
    /// Pages that could not be understood.
    pub not_understood: usize,
    /// The paths, below the specs folder, of the pages that say nothing about any model and are
    /// counted as left out: overviews, and docs of a kind that is not read.
    pub without_model: Vec<String>,
    /// The case of the keys in JSON.
    pub wire_case: WireCase,
    /// What it was decided by: `most keys in examples: 9 for, 0 against`.
    pub wire_rule: String,
    /// Fields whose key was seen nowhere and is derived from a name.
    pub keys_derived: usize,
    /// How many fields stand under no key.
    pub keyless: usize,
    /// What the SDKs' sources and pages lack of each other, if there is a file of keys.
    pub unmatched: Option<Unmatched>,
    /// The titles of tables that are none of models, most frequent first, and where they stand.
    pub other_tables: Vec<(String, Vec<String>)>,
    /// The places of rows that name no field: struck out, or parts of a form.
    pub without_field: Vec<String>,
    /// Fields whose type no cell gives.
    pub types_inferred: usize,
    /// Examples that people wrote and that no test is made of.
    pub examples_left_out: usize,
    /// Fields of which no source says whether their key is always there.
    pub presence_not_known: usize,
    /// Required fields of which no source can say whether they may be null.
    pub null_not_known: usize,
    /// Numbers of which no source can say whether they are whole.
    pub width_not_known: usize,
    /// Warnings about its files.
    pub warnings: usize,
}

impl Summary {
    /// Counts.
    #[must_use]
    pub fn new(
        files: &Files,
        input: &ApiInput,
        sources: &[Source],
        api: &Api,
        diagnostics: &Diagnostics,
    ) -> Self {
        let emitted = || api.models.values().filter(|model| model.emitted);
        let of_kind = |is: fn(&Kind) -> bool| emitted().filter(|model| is(&model.kind)).count();
        let all_fields = || {
            emitted().flat_map(|model| match &model.kind {
                Kind::Struct(it) => it.fields.as_slice(),
                _ => &[],
            })
        };
        let mut left_out = BTreeMap::new();
        for page in sources.iter().flat_map(|source| &source.left_out) {
            *left_out.entry(page.reason).or_default() += 1;
        }
        let names_none: BTreeSet<FileId> = sources
            .iter()
            .flat_map(|source| &source.left_out)
            .filter(|page| page.reason == Reason::NotAModel)
            .map(|page| page.file)
            .collect();
        let without_model = input
            .pages
            .iter()
            .filter(|(_, file)| names_none.contains(file))
            .map(|(path, _)| format!("{}/{path}", input.name));
        let ours = |file| {
            input.config == Some(file)
                || input
                    .pages
                    .iter()
                    .chain(&input.samples)
                    .any(|p| p.1 == file)
        };
        let warnings = diagnostics.sorted().into_iter().filter(|finding| {
            finding.severity == Severity::Warning && finding.place.is_some_and(|at| ours(at.file))
        });
        Self {
            api: api.name.clone(),
            structs: of_kind(|kind| matches!(kind, Kind::Struct(_))),
            enums: of_kind(|kind| matches!(kind, Kind::Enum(_))),
            flags: of_kind(|kind| matches!(kind, Kind::Flags(_))),
            unions: of_kind(|kind| matches!(kind, Kind::Union(_))),
            aliases: of_kind(|kind| matches!(kind, Kind::Alias(_))),
            fields: all_fields().count(),
            pages: input.pages.len(),
            left_out,
            not_understood: sources.iter().map(|it| it.not_understood.len()).sum(),
            without_model: without_model.collect(),
            wire_case: api.wire_case.value,
            wire_rule: api.wire_case.rule.to_string(),
            unmatched: unmatched(sources, files),
            keys_derived: all_fields().filter(|it| it.key_is_derived()).count(),
            other_tables: other_tables(sources, files),
            without_field: sources
                .iter()
                .flat_map(|source| &source.without_field)
                .map(|place| files.locate(*place).to_string())
                .collect(),
            types_inferred: all_fields()
                .filter(|it| it.ty.rule == Rule::InferredType)
                .count(),
            examples_left_out: api.examples_left_out,
            presence_not_known: all_fields()
                .filter(|it| it.required.rule == Rule::NotKnown)
                .count(),
            keyless: all_fields().filter(|it| it.is_keyless()).count(),
            null_not_known: all_fields().filter(|it| it.null_is_not_known()).count(),
            width_not_known: all_fields().filter(|it| it.width_is_not_known()).count(),
            warnings: warnings.count(),
        }
    }
}

/// The places of what SDKs' sources and pages lack of each other: `go/keys.tsv:7:1`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unmatched {
    /// Members of the source whose model has a page, but no row for them.
    pub members: Vec<String>,
    /// Rows whose model the source has, but not their field.
    pub rows: Vec<String>,
    /// Types of the source without a page.
    pub types: Vec<String>,
}

/// The tables that are none of models, by the titles of their columns.
fn other_tables(sources: &[Source], files: &Files) -> Vec<(String, Vec<String>)> {
    let mut by_titles: IndexMap<&str, Vec<String>> = IndexMap::default();
    for table in sources.iter().flat_map(|source| &source.other_tables) {
        let places = by_titles.entry(&table.value).or_default();
        places.push(files.locate(table.place).to_string());
    }
    let mut found: Vec<_> = by_titles
        .into_iter()
        .map(|(titles, places)| (titles.to_owned(), places))
        .collect();
    found.sort_by_key(|(_, places)| Reverse(places.len()));
    found
}

fn unmatched(sources: &[Source], files: &Files) -> Option<Unmatched> {
    let mut sources = sources
        .iter()
        .filter_map(|source| source.unmatched.as_ref())
        .peekable();
    sources.peek()?;
    let mut all = Unmatched::default();
    for source in sources {
        let places = |places: &[Place]| {
            places
                .iter()
                .map(|at| files.locate(*at).to_string())
                .collect::<Vec<_>>()
        };
        all.members.extend(places(&source.members));
        all.rows.extend(places(&source.rows));
        all.types.extend(places(&source.models));
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::Summary;
    use crate::claim::{LeftOut, Reason, Source};
    use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
    use crate::input::ApiInput;
    use crate::model::*;
    use crate::source::{Files, Place, SourceFile};

    fn model(name: &str, kind: Kind) -> (ModelPath, Model) {
        let path = ModelPath::new(None, name);
        let model = Model {
            path: path.clone(),
            title: name.to_owned(),
            purpose: None,
            docs: Docs::default(),
            evidence: vec![],
            read_from: vec![],
            call: None,
            kind,
            traits: Traits::default(),
            replaced: None,
            emitted: true,
            added: Default::default(),
            examples: vec![],
        };
        (path, model)
    }

    #[test]
    fn everything_is_counted_once_and_only_for_its_api() {
        let mut files = Files::default();
        let ids: Vec<_> = ["a", "b", "c", "d"]
            .map(|name| files.add(SourceFile::new(name, "")))
            .to_vec();
        let input = ApiInput {
            name: "shop".to_owned(),
            pages: vec![
                ("a.md".to_owned(), ids[0]),
                ("docs/README.md".to_owned(), ids[3]),
            ],
            samples: vec![],
            keys: Vec::new(),
            config: Some(ids[1]),
        };
        let source = Source {
            folder: String::new(),
            models: vec![],
            left_out: [
                (0, Reason::Globals),
                (0, Reason::ResponseWrapper),
                (0, Reason::Globals),
                (3, Reason::NotAModel),
            ]
            .map(|(file, reason)| LeftOut {
                file: ids[file],
                title: String::new(),
                namespace: String::new(),
                reason,
                is_user_type: false,
            })
            .to_vec(),
            not_understood: vec![ids[0]],
            unmatched: None,
            other_tables: Vec::new(),
            without_field: vec![Place::new(ids[0], 0..0)],
        };
        let text = Kind::Alias(Alias { ty: Type::String });
        let object = Kind::Struct(Struct {
            fields: vec![],
            extra: None,
        });
        let api = Api {
            name: "shop".to_owned(),
            module: "shop".to_owned(),
            package: Default::default(),
            wire_case: Fact {
                value: WireCase::Snake,
                rule: crate::model::Rule::MostKeys { ayes: 2, noes: 1 },
                evidence: vec![],
            },
            date_time: DateTimeType::Time,
            map: Default::default(),
            impls: Default::default(),
            not_known: Default::default(),
            models: [
                model("A", text.clone()),
                model("B", text),
                model("C", object),
            ]
            .into_iter()
            .collect(),
            user_types: Default::default(),
            examples_left_out: 0,
            dependencies: Default::default(),
        };
        let mut diagnostics = Diagnostics::default();
        for id in ids {
            diagnostics.push(Diagnostic::warning(Topic::Type, Place::new(id, 0..0), "x"));
        }
        let summary = Summary::new(&files, &input, &[source], &api, &diagnostics);
        let expected = Summary {
            api: "shop".to_owned(),
            structs: 1,
            enums: 0,
            flags: 0,
            unions: 0,
            aliases: 2,
            fields: 0,
            pages: 2,
            left_out: BTreeMap::from([
                (Reason::ResponseWrapper, 1),
                (Reason::Globals, 2),
                (Reason::NotAModel, 1),
            ]),
            not_understood: 1,
            without_model: vec!["shop/docs/README.md".to_owned()],
            wire_case: WireCase::Snake,
            wire_rule: "most keys in examples: 2 for, 1 against".to_owned(),
            keys_derived: 0,
            keyless: 0,
            unmatched: None,
            other_tables: vec![],
            without_field: vec!["a:1:1".to_owned()],
            types_inferred: 0,
            examples_left_out: 0,
            presence_not_known: 0,
            null_not_known: 0,
            width_not_known: 0,
            warnings: 3,
        };
        assert_eq!(summary, expected);
        assert_eq!(
            summary.to_string(),
            "shop: 3 models (1 struct, 2 aliases), 0 fields; 2 pages: 4 left out \
             (1 response wrapper, 2 pages of globals, 1 page without a model), 1 not understood; \
             wire names: snake_case (most keys in examples: 2 for, 1 against); keys: 0 seen, 0 derived; \
             rows without a field: 1; not known: null of 0 required fields, width of 0 numbers; 3 warnings"
        );
    }
}
