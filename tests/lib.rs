//! What the whole-run tests share.
