//! Elements that are open while a page is prepared.

use std::ops::Range;

use super::prepare::{Mark, Prepare, What};
use crate::page::tag::Attribute;
use crate::page::tree::Element;

/// An element that is open.
pub(super) struct Open {
    pub name: String,
    mark: usize,
    pub how: How,
    /// The indentation of the first line inside of it, which all lines of it lose.
    pub margin: Option<usize>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum How {
    Tag,
    /// `:::note` and `/// note`.
    Colons,
    /// `!!! note`: it lasts as long as lines are indented.
    Indented,
}

impl Prepare<'_> {
    /// Reads a closing tag: it closes what is open inside of its element too.
    pub(super) fn close(&mut self, name: &str, at: Range<usize>) {
        self.blank(at.clone());
        if !self.open_names.contains_key(name) {
            return;
        }
        while let Some(open) = self.open.last() {
            let is_it = open.name == name && open.how == How::Tag;
            self.close_last(if is_it { at.end } else { at.start });
            if is_it {
                break;
            }
        }
    }

    pub(super) fn push_open(&mut self, name: &str, mark: usize, how: How, margin: Option<usize>) {
        self.open.push(Open {
            name: name.to_owned(),
            mark,
            how,
            margin,
        });
        match how {
            How::Tag => *self.open_names.entry(name.to_owned()).or_default() += 1,
            How::Colons => self.open_colons += 1,
            How::Indented => {}
        }
    }

    pub(super) fn close_last(&mut self, end: usize) {
        let Some(open) = self.open.pop() else {
            return;
        };
        self.open_colons -= usize::from(open.how == How::Colons);
        if open.how == How::Tag
            && let Some(count) = self.open_names.get_mut(&open.name)
        {
            *count -= 1;
            if *count == 0 {
                self.open_names.remove(&open.name);
            }
        }
        let start = self.marks[open.mark].at;
        if let What::Element(element) = &mut self.marks[open.mark].what {
            element.covers = self.span.place(start..end);
        }
    }

    pub(super) fn element(
        &mut self,
        name: &str,
        attributes: Vec<Attribute>,
        at: Range<usize>,
    ) -> usize {
        let place = self.span.place(at.clone());
        self.marks.push(Mark {
            at: at.start,
            what: What::Element(Element {
                name: name.to_owned(),
                attributes,
                place,
                covers: place,
            }),
        });
        self.marks.len() - 1
    }

    /// Takes the margin of the innermost element off a line; says how much it took.
    pub(super) fn dedent(&mut self, at: usize, indent: usize) -> usize {
        let line = &self.text[at + indent..];
        let closes = line.starts_with("</") || line.starts_with("{% /") || line.starts_with(":::");
        let Some(open) = self.open.last_mut().filter(|_| !closes) else {
            return 0;
        };
        let taken = indent.min(*open.margin.get_or_insert(indent));
        let mut end_before = at;
        for byte in [b'\n', b'\r'] {
            if end_before > 0 && self.out[end_before - 1] == byte {
                end_before -= 1;
            }
        }
        if taken == 0 || end_before == at {
            return 0;
        }
        self.out.to_mut()[at..at + taken].fill(b' ');
        self.out.to_mut()[end_before..at + taken].rotate_left(at - end_before);
        taken
    }
}
