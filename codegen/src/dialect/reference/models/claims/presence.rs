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

/// The same, where only tables of other roles are marked.
const LEAST_ELSEWHERE: usize = 20;
const ONE_WAY_ELSEWHERE: usize = 10;

/// Rows, and how many of them words mark.
#[derive(Debug, Default)]
struct Count {
    rows: usize,
    yes: usize,
    no: usize,
}

impl Count {
    fn is_marked(&self) -> bool {
        self.yes + self.no > 0
    }
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
        let mut marked = Count::default();
        for count in counts.values().filter(|count| count.is_marked()) {
            marked.rows += count.rows;
            marked.yes += count.yes;
            marked.no += count.no;
        }
        let known = roles.into_iter().filter_map(|role| {
            let own = counts.get(&role)?;
            Some((role, decide(profile, role, own, &marked)?))
        });
        Self(known.collect())
    }

    /// What a row without a mark is, and why.
    pub fn of(&self, role: Option<Role>) -> Option<(Stated, &str)> {
        let (stated, why) = self.0.get(&role)?;
        Some((*stated, why))
    }
}

fn decide(
    profile: &Profile,
    role: Option<Role>,
    own: &Count,
    marked: &Count,
) -> Option<(Stated, String)> {
    let rules = &profile.presence;
    if rules.unmarked != Unmarked::Auto {
        return set(rules.unmarked, "unmarked");
    }
    let by_role = match role {
        Some(Role::Request | Role::Query) => set(rules.default_request, "default-request"),
        Some(Role::Response) => set(rules.default_response, "default-response"),
        None => None,
    };
    // A reference that marks what may be absent from requests marks it in replies too, if it can
    // be. What a role's own marks leave open stays so.
    let elsewhere = || {
        let found = by_marks(marked, LEAST_ELSEWHERE, ONE_WAY_ELSEWHERE)?;
        (!own.is_marked()).then_some(found)
    };
    by_marks(own, LEAST, ONE_WAY).or(by_role).or_else(elsewhere)
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
fn by_marks(count: &Count, least: usize, one_way: usize) -> Option<(Stated, String)> {
    let marked = count.yes + count.no;
    if marked < least || marked * SHARE < count.rows {
        return None;
    }
    let (stated, marks, word) = if count.yes >= one_way * count.no {
        (Stated::No, count.yes, "required")
    } else if count.no >= one_way * count.yes {
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
        by_marks(&Count { rows, yes, no }, LEAST, ONE_WAY).map(|(stated, _)| stated)
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
    fn marks_of_other_roles_count_where_a_role_has_none() {
        let profile = Profile::default();
        let decide = |own: (usize, usize), marked: (usize, usize)| {
            let count = |(yes, no)| Count { rows: 50, yes, no };
            let role = Some(Role::Response);
            let found = super::decide(&profile, role, &count(own), &count(marked));
            found.map(|(stated, _)| stated)
        };
        assert_eq!(decide((0, 0), (0, 20)), Some(Stated::Yes));
        assert_eq!(decide((0, 0), (2, 20)), Some(Stated::Yes));
        assert_eq!(decide((0, 0), (3, 20)), None);
        assert_eq!(decide((0, 0), (0, 19)), None);
        assert_eq!(decide((0, 1), (0, 20)), None);
    }

    #[test]
    fn settings_of_roles_hold_where_no_marks_tell() {
        let mut profile = Profile::default();
        profile.presence.default_request = Unmarked::NotKnown;
        profile.presence.default_response = Unmarked::Required;
        let decide = |profile: &Profile, role, yes, no| {
            let count = Count { rows: 20, yes, no };
            let marked = Count::default();
            super::decide(profile, role, &count, &marked).map(|(stated, _)| stated)
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
