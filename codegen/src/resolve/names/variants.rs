//! Rust names for the values of an enum, which do not depend on the order of the values.

use std::collections::BTreeMap;

use super::rust::{self, Scope};

/// A value, and the name that a page has for it.
pub(crate) type NamedValue = (String, Option<String>);

/// A name for each value.
///
/// Of values that would be called the same, the one with the fewest and plainest signs keeps the
/// name: `a_b` is `AB`, and `a-b` beside it is `ADashB`. A number is the last resort.
pub(crate) fn of_values(values: &[NamedValue], scope: &mut Scope) -> Vec<String> {
    let proposals: Vec<String> = values
        .iter()
        .map(|(value, name)| proposal(value, name.as_deref()))
        .collect();
    // What is called the same, by what is left of it without case.
    let mut alike: BTreeMap<&str, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
    for (at, ((value, _), proposal)) in values.iter().zip(&proposals).enumerate() {
        let by_fold = alike.entry(proposal).or_default();
        by_fold.entry(value.to_lowercase()).or_default().push(at);
    }
    let mut names = vec![String::new(); values.len()];
    let mut later = Vec::new();
    for (proposal, by_fold) in alike {
        let plainest = plainest(by_fold.keys());
        for (fold, members) in &by_fold {
            let keeps = plainest == Some(fold);
            for &at in members {
                let value = &values[at].0;
                let name = if keeps {
                    proposal.to_owned()
                } else {
                    rust::variant_name_with_signs(value)
                };
                if members.len() > 1 {
                    later.push((value, at, by_case(&name, value)));
                } else if keeps {
                    names[at] = scope.take([name]);
                } else {
                    later.push((value, at, name));
                }
            }
        }
    }
    // Names that were made come after those that are the value's own.
    later.sort_unstable();
    for (_, at, name) in later {
        names[at] = scope.take([name]);
    }
    names
}

/// A name from the value; from the page's own member name where the value has no letters.
fn proposal(value: &str, name: Option<&str>) -> String {
    let speaks = value.chars().any(char::is_alphabetic);
    match name {
        Some(name) if !speaks && name.chars().any(|c| c.is_ascii_alphabetic()) => {
            rust::variant_name(name)
        }
        _ => rust::variant_name(value),
    }
}

/// The one of these texts that is plainer than all others.
fn plainest<'t>(texts: impl Iterator<Item = &'t String>) -> Option<&'t String> {
    let mut found: Option<((usize, usize), Option<&String>)> = None;
    for text in texts {
        let signs = text.chars().filter(|c| !c.is_ascii_alphanumeric());
        let strangest = signs.clone().map(|c| match c {
            '_' => 1,
            '-' => 2,
            ' ' => 3,
            c if c.is_ascii() => 4,
            _ => 5,
        });
        let strangeness = (strangest.max().unwrap_or_default(), signs.count());
        found = match found {
            Some((best, _)) if best == strangeness => Some((best, None)),
            Some(found) if found.0 < strangeness => Some(found),
            _ => Some((strangeness, Some(text))),
        };
    }
    found?.1
}

/// A name for one of the values that differ in case only: `foo`, `Foo`, `FOO` are `FooLower`,
/// `FooMixed` and `FooUpper`.
fn by_case(name: &str, value: &str) -> String {
    let lower = value.chars().any(char::is_lowercase);
    let upper = value.chars().any(char::is_uppercase);
    let suffix = match (lower, upper) {
        (true, false) => "Lower",
        (false, true) => "Upper",
        _ => "Mixed",
    };
    format!("{name}{suffix}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names of values, in every order of them.
    fn names<const N: usize>(values: [&str; N]) -> [String; N] {
        let named = |values: &[&str]| {
            let values: Vec<_> = values.iter().map(|&it| (it.to_owned(), None)).collect();
            of_values(&values, &mut Scope::default())
        };
        let names = named(&values);
        let mut turned: Vec<(&str, String)> = values.into_iter().zip(names.clone()).collect();
        for at in 0..N {
            turned.rotate_left(1);
            turned.swap(0, at);
            let (values, expected): (Vec<_>, Vec<_>) = turned.iter().cloned().unzip();
            assert_eq!(named(&values), expected);
        }
        names.try_into().unwrap()
    }

    #[test]
    fn what_counts_down_is_called_so() {
        assert_eq!(
            names(["-opened_on", "opened_on", "title", "-title", "+title"]),
            [
                "MinusOpenedOn",
                "OpenedOn",
                "Title",
                "MinusTitle",
                "PlusTitle"
            ]
        );
        assert_eq!(
            names(["-", "+", "A", "A-", "A+"]),
            ["Minus", "Plus", "A", "AMinus", "APlus"]
        );
    }

    #[test]
    fn values_are_told_apart_by_case_only_where_case_is_the_difference() {
        assert_eq!(
            names([
                "foo", "Foo", "FOO", "a b", "a-b", "self", "Self", "1-2", "12"
            ]),
            [
                "FooLower",
                "FooMixed",
                "FooUpper",
                "ASpaceB",
                "AB",
                "SelfValueLower",
                "SelfValueMixed",
                "Value1_2",
                "Value12",
            ]
        );
    }

    #[test]
    fn the_plainest_value_keeps_the_name() {
        assert_eq!(
            names(["_id", "id", "$id"]),
            ["UnderscoreId", "Id", "DollarId"]
        );
        assert_eq!(
            names(["a.b", "a_b", "A_B", "a/b", "a b"]),
            ["ADotB", "ABLower", "ABUpper", "ASlashB", "ASpaceB"]
        );
        assert_eq!(names(["a.b", "a/b"]), ["ADotB", "ASlashB"]);
        assert_eq!(
            names(["a-b", "ab", "a_dash_b", "AB"]),
            ["AB", "AbLower", "ADashB", "AbUpper"]
        );
        assert_eq!(names(["cafe", "café", "cafè"]), ["Cafe", "Cafe3", "Cafe2"]);
    }
}
