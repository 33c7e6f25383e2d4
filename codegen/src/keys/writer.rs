//! Writes files of keys.

use super::reader::HEADER;
use super::{Fact, Says};
use crate::claim::Const;

/// The text of a file of keys: sorted, each fact once. What is [`unfit`](Fact::unfit) is left out.
///
/// ```
/// use fieldtable::keys::{Fact, Says, write};
///
/// let fact = Fact {
///     model: "components/Order".to_owned(),
///     member: "ID".to_owned(),
///     says: Says::Field { constant: None },
///     key: "_id".to_owned(),
///     at: "models/order.go:7".to_owned(),
/// };
/// let text = write(&[fact]);
/// assert!(text.ends_with("field\tcomponents/Order\tID\t_id\t-\tmodels/order.go:7\n"));
/// ```
#[must_use]
pub fn write(facts: &[Fact]) -> String {
    let mut facts: Vec<&Fact> = facts.iter().filter(|it| it.unfit().is_none()).collect();
    facts.sort();
    facts.dedup();
    let mut text = format!("# Keys that the SDK's source uses. Written by import.\n{HEADER}\n");
    for fact in facts {
        let (kind, value) = match &fact.says {
            Says::Field { constant: None } => ("field", "-".to_owned()),
            Says::Field {
                constant: Some(value),
            } => ("field", json(value)),
            Says::Variant { value } => ("variant", json(value)),
            Says::Keyless => ("keyless", "-".to_owned()),
        };
        let key = match fact.says {
            Says::Keyless => "-",
            Says::Field { .. } | Says::Variant { .. } => &fact.key,
        };
        let columns = [kind, &fact.model, &fact.member, key, &value, &fact.at];
        text.push_str(&columns.join("\t"));
        text.push('\n');
    }
    text
}

fn json(value: &Const) -> String {
    match value {
        Const::String(text) => serde_json::Value::from(text.as_str()).to_string(),
        Const::Number(digits) => digits.clone(),
        Const::Boolean(flag) => flag.to_string(),
    }
}
