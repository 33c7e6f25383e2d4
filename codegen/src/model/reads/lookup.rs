//! The fields of structs by their keys, and the values of enums, so that a value that has few of them
//! does not cost what the model has.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ptr;
use std::rc::Rc;

use serde_json::Value;

use crate::fold::fold_name;
use crate::model::{Enum, Struct};
use crate::work;

/// What was looked up so far, by its place in memory.
#[derive(Debug, Default)]
pub(super) struct Lookup<'m> {
    structs: RefCell<BTreeMap<*const Struct, Rc<Fields<'m>>>>,
    enums: RefCell<BTreeMap<*const Enum, Rc<Values<'m>>>>,
}

/// The fields of a struct, as indices.
#[derive(Debug)]
pub(crate) struct Fields<'m> {
    /// By the key on the wire.
    pub by_key: BTreeMap<&'m str, usize>,
    /// By the key without case.
    pub by_name: BTreeMap<String, Vec<usize>>,
    /// Those that are required.
    pub required: Vec<usize>,
    /// Those that a reader insists on.
    pub insisted: Vec<usize>,
}

/// The values of an enum.
#[derive(Debug)]
struct Values<'m> {
    texts: BTreeSet<&'m str>,
    integers: BTreeSet<i64>,
}

impl<'m> Lookup<'m> {
    pub const fn new() -> Self {
        Self {
            structs: RefCell::new(BTreeMap::new()),
            enums: RefCell::new(BTreeMap::new()),
        }
    }

    pub fn fields(&self, object: &'m Struct) -> Rc<Fields<'m>> {
        let mut known = self.structs.borrow_mut();
        let fields = known.entry(ptr::from_ref(object));
        Rc::clone(fields.or_insert_with(|| Rc::new(Fields::of(object))))
    }

    /// Whether an enum lists a value.
    pub fn lists(&self, values: &'m Enum, value: &Value) -> bool {
        let mut known = self.enums.borrow_mut();
        let listed = known.entry(ptr::from_ref(values));
        listed
            .or_insert_with(|| Rc::new(Values::of(values)))
            .has(value)
    }
}

impl<'m> Fields<'m> {
    fn of(object: &'m Struct) -> Self {
        work::count(object.fields.len());
        let mut found = Self {
            by_key: BTreeMap::new(),
            by_name: BTreeMap::new(),
            required: Vec::new(),
            insisted: Vec::new(),
        };
        for (at, field) in object.fields.iter().enumerate() {
            let key = field.wire_name.value.as_str();
            found.by_key.entry(key).or_insert(at);
            found.by_name.entry(fold_name(key)).or_default().push(at);
            if field.required.value {
                found.required.push(at);
            }
            if field.presence.is_required() {
                found.insisted.push(at);
            }
        }
        found
    }

    /// The field of a key on the wire.
    pub fn of_key(&self, key: &str) -> Option<usize> {
        work::count(1);
        self.by_key.get(key).copied()
    }

    /// The first of some fields that is `missing`.
    pub fn first_missing(of: &[usize], missing: impl Fn(usize) -> bool) -> Option<usize> {
        let mut fields = of.iter().copied();
        fields.find(|at| {
            work::count(1);
            missing(*at)
        })
    }
}

impl<'m> Values<'m> {
    fn of(values: &'m Enum) -> Self {
        let values = || values.values.iter().map(|known| &known.value);
        work::count(values().count());
        Self {
            texts: values().filter_map(Value::as_str).collect(),
            integers: values().filter_map(Value::as_i64).collect(),
        }
    }

    fn has(&self, value: &Value) -> bool {
        work::count(1);
        match value {
            Value::String(text) => self.texts.contains(text.as_str()),
            value => value.as_i64().is_some_and(|it| self.integers.contains(&it)),
        }
    }
}
