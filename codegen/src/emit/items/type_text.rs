//! Types as a person writes them, with the names in scope.

use super::scope::Scope;
use crate::emit::plan::scopes::Scopes;
use crate::model::{Api, Field, Kind, Model};

/// The type of a struct's field, presence included: `Option<DateTime>`.
///
/// Empty if the model is no struct.
#[must_use]
pub fn field_type(api: &Api, model: &Model, field: &Field) -> String {
    if !matches!(model.kind, Kind::Struct(_)) {
        return String::new();
    }
    // Only the last part of a path is shown: what a module imports does not matter.
    let scope = Scope {
        api,
        scopes: &Scopes::default(),
        module: model.path.module(),
    };
    let tokens = scope.stored(field);
    syn::parse2(tokens).map_or_else(|_| String::new(), |ty| readable(&ty))
}

fn readable(ty: &syn::Type) -> String {
    let syn::Type::Path(path) = ty else {
        return String::new();
    };
    let Some(last) = path.path.segments.last() else {
        return String::new();
    };
    let name = last.ident.to_string();
    let syn::PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return name;
    };
    let arguments = arguments.args.iter().filter_map(|argument| match argument {
        syn::GenericArgument::Type(ty) => Some(readable(ty)),
        _ => None,
    });
    format!("{name}<{}>", arguments.collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn only_the_last_part_of_each_path_is_left() {
        let ty = syn::parse_quote!(::std::option::Option<::std::vec::Vec<crate::shop::Order>>);
        assert_eq!(readable(&ty), "Option<Vec<Order>>");
        let ty = syn::parse_quote!(::std::collections::BTreeMap<::std::string::String, i64>);
        assert_eq!(readable(&ty), "BTreeMap<String, i64>");
    }
}
