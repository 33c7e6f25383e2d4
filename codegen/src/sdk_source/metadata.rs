//! The notes by which SDK generators say where a field goes in a request.

/// The kinds of notes that name a key.
const KINDS: &[&str] = &[
    "queryParam",
    "pathParam",
    "header",
    "cookie",
    "form",
    "multipartForm",
];

/// The key in a note of one kind: `page[size]` for `queryParam` and
/// `style=form,explode=true,name=page[size]`; `None` where it names none.
pub(crate) fn key_of<'t>(kind: &str, note: &'t str) -> Option<&'t str> {
    let is_known = KINDS.contains(&kind.trim());
    let mut parts = note.split(',').map(str::trim);
    let name = parts.find_map(|part| part.strip_prefix("name="));
    name.filter(|name| is_known && !name.is_empty())
}

/// The key in a note with its kind: `queryParam:style=form,name=page`.
pub(crate) fn key(note: &str) -> Option<&str> {
    let (kind, note) = note.split_once(':')?;
    key_of(kind, note)
}

#[cfg(test)]
mod tests {
    use super::key;

    #[test]
    fn a_note_names_the_key_of_what_is_sent() {
        assert_eq!(
            key("queryParam:style=form,explode=true,name=page[size]"),
            Some("page[size]")
        );
        assert_eq!(key("multipartForm:file,name=scan"), Some("scan"));
        assert_eq!(key("multipartForm:content"), None);
        assert_eq!(key("request:mediaType=application/json"), None);
        assert_eq!(key("security:scheme,type=http,name=Authorization"), None);
        assert_eq!(key("name=x"), None);
    }
}
