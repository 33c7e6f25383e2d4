//! The names of variants, without what the union's own name says already: of `ConnectionInfo` and
//! `StartingConnectionInfo`, `Starting`.
//!
//! Words that the variants share with each other alone stay: with one more variant, all would be
//! called otherwise.

use std::collections::BTreeMap;

use crate::model::{Kind, Type, Union};
use crate::resolve::context::Models;

/// Names the variants that are models. Until then they are called as their types, as settings and
/// pages mean them.
pub(super) fn shorten(models: &mut Models) {
    for model in models.values_mut() {
        let own = model.path.name().to_owned();
        if let Kind::Union(union) = &mut model.kind {
            shorten_in(union, &own);
        }
    }
}

fn shorten_in(union: &mut Union, own: &str) {
    let short: Vec<Option<String>> = union
        .variants
        .iter()
        .map(|variant| match variant.ty.innermost() {
            Type::Model(_) => without(&variant.name, own).map(str::to_owned),
            _ => None,
        })
        .collect();
    let mut taken: BTreeMap<&str, usize> = BTreeMap::from([(union.unknown.as_str(), 1)]);
    let full = union.variants.iter().map(|variant| variant.name.as_str());
    for name in full.chain(short.iter().flatten().map(String::as_str)) {
        *taken.entry(name).or_default() += 1;
    }
    let free: Vec<bool> = short
        .iter()
        .map(|name| name.as_ref().is_some_and(|name| taken[name.as_str()] == 1))
        .collect();
    for ((variant, name), free) in union.variants.iter_mut().zip(short).zip(free) {
        if let Some(name) = name.filter(|_| free) {
            variant.name = name;
        }
    }
}

/// What a name says beside the union's, if that stands at one of its ends.
fn without<'n>(name: &'n str, own: &str) -> Option<&'n str> {
    let rest = name.strip_suffix(own).or_else(|| name.strip_prefix(own))?;
    let begins = rest.starts_with(|c: char| c.is_uppercase());
    (begins && rest != "Self").then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ModelPath;
    use crate::resolve::build::variants;

    fn named(own: &str, types: &[&str]) -> Vec<String> {
        let types = types.iter().map(|name| match *name {
            "" => Type::String,
            name => Type::Model(ModelPath::new(None, name)),
        });
        let mut union = variants::of(types.collect());
        shorten_in(&mut union, own);
        let names = union.variants.into_iter().map(|variant| variant.name);
        names.chain([union.unknown]).collect()
    }

    #[test]
    fn a_variant_does_not_repeat_the_union() {
        assert_eq!(
            named(
                "Connection",
                &["StartingConnection", "ConnectionActive", "Lost", ""]
            ),
            ["Starting", "Active", "Lost", "String", "Unknown"]
        );
    }

    #[test]
    fn a_name_that_another_has_or_nobody_can_have_stays_whole() {
        let clashes = [
            "Item", "AItem", "A", "ItemB", "BItem", "ItemSelf", "Items", "Item2",
        ];
        assert_eq!(named("Item", &clashes)[..8], clashes);
        assert_eq!(named("Kind", &["UnknownKind"]), ["UnknownKind", "Unknown"]);
        assert_eq!(
            named("Io", &["StringIo", ""]),
            ["StringIo", "String", "Unknown"]
        );
    }
}
