//! Aliases and unions that contain themselves directly. Such an alias does not compile, and reading
//! such a union would not terminate.

use std::collections::BTreeMap;

use super::boxing::closing_edges;
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::model::{Alias, Kind, ModelPath, Type};
use crate::resolve::build::variants;
use crate::resolve::context::Models;
use crate::source::Place;
use crate::work;

/// Makes a union of an alias that names itself, and leaves out the members that close a circle of
/// unions: whatever they could be, the other members are too.
pub(crate) fn cut(
    models: &mut Models,
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    for &alias in closing(models, named).keys() {
        if let Kind::Alias(it) = &models[alias].kind {
            models[alias].kind = Kind::Union(variants::of(vec![it.ty.clone()]));
        }
    }
    shorten(models, place_of, diagnostics);
    for (at, targets) in closing(models, united) {
        let leads_back: Vec<bool> = match &models[at].kind {
            Kind::Union(union) => {
                let variants = union.variants.iter();
                let ends = variants.map(|variant| union_of(models, &variant.ty));
                ends.map(|end| end.is_some_and(|end| targets.contains(&end)))
                    .collect()
            }
            _ => continue,
        };
        let model = &mut models[at];
        let Kind::Union(union) = &mut model.kind else {
            continue;
        };
        let mut leads_back = leads_back.into_iter();
        let place = place_of(&model.path);
        union.variants.retain(|variant| {
            let left_out = leads_back.next().unwrap_or_default();
            if left_out && let Some(place) = place {
                let message = format!(
                    "member `{}` of union `{}` is that union again",
                    variant.name, model.title
                );
                diagnostics.push(
                    Diagnostic::warning(Topic::Variants, place, message)
                        .label("left out: it adds no values to those of the other members"),
                );
            }
            !left_out
        });
    }
}

/// As many other names there may be between a name and what it means. Whoever asks what is meant goes
/// from one to the next, and so does the compiler.
const MOST_NAMES: usize = 16;

/// Cuts what is longer: a name of a name means what that means; a list of a name is a type of its
/// own.
fn shorten(
    models: &mut Models,
    place_of: &dyn Fn(&ModelPath) -> Option<Place>,
    diagnostics: &mut Diagnostics,
) {
    let mut heights: Vec<Option<usize>> = vec![None; models.len()];
    let mut own: Vec<usize> = Vec::new();
    for start in 0..models.len() {
        // From the name to what it means; no alias names itself by now.
        let mut way = vec![start];
        while let Some(&at) = way.last()
            && heights[at].is_none()
            && let Some(&next) = named(models, &models[at].kind).first()
        {
            work::count(1);
            way.push(next);
        }
        for at in way.into_iter().rev() {
            if heights[at].is_some() {
                continue;
            }
            let height = named(models, &models[at].kind)
                .first()
                .map_or(0, |next| heights[*next].map_or(0, |height| height + 1));
            heights[at] = Some(if height <= MOST_NAMES {
                height
            } else {
                let Kind::Alias(alias) = &models[at].kind else {
                    continue;
                };
                let meant = match &alias.ty {
                    Type::Model(path) => match &models[path].kind {
                        Kind::Alias(meant) => Some(meant.ty.clone()),
                        _ => None,
                    },
                    _ => None,
                };
                match meant {
                    Some(ty) => {
                        models[at].kind = Kind::Alias(Alias { ty });
                        MOST_NAMES
                    }
                    None => {
                        models[at].kind = Kind::Union(variants::of(vec![alias.ty.clone()]));
                        own.push(at);
                        0
                    }
                }
            });
        }
    }
    let Some((_, first)) = own.first().and_then(|at| models.get_index(*at)) else {
        return;
    };
    if let Some(place) = place_of(&first.path) {
        let message = format!(
            "`{}` names lists in lists by more than {MOST_NAMES} other names",
            first.title
        );
        diagnostics.push(
            Diagnostic::warning(Topic::Variants, place, message).label(format!(
                "made a union of one member; such names: {}",
                own.len()
            )),
        );
    }
}

fn closing(
    models: &Models,
    edges_of: fn(&Models, &Kind) -> Vec<usize>,
) -> BTreeMap<usize, Vec<usize>> {
    let edges: Vec<_> = models
        .values()
        .map(|model| edges_of(models, &model.kind))
        .collect();
    closing_edges(&edges)
}

/// The alias that an alias names, in whatever list or map.
fn named(models: &Models, kind: &Kind) -> Vec<usize> {
    let Kind::Alias(alias) = kind else {
        return Vec::new();
    };
    match alias.ty.innermost() {
        Type::Model(path) => models.get_index_of(path).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The unions that a union's members are.
fn united(models: &Models, kind: &Kind) -> Vec<usize> {
    let Kind::Union(union) = kind else {
        return Vec::new();
    };
    let variants = union.variants.iter();
    variants
        .filter_map(|variant| union_of(models, &variant.ty))
        .collect()
}

/// The union that a type is, by whatever names. No alias names itself by now.
fn union_of<'m>(models: &'m Models, mut ty: &'m Type) -> Option<usize> {
    loop {
        match ty {
            Type::Nullable(inner) | Type::Boxed(inner) => ty = inner,
            Type::Model(path) => {
                let at = models.get_index_of(path)?;
                match &models[at].kind {
                    Kind::Alias(alias) => ty = &alias.ty,
                    Kind::Union(_) => return Some(at),
                    _ => return None,
                }
            }
            _ => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::diagnostic::Severity;
    use crate::model::{Kind, Type};
    use crate::resolve::testing::{describe, kind, messages, model};

    fn union(title: &str, members: &[&str]) -> String {
        let members = members.iter();
        let members: String = members
            .map(|member| {
                format!("### `{member}`\n\n```typescript\nconst value: {member} = 1;\n```\n\n")
            })
            .collect();
        format!("# {title}\n\n## Supported Types\n\n{members}")
    }

    fn members(kind: &Kind) -> Vec<&Type> {
        let Kind::Union(union) = kind else {
            panic!("no union: {kind:?}");
        };
        union.variants.iter().map(|variant| &variant.ty).collect()
    }

    #[test]
    fn a_circle_of_unions_is_cut_once() {
        let ping = union("Ping", &["components.Pong", "string"]);
        let pong = union("Pong", &["components.Ping", "number"]);
        let pages = [
            ("typescript/docs/models/components/ping.md", ping.as_str()),
            ("typescript/docs/models/components/pong.md", pong.as_str()),
        ];
        let (api, diagnostics) = describe(&pages, "");
        assert_eq!(members(kind(&api, "Ping")), [&model("Pong"), &Type::String]);
        assert_eq!(members(kind(&api, "Pong")), [&Type::Number]);
        let warnings = messages(&diagnostics, Severity::Warning);
        assert_eq!(
            warnings,
            ["member `Ping` of union `Pong` is that union again"]
        );
    }

    #[test]
    fn an_alias_that_names_itself_is_a_union() {
        let deep = union("Deep", &["components.Deep[]"]);
        let this = union("This", &["components.That"]);
        let that = union("That", &["components.This"]);
        let pages = [
            ("typescript/docs/models/components/deep.md", deep.as_str()),
            ("typescript/docs/models/components/this.md", this.as_str()),
            ("typescript/docs/models/components/that.md", that.as_str()),
        ];
        let (api, _) = describe(&pages, "");
        let list = Type::List(Box::new(model("Deep")));
        assert_eq!(members(kind(&api, "Deep")), [&list]);
        let kinds = [kind(&api, "This"), kind(&api, "That")];
        let unions = kinds.iter().filter(|kind| matches!(kind, Kind::Union(_)));
        assert_eq!(unions.count(), 1, "{kinds:?}");
    }
}
