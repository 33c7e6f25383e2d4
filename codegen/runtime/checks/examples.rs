//! That the examples of models are what their types read.
#![allow(dead_code, unused_macros, reason = "all APIs may be off")]

/// The models of `api` that have an example, each with what makes it.
macro_rules! each_model {
    ($($($name:ident)::+,)* $(@$others:ident $without:tt)*) => {
        &[$(|| {
            let _ = <api::$($name)::+>::example();
        },)*]
    };
}

/// Makes all of them: one that its type does not read ends the test, with its path.
pub fn read(models: &[fn()]) {
    for make in models {
        make();
    }
}
