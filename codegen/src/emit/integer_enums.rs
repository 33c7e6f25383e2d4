//! The impls of enums whose values are whole numbers.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::enums::{Writer, partial};

impl Writer<'_> {
    pub(super) fn integer(&self) -> Vec<TokenStream> {
        let name = &self.name;
        let allow = &self.allow;
        let wire_name = self.model.path.name();
        let variants: Vec<_> = self.variants().collect();
        let numbers: Vec<_> = self
            .values
            .iter()
            .map(|value| Literal::i64_unsuffixed(value.value.as_i64().unwrap_or_default()))
            .collect();
        let unknown_number = self
            .unknown
            .iter()
            .map(|unknown| quote!(Self::#unknown(value) => *value));
        let arms = quote!(#(Self::#variants => #numbers,)* #(#unknown_number,)*);
        let as_i64 = self.total(&arms);
        let known = partial(
            quote!(#(#numbers => Some(Self::#variants),)*),
            variants.is_empty(),
        );
        let unknown = self.unknown_arm();
        let conversion = match &self.unknown {
            Some(unknown) => quote! {
                #allow
                impl ::std::convert::From<i64> for #name {
                    fn from(value: i64) -> Self {
                        <Self as crate::support::integer_enum::IntegerEnum>::known(value)
                            .unwrap_or(Self::#unknown(value))
                    }
                }
            },
            None => quote! {
                #allow
                impl ::std::convert::TryFrom<i64> for #name {
                    type Error = crate::UnknownValue;
                    fn try_from(value: i64) -> ::std::result::Result<Self, Self::Error> {
                        crate::support::integer_enum::parse(value)
                    }
                }
            },
        };
        vec![quote! {
            #allow
            impl #name {
                /// The value as on the wire.
                #[must_use]
                pub const fn as_i64(&self) -> i64 {
                    #as_i64
                }
            }
            #allow
            impl crate::support::integer_enum::IntegerEnum for #name {
                const NAME: &'static str = #wire_name;
                const VALUES: &'static [i64] = &[#(#numbers),*];
                fn known(value: i64) -> ::std::option::Option<Self> {
                    #known
                }
                fn unknown(value: i64) -> ::std::result::Result<Self, i64> {
                    #unknown
                }
            }
            #conversion
            #allow
            impl ::std::convert::From<#name> for i64 {
                fn from(value: #name) -> Self {
                    value.as_i64()
                }
            }
            #allow
            impl ::std::fmt::Display for #name {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    ::std::fmt::Display::fmt(&self.as_i64(), f)
                }
            }
            #allow
            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::std::result::Result<S::Ok, S::Error> {
                    serializer.serialize_i64(self.as_i64())
                }
            }
            #allow
            impl<'de> ::serde::Deserialize<'de> for #name {
                fn deserialize<D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::std::result::Result<Self, D::Error> {
                    crate::support::integer_enum::deserialize(deserializer)
                }
            }
        }]
    }
}
