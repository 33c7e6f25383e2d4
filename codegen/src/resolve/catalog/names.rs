//! Names, interned.

use super::ids::NameId;
use crate::map::IndexMap;

/// Names that differ in spelling alone, as one number.
#[derive(Debug)]
pub(crate) struct Names {
    /// What all spellings of a name have in common.
    plain: fn(&str) -> String,
    plain_names: IndexMap<String, NameId>,
    spellings: IndexMap<String, NameId>,
}

impl Names {
    /// Names that are the same where `plain` makes the same of them.
    pub fn new(plain: fn(&str) -> String) -> Self {
        Self {
            plain,
            plain_names: IndexMap::default(),
            spellings: IndexMap::default(),
        }
    }

    /// The number of a name, which may be new.
    pub fn add(&mut self, spelling: &str) -> NameId {
        if let Some(&known) = self.spellings.get(spelling) {
            return known;
        }
        let plain = (self.plain)(spelling);
        let next = NameId::new(self.plain_names.len());
        let name = *self.plain_names.entry(plain).or_insert(next);
        self.spellings.insert(spelling.to_owned(), name);
        name
    }

    /// The number of a name, if there is such a name.
    pub fn get(&self, spelling: &str) -> Option<NameId> {
        let known = self.spellings.get(spelling).copied();
        known.or_else(|| self.plain_names.get(&(self.plain)(spelling)).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::Names;
    use crate::fold::fold_name;

    #[test]
    fn all_spellings_of_a_name_have_its_number() {
        let mut names = Names::new(fold_name);
        let room = names.add("roomId");
        assert_eq!(names.add("room_id"), room);
        assert_ne!(names.add("room"), room);
        assert_eq!(names.get("ROOM-ID"), Some(room));
        assert_eq!(names.get("lobby"), None);
    }
}
