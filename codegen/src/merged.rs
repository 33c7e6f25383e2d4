//! Sorted lists of indices as one, without copying them: who wants the first few pays for no more.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::rc::Rc;

use crate::work;

/// The indices of several sorted lists, in their order, each once.
pub(crate) struct Merged {
    lists: Vec<Rc<[usize]>>,
    /// The next index of each list, with the list and where in it the index stands.
    next: BinaryHeap<Reverse<(usize, usize, usize)>>,
    last: Option<usize>,
}

impl Merged {
    pub fn of(lists: Vec<Rc<[usize]>>) -> Self {
        let firsts = lists.iter().enumerate();
        let next = firsts.filter_map(|(list, it)| Some(Reverse((*it.first()?, list, 0))));
        let next = next.collect();
        Self {
            lists,
            next,
            last: None,
        }
    }
}

impl Iterator for Merged {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        loop {
            let Reverse((index, list, at)) = self.next.pop()?;
            work::count(1);
            if let Some(following) = self.lists[list].get(at + 1) {
                self.next.push(Reverse((*following, list, at + 1)));
            }
            if self.last.replace(index) != Some(index) {
                return Some(index);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Merged;

    #[test]
    fn each_index_comes_once_and_in_order() {
        let lists = [&[1, 4, 7][..], &[], &[0, 4, 9], &[4]];
        let merged = Merged::of(lists.iter().map(|list| (*list).into()).collect());
        assert_eq!(merged.collect::<Vec<_>>(), [0, 1, 4, 7, 9]);
        assert_eq!(Merged::of(Vec::new()).next(), None);
    }
}
