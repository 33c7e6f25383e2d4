//! Tags by settings.

use serde_json::Value;

use super::Decided;
use super::members::{self, Members};
use crate::config::ModelConfig;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::model::{Fact, Rule, Tag};
use crate::resolve::context::Context;
use crate::resolve::decision::statement;
use crate::suggest::{nearest, with_suggestion};

/// The tag that the user sets; settings that do not apply are errors.
pub(crate) fn tag(
    cx: &Context<'_>,
    members: &Members<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<Decided> {
    let settings = cx.settings_of(&members.model.path)?;
    let title = &members.model.title;
    let Some(path) = &settings.tag else {
        if let Some((_, values)) = settings.tags.first() {
            let message = format!("`models.{title}.tags` are values of no key");
            let error = Diagnostic::error(values.place, message);
            diagnostics.push(error.hint("add the key that has them: `tag = \"type\"`"));
        }
        return None;
    };
    let given = values(members, settings, &path.value, diagnostics);
    let known = (members.variants.iter().zip(&given)).any(|(objects, given)| {
        let of_field = |object: &members::Object<'_>| {
            members::values_at(members.models, object.object, &path.value).is_some()
        };
        given.is_some() || objects.iter().any(of_field)
    });
    if !known && settings.tags.is_empty() {
        let dotted = path.value.join(".");
        let keys = members.variants.iter().flatten();
        let keys = keys.flat_map(|object| &object.object.fields);
        let keys: Vec<&str> = keys.map(|field| field.wire_name.value.as_str()).collect();
        let first = path.value.first().map_or("", String::as_str);
        let error = if keys.contains(&first) {
            let message = format!("no page names the values that `{dotted}` has in `{title}`");
            let hint = format!("add `[models.{title}.tags]` with the value of each member");
            Diagnostic::error(path.place, message).hint(hint)
        } else {
            let message = format!("no member of `{title}` has the key `{first}`");
            let error = Diagnostic::error(path.place, message);
            with_suggestion(error, nearest(first, keys))
        };
        diagnostics.push(error);
        return None;
    }
    let tag = Tag {
        path: path.value.clone(),
        recased: false,
    };
    let says = format!("tag = {:?}", tag.dotted());
    let evidence = vec![statement(cx.files, path.place, &says, true)];
    Some(Decided {
        tag: Fact {
            value: tag,
            rule: Rule::Set,
            evidence,
        },
        given,
        lists: 0,
    })
}

/// The values that the user gives to each variant.
fn values(
    members: &Members<'_>,
    settings: &ModelConfig,
    path: &[String],
    diagnostics: &mut Diagnostics,
) -> Vec<Option<Vec<Value>>> {
    let title = &members.model.title;
    let mut given: Vec<Option<Vec<Value>>> = vec![None; members.variants.len()];
    for (name, values) in &settings.tags {
        let in_docs = |variant| members.values_of(variant, path);
        let Some(variant) = members.called(name, in_docs) else {
            let message = format!("`{title}` has no member `{name}`");
            let error = Diagnostic::error(values.place, message);
            let names = members.union.variants.iter();
            let near = nearest(name, names.map(|variant| variant.name.as_str()));
            diagnostics.push(with_suggestion(error, near));
            continue;
        };
        let rival = (given.iter().enumerate()).find(|(_, known)| {
            let mut known = known.iter().flatten();
            known.any(|known| values.value.contains(known))
        });
        if let Some((rival, _)) = rival.filter(|(rival, _)| *rival != variant) {
            let rival = &members.union.variants[rival].name;
            let message = format!("`{rival}` and `{name}` have the same value in `{title}`");
            let error = Diagnostic::error(values.place, message);
            diagnostics.push(error.hint("give each member values of its own"));
            continue;
        }
        if members.variants[variant].is_empty() {
            let message = format!("`{name}` in `{title}` is no object with known keys");
            let error = Diagnostic::error(values.place, message);
            diagnostics.push(error.hint("remove the setting"));
            continue;
        }
        given[variant] = Some(values.value.clone());
    }
    given
}
