//! Several types as one.

use super::Ty;

/// The union of some types: none twice, null as a type that may be null.
pub(super) fn of(types: Vec<Ty>) -> Ty {
    let mut members: Vec<Ty> = Vec::new();
    let mut has_null = false;
    let mut stack: Vec<Ty> = types.into_iter().rev().collect();
    while let Some(ty) = stack.pop() {
        match ty {
            Ty::Null => has_null = true,
            Ty::Nullable(inner) => {
                has_null = true;
                stack.push(*inner);
            }
            Ty::Union(inner) => stack.extend(inner.into_iter().rev()),
            ty if members.len() < MOST && !members.contains(&ty) => members.push(ty),
            _ => {}
        }
    }
    let ty = match (members.len(), members.pop()) {
        (_, None) => return Ty::Null,
        (1, Some(only)) => only,
        (_, Some(last)) => {
            members.push(last);
            Ty::Union(members)
        }
    };
    match (has_null, ty) {
        (true, Ty::Any) => Ty::Any,
        (true, ty) => Ty::Nullable(Box::new(ty)),
        (false, ty) => ty,
    }
}

/// No cell of a type has more members.
const MOST: usize = 200;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Scalar;

    #[test]
    fn null_is_no_member() {
        let text = || Ty::Scalar(Scalar::String);
        let nullable = |ty| Ty::Nullable(Box::new(ty));
        assert_eq!(of(vec![text(), Ty::Null]), nullable(text()));
        assert_eq!(of(vec![text(), text()]), text());
        assert_eq!(of(vec![Ty::Null]), Ty::Null);
        assert_eq!(of(Vec::new()), Ty::Null);
        let both = Ty::Union(vec![text(), Ty::Object]);
        assert_eq!(
            of(vec![nullable(text()), Ty::Object]),
            nullable(both.clone())
        );
        assert_eq!(of(vec![both.clone(), text()]), both);
    }
}
