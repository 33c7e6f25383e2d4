//! Flags: an integer, and a constant for each name.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::{docs, user_types};
use crate::emit::ident::ident;
use crate::model::{Flag, Flags, Model};

/// The type and its constants; `Debug`, which names the bits, is written by `flags!`.
pub(crate) fn emit(model: &Model, flags: &Flags) -> Vec<TokenStream> {
    let name = ident(model.path.name());
    let docs = docs::model(model);
    let added = user_types::derives(model);
    let attributes = user_types::attributes(&model.added.attributes);
    let deprecated = model.docs.deprecated.as_ref();
    let allow = deprecated.map(|_| quote!(#[allow(deprecated)]));
    let constants = flags.flags.iter().map(constant);
    let item = quote! {
        #docs
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, #added)]
        #attributes
        #allow
        pub struct #name(u64);
    };
    let constants = (!flags.flags.is_empty()).then(|| {
        quote! {
            #allow
            impl #name { #(#constants)* }
        }
    });
    [item].into_iter().chain(constants).collect()
}

fn constant(Flag { name, bits, .. }: &Flag) -> TokenStream {
    let name = ident(name);
    let shown = match bits.count_ones() {
        0 => " No bit.".to_owned(),
        1 => format!(" Bit {}: `{bits}`.", bits.trailing_zeros()),
        _ => format!(" `{bits:#x}`."),
    };
    let value = match bits.count_ones() {
        1 => {
            let place = Literal::u32_unsuffixed(bits.trailing_zeros());
            quote!(1 << #place)
        }
        _ => {
            let bits = Literal::u64_unsuffixed(*bits);
            quote!(#bits)
        }
    };
    quote!(#[doc = #shown] pub const #name: Self = Self(#value);)
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
        let found = items(super::emit(&model, &flags));
        let expected: [syn::Item; 2] = [
            parse_quote! {
                #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
                pub struct Access(u64);
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
