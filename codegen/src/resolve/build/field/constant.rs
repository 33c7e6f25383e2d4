//! The only value of a field, where the type cells print a plain type.

use crate::claim::{Const, FieldClaim, Scalar};
use crate::model::Rule;
use crate::resolve::catalog::linked::LinkedType;
use crate::source::Located;

/// The only value that a description or the SDK's source names for a field of a plain type.
pub(crate) fn named<'r>(
    ty: &LinkedType,
    fields: impl Iterator<Item = &'r FieldClaim> + Clone,
) -> Option<(Located<Const>, Rule)> {
    let LinkedType::Scalar(scalar) = ty else {
        return None;
    };
    if *scalar == Scalar::String
        && let Some(value) = fields.clone().find_map(always)
    {
        let value = Located::new(Const::String(value.value), value.place);
        return Some((value, Rule::DescribedConstant));
    }
    let mut constants = fields.filter_map(|field| {
        let key = field.source_key.as_ref()?;
        let constant = key.value.constant.clone()?;
        Some(Located::new(constant, key.place))
    });
    let first = constants.next()?;
    // Sources that name two values leave it open.
    let is_only = constants.all(|other| other.value == first.value);
    (is_only && is_of(&first.value, *scalar)).then_some((first, Rule::SourceConstant))
}

/// Whether a plain type can be said of a constant.
fn is_of(value: &Const, scalar: Scalar) -> bool {
    match value {
        Const::String(_) => scalar == Scalar::String,
        Const::Boolean(_) => scalar == Scalar::Boolean,
        Const::Number(_) => matches!(
            scalar,
            Scalar::Integer
                | Scalar::Int32
                | Scalar::Int64
                | Scalar::BigInteger
                | Scalar::Number
                | Scalar::Float32
                | Scalar::Float64
        ),
    }
}

/// The constant as evidence: `always "buyer"`.
pub(crate) fn words(value: &Const) -> String {
    match value {
        Const::String(text) => format!("always {text:?}"),
        Const::Number(digits) => format!("always {digits}"),
        Const::Boolean(flag) => format!("always {flag}"),
    }
}

/// The value in a description that is the sentence ``Always `buyer`.`` and nothing else: languages
/// without constants print a plain string, and the description alone tells. Anything looser may
/// speak of today's only value.
fn always(field: &FieldClaim) -> Option<Located<String>> {
    let description = field.description.as_ref()?;
    let value = description.value.strip_prefix("Always `")?;
    let value = value.strip_suffix("`.")?;
    let plain = !value.is_empty() && !value.contains('`');
    plain.then(|| Located::new(value.to_owned(), description.place))
}

#[cfg(test)]
mod tests {
    use crate::model::Rule;
    use crate::resolve::testing::{describe, field, table};

    #[test]
    fn the_source_names_a_value_that_the_page_does_not_print() {
        let row =
            |name: &str, ty: &str| format!("| `{name}` | *{ty}* | :heavy_check_mark: | N/A |  |");
        let rows = [
            row("kind", "String"),
            row("size", "int"),
            row("open", "boolean"),
            row("other", "int"),
        ];
        let rows = rows.each_ref().map(String::as_str);
        let page = table("Stay", &rows);
        let values = [
            ("kind", "\"inn\""),
            ("size", "2"),
            ("open", "true"),
            ("other", "\"2\""),
        ];
        let facts =
            values.map(|(name, value)| format!("field\tStay\t{name}\t{name}\t{value}\tA.java:7\n"));
        let keys = format!("kind\tmodel\tmember\tkey\tvalue\tplace\n{}", facts.concat());
        let pages = [
            ("java/docs/models/Stay.md", page.as_str()),
            ("java/keys.tsv", &keys),
        ];
        let (api, _) = describe(&pages, "");
        let said = ["kind", "size", "open", "other"].map(|name| {
            let field = field(&api, "Stay", name);
            (field.only_value().cloned(), field.ty.rule)
        });
        let constant = |value: serde_json::Value| (Some(value), Rule::SourceConstant);
        let plain = (None, Rule::OnlyPage);
        assert_eq!(
            said,
            [
                constant("inn".into()),
                constant(2.into()),
                constant(true.into()),
                plain
            ]
        );
    }
}
