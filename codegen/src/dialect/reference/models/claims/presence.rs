//! What silence about presence means.

use std::collections::BTreeMap;

use crate::claim::{Role, Stated};
use crate::dialect::reference::models::plan::Plan;
use crate::dialect::reference::profile::{Profile, Unmarked};
use crate::dialect::reference::table::RefTable;

/// What rows without a mark are, by the role of their model.
#[derive(Debug, Default)]
pub(super) struct Silence(BTreeMap<Option<Role>, (Stated, String)>);

/// How many rows must be marked, and which share of all; how many to one marks must go one way.
const LEAST: usize = 5;
const SHARE: usize = 10;
const ONE_WAY: usize = 4;

/// Rows, and how many of them words mark.
#[derive(Debug, Default)]
struct Count {
    rows: usize,
    yes: usize,
    no: usize,
}

impl Silence {
    pub fn new(profile: &Profile, tables: &[RefTable<'_>], plan: &Plan) -> Self {
        let mut counts: BTreeMap<Option<Role>, Count> = BTreeMap::new();
        for table in tables {
            let id = plan.by_table.get(&table.id);
            let role = id.and_then(|id| plan.models[id.0].role);
            let count = counts.entry(role).or_default();
            count.rows += table.marks.rows;
            count.yes += table.marks.words_yes;
            count.no += table.marks.words_no;
        }
        let roles = [
            None,
            Some(Role::Request),
            Some(Role::Query),
            Some(Role::Response),
        ];
        let known = roles.into_iter().filter_map(|role| {
            let count = counts.remove(&role).unwrap_or_default();
            Some((role, decide(profile, role, &count)?))
        });
        Self(known.collect())
    }

    /// What a row without a mark is, and why.
    pub fn of(&self, role: Option<Role>) -> Option<(Stated, &str)> {
        let (stated, why) = self.0.get(&role)?;
        Some((*stated, why))
    }
}

fn decide(profile: &Profile, role: Option<Role>, count: &Count) -> Option<(Stated, String)> {
    let rules = &profile.presence;
    let by_role = match role {
        Some(Role::Request | Role::Query) => (rules.default_request, "default-request"),
        Some(Role::Response) => (rules.default_response, "default-response"),
        None => (Unmarked::Auto, ""),
    };
    for (setting, name) in [by_role, (rules.unmarked, "unmarked")] {
        let stated = match setting {
            Unmarked::Required => Stated::Yes,
            Unmarked::Optional => Stated::No,
            Unmarked::NotKnown => return None,
            Unmarked::Auto => continue,
        };
        return Some((stated, format!("`{name}` of `[reference.required]`")));
    }
    let marked = count.yes + count.no;
    if marked < LEAST || marked * SHARE < count.rows {
        return None;
    }
    let (stated, marks, others) = if count.yes >= ONE_WAY * count.no {
        (Stated::No, count.yes, count.no)
    } else if count.no >= ONE_WAY * count.yes {
        (Stated::Yes, count.no, count.yes)
    } else {
        return None;
    };
    let word = match stated {
        Stated::Yes => "optional",
        _ => "required",
    };
    let why = format!("no mark, where {marks} rows are marked {word} and {others} the opposite");
    Some((stated, why))
}
