//! Pages for the tests of this module, read with the default profile.

use crate::claim::{Body, Const, FieldClaim, ModelClaim, Stated, Target, TypeShape};
use crate::diagnostic::Diagnostics;
use crate::dialect::reference::book::{Book, Leaf};
use crate::dialect::reference::models::plan::plan;
use crate::dialect::reference::profile::Profile;
use crate::dialect::reference::table;
use crate::page::{PageFile, parse};
use crate::source::{Files, SourceFile};

/// What a page says.
pub(super) struct Said {
    pub models: Vec<ModelClaim>,
    /// How many rows are parts of forms.
    pub form_parts: usize,
    /// The messages of all findings.
    pub findings: Vec<String>,
}

/// Reads one page.
pub(super) fn read(text: &str) -> Said {
    read_with(Profile::standard(), text)
}

/// Reads one page by a profile.
pub(super) fn read_with(profile: &Profile, text: &str) -> Said {
    let mut files = Files::default();
    let id = files.add(SourceFile::new("api/a.md", text));
    let mut page = PageFile {
        path: "a.md".to_owned(),
        page: parse(&files, id),
    };
    let book = Book::read(&files, "", vec![Leaf::of(&mut page)], profile);
    let mut diagnostics = Diagnostics::default();
    let tables = table::read(&book, &mut diagnostics);
    let plan = plan(&book, &tables);
    let (models, form_parts) = super::super::read(&book, &tables, &plan, &mut diagnostics);
    let findings = diagnostics.sorted().into_iter();
    Said {
        models,
        form_parts: form_parts.len(),
        findings: findings.map(|found| found.message.clone()).collect(),
    }
}

impl Said {
    /// A model by its title.
    #[track_caller]
    pub fn model(&self, title: &str) -> &ModelClaim {
        let found = self.models.iter().find(|model| model.name.value == title);
        found.unwrap_or_else(|| {
            let titles = self.models.iter().map(|model| &model.name.value);
            panic!("no {title} in {:?}", titles.collect::<Vec<_>>())
        })
    }

    /// A model in a line: `a: string, b?: [Bed]`; `?` is a key that may be absent, `!` one that must
    /// be there, neither one of which nothing is known.
    #[track_caller]
    pub fn print(&self, title: &str) -> String {
        let print = |field: &FieldClaim| {
            let mark = match field.required.value {
                Stated::Yes => "!",
                Stated::No => "?",
                Stated::Silent => "",
            };
            let null = match field.nullable {
                Stated::Yes => " | null",
                _ => "",
            };
            let rest = if field.is_rest { "..." } else { "" };
            let (name, ty) = (&field.name.value, self.ty(&field.ty.value));
            format!("{rest}{name}{mark}: {ty}{null}")
        };
        match &self.model(title).body {
            Body::Fields(fields) => fields.iter().map(print).collect::<Vec<_>>().join(", "),
            Body::Values(values) => {
                let flags = if values.are_flags { "flags " } else { "" };
                let values = values.values.iter().map(|value| match &value.name {
                    Some(name) => format!("{} {name}", value.value.value),
                    None => value.value.value.clone(),
                });
                format!("{flags}{}", values.collect::<Vec<_>>().join(", "))
            }
            Body::Members(members) => {
                let members = members.iter().map(|member| self.ty(&member.value));
                members.collect::<Vec<_>>().join(" | ")
            }
            Body::Silent => String::new(),
        }
    }

    /// A type; a model is what its link leads to.
    #[track_caller]
    fn ty(&self, ty: &TypeShape) -> String {
        match ty {
            TypeShape::Scalar(scalar) => scalar.to_string(),
            TypeShape::List(inner) => format!("[{}]", self.ty(inner)),
            TypeShape::Map(inner) => format!("{{{}}}", self.ty(inner)),
            TypeShape::Nullable(inner) => format!("{}?", self.ty(inner)),
            TypeShape::Union(members) => {
                let members = members.iter().map(|member| self.ty(member));
                format!("({})", members.collect::<Vec<_>>().join(" | "))
            }
            TypeShape::Const(Const::String(text)) => format!("{text:?}"),
            TypeShape::Const(Const::Number(text)) => text.clone(),
            TypeShape::Const(Const::Boolean(is)) => is.to_string(),
            TypeShape::Any => "any".to_owned(),
            TypeShape::RawResponse => "raw".to_owned(),
            TypeShape::Model(name) => {
                let Some(Target::Anchor { page, anchor }) = &name.target else {
                    panic!("no link: {name:?}");
                };
                let mut there = self.models.iter().filter(|model| {
                    model.page == *page && model.anchors.iter().any(|known| known == anchor)
                });
                let model = there.next().unwrap_or_else(|| panic!("no model: {name:?}"));
                assert!(there.next().is_none(), "two models: {name:?}");
                assert_eq!(model.name.value, name.name);
                name.name.clone()
            }
        }
    }
}

/// A table of fields, a row a line.
pub(super) fn fields(rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| format!("| {row} |\n"));
    let rows: String = rows.collect();
    format!("\n| Field | Type | Description |\n|-|-|-|\n{rows}\n")
}

/// A table of values, a row a line.
pub(super) fn values(rows: &[&str]) -> String {
    let rows = rows.iter().map(|row| format!("| {row} |\n"));
    let rows: String = rows.collect();
    format!("\n| Value | Description |\n|-|-|\n{rows}\n")
}
