//! Unions whose members are listed only where they are used.
//!
//! Ruby's page of a union has only a title and prose. The cells that use the union link to this
//! page and list its members.

use std::collections::BTreeMap;

use crate::claim::{Body, ModelClaim, TypeShape};
use crate::dialect::sdk::claims::model_name::ListedUnion;
use crate::source::Located;

/// Gives the members that cells list to the pages of their unions, where these are silent.
pub(crate) fn complete(models: &mut [ModelClaim], listed: Vec<ListedUnion>) {
    let mut members: BTreeMap<String, Vec<Located<TypeShape>>> = BTreeMap::new();
    for union in listed {
        let known = members.entry(union.page).or_default();
        for member in union.members {
            // Several cells may list the same union; what one leaves out, another adds.
            if !known.iter().any(|known| says_same(&known.value, &member)) {
                known.push(Located::new(member, union.place));
            }
        }
    }
    for model in models {
        if model.body == Body::Silent
            && let Some(members) = members.remove(&model.page)
        {
            model.body = Body::Members(members);
        }
    }
}

/// Whether two types are the same wherever they stand.
fn says_same(a: &TypeShape, b: &TypeShape) -> bool {
    use TypeShape::{List, Map, Model, Nullable, Union};
    match (a, b) {
        (Model(a), Model(b)) => (&a.name, &a.namespace) == (&b.name, &b.namespace),
        (List(a), List(b)) | (Map(a), Map(b)) | (Nullable(a), Nullable(b)) => says_same(a, b),
        (Union(a), Union(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| says_same(a, b)),
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use crate::claim::Body;
    use crate::dialect::sdk::testing::{Reading, fields_page, print, read};

    /// The members of a model, by name.
    fn members(reading: &Reading, model: &str) -> Vec<String> {
        let mut models = reading.sources.iter().flat_map(|source| &source.models);
        let body = models
            .find(|claim| claim.name.value == model)
            .map(|claim| &claim.body);
        match body {
            Some(Body::Members(members)) => members.iter().map(|m| print(&m.value)).collect(),
            Some(Body::Silent) => Vec::new(),
            other => panic!("{model}: {other:?}"),
        }
    }

    fn field(reading: &Reading, nth: usize) -> String {
        print(&reading.fields("A")[nth].ty.value)
    }

    #[test]
    fn a_silent_page_has_the_members_that_its_uses_list() {
        let user = fields_page(
            "A",
            &[
                "`a` | [T.nilable(T.any(::String, Models::Shared::B))](../../models/shared/tagids.md) | no | N/A",
                "`b` | T::Array<[T.any(Models::Shared::B, T::Array[::String])](../../models/shared/tagids.md)> | yes | N/A",
            ],
        );
        let reading = read(&[
            ("docs/models/components/a.md", &user),
            ("docs/models/components/b.md", &fields_page("B", &[])),
            (
                "docs/models/components/tagids.md",
                "# TagIds\n\nThe tags.\n",
            ),
        ]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        assert_eq!(members(&reading, "TagIds"), ["String", "B", "String[]"]);
        assert_eq!(
            [field(&reading, 0), field(&reading, 1)],
            ["TagIds", "TagIds[]"]
        );
    }

    #[test]
    fn a_page_that_lists_its_members_itself_is_believed() {
        let user = fields_page(
            "A",
            &["`a` | [string\\|array\\|null](../../Models/Components/Ids.md) | no | N/A"],
        );
        let union = "# Ids\n\n## Supported Types\n\n### `string`\n\n```php\n/**\n* @var string\n*/\nstring $value = /* */\n```\n\n### `array`\n\n```php\n/**\n* @var array<string>\n*/\narray $value = /* */\n```\n";
        let reading = read(&[
            ("docs/Models/Components/A.md", &user),
            ("docs/Models/Components/Ids.md", union),
        ]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        assert_eq!(members(&reading, "Ids"), ["String", "String[]"]);
        assert_eq!(field(&reading, 0), "Ids");
    }

    #[test]
    fn a_union_of_one_is_named_by_its_member() {
        let user = fields_page(
            "A",
            &[
                "`a` | [Models::Shared::One](../../models/shared/choice.md) | yes | N/A",
                "`b` | [Models::Shared::Gone](../../models/shared/other.md) | yes | N/A",
            ],
        );
        let reading = read(&[
            ("docs/models/shared/a.md", &user),
            ("docs/models/shared/choice.md", "# Choice\n"),
            ("docs/models/shared/one.md", &fields_page("One", &[])),
            ("docs/models/shared/other.md", "# Other\n"),
        ]);
        assert_eq!(members(&reading, "Choice"), ["One"]);
        assert_eq!(members(&reading, "Other"), Vec::<String>::new());
        assert_eq!([field(&reading, 0), field(&reading, 1)], ["Choice", "Gone"]);
    }

    #[test]
    fn a_union_without_a_page_stays_where_it_is_used() {
        let cell = "`a` | [Union[str, models.B]](../models/gone.md) | yes | N/A";
        let reading = read(&[
            ("docs/models/a.md", &fields_page("A", &[cell])),
            ("docs/models/b.md", &fields_page("B", &[])),
        ]);
        assert_eq!(field(&reading, 0), "(String | B)");
    }
}
