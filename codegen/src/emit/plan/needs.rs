//! What the models of a crate hold, which decides what is emitted beside them.

use crate::model::{Alias, Api, DateTimeType, Kind, Model, Struct, Type};

/// The type of the crate's date-times, if it has any.
pub(crate) fn dates(apis: &[&Api]) -> Option<DateTimeType> {
    let is_date = |ty: &Type| matches!(ty, Type::DateTime | Type::Date);
    let dated = |api: &&&Api| api.date_time.is_typed() && emitted(api).any(|it| holds(it, is_date));
    apis.iter().find(dated).map(|api| api.date_time)
}

/// Whether there is what only `serde_json` can say: any value, as unions keep it too, or a number of
/// unknown kind. Where the user brings in types and attributes, they may name it.
pub(crate) fn opaque(apis: &[&Api]) -> bool {
    apis.iter().any(|api| {
        !api.outside.is_empty()
            || !api.dependencies.is_empty()
            || emitted(api).any(|model| {
                matches!(model.kind, Kind::Union(_))
                    || names_json(model)
                    || holds(model, |ty| matches!(ty, Type::Any | Type::Number))
            })
    })
}

/// Whether an attribute or a derive of the user's names the crate, which need not be listed.
fn names_json(model: &Model) -> bool {
    let of_fields = match &model.kind {
        Kind::Struct(strukt) => strukt.fields.as_slice(),
        _ => &[],
    };
    let of_fields = of_fields.iter().flat_map(|field| &field.attributes);
    let mut texts = model
        .added
        .derives
        .iter()
        .chain(&model.added.attributes)
        .chain(of_fields);
    texts.any(|text| text.contains("serde_json"))
}

fn emitted(api: &Api) -> impl Iterator<Item = &Model> {
    api.models.values().filter(|model| model.emitted)
}

/// Whether a model holds a type, in whatever list, map or option.
fn holds(model: &Model, wanted: impl Fn(&Type) -> bool) -> bool {
    match &model.kind {
        Kind::Struct(Struct { fields, extra }) => {
            let fields = fields.iter().map(|field| &field.ty.value);
            let mut types = fields.chain(extra.iter().map(|extra| &extra.ty));
            types.any(|ty| wanted(ty.innermost()))
        }
        Kind::Union(union) => {
            let mut variants = union.variants.iter();
            variants.any(|variant| wanted(variant.ty.innermost()))
        }
        Kind::Alias(Alias { ty }) => wanted(ty.innermost()),
        Kind::Enum(_) => false,
    }
}
