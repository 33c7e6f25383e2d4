//! Chains of a hundred thousand models need no more stack than short ones.

use serde_json::json;

use crate::emit::cases;
use crate::emit::plan::Context;
use crate::emit::tables::unions;
use crate::emit::testing::{api, field, model, strukt, to};
use crate::model::reads::Reader;
use crate::model::{Alias, Api, Kind, Presence, Type, Union, Variant, WireShape};

const LENGTH: usize = 100_000;

/// A chain of which only the first models are emitted.
fn chain(made: impl Fn(usize, Type) -> Kind) -> Api {
    let next = |at: usize| match at + 1 < LENGTH {
        true => to(&format!("M{}", at + 1)),
        false => Type::Number,
    };
    let models = (0..LENGTH).map(|at| {
        let mut model = model(&format!("M{at}"), made(at, next(at)));
        model.emitted = at < 2;
        model
    });
    api(models.collect())
}

fn union(types: Vec<Type>) -> Kind {
    let variants = types.into_iter().enumerate().map(|(at, ty)| Variant {
        name: format!("V{at}"),
        ty,
        shape: WireShape::Any,
        evidence: Vec::new(),
    });
    Kind::Union(Union {
        variants: variants.collect(),
        unknown: "Unknown".to_owned(),
        tag: None,
    })
}

/// Runs what looks along models in a thread with the usual stack of one.
fn in_small_stack(api: Api) {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let run = move || {
        let cx = Context::new(&api);
        let cases = cases::of(&cx);
        for model in api.models.values().take(2) {
            if let Kind::Union(union) = &model.kind {
                unions::text(&cx, &model.path, union);
                let value = json!([[[[1]]]]);
                assert!(Reader::of(&api).variant(union, &value).is_some());
            }
        }
        cases.len()
    };
    thread.spawn(run).unwrap().join().unwrap();
}

#[test]
#[ignore = "long"]
fn chains_of_unions() {
    in_small_stack(chain(|_, next| union(vec![Type::String, next])));
    in_small_stack(chain(|_, next| {
        union(vec![Type::String, Type::List(Box::new(next.clone())), next])
    }));
}

#[test]
#[ignore = "long"]
fn chains_of_names() {
    in_small_stack(chain(|_, ty| Kind::Alias(Alias { ty })));
    in_small_stack(chain(|_, next| {
        let ty = Type::List(Box::new(next));
        Kind::Alias(Alias { ty })
    }));
}

#[test]
#[ignore = "long"]
fn chains_of_structs() {
    in_small_stack(chain(|at, next| {
        let of = field("of", "of", next, Presence::Optional);
        strukt(&format!("M{at}"), vec![of]).kind
    }));
}

#[test]
#[ignore = "long"]
fn chains_of_structs_that_must_be_there() {
    in_small_stack(chain(|at, next| {
        let of = field("of", "of", next, Presence::Required);
        strukt(&format!("M{at}"), vec![of]).kind
    }));
}
