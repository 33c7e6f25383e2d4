//! The parts of a link's target, and labels of definitions.

/// The target of a link, cut at its `#`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link<'a> {
    /// What stands before the `#`, without a query: a page, a URL, or nothing for this page.
    pub page: &'a str,
    /// The anchor behind it, percent-decoded; nothing if it is empty.
    pub anchor: Option<String>,
}

impl<'a> Link<'a> {
    /// Cuts a target.
    ///
    /// ```
    /// use fieldtable::page::Link;
    ///
    /// let link = Link::new("/rooms/list?tab=1#get-%28all%29");
    /// assert_eq!(link.page, "/rooms/list");
    /// assert_eq!(link.anchor.as_deref(), Some("get-(all)"));
    /// ```
    #[must_use]
    pub fn new(target: &'a str) -> Self {
        let (page, anchor) = match target.split_once('#') {
            Some((page, anchor)) => (page, decode(anchor)),
            None => (target, String::new()),
        };
        Self {
            page: page.split_once('?').map_or(page, |(page, _)| page),
            anchor: Some(anchor).filter(|anchor| !anchor.is_empty()),
        }
    }

    /// The page and the anchor that an anchor with a slash names: `ROOMS_LIST` and `room-object` of
    /// `#ROOMS_LIST/room-object`. What `ROOMS_LIST` means is for the caller to know.
    #[must_use]
    pub fn old_style(&self) -> Option<(&str, &str)> {
        let (page, anchor) = self.anchor.as_deref()?.rsplit_once('/')?;
        (self.page.is_empty() && !page.is_empty() && !anchor.is_empty()).then_some((page, anchor))
    }
}

/// Resolves `%28`; what is no such escape, or gives no text, stays as it is.
pub(crate) fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, below)) = rest.split_first() {
        let hex = below.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let hex = hex.filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()));
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if first == b'%' => {
                bytes.push(byte);
                rest = &below[2..];
            }
            _ => {
                bytes.push(first);
                rest = below;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// A label as links and definitions compare it: without case, blanks single.
pub(crate) fn fold_label(label: &str) -> String {
    let words = label.split_whitespace().collect::<Vec<_>>();
    words.join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_targets() {
        for (target, page, anchor) in [
            ("rooms.md", "rooms.md", None),
            ("#a", "", Some("a")),
            ("../rooms#", "../rooms", None),
            ("x#a%20b%", "x", Some("a b%")),
            ("x#%ff", "x", Some("%ff")),
            ("x#%C3%BC", "x", Some("ü")),
            ("x#%+1", "x", Some("%+1")),
        ] {
            let link = Link::new(target);
            assert_eq!((link.page, link.anchor.as_deref()), (page, anchor));
        }
    }

    #[test]
    fn old_anchors_name_page_and_section() {
        let parts = |target: &str| {
            let link = Link::new(target);
            link.old_style().map(|(a, b)| format!("{a} {b}"))
        };
        assert_eq!(
            parts("#ROOMS_LIST/room").as_deref(),
            Some("ROOMS_LIST room")
        );
        assert_eq!(parts("#A%2Fb").as_deref(), Some("A b"));
        for target in ["#a", "page#a/b", "#/a", "#a/"] {
            assert_eq!(parts(target), None);
        }
    }

    #[test]
    fn labels_are_folded() {
        assert_eq!(fold_label(" Room\n  Ä "), "room ä");
    }
}
