//! Names without what their spellings differ in.

/// A name without case and separators: `roomid` for `roomId`, `room_id` and `Room-ID`.
pub(crate) fn fold_name(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::fold_name;

    #[test]
    fn all_spellings_of_a_name_fold_to_one() {
        for name in ["roomId", "room_id", "RoomID", "room-id", "$room.id"] {
            assert_eq!(fold_name(name), "roomid");
        }
        assert_eq!(fold_name("ÉtatÄ"), "étatä");
        assert_eq!(fold_name("+1"), "1");
    }
}
