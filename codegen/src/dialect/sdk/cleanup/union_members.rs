//! Unions whose members stand only where they are used.
//!
//! Ruby's page of such a union is a title and prose, and the cell that uses it
//! links to that page: what the cell lists are the page's members.

use std::collections::{BTreeMap, BTreeSet};

use super::sdk_models::letters;
use crate::claim::{Body, ModelClaim, ModelName, Source, TypeShape};
use crate::dialect::sdk::page::location;
use crate::source::{Located, Place};

/// Where a page lives: its namespace, and its file name in lower case.
type Key = (String, String);

/// Makes every listed union the name of its page, and gives its members to a page that is
/// silent; one without a page stays a union of its own.
pub(crate) fn settle(source: &mut Source) {
    let mut pages = Pages::default();
    for model in &source.models {
        let title = model.name.value.clone();
        pages.titles.insert(key_of_page(model), title.clone());
        if model.body == Body::Silent {
            pages.silent.insert(key_of_page(model));
        }
        let name = (model.namespace.clone(), letters(&title));
        pages.names.insert(name);
    }
    for model in &mut source.models {
        for ty in model.body.types_mut() {
            pages.take(&mut ty.value, ty.place);
        }
    }
    for model in &mut source.models {
        if let Some(members) = pages.members.remove(&key_of_page(model))
            && model.body == Body::Silent
        {
            model.body = Body::Members(members);
        }
    }
}

#[derive(Default)]
struct Pages {
    titles: BTreeMap<Key, String>,
    silent: BTreeSet<Key>,
    /// Namespaces and titles, in letters.
    names: BTreeSet<(String, String)>,
    /// The members that cells list, in the order of cells.
    members: BTreeMap<Key, Vec<Located<TypeShape>>>,
}

impl Pages {
    fn take(&mut self, shape: &mut TypeShape, place: Place) {
        match shape {
            TypeShape::Listed(page, members) => {
                for member in members.iter_mut() {
                    self.take(member, place);
                }
                let members = std::mem::take(members);
                *shape = match self.page_of(page) {
                    Some((key, name)) => {
                        self.add(key, members, place);
                        TypeShape::Model(name)
                    }
                    None => TypeShape::Union(members),
                };
            }
            TypeShape::Model(name) => {
                if let Some((key, page)) = self.page_of(name)
                    && self.is_only_member(name, &key, &page)
                {
                    let member = ModelName {
                        link: None,
                        ..name.clone()
                    };
                    self.add(key, vec![TypeShape::Model(member)], place);
                    *name = page;
                }
            }
            TypeShape::List(inner) | TypeShape::Map(inner) | TypeShape::Nullable(inner) => {
                self.take(inner, place);
            }
            TypeShape::Union(members) => {
                for member in members {
                    self.take(member, place);
                }
            }
            _ => {}
        }
    }

    /// The page that a name's link leads to, and that page's own name.
    fn page_of(&self, name: &ModelName) -> Option<(Key, ModelName)> {
        let (namespace, stem) = location::of_link(name.link.as_deref()?)?;
        let key = (namespace.clone(), stem.to_lowercase());
        let page = ModelName {
            name: self.titles.get(&key)?.clone(),
            namespace: Some(namespace),
            link: name.link.clone(),
            place: name.place,
        };
        Some((key, page))
    }

    /// Whether a cell names one model and links to the silent page of another: a union of one.
    fn is_only_member(&self, name: &ModelName, key: &Key, page: &ModelName) -> bool {
        let namespace = name.namespace.as_ref().unwrap_or(&key.0);
        self.silent.contains(key)
            && letters(&name.name) != letters(&page.name)
            && self
                .names
                .contains(&(namespace.clone(), letters(&name.name)))
    }

    /// Several cells may list the same union; what one leaves out, another adds.
    fn add(&mut self, key: Key, members: Vec<TypeShape>, place: Place) {
        let listed = self.members.entry(key).or_default();
        for member in members {
            if !listed.iter().any(|known| says_same(&known.value, &member)) {
                listed.push(Located::new(member, place));
            }
        }
    }
}

fn key_of_page(model: &ModelClaim) -> Key {
    (model.namespace.clone(), model.stem.to_lowercase())
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
