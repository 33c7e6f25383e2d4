//! Names and texts that something may stumble over.

use crate::choices::Choices;

/// Titles of models. The first are few, so that types find them.
pub const TITLES: &[&str] = &[
    "House",
    "Roof",
    "Pet",
    "Option",
    "String",
    "Value",
    "Self",
    "self",
    "type",
    "Default",
    "Result",
    "Box",
    "Maybe",
    "DateTime",
    "Number",
    "Error",
    "T",
    "mod",
    "lib",
    "con",
    "std",
    "A b<c>",
    "X`y`",
    "1",
    "_",
    "\u{202e}evil",
    "&#x202e;evil",
    "na\u{ef}ve",
    "House2",
    "house",
    "HOUSE",
    "List",
    "Foo",
    "foo::Bar",
    "../up",
    "\u{200b}",
    "\u{4f60}\u{597d}",
    "e\u{301}",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\
     aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

/// Names of fields and values.
const NAMES: &[&str] = &[
    "id",
    "type",
    "kind",
    "createdAt",
    "created_at",
    "CreatedAt",
    "self",
    "Self",
    "crate",
    "super",
    "_",
    "__pydantic_extra__",
    "additionalProperties",
    "AdditionalProperties",
    "new",
    "foo",
    "a.b",
    "a[0].b",
    "a-b",
    "$ref",
    "@id",
    "1st",
    "\u{202e}",
    "&#27;",
    "&#x200b;x",
    "x\\|y",
    "a b",
    "\u{e9}t\u{e9}",
    "-created_at",
    "fn",
    "r#fn",
    "gen",
    "value",
    "key",
    "with_id",
    "httpMeta",
    "statusCode",
    "contentType",
    "rawResponse",
    "-1",
    "0",
    "1.5",
    "true",
    "null",
    "9223372036854775808",
    "",
    "*",
    "a*",
    "id?",
];

/// Descriptions.
const TEXTS: &[&str] = &[
    "N/A",
    "A house.",
    "ends */ a comment /* and `code` with ``two``",
    "&#x202e;reversed &#27;[31m red &lt;b&gt; &#0; &ZeroWidthSpace; &nbsp; &shy;",
    "\u{202e}reversed\u{202c} \u{200b}\u{7}\u{1b}[31m\u{9b}31m",
    "```rust<br/>fn main() { panic!() }<br/>```",
    "    indented<br/>    code<br/><br/>    more",
    "[a](javascript:alert(1)) ![b](https://x.example/y.png) [c](../up.md) [d]: http://e",
    "<script>alert(1)</script> <img src=x onerror=y> <a href=\"x\">y</a>",
    "One of `a`, `b` or `c`. Defaults to `a`.",
    "`created_at` or `-updated_at`, `createdAt`",
    ": warning: ** DEPRECATED **: Use `x`.<br/><br/>Old.",
    ":warning: **DEPRECATED**: no more",
    "May be null. Deprecated. Read-only. (deprecated)",
    "- one<br/>- two<br/>  1. three<br/>> four",
    "# Heading<br/>text<br/>===<br/>more<br/>---",
    "\\| \\< \\> \\` \\[ \\] \\\\ \\",
    "#[derive(X)] #![x] /// //! /** */ \" ' { } {} {0}",
    "https://example.com/a_b?c=1&d=(2) <https://auto.example> a@b.example",
    "see [House](#house) and [Roof][] and [`Pet`] [x][y] [^1] [^1]: note",
    "<T> Vec<T> &amp;amp; &amp;#x202e; &notanentity;",
    "word<br><br/><br />word<p>p</p><ul><li>x</li></ul>",
    "\\n \\u{41} \\x41 \u{2028}\u{2029}\u{85}\u{c}",
    "~~gone~~ ***bold*** __init__ snake_case_ *",
];

/// A name that is often one that others have too.
pub fn name(choices: &mut Choices) -> String {
    if choices.once_in(16) {
        return one_line(&choices.raw());
    }
    choices.one(NAMES).to_owned()
}

/// A title that is often one that others have too.
pub fn title(choices: &mut Choices) -> String {
    match choices.below(16) {
        0..=9 => choices.one(&TITLES[..6]).to_owned(),
        15 => one_line(&choices.raw()),
        _ => choices.one(TITLES).to_owned(),
    }
}

/// A text of a cell.
pub fn text(choices: &mut Choices) -> String {
    match choices.below(8) {
        0..=2 => TEXTS[choices.below(2)].to_owned(),
        7 => one_line(&choices.raw()),
        6 => format!("{} {}", choices.one(TEXTS), choices.one(TEXTS)),
        _ => choices.one(TEXTS).to_owned(),
    }
}

/// A text between blocks, with lines of its own.
pub fn prose(choices: &mut Choices) -> String {
    let text = text(choices);
    if choices.once_in(2) {
        text.replace("<br/>", "\n")
    } else {
        text
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}
