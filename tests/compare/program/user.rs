use std::hint::black_box;
use std::io::BufRead;
use std::time::{Duration, Instant};

/// What the program does with each model, as a program would: it reads it, and it writes it.
struct Model {
    decode: fn(&str, u32) -> bool,
    encode: fn(&str, &mut Vec<u8>, u32),
}

fn parse<T: serde::de::DeserializeOwned>(json: &str) -> Option<T> {
    serde_json::from_str(json).ok()
}

fn decode<T: serde::de::DeserializeOwned>(json: &str, count: u32) -> bool {
    (0..count).all(|_| black_box(parse::<T>(black_box(json))).is_some())
}

fn encode<T>(json: &str, out: &mut Vec<u8>, count: u32)
where
    T: serde::de::DeserializeOwned + serde::Serialize,
{
    let Some(value) = parse::<T>(json) else {
        return;
    };
    for _ in 0..count {
        out.clear();
        let _ = serde_json::to_writer(&mut *out, black_box(&value));
        black_box(&out);
    }
}

/// Nanoseconds: the best of three rounds of a millisecond.
///
/// Not generic: what the program costs to build should be the models.
fn time(work: &mut dyn FnMut(u32)) -> f64 {
    let mut best = f64::MAX;
    for _ in 0..3 {
        let start = Instant::now();
        let mut count = 0_u32;
        while start.elapsed() < Duration::from_micros(700) {
            work(8);
            count += 8;
        }
        best = best.min(start.elapsed().as_nanos() as f64 / f64::from(count));
    }
    best
}

fn main() {
    let path = std::env::args().nth(1).expect("a file of cases");
    let file = std::fs::File::open(path).expect("the file is there");
    for (at, line) in std::io::BufReader::new(file).lines().enumerate() {
        let case: serde_json::Value = serde_json::from_str(&line.expect("text")).expect("JSON");
        let name = case["model"].as_str().unwrap_or_default();
        let Some((_, model)) = MODELS.iter().find(|(model, _)| *model == name) else {
            continue;
        };
        let json = case["value"].to_string();
        if !(model.decode)(&json, 1) {
            continue;
        }
        let decode = time(&mut |count| {
            (model.decode)(&json, count);
        });
        let mut out = Vec::with_capacity(2 * json.len());
        let encode = time(&mut |count| (model.encode)(&json, &mut out, count));
        println!("{at} {name}\t{decode}\t{encode}");
    }
}
