//! Which member of a union is called as a value: `SlackChannelEndpoint` as `slack_channel`.

use std::collections::BTreeMap;

use heck::ToSnakeCase;

use crate::fold::fold_name;

/// Of longer names, only so many words count.
const WORDS: usize = 24;

/// A name as its words, without case.
pub(crate) fn words(name: &str) -> Vec<String> {
    let snake = name.to_snake_case();
    let words = snake.split('_').map(fold_name);
    words.filter(|word| !word.is_empty()).take(WORDS).collect()
}

/// For each value the member that is called so: its name has the words of the value, and of several
/// values the longest; else the value has all words of the name but those that all members share.
/// `None` for a value that no member or several are called as.
pub(crate) fn by_names(members: &[Vec<String>], values: &[&str]) -> Vec<Option<usize>> {
    let spelt: Vec<Vec<String>> = values.iter().map(|value| words(value)).collect();
    let mut known: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, words) in spelt.iter().enumerate() {
        known.entry(words.concat()).or_default().push(at);
    }
    known.remove("");
    // By value, the members that have its words, each with how many others it has.
    let mut claims: Vec<Vec<(usize, usize)>> = vec![Vec::new(); values.len()];
    for (member, words) in members.iter().enumerate() {
        if let Some((count, found)) = longest_run(words, &known) {
            for at in found {
                claims[*at].push((words.len() - count, member));
            }
        }
    }
    let mut named: Vec<Option<usize>> = claims.iter().map(|claims| fewest(claims)).collect();
    let cores = cores(members);
    for (at, named) in named.iter_mut().enumerate() {
        if claims[at].is_empty()
            && let Some((_, found)) = longest_run(&spelt[at], &cores)
            && let [only] = found.as_slice()
        {
            *named = Some(*only);
        }
    }
    named
}

/// What is known under the longest run of words, and how many words it has; `None` if several are
/// as long.
fn longest_run<'k, T: PartialEq>(
    words: &[String],
    known: &'k BTreeMap<String, T>,
) -> Option<(usize, &'k T)> {
    for count in (1..=words.len()).rev() {
        let runs = words.windows(count);
        let mut found = runs.filter_map(|run| known.get(&run.concat()));
        if let Some(first) = found.next() {
            return found.all(|other| other == first).then_some((count, first));
        }
    }
    None
}

/// The member with the fewest other words, if it is one.
fn fewest(claims: &[(usize, usize)]) -> Option<usize> {
    let (least, member) = claims.iter().min()?;
    let alone = claims.iter().filter(|(others, _)| others == least).count() == 1;
    alone.then_some(*member)
}

/// The members by their names without what all of them start and end with.
fn cores(members: &[Vec<String>]) -> BTreeMap<String, Vec<usize>> {
    let Some((first, others)) = members
        .split_first()
        .filter(|(_, others)| !others.is_empty())
    else {
        return BTreeMap::new();
    };
    let shared = |from_end: bool| {
        let at = |words: &[String], nth: usize| match from_end {
            true => words.iter().rev().nth(nth).cloned(),
            false => words.get(nth).cloned(),
        };
        let mut positions = 0..first.len();
        let differs = |nth: &usize| {
            others
                .iter()
                .any(|words| at(words, *nth) != at(first, *nth))
        };
        positions.find(differs).unwrap_or(first.len())
    };
    let (start, end) = (shared(false), shared(true));
    let mut cores: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (member, words) in members.iter().enumerate() {
        let end = words.len().saturating_sub(end);
        let core = words.get(start..end).unwrap_or_default().concat();
        cores.entry(core).or_default().push(member);
    }
    cores.remove("");
    cores
}

#[cfg(test)]
mod tests {
    use super::{by_names, words};

    /// What each value names.
    fn named<'m>(members: &[&'m str], values: &[&str]) -> Vec<&'m str> {
        let spelt: Vec<_> = members.iter().map(|name| words(name)).collect();
        let named = by_names(&spelt, values).into_iter();
        named.map(|at| at.map_or("-", |at| members[at])).collect()
    }

    #[test]
    fn words_count_and_neither_case_nor_signs() {
        assert_eq!(
            named(
                &["FaxLineTarget", "PostBoxTarget", "GitLabBoardTarget"],
                &["fax_line", "POST-BOX", "gitlab.board", "*", "fax"]
            ),
            [
                "FaxLineTarget",
                "PostBoxTarget",
                "GitLabBoardTarget",
                "-",
                "-"
            ]
        );
    }

    #[test]
    fn the_longest_value_is_meant_and_then_the_shortest_name() {
        let members = [
            "DataAccountOpened",
            "DataBankAccountOpened",
            "BankAccountShut",
        ];
        assert_eq!(
            named(
                &members,
                &["account.opened", "bankAccount.opened", "account.shut"]
            ),
            [
                "DataAccountOpened",
                "DataBankAccountOpened",
                "BankAccountShut"
            ]
        );
        assert_eq!(named(&["Fax", "FaxCover"], &["fax"]), ["Fax"]);
        assert_eq!(named(&["SmallFax", "LargeFax"], &["fax"]), ["-"]);
        assert_eq!(named(&["FaxToPost"], &["fax", "post"]), ["-", "-"]);
    }

    #[test]
    fn a_value_may_say_more_than_a_name() {
        assert_eq!(
            named(
                &["ParcelData", "LetterData"],
                &["parcel.sent", "parcel.lost", "letter.sent", "sent"]
            ),
            ["ParcelData", "ParcelData", "LetterData", "-"]
        );
    }
}
