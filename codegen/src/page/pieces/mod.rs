//! Large pages in pieces, so that the parser's tree of the whole page is never there at once: it
//! takes many times the size of the page.
//!
//! A piece ends where a block at the top level must begin, whatever stands before it: behind a blank
//! line, at the first column. Only code, HTML and metadata that are still open there go on. A table or
//! list that is longer than a piece is cut between its lines: see [`long`].

mod long;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

use super::{broken_rows, link};
pub(super) use long::{is_mark, is_plain};

/// What of markdown pages have.
pub(in crate::page) const OPTIONS: Options = Options::ENABLE_TABLES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

/// Smaller pages are read as a whole.
pub(super) const LARGE: usize = 1 << 20;
/// The size of a piece, at least.
pub(super) const PIECE: usize = 1 << 15;

/// The pieces of a page, and what links in one of them find in the others.
pub(super) struct Pieces {
    pub pieces: Vec<Piece>,
    /// The definitions of the page, by their labels without case: target and range.
    pub definitions: BTreeMap<String, (String, Range<usize>)>,
}

/// A part of a page that is read at once.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub range: Range<usize>,
    /// The block that the piece before has begun and this one goes on with.
    pub goes_on: Option<Begun>,
    /// Where the block ends, far behind the piece, that begins in the piece and is cut at its end.
    pub cut: Option<usize>,
}

/// A block that is longer than a piece.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Begun {
    /// A table, and its header with the line of dashes.
    Table(Range<usize>),
    /// A list without blank lines.
    List,
    /// A paragraph of plain lines.
    Paragraph,
}

impl Pieces {
    /// Cuts a text into pieces of a size, or more; `None` if it must be read as a whole: where a label
    /// is defined in two pieces, the first must hold in both.
    pub fn of(text: &str, size: usize) -> Option<Self> {
        let mut found = Self {
            pieces: Vec::new(),
            definitions: BTreeMap::new(),
        };
        if broken_rows::has_lone_return(text) {
            return None;
        }
        let (mut start, mut least) = (0, size);
        while start < text.len() {
            let end = boundary(text, start + least).unwrap_or(text.len());
            if end - start > 2 * least
                && let Some(long) = long::cut(text, start, start + least, size)
            {
                found.define(text, start, long[0].range.end)?;
                start = long.last()?.range.end;
                least = size;
                found.pieces.extend(long);
                continue;
            }
            if end == text.len() && start == 0 {
                return None;
            }
            let piece = &text[start..end];
            if end < text.len()
                && (has_open_metadata(piece)
                    || !is_closed(Parser::new_ext(piece, OPTIONS), piece.len()))
            {
                // Twice as much, so that all attempts together take no more than the page does.
                least = 2 * piece.len();
                continue;
            }
            found.define(text, start, end)?;
            found.pieces.push(Piece {
                range: start..end,
                goes_on: None,
                cut: None,
            });
            (start, least) = (end, size);
        }
        Some(found)
    }

    /// Keeps the definitions of a piece.
    fn define(&mut self, text: &str, start: usize, end: usize) -> Option<()> {
        let piece = &text[start..end];
        // No definition is without it.
        if !piece.contains("]:") {
            return Some(());
        }
        let parser = Parser::new_ext(piece, OPTIONS);
        for (label, definition) in parser.reference_definitions().iter() {
            let at = definition.span.start + start..definition.span.end + start;
            let defined = (definition.dest.to_string(), at);
            let label = link::fold_label(label);
            if self.definitions.insert(label, defined).is_some() {
                return None;
            }
        }
        Some(())
    }
}

/// The first byte from `from` on at which a block at the top level begins.
fn boundary(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from.min(bytes.len());
    let mut below_blank = false;
    // From the start of the next line.
    at += bytes[at..].iter().position(|&byte| byte == b'\n')? + 1;
    while at < bytes.len() {
        let length = bytes[at..].iter().position(|&byte| byte == b'\n');
        let line = &bytes[at..length.map_or(bytes.len(), |length| at + length)];
        if below_blank && begins(line) {
            return Some(at);
        }
        below_blank = line.iter().all(|byte| matches!(byte, b' ' | b'\t' | b'\r'));
        at += length? + 1;
    }
    None
}

/// Whether a line begins with what no block goes on with that stands above a blank line: a letter of any
/// script, or a number that is none of an item.
fn begins(line: &[u8]) -> bool {
    let digits = line.iter().take_while(|byte| byte.is_ascii_digit());
    match line.get(digits.count()) {
        Some(b'.' | b')') | None => false,
        Some(_) if line[0].is_ascii_digit() => true,
        Some(first) => {
            first.is_ascii_alphabetic()
                || !first.is_ascii()
                || matches!(first, b'#' | b'|' | b'`' | b'[' | b'(' | b'"')
        }
    }
}

/// Whether the last block of a piece ends in it. The piece ends with a blank line, which only a block
/// that is still open covers.
fn is_closed(piece: Parser<'_>, length: usize) -> bool {
    let (mut depth, mut closed) = (0_usize, true);
    for (event, range) in piece.into_offset_iter() {
        match event {
            Event::Start(tag) => {
                if depth == 0 {
                    let goes_on = matches!(
                        tag,
                        Tag::CodeBlock(CodeBlockKind::Fenced(_))
                            | Tag::HtmlBlock
                            | Tag::MetadataBlock(_)
                    );
                    closed = !goes_on || range.end < length;
                }
                depth += 1;
            }
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    closed
}

/// Whether a line may begin metadata that end behind the piece.
fn has_open_metadata(piece: &str) -> bool {
    let mut may_be_open = false;
    let mut lines = piece.lines().peekable();
    while let Some(line) = lines.next() {
        let closes = matches!(line.trim_end_matches(' '), "---" | "...");
        may_be_open &= !closes;
        let Some(before) = line.trim_end().strip_suffix("---") else {
            continue;
        };
        // Quotes and items may stand around it.
        let around = |c: char| {
            matches!(
                c,
                ' ' | '\t' | '>' | '*' | '+' | '-' | '.' | ')' | '0'..='9'
            )
        };
        let opens = before.chars().all(around)
            && !before.ends_with('-')
            && lines.peek().is_some_and(|next| !next.trim().is_empty());
        may_be_open |= opens;
    }
    may_be_open
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::super::events::{Events, Span};
    use super::super::reader;
    use super::super::testing::read;
    use super::*;

    /// What may stand on a page; some of it goes on until something ends it.
    const BLOCKS: &[&str] = &[
        "# Heading\n\n",
        "## A *heading* with [one][B]\n\n",
        "A paragraph,\non two lines.\n\n",
        "Plain words\nof a\nparagraph\n",
        "that goes on\nand on\nand on\n",
        "with two blanks  \nand an end\n\n",
        "Setext\n---\n\nSetext\n===\n",
        "| A | B |\n| --- | --- |\n| a | [b] |\n| c |\n\n",
        "A | B\n--- | ---\na | b\n\n",
        "| A | B |\n| --- | --- |\n",
        "| a | [b] and [c][B] |\n| d\n| `e` | f | g |\n| h |^\n",
        "| `a` | *b* |\n| c | d |\n",
        "- one\n- two\n\n  more of two\n\n",
        "- three [a]\n- four\n- `five`\n",
        "- six\n- seven\n",
        "- * * *\n- \n* * *\n",
        "1. one\n\n   ```js\n   let a;\n\n",
        "* a\n  - b\n\n    c\nlazy\n\n",
        "> quote\nlazy\n> ```\n> code\n\n",
        "```json\n{\n\n# none\n```\n\n",
        "```\nopen\n\n",
        "~~~\nopen\n\n",
        "~~~~\n\n",
        "    indented\n\n    code\n\n",
        "<div>\ntext\n\n",
        "</div>\n\n",
        "<!-- open\n\n",
        "-->\n\n",
        "<pre>\n\n",
        "</pre>\n\n",
        "<script>\n\na\n</script>\n\n",
        "---\nkey: value\n\nmore: 1\n\n",
        "---\n\n",
        "...\n\n",
        "> ---\n> a\n\n",
        "[a]: /first \"title\n\n",
        "[B]: /second\n\n",
        "[c]:\n\n",
        "See [a], [b][B], [c] and `[a]`.\n\n",
        "[text](/x \"y\n\nz\")\n\n",
        "\n\n",
        " \t\n\n",
        "text\r\n\r\n# H\r\n\r\n",
        "#no heading\n\n",
        "1 is no item\n\n",
        "12\n\n",
        "é is a letter, too\n\n",
        "(in brackets)\n\n",
        "a\n",
    ];

    fn same(text: &str) -> bool {
        let (files, whole) = read(text);
        let mut was_cut = false;
        for size in [1, 40, 200] {
            let (body, span) = Span::of(&files, whole.file);
            let joined = broken_rows::rejoin(body);
            was_cut |= Pieces::of(&joined, size).is_some_and(|pieces| pieces.pieces.len() > 1);
            let events = Events::in_pieces(&joined, span, Some(size), |_| None);
            let page = reader::of_events(events, whole.file);
            assert_eq!(page, whole, "in pieces of {size}:\n{text}");
        }
        was_cut
    }

    #[test]
    #[ignore = "long"]
    fn a_page_in_pieces_is_the_page() {
        let mut random = 0x2545_f491_4f6c_dd1d_u64;
        let mut next = |end: usize| {
            random ^= random << 13;
            random ^= random >> 7;
            random ^= random << 17;
            (random % end as u64) as usize
        };
        let mut cut = 0;
        for _ in 0..4_000 {
            let text: String = (0..=next(24)).map(|_| BLOCKS[next(BLOCKS.len())]).collect();
            cut += usize::from(same(&text));
        }
        // Or nothing would be compared.
        assert!(cut > 1_000, "{cut}");
    }

    #[test]
    fn a_long_table_list_or_paragraph_is_cut() {
        let rows = |n| "| `a` | *b* |\n".repeat(n);
        let items = |n| "- `a`\n".repeat(n);
        let lines = |n| "plain words\n".repeat(n);
        let head = "| A | B |\n| - | - |\n";
        let cuts = |text: String| {
            let text = format!("# T\n\nWords.\n\n{text}\n\nMore words.\n");
            same(&text);
            let pieces = Pieces::of(&text, 40).map_or(Vec::new(), |pieces| pieces.pieces);
            pieces
                .iter()
                .filter(|piece| piece.goes_on.is_some())
                .count()
        };
        assert!(cuts(format!("{head}{}", rows(40))) > 10);
        assert!(cuts(items(80)) > 10);
        assert!(cuts(lines(80)) > 10);
        // What is no row, item or plain line, or may go on behind a blank line.
        for text in [
            format!("{}words *of\n{}", lines(20), lines(20)),
            format!("{}words\n---\n", lines(40)),
            format!("*a\n{}b*\n", lines(40)),
            format!("{head}{}words\n{}", rows(20), rows(20)),
            format!("{}  - b\n{}", items(40), items(40)),
            format!("{}\n- more\n", items(80)),
            format!("{}\n  more\n", items(80)),
            format!("{}* * *\n", "* a\n".repeat(80)),
        ] {
            assert_eq!(cuts(text.clone()), 0, "{text}");
        }
    }

    #[test]
    fn pages_of_sdks_in_pieces_are_the_pages() {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs")];
        let (mut pages, mut cut) = (0, 0);
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|end| end == "md") {
                    pages += 1;
                    cut += usize::from(same(&fs::read_to_string(path).unwrap()));
                }
            }
        }
        assert!(pages > 10 && cut > pages / 2, "{cut} of {pages}");
    }
}
