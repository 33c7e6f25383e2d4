//! Warnings of what shapes of unions lack.

use super::shapes::{Cut, KEYS, TEXTS};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::Model;
use crate::resolve::context::Context;
use crate::source::Place;

/// The unions whose shapes lack something: it is one warning, however many they are.
#[derive(Default)]
pub(crate) struct Cuts<'m> {
    /// The unions in which unions are not looked into, with how many levels are.
    unions: Vec<(&'m Model, usize)>,
    keys: Vec<&'m Model>,
}

impl<'m> Cuts<'m> {
    pub fn add(&mut self, model: &'m Model, levels: usize, cut: Cut) {
        if cut.unions {
            self.unions.push((model, levels));
        }
        if cut.keys {
            self.keys.push(model);
        }
    }

    pub fn warn(&self, cx: &Context<'_>, diagnostics: &mut Diagnostics) {
        if let Some((first, levels)) = self.unions.iter().min_by_key(|(_, levels)| *levels)
            && let Some(place) = place(cx, first)
        {
            let message = format!(
                "too many unions stand in each other in {}",
                called(first, self.unions.len())
            );
            let label = format!("unions in more than {levels} of them are taken for any value");
            let warning = Diagnostic::warning(Topic::Variants, place, message).label(label);
            diagnostics.push(warning.hint(
                "values are read as the first member that accepts them; a `tag` in the model's \
                 settings tells objects apart",
            ));
        }
        if let Some(first) = self.keys.first()
            && let Some(place) = place(cx, first)
        {
            let message = format!(
                "too many keys or values tell the members of {} apart",
                called(first, self.keys.len())
            );
            let label = format!(
                "at most {KEYS} required and {KEYS} optional keys of an object are compared, and \
                 {TEXTS} values of an enum"
            );
            let warning = Diagnostic::warning(Topic::Variants, place, message).label(label);
            diagnostics.push(
                warning.hint("a `tag` in the model's settings tells objects apart without them"),
            );
        }
    }
}

/// Where a union is described or named.
fn place(cx: &Context<'_>, model: &Model) -> Option<Place> {
    let named = || cx.files.place(&model.evidence.first()?.at);
    cx.place_of(&model.path).or_else(named)
}

fn called(first: &Model, count: usize) -> String {
    match count {
        1 => format!("union `{}`", first.title),
        2 => format!("union `{}` and one more", first.title),
        count => format!("union `{}` and {} more", first.title, count - 1),
    }
}
