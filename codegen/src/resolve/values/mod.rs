//! Examples and samples as values of the models: those that fit become tests.

pub(crate) mod examples;
pub(crate) mod fit;
pub(crate) mod likely;
pub(crate) mod mismatch;
pub(crate) mod round_trip;
pub(crate) mod samples;
pub(crate) mod shown;
