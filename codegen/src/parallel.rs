//! Work on many things at once.

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::timings::Timings;

/// What `work` makes of each item, in the order of the items.
///
/// Within work that is done at once already, each does its own. Tests count work by thread, so they
/// do all in one.
pub(crate) fn map<'t, T: Sync, R: Send>(
    items: &'t [T],
    work: impl Fn(&'t T) -> R + Sync + Send,
) -> Vec<R> {
    if cfg!(test) || items.len() < 2 || rayon::current_thread_index().is_some() {
        return items.iter().map(work).collect();
    }
    items.par_iter().map(work).collect()
}

/// As [`map`], and each item's work is measured.
pub(crate) fn map_timed<'t, T: Sync, R: Send>(
    items: &'t [T],
    timings: &mut Timings,
    work: impl Fn(&'t T, &mut Timings) -> R + Sync + Send,
) -> Vec<R> {
    if items.len() < 2 {
        return items.iter().map(|item| work(item, timings)).collect();
    }
    let is_on = timings.is_on();
    let done = map(items, |item| {
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
    fn results_keep_the_order_and_times_are_added() {
        let mut timings = Timings::on();
        let items: Vec<usize> = (0..50).collect();
        let doubled = timings.time("all", |timings| {
            map_timed(&items, timings, |item, timings| {
                timings.time("double", |_| item * 2)
            })
        });
        assert!(doubled.iter().enumerate().all(|(at, it)| *it == at * 2));
        let table = timings.to_string();
        assert_eq!(table.matches("\n  double").count(), 1, "{table}");
    }
}
