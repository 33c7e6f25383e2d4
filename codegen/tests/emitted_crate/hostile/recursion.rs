//! Models that contain themselves, and types that are deep.

use fieldtable::model::*;

use crate::build::*;

/// More than the compiler follows by itself.
const DEEP: usize = 132;

pub fn models() -> Vec<Model> {
    let mut models: Vec<_> = (1..DEEP)
        .map(|at| {
            let below = optional("below", of(&format!("Deep{}", at - 1)));
            strukt(&format!("Deep{at}"), vec![below])
        })
        .collect();
    models.push(strukt("Deep0", vec![required("id", Type::String)]));
    models.extend([
        strukt(
            "Tree",
            vec![
                required("children", list(of("Tree"))),
                optional("parent", boxed(of("Tree"))),
                required("by_name", map(of("Tree"))),
            ],
        ),
        strukt(
            "Nested",
            vec![required(
                "lists",
                (0..40).fold(of("Nested"), |ty, _| list(ty)),
            )],
        ),
        strukt("Endless", vec![required("again", boxed(of("Endless")))]),
        strukt("hostile::Hostile", vec![required("root", of("Tree"))]),
        strukt(
            "Many",
            (0..12)
                .map(|n| required(&format!("f{n}"), Type::String))
                .collect(),
        ),
    ]);
    models
}
