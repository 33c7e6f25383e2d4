//! Types of the user that replace a model or the type of a field.

use crate::config::{Layer, Replacement};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Fact, Rule, Type};
use crate::resolve::catalog::Entry;
use crate::resolve::catalog::linked::LinkedType;
use crate::resolve::context::Context;
use crate::resolve::decision::Decision;
use crate::source::{Located, Place};

/// The type that takes the place of an entry's.
pub(crate) fn of_model(cx: &Context<'_>, entry: &Entry<'_>) -> Option<Fact<String>> {
    let set = entry.settings?.replace.as_ref()?;
    Some(fact(cx, &set.value, set.place))
}

/// What `explain` shows of a setting that replaces a type.
fn fact(cx: &Context<'_>, text: &str, place: Place) -> Fact<String> {
    let mut decision = Decision::new(cx.files);
    decision.say(place, cx.files.text(place), ());
    decision.settle((), Rule::Set).map(|()| text.to_owned())
}

/// Puts the user's type into that of a field, which is `wire` on the wire; where there is no such
/// list or map, it is an error.
pub(crate) fn put(
    cx: &Context<'_>,
    set: &Located<Replacement>,
    ty: &mut Type,
    wire: &LinkedType,
    name: &str,
    diagnostics: &mut Diagnostics,
) -> Option<Fact<String>> {
    if let Some(replaced) = in_field(ty, &set.value) {
        *ty = replaced;
        return Some(fact(cx, &set.value.text, set.place));
    }
    diagnostics.push(
        Diagnostic::error(
            set.place,
            format!("`{name}` does not have the list or map that `replace` describes"),
        )
        .label(format!("the type is {}", wire.words(&cx.catalog)))
        .hint("a path without brackets replaces the whole type"),
    );
    None
}

/// The type of a field with the user's in it; `None` if it has other lists and maps around it.
fn in_field(ty: &Type, set: &Replacement) -> Option<Type> {
    within(ty, &set.layers, &set.path)
}

fn within(ty: &Type, layers: &[Layer], path: &str) -> Option<Type> {
    let inner = |ty: &Type, layers| within(ty, layers, path).map(Box::new);
    match (ty, layers) {
        (Type::Nullable(value), _) => inner(value, layers).map(Type::Nullable),
        (_, []) => Some(Type::user(path, ty)),
        (Type::List(item), [Layer::List, layers @ ..]) => inner(item, layers).map(Type::List),
        (Type::Map(value), [Layer::Map, layers @ ..]) => inner(value, layers).map(Type::Map),
        (Type::Any, [Layer::List, layers @ ..]) => inner(ty, layers).map(Type::List),
        (Type::Any, [Layer::Map, layers @ ..]) => inner(ty, layers).map(Type::Map),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_maps_stay_where_they_are() {
        let path = "::x::T".to_owned();
        let set = |layers: &[Layer]| Replacement {
            text: String::new(),
            layers: layers.to_vec(),
            path: path.clone(),
        };
        let list = |ty| Type::List(Box::new(ty));
        let nullable = |ty| Type::Nullable(Box::new(ty));
        let texts = list(nullable(Type::String));
        let inner = list(nullable(Type::user(&path, &Type::String)));
        assert_eq!(in_field(&texts, &set(&[Layer::List])), Some(inner));
        assert_eq!(in_field(&texts, &set(&[])), Some(Type::user(&path, &texts)));
        assert_eq!(in_field(&texts, &set(&[Layer::Map])), None);
        assert_eq!(in_field(&texts, &set(&[Layer::List, Layer::List])), None);
        let map = Type::Map(Box::new(list(Type::user(&path, &Type::Any))));
        assert_eq!(
            in_field(&Type::Any, &set(&[Layer::Map, Layer::List])),
            Some(map)
        );
    }
}
