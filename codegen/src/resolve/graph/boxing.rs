//! Types that would contain themselves: one edge of each cycle is boxed, always the same one.

use std::collections::BTreeMap;

use crate::model::{ModelPath, Type};
use crate::resolve::context::Models;

/// Boxes the edges that close a cycle, in the order of models and fields.
pub(crate) fn break_cycles(models: &mut Models) {
    let edges: Vec<Vec<usize>> = models
        .values()
        .map(|model| {
            let types = model.kind.types();
            types
                .into_iter()
                .filter_map(|ty| target(ty).and_then(|path| models.get_index_of(path)))
                .collect()
        })
        .collect();
    let closing = closing_edges(&edges);
    for (&model, targets) in &closing {
        let paths: Vec<ModelPath> = targets
            .iter()
            .filter_map(|&t| models.get_index(t).map(|(path, _)| path.clone()))
            .collect();
        for ty in models[model].kind.types_mut() {
            if target(ty).is_some_and(|path| paths.contains(path)) {
                box_up(ty);
            }
        }
    }
}

/// Edges from a node to one on the path that leads to it. Without recursion: chains are as long as
/// the docs make them.
pub(crate) fn closing_edges(edges: &[Vec<usize>]) -> BTreeMap<usize, Vec<usize>> {
    #[derive(Clone, Copy, PartialEq)]
    enum State {
        New,
        OnPath,
        Done,
    }
    let mut states = vec![State::New; edges.len()];
    let mut closing: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for start in 0..edges.len() {
        if states[start] != State::New {
            continue;
        }
        states[start] = State::OnPath;
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let Some(&to) = edges[*node].get(*next) else {
                states[*node] = State::Done;
                path.pop();
                continue;
            };
            *next += 1;
            match states[to] {
                State::New => {
                    states[to] = State::OnPath;
                    path.push((to, 0));
                }
                State::OnPath => closing.entry(*node).or_default().push(to),
                State::Done => {}
            }
        }
    }
    closing
}

/// The model that a type holds by value; lists and maps hold theirs on the heap.
fn target(ty: &Type) -> Option<&ModelPath> {
    match ty {
        Type::Model(path) => Some(path),
        Type::Nullable(inner) => target(inner),
        _ => None,
    }
}

fn box_up(ty: &mut Type) {
    match ty {
        Type::Nullable(inner) => box_up(inner),
        Type::Model(_) => *ty = Type::Boxed(Box::new(ty.clone())),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::closing_edges;

    #[test]
    fn one_edge_of_each_cycle_closes_it() {
        // 0 → 1 → 2 → 0, 1 → 1, 3 → 0
        let closing = closing_edges(&[vec![1], vec![1, 2], vec![0], vec![0]]);
        assert_eq!(
            closing.into_iter().collect::<Vec<_>>(),
            [(1, vec![1]), (2, vec![0])]
        );
    }

    #[test]
    fn long_chains_need_no_stack() {
        let edges: Vec<Vec<usize>> = (0..100_000).map(|n| vec![(n + 1) % 100_000]).collect();
        assert_eq!(closing_edges(&edges).len(), 1);
    }
}
