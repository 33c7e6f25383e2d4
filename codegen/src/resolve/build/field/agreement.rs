//! What the type cells of several pages about one field say together.

use super::held;
use super::number_width::is_widened;
use crate::model::Rule;
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
        if let [ty] = groups.as_slice() {
            let rule = match said {
                [_] => Rule::OnlyPage,
                _ if said.iter().all(|it| *it == ty) => Rule::PagesAgree,
                _ if said.iter().any(|it| is_widened(ty, it)) => Rule::WiderWidth,
                _ => Rule::Narrowest,
            };
            return Self {
                ty: ty.clone(),
                rule,
                followed: vec![true; said.len()],
            };
        }
        if let Some((ty, rule)) = held::by(&groups.iter().collect::<Vec<_>>()) {
            let followed = said.iter().map(|said| **said == ty).collect();
            return Self { ty, rule, followed };
        }
        let follows: Vec<Vec<bool>> = groups
            .iter()
            .map(|ty| {
                said.iter()
                    .map(|it| it.join(ty, catalog).is_some())
                    .collect()
            })
            .collect();
        let votes = |group: usize| follows[group].iter().filter(|&&follows| follows).count();
        let most = (0..groups.len()).map(votes).max().unwrap_or(0);
        let winners: Vec<usize> = (0..groups.len()).filter(|&it| votes(it) == most).collect();
        if let [winner] = winners[..] {
            return Self {
                ty: groups[winner].clone(),
                rule: Rule::MostPages,
                followed: follows[winner].clone(),
            };
        }
        // What says nothing is followed by any of them.
        let all = |at: usize| winners.iter().all(|&winner| follows[winner][at]);
        let tied: Vec<_> = winners.iter().map(|&winner| &groups[winner]).collect();
        Self {
            ty: held::by_union(&tied),
            rule: Rule::Tie,
            followed: (0..said.len()).map(all).collect(),
        }
    }
}

/// What statements that agree with each other say together, in an order that follows from what
/// they say.
fn groups(said: &[&LinkedType], catalog: &Catalog<'_>) -> Vec<LinkedType> {
    let mut order: Vec<&LinkedType> = said.to_vec();
    order.sort_by_cached_key(|it| it.words(catalog));
    let mut groups: Vec<LinkedType> = Vec::new();
    for it in order {
        let joined = groups.iter_mut().find_map(|group| {
            let both = group.join(it, catalog)?;
            Some((group, both))
        });
        match joined {
            Some((group, both)) => *group = both,
            None => groups.push(it.clone()),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Const, Scalar};
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

    fn rule(said: &[LinkedType]) -> Rule {
        let said: Vec<_> = said.iter().collect();
        Agreement::of(&said, &Catalog::default()).rule
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
        // What says nothing votes for none of them.
        let said = [S(Scalar::Boolean), Any, S(Scalar::String)];
        let both = LinkedType::Union(vec![S(Scalar::Boolean), S(Scalar::String)]);
        assert_eq!(of(&said), (both, vec![false, true, false]));
    }

    #[test]
    fn text_against_number_is_text_also_in_lists() {
        let list = |scalar| List(Box::new(S(scalar)));
        let said = [
            S(Scalar::BigInteger),
            S(Scalar::BigInteger),
            S(Scalar::String),
        ];
        assert_eq!(rule(&said), Rule::TextOverNumber);
        assert_eq!(of(&said), (S(Scalar::String), vec![false, false, true]));
        let said = [list(Scalar::Number), list(Scalar::String)];
        assert_eq!(rule(&said), Rule::TextOverNumber);
        assert_eq!(of(&said), (list(Scalar::String), vec![false, true]));
        let said = [list(Scalar::Int32), list(Scalar::Float64)];
        assert_eq!(of(&said), (list(Scalar::Number), vec![false, false]));
        assert_eq!(rule(&said), Rule::NumberHoldsBoth);
    }

    #[test]
    fn a_tie_is_a_union_of_all_that_is_said() {
        let list = List(Box::new(S(Scalar::String)));
        let said = [list.clone(), S(Scalar::String), S(Scalar::Boolean)];
        let all = LinkedType::Union(vec![S(Scalar::Boolean), list.clone(), S(Scalar::String)]);
        assert_eq!(of(&said), (all, vec![false; 3]));
        assert_eq!(rule(&said), Rule::Tie);
        // Lists of several are a list of several.
        let (a, b) = (S(Scalar::Boolean), S(Scalar::String));
        let said = [List(Box::new(b.clone())), List(Box::new(a.clone()))];
        let tie = List(Box::new(LinkedType::Union(vec![a, b])));
        assert_eq!(of(&said), (tie, vec![false; 2]));
        // A union in it is no union in a union; what one page alone says is overruled.
        let union = LinkedType::Union(vec![S(Scalar::Boolean), list.clone()]);
        let said = [union.clone(), S(Scalar::Date), S(Scalar::Date), union, Any];
        let tie = LinkedType::Union(vec![S(Scalar::Boolean), list, S(Scalar::Date)]);
        assert_eq!(of(&said), (tie, vec![false, false, false, false, true]));
    }
}
