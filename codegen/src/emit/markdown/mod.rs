//! Vendors' markdown as markdown that rustdoc takes without a warning.
//!
//! Text is parsed and written anew: what is written means the same to rustdoc, or is plain text.

mod inline;
mod tags;
mod text;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd, TextMergeStream};

use inline::Inline;
use text::visible;
pub(super) use text::{code_span, fenced};

const OPTIONS: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// Deeper lists and quotes are written flat.
const MAX_DEPTH: usize = 8;

/// The lines of a cleaned description.
pub(super) fn clean(text: &str) -> Vec<String> {
    let text = visible(text);
    let mut events = TextMergeStream::new(Parser::new_ext(&text, OPTIONS));
    let mut writer = Writer { depth: 0 };
    join(writer.blocks(&mut events), true)
}

struct Writer {
    depth: usize,
}

type Events<'a> = TextMergeStream<'a, Parser<'a>>;

/// The lines of one block.
type Block = Vec<String>;

impl Writer {
    /// The blocks up to the end of their container.
    fn blocks(&mut self, events: &mut Events) -> Vec<Block> {
        let mut blocks = Vec::new();
        // A tight list's items have text without a paragraph around it.
        let mut loose = Inline::default();
        while let Some(event) = events.next() {
            match event {
                Event::Start(tag) if is_block(&tag) => {
                    blocks.extend(loose.take());
                    blocks.extend(self.block(&tag, events));
                }
                Event::End(end) if !is_inline_end(end) => break,
                Event::Rule => blocks.extend(loose.take()),
                event => loose.push(event),
            }
        }
        blocks.extend(loose.take());
        blocks
    }

    fn block(&mut self, tag: &Tag, events: &mut Events) -> Vec<Block> {
        match tag {
            Tag::CodeBlock(_) => vec![code_block(events)],
            Tag::HtmlBlock => html_block(events),
            Tag::Table(_) => vec![table(events)],
            Tag::Heading { .. } => {
                let mut inline = Inline::heading();
                inline.read(events);
                let text = inline.text().replace("\\\n", " ");
                if text.is_empty() {
                    Vec::new()
                } else {
                    vec![vec![format!("**{text}**")]]
                }
            }
            Tag::BlockQuote(_) => self.container(events, |block| indent(&block, "> ", "> ")),
            Tag::List(start) => {
                let mut number = *start;
                let mut items = Vec::new();
                while let Some(Event::Start(_)) = events.next() {
                    let marker = number.map_or_else(|| "- ".to_owned(), |n| format!("{n}. "));
                    number = number.map(|n| n.saturating_add(1));
                    let blanks = " ".repeat(marker.len());
                    items.extend(self.container(events, |block| indent(&block, &marker, &blanks)));
                }
                vec![items.into_iter().flatten().collect()]
            }
            _ => self.blocks_of_paragraph(events),
        }
    }

    fn blocks_of_paragraph(&mut self, events: &mut Events) -> Vec<Block> {
        let mut inline = Inline::default();
        inline.read(events);
        inline.take().into_iter().collect()
    }

    fn container(&mut self, events: &mut Events, wrap: impl Fn(Block) -> Block) -> Vec<Block> {
        if self.depth == MAX_DEPTH {
            return flat(events);
        }
        self.depth += 1;
        let inner = self.blocks(events);
        self.depth -= 1;
        let lines = join(inner, false);
        if lines.is_empty() {
            return Vec::new();
        }
        vec![wrap(lines)]
    }
}

/// The text of a container without its structure.
fn flat(events: &mut Events) -> Vec<Block> {
    let mut inline = Inline::default();
    let mut open = 0_usize;
    for event in events.by_ref() {
        match event {
            Event::Start(_) => open += 1,
            Event::End(_) if open == 0 => break,
            Event::End(_) => {
                open -= 1;
                inline.push(Event::SoftBreak);
            }
            event => inline.push(event),
        }
    }
    inline.take().into_iter().collect()
}

/// Blocks under each other. Lists stay together where the container is a list's item.
fn join(blocks: Vec<Block>, spaced: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for block in blocks {
        let tight = !spaced && block.first().is_some_and(|line| line.starts_with("- "));
        if !lines.is_empty() && !tight {
            lines.push(String::new());
        }
        lines.extend(block);
    }
    lines
}

fn indent(lines: &[String], first: &str, next: &str) -> Block {
    let mut indented = Vec::with_capacity(lines.len());
    for (at, line) in lines.iter().enumerate() {
        let prefix = if at == 0 { first } else { next };
        indented.push(format!("{prefix}{line}").trim_end().to_owned());
    }
    indented
}

fn code_block(events: &mut Events) -> Block {
    let mut code = String::new();
    for event in events.by_ref() {
        match event {
            Event::Text(text) => code.push_str(&text),
            _ => break,
        }
    }
    fenced("text", &code)
}

fn html_block(events: &mut Events) -> Vec<Block> {
    let mut html = String::new();
    for event in events.by_ref() {
        match event {
            Event::Html(text) | Event::Text(text) => html.push_str(&text),
            _ => break,
        }
    }
    let mut inline = Inline::default();
    inline.html(&html);
    inline.take().into_iter().collect()
}

fn table(events: &mut Events) -> Block {
    let mut rows: Vec<Vec<String>> = Vec::new();
    while let Some(event) = events.next() {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => rows.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                let mut inline = Inline::cell();
                inline.read(events);
                let cell = inline.text().replace("\\\n", " ");
                if let Some(row) = rows.last_mut() {
                    row.push(cell);
                }
            }
            Event::End(TagEnd::Table) => break,
            _ => {}
        }
    }
    let columns = rows.first().map_or(0, Vec::len);
    let mut lines: Vec<_> = rows
        .iter()
        .map(|row| format!("| {} |", row.join(" | ")))
        .collect();
    if !lines.is_empty() {
        lines.insert(1, format!("|{}", " --- |".repeat(columns)));
    }
    lines
}

fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(
        end,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
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
            ("a <b>bold</b> <tier> x", "a **bold** \\<tier\\> x"),
            ("one<br>two", "one\\\ntwo"),
            ("<p>a</p><script>x()</script>", "a"),
            ("# Title *x*", "**Title *x***"),
            ("1\\. year", "1\\. year"),
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
}
