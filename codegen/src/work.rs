//! Counted steps, by which tests see how work grows. Other builds count nothing.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts steps of the innermost loops, whatever stage they are of.
#[inline]
pub(crate) fn count(steps: usize) {
    #[cfg(test)]
    STEPS.set(STEPS.get() + steps as u64);
    let _ = steps;
}

/// How many steps some work takes in this thread.
#[cfg(test)]
pub(crate) fn of<T>(work: impl FnOnce() -> T) -> (T, u64) {
    let before = STEPS.get();
    let done = work();
    (done, STEPS.get() - before)
}

/// What some work takes: bytes that are allocated, how often, and counted steps.
#[cfg(test)]
pub(crate) fn taken(work: impl FnOnce()) -> [f64; 3] {
    let mut steps = 0;
    let memory = allocation_counter::measure(|| ((), steps) = of(work));
    [memory.bytes_total, memory.count_total, steps].map(|count| count as f64)
}

#[cfg(test)]
const COUNTED: [&str; 3] = ["bytes allocated", "allocations", "steps"];

/// How each count grows from the first step to the second, and what grows by more than `most`.
#[cfg(test)]
pub(crate) fn growth([one, two, four]: [[f64; 3]; 3], most: f64) -> (Vec<String>, Vec<String>) {
    let (mut all, mut faults) = (Vec::new(), Vec::new());
    for (at, what) in COUNTED.iter().enumerate() {
        let [one, two, four] = [one, two, four].map(|counts| counts[at]);
        // What every run takes cancels out.
        let (first, second) = (two - one, four - two);
        let by = second / first;
        all.push(format!("{what} grow by {by:.2}: {one}, {two}, {four}"));
        // A few are no growth.
        if first > one * 0.02 && first > 64.0 && by > most {
            faults.push(all[at].clone());
        }
    }
    (all, faults)
}

/// Twice the input may take a tenth more than twice the work, from n to 2n and to 4n of it.
#[cfg(test)]
#[track_caller]
pub(crate) fn is_linear<I>(what: &str, n: usize, make: impl Fn(usize) -> I, run: impl Fn(I)) {
    // What a process makes once is no growth.
    run(make(2));
    let counts = [n, 2 * n, 4 * n].map(|n| {
        let input = make(n);
        taken(|| run(input))
    });
    let (_, faults) = growth(counts, 2.2);
    assert!(faults.is_empty(), "{what} ({n}): {}", faults.join("; "));
}
