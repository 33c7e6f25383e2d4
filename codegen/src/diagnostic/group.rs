//! Warnings of one cause stand together: the first is printed whole, the others in a line each.

use std::collections::BTreeMap;

use super::{Diagnostic, Severity, Topic};

/// A finding, and those of the same cause behind it; errors stand alone.
pub(crate) struct Group<'d> {
    pub first: &'d Diagnostic,
    pub others: Vec<&'d Diagnostic>,
}

/// What warnings of one cause share: what they are about, and what helps or, where nothing is
/// known to help, what they say. Names do not count.
type Cause = (Topic, String);

/// Groups in the order of their first findings.
pub(crate) fn groups<'d>(sorted: &[&'d Diagnostic]) -> Vec<Group<'d>> {
    let mut groups: Vec<Group<'d>> = Vec::new();
    let mut known: BTreeMap<Cause, usize> = BTreeMap::new();
    for &diagnostic in sorted {
        let at = cause(diagnostic).map(|it| *known.entry(it).or_insert(groups.len()));
        match at.and_then(|at| groups.get_mut(at)) {
            Some(group) => group.others.push(diagnostic),
            None => groups.push(alone(diagnostic)),
        }
    }
    groups
}

/// A group of one.
pub(crate) fn alone(first: &Diagnostic) -> Group<'_> {
    let others = Vec::new();
    Group { first, others }
}

impl Group<'_> {
    /// How many findings it has.
    pub fn len(&self) -> usize {
        1 + self.others.len()
    }

    /// What helps another, if it is not what helps the first.
    pub fn own_help<'o>(&self, other: &'o Diagnostic) -> Option<&'o str> {
        let hint = other.hint.as_deref();
        hint.filter(|_| other.hint != self.first.hint)
    }

    /// What another says that the first does not: the one name that differs, or all of the message,
    /// and the label.
    pub fn differs(&self, other: &Diagnostic) -> String {
        let first = self.first;
        let message = match only_other_name(&first.message, &other.message) {
            Some(name) => name,
            None if first.message == other.message => String::new(),
            None => other.message.clone(),
        };
        let label = Some(other.label.as_str()).filter(|it| !it.is_empty() && *it != first.label);
        let parts = [Some(message.as_str()).filter(|it| !it.is_empty()), label];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    }
}

fn cause(diagnostic: &Diagnostic) -> Option<Cause> {
    let topic = diagnostic.topic?;
    if diagnostic.severity == Severity::Error {
        return None;
    }
    let text = diagnostic.hint.as_deref().unwrap_or(&diagnostic.message);
    Some((topic, shape(text)))
}

/// A text without its names and numbers.
fn shape(text: &str) -> String {
    let words = parts(text).map(|(part, is_name)| if is_name { "`" } else { part });
    let mut shape = String::new();
    for c in words.flat_map(str::chars) {
        match c.is_ascii_digit() {
            true if shape.ends_with('0') => {}
            true => shape.push('0'),
            false => shape.push(c),
        }
    }
    shape
}

/// The name, with its marks, in which a text differs from another, if it is the only difference.
fn only_other_name(first: &str, other: &str) -> Option<String> {
    if parts(first).count() != parts(other).count() {
        return None;
    }
    let mut pairs = parts(first).zip(parts(other)).filter(|(a, b)| a != b);
    match (pairs.next(), pairs.next()) {
        (Some(((_, true), (name, true))), None) => Some(format!("`{name}`")),
        _ => None,
    }
}

/// What stands between marks, and whether it is a name.
fn parts(text: &str) -> impl Iterator<Item = (&str, bool)> {
    let parts = text.split('`').enumerate();
    parts.map(|(at, part)| (part, at % 2 == 1))
}

#[cfg(test)]
mod tests {
    use super::super::{Diagnostic, Severity, Topic};
    use super::{groups, only_other_name, shape};

    fn warning(topic: Topic, message: &str, label: &str, hint: Option<&str>) -> Diagnostic {
        let warning = Diagnostic::global_warning(topic, message).label(label);
        Diagnostic {
            hint: hint.map(str::to_owned),
            ..warning
        }
    }

    #[test]
    fn a_shape_has_no_names_and_no_numbers() {
        assert_eq!(
            shape("12 rows of `a1` and `b`"),
            shape("7 rows of `c` and ``")
        );
        assert_ne!(shape("1 row of `a`"), shape("2 rows of `a`"));
        assert_eq!(shape("100"), "0");
    }

    #[test]
    fn one_name_that_differs_stands_for_the_message() {
        let of = |first, other| only_other_name(first, other);
        assert_eq!(of("no `a` in `b`", "no `c` in `b`").as_deref(), Some("`c`"));
        assert_eq!(of("no `a` in `b`", "no `c` in `d`"), None);
        assert_eq!(of("no `a` in `b`", "no `a` in `b`"), None);
        assert_eq!(of("no `a`", "a `a`"), None);
        assert_eq!(of("no `a`", "no `a` or `b`"), None);
    }

    #[test]
    fn a_cause_is_a_topic_and_what_helps() {
        let all = [
            warning(Topic::Type, "odd `a`", "", Some("set `type`")),
            warning(Topic::Null, "odd `a`", "", Some("set `type`")),
            warning(Topic::Type, "strange `b`", "here", Some("set `type`")),
            warning(Topic::Type, "odd `c`", "", Some("set `tag`")),
            warning(Topic::Type, "odd `d`", "", Some("mend it")),
            warning(Topic::Type, "odd `e`", "", None),
            warning(Topic::Type, "odd `f`", "", None),
            warning(Topic::Type, "strange `g`", "", None),
        ];
        let found = groups(&all.iter().collect::<Vec<_>>());
        let sizes: Vec<_> = found.iter().map(|it| it.len()).collect();
        assert_eq!(sizes, [3, 1, 1, 2, 1]);
        assert_eq!(found[0].own_help(&all[2]), None);
        assert_eq!(found[0].own_help(&all[3]), Some("set `tag`"));
        assert_eq!(found[0].differs(&all[2]), "strange `b`; here");
        assert_eq!(found[0].differs(&all[3]), "`c`");
        assert_eq!(found[3].differs(&all[6]), "`f`");
    }

    #[test]
    fn errors_stand_alone() {
        let hard = |mut it: Diagnostic| {
            it.severity = Severity::Error;
            it
        };
        let all = [
            hard(warning(Topic::Type, "odd", "", None)),
            hard(warning(Topic::Type, "odd", "", None)),
            Diagnostic::global_error("odd"),
            Diagnostic::global_error("odd"),
        ];
        assert_eq!(groups(&all.iter().collect::<Vec<_>>()).len(), 4);
    }
}
