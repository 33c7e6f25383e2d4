//! Combines two type cells: the narrower type, unless they contradict each other.

use super::number_width::wider;
use crate::claim::{Body, Const, Scalar};
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::EntryId;
use crate::resolve::catalog::linked::LinkedType;

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
            (S(a), S(b)) => S(says_more(*a, *b)?),
            // A language without open enums or constants prints a plain string.
            (S(scalar), Const(value)) if holds(*scalar, value) => other.clone(),
            (S(_), Model(entry)) if has_values(catalog, *entry) => other.clone(),
            (List(a), List(b)) => List(inner(a, b)?),
            (Map(a), Map(b)) => Map(inner(a, b)?),
            (Nullable(a), Nullable(b)) => Nullable(inner(a, b)?),
            (Nullable(a), b) => Nullable(inner(a, b)?),
            (Map(_), Model(entry)) if is_free_form(catalog, *entry) => other.clone(),
            (Const(_), Model(entry)) if has_values(catalog, *entry) => other.clone(),
            // One generator gave the model a name of its own: what most pages call it is followed.
            (Model(a), Model(b)) if same_fields(catalog, *a, *b) => {
                let pages = |entry: EntryId| catalog[entry].witnesses.len();
                if pages(*b) >= pages(*a) {
                    other.clone()
                } else {
                    self.clone()
                }
            }
            // A named union says the same as its members, and has a name.
            (Union(_), Model(_)) => other.clone(),
            (Union(a), Union(b)) if a.len() <= b.len() => Union(join_members(a, b, catalog)),
            _ => return None,
        };
        Some(joined)
    }
}

/// The longer list of a union's members, each with what the shorter one says about it.
fn join_members(
    short: &[LinkedType],
    long: &[LinkedType],
    catalog: &Catalog<'_>,
) -> Vec<LinkedType> {
    let mut joined = long.to_vec();
    let mut open: Vec<usize> = (0..long.len())
        .filter(|&at| !short.contains(&long[at]) && long[at] != LinkedType::Any)
        .collect();
    let unmatched = short
        .iter()
        .filter(|member| !long.contains(member) && **member != LinkedType::Any);
    for member in unmatched {
        let both = open.iter().enumerate().find_map(|(nth, &at)| {
            let both = member.join(&long[at], catalog)?;
            Some((nth, both))
        });
        if let Some((nth, both)) = both {
            joined[open.remove(nth)] = both;
        }
    }
    joined
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

fn is_free_form(catalog: &Catalog<'_>, entry: EntryId) -> bool {
    catalog[entry].has(|body| matches!(body, Body::Fields(fields) if fields.is_empty()))
}

/// Whether two models have the same fields: `Options`, and `OptionsObj` where a language reserves
/// that name.
pub(crate) fn same_fields(catalog: &Catalog<'_>, a: EntryId, b: EntryId) -> bool {
    let names = |entry: EntryId| {
        let witness = catalog[entry].witnesses.first()?;
        let names = &catalog.page(witness).name_set;
        (!names.is_empty()).then_some(names)
    };
    names(a).is_some_and(|ours| Some(ours) == names(b))
}

/// The scalar that says more, if the two agree; of two widths, the wider.
fn says_more(a: Scalar, b: Scalar) -> Option<Scalar> {
    use Scalar::{
        BigInteger, Bytes, Date, DateOrDateTime, DateTime, Float32, Float64, Int32, Int64, Integer,
        Number, String,
    };
    match (a, b) {
        (Number, Integer | Int32 | Int64 | BigInteger | Float32 | Float64)
        | (Integer, Int32 | Int64 | BigInteger)
        | (String, Date | DateTime | DateOrDateTime | Bytes)
        | (DateOrDateTime, Date | DateTime) => Some(b),
        _ => wider(a, b),
    }
}
