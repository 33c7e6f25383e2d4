//! Structs: the rows of several pages about one field, joined.

use indexmap::IndexMap;

use super::catalog::{Entry, Witness};
use super::linked::LinkedType;
use super::lower::{Lowering, Spot};
use super::names::{self, Scope};
use super::wire::{self, squash};
use super::{Context, docs, evidence};
use crate::claim::{Body, Const, FieldClaim, Saying};
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Docs, Evidence, Extra, Fact, Field, Kind, Nullability, Presence, Struct, Type};

/// A row and the page that it stands on.
#[derive(Clone, Copy)]
struct Row<'a> {
    witness: Witness<'a>,
    field: &'a FieldClaim,
}

/// Names under which SDKs print the map for keys without a field of their own.
const EXTRA_NAMES: &[&str] = &["additionalproperties", "pydanticextra"];

/// The struct that an entry's field tables describe.
pub(super) fn build(
    cx: &Context<'_>,
    index: usize,
    lowering: &mut Lowering<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> Kind {
    let entry = &cx.catalog.entries[index];
    let mut scope = Scope::default();
    let mut fields: Vec<Field> = Vec::new();
    let mut extra = None;
    for (key, rows) in join_rows(entry) {
        let ty = join_types(cx, &rows, entry, diagnostics);
        if let Some(value) = extra_value(&key, &ty) {
            let at = row_evidence(cx, rows[0], true);
            let spot = Spot {
                owner: &entry.path,
                field: "extra",
                at: &at,
            };
            let docs = docs::of_field(rows.iter().map(|row| row.field));
            extra = Some((lowering.lower(value, spot), docs));
            continue;
        }
        let field = Joined {
            cx,
            index,
            entry,
            rows: &rows,
            ty: &ty,
        };
        fields.push(field.decide(&mut scope, lowering, diagnostics));
    }
    let kept = cx.keeps_extra(entry).then(|| (Type::Any, Docs::default()));
    let extra = extra.or(kept).map(|(ty, docs)| Extra {
        name: scope.take(["extra", "extra_properties"].map(str::to_owned)),
        ty,
        docs,
    });
    Kind::Struct(Struct { fields, extra })
}

/// The rows of all pages by field: the fields of the first page in its order, then what only
/// others have.
fn join_rows<'a>(entry: &Entry<'a>) -> IndexMap<(String, usize), Vec<Row<'a>>> {
    let mut joined: IndexMap<(String, usize), Vec<Row<'a>>> = IndexMap::new();
    for &witness in &entry.witnesses {
        let Body::Fields(fields) = &witness.claim.body else {
            continue;
        };
        let mut seen: IndexMap<String, usize> = IndexMap::new();
        for field in fields {
            let key = squash(&field.name.value);
            // Two fields of one page may squash to the same: `_id` and `id`.
            let nth = seen
                .entry(key.clone())
                .and_modify(|nth| *nth += 1)
                .or_default();
            joined
                .entry((key, *nth))
                .or_default()
                .push(Row { witness, field });
        }
    }
    joined
}

fn join_types(
    cx: &Context<'_>,
    rows: &[Row<'_>],
    entry: &Entry<'_>,
    diagnostics: &mut Diagnostics,
) -> LinkedType {
    let link = |row: &Row<'_>| {
        let Witness { source, claim } = row.witness;
        LinkedType::link(&cx.catalog, source, claim, &row.field.ty.value)
    };
    let mut joined = link(&rows[0]);
    for row in &rows[1..] {
        let ty = link(row);
        match joined.join(&ty, &cx.catalog) {
            Some(both) => joined = both,
            None => diagnostics.push(
                Diagnostic::warning(
                    row.field.ty.place,
                    format!(
                        "pages disagree about the type of `{}.{}`",
                        entry.title, row.field.name.value
                    ),
                )
                .label("says otherwise than the first page")
                .related(rows[0].field.ty.place, "the first page is followed")
                .hint("bring the pages to one version"),
            ),
        }
    }
    joined
}

fn extra_value<'t>(key: &(String, usize), ty: &'t LinkedType) -> Option<&'t LinkedType> {
    if !EXTRA_NAMES.contains(&key.0.as_str()) {
        return None;
    }
    match ty {
        LinkedType::Map(value) => Some(value),
        LinkedType::Any => Some(ty),
        _ => None,
    }
}

fn row_evidence(cx: &Context<'_>, row: Row<'_>, won: bool) -> Evidence {
    evidence(
        cx.files,
        row.field.ty.place,
        cx.files.text(row.field.ty.place),
        won,
    )
}

/// A field with all that is said about it.
struct Joined<'j, 'a> {
    cx: &'j Context<'a>,
    index: usize,
    entry: &'j Entry<'a>,
    rows: &'j [Row<'a>],
    ty: &'j LinkedType,
}

impl Joined<'_, '_> {
    fn decide(
        &self,
        scope: &mut Scope,
        lowering: &mut Lowering<'_, '_>,
        diagnostics: &mut Diagnostics,
    ) -> Field {
        let wire_name = self.wire_name();
        let config = self.config(&wire_name.value);
        let name = match config.and_then(|config| config.rust_name.as_ref()) {
            Some(name) => name.value.clone(),
            None => names::field_name(self.doc_name()),
        };
        let required = self.required(config, diagnostics);
        let nullable = self.nullable(config);
        let presence = match (required.value, nullable.value) {
            (true, Nullability::Yes) => Presence::RequiredNullable,
            (true, _) => Presence::Required,
            (false, Nullability::Yes) => Presence::OptionalNullable,
            (false, _) => Presence::Optional,
        };
        let wire_name = match config.and_then(|config| config.wire_name.as_ref()) {
            Some(name) => Fact {
                value: name.value.clone(),
                rule: SET.into(),
                evidence: vec![evidence(self.cx.files, name.place, "wire-name", true)],
            },
            None => wire_name,
        };
        Field {
            name: scope.take([name]),
            ty: self.lower(lowering),
            wire_name,
            required,
            nullable,
            presence,
            constant: self.constant(),
            docs: docs::of_field(self.rows.iter().map(|row| row.field)),
            example: None,
        }
    }

    fn config(&self, wire_name: &str) -> Option<&FieldConfig> {
        let doc_names = self.rows.iter().map(|row| row.field.name.value.as_str());
        self.cx
            .field_config(self.entry, doc_names.chain([wire_name]))
    }

    /// The docs' name that keeps most of the wire's: one in camel case, if there is one.
    fn doc_name(&self) -> &str {
        let names = || self.rows.iter().map(|row| row.field.name.value.as_str());
        let camel = |name: &&str| {
            name.starts_with(|c: char| c.is_ascii_lowercase())
                && name.contains(|c: char| c.is_ascii_uppercase())
        };
        names()
            .find(camel)
            .or_else(|| names().next())
            .unwrap_or_default()
    }

    fn wire_name(&self) -> Fact<String> {
        let files = self.cx.files;
        let spelt = wire::spell(self.cx.case.value, self.doc_name());
        let key = (self.index, squash(self.doc_name()));
        // An example shows the key itself: no rule can know better.
        if let Some(shown) = self.cx.shown.keys.get(&key) {
            let by_rule = shown.iter().find(|key| key.value == spelt);
            let key = by_rule.unwrap_or(&shown[0]);
            return Fact {
                value: key.value.clone(),
                rule: "a key in an example".into(),
                evidence: vec![evidence(files, key.place, &key.value, true)],
            };
        }
        let say =
            |row: &Row<'_>| evidence(files, row.field.name.place, &row.field.name.value, true);
        let rule = "the wire case of the API, applied to the docs' name".into();
        Fact {
            value: spelt,
            rule,
            evidence: self.rows.iter().map(say).collect(),
        }
    }

    fn required(&self, config: Option<&FieldConfig>, diagnostics: &mut Diagnostics) -> Fact<bool> {
        let files = self.cx.files;
        if let Some(set) = config.and_then(|config| config.required.as_ref()) {
            let at = evidence(files, set.place, "required", true);
            return Fact {
                value: set.value,
                rule: SET.into(),
                evidence: vec![at],
            };
        }
        // What one page calls optional may be absent, whatever the others say.
        let value = self.rows.iter().all(|row| row.field.required.value);
        for row in self.rows {
            let first = self.rows[0].field;
            if row.field.required.value != first.required.value {
                diagnostics.push(
                    Diagnostic::warning(
                        row.field.required.place,
                        format!(
                            "pages disagree whether `{}.{}` is required",
                            self.entry.title, first.name.value
                        ),
                    )
                    .label("says otherwise than the first page")
                    .related(first.required.place, "the first page")
                    .hint("the field is optional; set `required` in spec.toml to decide"),
                );
            }
        }
        let say = |row: &Row<'_>| {
            let says = if row.field.required.value {
                "required"
            } else {
                "optional"
            };
            evidence(
                files,
                row.field.required.place,
                says,
                row.field.required.value == value,
            )
        };
        let rule = if self.rows.len() == 1 {
            "the page says so"
        } else {
            "optional if a page says so"
        };
        Fact {
            value,
            rule: rule.into(),
            evidence: self.rows.iter().map(say).collect(),
        }
    }

    fn nullable(&self, config: Option<&FieldConfig>) -> Fact<Nullability> {
        let files = self.cx.files;
        let fact = |value, rule: &str, evidence| Fact {
            value,
            rule: rule.into(),
            evidence,
        };
        if let Some(set) = config.and_then(|config| config.nullable.as_ref()) {
            let value = if set.value {
                Nullability::Yes
            } else {
                Nullability::No
            };
            return fact(
                value,
                SET,
                vec![evidence(files, set.place, "nullable", true)],
            );
        }
        let key = (self.index, squash(self.doc_name()));
        if let Some(nulls) = self.cx.shown.nulls.get(&key) {
            let seen = nulls
                .iter()
                .map(|&at| evidence(files, at, "null in an example", true));
            return fact(Nullability::Yes, "null in an example", seen.collect());
        }
        let saying = |row: &Row<'_>| match row.field.nullable {
            // A language prints a union of objects, or a value it knows nothing of, without a
            // wrapper whether it can be null or not.
            Saying::No if self.hides_null() => Saying::Silent,
            saying => saying,
        };
        let says = |wanted: Saying| self.rows.iter().filter(move |row| saying(row) == wanted);
        let said = |wanted: Saying, words: &str| -> Vec<Evidence> {
            says(wanted)
                .map(|row| {
                    let cell = files.text(row.field.ty.place);
                    evidence(files, row.field.ty.place, &format!("{words}: {cell}"), true)
                })
                .collect()
        };
        if says(Saying::Yes).next().is_some() {
            fact(
                Nullability::Yes,
                "a type cell says so",
                said(Saying::Yes, "may be null"),
            )
        } else if says(Saying::No).next().is_some() {
            fact(
                Nullability::No,
                "no wrapper where the language has one",
                said(Saying::No, "not null"),
            )
        } else {
            fact(Nullability::Unknown, "no source can say", Vec::new())
        }
    }

    fn hides_null(&self) -> bool {
        self.ty.object_model().is_some_and(|entry| {
            self.cx.catalog.entries[entry]
                .witnesses
                .iter()
                .all(|witness| matches!(witness.claim.body, Body::Members(_) | Body::Silent))
        }) || matches!(self.ty, LinkedType::Any | LinkedType::Union(_))
    }

    fn lower(&self, lowering: &mut Lowering<'_, '_>) -> Fact<Type> {
        let said: Vec<Evidence> = self
            .rows
            .iter()
            .map(|&row| row_evidence(self.cx, row, true))
            .collect();
        // A wrapper around the whole value is the field's presence, not part of its type.
        let mut ty = self.ty;
        while let LinkedType::Nullable(inner) = ty {
            ty = inner;
        }
        let spot = Spot {
            owner: &self.entry.path,
            field: self.doc_name(),
            at: &said[0],
        };
        let value = lowering.lower(ty, spot);
        let rule = if self.rows.len() == 1 {
            "the page says so"
        } else {
            "the narrowest of the pages' types"
        };
        Fact {
            value,
            rule: rule.into(),
            evidence: said,
        }
    }

    fn constant(&self) -> Option<serde_json::Value> {
        match self.ty {
            LinkedType::Const(Const::Boolean(value)) => Some((*value).into()),
            LinkedType::Const(Const::Number(digits)) => serde_json::from_str(digits).ok(),
            LinkedType::Const(Const::String(value)) => Some(value.as_str().into()),
            _ => None,
        }
    }
}

const SET: &str = "set in spec.toml";
