//! The sections of a page as they hold each other.

use super::super::book::Spot;
use super::super::profile::Profile;
use crate::page::Page;

/// The sections of a page, each with the one that it stands in.
#[derive(Debug)]
pub(crate) struct Scopes {
    parents: Vec<Option<usize>>,
    /// One past the last section inside of each.
    ends: Vec<usize>,
}

impl Scopes {
    /// A heading that names nothing, as `Response`, bounds nothing: it stands below the last one that
    /// does, even of the same level.
    pub fn new(page: &Page, profile: &Profile) -> Self {
        let mut parents = Vec::with_capacity(page.sections.len());
        let mut ends = vec![page.sections.len(); page.sections.len()];
        let mut open: Vec<(usize, u8, bool)> = Vec::new();
        for (at, section) in page.sections.iter().enumerate() {
            let generic = &profile.models.generic_headings;
            let is_plain = generic.find(&section.heading.text).is_some();
            while let Some(&(above, level, is_plain_above)) = open.last() {
                let holds =
                    level < section.level || level == section.level && is_plain && !is_plain_above;
                if holds {
                    break;
                }
                ends[above] = at;
                open.pop();
            }
            parents.push(open.last().map(|(above, ..)| *above));
            open.push((at, section.level, is_plain));
        }
        Self { parents, ends }
    }

    /// The section around one; `None` above is the page.
    pub fn parent(&self, section: usize) -> Option<usize> {
        self.parents[section]
    }

    /// The sections of a scope as a range of their places; place 0 is what stands before them all.
    pub fn range(&self, scope: Option<usize>) -> std::ops::Range<usize> {
        match scope {
            Some(section) => section + 1..self.ends[section] + 1,
            None => 0..self.parents.len() + 1,
        }
    }
}

/// The place of a section on its page, as in [`Scopes::range`].
pub(crate) fn place_of(spot: Spot) -> usize {
    spot.section.map_or(0, |section| section + 1)
}
