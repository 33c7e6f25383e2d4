use std::hint::black_box;
use std::io::BufRead;
use std::time::{Duration, Instant};

/// Nanoseconds to decode and to encode, or nothing if the value does not decode.
type Run = fn(&str) -> Option<[f64; 2]>;

fn run<T: serde::de::DeserializeOwned + serde::Serialize>(json: &str) -> Option<[f64; 2]> {
    let value: T = serde_json::from_str(json).ok()?;
    let decode = time(&mut || drop(black_box(serde_json::from_str::<T>(black_box(json)))));
    let mut out = Vec::with_capacity(2 * json.len());
    let encode = time(&mut || {
        out.clear();
        let _ = serde_json::to_writer(&mut out, black_box(&value));
        black_box(&out);
    });
    Some([decode, encode])
}

/// The best of three rounds of a millisecond each.
///
/// Not generic: what the program costs to build should be the models.
fn time(work: &mut dyn FnMut()) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        let mut count = 0_u32;
        while start.elapsed() < Duration::from_micros(700) {
            for _ in 0..16 {
                work();
            }
            count += 16;
        }
        best = best.min(start.elapsed().as_nanos() as f64 / f64::from(count));
    }
    best
}

fn main() {
    let path = std::env::args().nth(1).expect("a file of cases");
    let file = std::fs::File::open(path).expect("the file is there");
    for (at, line) in std::io::BufReader::new(file).lines().enumerate().skip(1) {
        let case: serde_json::Value = serde_json::from_str(&line.expect("text")).expect("JSON");
        let name = case["model"].as_str().unwrap_or_default();
        let Some((_, run)) = MODELS.iter().find(|(model, _)| *model == name) else {
            continue;
        };
        let json = case["value"].to_string();
        if let Some([decode, encode]) = run(&json) {
            println!("{at} {name}\t{decode}\t{encode}");
        }
    }
}
