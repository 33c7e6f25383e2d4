//! Flags: an integer, and a constant for each name.

use std::borrow::Cow;

use super::{docs, user_types};
use crate::emit::code::Code;
use crate::emit::ident::ident;
use crate::model::{Flag, Flags, Model};

/// The type and its constants; `Debug`, which names the bits, is written by `flags!`.
pub(crate) fn emit(code: &mut Code, model: &Model, flags: &Flags) {
    let name = ident(model.path.name());
    let is_deprecated = model.docs.deprecated.is_some();
    code.item(|code| {
        docs::model(code, model);
        let own = [
            "Clone",
            "Copy",
            "PartialEq",
            "Eq",
            "PartialOrd",
            "Ord",
            "Hash",
            "Default",
        ];
        let own = own.into_iter().map(Cow::Borrowed);
        let derives: Vec<_> = own.chain(user_types::derives(model)).collect();
        code.attribute("derive", &derives);
        user_types::attributes(code, &model.added.attributes);
        docs::allow_deprecated(code, is_deprecated);
        code.line(format_args!("pub struct {name}(pub(crate) u64);"));
    });
    if flags.flags.is_empty() {
        return;
    }
    code.item(|code| {
        docs::allow_deprecated(code, is_deprecated);
        code.block(format_args!("impl {name}"), |code| {
            for flag in &flags.flags {
                constant(code, flag);
            }
        });
    });
}

fn constant(code: &mut Code, Flag { name, bits, .. }: &Flag) {
    let (shown, value) = match bits.count_ones() {
        0 => ("No bit.".to_owned(), "0".to_owned()),
        1 => {
            let place = bits.trailing_zeros();
            (format!("Bit {place}: `{bits}`."), format!("1 << {place}"))
        }
        _ => (format!("`{bits:#x}`."), bits.to_string()),
    };
    code.doc(&shown);
    code.line(format_args!(
        "pub const {}: Self = Self({value});",
        ident(name)
    ));
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use crate::emit::testing::{access, items, model, text};
    use crate::model::Kind;

    #[test]
    fn a_name_is_a_constant() {
        let flags = access();
        let model = model("Access", Kind::Flags(flags.clone()));
        let found = items(|code| super::emit(code, &model, &flags));
        let expected: [syn::Item; 2] = [
            parse_quote! {
                #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
                pub struct Access(pub(crate) u64);
            },
            parse_quote! {
                impl Access {
                    #[doc = " Bit 0: `1`."]
                    pub const READ: Self = Self(1 << 0);
                    #[doc = " `0x9`."]
                    pub const BOTH: Self = Self(9);
                }
            },
        ];
        let texts = |items: &[syn::Item]| items.iter().map(text).collect::<Vec<_>>();
        assert_eq!(texts(&found), texts(&expected));
    }
}
