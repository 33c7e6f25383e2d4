//! The emitted models: what the two forms of each make of an input.

pub mod unwritten;

use std::fmt::Debug;
use std::sync::LazyLock;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A model in both forms.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// Its path, the API first.
    pub name: &'static str,
    /// By the code that all models share.
    pub shared: Form,
    /// By serde's derives.
    pub derived: Form,
}

/// What was read, written again; or what is wrong with the input.
pub type Outcome<T> = Result<T, String>;

/// Reads a model, checks what must hold of it by itself, and writes it.
#[derive(Debug, Clone, Copy)]
pub struct Form {
    /// From JSON, to JSON.
    pub json: fn(&str) -> Outcome<String>,
    /// From a value, to a value.
    pub value: fn(&Value) -> Outcome<Value>,
    /// From MessagePack, to MessagePack.
    pub msgpack: fn(&[u8]) -> Outcome<Vec<u8>>,
}

/// What all models have.
trait Readable: Debug + PartialEq + Serialize + DeserializeOwned {}

impl<T: Debug + PartialEq + Serialize + DeserializeOwned> Readable for T {}

const fn shared<T: Readable>() -> Form {
    Form {
        json: json::<T>,
        value: value::<T>,
        msgpack: msgpack::<T>,
    }
}

/// Serde's derives are not what is tested: they are only read from and written.
const fn derived<T: Readable>() -> Form {
    Form {
        json: |text| {
            let read = serde_json::from_str::<T>(text).map_err(|error| error.to_string())?;
            serde_json::to_string(&read).map_err(|error| error.to_string())
        },
        value: |value| {
            let read = T::deserialize(value).map_err(|error| error.to_string())?;
            serde_json::to_value(&read).map_err(|error| error.to_string())
        },
        msgpack: |bytes| {
            let read = rmp_serde::from_slice::<T>(bytes).map_err(|error| error.to_string())?;
            rmp_serde::to_vec_named(&read).map_err(|error| error.to_string())
        },
    }
}

macro_rules! models {
    ($($name:literal $api:ident $(:: $path:ident)+,)*) => {
        /// All models. No constant, which would be built anew in each crate that names it.
        #[allow(deprecated, reason = "old models are read like others")]
        pub static MODELS: &[Model] = &[$(Model {
            name: $name,
            shared: shared::<shared::$api $(:: $path)+>(),
            derived: derived::<derived::$api $(:: $path)+>(),
        },)*];
    };
}

shared::shared_models!(models);

/// The schemas, by API.
pub static SCHEMAS: LazyLock<Vec<(&str, Value)>> = LazyLock::new(|| {
    let parsed = |(api, text): &(&'static str, &str)| {
        let schema = serde_json::from_str(text);
        (*api, schema.expect("a schema is JSON"))
    };
    shared::SCHEMAS.iter().map(parsed).collect()
});

fn json<T: Readable>(text: &str) -> Outcome<String> {
    let read = serde_json::from_str::<T>(text);
    let by_slice = serde_json::from_slice::<T>(text.as_bytes());
    let by_reader = serde_json::from_reader::<_, T>(text.as_bytes());
    assert_eq!(read.is_ok(), by_slice.is_ok(), "{by_slice:?}");
    assert_eq!(read.is_ok(), by_reader.is_ok(), "{by_reader:?}");
    let read = read.map_err(|error| error.to_string())?;
    assert_eq!(Some(&read), by_slice.ok().as_ref(), "by slice");
    assert_eq!(Some(&read), by_reader.ok().as_ref(), "by reader");
    let written = serde_json::to_string(&read).expect("what was read can be written");
    let again = serde_json::from_str::<T>(&written);
    let again = again.unwrap_or_else(|error| panic!("{error}: {written} of {read:?}"));
    if !unwritten::told(text, &written, &read, &again) {
        assert_eq!(again, read, "{written} of {text}");
    }
    assert_eq!(serde_json::to_string(&again).ok(), Some(written.clone()));
    // A number may be too large for a value and for MessagePack.
    if let Ok(as_value) = serde_json::to_value(&read) {
        let again = value::<T>(&as_value);
        assert_eq!(again.as_ref(), Ok(&as_value), "through a value");
        if let Ok(bytes) = rmp_serde::to_vec_named(&read) {
            let again = rmp_serde::from_slice::<T>(&bytes);
            let again = again.unwrap_or_else(|error| panic!("{error}: {bytes:x?} of {read:?}"));
            assert_eq!(serde_json::to_value(again).ok(), Some(as_value));
        }
    }
    Ok(written)
}

fn value<T: Readable>(value: &Value) -> Outcome<Value> {
    let read = serde_json::from_value::<T>(value.clone()).map_err(|error| error.to_string())?;
    let by_reference = T::deserialize(value).map_err(|error| error.to_string());
    assert_eq!(by_reference.as_ref(), Ok(&read), "by reference");
    let written = serde_json::to_value(&read).expect("what was read can be written");
    let again = serde_json::from_value::<T>(written.clone());
    let again = again.unwrap_or_else(|error| panic!("{error}: {written} of {read:?}"));
    if !unwritten::told(&value.to_string(), &written.to_string(), &read, &again) {
        assert_eq!(again, read, "{written} of {value}");
    }
    assert_eq!(serde_json::to_value(&again).ok(), Some(written.clone()));
    Ok(written)
}

fn msgpack<T: Readable>(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let read = rmp_serde::from_slice::<T>(bytes);
    let by_reader = rmp_serde::from_read::<_, T>(bytes);
    assert_eq!(read.is_ok(), by_reader.is_ok(), "{read:?} {by_reader:?}");
    let read = read.map_err(|error| error.to_string())?;
    let written = rmp_serde::to_vec_named(&read).expect("what was read can be written");
    let again = rmp_serde::from_slice::<T>(&written);
    let again = again.unwrap_or_else(|error| panic!("{error}: {written:x?} of {read:?}"));
    // Not a number is not equal to itself.
    assert_eq!(rmp_serde::to_vec_named(&again).ok(), Some(written.clone()));
    Ok(written)
}
