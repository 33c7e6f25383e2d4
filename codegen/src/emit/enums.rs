//! Enums: a table of values, and the conversions around it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use super::structs::plain_derives;
use super::types::ident;
use super::{docs, markdown};
use crate::model::{Enum, EnumScalar, EnumValue, Model};

/// An enum with its impls.
pub(super) fn emit(model: &Model, enumeration: &Enum) -> Vec<TokenStream> {
    let writer = Writer {
        model,
        name: ident(model.path.name()),
        unknown: enumeration.unknown.as_deref().map(ident),
        values: enumeration.values.iter().collect(),
        allow: model
            .docs
            .deprecated
            .as_ref()
            .map(|_| quote!(#[allow(deprecated)])),
    };
    let mut items = vec![writer.definition(enumeration)];
    items.extend(match enumeration.scalar {
        EnumScalar::String => writer.text(),
        EnumScalar::Integer => writer.integer(),
    });
    items
}

struct Writer<'a> {
    model: &'a Model,
    name: Ident,
    unknown: Option<Ident>,
    values: Vec<&'a EnumValue>,
    /// A deprecated enum is mentioned by its own impls.
    allow: Option<TokenStream>,
}

impl Writer<'_> {
    fn definition(&self, enumeration: &Enum) -> TokenStream {
        let name = &self.name;
        let allow = &self.allow;
        let docs = docs::model(self.model);
        let default = self.model.traits.default && !self.values.is_empty();
        let derives = plain_derives(self.model.traits);
        let derive_default = default.then(|| quote!(Default));
        let variants = self.values.iter().enumerate().map(|(at, value)| {
            let variant = ident(&value.name);
            let wire = match value.value.as_str() {
                Some(text) => markdown::code_span(text),
                None => markdown::code_span(&value.value.to_string()),
            };
            let doc = format!(" {wire}");
            let attribute = (default && at == 0).then(|| quote!(#[default]));
            quote!(#[doc = #doc] #attribute #variant)
        });
        let scalar = match enumeration.scalar {
            EnumScalar::String => quote!(::std::string::String),
            EnumScalar::Integer => quote!(i64),
        };
        let unknown = self.unknown.iter().map(
            |unknown| quote!(#[doc = " A value that the docs do not name."] #unknown(#scalar)),
        );
        let open = self.unknown.iter().map(|_| quote!(#[non_exhaustive]));
        let variants = variants.chain(unknown);
        quote! {
            #docs
            #[derive(#derives #derive_default)]
            #(#open)*
            #allow
            pub enum #name { #(#variants,)* }
        }
    }

    fn text(&self) -> Vec<TokenStream> {
        let name = &self.name;
        let allow = &self.allow;
        let wire_name = self.model.path.name();
        let variants: Vec<_> = self.variants().collect();
        let texts: Vec<_> = self
            .values
            .iter()
            .map(|value| value.value.as_str().unwrap_or_default())
            .collect();
        let unknown_text = self
            .unknown
            .iter()
            .map(|unknown| quote!(Self::#unknown(value) => value));
        let arms = quote!(#(Self::#variants => #texts,)* #(#unknown_text,)*);
        let as_str = self.total(&arms);
        let known = partial(
            quote!(#(#texts => Some(Self::#variants),)*),
            variants.is_empty(),
        );
        let unknown = self.unknown_arm();
        let conversions = match &self.unknown {
            Some(unknown) => quote! {
                #allow
                impl ::std::convert::From<&str> for #name {
                    fn from(value: &str) -> Self {
                        <Self as crate::support::text_enum::TextEnum>::known(value)
                            .unwrap_or_else(|| Self::#unknown(value.to_owned()))
                    }
                }
                #allow
                impl ::std::convert::From<::std::string::String> for #name {
                    fn from(value: ::std::string::String) -> Self {
                        <Self as crate::support::text_enum::TextEnum>::known(&value)
                            .unwrap_or(Self::#unknown(value))
                    }
                }
                #allow
                impl ::std::str::FromStr for #name {
                    type Err = ::std::convert::Infallible;
                    fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                        Ok(Self::from(value))
                    }
                }
            },
            None => quote! {
                #allow
                impl ::std::convert::TryFrom<&str> for #name {
                    type Error = crate::UnknownValue;
                    fn try_from(value: &str) -> ::std::result::Result<Self, Self::Error> {
                        crate::support::text_enum::parse(value.to_owned())
                    }
                }
                #allow
                impl ::std::str::FromStr for #name {
                    type Err = crate::UnknownValue;
                    fn from_str(value: &str) -> ::std::result::Result<Self, Self::Err> {
                        Self::try_from(value)
                    }
                }
            },
        };
        let mut items = vec![quote! {
            #allow
            impl #name {
                /// The value as on the wire.
                #[must_use]
                pub fn as_str(&self) -> &str {
                    #as_str
                }
            }
        }];
        items.push(quote! {
            #allow
            impl crate::support::text_enum::TextEnum for #name {
                const NAME: &'static str = #wire_name;
                const VALUES: &'static [&'static str] = &[#(#texts),*];
                fn known(value: &str) -> ::std::option::Option<Self> {
                    #known
                }
                fn unknown(
                    value: ::std::string::String,
                ) -> ::std::result::Result<Self, ::std::string::String> {
                    #unknown
                }
            }
        });
        items.push(conversions);
        items.push(quote! {
            #allow
            impl ::std::convert::AsRef<str> for #name {
                fn as_ref(&self) -> &str {
                    self.as_str()
                }
            }
            #allow
            impl ::std::fmt::Display for #name {
                fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                    f.pad(self.as_str())
                }
            }
            #allow
            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::std::result::Result<S::Ok, S::Error> {
                    serializer.serialize_str(self.as_str())
                }
            }
            #allow
            impl<'de> ::serde::Deserialize<'de> for #name {
                fn deserialize<D: ::serde::Deserializer<'de>>(
                    deserializer: D,
                ) -> ::std::result::Result<Self, D::Error> {
                    crate::support::text_enum::deserialize(deserializer)
                }
            }
        });
        items
    }

    fn integer(&self) -> Vec<TokenStream> {
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

    fn variants(&self) -> impl Iterator<Item = Ident> {
        self.values.iter().map(|value| ident(&value.name))
    }

    /// A match over all variants; an enum without any can only be matched by value.
    fn total(&self, arms: &TokenStream) -> TokenStream {
        if self.values.is_empty() && self.unknown.is_none() {
            quote!(match *self {})
        } else {
            quote!(match self { #arms })
        }
    }

    fn unknown_arm(&self) -> TokenStream {
        match &self.unknown {
            Some(unknown) => quote!(Ok(Self::#unknown(value))),
            None => quote!(Err(value)),
        }
    }
}

/// A match over the known values.
fn partial(arms: TokenStream, empty: bool) -> TokenStream {
    if empty {
        quote!(let _ = value; None)
    } else {
        quote!(match value { #arms _ => None })
    }
}
