//! What the default says, and how settings change it.

mod settings;

use super::{Column, Patterns, Profile, RuleType, WordType, load};
use crate::diagnostic::Diagnostics;

#[test]
fn the_default_has_no_mistakes() {
    let mut diagnostics = Diagnostics::default();
    let profile = load(&mut diagnostics);
    let findings: Vec<_> = diagnostics
        .sorted()
        .iter()
        .map(|it| it.message.clone())
        .collect();
    assert_eq!(findings, [] as [String; 0]);
    assert_eq!(&profile, Profile::standard());
}

/// All patterns, each with the number of groups that it must have.
fn patterns(profile: &Profile) -> Vec<(&Patterns, usize)> {
    let Profile {
        tables,
        names,
        types,
        presence,
        enums,
        models,
        prose,
        links,
        ..
    } = profile;
    let like = profile.columns.like.iter();
    let mut all: Vec<_> = like.map(|(_, patterns)| (patterns, 0)).collect();
    all.extend([
        (&tables.enum_context, 0),
        (&tables.ignore_context, 0),
        (&names.optional_marks, 0),
        (&names.required_marks, 0),
        (&names.deprecated_marks, 0),
        (&names.strip, 0),
        (&names.not_json, 0),
        (&names.variable, 0),
        (&names.group, 0),
        (&names.tuple, 3),
        (&names.wire, 0),
        (&types.strip, 0),
        (&types.no_type, 0),
        (&types.in_text, 1),
        (&presence.yes_like, 0),
        (&presence.no_like, 0),
        (&presence.conditional_like, 0),
        (&presence.yes_in_text, 0),
        (&presence.no_in_text, 0),
        (&presence.conditional_in_text, 0),
        (&presence.yes_in_type, 0),
        (&presence.no_in_type, 0),
        (&presence.conditional_in_type, 0),
        (&profile.null_in_text, 0),
        (&enums.list_item, 1),
        (&enums.listed, 1),
        (&enums.constant, 1),
        (&models.heading_strip, 0),
        (&models.generic_headings, 0),
        (&models.heading_skip, 0),
        (&models.heading_extends, 0),
        (&models.request_words, 0),
        (&models.request_words_weak, 0),
        (&models.query_words, 0),
        (&models.response_words, 0),
        (&models.label_introduces, 0),
        (&models.label, 1),
        (&prose.all_optional, 0),
        (&prose.all_nullable, 0),
        (&prose.alias, 0),
        (&prose.extends, 0),
        (&prose.returns, 0),
        (&prose.one_of, 0),
        (&prose.as_list, 0),
        (&prose.route, 2),
        (&links.attach, 1),
    ]);
    all
}

#[test]
fn the_patterns_of_the_default_are_right() {
    let mut count = 0;
    for (patterns, groups) in patterns(Profile::standard()) {
        for pattern in &patterns.0 {
            let has = pattern.groups();
            assert!(has.is_some_and(|has| has >= groups), "{}", pattern.written);
            assert!(
                !pattern.is_in(""),
                "it fits everywhere: {}",
                pattern.written
            );
            count += 1;
        }
    }
    assert!(count > 150, "{count}");
}

#[test]
fn the_default_knows_words_of_three_languages() {
    let profile = Profile::standard();
    let column = |header: &str| {
        let mut words = profile.columns.words.iter();
        words.find_map(|(column, words)| words.find(header).map(|_| *column))
    };
    assert_eq!(column("Field"), Some(Column::Name));
    assert_eq!(column("Required?"), Some(Column::Required));
    assert_eq!(column("数据类型"), Some(Column::Type));
    assert_eq!(column("デフォルト値"), Some(Column::Default));
    assert_eq!(column("Colour"), None);
    assert_eq!(profile.types.words["snowflake"], WordType::Snowflake);
    assert_eq!(profile.types.words["文字列"], WordType::String);
    let rule = profile.types.rules.iter();
    let rule = rule.clone().find(|rule| rule.template == "map[{}, {}]");
    assert_eq!(rule.unwrap().is, RuleType::Map);
}
