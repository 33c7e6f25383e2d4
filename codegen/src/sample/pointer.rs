//! Values inside of a sample, and their JSON paths.

use crate::literal::Literal;
use crate::source::Located;

/// The value that a JSON pointer leads to, or the items of the list there, with their paths.
pub(super) fn pointed(
    body: &Located<Literal>,
    pointer: &str,
) -> Option<Vec<(String, Located<Literal>)>> {
    let mut value = &body.value;
    let mut place = body.place;
    let mut path = "$".to_owned();
    for token in pointer.split('/').skip(1) {
        let key = token.replace("~1", "/").replace("~0", "~");
        match value {
            Literal::Object(members) => {
                let member = members.iter().find(|member| member.key == key)?;
                path = step(&path, &key);
                place = member.place.unwrap_or(place);
                value = &member.value;
            }
            Literal::Array(items) => {
                path.push_str(&format!("[{key}]"));
                value = items.get(key.parse::<usize>().ok()?)?;
            }
            _ => return None,
        }
    }
    Some(match value {
        Literal::Array(items) => {
            let items = items.iter().enumerate();
            items
                .map(|(nth, item)| (format!("{path}[{nth}]"), Located::new(item.clone(), place)))
                .collect()
        }
        value => vec![(path, Located::new(value.clone(), place))],
    })
}

/// The JSON path of a key in the object of a path.
pub(crate) fn step(path: &str, key: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if !key.is_empty() && key.chars().all(plain) {
        format!("{path}.{key}")
    } else {
        format!("{path}[{key:?}]")
    }
}
