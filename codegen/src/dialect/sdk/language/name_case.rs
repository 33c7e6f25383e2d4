//! How a generator changes the case of field names, and how to undo it.

use std::borrow::Cow;

use crate::claim::NameCase;

/// A name without what the generator did to it; `initialisms` are words that it writes in
/// capitals.
///
/// Pascal case becomes camel case: `RoomID` is `roomId` where `ID` is an initialism. Other
/// capitals are the wire's own, so `MemoryMB` is `memoryMB`.
pub(crate) fn undo<'n>(case: NameCase, name: &'n str, initialisms: &[&str]) -> Cow<'n, str> {
    if case != NameCase::Pascal || !name.starts_with(|c: char| c.is_ascii_uppercase()) {
        return Cow::Borrowed(name);
    }
    let mut undone = String::with_capacity(name.len());
    for word in words(name) {
        for (nth, part) in initials(word, initialisms).enumerate() {
            let known = initialisms.contains(&part);
            if undone.is_empty() {
                // A first word in capitals is one word in lower case, whatever it stands for.
                undone.push_str(&part.to_ascii_lowercase());
            } else if known || nth > 0 {
                undone.push_str(&part[..1]);
                undone.push_str(&part[1..].to_ascii_lowercase());
            } else {
                undone.push_str(part);
            }
        }
    }
    Cow::Owned(undone)
}

/// The words of a name in Pascal case, capitals in a row as one: `B64`, `JSON`, `Size`.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let mut rest = name;
    std::iter::from_fn(move || {
        let (word, after) = rest.split_at(word_end(rest));
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

fn word_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let upper = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_uppercase);
    let lower = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_lowercase);
    let mut end = 1.min(text.len());
    if upper(0) && upper(1) {
        while upper(end) {
            end += 1;
        }
        let plural = bytes.get(end) == Some(&b's') && !lower(end + 1);
        if plural {
            end += 1;
        } else if lower(end) {
            // The last capital belongs to the word that follows: `APIKey`.
            end -= 1;
        }
    }
    while end < text.len() && !upper(end) {
        end += 1;
    }
    end
}

/// Splits `HTMLURL` if it is made of initialisms only.
fn initials<'n>(word: &'n str, initialisms: &[&str]) -> impl Iterator<Item = &'n str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(known) = initialisms
        .iter()
        .filter(|known| rest.starts_with(**known))
        .max_by_key(|known| known.len())
    {
        let (part, after) = rest.split_at(known.len());
        parts.push(part);
        rest = after;
    }
    if !rest.is_empty() {
        parts = vec![word];
    }
    parts.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pascal_case_is_undone() {
        let initialisms = ["ID", "URL", "API", "HTML", "JSON", "TTL"];
        let cases = [
            ("ID", "id"),
            ("RoomID", "roomId"),
            ("IDs", "ids"),
            ("ClientIPs", "clientIPs"),
            ("APIKey", "apiKey"),
            ("AdminAPIKey", "adminApiKey"),
            ("HTMLURL", "htmlUrl"),
            ("PageHTMLURL", "pageHtmlUrl"),
            ("MemoryMB", "memoryMB"),
            ("MemoryMBUsed", "memoryMBUsed"),
            ("CPU", "cpu"),
            ("B64JSON", "b64Json"),
            ("Oauth2Client", "oauth2Client"),
            ("S3Bucket", "s3Bucket"),
            ("UtmSource", "utmSource"),
            ("X", "x"),
            ("Address_1", "address_1"),
            ("roomID", "roomID"),
            ("", ""),
            ("ÉtatURL", "ÉtatURL"),
            ("StraßeURL", "straßeUrl"),
        ];
        for (name, expected) in cases {
            assert_eq!(undo(NameCase::Pascal, name, &initialisms), expected);
        }
        assert_eq!(undo(NameCase::Pascal, "RoomID", &[]), "roomID");
        assert_eq!(undo(NameCase::Camel, "RoomID", &initialisms), "RoomID");
    }
}
