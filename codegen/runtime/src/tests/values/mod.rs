//! Values that are more than a type of the standard library.

#[cfg(feature = "dates")]
mod dates;
mod debug;
#[cfg(feature = "json")]
mod digits;
#[cfg(feature = "json")]
mod numbers;
#[cfg(feature = "snowflakes")]
mod snowflakes;
