//! Markdown and HTML of descriptions, and what rustdoc gets.

use super::clean;

#[test]
fn keeps_what_is_harmless_and_escapes_the_rest() {
    let table = [
        (
            "plain `code` *em* **strong** ~~gone~~",
            "plain `code` *em* **strong** ~~gone~~",
        ),
        (
            "[web](https://a.example/b_c \"title\")",
            "[web](<https://a.example/b_c>)",
        ),
        ("[here](../x.md) [js](javascript:x)", "here js"),
        (
            "[https://a.example/b](../x.md) [cut](https:)",
            "<https://a.example/b> cut",
        ),
        (
            "see https://a.example/b. Then",
            "see <https://a.example/b>. Then",
        ),
        (
            "[Vec] [x][y] snake_case __init__",
            "\\[Vec\\] \\[x\\]\\[y\\] snake_case **init**",
        ),
        ("a <b>bold</b> <tier> x", "a **bold** \\<tier> x"),
        ("$5 & n > 1, x^2", "$5 & n > 1, x^2"),
        ("\\> no quote &amp;lt;", "\\> no quote \\&lt;"),
        ("one<br>two", "one\\\ntwo"),
        ("<p>a</p><script>x()</script>", "a"),
        ("# Title *x*", "**Title *x***"),
        ("1\\. year", "1\\. year"),
        ("~~<wbr>~~ x", "\\~~~~ x"),
        ("```rust\nlet x;\n```", "```text\nlet x;\n```"),
        ("```\n\u{202e}x", "```text\nx\n```"),
        ("- a\n  - b\n- c", "- a\n  - b\n- c"),
        ("3. a\n4. b", "3. a\n4. b"),
        ("> a\n> - b", "> a\n> - b"),
        (
            "|a|b|\n|-|-|\n|`x`|y",
            "| a | b |\n| --- | --- |\n| `x` | y |",
        ),
        ("a\nb\n\nc", "a b\n\nc"),
        ("\u{0}\u{7}\u{200b}", ""),
        ("![alt](https://a.example/x.png)", "alt"),
    ];
    for (text, expected) in table {
        assert_eq!(clean(text).join("\n"), expected, "{text}");
    }
}

#[test]
fn html_that_is_closed_as_it_was_opened_keeps_its_meaning() {
    let table = [
        (
            "the <a class=\"x\" href=\"https://a.example/b_c?d=1&amp;e\" target=_blank>*long* list</a>.",
            "the [*long* list](<https://a.example/b_c?d=1&e>).",
        ),
        (
            "<a href=https://a.example>https://a.example</a>",
            "<https://a.example>",
        ),
        (
            "<a href=https://a.example>see https://b.example_</a>",
            "[see https://b.example\\_](<https://a.example>)",
        ),
        ("<code>List<Order> a_b *x*</code>", "`List<Order> a_b x`"),
        (
            "<i>one</i>, <b> two </b><s>three</s>",
            "*one*, **two** ~~three~~",
        ),
        (
            "<a href='https://a.example'><b>x</b> <code>y</code></a>",
            "[**x** `y`](<https://a.example>)",
        ),
        ("<ul><li><b>x</b></li><li>y</li></ul>", "**x**\\\ny"),
        ("<b><i> x</i></b> y", "***x*** y"),
        ("<b>x<br>y</b>", "**x\\\ny**"),
        (
            "|a|\n|-|\n|<code>x\\|y</code>|",
            "| a |\n| --- |\n| `x\\|y` |",
        ),
        // What would not be read as emphasis.
        ("a<b>(x)</b>b", "a(x)b"),
    ];
    for (text, expected) in table {
        assert_eq!(clean(text).join("\n"), expected, "{text}");
    }
}

#[test]
fn html_that_overlaps_or_is_left_open_is_text() {
    let table = [
        ("<b>x <i>y</b> z</i>", "x y z"),
        ("*a <b>x* y</b>", "*a x* y"),
        ("<b>x *y</b> z*", "x *y z*"),
        ("<b>x <code>y", "x y"),
        (
            "[x](h<i>ttps://a.example/b c)",
            "\\[x\\](<https://a.example/b> c)",
        ),
        (
            "<a href=\"https://a.example\">x https://b.example",
            "x <https://b.example>",
        ),
        ("x</b> y</a>", "x y"),
        ("<a href=\"javascript:x\">y</a>", "y"),
        ("<a name=\"here\">y</a>", "y"),
        ("<li><b>x</li><li>y</b></li>", "x\\\ny"),
        (
            "<a href=\"https://a.example\">[x](https://b.example)</a>",
            "[x](<https://b.example>)",
        ),
    ];
    for (text, expected) in table {
        assert_eq!(clean(text).join("\n"), expected, "{text}");
    }
}

#[test]
fn is_stable_under_itself() {
    let texts = [
        "a * b _c_ [x] <y> | & ~ 1. # -",
        "- a\n\n  b\n- c",
        "> x\n\n`` ` ``",
    ];
    for text in texts {
        let once = clean(text);
        assert_eq!(clean(&once.join("\n")), once, "{text}");
    }
}

#[test]
fn deep_nesting_ends() {
    for text in [
        ">".repeat(5_000),
        "- ".repeat(5_000),
        "[".repeat(5_000),
        "*a ".repeat(5_000),
        "<b>a ".repeat(5_000),
    ] {
        assert!(clean(&text).len() <= 2);
    }
}

#[test]
fn prose_is_what_a_parser_makes_nothing_else_of() {
    let signs = [
        "a", "Bc", "1", " ", "`", "`d`", "_", ":", "://", "\n", "-", "#", "=", ".", "!", "(",
        "http",
    ];
    let mut seen = 0;
    for number in 0..signs.len().pow(4) {
        let sign = |at| signs[number / signs.len().pow(at) % signs.len()];
        let text = format!("e{}", (0..4).map(sign).collect::<String>());
        if super::is_prose(&text) {
            seen += 1;
            assert_eq!(super::clean(&text), super::parsed(&text), "{text:?}");
        }
    }
    assert!(seen > 10_000, "{seen}");
    for text in [
        "", " a", "1. a", "- a", "`` a``", "a\n\nb", "a  \nb", "a\n# b", "a*b*", "a &amp;",
    ] {
        assert!(!super::is_prose(text), "{text:?}");
    }
}
