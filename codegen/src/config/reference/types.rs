//! `[reference.types]` and `[reference.type-cell]`: what the cells of types say.

use toml::de::DeValue;

use super::super::section::Section;
use super::super::value::{Refusal, Setting};
use super::change::list;
use super::flag;
use super::pattern::{self, Patterns};
use super::word_type::{self, WordType};
use super::words::{Words, fold};
use crate::map::IndexMap;
use crate::suggest;

/// `[reference.types]` and `[reference.type-cell]`.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct TypeRules {
    /// Whole cells or terms, without markup and case, and the type each is.
    pub words: IndexMap<String, WordType>,
    /// Templates of whole terms, `array of {}`, and what each is.
    pub rules: Vec<TypeRule>,
    /// What parts the members of a union; `␤` is a line break.
    pub union: Vec<String>,
    /// What is taken off a cell before it is read.
    pub strip: Patterns,
    /// Lines of a cell that are no type.
    pub no_type: Patterns,
    /// Types in the first words of a description; the first group is the type.
    pub in_text: Patterns,
    /// Whether a type that is called optional may be null.
    pub optional_is_null: bool,
    /// Words behind a link that say nothing more: `object`, `enum`.
    pub tails: Words,
    /// Words behind a link that make it the id of what it names.
    pub id_tails: Words,
    /// Words before a link or a model's name by which all its fields are optional.
    pub partial: Words,
}

/// A template, and what a term of its form is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeRule {
    /// Literal words and `{}` for a type, `*` for any words: `array of {}`, `foreign id *`.
    pub template: String,
    pub is: RuleType,
}

/// What a template says about the types in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RuleType {
    /// A list of the type; of a tuple if there are several.
    List,
    /// A map; the last type is that of its values.
    Map,
    /// The type, or null.
    Nullable,
    /// The type alone: the rest says nothing.
    Same,
    /// This type, whatever stands in the holes.
    Fixed(WordType),
}

/// `[reference.types]`: words, and `name` for those that are the names of models again.
pub(super) fn words(table: &mut Section<'_>, types: &mut TypeRules) {
    for (word, ty) in table.rest(|_, value| word_type::word(value)) {
        match ty {
            Some(ty) => types.words.insert(fold(&word), ty),
            None => types.words.shift_remove(&fold(&word)),
        };
    }
}

/// `[reference.type-cell]`.
pub(super) fn cell(table: &mut Section<'_>, types: &mut TypeRules) {
    list(table, "union", &mut types.union);
    list(table, "strip", &mut types.strip);
    list(table, "no-type", &mut types.no_type);
    pattern::grouped::<1>(table, "in-text", &mut types.in_text);
    flag(table, "optional-is-null", &mut types.optional_is_null);
    list(table, "tails", &mut types.tails);
    list(table, "id-tails", &mut types.id_tails);
    list(table, "partial", &mut types.partial);
    table.within("rules", |table| rules(table, types));
}

fn rules(table: &mut Section<'_>, types: &mut TypeRules) {
    let mut added = Vec::new();
    for (template, is) in table.rest(rule) {
        types.rules.retain(|rule| rule.template != template);
        added.push(TypeRule { template, is });
    }
    types.rules.splice(0..0, added);
}

fn rule(template: &str, value: &DeValue<'_>) -> Result<RuleType, Refusal> {
    let holes = template.matches("{}").count();
    let word = String::from_toml(value)?;
    let is = match word.as_str() {
        "list" => RuleType::List,
        "map" => RuleType::Map,
        "nullable" => RuleType::Nullable,
        "same" => RuleType::Same,
        text => RuleType::Fixed(word_type::parse(text).ok_or_else(|| {
            let words = ["list", "map", "nullable", "same"];
            let near = suggest::nearest(text, words.into_iter().chain(word_type::names()));
            let near = near.map(|near| format!("did you mean `{near}`?"));
            Refusal {
                expected: "`list`, `map`, `nullable`, `same` or a type".to_owned(),
                found: "unknown type".to_owned(),
                hint: near.or_else(|| Some(word_type::hint())),
            }
        })?),
    };
    let literal = template.replace("{}", "").replace('*', "");
    if literal.trim().is_empty() || (holes == 0 && !matches!(is, RuleType::Fixed(_))) {
        return Err(Refusal {
            expected: "a template".to_owned(),
            found: "its name must have words, and `{}` where a type stands".to_owned(),
            hint: Some("as in `\"array of {}\" = \"list\"`".to_owned()),
        });
    }
    Ok(is)
}
