//! Small APIs for the tests of this module.

use crate::claim::Source;
use crate::diagnostic::{Diagnostics, Severity};
use crate::model::{Api, Field, Kind, ModelPath, Type};
use crate::page::{self, PageFile};
use crate::source::{Files, SourceFile};
use crate::{config, dialect, sample};

/// Describes an API from pages given as `(path, text)`.
pub(crate) fn describe(pages: &[(&str, &str)], spec: &str) -> (Api, Diagnostics) {
    describe_with(pages, spec, |_| {})
}

/// The same, with other claims.
pub(crate) fn describe_with(
    pages: &[(&str, &str)],
    spec: &str,
    change: impl FnOnce(&mut Vec<Source>),
) -> (Api, Diagnostics) {
    describe_claims(pages, spec, |_, sources| change(sources))
}

/// The same; the claims may have places in the pages.
pub(crate) fn describe_claims(
    pages: &[(&str, &str)],
    spec: &str,
    change: impl FnOnce(&Files, &mut Vec<Source>),
) -> (Api, Diagnostics) {
    let mut files = Files::default();
    let mut diagnostics = Diagnostics::default();
    let id = files.add(SourceFile::new("shop/spec.toml", spec));
    let config = config::parse(&files, id, &mut diagnostics);
    let mut read = Vec::new();
    let mut samples = Vec::new();
    let mut keys = Vec::new();
    for (path, text) in pages {
        let id = files.add(SourceFile::new(format!("shop/{path}"), *text));
        if path.starts_with("samples/") {
            samples.push(((*path).to_owned(), id));
            continue;
        }
        if path.ends_with(".tsv") {
            keys.push(((*path).to_owned(), id));
            continue;
        }
        read.push(PageFile {
            path: (*path).to_owned(),
            page: page::parse(&files, id),
        });
    }
    let keys = crate::keys::read(&files, &keys, &mut diagnostics);
    let mut sources = dialect::read(&files, &mut read, &keys, &config, &mut diagnostics);
    change(&files, &mut sources);
    let samples = sample::read(&files, &samples, &config, &mut diagnostics);
    let claims = super::Claims {
        sources: &sources,
        samples: &samples,
        config: &config,
    };
    let api = super::resolve(
        "shop",
        &files,
        claims,
        &mut diagnostics,
        &mut crate::timings::Timings::off(),
    );
    (api, diagnostics)
}

pub(crate) fn messages(diagnostics: &Diagnostics, severity: Severity) -> Vec<String> {
    let all = diagnostics
        .sorted()
        .into_iter()
        .filter(|d| d.severity == severity);
    all.map(|diagnostic| diagnostic.message.clone()).collect()
}

pub(crate) fn kind<'a>(api: &'a Api, path: &str) -> &'a Kind {
    let found = api.models.iter().find(|(known, _)| known.as_str() == path);
    &found.unwrap_or_else(|| panic!("no model {path}")).1.kind
}

pub(crate) fn field<'a>(api: &'a Api, path: &str, wire_name: &str) -> &'a Field {
    let Kind::Struct(object) = kind(api, path) else {
        panic!("{path} is no struct")
    };
    let mut fields = object.fields.iter();
    fields
        .find(|field| field.wire_name.value == wire_name)
        .expect("the field")
}

pub(crate) fn model(path: &str) -> Type {
    Type::Model(ModelPath::new(None, path))
}

const HEAD: &str = "\n\n## Fields\n\n| Field | Type | Required | Description | Example |\n| --- | --- | --- | --- | --- |\n";

pub(crate) fn table(title: &str, rows: &[&str]) -> String {
    format!("# {title}{HEAD}{}\n", rows.join("\n"))
}
