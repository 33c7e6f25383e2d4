//! Parts of a model page that are not read.

#[cfg(test)]
mod tests;

use super::kind::{PageKind, STRUCTURAL, SortedPage};
use super::{field_columns, sections};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::fold::fold_name;
use crate::page::outline::{Part, outline};
use crate::page::{Block, Section, Table};
use crate::source::{Files, Place};

/// Warns of it: a second model, a second list, a table or a section that is none of the generator's,
/// text beside a table. Prose and tables of the description are kept as they are, and so are read.
pub(crate) fn warn(files: &Files, sorted: &SortedPage, diagnostics: &mut Diagnostics) {
    let (title, read) = match &sorted.kind {
        PageKind::Fields(title, _) => (Some(title), Some("Fields")),
        PageKind::Values(title, _) => (Some(title), Some("Values")),
        PageKind::Members(title, _) => (Some(title), Some("Supported Types")),
        PageKind::Silent(title) => (Some(title), None),
        // An overview has tables of its own; one of fields belongs to a model.
        PageKind::Other(title) if sorted.home.in_models && !sorted.is_named_as_model() => {
            (title.as_ref(), None)
        }
        PageKind::Other(_) | PageKind::RetryConfig(_) | PageKind::NotUnderstood => return,
    };
    let mut walk = Walk {
        files,
        title: title.map_or("", |title| &title.text),
        read: read.and_then(|name| sections::section(sorted.page, name)),
        in_description: true,
        is_read: false,
        diagnostics,
    };
    walk.blocks(&sorted.page.intro);
    for part in outline(sorted.page) {
        walk.part(&part, None);
    }
}

/// The finding about a row that a line break has cut off another one.
pub(crate) fn broken_row(place: Place) -> Diagnostic {
    let message = "the text of this row is not read";
    Diagnostic::warning(Topic::Unread, place, message)
        .label("it does not start with a field name in a code span")
        .hint(ONE_LINE)
}

const ONE_LINE: &str =
    "if it belongs to a row, put the row on one line, with `<br/>` for line breaks";

struct Walk<'w> {
    files: &'w Files,
    title: &'w str,
    /// The section that says what the model is.
    read: Option<&'w Section>,
    /// Whether the next section is part of the description.
    in_description: bool,
    /// Whether the section that says what the model is has been met.
    is_read: bool,
    diagnostics: &'w mut Diagnostics,
}

impl Walk<'_> {
    fn part(&mut self, part: &Part<'_>, above: Option<&Section>) {
        let Section { level, heading, .. } = part.section;
        let name = heading.text.as_str();
        if *level == 1 && self.is_read && fold_name(name) != fold_name(self.title) {
            self.push(
                heading.place,
                format!("the page has a second title, `{name}`"),
                "nothing below it is read",
                "put each model on a page of its own",
            );
            return;
        }
        let is_list = *level == 2 && STRUCTURAL.contains(&name);
        match self.read {
            Some(read) if std::ptr::eq(read, part.section) => {
                self.in_description = false;
                self.is_read = true;
                self.list(part.section);
            }
            Some(read) if is_list => {
                return self.second_list(name, &read.heading.text, heading.place);
            }
            _ => {
                self.in_description &= !(*level == 2 && name == sections::USAGE);
                if !self.in_description && !self.is_known(part.section, above) {
                    return self.section(part);
                }
                self.blocks(&part.section.blocks);
                if above.is_some_and(|above| self.reads_members_of(above)) {
                    self.around_code(part.section);
                }
            }
        }
        for below in &part.below {
            self.part(below, Some(part.section));
        }
    }

    /// Whether a section outside of the description is one that the generator writes: of values in
    /// code, of a member of a union, or one whose title stands in front matter as well.
    fn is_known(&self, section: &Section, above: Option<&Section>) -> bool {
        let name = section.heading.text.as_str();
        match section.level {
            1 => section.blocks.is_empty() && fold_name(name) == fold_name(self.title),
            2 => name == sections::USAGE || name == sections::TAGS,
            _ => above.is_some_and(|above| self.reads_members_of(above)) && section.level == 3,
        }
    }

    fn reads_members_of(&self, section: &Section) -> bool {
        self.read.is_some_and(|read| std::ptr::eq(read, section))
            && section.heading.text == "Supported Types"
    }

    /// A section that nothing reads; of its tables, each has a warning of its own.
    fn section(&mut self, part: &Part<'_>) {
        let tables = tables(part);
        tables.iter().for_each(|table| self.table(table));
        if tables.is_empty() {
            let heading = &part.section.heading;
            self.push(
                heading.place,
                format!("the section `{}` is not read", heading.text),
                "nothing is known of a section of this name",
                "if it describes the model, move it above the sections that are read",
            );
        }
    }

    /// What stands beside the code of a union's member.
    fn around_code(&mut self, member: &Section) {
        let mut is_read = false;
        for block in &member.blocks {
            match block {
                Block::Code(_) if !is_read => is_read = true,
                block => {
                    if let Some(place) = place_of(block) {
                        self.text("Supported Types", "between the members of", place);
                    }
                }
            }
        }
    }

    fn second_list(&mut self, name: &str, read: &str, place: Place) {
        let (message, label) = if name == read {
            let message = format!("the page has a second `## {name}`");
            (message, "only the first is read".to_owned())
        } else {
            let message = format!("the page has `## {name}` beside `## {read}`");
            (message, format!("only `## {read}` is read"))
        };
        self.push(
            place,
            message,
            &label,
            "put each model on a page of its own",
        );
    }

    /// What stands above and below the table, code or list that says what the model is.
    fn list(&mut self, section: &Section) {
        let blocks = section.blocks.as_slice();
        let name = section.heading.text.as_str();
        let first = blocks
            .iter()
            .position(|block| matches!(block, Block::Table(_)))
            .or_else(|| {
                let is_listing = |block: &Block| matches!(block, Block::Code(_) | Block::List(_));
                blocks.iter().position(is_listing)
            });
        // Members stand below headings of their own. Values that cannot be read lose their page.
        let has_members = name == "Supported Types";
        let first = first.filter(|_| !has_members);
        let above = if has_members { blocks.len() } else { 0 };
        for block in &blocks[..first.unwrap_or(above)] {
            if let Some(place) = place_of(block).filter(|_| !self.says_open(name, block)) {
                self.text(name, "above the rows of", place);
            }
        }
        let Some(first) = first else {
            return self.blocks(blocks);
        };
        for block in &blocks[first + 1..] {
            match block {
                Block::Table(table) => self.push(
                    table.header.place,
                    format!("a second table below `## {name}` is not read"),
                    "only the first is read",
                    "put all rows into one table, without an empty line between them",
                ),
                // Below values a sentence may say that there are others.
                block => {
                    if let Some(place) = place_of(block).filter(|_| !self.says_open(name, block)) {
                        self.text(name, "below the rows of", place);
                    }
                }
            }
        }
    }

    /// Whether a block is the sentence of an enum that there are other values.
    fn says_open(&self, name: &str, block: &Block) -> bool {
        name == "Values" && sections::says_open(self.files, block)
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if let Block::Table(table) = block {
                self.table(table);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if field_columns::is_one(self.files, table) {
            self.push(
                table.header.place,
                "a table of fields is not read".to_owned(),
                "expected directly below `## Fields`",
                "put it directly below that heading, and each model on a page of its own",
            );
        } else if !self.in_description {
            self.push(
                table.header.place,
                "this table is not read".to_owned(),
                "it is not below `## Fields` or `## Values`",
                "move it into one of these sections or, if it describes the model, above them",
            );
        }
    }

    fn text(&mut self, name: &str, side: &str, place: Place) {
        self.push(
            place,
            format!("text {side} `## {name}` is not read"),
            "it is not part of a row",
            ONE_LINE,
        );
    }

    fn push(&mut self, place: Place, message: String, label: &str, hint: &str) {
        let finding = Diagnostic::warning(Topic::Unread, place, message);
        self.diagnostics.push(finding.label(label).hint(hint));
    }
}

/// The tables of a section and of those below it.
fn tables<'p>(part: &Part<'p>) -> Vec<&'p Table> {
    let own = part.section.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&**table),
        _ => None,
    });
    own.chain(part.below.iter().flat_map(tables)).collect()
}

/// The place of a block that is no table.
fn place_of(block: &Block) -> Option<Place> {
    match block {
        Block::Prose(place) | Block::Quote(place) => Some(*place),
        Block::Paragraph(paragraph) => Some(paragraph.place),
        Block::Code(code) => Some(code.place),
        Block::List(items) => items.first().map(|item| item.place),
        Block::Table(_) | Block::Element(_) => None,
    }
}
