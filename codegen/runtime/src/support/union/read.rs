//! Reading a union: the variant is chosen by the tag, kind or keys of the value, not by trying one
//! variant after the other.
//!
//! Once the tag of an object is known, the rest is read directly into the variant; only the entries
//! before the tag are buffered. An object without a tag is buffered until its keys are known. If it
//! may be of several variants, and the chosen one does not accept it, the next is tried; but not if a
//! key is there twice: the next might keep only one of the two.

use std::borrow::Cow;
use std::cell::Cell;
use std::{fmt, mem};

use serde::Deserializer;
use serde::de::{Error as _, MapAccess, SeqAccess, Visitor};

use super::choose::{choose, ranked};
use super::content::{self, Content, Entry};
use super::content_read::{Buffer, KeyOrTag, TextConsumer, buffer, buffer_rest, contents, text};
use super::{ExactIn, Table, Tag, Variants};
use crate::support::read::depth::Level;
use crate::support::read::error_path::{self, UNHEARD};
use crate::support::read::fields::Fields;
use crate::support::read::slot::Slot;
#[cfg(feature = "beside")]
use crate::support::read::waiting::Waiting;
use crate::support::record::Record;
#[cfg(feature = "foreign")]
use crate::support::values::behind::Readers;
use crate::support::values::digits;

/// A union that is being read.
pub struct Choice<'a> {
    union: &'a mut dyn Variants,
    table: &'static Table,
    #[cfg(feature = "beside")]
    /// The variant of objects, if something beside the union names it.
    told: Option<usize>,
}

impl<'a> Choice<'a> {
    /// A reader at the start of a union.
    #[inline]
    pub fn new(union: &'a mut dyn Variants) -> Self {
        let table = union.table();
        Self {
            union,
            // Asked for once, as it takes a call.
            table,
            #[cfg(feature = "beside")]
            told: None,
        }
    }

    #[cfg(feature = "beside")]
    /// A reader at the start of a union whose objects are of this variant.
    pub fn told(union: &'a mut dyn Variants, variant: usize) -> Self {
        Self {
            told: Some(variant),
            ..Self::new(union)
        }
    }

    #[cfg(feature = "beside")]
    /// Reads an object into the variant that it is told to be.
    fn read_told<'de, A: MapAccess<'de>>(self, chosen: usize, mut map: A) -> Result<(), A::Error> {
        let mut buffered: Vec<Entry> = Vec::new();
        // The only key may stand for a number, or for the text of any value.
        if let Some(Some(key)) = map.next_key_seed(KeyOrTag(None))? {
            if key == digits::TEXT {
                return self.decide(text(&mut map)?);
            }
            let exact = self.table.is_exact(&key, &mut 0);
            buffer(&mut buffered, key, &mut map, exact)?;
            if let [(key, _)] = &buffered[..]
                && key == digits::NUMBER
            {
                return self.decide(Content::object(buffered));
            }
        }
        let slot = self.union.choose(chosen);
        read_rest(slot, &mut buffered, (None, self.table), &mut map)
            .map_err(|error| in_variant(self.table, chosen, error))
    }

    /// Reads the value, as text if all digits of its numbers are wanted.
    ///
    /// # Errors
    ///
    /// If the variant does not accept the value; the error names it.
    pub fn read<'de, D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        #[cfg(feature = "foreign")]
        let _readers = Readers::of(&deserializer);
        if matches!(self.table.exact_in, ExactIn::Values) && digits::are_given::<D>() {
            deserializer.deserialize_newtype_struct(digits::TEXT, self)
        } else {
            deserializer.deserialize_any(self)
        }
    }

    fn decide<E: serde::de::Error>(self, value: Content<'_>) -> Result<(), E> {
        self.held(value).map_err(E::custom)
    }

    /// Reads a value that was buffered. Not generic over formats, so that it is compiled once.
    ///
    /// # Errors
    ///
    /// If the variant does not accept the value; the error names it.
    #[inline(never)]
    pub fn held(mut self, value: Content<'_>) -> Result<(), content::Error> {
        #[cfg(feature = "beside")]
        if let (Some(chosen), Content::Object(_)) = (self.told, &value) {
            return self.fill(chosen, value);
        }
        let choice = choose(self.table, &value);
        let chosen = choice.best.unwrap_or(self.table.variants.len());
        if !choice.others {
            return self.fill(chosen, value);
        }
        let before = AGAIN.replace(0);
        let read = match self.fill(chosen, value.again()) {
            Ok(()) => Ok(()),
            Err(error) => self.fill_next(chosen, &value, error),
        };
        AGAIN.set(AGAIN.get().max(before));
        read
    }

    fn fill(&mut self, chosen: usize, value: Content<'_>) -> Result<(), content::Error> {
        // Most variants are structs.
        let filled = match (self.union.choose(chosen), value) {
            (Slot::Record(record), Content::Object(entries)) => Fields::new(record).whole(entries),
            (slot, value) => value.fill(slot),
        };
        filled.map_err(|error| in_variant(self.table, chosen, error))
    }

    /// Tries the other variants whose shapes fit.
    ///
    /// # Errors
    ///
    /// The error of the first, if none accepts the value.
    #[cold]
    fn fill_next(
        mut self,
        first: usize,
        value: &Content<'_>,
        error: content::Error,
    ) -> Result<(), content::Error> {
        let Some(_attempt) = Attempt::start() else {
            return Err(error);
        };
        let mut is_first = true;
        for next in ranked(self.table, value) {
            if next == first {
                continue;
            }
            let again = AGAIN.replace(0) + 1;
            if again > MOST_AGAIN || (is_first && value.repeats_a_key()) {
                AGAIN.set(again);
                break;
            }
            is_first = false;
            self.union.clear();
            let filled = self.fill(next, value.again());
            AGAIN.set(AGAIN.get() + again);
            if filled.is_ok() {
                return Ok(());
            }
        }
        Err(error)
    }
}

/// Variants tried after the first, inside of others tried so: without a limit, their number would
/// double with each level of a value.
const MOST_ATTEMPTS: usize = 2;

/// How often a value may be read again as part of attempts: without a limit, the innermost of values
/// that lie in each other would be read once more for each of them.
const MOST_AGAIN: usize = 4096;

thread_local! {
    /// How often the value that was read last, or a part of it, was read again.
    static AGAIN: Cell<usize> = const { Cell::new(0) };
}

struct Attempt;

impl Attempt {
    fn start() -> Option<Self> {
        let open = UNHEARD.get();
        (open < MOST_ATTEMPTS).then(|| {
            UNHEARD.set(open + 1);
            Self
        })
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        UNHEARD.set(UNHEARD.get().saturating_sub(1));
    }
}

/// A tag, and the index of the text that it has.
type Named = (&'static Tag, usize);

/// Reads the rest of an object of a union into its variant; `buffered` are the entries before it,
/// without the tag if that is given.
fn read_rest<'de, A: MapAccess<'de>>(
    slot: Slot<'_>,
    buffered: &mut Vec<Entry<'de>>,
    (tag, table): (Option<Named>, &'static Table),
    map: &mut A,
) -> Result<(), A::Error> {
    match slot {
        Slot::Record(record) => read_rest_of_fields(record, buffered, tag, map),
        Slot::Nullable(place) => read_rest(place.some(), buffered, (tag, table), map),
        slot => {
            if let Some((tag, at)) = tag {
                let text = Content::Text(Cow::Borrowed(tag.texts[at].0));
                buffered.push((Cow::Borrowed(tag.key), text));
            }
            let mut next = 0;
            buffer_rest(buffered, map, |key| table.is_exact(key, &mut next))?;
            Content::object(mem::take(buffered))
                .fill(slot)
                .map_err(A::Error::custom)
        }
    }
}

/// A separate function, so that the struct is passed in registers and not copied with its slot.
#[inline(never)]
fn read_rest_of_fields<'de, A: MapAccess<'de>>(
    record: &mut dyn Record,
    buffered: &mut Vec<Entry<'de>>,
    tag: Option<Named>,
    map: &mut A,
) -> Result<(), A::Error> {
    let mut fields = Fields::new(record);
    #[cfg(feature = "beside")]
    if fields.has_tags_beside() {
        let tag = tag.map(|(tag, at)| (tag.key, tag.texts[at].0));
        return Waiting::new(&mut fields).all(mem::take(buffered), tag, map);
    }
    if !buffered.is_empty() {
        fields
            .buffered(mem::take(buffered))
            .map_err(A::Error::custom)?;
    }
    if let Some((tag, at)) = tag {
        let (text, _) = tag.texts[at];
        fields.tag(tag.key, text).map_err(A::Error::custom)?;
    }
    fields.entries(map)?;
    fields.end()
}

#[cold]
fn in_variant<E: serde::de::Error>(table: &Table, chosen: usize, error: E) -> E {
    let variant = table.variants.get(chosen).map_or("", |(name, _)| name);
    error_path::in_variant(table.name, variant, error)
}

impl<'de> Visitor<'de> for Choice<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a value of the union {}", self.table.name)
    }

    contents! {
        decide:
        visit_unit() = Content::Null;
        visit_bool(value: bool) = Content::Boolean(value);
        visit_i64(value: i64) = Content::Signed(value);
        visit_u64(value: u64) = Content::Unsigned(value);
        visit_f64(value: f64) = Content::Float(value);
        visit_str(text: &str) = Content::Text(Cow::Borrowed(text));
        visit_string(text: String) = Content::Text(Cow::Owned(text));
        visit_bytes(bytes: &[u8]) = Content::Bytes(Cow::Borrowed(bytes));
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let _level = Level::enter()?;
        #[cfg(feature = "beside")]
        if let Some(chosen) = self.told {
            return self.read_told(chosen, map);
        }
        let tag = self.table.tag.as_ref();
        let mut buffered: Vec<Entry> = Vec::new();
        let mut next = 0;
        while let Some(key) = map.next_key_seed(KeyOrTag(tag.map(|tag| tag.key)))? {
            let (Some(tag), None) = (tag, &key) else {
                let key = key.unwrap_or_default();
                if buffered.is_empty() && key == digits::TEXT {
                    return self.decide(text(&mut map)?);
                }
                let exact = self.table.is_exact(&key, &mut next);
                buffer(&mut buffered, key, &mut map, exact)?;
                continue;
            };
            let (mut value, mut at) = (Content::Null, usize::MAX);
            map.next_value_seed(Buffer(&mut value, (self.table, &mut at)))?;
            let named = Some((tag, at)).filter(|_| at != usize::MAX);
            if named.is_none() {
                at = tag.find(&value).unwrap_or(usize::MAX);
                buffered.push((Cow::Borrowed(tag.key), value));
            }
            if let Some(chosen) = self.table.named(at) {
                let slot = self.union.choose(chosen);
                return read_rest(slot, &mut buffered, (named, self.table), &mut map)
                    .map_err(|error| in_variant(self.table, chosen, error));
            }
        }
        self.decide(Content::object(buffered))
    }
}

/// Consumes a tag that names a variant, as its index among such values.
impl TextConsumer for (&Table, &mut usize) {
    #[inline]
    fn take(self, text: &str) -> bool {
        let (table, at) = self;
        let Some(tag) = table.tag.as_ref().filter(|tag| tag.is_plain()) else {
            return false;
        };
        let found = (tag.find_text)(text);
        let is_one = table.named(found).is_some();
        if is_one {
            *at = found;
        }
        is_one
    }
}
