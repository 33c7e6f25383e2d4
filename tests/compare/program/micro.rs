//! Our unions and open enums beside serde's derives of the same types.

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
    row::<ours::PlainOblongList, List<Oblong>>("struct", &plain);
    row::<ours::TaggedList, List<Tagged>>("tagged union, tag first", &first);
    row::<ours::TaggedList, List<Tagged>>("tagged union, tag last", &last);
    row::<ours::UntaggedList, List<Untagged>>("union of objects, no tag", &untagged);
    row::<ours::ScalarList, List<Scalar>>("union of scalars and lists", &scalars);
    row::<ours::ColorList, List<Color>>("list of open enums, known; derived closed", &known);
    row::<ours::ColorList, List<OpenColor>>("list of open enums, known; derived open", &known);
    row::<ours::ColorList, List<OpenColor>>("list, 1 of 6 unknown; derived open", &unknown);
    let known = r#"{"a":"red","b":"violet","c":"green","d":"blue","e":"amber","f":"violet"}"#;
    let unknown = r#"{"a":"red","b":"violet","c":"green","d":"teal","e":"amber","f":"violet"}"#;
    row::<ours::Palette, Palette<Color>>("six fields of open enums, known; derived closed", known);
    row::<ours::Palette, Palette<OpenColor>>("six fields, 1 unknown; derived open", unknown);
    let mixed = time::<ours::Palette>(unknown) / time::<Palette<Color>>(known);
    println!("six fields, 1 unknown, cost against derived closed ones with none: {mixed:.2}");
}

fn row<Ours: DeserializeOwned, Derived: DeserializeOwned>(what: &str, json: &str) {
    let (mut ours, mut derived) = (f64::MAX, f64::MAX);
    for _ in 0..5 {
        ours = ours.min(time::<Ours>(json));
        derived = derived.min(time::<Derived>(json));
    }
    println!(
        "{what}: ours {ours:.0} ns, derive {derived:.0} ns, times as fast {:.2}",
        derived / ours
    );
}

fn time<T: DeserializeOwned>(json: &str) -> f64 {
    assert!(serde_json::from_str::<T>(json).is_ok(), "{json}");
    let mut best = f64::MAX;
    for _ in 0..10 {
        let start = Instant::now();
        let mut count = 0_u32;
        while start.elapsed() < Duration::from_millis(5) {
            for _ in 0..64 {
                drop(black_box(serde_json::from_str::<T>(black_box(json))));
            }
            count += 64;
        }
        best = best.min(start.elapsed().as_nanos() as f64 / f64::from(count));
    }
    best
}
