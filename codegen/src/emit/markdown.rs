//! Vendors' markdown as markdown that rustdoc takes without a warning.
//!
//! Text is parsed and written anew: what is written means the same to rustdoc, or is plain text.

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd, TextMergeStream};

/// Deeper lists and quotes are written flat.
const MAX_DEPTH: usize = 8;

/// The lines of a cleaned description.
pub(super) fn clean(text: &str) -> Vec<String> {
    let text = visible(text);
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let mut events = TextMergeStream::new(Parser::new_ext(&text, options));
    let mut writer = Writer { depth: 0 };
    join(writer.blocks(&mut events), true)
}

/// Text as a code span.
pub(super) fn code_span(text: &str) -> String {
    let text: String = visible(text)
        .chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect();
    if text.trim().is_empty() {
        return "(blank)".to_owned();
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    let pad = if text.starts_with(['`', ' ']) || text.ends_with(['`', ' ']) {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text as plain text, whatever it contains.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let special = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '^' => true,
            '_' => {
                !(before.is_alphanumeric()
                    && rest.peek().is_some_and(|next| next.is_alphanumeric()))
            }
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(c);
        before = c;
    }
    escaped
}

/// Text without control and invisible characters, lines ending in `\n`, tabs as blanks.
fn visible(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\n' => kept.push('\n'),
            '\r' => {
                if rest.peek() != Some(&'\n') {
                    kept.push('\n');
                }
            }
            '\t' => kept.push_str("    "),
            '\u{2028}' | '\u{2029}' => kept.push(' '),
            '\u{61c}'
            | '\u{200b}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}' => {}
            c if c.is_control() => {}
            c => kept.push(c),
        }
    }
    kept
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
            Tag::CodeBlock(kind) => vec![code_block(kind, events)],
            Tag::HtmlBlock => html_block(events),
            Tag::Table(_) => vec![table(events)],
            Tag::Heading { .. } => {
                let mut inline = Inline {
                    bold: true,
                    ..Inline::default()
                };
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

fn code_block(kind: &CodeBlockKind, events: &mut Events) -> Block {
    let _ = kind;
    let mut code = String::new();
    for event in events.by_ref() {
        match event {
            Event::Text(text) => code.push_str(&text),
            _ => break,
        }
    }
    fenced("text", &code)
}

/// Code in a fence that it cannot close.
pub(super) fn fenced(language: &str, code: &str) -> Vec<String> {
    let code = visible(code);
    let fence = "`".repeat(longest_run(&code).max(2) + 1);
    let code = code
        .trim_end()
        .lines()
        .map(|line| line.trim_end().to_owned());
    std::iter::once(format!("{fence}{language}"))
        .chain(code)
        .chain([fence.clone()])
        .collect()
}

fn longest_run(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
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
                let mut inline = Inline {
                    in_table: true,
                    ..Inline::default()
                };
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

/// Inline markdown as it is written.
#[derive(Default)]
struct Inline {
    out: String,
    /// Inside a heading, which is bold as a whole.
    bold: bool,
    in_table: bool,
    /// The open links: where their text starts, and where they lead if that is kept.
    links: Vec<(usize, Option<String>)>,
}

impl Inline {
    /// Reads up to the end of the block.
    fn read(&mut self, events: &mut Events) {
        for event in events.by_ref() {
            match event {
                Event::End(end) if !is_inline_end(end) => break,
                event => self.push(event),
            }
        }
    }

    fn push(&mut self, event: Event) {
        match event {
            Event::Text(text) => self.push_text(&text),
            Event::Code(code) => {
                let span = code_span(&code);
                let span = if self.in_table {
                    span.replace('|', "\\|")
                } else {
                    span
                };
                self.out.push_str(&span);
            }
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.line_break(),
            Event::Html(html) | Event::InlineHtml(html) => self.html(&html),
            Event::Start(Tag::Emphasis) | Event::End(TagEnd::Emphasis) => self.out.push('*'),
            Event::Start(Tag::Strong) | Event::End(TagEnd::Strong) if !self.bold => {
                self.out.push_str("**");
            }
            Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) => {
                self.out.push_str("~~");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                self.links.push((self.out.len(), web_address(&dest_url)));
            }
            Event::Start(Tag::Image { .. }) => self.links.push((self.out.len(), None)),
            Event::End(TagEnd::Link | TagEnd::Image) => self.close_link(),
            _ => {}
        }
    }

    fn close_link(&mut self) {
        let Some((start, Some(address))) = self.links.pop() else {
            return;
        };
        let text = self.out.split_off(start);
        let spelled = escape(&address);
        if text.trim().is_empty() || text == spelled || text == address {
            self.out.push_str(&format!("<{address}>"));
        } else {
            self.out.push_str(&format!("[{text}](<{address}>)"));
        }
    }

    fn push_text(&mut self, text: &str) {
        let mut rest = text;
        while self.links.is_empty()
            && let Some((at, length)) = find_address(rest)
        {
            self.out.push_str(&escape(&rest[..at]));
            self.out.push_str(&format!("<{}>", &rest[at..at + length]));
            rest = &rest[at + length..];
        }
        self.out.push_str(&escape(rest));
    }

    fn line_break(&mut self) {
        if self.links.is_empty() {
            self.out.push_str("\\\n");
        } else {
            self.out.push(' ');
        }
    }

    /// HTML: known tags go, some as a line's end; unknown ones are placeholders, kept as text.
    fn html(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            self.push_text(&rest[..at].replace('\n', " "));
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.split_once("-->").map_or("", |(_, after)| after);
                continue;
            }
            let end = rest.find('>').map_or(rest.len(), |end| end + 1);
            let tag = &rest[..end];
            let name = tag
                .trim_start_matches(['<', '/', '!'])
                .split(|c: char| !c.is_ascii_alphanumeric())
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase();
            if BREAKING_TAGS.contains(&name.as_str()) {
                self.line_break();
            } else if !TAGS.contains(&name.as_str()) {
                self.push_text(tag);
            }
            rest = &rest[end..];
            if matches!(name.as_str(), "script" | "style") && !tag.starts_with("</") {
                let close = rest.to_ascii_lowercase().find(&format!("</{name}"));
                rest = close.map_or("", |at| &rest[at..]);
            }
        }
        self.push_text(&rest.replace('\n', " "));
    }

    fn text(mut self) -> String {
        self.take()
            .map(|lines| lines.join("\n"))
            .unwrap_or_default()
    }

    /// What was written, as the lines of a paragraph, none of which starts another block.
    fn take(&mut self) -> Option<Block> {
        let out = std::mem::take(&mut self.out);
        self.links.clear();
        let mut lines: Vec<String> = out
            .split("\\\n")
            .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
            .filter(|line| !line.is_empty())
            .map(|line| escape_start(&line))
            .collect();
        let last = lines.len().checked_sub(1)?;
        for line in &mut lines[..last] {
            line.push('\\');
        }
        Some(lines)
    }
}

/// Escapes what would start a block at a line's start.
fn escape_start(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    let after = &line[digits..];
    if digits > 0 && after.starts_with(['.', ')']) {
        return format!("{}\\{after}", &line[..digits]);
    }
    if line.starts_with(['#', '+', '-', '=', ':']) {
        return format!("\\{line}");
    }
    // Emphasis that is nothing but a star reads as a list or a rule.
    if line.starts_with("* ") || line.chars().all(|c| matches!(c, '*' | '~' | ' ')) {
        return line.replace('*', "\\*").replace('~', "\\~");
    }
    line.to_owned()
}

/// The first web address of a text: where it starts, and its length.
fn find_address(text: &str) -> Option<(usize, usize)> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let at = from
            + ["http://", "https://"]
                .iter()
                .filter_map(|s| rest.find(s))
                .min()?;
        let scheme = text[at..].find("://").map_or(0, |end| end + 3);
        let tail = &text[at + scheme..];
        let length = tail.find(|c| !is_address_char(c)).unwrap_or(tail.len());
        let address = tail[..length]
            .trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '\'', '*', '_', '~']);
        if !address.is_empty() {
            return Some((at, scheme + address.len()));
        }
        from = at + scheme;
    }
}

fn is_address_char(c: char) -> bool {
    c.is_ascii_alphanumeric() || "-._~:/?#@!$&'()*+,;=%".contains(c)
}

/// The address as it is written, if it leads to the web or to mail.
fn web_address(address: &str) -> Option<String> {
    let address = address.trim();
    let scheme = address.split_once(':')?.0.to_ascii_lowercase();
    if !matches!(scheme.as_str(), "http" | "https" | "mailto") {
        return None;
    }
    let mut written = String::new();
    for c in address.chars() {
        if is_address_char(c) {
            written.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                written.push_str(&format!("%{byte:02X}"));
            }
        }
    }
    Some(written)
}

/// HTML that ends a line.
const BREAKING_TAGS: &[&str] = &[
    "blockquote",
    "br",
    "dd",
    "div",
    "dl",
    "dt",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tr",
    "ul",
];

/// HTML of which only the content is kept.
const TAGS: &[&str] = &[
    "a", "abbr", "b", "button", "center", "cite", "code", "del", "details", "em", "figure", "font",
    "i", "iframe", "img", "input", "ins", "kbd", "mark", "nobr", "q", "s", "samp", "script",
    "small", "source", "span", "strike", "strong", "style", "sub", "summary", "sup", "svg",
    "tbody", "td", "th", "thead", "tt", "u", "var", "video", "wbr",
];
