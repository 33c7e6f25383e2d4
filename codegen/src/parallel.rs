//! Work on many things at once.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::timings::Timings;

/// What `work` makes of each item, in the order of the items.
///
/// Within work that is done at once already, each does its own. Tests count work by thread, so they
/// do all in one.
pub(crate) fn map<'t, T: Sync, R: Send>(
    items: &'t [T],
    work: impl Fn(&'t T) -> R + Sync + Send,
) -> Vec<R> {
    map_by(items, |_| 0, work)
}

/// As [`map`]; the heaviest are begun first, so that no thread is left with the last of them while
/// the others have nothing to do.
fn map_by<'t, T: Sync, R: Send>(
    items: &'t [T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&'t T) -> R + Sync + Send,
) -> Vec<R> {
    if cfg!(test) || items.len() < 2 || rayon::current_thread_index().is_some() {
        return items.iter().map(work).collect();
    }
    at_once(items, weight, work)
}

fn at_once<'t, T: Sync, R: Send>(
    items: &'t [T],
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&'t T) -> R + Sync + Send,
) -> Vec<R> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|at| Reverse(weight(&items[*at])));
    let next = AtomicUsize::new(0);
    let done = rayon::broadcast(|_| {
        let taken = std::iter::from_fn(|| order.get(next.fetch_add(1, Ordering::Relaxed)));
        taken.map(|at| (*at, work(&items[*at]))).collect::<Vec<_>>()
    });
    let mut done: Vec<_> = done.into_iter().flatten().collect();
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, done)| done).collect()
}

/// As [`map`], the heaviest first, and each item's work is measured.
pub(crate) fn map_timed<'t, T: Sync, R: Send>(
    items: &'t [T],
    timings: &mut Timings,
    weight: impl Fn(&T) -> usize,
    work: impl Fn(&'t T, &mut Timings) -> R + Sync + Send,
) -> Vec<R> {
    if items.len() < 2 {
        return items.iter().map(|item| work(item, timings)).collect();
    }
    let is_on = timings.is_on();
    let done = map_by(items, weight, |item| {
        let mut own = if is_on {
            Timings::of_thread()
        } else {
            Timings::off()
        };
        (work(item, &mut own), own)
    });
    let done = done.into_iter().map(|(done, own)| {
        timings.add(own);
        done
    });
    done.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_done_once_and_stands_in_its_place() {
        let items: Vec<usize> = (0..1000).collect();
        let done = at_once(&items, |item| item % 7, |item| item * 2);
        assert!(done.iter().enumerate().all(|(at, it)| *it == at * 2));
        assert_eq!(done.len(), items.len());
        assert_eq!(at_once(&[], |_: &u8| 0, |it| *it), Vec::<u8>::new());
    }

    #[test]
    fn the_heaviest_is_begun_first() {
        let begun = std::sync::Mutex::new(Vec::new());
        let work = |item: &usize| begun.lock().unwrap().push(*item);
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build();
        pool.unwrap()
            .install(|| at_once(&[3, 9, 1, 9], |item| *item, work));
        assert_eq!(*begun.lock().unwrap(), [9, 9, 3, 1]);
    }

    #[test]
    fn results_keep_the_order_and_times_are_added() {
        let mut timings = Timings::on();
        let items: Vec<usize> = (0..50).collect();
        let doubled = timings.time("all", |timings| {
            map_timed(
                &items,
                timings,
                |item| item % 7,
                |item, timings| timings.time("double", |_| item * 2),
            )
        });
        assert!(doubled.iter().enumerate().all(|(at, it)| *it == at * 2));
        let table = timings.to_string();
        assert_eq!(table.matches("\n  double").count(), 1, "{table}");
    }
}
