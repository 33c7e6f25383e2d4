//! Paths of Rust types in `spec.toml`; derives and attributes are in `attribute`.
//!
//! Each is parsed, and printed from the parsed form, so that settings cannot add other code.

use proc_macro2::{TokenStream, TokenTree};
use syn::punctuated::Punctuated;
use syn::{GenericArgument, Path, PathArguments, PathSegment, Token, TypePath};
use toml::de::DeValue;

use super::value::{Refusal, Setting};
use crate::model::crate_of;

/// What takes the place of a field's type: `[::uuid::Uuid]` of a list's items.
#[derive(Debug, Clone, PartialEq)]
pub struct Replacement {
    /// As written.
    pub text: String,
    /// The lists and maps around the path, the outermost first.
    pub layers: Vec<Layer>,
    /// The path of the type, spelt without blanks.
    pub path: String,
}

/// A list or map around a path in a [`Replacement`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layer {
    /// `[T]`.
    List,
    /// `{T}`.
    Map,
}

/// A path in more lists and maps is none.
const MOST_LAYERS: usize = 32;

/// Types that the models use as they are, and how to ask for them.
const OWN_TYPES: &[(&[&str], &[&str], &str)] = &[
    (
        &["std", "core", "alloc"],
        &[
            "BTreeMap", "Box", "Option", "String", "Vec", "bool", "f32", "f64", "i32", "i64",
        ],
        "the models use this type already: set `type`, or write `[T]` for a list and `{T}` for a map",
    ),
    (&["serde_json"], &["Value"], "write `type = \"any\"`"),
    (
        &["indexmap"],
        &["IndexMap"],
        "write `map = \"index\"` for the whole API",
    ),
];

/// Whether code is too long or too deep to be parsed: the parser goes down level by level.
pub(crate) fn is_too_much(text: &str) -> bool {
    const LONGEST: usize = 4096;
    const DEEPEST: usize = 64;
    if text.len() > LONGEST {
        return true;
    }
    let mut left: Vec<(TokenStream, usize)> = Vec::new();
    left.extend(text.parse().ok().map(|tokens| (tokens, 0)));
    while let Some((tokens, above)) = left.pop() {
        // Angles that are open, and signs in front of what they belong to.
        let (mut angles, mut signs) = (0_usize, 0_usize);
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    left.push((group.stream(), above + angles + signs + 1));
                    signs = 0;
                }
                TokenTree::Punct(sign) => {
                    match sign.as_char() {
                        '<' => angles += 1,
                        '>' => angles = angles.saturating_sub(1),
                        _ => {}
                    }
                    signs += 1;
                }
                TokenTree::Ident(_) | TokenTree::Literal(_) => signs = 0,
            }
            if above + angles + signs > DEEPEST {
                return true;
            }
        }
    }
    false
}

/// The path of a type: `::my_crate::Money`.
pub(crate) fn type_path(value: &DeValue<'_>) -> Result<String, Refusal> {
    type_path_in(&String::from_toml(value)?)
}

/// As [`type_path`], of a text.
pub(crate) fn type_path_in(text: &str) -> Result<String, Refusal> {
    let refuse = |found: &str, hint: &str| Refusal {
        expected: "the path of a type".to_owned(),
        found: found.to_owned(),
        hint: Some(hint.to_owned()),
    };
    let whole = "write the full path, from `::` and the crate on: `::my_crate::Money`";
    let parsed = (!is_too_much(text)).then(|| syn::parse_str::<TypePath>(text));
    let Some(Ok(path)) = parsed else {
        return Err(refuse("not the path of a type", whole));
    };
    let Some(spelt) = absolute_type(&path) else {
        return Err(refuse("not a full path", whole));
    };
    let names: Vec<String> = path.path.segments.iter().map(name).collect();
    let last = names.last().map(String::as_str).unwrap_or_default();
    for (crates, types, hint) in OWN_TYPES {
        if crates.contains(&names[0].as_str()) && types.contains(&last) {
            return Err(refuse("this type needs no replacement", hint));
        }
    }
    Ok(spelt)
}

/// A path with lists and maps around it: `[{::my_crate::Money}]`.
pub(crate) fn replacement(value: &DeValue<'_>) -> Result<Replacement, Refusal> {
    let text = String::from_toml(value)?;
    let mut inside = text.trim();
    let mut layers = Vec::new();
    while layers.len() < MOST_LAYERS {
        let enclosed = |open, close| Some(inside.strip_prefix(open)?.strip_suffix(close)?.trim());
        if let Some(item) = enclosed('[', ']') {
            layers.push(Layer::List);
            inside = item;
        } else if let Some(value) = enclosed('{', '}') {
            layers.push(Layer::Map);
            inside = value;
        } else {
            break;
        }
    }
    let path = type_path_in(inside)?;
    Ok(Replacement { text, layers, path })
}

/// The crates that a path and the types in it start at.
pub fn crates_of(path: &str) -> impl Iterator<Item = &str> {
    let paths = path.split(['<', '>', ',']).map(str::trim);
    paths.filter(|path| !path.is_empty()).map(crate_of)
}

/// A path that starts at a crate, spelt without blanks; `None` if it starts elsewhere or has
/// lifetimes, values or types that are no such paths.
pub(crate) fn absolute(path: &Path) -> Option<String> {
    let Path {
        leading_colon,
        segments,
    } = path;
    if leading_colon.is_none() || segments.len() < 2 {
        return None;
    }
    let keyword =
        |it: &PathSegment| matches!(name(it).as_str(), "self" | "Self" | "super" | "crate");
    if segments.iter().any(keyword) {
        return None;
    }
    let mut spelt = String::new();
    for (nth, segment) in segments.iter().enumerate() {
        spelt.push_str("::");
        spelt.push_str(&name(segment));
        match &segment.arguments {
            PathArguments::None => {}
            // Elsewhere they would belong to a trait or a variant, which are no types.
            PathArguments::AngleBracketed(arguments) if nth + 1 == segments.len() => {
                spelt.push_str(&format!("<{}>", arguments_of(&arguments.args)?));
            }
            PathArguments::AngleBracketed(_) | PathArguments::Parenthesized(_) => return None,
        }
    }
    Some(spelt)
}

/// As [`absolute`], of a type that is nothing but a path.
fn absolute_type(ty: &TypePath) -> Option<String> {
    let plain = ty.qself.is_none() && ty.attrs.is_empty();
    absolute(&ty.path).filter(|_| plain)
}

fn arguments_of(arguments: &Punctuated<GenericArgument, Token![,]>) -> Option<String> {
    let spelt: Option<Vec<String>> = arguments
        .iter()
        .map(|argument| match argument {
            GenericArgument::Type(syn::Type::Path(ty)) => absolute_type(ty),
            _ => None,
        })
        .collect();
    Some(spelt?.join(", "))
}

pub(crate) fn name(segment: &PathSegment) -> String {
    segment.ident.to_string()
}
