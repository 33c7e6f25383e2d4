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
    if rules.unmarked != Unmarked::Auto {
        return set(rules.unmarked, "unmarked");
    }
    by_marks(count).or_else(|| match role {
        Some(Role::Request | Role::Query) => set(rules.default_request, "default-request"),
        Some(Role::Response) => set(rules.default_response, "default-response"),
        None => None,
    })
}

fn set(unmarked: Unmarked, name: &str) -> Option<(Stated, String)> {
    let stated = match unmarked {
        Unmarked::Required => Stated::Yes,
        Unmarked::Optional => Stated::No,
        Unmarked::NotKnown | Unmarked::Auto => return None,
    };
    Some((stated, format!("`{name}` of `[reference.required]`")))
}

/// The opposite of the marks, if there are enough and they go one way.
fn by_marks(count: &Count) -> Option<(Stated, String)> {
    let marked = count.yes + count.no;
    if marked < LEAST || marked * SHARE < count.rows {
        return None;
    }
    let (stated, marks, word) = if count.yes >= ONE_WAY * count.no {
        (Stated::No, count.yes, "required")
    } else if count.no >= ONE_WAY * count.yes {
        (Stated::Yes, count.no, "optional")
    } else {
        return None;
    };
    let of = count.rows;
    let why = format!("no mark, where {marks} of {of} rows are marked {word}");
    Some((stated, why))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn opposite(rows: usize, yes: usize, no: usize) -> Option<Stated> {
        by_marks(&Count { rows, yes, no }).map(|(stated, _)| stated)
    }

    #[test]
    fn rows_without_a_mark_are_the_opposite_of_marks_that_go_one_way() {
        assert_eq!(opposite(50, 5, 0), Some(Stated::No));
        assert_eq!(opposite(50, 1, 4), Some(Stated::Yes));
        assert_eq!(opposite(50, 0, 4), None);
        assert_eq!(opposite(51, 5, 0), None);
        assert_eq!(opposite(50, 7, 2), None);
        assert_eq!(opposite(0, 0, 0), None);
    }

    #[test]
    fn settings_of_roles_hold_where_no_marks_tell() {
        let mut profile = Profile::default();
        profile.presence.default_request = Unmarked::NotKnown;
        profile.presence.default_response = Unmarked::Required;
        let decide = |profile: &Profile, role, yes, no| {
            let count = Count { rows: 20, yes, no };
            super::decide(profile, role, &count).map(|(stated, _)| stated)
        };
        let response = Some(Role::Response);
        assert_eq!(decide(&profile, response, 0, 0), Some(Stated::Yes));
        assert_eq!(decide(&profile, response, 9, 0), Some(Stated::No));
        assert_eq!(decide(&profile, Some(Role::Query), 0, 0), None);
        assert_eq!(decide(&profile, None, 0, 0), None);
        profile.presence.unmarked = Unmarked::NotKnown;
        assert_eq!(decide(&profile, response, 9, 0), None);
    }
}
