//! How deeply models are nested, as the compiler's default `recursion_limit` may not suffice.

use super::context::types;
use crate::model::{Api, Model, Type};

/// What the compiler's limit of 128 is enough for, with an `Option` at each level and some to
/// spare.
const ENOUGH: usize = 48;

/// The `recursion_limit` that the models need; `None` if the compiler's own will do.
pub(crate) fn recursion_limit(api: &Api) -> Option<usize> {
    let deepest = deepest(api);
    (deepest > ENOUGH).then(|| (deepest * 4).next_power_of_two())
}

/// The most models that hold each other in a row, each met once. Without recursion: that is how
/// deep they are.
fn deepest(api: &Api) -> usize {
    let edges: Vec<Vec<usize>> = api
        .models
        .values()
        .map(|model| held(api, model).collect())
        .collect();
    // Of a model that is not done, the depth is not known.
    let mut depths: Vec<Option<usize>> = vec![None; edges.len()];
    let mut met = vec![false; edges.len()];
    for start in 0..edges.len() {
        if met[start] {
            continue;
        }
        met[start] = true;
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            if let Some(&to) = edges[*node].get(*next) {
                *next += 1;
                if !met[to] {
                    met[to] = true;
                    path.push((to, 0));
                }
                continue;
            }
            let below = edges[*node].iter().filter_map(|&to| depths[to]).max();
            depths[*node] = Some(1 + below.unwrap_or_default());
            path.pop();
        }
    }
    depths.into_iter().flatten().max().unwrap_or_default()
}

/// The models that a value of a model may hold, in whatever lists, maps and options.
fn held<'a>(api: &'a Api, model: &'a Model) -> impl Iterator<Item = usize> + 'a {
    types(&model.kind).filter_map(|ty| match ty.innermost() {
        Type::Model(path) => api.models.get_index_of(path),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field, strukt, to};
    use crate::model::Presence;

    fn chain(length: usize) -> Api {
        let models = (0..length).map(|at| {
            let next = format!("M{}", (at + 1) % length);
            let held = Type::Nullable(Box::new(to(&next)));
            let row = field("next", "next", held, Presence::Optional);
            strukt(&format!("M{at}"), vec![row])
        });
        api(models.collect())
    }

    #[test]
    fn only_what_is_very_deep_needs_a_limit() {
        let [short, long, longest] = [48, 400, 10_000].map(chain);
        assert_eq!(recursion_limit(&short), None);
        assert_eq!(recursion_limit(&long), Some(2_048));
        assert_eq!(recursion_limit(&longest), Some(65_536));
        assert_eq!(recursion_limit(&api(Vec::new())), None);
    }
}
