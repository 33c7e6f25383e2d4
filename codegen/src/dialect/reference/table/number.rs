//! Numbers in the cells of values: `3`, `-1`, `0x8`, `1 << 3`.

/// A number in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i128,
    pub form: Form,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Decimal,
    Hex,
    /// `1 << 3`.
    Shift,
}

/// The number that a cell is: text in brackets and marks of footnotes may follow.
pub(super) fn number(text: &str) -> Option<Number> {
    let text = text.trim();
    if let Some((before, after)) = text.split_once("<<") {
        return shift(before, after);
    }
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '*' | '^' | '\\'));
    let (head, rest) = text.split_at(end.unwrap_or(text.len()));
    let rest = rest.trim_start();
    if !(rest.is_empty() || rest.starts_with(['(', '[', '*', '^', '\\', '†'])) {
        return None;
    }
    let (sign, digits) = match head.strip_prefix(['-', '−']) {
        Some(digits) => (-1, digits),
        None => (1, head.strip_prefix('+').unwrap_or(head)),
    };
    let hex = digits.strip_prefix("0x").or(digits.strip_prefix("0X"));
    let (digits, radix, form) = match hex {
        Some(hex) => (hex, 16, Form::Hex),
        None => (digits, 10, Form::Decimal),
    };
    if digits.len() > 30 || !digits.bytes().all(|b| b.is_ascii_hexdigit() || b == b'_') {
        return None;
    }
    let value = i128::from_str_radix(&digits.replace('_', ""), radix).ok()?;
    Some(Number {
        value: sign * value,
        form,
    })
}

/// The bit of `1 << 3`; other text may stand around it, as in `0x8 (1 << 3)`.
fn shift(before: &str, after: &str) -> Option<Number> {
    let before = before.trim_end();
    let base = before.rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| {
        at + before[at..].chars().next().map_or(1, char::len_utf8)
    });
    let base: i128 = before[base..].parse().ok()?;
    let after = after.trim_start();
    let end = after.find(|c: char| !c.is_ascii_digit());
    let bits: u32 = after[..end.unwrap_or(after.len())].parse().ok()?;
    let value = (bits < 64 && (1..=i128::from(u32::MAX)).contains(&base)).then(|| base << bits)?;
    Some(Number {
        value,
        form: Form::Shift,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers() {
        for (text, value, form) in [
            ("3", 3, Form::Decimal),
            (" -1 ", -1, Form::Decimal),
            ("+7", 7, Form::Decimal),
            ("3 (old)", 3, Form::Decimal),
            ("3*", 3, Form::Decimal),
            ("3 ^1^", 3, Form::Decimal),
            ("0x10", 16, Form::Hex),
            ("0x0001_0000", 65536, Form::Hex),
            ("1 << 3", 8, Form::Shift),
            ("1<<0", 1, Form::Shift),
            ("0x8 (1 << 3)", 8, Form::Shift),
            ("1 << 63 *", 1 << 63, Form::Shift),
        ] {
            assert_eq!(number(text), Some(Number { value, form }), "{text}");
        }
        for text in [
            "",
            "-",
            "a",
            "3 s",
            "1.5",
            "1 << 64",
            "x << 3",
            "1 <<",
            "0x",
            "3-5",
            "é<<1",
            "abc",
            "1234567890123456789012345678901",
        ] {
            assert_eq!(number(text), None, "{text}");
        }
    }
}
