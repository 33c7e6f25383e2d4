//! Our unions and open enums beside serde's derives of the same types. `micro ROW ours|derive TIMES` only reads
//! one row so often, for who counts instructions.

use std::hint::black_box;
use std::time::{Duration, Instant};

use generated::shapes as ours;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

macro_rules! shapes {
    ($($shape:ident { $($field:ident),* }),*) => {
        $(
            #[derive(Debug, Serialize, Deserialize)]
            #[serde(rename_all = "camelCase")]
            struct $shape {
                name: String,
                $($field: generated::Number),*
            }
        )*

        #[derive(Debug, Serialize, Deserialize)]
        #[serde(tag = "kind", rename_all = "camelCase")]
        enum Tagged { $($shape($shape)),* }

        #[derive(Debug, Serialize, Deserialize)]
        #[serde(untagged)]
        enum Untagged { $($shape($shape)),* }
    };
}

shapes!(
    Circle { radius },
    Square { side },
    Ring { inner, outer },
    Sector { angle, reach },
    Oblong { long, wide }
);

#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Scalar {
    Whole(i64),
    Text(String),
    Words(Vec<String>),
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Color {
    Red,
    Green,
    Blue,
    Amber,
    Violet,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum OpenColor {
    Red,
    Green,
    Blue,
    Amber,
    Violet,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Serialize, Deserialize)]
struct List<T> {
    items: Vec<T>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Palette<T> {
    a: T,
    b: T,
    c: T,
    d: T,
    e: T,
    f: T,
}

fn main() {
    let list = |items: &str| format!(r#"{{"items":[{items}]}}"#);
    let plain = list(&[r#"{"name":"b","long":1.5,"wide":2.5}"#; 3].join(","));
    let first = list(
        r#"{"kind":"circle","name":"a","radius":1.5},{"kind":"oblong","name":"b","long":1.5,"wide":2.5},{"kind":"ring","name":"c","inner":1.5,"outer":2.5}"#,
    );
    let last = list(
        r#"{"name":"a","radius":1.5,"kind":"circle"},{"name":"b","long":1.5,"wide":2.5,"kind":"oblong"},{"name":"c","inner":1.5,"outer":2.5,"kind":"ring"}"#,
    );
    let untagged = list(
        r#"{"name":"a","radius":1.5},{"name":"b","long":1.5,"wide":2.5},{"name":"c","inner":1.5,"outer":2.5}"#,
    );
    let scalars = list(r#"1,"two",["three","four"],5,"six""#);
    let known = list(r#""red","violet","green","blue","amber","violet""#);
    let unknown = list(r#""red","violet","green","teal","amber","violet""#);
    row::<ours::PlainOblongList, List<Oblong>>("struct", &plain, &plain);
    row::<ours::TaggedList, List<Tagged>>("tagged union, tag first", &first, &first);
    row::<ours::TaggedList, List<Tagged>>("tagged union, tag last", &last, &last);
    row::<ours::UntaggedList, List<Untagged>>("union of objects, no tag", &untagged, &untagged);
    row::<ours::ScalarList, List<Scalar>>("union of scalars and lists", &scalars, &scalars);
    row::<ours::ColorList, List<Color>>("list of open enums; derived closed", &known, &known);
    row::<ours::ColorList, List<OpenColor>>("list of open enums; derived open", &known, &known);
    row::<ours::ColorList, List<Color>>("list, 1 of 6 unknown; derived closed, none", &unknown, &known);
    row::<ours::ColorList, List<OpenColor>>("list, 1 of 6 unknown; derived open", &unknown, &unknown);
    let known = r#"{"a":"red","b":"violet","c":"green","d":"blue","e":"amber","f":"violet"}"#;
    let unknown = r#"{"a":"red","b":"violet","c":"green","d":"teal","e":"amber","f":"violet"}"#;
    row::<ours::Palette, Palette<Color>>("six fields of open enums; derived closed", known, known);
    row::<ours::Palette, Palette<Color>>("six, 1 unknown; derived closed, none", unknown, known);
    row::<ours::Palette, Palette<OpenColor>>("six, 1 unknown; derived open", unknown, unknown);
}

/// Prints nanoseconds, ours and the derive's, of a document each: tab-separated, for who runs this
/// several times.
fn row<Ours: DeserializeOwned, Derived: DeserializeOwned>(what: &str, for_ours: &str, for_derived: &str) {
    let args: Vec<String> = std::env::args().collect();
    if let [_, row, who, times] = &args[..] {
        let read = if who == "ours" { read::<Ours> } else { read::<Derived> };
        if row == what {
            (0..times.parse::<u32>().expect("a number")).for_each(|_| read(for_ours));
        }
        return;
    }
    let (mut ours, mut derived) = (f64::MAX, f64::MAX);
    for _ in 0..3 {
        ours = ours.min(time::<Ours>(for_ours));
        derived = derived.min(time::<Derived>(for_derived));
    }
    println!("{what}\t{ours}\t{derived}");
}

fn read<T: DeserializeOwned>(json: &str) {
    drop(black_box(serde_json::from_str::<T>(black_box(json))));
}

fn time<T: DeserializeOwned>(json: &str) -> f64 {
    assert!(serde_json::from_str::<T>(json).is_ok(), "{json}");
    let mut best = f64::MAX;
    for _ in 0..5 {
        let start = Instant::now();
        let mut count = 0_u32;
        while start.elapsed() < Duration::from_millis(3) {
            for _ in 0..64 {
                read::<T>(json);
            }
            count += 64;
        }
        best = best.min(start.elapsed().as_nanos() as f64 / f64::from(count));
    }
    best
}
