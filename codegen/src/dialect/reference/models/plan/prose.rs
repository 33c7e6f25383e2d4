//! What sentences say about whole models: fields of others, all optional, a list of fields.

use super::build::Built;
use super::links::Links;
use super::seen::Seen;
use super::seen::text::{Linked, count_links, linked};
use super::{ModelId, PlannedBody};
use crate::claim::Role;
use crate::dialect::reference::table::spelled;

/// Notes what the text around a table says about its model.
pub(super) fn read(seen: &Seen<'_>, links: &Links<'_>, built: &mut Built) {
    let Some(&id) = built.by_table.get(&seen.table) else {
        return;
    };
    let PlannedBody::Fields(tables) = &built.drafts[id.0].body else {
        return;
    };
    let is_first = tables.first() == Some(&seen.table);
    let rules = &links.book.profile.prose;
    if let Some(extended) = extended(seen, links, built, id) {
        let extends = &mut built.drafts[id.0].extends;
        if !extends.contains(&extended) {
            extends.push(extended);
        }
    }
    if !is_first {
        return;
    }
    let draft = &mut built.drafts[id.0];
    for paragraph in &seen.paragraphs {
        let text = spelled(&paragraph.inlines);
        if draft.role != Some(Role::Response) {
            draft.all_optional |= rules.all_optional.find(&text).is_some();
            draft.all_nullable |= rules.all_nullable.find(&text).is_some();
        }
    }
    if rules.as_list.find(&seen.sentence).is_some()
        && let PlannedBody::Fields(tables) = &mut draft.body
    {
        draft.body = PlannedBody::AsList(std::mem::take(tables));
    }
}

/// The model whose fields a table adds to: "The payload is a [room](#room) object with the
/// following extra fields:", or a heading that says so and a link in the text above.
fn extended(seen: &Seen<'_>, links: &Links<'_>, built: &Built, own: ModelId) -> Option<ModelId> {
    let rules = &links.book.profile.prose;
    let object = |target: &str| {
        let id = links.object(built, seen.spot.page, target)?;
        let is_fields = matches!(built.drafts[id.0].body, PlannedBody::Fields(_));
        (id != own && is_fields).then_some(id)
    };
    let texts = seen.paragraphs.iter();
    let texts = texts.filter(|paragraph| count_links(&paragraph.inlines) > 0);
    let texts: Vec<Linked> = texts.map(|paragraph| linked(&paragraph.inlines)).collect();
    let in_sentence = |text: &Linked, is_meant: &dyn Fn(&str) -> bool| {
        let sentences = text.sentences().into_iter().rev();
        let mut sentences = sentences.filter(|(_, sentence)| is_meant(sentence));
        sentences.find_map(|(start, sentence)| {
            let range = start..start + sentence.len();
            let mut inside = text.links.iter().filter(|link| range.contains(&link.start));
            inside.find_map(|link| object(&link.target))
        })
    };
    let introduces = &links.book.profile.models.label_introduces;
    let announces = |sentence: &str| {
        let sentence = sentence.trim();
        sentence == seen.sentence
            && introduces.find(sentence).is_some()
            && rules.extends.find(sentence).is_some()
    };
    let announced = texts.iter().find_map(|text| in_sentence(text, &announces));
    let headed = || {
        if !seen.extends {
            return None;
        }
        let says = |sentence: &str| {
            rules.alias.find(sentence).is_some() || rules.extends.find(sentence).is_some()
        };
        let said = texts.iter().find_map(|text| in_sentence(text, &says));
        said.or_else(|| texts.iter().find_map(|text| in_sentence(text, &|_| true)))
    };
    announced.or_else(headed)
}
