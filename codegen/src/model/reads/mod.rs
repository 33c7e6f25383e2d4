//! Whether a type of the generated crate reads a JSON value, and as which variant a union does.

pub(crate) mod lookup;

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use serde_json::Value;

use super::choose::{Choices, is_date, is_date_time};
use super::{
    Api, DateTimeType, Enum, EnumScalar, Field, Kind, Model, ModelPath, Struct, Type, Union,
};
use crate::map::IndexMap;
use crate::work;
use lookup::{Fields, Lookup};

/// Values nested more deeply are taken to be read.
const DEEPEST: usize = 64;
/// Inside of how many variants that are not the first a union tries others: as the runtime's
/// `union/read.rs`.
const MOST_ATTEMPTS: usize = 2;

/// More types inside of each other are not looked through.
const MOST_INSIDE: usize = 32;
/// A value that takes more steps is taken to be read.
const MOST_STEPS: usize = 1_000_000;

/// How deep a value is nested, and inside of how many variants that are not the first.
#[derive(Clone, Copy, Default)]
struct Level {
    depth: usize,
    attempts: usize,
}

impl Level {
    const fn deeper(self) -> Self {
        let Self { depth, attempts } = self;
        let depth = depth + 1;
        Self { depth, attempts }
    }
}

/// The models by which values are read.
#[derive(Debug)]
pub struct Reader<'m> {
    models: &'m IndexMap<ModelPath, Model>,
    date_time: DateTimeType,
    /// The unions of which values were read, by their places in memory.
    choices: RefCell<BTreeMap<*const Union, Rc<Choices<'m>>>>,
    lookup: Lookup<'m>,
    /// How many more steps there may be for a value.
    left: Cell<usize>,
    /// How many steps all values took so far.
    steps: Cell<usize>,
}

/// As what a union reads a value.
struct Read {
    /// The index of the variant; `None` is the unknown one.
    variant: Option<usize>,
    /// Whether it accepts the value; `None` if that was not asked.
    accepts: Option<bool>,
}

impl<'m> Reader<'m> {
    /// A reader of values of these models.
    #[must_use]
    pub const fn new(models: &'m IndexMap<ModelPath, Model>, date_time: DateTimeType) -> Self {
        Self {
            models,
            date_time,
            choices: RefCell::new(BTreeMap::new()),
            lookup: Lookup::new(),
            left: Cell::new(0),
            steps: Cell::new(0),
        }
    }

    /// A reader of values of an API.
    #[must_use]
    pub const fn of(api: &'m Api) -> Self {
        Self::new(&api.models, api.date_time)
    }

    /// The variant as which a union reads a value: the first that accepts it of those that are
    /// tried; if none does, the one that the error names. `None` is the unknown variant.
    #[must_use]
    pub fn variant(&self, union: &'m Union, value: &Value) -> Option<usize> {
        self.left.set(MOST_STEPS);
        self.read(union, value, Level::default()).variant
    }

    /// The variants of a union, to be looked up.
    #[must_use]
    pub fn choices(&self, union: &'m Union) -> Rc<Choices<'m>> {
        let mut known = self.choices.borrow_mut();
        let choices = known.entry(ptr::from_ref(union));
        let takes_all = |ty: &Type| self.takes_all(ty);
        Rc::clone(choices.or_insert_with(|| Rc::new(Choices::with(union, &takes_all))))
    }

    /// The fields of a struct, to be looked up.
    pub(crate) fn fields(&self, object: &'m Struct) -> Rc<Fields<'m>> {
        self.lookup.fields(object)
    }

    /// Whether an enum lists a value.
    pub(crate) fn lists(&self, values: &'m Enum, value: &Value) -> bool {
        self.lookup.lists(values, value)
    }

    /// How many steps all values took so far.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.steps.get()
    }

    /// The variant whose shape fits a value best.
    #[must_use]
    pub fn fitting(&self, union: &'m Union, value: &Value) -> Option<usize> {
        self.candidates(union, value).next()
    }

    fn candidates(&self, union: &'m Union, value: &Value) -> impl Iterator<Item = usize> + use<> {
        let choices = self.choices(union);
        let before = choices.compared();
        let tried = choices.candidates(value);
        let steps = choices.compared() - before;
        self.steps.set(self.steps.get() + steps);
        tried
    }

    /// Whether a type is any value, by whatever names.
    fn takes_all(&self, ty: &Type) -> bool {
        let mut ty = ty;
        for _ in 0..MOST_INSIDE {
            match ty {
                Type::Any => return true,
                Type::Boxed(inner) => ty = inner,
                Type::Model(path) => match self.models.get(path).map(|model| &model.kind) {
                    Some(Kind::Alias(alias)) => ty = &alias.ty,
                    _ => return false,
                },
                _ => return false,
            }
        }
        false
    }

    fn read(&self, union: &'m Union, value: &Value, level: Level) -> Read {
        let mut tried = self.candidates(union, value);
        let read = |variant: usize, accepts: Option<bool>| Read {
            variant: Some(variant),
            accepts,
        };
        let Some(first) = tried.next() else {
            return Read {
                variant: None,
                accepts: Some(true),
            };
        };
        let accepts = |at: usize, level: Level| {
            let ty = &union.variants[at].ty;
            self.accepts(ty, value, level.deeper())
        };
        let Some(second) = tried.next().filter(|_| level.attempts < MOST_ATTEMPTS) else {
            return read(first, None);
        };
        if accepts(first, level) {
            return read(first, Some(true));
        }
        let attempt = Level {
            attempts: level.attempts + 1,
            ..level
        };
        let mut others = [second].into_iter().chain(tried);
        match others.find(|at| accepts(*at, attempt)) {
            Some(next) => read(next, Some(true)),
            None => read(first, Some(false)),
        }
    }

    /// Whether a type reads a value. A type of the user's is taken to read what it replaces.
    fn accepts(&self, ty: &Type, value: &Value, level: Level) -> bool {
        let Some(left) = self.left.get().checked_sub(1) else {
            return true;
        };
        self.left.set(left);
        self.steps.set(self.steps.get() + 1);
        work::count(1);
        if level.depth > DEEPEST {
            return true;
        }
        match (ty, value) {
            (Type::Any, _) | (Type::Nullable(_), Value::Null) => true,
            (
                Type::Boxed(inner) | Type::User { wire: inner, .. } | Type::Nullable(inner),
                value,
            ) => self.accepts(inner, value, level.deeper()),
            (Type::Boolean, value) => value.is_boolean(),
            (Type::Int32, value) => value.as_i64().is_some_and(|n| i32::try_from(n).is_ok()),
            (Type::Int64, value) => value.as_i64().is_some(),
            (Type::Float32 | Type::Float64 | Type::Number, value) => value.is_number(),
            (Type::Snowflake, value) => value.is_string() || value.is_i64() || value.is_u64(),
            (Type::DateTime, Value::String(text)) => {
                self.date_time == DateTimeType::String || is_date_time(text)
            }
            (Type::Date, Value::String(text)) => {
                self.date_time == DateTimeType::String || is_date(text.as_bytes())
            }
            (Type::String | Type::Bytes, value) => value.is_string(),
            (Type::List(item), Value::Array(values)) => {
                let mut values = values.iter();
                values.all(|value| self.accepts(item, value, level.deeper()))
            }
            (Type::Map(item), Value::Object(object)) => {
                let mut values = object.values();
                values.all(|value| self.accepts(item, value, level.deeper()))
            }
            (Type::Model(path), value) => match self.models.get(path).map(|model| &model.kind) {
                Some(Kind::Struct(object)) => self.accepts_object(object, value, level),
                Some(Kind::Enum(values)) => self.is_in_enum(values, value),
                Some(Kind::Flags(_)) => value.is_u64(),
                Some(Kind::Union(union)) => {
                    let read = self.read(union, value, level);
                    read.accepts.unwrap_or_else(|| {
                        read.variant.is_none_or(|at| {
                            self.accepts(&union.variants[at].ty, value, level.deeper())
                        })
                    })
                }
                Some(Kind::Alias(alias)) => self.accepts(&alias.ty, value, level.deeper()),
                None => true,
            },
            _ => false,
        }
    }

    fn accepts_object(&self, object: &'m Struct, value: &Value, level: Level) -> bool {
        let Value::Object(members) = value else {
            return false;
        };
        let fields = self.fields(object);
        let is_missing = |at: usize| !members.contains_key(&object.fields[at].wire_name.value);
        if Fields::first_missing(&fields.insisted, is_missing).is_some() {
            return false;
        }
        members.iter().all(|(key, value)| {
            let field = fields.of_key(key).map(|at| &object.fields[at]);
            match (field, &object.extra) {
                (Some(field), _) if value.is_null() => {
                    field.presence != super::Presence::Required
                        || self.accepts(&field.ty.value, value, level.deeper())
                }
                (Some(field), _) => {
                    let ty = type_in(self.models, field, members, value);
                    self.accepts(&ty, value, level.deeper())
                }
                (None, Some(extra)) => self.accepts(&extra.ty, value, level.deeper()),
                (None, None) => true,
            }
        })
    }

    fn is_in_enum(&self, values: &'m Enum, value: &Value) -> bool {
        let of_kind = match values.scalar {
            EnumScalar::String => value.is_string(),
            EnumScalar::Integer => value.as_i64().is_some(),
        };
        of_kind && (values.unknown.is_some() || self.lists(values, value))
    }
}

/// The union that a type is or lists, whatever it is called, and whether it is a list of them.
pub fn union_of<'m>(
    models: &'m IndexMap<ModelPath, Model>,
    ty: &'m Type,
) -> Option<(&'m Model, &'m Union, bool)> {
    let (mut ty, mut is_list) = (ty, false);
    for _ in 0..MOST_INSIDE {
        match ty {
            Type::Boxed(inner) | Type::Nullable(inner) => ty = inner,
            Type::List(item) if !is_list => (ty, is_list) = (item, true),
            Type::Model(path) => {
                let model = models.get(path)?;
                match &model.kind {
                    Kind::Union(union) => return Some((model, union, is_list)),
                    Kind::Alias(alias) => ty = &alias.ty,
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
    None
}

/// The type as which the value of a field is read, where the tag beside it has this text: the
/// variant in place of the union. Only objects have tags, and lists of them.
pub fn type_told<'m>(
    models: &'m IndexMap<ModelPath, Model>,
    field: &'m Field,
    said: Option<&str>,
    is_object: bool,
) -> Cow<'m, Type> {
    let tag = field.tag_beside.as_ref().map(|tag| &tag.value);
    let named = tag.and_then(|tag| tag.values.get(said?));
    let told = named.filter(|_| is_object);
    let told = told.and_then(|at| as_variant(models, &field.ty.value, *at, MOST_INSIDE));
    told.map_or(Cow::Borrowed(&field.ty.value), Cow::Owned)
}

/// The same, of a value among the members of its object.
pub fn type_in<'m>(
    models: &'m IndexMap<ModelPath, Model>,
    field: &'m Field,
    members: &serde_json::Map<String, Value>,
    value: &Value,
) -> Cow<'m, Type> {
    let Some(tag) = &field.tag_beside else {
        return Cow::Borrowed(&field.ty.value);
    };
    let said = members.get(&tag.value.key).and_then(Value::as_str);
    let is_object = match value {
        Value::Array(items) => items.iter().all(Value::is_object),
        value => value.is_object(),
    };
    type_told(models, field, said, is_object)
}

fn as_variant(
    models: &IndexMap<ModelPath, Model>,
    ty: &Type,
    at: usize,
    deeper: usize,
) -> Option<Type> {
    let deeper = deeper.checked_sub(1)?;
    let inside = |inner: &Type| Some(Box::new(as_variant(models, inner, at, deeper)?));
    match ty {
        Type::Boxed(inner) => inside(inner).map(Type::Boxed),
        Type::Nullable(inner) => inside(inner).map(Type::Nullable),
        Type::List(item) => inside(item).map(Type::List),
        Type::Model(path) => match &models.get(path)?.kind {
            Kind::Union(union) => Some(union.variants.get(at)?.ty.clone()),
            Kind::Alias(alias) => as_variant(models, &alias.ty, at, deeper),
            _ => None,
        },
        _ => None,
    }
}
