//! The lints that generated items must allow, because of the docs.

use crate::emit::code::Code;
use crate::model::Type;

/// The attribute for code that clippy finds hard to read or wasteful because the docs are.
pub(crate) fn allow_complexity<'t>(code: &mut Code, types: impl Iterator<Item = &'t Type>) {
    let mut allowed = complexities(types);
    if !allowed.is_empty() {
        allowed.push("reason = \"the docs nest it so\"");
        code.attribute("allow", &allowed);
    }
}

fn complexities<'t>(types: impl Iterator<Item = &'t Type>) -> Vec<&'static str> {
    let (mut deep, mut boxed_items, mut boxed_collections, mut boxed_boxes) =
        (false, false, false, false);
    for ty in types {
        deep |= depth(ty) > 3 || complexity(ty, OPTIONAL) > THRESHOLD;
        visit(ty, &mut |ty| match ty {
            Type::List(item) => boxed_items |= matches!(**item, Type::Boxed(_)),
            Type::Boxed(inner) => {
                boxed_collections |= matches!(
                    **inner,
                    Type::List(_) | Type::Map(_) | Type::String | Type::Bytes
                );
                boxed_boxes |= matches!(**inner, Type::Boxed(_));
            }
            _ => {}
        });
    }
    let lints = [
        (deep, "clippy::type_complexity"),
        (boxed_items, "clippy::vec_box"),
        (boxed_collections, "clippy::box_collection"),
        (boxed_boxes, "clippy::redundant_allocation"),
    ];
    let applied = lints.into_iter().filter(|(applies, _)| *applies);
    applied.map(|(_, lint)| lint).collect()
}

/// The attribute for parameters with names that clippy takes for placeholders.
pub(crate) fn allow_placeholders<'n>(code: &mut Code, names: impl Iterator<Item = &'n str>) {
    if has_placeholder(names) {
        let reason = "reason = \"the docs name the fields so\"";
        code.attribute("allow", &["clippy::disallowed_names", reason]);
    }
}

fn has_placeholder<'n>(mut names: impl Iterator<Item = &'n str>) -> bool {
    // The default of the setting `disallowed-names`.
    names.any(|name| matches!(name, "foo" | "baz" | "quux"))
}

/// The default of clippy's setting `type-complexity-threshold`.
const THRESHOLD: usize = 250;
/// The level of what stands in an `Option`.
const OPTIONAL: usize = 2;

/// As clippy counts it: ten for each name, times its level.
fn complexity(ty: &Type, level: usize) -> usize {
    let below = match ty {
        Type::List(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            complexity(inner, level + 1)
        }
        Type::Map(inner) => complexity(&Type::String, level + 1) + complexity(inner, level + 1),
        // What is in it stands at least one level below.
        Type::User { path, .. } => 10 * level * path.matches(['<', ',']).count() * 2,
        _ => 0,
    };
    10 * level + below
}

fn depth(ty: &Type) -> usize {
    match ty {
        Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            1 + depth(inner)
        }
        _ => 0,
    }
}

fn visit(ty: &Type, seen: &mut impl FnMut(&Type)) {
    seen(ty);
    if let Type::List(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) = ty {
        visit(inner, seen);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_allowed_where_they_are_names() {
        assert!(has_placeholder(["bar", "foo"].into_iter()));
        assert!(!has_placeholder(["bar", "food"].into_iter()));
    }

    #[test]
    fn only_what_clippy_stops_at_is_allowed() {
        let boxed = |inner| Type::Boxed(Box::new(inner));
        let list = |inner| Type::List(Box::new(inner));
        let allowed = |ty: Type| {
            let lints = complexities([ty].iter());
            lints.join(" ").replace("clippy::", "")
        };
        assert_eq!(allowed(list(list(list(Type::String)))), "");
        let map = |inner| Type::Map(Box::new(inner));
        assert_eq!(allowed(map(map(Type::String))), "");
        // 270 in an `Option`, of 250.
        assert_eq!(allowed(map(map(map(Type::String)))), "type_complexity");
        assert_eq!(
            allowed(list(list(list(list(Type::String))))),
            "type_complexity"
        );
        assert_eq!(allowed(list(boxed(Type::Int32))), "vec_box");
        assert_eq!(allowed(boxed(Type::String)), "box_collection");
        assert_eq!(allowed(boxed(boxed(Type::Any))), "redundant_allocation");
        assert_eq!(
            allowed(list(boxed(list(Type::Any)))),
            "vec_box box_collection"
        );
    }
}
