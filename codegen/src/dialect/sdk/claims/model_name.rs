//! The models that a type cell names.

use super::type_meaning::{TypeReader, UnknownWord};
use crate::claim::{ModelName, TypeShape};
use crate::dialect::cells::type_expr::{Named, TypeExpr};
use crate::dialect::sdk::page::links::is_external;
use crate::dialect::sdk::page::location;
use crate::fold::fold_name;
use crate::source::Place;

/// A union whose members stand in a cell that uses it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ListedUnion {
    /// The path of the union's own page.
    pub page: String,
    pub members: Vec<TypeShape>,
    /// The cell.
    pub place: Place,
}

impl TypeReader<'_> {
    /// The union that cells list where a link to its page stands around their members; without such
    /// a page, one of its own.
    pub(super) fn listed(&mut self, link: &Named, members: Vec<TypeShape>) -> TypeShape {
        let target = link.link.as_deref().unwrap_or_default();
        let linked = self.index.follow(target, self.from);
        let Some(page) = linked.page else {
            return TypeShape::Union(members);
        };
        self.listed.push(ListedUnion {
            page: page.path.clone(),
            members,
            place: self.cell,
        });
        TypeShape::Model(Box::new(ModelName {
            name: page.title.clone(),
            namespace: linked.namespace.clone(),
            target: Some(linked.target),
            linked_namespace: linked.namespace,
            place: link.place,
        }))
    }

    /// The model of a name that is no word.
    ///
    /// # Errors
    ///
    /// [`UnknownWord`] for a name in lower case without a link.
    pub(super) fn model(&mut self, named: &Named) -> Result<ModelName, UnknownWord> {
        let link = named.link.as_deref().filter(|link| !is_external(link));
        let capital = named.last().starts_with(char::is_uppercase);
        let qualified = named.path.iter().filter(|part| !part.is_empty()).count() > 1;
        let says_model = link.is_some() || (named.link.is_none() && (capital || qualified));
        if !says_model || named.last().is_empty() {
            return Err(UnknownWord {
                name: named.dotted(),
                place: named.place,
            });
        }
        let mut name = ModelName {
            name: named.last().to_owned(),
            namespace: location::of_name(&named.path),
            target: None,
            linked_namespace: None,
            place: named.place,
        };
        let Some(linked) = link.map(|link| self.index.follow(link, self.from)) else {
            return Ok(name);
        };
        if let (Some(page), Some(space)) = (linked.page, &linked.namespace) {
            let namespace = name.namespace.as_deref().unwrap_or(space);
            // Ruby's union of one: the cell names its member, and links to the union's silent page.
            if page.is_silent
                && fold_name(&name.name) != fold_name(&page.title)
                && self.index.has_title(namespace, &name.name)
            {
                self.listed.push(ListedUnion {
                    page: page.path.clone(),
                    members: vec![TypeShape::Model(Box::new(name.clone()))],
                    place: self.cell,
                });
                name.name.clone_from(&page.title);
                name.namespace = Some(space.clone());
            }
        }
        name.target = Some(linked.target);
        name.linked_namespace = linked.namespace;
        Ok(name)
    }
}

/// A name in the link around all members of a union.
pub(super) fn shared_link<'n>(members: &[&'n TypeExpr]) -> Option<&'n Named> {
    let mut names = Vec::new();
    for member in members {
        member.for_each_name(&mut |named| names.push(named));
    }
    let first = *names.first()?;
    let link = first.link.as_ref().filter(|link| !is_external(link))?;
    location::of_link(link)?;
    names
        .iter()
        .all(|named| named.link.as_ref() == Some(link))
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use crate::claim::{Target, TypeShape};
    use crate::dialect::sdk::testing::{fields_page, read};

    #[test]
    fn links_lead_to_pages_whether_these_are_there_or_not() {
        let page = fields_page(
            "A",
            &[
                "`a` | [operations.B](../../models/operations/b.md) | no | N/A",
                "`b` | *components.C* | no | N/A",
                "`c` | [Date](../../models/shared/date.md#date) | no | N/A",
                "`d` | [E](#e) | no | N/A",
            ],
        );
        let date = fields_page("Date", &[]);
        let reading = read(&[
            ("x/models/a.md", &page),
            ("x/models/components/Date.md", &date),
        ]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let fields = reading.fields("A").iter();
        let names: Vec<_> = fields
            .map(|field| match &field.ty.value {
                TypeShape::Model(name) => (
                    name.name.as_str(),
                    name.namespace.as_deref(),
                    name.target.clone(),
                ),
                other => panic!("{other:?}"),
            })
            .collect();
        let page = |path: &str| Some(Target::Page(path.to_owned()));
        let expected = [
            ("B", Some("operations"), page("models/operations/b.md")),
            ("C", Some(""), None),
            (
                "Date",
                None,
                Some(Target::Anchor {
                    page: "x/models/components/Date.md".to_owned(),
                    anchor: "date".to_owned(),
                }),
            ),
            ("E", None, Some(Target::Local("e".to_owned()))),
        ];
        assert_eq!(names, expected);
    }
}
