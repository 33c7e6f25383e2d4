//! Bytes as text.

/// Why bytes are no text that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flaw {
    /// They are UTF-16.
    Utf16,
    /// They are not UTF-8: the first byte that is not, and how many stand before it.
    Byte(u8, usize),
    /// They are more than a page may hold: where the line begins that is too much.
    TooMuch(usize),
}

/// Whether bytes are text as they are.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    utf16(bytes).is_none() && std::str::from_utf8(bytes).is_ok()
}

/// The text of bytes; if it is not UTF-8, as much of it as can be read, and what is wrong.
pub(crate) fn decode(bytes: Vec<u8>) -> (String, Option<Flaw>) {
    if let Some(unit) = utf16(&bytes) {
        let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
        let text = String::from_utf16_lossy(&units.collect::<Vec<_>>());
        let text = text.trim_start_matches('\u{feff}').to_owned();
        return (text, Some(Flaw::Utf16));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.as_bytes();
            let flaw = Flaw::Byte(bytes[at], at);
            (String::from_utf8_lossy(bytes).into_owned(), Some(flaw))
        }
    }
}

/// How two bytes are one unit, if they are: by the mark at the start, or because every other byte of
/// the first letters is zero.
fn utf16(bytes: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    match bytes {
        [0xff, 0xfe, ..] | [1..=255, 0, 1..=255, 0, ..] => Some(u16::from_le_bytes),
        [0xfe, 0xff, ..] | [0, 1..=255, 0, 1..=255, ..] => Some(u16::from_be_bytes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_utf_8_and_anything_else_is_named() {
        let utf16 = |text: &str, bytes: fn(u16) -> [u8; 2]| {
            let units = text.encode_utf16();
            units.flat_map(bytes).collect::<Vec<u8>>()
        };
        let cases = [
            ("# é".as_bytes().to_vec(), "# é", None),
            (Vec::new(), "", None),
            (
                b"# caf\xe9 \xff".to_vec(),
                "# caf\u{fffd} \u{fffd}",
                Some(Flaw::Byte(0xe9, 5)),
            ),
            (b"\xc3".to_vec(), "\u{fffd}", Some(Flaw::Byte(0xc3, 0))),
            (
                utf16("\u{feff}# A", u16::to_le_bytes),
                "# A",
                Some(Flaw::Utf16),
            ),
            (
                utf16("\u{feff}# A", u16::to_be_bytes),
                "# A",
                Some(Flaw::Utf16),
            ),
            (utf16("# A", u16::to_le_bytes), "# A", Some(Flaw::Utf16)),
            (utf16("# A", u16::to_be_bytes), "# A", Some(Flaw::Utf16)),
        ];
        for (bytes, text, flaw) in cases {
            assert_eq!(decode(bytes), (text.to_owned(), flaw));
        }
    }
}
