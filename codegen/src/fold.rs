//! Names without case and separators.

/// A name without case and separators: `roomid` for `roomId`, `room_id` and `Room-ID`.
pub(crate) fn fold_name(name: &str) -> String {
    if name.is_ascii() {
        let mut folded = String::with_capacity(name.len());
        folded.extend(folded_ascii(name).map(char::from));
        return folded;
    }
    folded(name).collect()
}

/// Whether two names differ in case and separators at most.
pub(crate) fn same_name(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return folded_ascii(a).eq(folded_ascii(b));
    }
    folded(a).eq(folded(b))
}

/// As [`folded`]: nearly all names are ASCII, and folding them is worth little time.
fn folded_ascii(name: &str) -> impl Iterator<Item = u8> {
    let letters = name.bytes().filter(u8::is_ascii_alphanumeric);
    letters.map(|byte| byte.to_ascii_lowercase())
}

fn folded(name: &str) -> impl Iterator<Item = char> {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::{fold_name, same_name};

    #[test]
    fn all_spellings_of_a_name_fold_to_one() {
        for name in ["roomId", "room_id", "RoomID", "room-id", "$room.id"] {
            assert_eq!(fold_name(name), "roomid");
            assert!(same_name(name, "Room Id"));
        }
        assert_eq!(fold_name("ÉtatÄ"), "étatä");
        assert_eq!(fold_name("+1"), "1");
    }
}
