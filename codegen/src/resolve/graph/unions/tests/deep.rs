//! Chains of a hundred thousand models need no more stack than short ones.

use crate::diagnostic::Diagnostics;
use crate::model::{Alias, Kind, Model, ModelPath, Type};
use crate::resolve::build::variants;
use crate::resolve::context::Models;
use crate::resolve::graph::unions::members::Members;
use crate::resolve::graph::unions::shapes::Shapes;
use crate::resolve::graph::{alias_cycles, boxing};

const LENGTH: usize = 100_000;

fn chain(made: impl Fn(Type) -> Kind, is_circle: bool) -> Models {
    let path = |at: usize| ModelPath::new(None, &format!("M{at}"));
    let next = |at: usize| match at + 1 < LENGTH || is_circle {
        true => Type::Model(path((at + 1) % LENGTH)),
        false => Type::String,
    };
    let models = (0..LENGTH).map(|at| (path(at), Model::new(path(at), "M", made(next(at)))));
    models.collect()
}

/// Cuts and boxes, looks into all unions, and gives the models.
fn in_small_stack(mut models: Models) -> Models {
    let thread = std::thread::Builder::new().stack_size(2 << 20);
    let run = move || {
        let mut diagnostics = Diagnostics::default();
        alias_cycles::cut(&mut models, &|_| None, &mut diagnostics);
        boxing::break_cycles(&mut models);
        let shapes = Shapes::new(&models, true);
        for model in models.values().take(100) {
            if let Kind::Union(union) = &model.kind {
                let levels = Members::of(&models, model, union).levels;
                for (at, variant) in union.variants.iter().enumerate() {
                    shapes.of(&variant.ty, levels, None, at);
                }
            }
        }
        models
    };
    thread.spawn(run).unwrap().join().unwrap()
}

fn union(next: Type) -> Kind {
    Kind::Union(variants::of(vec![Type::Boolean, next]))
}

#[test]
#[ignore = "long"]
fn unions_and_lists_of_them() {
    for is_circle in [false, true] {
        in_small_stack(chain(union, is_circle));
        in_small_stack(chain(|next| union(Type::List(Box::new(next))), is_circle));
    }
}

#[test]
#[ignore = "long"]
fn names_mean_what_they_did() {
    let models = in_small_stack(chain(|ty| Kind::Alias(Alias { ty }), false));
    for first in [0, LENGTH / 2, LENGTH - 17, LENGTH - 1] {
        let mut at = first;
        let mut names = 0;
        let meant = loop {
            let Kind::Alias(alias) = &models[at].kind else {
                panic!("{at} is no alias");
            };
            match &alias.ty {
                Type::Model(path) => at = models.get_index_of(path).unwrap(),
                ty => break ty,
            }
            names += 1;
        };
        assert_eq!(*meant, Type::String);
        assert!(names <= 17, "{names} from {first}");
    }
}

#[test]
#[ignore = "long"]
fn a_list_of_lists_of_names_is_cut_to_types_of_its_own() {
    let list = |next| {
        Kind::Alias(Alias {
            ty: Type::List(Box::new(next)),
        })
    };
    for is_circle in [false, true] {
        let models = in_small_stack(chain(list, is_circle));
        let own = models
            .values()
            .filter(|model| matches!(model.kind, Kind::Union(_)));
        let own = own.count();
        assert!((LENGTH / 18..LENGTH / 16).contains(&own), "{own}");
    }
}
