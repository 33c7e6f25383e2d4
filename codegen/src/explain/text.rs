//! An explanation as text.

use std::fmt::Write;

use super::{Explanation, Question};
use crate::diagnostic::color::{BOLD, Color, ERROR, GUTTER, NOTE};
use crate::diagnostic::sanitize;

/// Statements beyond these are counted.
const SHOWN: usize = 6;
/// Longer statements are cut.
const WIDEST: usize = 72;

impl Explanation {
    /// The explanation as text; `root` stands before each path, such as `specs/`.
    ///
    /// ```text
    /// shop::Order::quantity: Option<i32>
    ///
    /// type: int32 (the narrowest of the pages' types)
    ///   + specs/shop/java/Order.md:8:16      *Optional\<Integer\>*
    ///   + specs/shop/typescript/order.md:8:16  *number*
    /// ```
    ///
    /// `+` marks what the answer follows, `-` what it overrules. What a terminal acts on is not in it,
    /// but for colours where they are asked for.
    #[must_use]
    pub fn text(&self, root: &str, color: bool) -> String {
        let color = Color(color);
        let mut text = format!("{}\n\n", color.style(BOLD, &sanitize(&self.rust)));
        for question in &self.questions {
            write_question(&mut text, question, root, &color);
        }
        let width = |of: fn(&super::Part) -> &str| {
            let widths = self.parts.iter().map(|part| of(part).chars().count());
            widths.max().unwrap_or_default()
        };
        let (name, rust) = (width(|part| &part.name), width(|part| &part.rust));
        for part in &self.parts {
            let notes = part.notes.join(", ");
            let line = format!("  {:name$}  {:rust$}  {notes}", part.name, part.rust);
            let _ = writeln!(text, "{}", sanitize(line.trim_end()));
        }
        text
    }
}

fn write_question(text: &mut String, question: &Question, root: &str, color: &Color) {
    let Question {
        what,
        answer,
        rule,
        evidence,
    } = question;
    let what = color.style(GUTTER, what);
    let answer = color.style(BOLD, &sanitize(answer));
    let _ = writeln!(text, "{what}: {answer} ({})", sanitize(rule));
    // Overruled statements interest the reader most, so they are always shown.
    let mut order: Vec<_> = evidence.iter().collect();
    if order.len() > SHOWN {
        order.sort_by_key(|said| said.won);
    }
    let shown = &order[..order.len().min(SHOWN)];
    let places: Vec<String> = shown
        .iter()
        .map(|said| format!("{root}{}", said.at))
        .collect();
    let width = places.iter().map(|place| place.chars().count()).max();
    let width = width.unwrap_or_default();
    for (said, place) in shown.iter().zip(&places) {
        let mark = match said.won {
            true => color.style(NOTE, "+"),
            false => color.style(ERROR, "-"),
        };
        let line = format!("{place:width$}  {}", cut(&said.says));
        let _ = writeln!(text, "  {mark} {}", sanitize(&line).replace('\n', " "));
    }
    if order.len() > SHOWN {
        let more = order.len() - SHOWN;
        let _ = writeln!(text, "    and {more} more");
    }
}

fn cut(says: &str) -> String {
    if says.chars().count() <= WIDEST {
        return says.to_owned();
    }
    let start: String = says.chars().take(WIDEST - 1).collect();
    format!("{start}…")
}
