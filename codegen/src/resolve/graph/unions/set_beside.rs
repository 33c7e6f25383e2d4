//! Tags beside unions, by settings.

use std::collections::BTreeMap;

use super::beside::{Called, Sibling, sibling};
use super::members::{Members, field_of};
use crate::config::FieldConfig;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::fold::same_name;
use crate::map::IndexMap;
use crate::model::reads::union_of;
use crate::model::{Fact, Field, Model, Rule, Struct, TagBeside};
use crate::resolve::context::{Context, Models};
use crate::resolve::decision::statement;
use crate::source::Place;
use crate::suggest::{nearest, with_suggestion};

/// The settings of a struct's fields about such tags, by the index of the field.
pub(crate) fn settings<'c>(
    cx: &'c Context<'_>,
    model: &Model,
    object: &Struct,
) -> BTreeMap<usize, &'c FieldConfig> {
    let set = cx.settings_of(&model.path);
    let fields = set.into_iter().flat_map(|set| &set.fields);
    let fields =
        fields.filter(|(_, set)| set.value.tag_beside.is_some() || !set.value.tags.is_empty());
    let found = fields.filter_map(|(name, set)| {
        let on_wire = object
            .fields
            .iter()
            .position(|it| it.wire_name.value == *name);
        let in_docs = || {
            let said = |it: &Field| it.wire_name.evidence.iter().any(|said| said.says == *name);
            let mut fields = object.fields.iter();
            fields.position(|it| said(it) || same_name(&it.wire_name.value, name))
        };
        Some((on_wire.or_else(in_docs)?, &set.value))
    });
    found.collect()
}

/// The tag that the user sets for a field; settings that do not apply are errors.
pub(crate) fn tag(
    cx: &Context<'_>,
    models: &Models,
    (parent, object): (&Model, &Struct),
    field: &Field,
    set: &FieldConfig,
    diagnostics: &mut Diagnostics,
) -> Option<Fact<TagBeside>> {
    let key = &field.wire_name.value;
    let mut refuse = |place: Place, message: String, hint: &str| {
        diagnostics.push(Diagnostic::error(place, message).hint(hint));
        None
    };
    let Some(beside) = &set.tag_beside else {
        let (_, values) = set.tags.first()?;
        let message = format!(
            "`models.{}.fields.{key}.tags` are values of no key",
            parent.title
        );
        return refuse(
            values.place,
            message,
            "add the key that has them: `tag-beside = \"type\"`",
        );
    };
    let Some((model, union, _)) = union_of(models, &field.ty.value) else {
        let message = format!("`{key}` in `{}` holds no union", parent.title);
        return refuse(beside.place, message, "remove the setting");
    };
    let Some(tag) = &beside.value else {
        return match set.tags.first() {
            Some((_, values)) => {
                let message = format!("`{key}` in `{}` has no tag beside it", parent.title);
                refuse(
                    values.place,
                    message,
                    "remove the values, or name the key in `tag-beside`",
                )
            }
            None => None,
        };
    };
    let Some(found) = field_of(object, tag).filter(|found| found.wire_name.value != *key) else {
        let message = format!("`{}` has no key `{tag}` beside `{key}`", parent.title);
        let error = Diagnostic::error(beside.place, message);
        let others = object.fields.iter().map(|it| it.wire_name.value.as_str());
        let near = nearest(tag, others.filter(|it| it != key));
        diagnostics.push(with_suggestion(error, near));
        return None;
    };
    let Some(found) = sibling(models, found) else {
        let message = format!(
            "`{tag}` in `{}` is neither text nor an enum of text",
            parent.title
        );
        return refuse(beside.place, message, "name another key");
    };
    let members = Members::of(models, model, union);
    let values = values(&members, set, &found, diagnostics)?;
    if values.is_empty() {
        let message = format!(
            "no value of `{tag}` is called as a member of `{}`",
            model.title
        );
        let error = Diagnostic::error(beside.place, message);
        let tags = format!("`[models.{}.fields.{key}.tags]`", parent.title);
        diagnostics.push(error.hint(format!("add {tags} with the value of each member")));
        return None;
    }
    let says = format!("tag-beside = {tag:?}");
    Some(Fact {
        evidence: vec![statement(cx.files, beside.place, &says, true)],
        value: TagBeside {
            key: tag.clone(),
            values,
        },
        rule: Rule::Set,
    })
}

/// The texts with the variants that they name: those that the user gives, else those that are called
/// as members. `None` after an error.
fn values(
    members: &Members<'_>,
    set: &FieldConfig,
    sibling: &Sibling<'_>,
    diagnostics: &mut Diagnostics,
) -> Option<IndexMap<String, usize>> {
    let mut values = IndexMap::default();
    if set.tags.is_empty() {
        let named = Called::of(members).named(sibling);
        let named = sibling.texts().zip(named);
        values.extend(named.filter_map(|(text, at)| Some((text.to_owned(), at?))));
        return Some(values);
    }
    let title = &members.model.title;
    for (name, texts) in &set.tags {
        let in_docs = |variant: usize| members.union.variants[variant].shape.tags();
        let Some(variant) = members.called(name, in_docs) else {
            let message = format!("`{title}` has no member `{name}`");
            let error = Diagnostic::error(texts.place, message);
            let names = members.union.variants.iter();
            let near = nearest(name, names.map(|variant| variant.name.as_str()));
            diagnostics.push(with_suggestion(error, near));
            return None;
        };
        if !members.union.variants[variant].shape.is_of_objects() {
            let message = format!("`{name}` in `{title}` is no object");
            let error = Diagnostic::error(texts.place, message);
            diagnostics.push(error.hint("remove the setting"));
            return None;
        }
        for text in &texts.value {
            let rival = values.insert(text.clone(), variant);
            if let Some(rival) = rival.filter(|rival| *rival != variant) {
                let rival = &members.union.variants[rival].name;
                let message = format!("`{rival}` and `{name}` have the same value in `{title}`");
                let error = Diagnostic::error(texts.place, message);
                diagnostics.push(error.hint("give each member values of its own"));
                return None;
            }
        }
    }
    Some(values)
}
