//! Finds the variants that a value may be of without looking at each.
//!
//! A shape is listed under traits of which its values have at least one: a kind, a key that it
//! requires, a value of the tag. Unions may have ten thousand variants, and as many examples.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::fold::fold_name;
use crate::model::{Tag, Union, WireShape};

/// Lists that are deeper are looked at one by one.
const DEEPEST: usize = 4;

/// The shapes of a union by traits of their values.
#[derive(Debug)]
pub(crate) struct Possible {
    by_trait: BTreeMap<String, Vec<usize>>,
    /// Those of which every value may be.
    always: Vec<usize>,
    /// The variant that alone has a value of the tag; `None` where several have it.
    named: BTreeMap<String, Option<usize>>,
}

impl Possible {
    /// Those of a union whose shapes are given, each once.
    pub fn of(union: &Union, shapes: &[&WireShape]) -> Self {
        let mut required = BTreeMap::new();
        for shape in shapes {
            count_required(shape, &mut required);
        }
        let listing = Listing {
            tag: union.tag(),
            required,
        };
        let mut found = Self {
            by_trait: BTreeMap::new(),
            always: Vec::new(),
            named: BTreeMap::new(),
        };
        for (at, shape) in shapes.iter().enumerate() {
            let Some(traits) = listing.traits(shape, 0) else {
                found.always.push(at);
                continue;
            };
            for it in traits {
                let listed = found.by_trait.entry(it).or_default();
                if listed.last() != Some(&at) {
                    listed.push(at);
                }
            }
        }
        for (at, variant) in union.variants.iter().enumerate() {
            let Some(tag) = union.tag() else { continue };
            for value in variant.shape.tags() {
                let known = found.named.entry(spelt(tag, value)).or_insert(Some(at));
                *known = known.filter(|known| *known == at);
            }
        }
        found
    }

    /// The variant that alone has a value of the tag.
    pub fn named(&self, tag: &Tag, value: &Value) -> Option<usize> {
        self.named.get(&spelt(tag, value)).copied().flatten()
    }

    /// All shapes that a value may be of, in their order.
    pub fn shapes(&self, tag: Option<&Tag>, value: &Value) -> Vec<usize> {
        let mut found = self.always.clone();
        for it in traits_of(tag, value, 0) {
            found.extend(self.by_trait.get(&it).into_iter().flatten());
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// A value of a tag, spelt alike where it is the same.
fn spelt(tag: &Tag, value: &Value) -> String {
    match value {
        Value::String(text) if tag.recased => format!("~{}", fold_name(text)),
        Value::Number(number) if number.is_f64() => {
            // Minus zero is zero.
            format!("{:?}", number.as_f64().unwrap_or_default() + 0.0)
        }
        value => value.to_string(),
    }
}

/// Whether an object has the first key of a tag.
pub(crate) fn has_tag(tag: &Tag, value: &Value) -> bool {
    let first = tag.path.first();
    first.is_some_and(|key| value.get(key).is_some())
}

/// How traits of shapes are chosen.
struct Listing<'u> {
    tag: Option<&'u Tag>,
    /// How many shapes require each key.
    required: BTreeMap<&'u str, usize>,
}

impl Listing<'_> {
    /// The traits of which the values of a shape have one; `None` if they need have none.
    fn traits(&self, shape: &WireShape, depth: usize) -> Option<Vec<String>> {
        let one = |name: &str| Some(vec![name.to_owned()]);
        match shape {
            WireShape::Any => None,
            WireShape::Null => one("null"),
            WireShape::Boolean => one("boolean"),
            WireShape::Integer | WireShape::Number => one("number"),
            WireShape::Text | WireShape::DateTime | WireShape::Date => one("text"),
            WireShape::Texts { others: true, .. } => one("text"),
            WireShape::Texts { values, .. } => {
                Some(values.iter().map(|text| format!("={text}")).collect())
            }
            WireShape::Array(item) => {
                let items = Some(item).filter(|_| depth < DEEPEST);
                let Some(items) = items.and_then(|item| self.traits(item, depth + 1)) else {
                    return one("list");
                };
                let items = items.into_iter().map(|it| format!("[{it}"));
                Some(items.chain(["empty".to_owned()]).collect())
            }
            WireShape::Object { tags, required, .. } => Some(self.of_object(tags, required)),
            WireShape::OneOf(shapes) => {
                let mut all = Vec::new();
                for shape in shapes {
                    all.extend(self.traits(shape, depth)?);
                }
                Some(all)
            }
        }
    }

    fn of_object(&self, tags: &[Value], required: &[String]) -> Vec<String> {
        let rarest = required.iter().min_by_key(|key| self.required.get(&***key));
        let by_keys = rarest.map_or_else(|| "object".to_owned(), |key| format!(".{key}"));
        let Some(tag) = self.tag.filter(|_| !tags.is_empty()) else {
            return vec![by_keys];
        };
        let named = tags.iter().map(|value| format!("@{}", spelt(tag, value)));
        // Another value of the tag is another variant's, but where it is only recased.
        let others = if tag.recased { "" } else { "untagged " };
        named.chain([format!("{others}{by_keys}")]).collect()
    }
}

fn count_required<'u>(shape: &'u WireShape, counts: &mut BTreeMap<&'u str, usize>) {
    match shape {
        WireShape::Object { required, .. } => {
            for key in required {
                *counts.entry(key).or_default() += 1;
            }
        }
        WireShape::Array(item) => count_required(item, counts),
        WireShape::OneOf(shapes) => shapes.iter().for_each(|it| count_required(it, counts)),
        _ => {}
    }
}

/// The traits of a value.
fn traits_of(tag: Option<&Tag>, value: &Value, depth: usize) -> Vec<String> {
    let one = |name: &str| vec![name.to_owned()];
    match value {
        Value::Null => one("null"),
        Value::Bool(_) => one("boolean"),
        Value::Number(_) => one("number"),
        Value::String(text) => vec!["text".to_owned(), format!("={text}")],
        Value::Array(items) => {
            let mut traits = one("list");
            match items.first() {
                None => traits.push("empty".to_owned()),
                Some(_) if depth >= DEEPEST => {}
                Some(first) => {
                    let inner = traits_of(tag, first, depth + 1).into_iter();
                    traits.extend(inner.map(|it| format!("[{it}")));
                }
            }
            traits
        }
        Value::Object(object) => {
            let keys = object.keys().map(|key| format!(".{key}"));
            let mut traits: Vec<String> = keys.chain(["object".to_owned()]).collect();
            if tag.is_none_or(|tag| !has_tag(tag, value)) {
                let untagged = traits.iter().map(|it| format!("untagged {it}"));
                traits.extend(untagged.collect::<Vec<_>>());
            }
            let said = tag.and_then(|tag| Some((tag, tag.value_in(value)?)));
            traits.extend(said.map(|(tag, said)| format!("@{}", spelt(tag, said))));
            traits
        }
    }
}
