//! Types behind aliases and boxes.

use crate::model::{Api, Kind, Type};

/// How deep types are looked into: only a type that contains itself is deeper.
pub(crate) const MAX_DEPTH: usize = 32;

/// The type behind aliases and boxes.
pub(crate) fn resolve<'t>(api: &'t Api, mut ty: &'t Type) -> &'t Type {
    // No chain of aliases is longer, unless it runs in a circle.
    for _ in 0..=api.models.len() {
        match ty {
            Type::Boxed(inner) => ty = inner,
            Type::Model(path) => match api.models.get(path).map(|model| &model.kind) {
                Some(Kind::Alias(alias)) => ty = &alias.ty,
                _ => return ty,
            },
            _ => return ty,
        }
    }
    ty
}

/// The type with all aliases and boxes gone, and with one spelling for what is one Rust type.
pub(crate) fn canonical(api: &Api, ty: &Type) -> Type {
    canonical_at(api, ty, 0)
}

fn canonical_at(api: &Api, ty: &Type, depth: usize) -> Type {
    if depth > MAX_DEPTH {
        return ty.clone();
    }
    let inner = |ty: &Type| Box::new(canonical_at(api, ty, depth + 1));
    match resolve(api, ty) {
        Type::List(item) => Type::List(inner(item)),
        Type::Map(value) => Type::Map(inner(value)),
        Type::Nullable(value) => Type::Nullable(inner(value)),
        Type::Bytes => Type::String,
        Type::DateTime | Type::Date if !api.date_time.is_typed() => Type::String,
        Type::User { path, .. } => Type::User {
            path: path.clone(),
            wire: Box::new(Type::Any),
        },
        other => other.clone(),
    }
}

/// Whether a type is or mentions one of the user's, not by aliases.
pub(crate) fn is_of_user(ty: &Type) -> bool {
    matches!(ty.innermost(), Type::User { .. })
}

/// The type of the user's that a type is or mentions, also by aliases: its path, and itself.
pub(crate) fn of_user<'t>(api: &'t Api, mut ty: &'t Type) -> Option<(&'t str, &'t Type)> {
    for _ in 0..=MAX_DEPTH {
        ty = match resolve(api, ty) {
            Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) => inner,
            found @ Type::User { path, .. } => return Some((path, found)),
            _ => return None,
        };
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, model, to};
    use crate::model::{Alias, DateTimeType};

    #[test]
    fn aliases_are_followed_even_in_a_circle() {
        let alias = |name: &str, ty| model(name, Kind::Alias(Alias { ty }));
        let list = |ty| Type::List(Box::new(ty));
        let mut api = api(vec![
            alias("Names", list(to("Name"))),
            alias("Name", Type::Boxed(Box::new(Type::Bytes))),
            alias("A", to("B")),
            alias("B", to("A")),
        ]);
        assert_eq!(resolve(&api, &to("Names")), &list(to("Name")));
        assert_eq!(canonical(&api, &to("Names")), list(Type::String));
        assert!(matches!(resolve(&api, &to("A")), Type::Model(_)));
        assert_eq!(canonical(&api, &Type::Date), Type::Date);
        api.date_time = DateTimeType::String;
        assert_eq!(canonical(&api, &Type::Date), Type::String);
    }

    #[test]
    fn the_users_type_is_found_in_lists_and_behind_aliases() {
        let money = Type::User {
            path: "::x::Money".to_owned(),
            wire: Box::new(Type::String),
        };
        let prices = Type::List(Box::new(money.clone()));
        let api = api(vec![model("Prices", Kind::Alias(Alias { ty: prices }))]);
        let found = Type::Nullable(Box::new(to("Prices")));
        assert_eq!(of_user(&api, &found), Some(("::x::Money", &money)));
        assert!(!is_of_user(&found));
        assert!(is_of_user(&Type::Boxed(Box::new(money))));
        assert_eq!(of_user(&api, &Type::String), None);
    }
}
