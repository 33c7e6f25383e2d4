//! What is made from bytes, written, and read.
#![allow(dead_code, unused_macros, reason = "all APIs may be off")]

use std::fmt::Debug;

use arbitrary::{Arbitrary, Unstructured};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Makes a value from bytes and reads back what it is written as; `false` if none is made.
pub type Check = fn(&[u8]) -> Result<bool, String>;

/// What is checked.
pub struct Models {
    /// Models by their paths in an API, each with its check.
    pub checks: &'static [(&'static str, Check)],
    /// Those of which no value is made.
    pub never: &'static [&'static str],
}

/// The models of `api` that have a type.
macro_rules! each_model {
    (
        $($($name:ident)::+,)*
        $(@no_case { $($($untested:ident)::+,)* })?
        $(@aliases $aliases:tt)?
        $(@replaced $replaced:tt)?
        $(@only_in_schema $others:tt)?
        $(@no_bytes { $($($never:ident)::+,)* })?
    ) => {
        check::Models {
            checks: each_model!(=> $($($name)::+,)* $($($($untested)::+,)*)?),
            never: &[$($(concat!($("::", stringify!($never)),+),)*)?],
        }
    };
    (=> $($($name:ident)::+,)*) => {
        &[$((concat!($("::", stringify!($name)),+), check::one::<api::$($name)::+>),)*]
    };
}

/// How many values each model has to show.
const BUFFERS: usize = 200;

/// The check of one model.
pub fn one<T>(bytes: &[u8]) -> Result<bool, String>
where
    T: for<'a> Arbitrary<'a> + Serialize + DeserializeOwned + PartialEq + Debug,
{
    let Ok(value) = T::arbitrary(&mut Unstructured::new(bytes)) else {
        return Ok(false);
    };
    let json = serde_json::to_string(&value).map_err(|error| format!("{error}: {value:?}"))?;
    let read: T = serde_json::from_str(&json).map_err(|error| format!("{error}: {json}"))?;
    let again = serde_json::to_string(&read).map_err(|error| error.to_string())?;
    // A map of the user's may write its keys in any order.
    let content = |text: &str| serde_json::from_str::<Value>(text).ok();
    if read == value && content(&again) == content(&json) {
        Ok(true)
    } else {
        Err(format!("{value:?}\n  written {json}\n  read    {again}"))
    }
}

/// Checks models, each with the same buffers: without bytes, with few, and with many.
pub fn all(models: Models) {
    let mut random = Xorshift(0x9e37_79b9_7f4a_7c15);
    let buffers: Vec<Vec<u8>> = (0..BUFFERS)
        .map(|at| (0..at * 5).map(|_| random.next()).collect())
        .collect();
    for (path, check) in models.checks {
        let model = path.trim_start_matches("::");
        let expected = !models.never.contains(path);
        for bytes in &buffers {
            match check(bytes) {
                Ok(made) => assert_eq!(made, expected, "{model} of {} bytes", bytes.len()),
                Err(failure) => panic!("{model}: {failure}"),
            }
        }
    }
}

struct Xorshift(u64);

impl Xorshift {
    fn next(&mut self) -> u8 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.to_le_bytes()[3]
    }
}
