//! Structs as tables: their fields, written for the macro `record!`.

use super::invocation;
use super::key_set::KeyIndices;
use crate::emit::ident::ident;
use crate::emit::literal::literal;
use crate::emit::plan::Context;
use crate::model::{Field, Struct, TagBeside};

/// How many fields a struct has at most that is written in line. With three, programs grow more
/// than they gain.
const SMALL: usize = 2;

/// The invocation of `record!` for a struct.
pub(crate) fn text(cx: &Context, name: &str, strukt: &Struct) -> String {
    let mut lines: Vec<String> = strukt
        .fields
        .iter()
        .enumerate()
        .map(|(index, field)| {
            let key = literal(&field.wire_name.value);
            let foreign = if cx.serde_only.is_in(&field.ty.value) {
                "foreign "
            } else {
                ""
            };
            format!(
                "{foreign}{} {index} {} = {key},",
                presence(field),
                ident(&field.name)
            )
        })
        .collect();
    lines.extend(
        strukt
            .extra
            .iter()
            .map(|extra| format!(".. {}", ident(&extra.name))),
    );
    let required = strukt.fields.iter().enumerate();
    let required = required.filter(|(_, field)| field.presence.is_required());
    let required = KeyIndices::of(required.map(|(index, _)| index)).literals();
    let small = strukt.fields.len() <= SMALL && strukt.extra.is_none();
    let attribute = if small { "#[inline]\n    " } else { "" };
    let text = invocation(
        "record",
        &format!("{attribute}{name} requires {required}"),
        &lines,
    );
    match (told(strukt), text.strip_suffix("\n}\n")) {
        (Some(told), Some(fields)) => format!("{fields} told {{{told}\n    }}\n}}\n"),
        _ => text,
    }
}

/// The unions with a tag beside them.
fn told(strukt: &Struct) -> Option<String> {
    let lines = tags_beside(strukt).map(|(index, _, tag, at)| {
        let sibling = ident(&strukt.fields[at].name);
        let values = values(tag);
        format!("\n        {index} by {at} {sibling} {{{values}\n        }},")
    });
    let text: String = lines.collect();
    (!text.is_empty()).then_some(text)
}

/// The fields with a tag beside them: each with its index, its tag and the index of the field that
/// has it.
fn tags_beside(strukt: &Struct) -> impl Iterator<Item = (usize, &Field, &TagBeside, usize)> {
    let fields = strukt.fields.iter().enumerate();
    fields.filter_map(|(index, field)| {
        let tag = &field.tag_beside.as_ref()?.value;
        let mut fields = strukt.fields.iter();
        let at = fields.position(|it| it.wire_name.value == tag.key)?;
        Some((index, field, tag, at))
    })
}

fn values(tag: &TagBeside) -> String {
    let values = tag.values.iter();
    let lines = values.map(|(text, at)| format!("\n            {} = {at},", literal(text)));
    lines.collect()
}

/// The invocation of `derived!` for a struct with serde's derives; `None` if it needs none.
pub(crate) fn derived(name: &str, strukt: &Struct) -> Option<String> {
    let lines = tags_beside(strukt).map(|(index, field, tag, at)| {
        format!(
            "{index} {} = {} {} by {} {{{}\n        }},",
            ident(&field.name),
            literal(&field.wire_name.value),
            field.presence.is_required(),
            ident(&strukt.fields[at].name),
            values(tag)
        )
    });
    let lines: Vec<String> = lines.collect();
    (!lines.is_empty()).then(|| invocation("derived", name, &lines))
}

/// How `record!` says that a field is present: whether it may be null, its type says.
fn presence(field: &Field) -> &'static str {
    if field.presence.is_required() {
        "required"
    } else {
        "optional"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::testing::{api, field};
    use crate::model::{Docs, Extra, Presence, Type};

    fn written(strukt: &Struct) -> String {
        let api = api(Vec::new());
        text(&Context::new(&api), "Room", strukt)
    }

    #[test]
    fn a_field_says_its_presence_and_key() {
        let money = Type::User {
            path: "::x::Money".to_owned(),
            wire: Box::new(Type::String),
        };
        let fields = vec![
            field("id", "\"id\"", Type::String, Presence::Required),
            field("r#type", "type", Type::String, Presence::OptionalNullable),
            field("price", "price", money, Presence::RequiredNullable),
        ];
        let extra = Some(Extra {
            name: "extra".to_owned(),
            ty: Type::Any,
            docs: Docs::default(),
        });
        let expected = r#"record! {
    Room requires 2 0b101 {
        required 0 id = "\"id\"",
        optional 1 r#type = "type",
        foreign required 2 price = "price",
        .. extra
    }
}
"#;
        assert_eq!(written(&Struct { fields, extra }), expected);
    }

    #[test]
    fn only_what_is_small_is_written_in_line() {
        let inline = |count: usize| {
            let fields = ["a", "b", "c"].into_iter().take(count);
            let fields = fields.map(|name| field(name, name, Type::Boolean, Presence::Required));
            let strukt = Struct {
                fields: fields.collect(),
                extra: None,
            };
            written(&strukt).contains("#[inline]\n    Room")
        };
        assert_eq!([0, 2, 3].map(inline), [true, true, false]);
    }
}
