//! Fields whose type pages disagree about: one warning for all that disagree in the same way.

use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::resolve::build::field::narrowest::list_the_same;
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::SourceId;
use crate::resolve::catalog::linked::LinkedType;
use crate::source::Place;

/// What one page says of a field's type.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Statement {
    pub ty: LinkedType,
    pub place: Place,
    /// The SDK of the page.
    pub source: SourceId,
}

/// Two contradicting statements about one field.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Disagreement {
    /// The names of model and field in diagnostics.
    pub field: String,
    /// The overruled statement.
    pub overruled: Statement,
    pub against: Statement,
    /// The type that the model has.
    pub decided: LinkedType,
}

/// All disagreements between pages.
#[derive(Debug, Default)]
pub(crate) struct Disagreements(Vec<Disagreement>);

impl Disagreements {
    pub fn push(&mut self, disagreement: Disagreement) {
        self.0.push(disagreement);
    }

    /// Warns of each; fields that disagree in the same way share a warning.
    pub fn warn(mut self, catalog: &Catalog<'_>, diagnostics: &mut Diagnostics) {
        self.0.sort_by_key(|one| one.overruled.place);
        let mut groups: Vec<Vec<Disagreement>> = Vec::new();
        for one in self.0 {
            let same = |group: &&mut Vec<Disagreement>| same_way(&group[0], &one, catalog);
            match groups.iter_mut().find(same) {
                Some(group) => group.push(one),
                None => groups.push(vec![one]),
            }
        }
        for group in groups {
            let (first, rest) = (&group[0], &group[1..]);
            diagnostics.push(warning(first, rest, catalog));
        }
    }
}

fn warning(first: &Disagreement, rest: &[Disagreement], catalog: &Catalog<'_>) -> Diagnostic {
    let more = match rest.len() {
        0 => String::new(),
        1 => " and, in the same way, of another field".to_owned(),
        count => format!(" and, in the same way, of {count} other fields"),
    };
    let message = format!("pages disagree about the type of `{}`{more}", first.field);
    let words = |said: &Statement| said.ty.words(catalog);
    let mut decided: Vec<String> = Vec::new();
    for one in std::iter::once(first).chain(rest) {
        let words = one.decided.words(catalog);
        if !decided.contains(&words) {
            decided.push(words);
        }
    }
    let mut warning = Diagnostic::warning(Topic::Type, first.overruled.place, message)
        .label(format!(
            "{} here; the model has {}",
            words(&first.overruled),
            decided.join(" and ")
        ))
        .related(
            first.against.place,
            format!("{} here", words(&first.against)),
        )
        .hint("set `type` in spec.toml, or use pages of the same version");
    for one in rest {
        for said in [&one.overruled, &one.against] {
            let label = format!("`{}` is {} here", one.field, words(said));
            warning = warning.related(said.place, label);
        }
    }
    warning
}

/// Whether the same SDKs disagree in the same way about both fields, and the decision is the same.
fn same_way(a: &Disagreement, b: &Disagreement, catalog: &Catalog<'_>) -> bool {
    let same = |a: &Statement, b: &Statement| a.source == b.source && alike(&a.ty, &b.ty, catalog);
    same(&a.overruled, &b.overruled)
        && same(&a.against, &b.against)
        && alike(&a.decided, &b.decided, catalog)
}

/// Whether types are one, or models that list the same under two names.
fn alike(a: &LinkedType, b: &LinkedType, catalog: &Catalog<'_>) -> bool {
    use LinkedType::{List, Map, Model, Nullable, Union};
    match (a, b) {
        (List(a), List(b)) | (Map(a), Map(b)) | (Nullable(a), Nullable(b)) => alike(a, b, catalog),
        (Union(a), Union(b)) => {
            let mut members = a.iter().zip(b);
            a.len() == b.len() && members.all(|(a, b)| alike(a, b, catalog))
        }
        (Model(a), Model(b)) => a == b || list_the_same(catalog, *a, *b),
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::resolve::testing::{describe, messages, table};

    /// Pages of Java and TypeScript, each a model whose fields have the types of the rows.
    fn warnings(java: &[(&str, &str)], typescript: &[(&str, &str)], spec: &str) -> Vec<String> {
        let page = |(fields, ty): &(&str, &str)| {
            let rows: Vec<_> = fields
                .split(' ')
                .map(|field| format!("| `{field}` | {ty} | :heavy_check_mark: | N/A |  |"))
                .collect();
            let rows: Vec<_> = rows.iter().map(String::as_str).collect();
            rows.join("\n")
        };
        let pages = |rows: &[(&str, &str)], sign: &str| {
            let rows: Vec<_> = rows.iter().map(page).collect();
            let sign = format!("| `sign` | {sign} | :heavy_check_mark: | N/A |  |");
            table("Job", &[&rows.join("\n"), &sign])
        };
        let other = |name: &str, keys: &[&str]| {
            let rows: Vec<_> = keys
                .iter()
                .map(|key| format!("| `{key}` | *string* | :heavy_check_mark: | N/A |  |"))
                .collect();
            table(name, &rows.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let (_, diagnostics) = describe(
            &[
                (
                    "java/docs/models/shared/Job.md",
                    &pages(java, "Map\\<String, *Boolean*>"),
                ),
                (
                    "typescript/docs/models/components/job.md",
                    &pages(typescript, "Record<string, *boolean*>"),
                ),
                (
                    "typescript/docs/models/components/a.md",
                    &other("A", &["x", "y"]),
                ),
                (
                    "typescript/docs/models/components/b.md",
                    &other("B", &["x", "y"]),
                ),
                (
                    "typescript/docs/models/components/c.md",
                    &other("C", &["z"]),
                ),
            ],
            spec,
        );
        assert_eq!(messages(&diagnostics, Severity::Error), [] as [String; 0]);
        let all = diagnostics.sorted().into_iter();
        all.map(|it| format!("{} ({})", it.message, it.related.len()))
            .collect()
    }

    const JAVA: &[(&str, &str)] = &[("a b c d", "*int*")];
    const TYPESCRIPT: &[(&str, &str)] = &[
        ("a", "[components.A](../../models/components/a.md)"),
        ("b", "[components.B](../../models/components/b.md)"),
        ("c", "[components.C](../../models/components/c.md)"),
        ("d", "*boolean*"),
    ];

    #[test]
    fn fields_that_pages_disagree_about_in_the_same_way_share_a_warning() {
        let expected = [
            "pages disagree about the type of `Job.a` and, in the same way, of another field (3)",
            "pages disagree about the type of `Job.c` (1)",
            "pages disagree about the type of `Job.d` (1)",
        ];
        assert_eq!(warnings(JAVA, TYPESCRIPT, ""), expected);
    }

    #[test]
    fn a_field_whose_type_is_set_is_not_among_them() {
        let expected = [
            "pages disagree about the type of `Job.b` (1)",
            "pages disagree about the type of `Job.c` (1)",
            "pages disagree about the type of `Job.d` (1)",
        ];
        let spec = "models.Job.fields.a.type = \"A\"\n";
        assert_eq!(warnings(JAVA, TYPESCRIPT, spec), expected);
    }
}
