//! Docs that are no clean markdown, and what is deprecated.

use fieldtable::model::*;
use serde_json::json;

use crate::build::*;

const TEXTS: &[&str] = &[
    "ends a comment */ and starts one /* /** //! /// ",
    "#![x] and #[y]",
    "``` unclosed\nlet x = 1;",
    "```rust\nfn main() { panic!() }\n```",
    "    indented code\n    more",
    "[foo](javascript:alert(1)) [bar](../relative.md) [web](https://example.com/a_b?c=1&d=(2)) <https://auto.example>",
    "<script>alert(1)</script> after",
    "a <script>alert(1)</script> inline <b>bold</b> <br> next <br/>last",
    "<p>html <b>block</b></p>\n<ul><li>one</li><li>two</li></ul>\n\nafter",
    "[Vec] [`String`] [x][y] [^1] [ ] [crate::nothing] ![image](https://example.com/x.png)",
    "\u{202e}reversed\u{202c} zero\u{0}width\u{200b} bell\u{7} \u{2066}x\u{2069}",
    "{} {0} {name} {{",
    "placeholder <tier> and <your-id> and Vec<String> and a < b > c",
    "https://example.com/path_with_underscores, http://x.example/(a). See https://a.example?b=c|d",
    "# Heading\n## Another *one* **bold**\nSetext\n===\n",
    "- one\n- two\n  continued\n\n  paragraph\n  - nested\n    1. deep\n\n1) first\n2) second\n",
    "* a\n+ b\n\n> quote\n> > nested\n> - list in quote\n",
    "| a | b |\n|---|:-:|\n| `x|y` | <br> z |\n| only |\n",
    "1986\\. A year\n\n\\# no heading\n\n\\- no list\n\n\\+ no list",
    "soft\nbreak  \nhard break\\\nanother\n- list directly",
    "***bold italic*** ~~gone~~ _under_ snake_case __init__ * star ** ~~~",
    "`code` ``co`de`` ` ",
    "\\",
    "\"quotes\" 'and' \\backslashes\\ \\n \\u{41}",
    "&amp; &lt;b&gt; &copy; &nonsense;",
    ">>>>>>>>>>>>>>>>>>>>>>>>> deep",
    "- - - - - - - - - - - - - deep list",
    "<!-- comment --> visible <!-- unclosed",
    "\ttab\tseparated\r\nwindows\rmac",
    "",
    "   \n\n ",
    "[a]: https://example.com\n\n[a] is a reference, [text][a] too",
    "--- \n***\n___\n",
    "emoji \u{1f600} \u{e9}\u{301} \u{4f60}\u{597d}",
    "ends with backslash \\",
    "word`tick and ``` inside",
    "<details><summary>More</summary>text</details>",
    "@deprecated use {@link Foo}. $x^2$ $$y$$",
    "[link with `code` and *em*](https://example.com/%20 \"title\")",
    "[https://text.example](https://target.example)",
    "<T> </T> <a href=\"https://x.example\">x</a>",
    "entities &#x202e; &#27;[2J &#x9b;31m &#8203; &#0; &#x2028; &#xfeff; &#x2066; &#10;- no list &#96;no code&#96; &#60;b>",
];

pub fn documented() -> Vec<Model> {
    let fields = TEXTS
        .iter()
        .enumerate()
        .map(|(at, text)| described(optional(&format!("text_{at}"), Type::String), text))
        .collect();
    let whole = TEXTS.join("\n\n");
    let mut page = strukt("Documented", fields);
    page.docs.description = Some(whole.as_str().into());
    page.title = "Docu`mented [x]".to_owned();
    page.evidence[0].at.file = "specs/we`ird [x]/<y>.md".into();
    let mut nested = strukt(
        "operations::Documented",
        vec![
            example(
                required("long", map(Type::Any)),
                json!({"a": "```", "b": "x".repeat(100)}),
            ),
            example(
                wire(required("short", Type::String), "sh\"ort`"),
                json!("`tick` \u{202e}"),
            ),
            required("other", of("Documented")),
            required("up", of("Option")),
        ],
    );
    nested.docs.description = Some(format!("- {}", whole.replace('\n', "\n  ")).into());
    vec![
        page,
        nested,
        strukt(
            "a::deep::Down",
            vec![required("up", of("operations::Documented"))],
        ),
    ]
}

pub fn deprecations() -> Vec<Model> {
    let mut old = strukt(
        "Old",
        vec![
            deprecated(required("x", Type::Int32), ""),
            deprecated(optional("y", Type::Int32), "use [`z`] <now> \"quoted\""),
        ],
    );
    old.docs.deprecated = Some("Use something else".to_owned());
    old.traits = Traits {
        copy: true,
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        default: true,
    };
    let mut old_enum = text_enum("OldEnum", &[("A", "a")], Some("Unknown"));
    old_enum.docs.deprecated = Some(String::new());
    old_enum.traits = Traits {
        eq: true,
        hash: true,
        ord: true,
        partial_ord: true,
        default: true,
        copy: false,
    };
    let mut old_number = integer_enum("OldNumber", &[("A", 1)], Some("Unknown"));
    old_number.docs.deprecated = Some(String::new());
    let mut old_closed = text_enum("OldClosed", &[("A", "a")], None);
    old_closed.docs.deprecated = Some(String::new());
    let mut old_flags = flags("OldFlags", &[("A", 1)]);
    old_flags.docs.deprecated = Some("no more".to_owned());
    let mut old_union = union(
        "OldUnion",
        None,
        vec![
            ("Old", of("Old"), object(&[], &["x"], &["y"])),
            ("Text", Type::String, WireShape::Text),
        ],
    );
    old_union.docs.deprecated = Some("no more".to_owned());
    let mut old_alias = alias("OldAlias", list(of("Old")));
    old_alias.docs.deprecated = Some("no more".to_owned());
    let uses = strukt(
        "UsesOld",
        vec![
            required("old", of("Old")),
            optional("old_enum", of("OldEnum")),
            field("old_union", of("OldUnion"), Presence::OptionalNullable),
            field("old_alias", of("OldAlias"), Presence::RequiredNullable),
            deprecated(required("old_number", of("OldNumber")), "x"),
        ],
    );
    vec![
        old, old_enum, old_number, old_closed, old_flags, old_union, old_alias, uses,
    ]
}
