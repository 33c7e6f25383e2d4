//! Rows that stand below others: by marks before their names, by paths, by places of lists.

use std::collections::BTreeMap;

use super::FieldRow;
use super::names::{Name, Position};
use crate::claim::Stated;
use crate::dialect::reference::profile::{NameRules, Nesting};

/// Rows that are nested more deeply stand beside those above them.
const DEEPEST: usize = 32;

/// A row before it has its place.
pub(super) struct Entry<'b> {
    /// The field; none where the row is a heading.
    pub row: Option<FieldRow<'b>>,
    depth: usize,
    /// The list of which it is a place.
    position: Option<Position>,
    /// Whether it is no key, nor what stands below it.
    is_none: bool,
    /// Whether of the rows below it one is there.
    is_choice: bool,
}

impl<'b> Entry<'b> {
    pub fn field(row: FieldRow<'b>, name: &Name) -> Self {
        Self {
            row: Some(row),
            depth: name.depth,
            position: name.place.clone(),
            is_none: name.is_none,
            is_choice: false,
        }
    }

    /// The heading of a choice between the rows below it.
    pub fn group(depth: usize) -> Self {
        Self {
            is_choice: true,
            ..Self::heading(depth)
        }
    }

    /// The heading of the rows below it.
    pub fn heading(depth: usize) -> Self {
        Self {
            row: None,
            depth,
            position: None,
            is_none: false,
            is_choice: false,
        }
    }
}

/// Where an entry stands.
#[derive(Clone, Copy, Default)]
struct Stand {
    parent: Option<usize>,
    level: usize,
    /// Whether it is one of a choice.
    is_choice: bool,
}

/// Puts rows below others.
pub(super) fn nest<'b>(mut entries: Vec<Entry<'b>>, rules: &NameRules) -> Vec<FieldRow<'b>> {
    let paths = Paths::new(&entries, rules);
    let mut stands: Vec<Stand> = Vec::with_capacity(entries.len());
    let mut open: Vec<usize> = Vec::new();
    for at in 0..entries.len() {
        let depth = entries[at].depth;
        while open
            .pop_if(|above| entries[*above].depth >= depth)
            .is_some()
        {}
        let marked = open.last().copied().filter(|_| depth > 0);
        let by_path = paths.parent(at, &entries);
        let parent = match (marked, by_path) {
            (Some(above), _) => Some(above),
            (None, Some((above, name))) => {
                if let (Some(row), Some(name)) = (&mut entries[at].row, name) {
                    row.name.value = name;
                }
                Some(above)
            }
            (None, None) => None,
        };
        settle(&mut entries, at, parent);
        open.push(at);
        let stand = match parent {
            None => Stand::default(),
            // What stands below a heading are siblings of it.
            Some(above) if entries[above].row.is_none() => Stand {
                is_choice: entries[above].is_choice || stands[above].is_choice,
                ..stands[above]
            },
            Some(above) if stands[above].level + 1 >= DEEPEST => stands[above],
            Some(above) => Stand {
                parent,
                level: stands[above].level + 1,
                is_choice: false,
            },
        };
        stands.push(stand);
    }
    build(entries, &stands)
}

/// Names a place without a name, `row[0]`; what stands below no such list is none, and the number
/// was that of a footnote.
fn settle(entries: &mut [Entry<'_>], at: usize, parent: Option<usize>) {
    let Some(position) = entries[at].position.clone() else {
        return;
    };
    if position.is_named {
        return;
    }
    let list = parent.and_then(|parent| entries[parent].row.as_ref());
    let is_place = list.is_some_and(|row| row.name.value == position.list);
    if let Some(row) = &mut entries[at].row {
        if is_place {
            row.name.value = format!("{}[{}]", position.list, position.place);
        } else {
            row.position = None;
        }
    }
}

fn build<'b>(entries: Vec<Entry<'b>>, stands: &[Stand]) -> Vec<FieldRow<'b>> {
    let mut below: Vec<Vec<FieldRow<'b>>> = Vec::new();
    below.resize_with(entries.len(), Vec::new);
    let on_top = stands.iter().filter(|stand| stand.parent.is_none());
    let mut top = Vec::with_capacity(on_top.count());
    for (at, entry) in entries.into_iter().enumerate().rev() {
        let mut children = std::mem::take(&mut below[at]);
        let Some(mut row) = entry.row.filter(|_| !entry.is_none) else {
            continue;
        };
        children.reverse();
        row.children = children;
        if stands[at].is_choice {
            row.required.value = Stated::No;
            row.is_conditional = true;
        }
        match stands[at].parent {
            Some(parent) => below[parent].push(row),
            None => top.push(row),
        }
    }
    top.reverse();
    top
}

/// The rows by their names as paths.
struct Paths {
    by_path: BTreeMap<String, usize>,
    split: Vec<char>,
}

/// Longer paths are names.
const LONGEST: usize = 32;

impl Paths {
    fn new(entries: &[Entry<'_>], rules: &NameRules) -> Self {
        let mut paths = Self {
            by_path: BTreeMap::new(),
            split: Vec::new(),
        };
        if matches!(rules.nesting, Nesting::Marker | Nesting::None) {
            return paths;
        }
        let split = rules
            .path_split
            .iter()
            .filter_map(|part| part.chars().next());
        paths.split = split.collect();
        let is_path = |entry: &Entry<'_>| {
            let row = entry.row.as_ref();
            entry.position.is_some()
                || row.is_some_and(|row| row.name.value.contains(paths.split.as_slice()))
        };
        if entries.iter().any(is_path) {
            for (at, entry) in entries.iter().enumerate() {
                let row = entry.row.as_ref().filter(|_| entry.position.is_none());
                if let Some(path) = row.and_then(|row| paths.parts(&row.name.value)) {
                    paths.by_path.entry(path.join("\n")).or_insert(at);
                }
            }
        }
        paths
    }

    /// The parts of a path, without the brackets of lists.
    fn parts<'n>(&self, name: &'n str) -> Option<Vec<&'n str>> {
        let parts = name.split(self.split.as_slice());
        let parts: Vec<_> = parts
            .map(|part| part.split('[').next().unwrap_or(part))
            .collect();
        (parts.len() <= LONGEST).then_some(parts)
    }

    /// The row that a path stands below, and what is left of the path.
    fn parent(&self, at: usize, entries: &[Entry<'_>]) -> Option<(usize, Option<String>)> {
        if self.by_path.is_empty() {
            return None;
        }
        let entry = &entries[at];
        if let Some(position) = &entry.position {
            let path = self.parts(&position.list)?.join("\n");
            let parent = self.by_path.get(&path).filter(|parent| **parent < at)?;
            return Some((*parent, None));
        }
        let name = &entry.row.as_ref()?.name.value;
        let parts = self.parts(name)?;
        let cuts: Vec<_> = name.match_indices(self.split.as_slice()).collect();
        (1..parts.len()).rev().find_map(|count| {
            let parent = *self.by_path.get(&parts[..count].join("\n"))?;
            let (cut, sign) = cuts[count - 1];
            let rest = &name[cut + sign.len()..];
            (parent < at && !rest.is_empty()).then(|| (parent, Some(rest.to_owned())))
        })
    }
}
