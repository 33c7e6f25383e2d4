//! Helpers of tests.

use super::SdkSource;
use crate::keys::{self, Says};
use crate::language::Language;

/// What a file says: `MODEL.MEMBER KEY VALUE LINE` of a field, `UNION MEMBER KEY=VALUE LINE` of a
/// union; then the fields without a key, and the warnings.
pub(crate) fn said(language: Language, path: &str, text: &str) -> Vec<String> {
    let mut source = SdkSource::new(language).expect("a reader");
    source.file(path, text.as_bytes());
    let found = source.finish();
    let (keyless, facts): (Vec<_>, Vec<_>) = found
        .facts
        .iter()
        .partition(|fact| fact.says == Says::Keyless);
    let facts = facts.into_iter().map(|fact| {
        let (model, member, key) = (&fact.model, &fact.member, &fact.key);
        let line = super::place(&fact.at).1;
        let text = keys::write(std::slice::from_ref(fact));
        let value = text.trim_end().rsplit('\t').nth(1).unwrap_or_default();
        match fact.says {
            Says::Field { .. } => format!("{model}.{member} {key} {value} {line}"),
            Says::Variant { .. } => format!("{model} {member} {key}={value} {line}"),
            Says::Keyless => String::new(),
        }
    });
    let keyless = keyless.into_iter();
    let keyless = keyless.map(|fact| format!("{}.{} has no key", fact.model, fact.member));
    facts
        .chain(keyless)
        .chain(found.warnings.iter().map(ToString::to_string))
        .collect()
}
