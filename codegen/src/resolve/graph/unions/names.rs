//! The names of variants: that of the tag's value, which is what the docs and the JSON say, else that of
//! the type without what the union's own name says already: of `ConnectionInfo` and
//! `StartingConnectionInfo`, `Starting`.
//!
//! Words that the variants share with each other alone stay: with one more variant, all would be
//! called otherwise.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::fold::same_name;
use crate::model::{Kind, Type, Union, Variant};
use crate::resolve::context::Models;
use crate::resolve::names::rust;

/// Of a longer value, the type's name is the shorter one to read.
const LONGEST: usize = 60;

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
    let is_tagged = union.tag.is_some();
    let better: Vec<Vec<String>> = union
        .variants
        .iter()
        .map(|variant| better(variant, own, is_tagged))
        .collect();
    let mut taken: BTreeMap<&str, usize> = BTreeMap::from([(union.unknown.as_str(), 1)]);
    for (variant, better) in union.variants.iter().zip(&better) {
        let names = better.iter().chain([&variant.name]);
        for name in names.collect::<BTreeSet<_>>() {
            *taken.entry(name).or_default() += 1;
        }
    }
    let chosen: Vec<Option<String>> = better
        .iter()
        .map(|names| names.iter().find(|name| taken[name.as_str()] == 1).cloned())
        .collect();
    for (variant, name) in union.variants.iter_mut().zip(chosen) {
        if let Some(name) = name {
            variant.name = name;
        }
    }
}

/// What a variant is rather called than as its type, the best first.
fn better(variant: &Variant, own: &str, is_tagged: bool) -> Vec<String> {
    let whole = &variant.name;
    let mut ty = &variant.ty;
    while let Type::Boxed(inner) = ty {
        ty = inner;
    }
    let short = match ty {
        Type::Model(_) => without(whole, own),
        // Several of what the union is called as end as it does, and that is all that they say.
        ty if matches!(ty.innermost(), Type::Model(_)) => behind(whole, own),
        _ => return Vec::new(),
    };
    let short = short.map(str::to_owned);
    let by_type = short.iter().chain([whole]);
    let tag = of_tag(&variant.shape.tags(), own).filter(|_| is_tagged);
    // The type's name has its capitals from the docs.
    let tag = tag.map(|tag| {
        by_type
            .clone()
            .find(|it| same_name(it, &tag))
            .cloned()
            .unwrap_or(tag)
    });
    let names = tag.iter().chain(&short);
    names.cloned().collect()
}

/// What the values of a tag call a variant: one text of words, and no other.
pub(super) fn of_tag(values: &[&Value], own: &str) -> Option<String> {
    let (first, others) = values.split_first()?;
    if others.iter().any(|other| other != first) {
        return None;
    }
    let text = first.as_str()?;
    let is_of_words = |c: char| c.is_ascii_alphanumeric() || "_-.:/ ".contains(c);
    let begins = text.starts_with(|c: char| c.is_ascii_alphabetic());
    let is_keyword = text.eq_ignore_ascii_case("self");
    if !begins || is_keyword || text.len() > LONGEST || !text.chars().all(is_of_words) {
        return None;
    }
    let name = rust::variant_name(text);
    let name = without(&name, own).map_or(name.clone(), str::to_owned);
    (name.len() > 1 && rust::variant_name(&name) == name).then_some(name)
}

/// What a name says beside the union's, if that stands at one of its ends.
fn without<'n>(name: &'n str, own: &str) -> Option<&'n str> {
    let before = name.strip_suffix(own).filter(|rest| is_name(rest));
    before.or_else(|| behind(name, own))
}

/// What a name says behind the union's.
fn behind<'n>(name: &'n str, own: &str) -> Option<&'n str> {
    name.strip_prefix(own).filter(|rest| is_name(rest))
}

fn is_name(rest: &str) -> bool {
    rest.starts_with(|c: char| c.is_uppercase()) && rest != "Self"
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::model::{Fact, ModelPath, Rule, Tag, WireShape};
    use crate::resolve::build::variants;

    /// The variants of types, each with the values of the tag.
    fn tagged(own: &str, types: &[(&str, Value)]) -> Vec<String> {
        let model = |&(name, _): &(&str, Value)| match name {
            "" => Type::String,
            name => Type::Model(ModelPath::new(None, name)),
        };
        let mut union = variants::of(types.iter().map(model).collect());
        for (variant, (_, values)) in union.variants.iter_mut().zip(types) {
            variant.shape = WireShape::Object {
                tags: values.as_array().cloned().unwrap_or_default(),
                required: Vec::new(),
                optional: Vec::new(),
            };
        }
        let is_tagged = types.iter().any(|(_, values)| values.is_array());
        union.tag = is_tagged.then(|| Fact {
            value: Tag {
                path: vec!["type".to_owned()],
                recased: false,
            },
            rule: Rule::Set,
            evidence: Vec::new(),
        });
        shorten_in(&mut union, own);
        let names = union.variants.into_iter().map(|variant| variant.name);
        names.chain([union.unknown]).collect()
    }

    fn named(own: &str, types: &[&str]) -> Vec<String> {
        let untagged: Vec<_> = types.iter().map(|name| (*name, Value::Null)).collect();
        tagged(own, &untagged)
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

    #[test]
    fn the_value_of_a_tag_is_the_name() {
        let of = |value: Value| json!([value]);
        let variants = [
            ("OneOf1", of(json!("bank_transfer"))),
            ("CardMethod", of(json!("card"))),
            ("PaymentVoucher", of(json!("voucher.payment"))),
            ("MethodSEPA", of(json!("method_sepa"))),
            ("PaymentIBAN", of(json!("iban"))),
            ("", Value::Null),
        ];
        assert_eq!(
            tagged("Payment", &variants),
            [
                "BankTransfer",
                "Card",
                "Voucher",
                "MethodSEPA",
                "IBAN",
                "String",
                "Unknown"
            ]
        );
    }

    #[test]
    fn a_value_that_is_no_name_of_one_variant_is_not() {
        let many = "a very long value of a tag, which nobody would want to read twice";
        let variants = [
            ("Several", json!(["a.b", "a.c"])),
            ("Digits", json!(["7"])),
            ("Number", json!([7])),
            ("Signs", json!(["a+b"])),
            ("Long", json!([many])),
            ("Letter", json!(["x"])),
            ("Own", json!(["self"])),
            ("None", json!([])),
            ("First", json!(["same"])),
            ("PaySecond", json!(["same"])),
            ("Third", json!(["unknown"])),
            ("Fourth", json!(["digits"])),
        ];
        assert_eq!(
            tagged("Pay", &variants)[..12],
            [
                "Several", "Digits", "Number", "Signs", "Long", "Letter", "Own", "None", "First",
                "Second", "Third", "Fourth"
            ]
        );
    }

    #[test]
    fn a_list_is_several_of_something() {
        let list = |name| Type::List(Box::new(Type::Model(ModelPath::new(None, name))));
        let of = |own, item| {
            let mut union = variants::of(vec![list(item), Type::String]);
            shorten_in(&mut union, own);
            union.variants.remove(0).name
        };
        assert_eq!(of("Prompts", "PagePrompt"), "PagePrompts");
        assert_eq!(of("Content", "ContentChunk"), "Chunks");
        assert_eq!(of("Content2", "Content1"), "List");
    }

    #[test]
    fn a_new_variant_renames_no_other() {
        let mut variants = vec![
            ("PayCard", json!(["card"])),
            ("Item2", json!(["transfer"])),
            ("ChoiceVoucher", json!(["voucher", "gift"])),
        ];
        let before = tagged("Pay", &variants);
        variants.insert(1, ("ChoiceCash", json!(["cash"])));
        let mut after = tagged("Pay", &variants);
        assert_eq!(after.remove(1), "Cash");
        assert_eq!(before, after);
    }
}
