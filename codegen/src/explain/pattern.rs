//! Several models or fields at once: `Order.*`, `*.id`, `operations::*`.

use super::{Explanation, NotFound, explain, of_field, of_model};
use crate::model::{Api, Kind};

/// Explains a name as [`explain()`] does, or all that a pattern means. `*` stands for any part of a
/// name.
///
/// # Errors
///
/// As [`explain()`], and if nothing has such a name.
pub fn explain_all(apis: &[Api], query: &str) -> Result<Vec<Explanation>, NotFound> {
    if !query.contains('*') {
        return explain(apis, query).map(|found| vec![found]);
    }
    let (of_models, of_fields) = match query.split_once('.') {
        Some((models, fields)) => (models, Some(fields)),
        None => (query, None),
    };
    let mut found = Vec::new();
    let models = apis
        .iter()
        .flat_map(|api| api.models.values().map(move |model| (api, model)));
    for (api, model) in models {
        let full = format!("{}::{}", api.module, model.path);
        let names = [&full, model.path.as_str(), model.path.name(), &model.title];
        if !names.iter().any(|name| matches(of_models, name)) {
            continue;
        }
        let Some(of_fields) = of_fields else {
            found.push(of_model(api, model));
            continue;
        };
        if let Kind::Struct(object) = &model.kind {
            let fields = object.fields.iter().filter(|field| {
                let plain = field.name.strip_prefix("r#").unwrap_or(&field.name);
                matches(of_fields, &field.wire_name.value) || matches(of_fields, plain)
            });
            found.extend(fields.map(|field| of_field(api, model, field)));
        }
    }
    if found.is_empty() {
        let message = format!("nothing is called `{query}`");
        return Err(NotFound { message });
    }
    Ok(found)
}

/// Whether a name is as the pattern says.
fn matches(pattern: &str, name: &str) -> bool {
    let mut parts = pattern.split('*');
    let first = parts.next().unwrap_or_default();
    let Some(mut rest) = name.strip_prefix(first) else {
        return false;
    };
    let Some(last) = parts.next_back() else {
        return rest.is_empty();
    };
    for part in parts {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::super::testing::apis;
    use super::{explain_all, matches};

    #[test]
    fn a_pattern_means_all_that_are_called_so() {
        let names = |query: &str| -> Vec<String> {
            let found = explain_all(&apis(), query).unwrap().into_iter();
            found.map(|it| it.name).collect()
        };
        assert_eq!(names("Job.*"), ["taskCount", "endedAt"]);
        assert_eq!(names("*.ended*"), ["endedAt"]);
        assert_eq!(names("J*"), ["Job"]);
        assert_eq!(names("Job.endedAt"), ["endedAt"]);
        let error = explain_all(&apis(), "X*.id").unwrap_err().message;
        assert_eq!(error, "nothing is called `X*.id`");
    }

    #[test]
    fn a_star_is_any_part_of_a_name() {
        for (pattern, name) in [
            ("*", ""),
            ("a*", "abc"),
            ("*c", "abc"),
            ("a*c", "abc"),
            ("a*b*c", "a1b2c"),
            ("abc", "abc"),
        ] {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
        for (pattern, name) in [
            ("a*", "ba"),
            ("a*a", "a"),
            ("abc", "abcd"),
            ("a*b*c", "acb"),
        ] {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }
}
