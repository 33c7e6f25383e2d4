//! What a model is, where its docs do not say it: by what uses it, else by what it has.

use std::collections::BTreeMap;

use crate::model::{Alias, Enum, Extra, Kind, Model, ModelPath, Struct, Type};
use crate::resolve::context::Models;

/// More keys or values tell no more of what it is.
const SHOWN: usize = 3;

/// The first use of a model, and how many other models use it.
#[derive(Debug, Default)]
struct Uses {
    first: String,
    by: Option<ModelPath>,
    others: usize,
}

/// Says of each model that has no description what it is.
pub(crate) fn say(models: &mut Models) {
    let mut uses: BTreeMap<ModelPath, Uses> = BTreeMap::new();
    for model in models.values().filter(|model| model.emitted) {
        add_uses(model, &mut uses);
    }
    for (path, model) in models {
        let is_described = model.docs.description.is_some() || model.call.is_some();
        if model.emitted && !is_described {
            model.purpose = Some(match uses.get(path) {
                Some(uses) => uses.in_words(),
                None => has(&model.kind),
            });
        }
    }
}

fn add_uses(model: &Model, uses: &mut BTreeMap<ModelPath, Uses>) {
    let own = model.path.name();
    let mut add = |ty: &Type, words: &dyn Fn(&str) -> String| {
        let Some(used) = ty.model_on_wire().filter(|used| **used != model.path) else {
            return;
        };
        let uses = uses.entry(used.clone()).or_default();
        match &uses.by {
            None => {
                uses.first = words(part(ty));
                uses.by = Some(model.path.clone());
            }
            // Uses by one model come one after the other: only the last is compared.
            Some(last) if *last == model.path => {}
            Some(_) => {
                uses.others += 1;
                uses.by = Some(model.path.clone());
            }
        }
    };
    match &model.kind {
        Kind::Struct(Struct { fields, extra }) => {
            for field in fields {
                let name = field.name.trim_start_matches("r#");
                add(&field.ty.value, &|part| {
                    format!("{part}`{name}` of `{own}`")
                });
            }
            if let Some(Extra { ty, .. }) = extra {
                add(ty, &|part| format!("{part}other keys of `{own}`"));
            }
        }
        Kind::Union(union) => {
            for variant in &union.variants {
                let name = &variant.name;
                add(&variant.ty, &|part| {
                    let part = part.replace("The ", "The variant ");
                    format!("{part}`{name}` of `{own}`")
                });
            }
        }
        Kind::Alias(Alias { ty }) => add(ty, &|part| match part {
            PLAIN => format!("What `{own}` is another name for"),
            part => format!("{}`{own}`", part.trim_end_matches("the ")),
        }),
        Kind::Enum(_) | Kind::Flags(_) => {}
    }
}

/// What is no part of a list or a map.
const PLAIN: &str = "The ";

/// What of the value it is.
fn part(ty: &Type) -> &'static str {
    match ty {
        Type::List(_) => "An item of the ",
        Type::Map(_) => "A value in the ",
        Type::Nullable(inner) | Type::Boxed(inner) => part(inner),
        _ => PLAIN,
    }
}

impl Uses {
    fn in_words(&self) -> String {
        let first = &self.first;
        match self.others {
            0 => format!("{first}."),
            1 => format!("{first}; another model uses it too."),
            others => format!("{first}; {others} other models use it too."),
        }
    }
}

/// What it has.
fn has(kind: &Kind) -> String {
    match kind {
        Kind::Struct(object) => {
            let fields = object.fields.iter();
            let names = fields.map(|field| field.name.trim_start_matches("r#"));
            match object.fields.is_empty() {
                true => "An object.".to_owned(),
                false => format!("An object with {}.", some(names, "and")),
            }
        }
        Kind::Enum(Enum { values, .. }) => {
            let names = values.iter().map(|value| value.name.as_str());
            match values.as_slice() {
                [only] => format!("The value `{}`.", only.name),
                _ => format!("One of {}.", some(names, "or")),
            }
        }
        Kind::Union(union) => {
            let names = union.variants.iter().map(|variant| variant.name.as_str());
            format!("One of {}.", some(names, "or"))
        }
        Kind::Flags(_) => "A set of flags.".to_owned(),
        Kind::Alias(alias) => match alias.ty.model_on_wire() {
            Some(model) => format!("Another name of `{}`.", model.name()),
            None => "A value without a model of its own.".to_owned(),
        },
    }
}

/// The first of some names, and how many there are besides.
fn some<'n>(names: impl Iterator<Item = &'n str>, word: &str) -> String {
    let names: Vec<&str> = names.collect();
    let (shown, rest) = names.split_at(names.len().min(SHOWN));
    let mut parts: Vec<String> = shown.iter().map(|name| format!("`{name}`")).collect();
    if !rest.is_empty() {
        parts.push(format!("{} more", rest.len()));
    }
    match parts.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} {word} {last}", first.join(", ")),
        _ => parts.concat(),
    }
}

#[cfg(test)]
mod tests {
    use crate::resolve::testing::{describe, table};

    #[test]
    fn what_a_model_is_is_said_by_what_uses_it() {
        let row = |field: &str, ty: &str| format!("| `{field}` | {ty} | :heavy_check_mark: | |  |");
        let link = |name: &str| format!("[components.{name}](../../models/components/{name}.md)");
        let order = [
            row("type", &link("Kind")),
            row("parcels", &format!("{}[]", link("Parcel"))),
            row("home", &link("Address")),
            row("shop", &link("Address")),
        ];
        let parcel = [
            row("to", &link("Address")),
            row("b", "*string*"),
            row("c", "*string*"),
            row("d", "*string*"),
            row("e", "*string*"),
        ];
        let of = |title: &str, rows: &[String]| {
            table(title, &rows.iter().map(String::as_str).collect::<Vec<_>>())
        };
        let pages = [
            ("order", of("Order", &order)),
            ("parcel", of("Parcel", &parcel)),
            ("address", of("Address", &[row("f", "*string*")])),
            ("kind", of("Kind", &[row("g", "*string*")])),
            ("alone", of("Alone", &parcel[1..])),
        ];
        let pages = pages
            .map(|(name, text)| (format!("typescript/docs/models/components/{name}.md"), text));
        let pages: Vec<(&str, &str)> = pages
            .iter()
            .map(|(path, text)| (path.as_str(), text.as_str()))
            .collect();
        let (api, _) = describe(&pages, "");
        let purposes = api.models.values().map(|model| {
            let purpose = model.purpose.as_deref().unwrap_or_default();
            format!("{}: {purpose}", model.path.name())
        });
        assert_eq!(
            purposes.collect::<Vec<_>>(),
            [
                "Address: The `home` of `Order`; another model uses it too.",
                "Alone: An object with `b`, `c`, `d` and 1 more.",
                "Kind: The `type` of `Order`.",
                "Order: An object with `type`, `parcels`, `home` and 1 more.",
                "Parcel: An item of the `parcels` of `Order`.",
            ]
        );
    }
}
