//! What a name is made of.

use crate::fold::fold_name;

/// What a name is made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct NameParts {
    /// The heading that names it; empty if none does.
    pub core: String,
    /// The same with words that were taken off it, the shorter first.
    pub longer: Vec<String>,
    /// The generic headings below it that tell a role.
    pub role: String,
    /// All of them.
    pub generic: String,
    /// The field whose table it is, or what its sentence calls it.
    pub label: String,
    /// Brackets and tabs: the case that it is for.
    pub cases: Vec<String>,
    /// The headings above it that name something, the nearest first.
    pub above: Vec<String>,
    /// The title of its page.
    pub page: String,
    /// What tells its page from others that say the same; empty if none does.
    pub path: String,
}

impl NameParts {
    /// The names that it may have, the best first; each is unlike the one before.
    pub fn candidates(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let mut add = |name: String| {
            let name = self.with_path(&name);
            let is_new = |last: &String| fold_name(last) != fold_name(&name);
            if !name.is_empty() && names.last().is_none_or(is_new) {
                names.push(name);
            }
        };
        let own = join([self.core.as_str(), &self.role, &self.label]);
        let full = match self.generic.as_str() {
            "" => own.clone(),
            generic => join([self.core.as_str(), generic, &self.label]),
        };
        let cases = self.cases.join(" ");
        let cased = join([full.as_str(), &cases]);
        let parent = self.above.first().map_or("", String::as_str);
        add(own.clone());
        add(full.clone());
        add(cased.clone());
        for longer in &self.longer {
            add(join([longer.as_str(), &self.role, &self.label, &cases]));
        }
        add(join([parent, &own]));
        add(join([self.page.as_str(), &own]));
        let mut longest = join([self.page.as_str(), parent, &cased]);
        add(longest.clone());
        for above in self.above.iter().skip(1) {
            longest = join([above.as_str(), &longest]);
            add(longest.clone());
        }
        names
    }

    /// A name with what tells its page from others: before it, but a number behind it.
    fn with_path(&self, name: &str) -> String {
        if self.path.starts_with(|c: char| c.is_ascii_digit()) {
            let path = self.path.replace('.', "_");
            return format!("{name} {path}");
        }
        join([self.path.as_str(), name])
    }
}

/// Joins parts of a name; one whose words all stand in the part behind it adds nothing.
pub(crate) fn join<const N: usize>(parts: [&str; N]) -> String {
    let mut name = String::new();
    for part in parts.iter().rev() {
        if part.is_empty() || has_words(&name, part) {
            continue;
        }
        name = if name.is_empty() {
            (*part).to_owned()
        } else {
            format!("{part} {name}")
        };
    }
    name
}

/// Whether a name begins with the words of a part.
fn has_words(name: &str, part: &str) -> bool {
    let words = |text: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect::<Vec<_>>()
    };
    words(name).starts_with(&words(part))
}
