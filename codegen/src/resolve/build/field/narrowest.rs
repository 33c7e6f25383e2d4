//! Combines two type cells: the narrower type, unless they contradict each other.

#[cfg(test)]
mod tests;

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeSet;

use super::held::is_number;
use super::number_width::wider;
use crate::claim::{Body, Const, Scalar, Stated};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::catalog::merge::is_better_title;

impl LinkedType {
    /// What two cells say together, each language saying what it can; `None` if they contradict
    /// each other.
    pub fn join(&self, other: &Self, catalog: &Catalog<'_>) -> Option<Self> {
        self.narrow(other, catalog)
            .or_else(|| other.narrow(self, catalog))
    }

    /// `other` where it says more than `self`, or both say the same.
    fn narrow(&self, other: &Self, catalog: &Catalog<'_>) -> Option<Self> {
        use LinkedType::{Any, Const, List, Map, Model, Nullable, Scalar as S, Union};
        let inner = |a: &Self, b: &Self| a.join(b, catalog).map(Box::new);
        let joined = match (self, other) {
            (a, b) if a == b => b.clone(),
            (Any, b) => b.clone(),
            (Model(entry), b) if says_nothing(catalog, *entry) && !b.says_nothing(catalog) => {
                b.clone()
            }
            (S(a), S(b)) => S(says_more(*a, *b)?),
            // A language without open enums or constants prints a plain string.
            (S(scalar), Const(value)) if holds(*scalar, value) => other.clone(),
            (S(scalar), Model(entry)) if holds_values(catalog, *scalar, *entry) => other.clone(),
            (List(a), List(b)) => List(inner(a, b)?),
            (Map(a), Map(b)) => Map(inner(a, b)?),
            (Nullable(a), Nullable(b)) => Nullable(inner(a, b)?),
            (Nullable(a), b) => Nullable(inner(a, b)?),
            (Map(_), Model(entry)) if is_free_form(catalog, *entry) => other.clone(),
            (Const(value), Model(entry)) if has_value(catalog, *entry, value) => other.clone(),
            // One generator gave the model a name of its own: what most pages call it is followed.
            (Model(a), Model(b)) if list_the_same(catalog, *a, *b) => {
                Model(better_known(catalog, *a, *b))
            }
            // A named union says the same as its members, and has a name.
            (Union(members), Model(entry)) if is_union_of(catalog, *entry, members) => {
                other.clone()
            }
            (Union(a), Union(b)) if a.len() <= b.len() => Union(join_members(a, b, catalog)?),
            _ => return None,
        };
        Some(joined)
    }

    /// Whether it is any value, or a model of which nothing is known.
    fn says_nothing(&self, catalog: &Catalog<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::Model(entry) => says_nothing(catalog, *entry),
            _ => false,
        }
    }
}

/// The longer list of a union's members, each with what the shorter one says about it; `None` if
/// the shorter one has a further member.
fn join_members(
    short: &[LinkedType],
    long: &[LinkedType],
    catalog: &Catalog<'_>,
) -> Option<Vec<LinkedType>> {
    let mut joined = long.to_vec();
    let mut open: Vec<usize> = (0..long.len())
        .filter(|&at| !short.contains(&long[at]) && long[at] != LinkedType::Any)
        .collect();
    let unmatched = short
        .iter()
        .filter(|member| !long.contains(member) && **member != LinkedType::Any);
    for member in unmatched {
        let (nth, both) = open.iter().enumerate().find_map(|(nth, &at)| {
            let both = member.join(&long[at], catalog)?;
            Some((nth, both))
        })?;
        joined[open.remove(nth)] = both;
    }
    Some(joined)
}

/// Whether no page says what a model is, as where a union's page has no members.
fn says_nothing(catalog: &Catalog<'_>, entry: EntryId) -> bool {
    let mut pages = catalog[entry].witnesses.iter();
    pages.all(|page| matches!(page.claim.body, Body::Silent))
}

/// Whether a model is a union that has these members, or an enum that has these values.
fn is_union_of(catalog: &Catalog<'_>, entry: EntryId, members: &[LinkedType]) -> bool {
    // Unions inside unions; deeper ones are no unions that anybody wrote.
    const DEEPEST: usize = 8;
    let mut all: Vec<&LinkedType> = Vec::new();
    let mut seen = vec![entry];
    let mut level = vec![entry];
    for _ in 0..DEEPEST {
        let mut inner = Vec::new();
        for union in std::mem::take(&mut level) {
            let pages = catalog[union].witnesses.iter();
            for member in pages.filter_map(|page| catalog.members(page)).flatten() {
                all.push(member);
                if let LinkedType::Model(member) = *member
                    && !seen.contains(&member)
                {
                    seen.push(member);
                    inner.push(member);
                }
            }
        }
        level = inner;
    }
    members.iter().all(|member| match member {
        LinkedType::Any => true,
        LinkedType::Const(value) if has_value(catalog, entry, value) => true,
        // A language without open enums says so of an enum.
        LinkedType::Scalar(Scalar::String) if all.is_empty() => has_values(catalog, entry),
        member => all
            .iter()
            .any(|known| member.join(known, catalog).is_some()),
    })
}

/// Whether a constant is a value of the scalar.
fn holds(scalar: Scalar, value: &Const) -> bool {
    use Scalar::{BigInteger, Boolean, Float32, Float64, Int32, Int64, Integer, Number, String};
    match value {
        Const::String(_) => scalar == String,
        Const::Boolean(_) => scalar == Boolean,
        Const::Number(digits) if digits.parse::<i64>().is_ok() => matches!(
            scalar,
            Integer | Int32 | Int64 | BigInteger | Number | Float32 | Float64
        ),
        Const::Number(_) => matches!(scalar, Number | Float32 | Float64),
    }
}

fn has_values(catalog: &Catalog<'_>, entry: EntryId) -> bool {
    catalog[entry].has(|body| matches!(body, Body::Values(_)))
}

/// The values that the pages of an enum list.
fn values<'c>(catalog: &'c Catalog<'_>, entry: EntryId) -> BTreeSet<&'c str> {
    let pages = catalog[entry].witnesses.iter();
    let lists = pages.filter_map(|page| match &page.claim.body {
        Body::Values(claim) => Some(&claim.values),
        _ => None,
    });
    let values = lists.flatten().map(|value| value.value.value.as_str());
    values.collect()
}

/// Whether a constant is a value of an enum.
fn has_value(catalog: &Catalog<'_>, entry: EntryId, value: &Const) -> bool {
    let text = match value {
        Const::String(text) | Const::Number(text) => text.as_str(),
        Const::Boolean(true) => "true",
        Const::Boolean(false) => "false",
    };
    values(catalog, entry).contains(text)
}

/// Whether the values of an enum are of the scalar.
fn holds_values(catalog: &Catalog<'_>, scalar: Scalar, entry: EntryId) -> bool {
    match scalar {
        Scalar::String => has_values(catalog, entry),
        Scalar::Boolean => false,
        scalar => {
            let values = values(catalog, entry);
            let holds = |value: &&str| holds(scalar, &Const::Number((*value).to_owned()));
            is_number(scalar) && !values.is_empty() && values.iter().all(holds)
        }
    }
}

fn is_free_form(catalog: &Catalog<'_>, entry: EntryId) -> bool {
    catalog[entry].has(|body| matches!(body, Body::Fields(fields) if fields.is_empty()))
}

/// Whether two models have the same fields or values: `Options`, and `OptionsObj` where a language
/// reserves that name.
pub(crate) fn list_the_same(catalog: &Catalog<'_>, a: EntryId, b: EntryId) -> bool {
    let names = |entry: EntryId| {
        let witness = catalog[entry].witnesses.first()?;
        let names = &catalog.page(witness).name_set;
        (!names.is_empty()).then_some(names)
    };
    let values = || {
        let [a, b] = [a, b].map(|entry| values(catalog, entry));
        !a.is_empty() && a == b
    };
    names(a).is_some_and(|ours| Some(ours) == names(b)) || values()
}

/// The one of two models of the same fields or values that more pages describe. Of two that as many
/// do, the one that requires less reads the bodies of both; if they require as much, the better name
/// decides.
fn better_known(catalog: &Catalog<'_>, a: EntryId, b: EntryId) -> EntryId {
    let rank = |entry: EntryId| {
        let rows = catalog[entry].rows.values();
        let required = rows.filter(|rows| {
            let mut stated = rows.iter().map(|row| row.field.required.value);
            stated.all(|required| required == Stated::Yes)
        });
        (catalog[entry].witnesses.len(), Reverse(required.count()))
    };
    let name = |entry: EntryId| catalog[entry].full_title();
    match rank(a).cmp(&rank(b)) {
        Ordering::Greater => a,
        Ordering::Less => b,
        Ordering::Equal if is_better_title(&name(a), &name(b)) => a,
        Ordering::Equal => b,
    }
}

/// The scalar that says more, if the two agree; of two widths, the wider.
fn says_more(a: Scalar, b: Scalar) -> Option<Scalar> {
    use Scalar::{
        BigInteger, Bytes, Date, DateOrDateTime, DateTime, Float32, Float64, Int32, Int64, Integer,
        Number, Snowflake, String,
    };
    match (a, b) {
        (Number, Integer | Int32 | Int64 | BigInteger | Float32 | Float64)
        | (Integer, Int32 | Int64 | BigInteger)
        | (String, Date | DateTime | DateOrDateTime | Bytes | Snowflake)
        | (DateOrDateTime, Date | DateTime) => Some(b),
        _ => wider(a, b),
    }
}
