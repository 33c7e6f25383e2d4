//! Where the time of a run goes: wall clock, CPU and peak memory, by stage.

use std::fmt::{self, Display};
use std::time::{Duration, Instant};

/// What each stage of a run takes. It is handed along the pipeline; where it is off, it only calls
/// what it should measure.
///
/// ```
/// use fieldtable::timings::Timings;
///
/// let mut timings = Timings::on();
/// let sum = timings.time("add", |timings| timings.time("one", |_| 1) + 1);
/// assert_eq!(sum, 2);
/// assert!(timings.to_string().contains("  one"));
/// assert!(!Timings::off().time("add", |timings| timings.is_on()));
/// ```
#[derive(Debug)]
pub struct Timings {
    start: Option<Moment>,
    /// Whose CPU time is counted.
    clock: Clock,
    stages: Vec<Stage>,
    /// The stage that is being measured.
    open: Option<usize>,
}

/// A stage and what it took, over all its calls.
#[derive(Debug)]
struct Stage {
    name: &'static str,
    /// The stage of which it is a part.
    parent: Option<usize>,
    /// `None` where it ran in several threads at once.
    wall: Option<Duration>,
    cpu: Option<Duration>,
}

/// Whose CPU time is counted.
#[derive(Debug, Clone, Copy)]
enum Clock {
    Process,
    Thread,
}

impl Timings {
    /// Measures nothing.
    #[must_use]
    pub fn off() -> Self {
        Self {
            start: None,
            clock: Clock::Process,
            stages: Vec::new(),
            open: None,
        }
    }

    /// Measures, the whole run from here.
    #[must_use]
    pub fn on() -> Self {
        Self {
            start: Some(Moment::now(Clock::Process)),
            ..Self::off()
        }
    }

    /// Measures what is done in this thread, to be added to the whole.
    #[must_use]
    pub(crate) fn of_thread() -> Self {
        Self {
            start: Some(Moment::now(Clock::Thread)),
            clock: Clock::Thread,
            ..Self::off()
        }
    }

    /// Adds what was measured in a thread to the stage that is being measured. How long these parts
    /// took by the wall's clock is not known any more.
    pub(crate) fn add(&mut self, thread: Self) {
        let mut places = Vec::with_capacity(thread.stages.len());
        for part in thread.stages {
            let parent = part.parent.map_or(self.open, |at| Some(places[at]));
            let at = self.stage(part.name, parent);
            let stage = &mut self.stages[at];
            stage.wall = None;
            stage.cpu = stage.cpu.zip(part.cpu).map(|(all, more)| all + more);
            places.push(at);
        }
    }

    /// The place of a stage, which is new or known.
    fn stage(&mut self, name: &'static str, parent: Option<usize>) -> usize {
        let is_it = |stage: &Stage| stage.parent == parent && stage.name == name;
        self.stages.iter().position(is_it).unwrap_or_else(|| {
            self.stages.push(Stage {
                name,
                parent,
                wall: Some(Duration::ZERO),
                cpu: Some(Duration::ZERO),
            });
            self.stages.len() - 1
        })
    }

    /// Whether it measures.
    #[must_use]
    pub fn is_on(&self) -> bool {
        self.start.is_some()
    }

    /// Does the work of a stage. A stage within it is a part of it; one of the same name there adds
    /// to what was measured before.
    pub fn time<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Self) -> T) -> T {
        if !self.is_on() {
            return work(self);
        }
        let parent = self.open;
        let at = self.stage(name, parent);
        self.open = Some(at);
        let start = Moment::now(self.clock);
        let done = work(self);
        let (wall, cpu) = start.elapsed(self.clock);
        self.open = parent;
        let stage = &mut self.stages[at];
        stage.wall = stage.wall.map(|all| all + wall);
        stage.cpu = stage.cpu.zip(cpu).map(|(all, more)| all + more);
        done
    }

    /// The lines of a stage's parts, each after its depth.
    fn parts(&self, of: Option<usize>, depth: usize, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let stages = self.stages.iter().enumerate();
        for (at, stage) in stages.filter(|(_, stage)| stage.parent == of) {
            let name = format!("{:1$}{2}", "", depth * 2, stage.name);
            line(f, &name, &seconds(stage.wall), &seconds(stage.cpu))?;
            self.parts(Some(at), depth + 1, f)?;
        }
        Ok(())
    }
}

/// The table; empty where nothing was measured.
impl Display for Timings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(start) = self.start.filter(|_| !self.stages.is_empty()) else {
            return Ok(());
        };
        line(f, "stage", "wall", "CPU")?;
        self.parts(None, 0, f)?;
        let (wall, cpu) = start.elapsed(self.clock);
        line(f, "all", &seconds(Some(wall)), &seconds(cpu))?;
        let peak = peak_memory().map_or_else(
            || "-".to_owned(),
            |bytes| format!("{:.1} MB", bytes as f64 / 1e6),
        );
        writeln!(f, "{:<24}{peak:>10}", "peak memory")
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, wall: &str, cpu: &str) -> fmt::Result {
    writeln!(f, "{name:<24}{wall:>10}{cpu:>10}")
}

fn seconds(time: Option<Duration>) -> String {
    time.map_or_else(|| "-".to_owned(), |it| format!("{:.3} s", it.as_secs_f64()))
}

/// A moment on both clocks.
#[derive(Debug, Clone, Copy)]
struct Moment {
    wall: Instant,
    cpu: Option<Duration>,
}

impl Moment {
    fn now(clock: Clock) -> Self {
        Self {
            wall: Instant::now(),
            cpu: cpu_time(clock),
        }
    }

    fn elapsed(&self, clock: Clock) -> (Duration, Option<Duration>) {
        let now = Self::now(clock);
        let cpu = now.cpu.zip(self.cpu);
        let cpu = cpu.map(|(now, then)| now.saturating_sub(then));
        (now.wall - self.wall, cpu)
    }
}

/// The CPU time of the process or thread so far; `None` on a platform that cannot tell.
#[cfg(unix)]
fn cpu_time(clock: Clock) -> Option<Duration> {
    let time = rustix::time::clock_gettime(match clock {
        Clock::Process => rustix::time::ClockId::ProcessCPUTime,
        Clock::Thread => rustix::time::ClockId::ThreadCPUTime,
    });
    Duration::try_from(time).ok()
}

#[cfg(not(unix))]
fn cpu_time(_: Clock) -> Option<Duration> {
    None
}

/// The most bytes of memory that the process has had so far; `None` on a platform that cannot tell.
fn peak_memory() -> Option<u64> {
    // `getrusage` would also count what ran in this process before it became this program: cargo.
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kibibytes = line.trim().strip_suffix("kB")?;
    Some(kibibytes.trim().parse::<u64>().ok()? * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first words of the table's lines, with their indentation.
    fn names(timings: &Timings) -> Vec<String> {
        let table = timings.to_string();
        let names = table.lines().map(|line| line[..24].trim_end().to_owned());
        names.collect()
    }

    #[test]
    fn parts_stand_below_their_stage_in_the_order_of_the_run() {
        let mut timings = Timings::on();
        timings.time("read", |_| ());
        for _ in 0..2 {
            timings.time("emit", |timings| {
                timings.time("models", |_| ());
                timings.time("read", |_| ());
            });
        }
        let expected = [
            "stage",
            "read",
            "emit",
            "  models",
            "  read",
            "all",
            "peak memory",
        ];
        assert_eq!(names(&timings), expected);
    }

    #[test]
    fn what_is_off_measures_nothing() {
        let mut timings = Timings::off();
        assert_eq!(
            timings.time("read", |timings| timings.time("page", |_| 7)),
            7
        );
        assert_eq!(timings.to_string(), "");
        assert!(timings.stages.is_empty());
    }

    #[test]
    fn a_stage_is_as_long_as_its_calls_together() {
        let mut timings = Timings::on();
        let pause = Duration::from_millis(2);
        for _ in 0..3 {
            timings.time("sleep", |_| std::thread::sleep(pause));
        }
        assert_eq!(timings.stages.len(), 1);
        assert!(timings.stages[0].wall >= Some(pause * 3));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn memory_that_was_used_is_counted() {
        let before = peak_memory().unwrap();
        let bytes = 64_000_000;
        let block = std::hint::black_box(vec![1_u8; bytes]);
        let peak = peak_memory().unwrap();
        assert!(
            peak >= bytes as u64,
            "{before} to {peak} of {}",
            block.len()
        );
        assert!(cpu_time(Clock::Process).unwrap() > Duration::ZERO);
    }
}
