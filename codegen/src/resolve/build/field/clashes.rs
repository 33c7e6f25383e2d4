//! Names and keys that would be the same for two fields of a struct.

use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::map::{IndexMap, IndexSet};
use crate::model::Field;
use crate::source::Place;

/// A field and the name that it would have.
pub(crate) struct NamedField {
    field: Field,
    /// Its Rust name before a number makes it unique.
    wanted: String,
    rust_set: Option<Place>,
    wire_set: Option<Place>,
    row: Place,
}

impl NamedField {
    /// A field that wants to be called so, with its settings and its first row.
    pub fn new(field: Field, wanted: String, config: Option<&FieldConfig>, row: Place) -> Self {
        let place = |set: fn(&FieldConfig) -> Option<Place>| config.and_then(set);
        Self {
            field,
            wanted,
            rust_set: place(|config| config.rust_name.as_ref().map(|set| set.place)),
            wire_set: place(|config| config.wire_name.as_ref().map(|set| set.place)),
            row,
        }
    }
}

/// The fields without those whose key another has: a reader could fill only one of them. What the
/// user sets must hold, so there it is an error.
pub(crate) fn settle(
    owner: &str,
    named: Vec<NamedField>,
    diagnostics: &mut Diagnostics,
) -> Vec<Field> {
    if !may_clash(&named) {
        return shrunk(named.into_iter().map(|this| this.field).collect());
    }
    let mut by_name: IndexMap<String, Option<Place>> = IndexMap::default();
    let mut by_key: IndexMap<String, (Option<Place>, Place)> = IndexMap::default();
    // In the place of what is read: a struct may have very many fields.
    let fields = named.into_iter().filter_map(|this| {
        let namesake = by_name.get(&this.wanted);
        if let Some(place) = namesake.and_then(|other| this.rust_set.or(*other)) {
            let message = format!("two fields of `{owner}` are called `{}`", this.wanted);
            diagnostics.push(Diagnostic::error(place, message).hint("choose another name"));
        }
        let key = &this.field.wire_name.value;
        let Some((other_set, other_row)) = by_key.get(key) else {
            by_name.entry(this.wanted).or_insert(this.rust_set);
            by_key.insert(key.clone(), (this.wire_set, this.row));
            return Some(this.field);
        };
        let message = format!("two fields of `{owner}` have the key `{key}` on the wire");
        let clash = match this.wire_set.or(*other_set) {
            Some(place) => {
                Diagnostic::error(place, message).hint("exclude one of them: `exclude = true`")
            }
            None => Diagnostic::warning(Topic::Key, this.row, message)
                .label("left out")
                .related(*other_row, "the other")
                .hint("set `wire-name` of one of them in spec.toml"),
        };
        diagnostics.push(clash);
        None
    });
    shrunk(fields.collect())
}

/// Whether two fields have one key, or a name is set that another may have.
fn may_clash(named: &[NamedField]) -> bool {
    let mut keys: IndexSet<&str> = IndexSet::default();
    keys.reserve(named.len());
    let mut fields = named.iter();
    fields.any(|this| this.rust_set.is_some() || !keys.insert(&this.field.wire_name.value))
}

fn shrunk(mut fields: Vec<Field>) -> Vec<Field> {
    fields.shrink_to_fit();
    fields
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::model::Kind;
    use crate::resolve::testing::{describe, kind, messages, table};

    const NONE: [&str; 0] = [];

    fn run(spec: &str) -> (Vec<String>, Vec<String>, usize) {
        let page = table(
            "Job",
            &[
                "| `fooBar` | *String* | :heavy_minus_sign: | N/A |  |",
                "| `foo_bar` | *String* | :heavy_minus_sign: | N/A |  |",
                "| `size` | *String* | :heavy_minus_sign: | N/A |  |",
            ],
        );
        let pages = [("java/docs/models/shared/Job.md", page.as_str())];
        let (api, diagnostics) = describe(&pages, spec);
        let Kind::Struct(job) = kind(&api, "Job") else {
            panic!("no struct")
        };
        let warnings = messages(&diagnostics, Severity::Warning);
        let warnings = warnings.into_iter().filter(|text| text.contains("Job"));
        let errors = messages(&diagnostics, Severity::Error);
        (warnings.collect(), errors, job.fields.len())
    }

    #[test]
    fn of_two_fields_with_one_key_the_first_is_there() {
        let (warnings, errors, fields) = run("wire-case = \"camel\"");
        let warning = "two fields of `Job` have the key `fooBar` on the wire";
        assert_eq!(
            (warnings, errors.len(), fields),
            (vec![warning.into()], 0, 2)
        );
        let (warnings, errors, fields) = run("wire-case = \"as-is\"");
        assert_eq!((warnings.len(), errors.len(), fields), (0, 0, 3));
    }

    #[test]
    fn what_is_set_is_not_what_another_field_has() {
        let names = "[models.Job.fields.size]\nrust-name = \"foo_bar\"\n";
        let (warnings, errors, _) = run(&format!("wire-case = \"as-is\"\n{names}"));
        assert_eq!(warnings, NONE);
        assert_eq!(errors, ["two fields of `Job` are called `foo_bar`"]);
        let keys = "[models.Job.fields.size]\nwire-name = \"fooBar\"\n";
        let (_, errors, _) = run(&format!("wire-case = \"as-is\"\n{keys}"));
        assert_eq!(
            errors,
            ["two fields of `Job` have the key `fooBar` on the wire"]
        );
    }
}
