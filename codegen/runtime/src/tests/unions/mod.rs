//! Unions: how a variant is told, and what is held until it is.

#[cfg(feature = "json")]
mod attempts;
#[cfg(feature = "json")]
mod below;
#[cfg(feature = "beside")]
mod beside;
#[cfg(feature = "json")]
mod choosing;
#[cfg(feature = "json")]
mod content;
#[cfg(feature = "json")]
mod content_text;
#[cfg(feature = "json")]
mod tags;
