//! Combines the type cells of several pages about one field.

use crate::claim::Scalar;
use crate::model::Rule;
use crate::resolve::build::field::number_width::is_widened;
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::linked::LinkedType;

/// The type that several statements lead to.
#[derive(Debug)]
pub(crate) struct Agreement {
    /// The type.
    pub ty: LinkedType,
    /// How it was found.
    pub rule: Rule,
    /// Whether the type follows each statement.
    pub followed: Vec<bool>,
}

impl Agreement {
    /// Joins statements; their order does not matter.
    pub fn of(said: &[&LinkedType], catalog: &Catalog<'_>) -> Self {
        let groups = groups(said, catalog);
        let rule = match (said, groups.as_slice()) {
            ([_], _) => Rule::OnlyPage,
            (_, [(ty, _)]) if said.iter().all(|it| *it == ty) => Rule::PagesAgree,
            (_, [(ty, _)]) if said.iter().any(|it| is_widened(ty, it)) => Rule::WiderWidth,
            (_, [_]) => Rule::Narrowest,
            _ if holds_all(&groups, is_number) => Rule::NumberHoldsBoth,
            _ if holds_all(&groups, is_text) => Rule::TextHoldsBoth,
            _ => Rule::MostPages,
        };
        let several = groups.len() > 1;
        if several && holds_all(&groups, is_number) {
            return Self::wider(LinkedType::Scalar(Scalar::Number), rule, said);
        }
        if several && holds_all(&groups, is_text) {
            return Self::wider(LinkedType::Scalar(Scalar::String), rule, said);
        }
        let mut best: Option<(LinkedType, Vec<usize>)> = None;
        for group in groups {
            if best
                .as_ref()
                .is_none_or(|(_, rows)| group.1.len() > rows.len())
            {
                best = Some(group);
            }
        }
        let (ty, rows) = best.unwrap_or((LinkedType::Any, Vec::new()));
        let followed = (0..said.len()).map(|at| rows.contains(&at)).collect();
        Self { ty, rule, followed }
    }

    fn wider(ty: LinkedType, rule: Rule, said: &[&LinkedType]) -> Self {
        let followed = said.iter().map(|said| **said == ty).collect();
        Self { ty, rule, followed }
    }
}

/// Statements that agree with each other, in an order that follows from what they say.
fn groups(said: &[&LinkedType], catalog: &Catalog<'_>) -> Vec<(LinkedType, Vec<usize>)> {
    let mut order: Vec<usize> = (0..said.len()).collect();
    order.sort_by_cached_key(|&at| said[at].words(catalog));
    let mut groups: Vec<(LinkedType, Vec<usize>)> = Vec::new();
    for at in order {
        let joined = groups.iter_mut().find_map(|group| {
            let both = group.0.join(said[at], catalog)?;
            Some((group, both))
        });
        match joined {
            Some((group, both)) => {
                group.0 = both;
                group.1.push(at);
            }
            None => groups.push((said[at].clone(), vec![at])),
        }
    }
    groups
}

fn holds_all(groups: &[(LinkedType, Vec<usize>)], is: fn(Scalar) -> bool) -> bool {
    groups
        .iter()
        .all(|(ty, _)| matches!(ty, LinkedType::Scalar(scalar) if is(*scalar)))
}

fn is_number(scalar: Scalar) -> bool {
    use Scalar::{BigInteger, Float32, Float64, Int32, Int64, Integer, Number};
    matches!(
        scalar,
        Integer | Int32 | Int64 | BigInteger | Number | Float32 | Float64
    )
}

fn is_text(scalar: Scalar) -> bool {
    use Scalar::{Bytes, Date, DateOrDateTime, DateTime, String};
    matches!(scalar, String | Date | DateTime | DateOrDateTime | Bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Const;
    use LinkedType::{Any, List, Scalar as S};

    /// What the statements lead to in every order.
    fn of(said: &[LinkedType]) -> (LinkedType, Vec<bool>) {
        let catalog = Catalog::default();
        let mut reversed: Vec<&LinkedType> = said.iter().collect();
        let straight = Agreement::of(&reversed, &catalog);
        reversed.reverse();
        let mut back = Agreement::of(&reversed, &catalog);
        back.followed.reverse();
        assert_eq!(
            (&straight.ty, &straight.followed),
            (&back.ty, &back.followed)
        );
        (straight.ty, straight.followed)
    }

    #[test]
    fn the_narrowest_type_that_nobody_contradicts() {
        let said = [S(Scalar::Number), S(Scalar::Integer), S(Scalar::Int32)];
        assert_eq!(of(&said), (S(Scalar::Int32), vec![true; 3]));
        let said = [
            S(Scalar::String),
            Any,
            S(Scalar::DateOrDateTime),
            S(Scalar::Date),
        ];
        assert_eq!(of(&said), (S(Scalar::Date), vec![true; 4]));
        let only = LinkedType::Const(Const::Boolean(true));
        let said = [only.clone(), S(Scalar::Boolean)];
        assert_eq!(of(&said), (only, vec![true; 2]));
        let list = |scalar| List(Box::new(S(scalar)));
        let said = [list(Scalar::Number), list(Scalar::Int64)];
        assert_eq!(of(&said), (list(Scalar::Int64), vec![true; 2]));
    }

    #[test]
    fn the_longest_list_of_members_each_as_narrow_as_any_page_has_it() {
        let list = |scalar| List(Box::new(S(scalar)));
        let union = |members: &[LinkedType]| LinkedType::Union(members.to_vec());
        let said = [
            union(&[S(Scalar::String), list(Scalar::Number), Any]),
            union(&[list(Scalar::Float64), S(Scalar::String)]),
        ];
        let joined = union(&[S(Scalar::String), list(Scalar::Float64), Any]);
        assert_eq!(of(&said), (joined, vec![true; 2]));
    }

    #[test]
    fn where_pages_disagree_what_holds_both_else_what_most_say() {
        let said = [S(Scalar::Int64), S(Scalar::Float64), S(Scalar::Number)];
        assert_eq!(of(&said), (S(Scalar::Number), vec![false, false, true]));
        let said = [S(Scalar::Date), S(Scalar::DateTime)];
        assert_eq!(of(&said), (S(Scalar::String), vec![false, false]));
        let said = [S(Scalar::Boolean), S(Scalar::String), S(Scalar::Boolean)];
        assert_eq!(of(&said), (S(Scalar::Boolean), vec![true, false, true]));
    }
}
