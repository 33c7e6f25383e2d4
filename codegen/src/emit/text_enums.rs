//! The impls of enums whose values are text.

use proc_macro2::TokenStream;
use quote::quote;

use super::enums::{Writer, partial};

impl Writer<'_> {
    pub(super) fn text(&self) -> Vec<TokenStream> {
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
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::super::enums;
    use super::super::sample::{color, items, text};
    use crate::model::Kind;

    fn emitted(unknown: Option<&str>) -> Vec<syn::Item> {
        let model = color(unknown);
        let Kind::Enum(enumeration) = &model.kind else {
            panic!("an enum");
        };
        items(enums::emit(&model, enumeration))
    }

    #[test]
    fn an_open_enum_has_a_variant_for_the_rest() {
        let expected: syn::Item = parse_quote! {
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum Color {
                #[doc = " `red`"]
                Red,
                #[doc = " `green`"]
                Green,
                #[doc = " A value that the docs do not name."]
                Other(::std::string::String),
            }
        };
        assert_eq!(text(&emitted(Some("Other"))[0]), text(&expected));
    }

    #[test]
    fn a_closed_enum_gives_the_value_back() {
        let expected: syn::Item = parse_quote! {
            impl crate::support::text_enum::TextEnum for Color {
                const NAME: &'static str = "Color";
                const VALUES: &'static [&'static str] = &["red", "green"];
                fn known(value: &str) -> ::std::option::Option<Self> {
                    match value {
                        "red" => Some(Self::Red),
                        "green" => Some(Self::Green),
                        _ => None,
                    }
                }
                fn unknown(
                    value: ::std::string::String,
                ) -> ::std::result::Result<Self, ::std::string::String> {
                    Err(value)
                }
            }
        };
        assert_eq!(text(&emitted(None)[2]), text(&expected));
    }
}
