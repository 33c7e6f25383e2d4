//! Which of several tables an example shows.

use std::collections::BTreeSet;

use super::known::Known;
use super::objects::Level;
use crate::dialect::reference::profile::words::Words;

/// A table that an example may be of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Candidate {
    pub model: usize,
    /// How far away the table is, in tables.
    pub distance: usize,
    /// Whether the heading above the example names it.
    pub is_named: bool,
}

/// How well the objects at a path of an example are of a model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    pub model: usize,
    /// The index of the path among those of the example.
    pub level: usize,
    /// How many of the keys the model has, 0 to 1.
    pub known: f64,
    pub score: f64,
}

/// What a heading that names a table adds.
const NAMED: f64 = 0.1;

/// The best fit of all; of several that are as good, the first path and the nearest table.
pub(crate) fn best(
    known: &Known<'_>,
    levels: &[Level<'_>],
    candidates: &[Candidate],
    envelope: &Words,
    least: f64,
) -> Option<Fit> {
    let mut best: Option<(Fit, usize)> = None;
    for (nth, level) in levels.iter().enumerate() {
        let members = level.objects.iter().flat_map(|object| object.members);
        let keys: BTreeSet<&str> = members.map(|member| member.key.as_str()).collect();
        let transport: BTreeSet<&str> = keys
            .iter()
            .copied()
            .filter(|key| envelope.find(key).is_some())
            .collect();
        for candidate in candidates {
            let model = candidate.model;
            let has = |key: &&&str| known.field(model, key).is_some();
            let met = keys.iter().filter(has).count();
            if met == 0 {
                continue;
            }
            let transport = transport.iter().filter(|key| !has(key)).count();
            let share = ratio(met, keys.len() - transport);
            let score = share * 0.7 + ratio(met, known.size(model)) * 0.3;
            let score = score + if candidate.is_named { NAMED } else { 0.0 };
            let is_better = best.is_none_or(|(fit, distance)| {
                score > fit.score
                    || (score >= fit.score && nth == fit.level && candidate.distance < distance)
            });
            if score >= least && is_better {
                let fit = Fit {
                    model,
                    level: nth,
                    known: share,
                    score,
                };
                best = Some((fit, candidate.distance));
            }
        }
    }
    best.map(|(fit, _)| fit)
}

#[expect(clippy::cast_precision_loss, reason = "counts of keys")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}
