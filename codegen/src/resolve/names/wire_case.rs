//! Spelling names in the cases of keys, and telling the case of a key.

use heck::{ToKebabCase, ToLowerCamelCase, ToSnakeCase, ToUpperCamelCase};

use crate::model::WireCase;

/// Spells a name of the docs as the wire would.
pub(crate) fn spell(case: WireCase, name: &str) -> String {
    // What stands before the first word is the wire's own: `_id`, `$ref`, `@type`.
    let words = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let (mark, words) = name.split_at(name.len() - words.len());
    // `default_` is `default` where a language has that keyword.
    let words = words.trim_end_matches('_');
    let spelt = match case {
        WireCase::AsIs => words.to_owned(),
        // What is in camel case already may have a spelling of its own: `doviblPresent`, `md5URL`.
        WireCase::Camel if is_camel(words) => words.to_owned(),
        WireCase::Camel => words.to_lower_camel_case(),
        WireCase::Snake => words.to_snake_case(),
        WireCase::Pascal => words.to_upper_camel_case(),
        WireCase::Kebab => words.to_kebab_case(),
    };
    match mark {
        "" => spelt,
        mark => format!("{mark}{spelt}"),
    }
}

/// Whether a name would be another key in another case: `room_id`, not `room`.
pub(crate) fn depends_on_case(name: &str) -> bool {
    let words = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    words.to_snake_case() != words.to_lower_camel_case()
}

fn is_camel(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase()) && !name.contains(['_', '-'])
}

/// The case that a key of several words shows.
pub(crate) fn case_of(key: &str) -> Option<WireCase> {
    let upper = key.contains(|c: char| c.is_ascii_uppercase());
    if key.contains('_') && !upper {
        Some(WireCase::Snake)
    } else if key.contains('-') && !upper {
        Some(WireCase::Kebab)
    } else if is_camel(key) && upper {
        Some(WireCase::Camel)
    } else if key.starts_with(|c: char| c.is_ascii_uppercase())
        && key.contains(|c: char| c.is_ascii_lowercase())
        && key.chars().skip(1).any(|c| c.is_ascii_uppercase())
    {
        Some(WireCase::Pascal)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_undoes_each_recasing() {
        assert_eq!(
            spell(WireCase::Snake, "maxCompletionTokens"),
            "max_completion_tokens"
        );
        assert_eq!(spell(WireCase::Camel, "room_id"), "roomId");
        assert_eq!(spell(WireCase::Camel, "doviblPresent"), "doviblPresent");
        assert_eq!(spell(WireCase::Camel, "default_"), "default");
        assert_eq!(spell(WireCase::Pascal, "mediaContainer"), "MediaContainer");
        assert_eq!(spell(WireCase::AsIs, "utm_source"), "utm_source");
        for key in ["_id", "$ref", "@type", "+1", "-1", "_"] {
            assert_eq!(spell(WireCase::Camel, key), key);
            assert_eq!(spell(WireCase::Snake, key), key);
        }
    }

    #[test]
    fn only_names_of_several_words_show_a_case() {
        let cases = ["room", "room_id", "roomId", "RoomId", "room-id", "Room"].map(case_of);
        let expected = [
            None,
            Some(WireCase::Snake),
            Some(WireCase::Camel),
            Some(WireCase::Pascal),
            Some(WireCase::Kebab),
            None,
        ];
        assert_eq!(cases, expected);
    }
}
