//! Values of models for tests of programs, for the feature `examples`: the first case of each model in
//! the round-trip tests.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Deserializer;

/// The cases of an API, of which the first of each model is its example.
pub struct Examples {
    cases: &'static str,
    first: OnceLock<BTreeMap<&'static str, &'static str>>,
}

impl Examples {
    /// The text of a file of cases, one a line, after a line that names their model.
    pub const fn new(cases: &'static str) -> Self {
        Self {
            cases,
            first: OnceLock::new(),
        }
    }

    /// The example of the model with a path in its API: the value, in JSON, and what follows it.
    fn of(&self, model: &str) -> Option<&'static str> {
        let first = self.first.get_or_init(|| {
            let mut lines = self.cases.lines();
            let mut first = BTreeMap::new();
            while let Some(line) = lines.next() {
                if let Some(path) = heading(line) {
                    first.extend(lines.next().and_then(value).map(|value| (path, value)));
                }
            }
            first
        });
        first.get(model).copied()
    }

    /// The example of a model, read.
    ///
    /// # Panics
    ///
    /// If there is none, or it cannot be read. The round-trip tests read it.
    pub fn read<T: DeserializeOwned>(&self, model: &str) -> T {
        let value = self.of(model).expect("the model has a case");
        match T::deserialize(&mut Deserializer::from_str(value)) {
            Ok(value) => value,
            Err(error) => panic!("the example of {model}: {error}"),
        }
    }
}

/// The model that a line names.
fn heading(line: &'static str) -> Option<&'static str> {
    line.strip_prefix("{\"model\":\"")?.strip_suffix("\"}")
}

/// The value of a case, with what follows it.
fn value(line: &'static str) -> Option<&'static str> {
    let rest = line.strip_prefix('{')?;
    let mut name = Deserializer::from_str(rest).into_iter::<IgnoredAny>();
    name.next()?.ok()?;
    rest[name.byte_offset()..].strip_prefix(':')
}

/// Gives models a function `example`, from the text of their API's cases, which is `CASES` where this is called.
#[allow(unused_macros, reason = "not every crate has models")]
macro_rules! each_model {
    ($($($name:ident)::+,)+ $(@$others:ident $without:tt)*) => {
        static EXAMPLES: $crate::support::examples::Examples =
            $crate::support::examples::Examples::new(CASES);

        $(
            impl super::$($name)::+ {
                /// A value for tests: the example of the docs, or else one as small as can be.
                #[must_use]
                pub fn example() -> Self {
                    EXAMPLES.read(&[$(::std::stringify!($name)),+].join("::"))
                }
            }
        )+
    };
}

#[allow(unused_imports, reason = "not every crate has models")]
pub(crate) use each_model;
