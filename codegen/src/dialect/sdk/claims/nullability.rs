//! Whether a row says that its field may be null.

use super::type_meaning::{Meaning, Wrapper};
use crate::claim::{Scalar, Stated, TypeShape};
use crate::dialect::sdk::language::null_convention::NullConvention;
use crate::dialect::sdk::language::vocabulary::Vocabulary;

pub(crate) fn of(
    meaning: &Meaning,
    required: Stated,
    words: &Vocabulary,
    convention: NullConvention,
) -> Stated {
    match (required == Stated::Yes, meaning.wrapper) {
        (_, Wrapper::Nullable) | (true, Wrapper::Optional) => Stated::Yes,
        (false, Wrapper::Optional) if convention.nullables => Stated::No,
        (true, Wrapper::Primitive) => Stated::No,
        (true, Wrapper::Plain)
            if convention.wrappers
                && words.says_null()
                && can_be_wrapped(&meaning.shape, convention) =>
        {
            Stated::No
        }
        _ => Stated::Silent,
    }
}

/// Whether a language that has wrappers puts them around the type: around containers and dates in
/// few SDKs only. Any value may be null as it is.
fn can_be_wrapped(shape: &TypeShape, convention: NullConvention) -> bool {
    use Scalar::{Date, DateOrDateTime, DateTime};
    match shape {
        TypeShape::Scalar(Date | DateTime | DateOrDateTime)
        | TypeShape::List(_)
        | TypeShape::Map(_) => convention.containers,
        TypeShape::Scalar(_) => true,
        TypeShape::Model(_) | TypeShape::Const(_) | TypeShape::Union(_) => true,
        TypeShape::Nullable(_) | TypeShape::Any | TypeShape::RawResponse => false,
    }
}

#[cfg(test)]
mod tests {
    use super::Stated::{No, Silent, Yes};
    use super::*;
    use crate::dialect::sdk::testing::{fields_page, read};

    /// Rows of one page, and what each says.
    #[track_caller]
    fn check(rows: &[(&str, Stated)]) {
        let texts: Vec<_> = rows.iter().map(|(row, _)| *row).collect();
        let reading = read(&[("A.md", &fields_page("A", &texts))]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let fields = reading.fields("A");
        assert_eq!(fields.len(), rows.len());
        for ((row, expected), field) in rows.iter().zip(fields) {
            assert_eq!(field.nullable, *expected, "{row}");
        }
    }

    #[test]
    fn java_with_wrappers_speaks_of_null() {
        check(&[
            ("`a` | *Optional\\<String>* | yes | N/A", Yes),
            ("`b` | *Optional\\<String>* | no | N/A", Silent),
            ("`c` | *String* | yes | N/A", No),
            ("`d` | [B](../../models/shared/B.md) | yes | N/A", No),
            ("`e` | *Object* | yes | N/A", Silent),
            ("`f` | List\\<*String*> | yes | N/A", Silent),
            ("`g` | [OffsetDateTime](https://x) | yes | N/A", Silent),
            ("`h` | *String* | no | N/A", Silent),
            ("`i` | *int* | yes | N/A", No),
        ]);
    }

    #[test]
    fn java_that_tells_null_from_absent_means_it() {
        check(&[
            ("`a` | *JsonNullable\\<String>* | no | N/A", Yes),
            ("`b` | *JsonNullable\\<String>* | yes | N/A", Yes),
            ("`c` | *Optional\\<String>* | no | N/A", No),
        ]);
    }

    #[test]
    fn java_without_wrappers_knows_only_primitives() {
        check(&[
            ("`a` | *String* | yes | N/A", Silent),
            ("`b` | *Integer* | yes | N/A", Silent),
            ("`c` | *boolean* | yes | N/A", No),
        ]);
    }

    #[test]
    fn go_with_pointers_on_required_rows_speaks_of_null() {
        check(&[
            ("`A` | **string* | yes | N/A", Yes),
            (
                "`B` | [*components.B](../../models/components/b.md) | yes | N/A",
                Yes,
            ),
            ("`C` | **int64* | no | N/A", Silent),
            ("`D` | *float64* | yes | N/A", No),
            ("`E` | [time.Time](https://x) | yes | N/A", Silent),
            ("`F` | []*string* | yes | N/A", Silent),
            ("`G` | *any* | yes | N/A", Silent),
        ]);
    }

    #[test]
    fn go_in_code_spans_tells_null_from_absent() {
        check(&[
            (
                "`A` | optionalnullable.OptionalNullable[`string`] | no | N/A",
                Yes,
            ),
            ("`B` | `*int64` | no | N/A", No),
            ("`C` | `string` | yes | N/A", No),
            ("`D` | map[string]`any` | yes | N/A", Silent),
        ]);
        check(&[("`A` | `float64` | yes | N/A", No)]);
    }

    #[test]
    fn early_go_says_nothing_of_null() {
        check(&[
            ("`A` | **string* | no | N/A", Silent),
            ("`B` | *float64* | yes | N/A", Silent),
        ]);
    }

    #[test]
    fn csharp_says_nothing_of_null() {
        check(&[
            ("`A` | Dictionary<String, *long*> | yes | N/A", Silent),
            ("`B` | *long* | yes | N/A", Silent),
            ("`C` | *string* | no | N/A", Silent),
        ]);
    }

    #[test]
    fn typescript_says_nothing_of_null() {
        check(&[
            ("`a` | *string* | yes | N/A", Silent),
            ("`b` | *number* | no | N/A", Silent),
        ]);
    }
}
