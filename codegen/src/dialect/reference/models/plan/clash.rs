//! Names that several models would have.

use std::collections::BTreeMap;

use crate::fold::fold_name;

/// The names that a model may have, and who gives way first.
#[derive(Debug)]
pub(super) struct Wish {
    pub namespace: String,
    /// The best first; never empty.
    pub names: Vec<String>,
    /// Of several, the only one of the lowest rank keeps the name.
    pub rank: (u8, bool, usize),
}

/// Gives each its name. Of those that wish for one name, the only one of the lowest rank keeps it,
/// and all others take their next; so no name depends on the order of pages.
pub(super) fn settle(wishes: &[Wish]) -> Vec<String> {
    let mut level = vec![0_usize; wishes.len()];
    let key = |at: usize, level: usize| {
        (
            wishes[at].namespace.as_str(),
            fold_name(&wishes[at].names[level]),
        )
    };
    // Who has each name; only these need to be looked at when somebody comes.
    let mut holders: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for at in 0..wishes.len() {
        holders.entry(key(at, 0)).or_default().push(at);
    }
    let mut crowded: Vec<_> = holders
        .iter()
        .filter(|(_, group)| group.len() > 1)
        .map(|(key, _)| key.clone())
        .collect();
    while !crowded.is_empty() {
        let mut moved = Vec::new();
        for name in std::mem::take(&mut crowded) {
            let Some(group) = holders.get_mut(&name) else {
                continue;
            };
            let lowest = group.iter().map(|&at| wishes[at].rank).min();
            let first: Vec<usize> = group
                .iter()
                .copied()
                .filter(|&at| Some(wishes[at].rank) == lowest)
                .collect();
            let keeper = if first.len() == 1 {
                first.first().copied()
            } else {
                None
            };
            let (stay, go): (Vec<_>, Vec<_>) = group
                .iter()
                .partition(|&&at| Some(at) == keeper || level[at] + 1 >= wishes[at].names.len());
            *group = stay;
            moved.extend(go);
        }
        for at in moved {
            level[at] += 1;
            let name = key(at, level[at]);
            let group = holders.entry(name.clone()).or_default();
            group.push(at);
            if group.len() > 1 {
                crowded.push(name);
            }
        }
        crowded.sort_unstable();
        crowded.dedup();
    }
    number(wishes, &level, &holders)
}

/// Numbers those that no name tells apart, in the order of their page.
fn number(
    wishes: &[Wish],
    level: &[usize],
    holders: &BTreeMap<(&str, String), Vec<usize>>,
) -> Vec<String> {
    let mut names: Vec<String> = wishes
        .iter()
        .zip(level)
        .map(|(wish, &level)| wish.names[level].clone())
        .collect();
    for ((namespace, _), group) in holders {
        let mut group = group.clone();
        group.sort_unstable();
        let mut number = 2;
        for at in group.into_iter().skip(1) {
            loop {
                let name = format!("{} {number}", names[at]);
                number += 1;
                if !holders.contains_key(&(*namespace, fold_name(&name))) {
                    names[at] = name;
                    break;
                }
            }
        }
    }
    names
}
