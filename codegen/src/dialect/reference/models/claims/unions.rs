//! Members of unions that tables and sentences list.

use super::home::Home;
use super::models::Maker;
use crate::claim::{ModelName, Spelling, TagClaim, TypeShape};
use crate::dialect::reference::table::LinkTable;
use crate::source::Located;

impl Maker<'_, '_, '_> {
    /// The models that links lead to.
    pub fn one_of(
        &self,
        links: &[(String, Located<String>)],
        home: &Home,
    ) -> Vec<Located<TypeShape>> {
        let mut members: Vec<Located<TypeShape>> = Vec::new();
        for (target, text) in links {
            if let Some(name) = self.member(target, text, home)
                && !members.iter().any(|known| is_named(&known.value, &name))
            {
                members.push(Located::new(TypeShape::Model(Box::new(name)), text.place));
            }
        }
        members
    }

    /// The models of a table of links, and the value that tells each from the others.
    pub fn tagged(
        &self,
        table: &LinkTable,
        home: &Home,
    ) -> (Vec<Located<TypeShape>>, Vec<TagClaim>) {
        let members = self.one_of(&table.links, home);
        let values = table.values.iter().flat_map(|values| &values.values);
        let tags = values.filter_map(|row| {
            let id = self.cx.linked(home.page_at, row.link.as_ref()?)?;
            Some(TagClaim {
                member: self.cx.name_of(id, row.value.place)?.name,
                key: None,
                value: row.value.clone(),
                spelling: Spelling::Exact,
            })
        });
        (members, tags.collect())
    }

    fn member(&self, target: &str, text: &Located<String>, home: &Home) -> Option<ModelName> {
        let found = self.cx.linked(home.page_at, target);
        let id = found.or_else(|| self.cx.named(home.page_at, &text.value))?;
        (id != home.model).then(|| self.cx.name_of(id, text.place))?
    }
}

fn is_named(ty: &TypeShape, name: &ModelName) -> bool {
    matches!(ty, TypeShape::Model(known) if known.name == name.name && known.target == name.target)
}
