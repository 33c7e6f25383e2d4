//! Which tables of values and which headings fields mean.

use std::collections::{BTreeMap, BTreeSet};

use crate::dialect::reference::book::{Book, Landing, Spot, TableId};
use crate::dialect::reference::table::{Content, FieldRow, RefTable};
use crate::page::{Cell, Inline};

/// What the rows of all tables link to.
#[derive(Debug, Default)]
pub(super) struct Meant {
    /// Sections that type cells link to.
    pub linked: BTreeSet<Spot>,
    /// Those of them that a cell of another page links to.
    pub from_afar: BTreeSet<Spot>,
    /// Tables of values, by index, and the first field that means each.
    pub values: BTreeMap<usize, String>,
    /// Those that a description means, and not the type.
    pub described: BTreeSet<usize>,
    /// Sections without a table that descriptions link to.
    pub sections: BTreeSet<Spot>,
}

impl Meant {
    /// Follows the links of all rows of fields.
    pub fn new(book: &Book<'_>, tables: &[RefTable<'_>], by_id: &BTreeMap<TableId, usize>) -> Self {
        let mut own: BTreeMap<Spot, usize> = BTreeMap::new();
        for (at, table) in tables.iter().enumerate() {
            if matches!(table.content, Content::Values(_) | Content::Links(_)) {
                own.entry(table.id.spot).or_insert(at);
            }
        }
        let mut reader = Reader {
            book,
            tables,
            by_id,
            own,
            meant: Self::default(),
        };
        for table in tables {
            if let Content::Fields(rows) = &table.content {
                reader.rows(table.id.spot.page, rows);
            }
        }
        reader.meant
    }
}

struct Reader<'a, 'b> {
    book: &'a Book<'a>,
    tables: &'a [RefTable<'b>],
    by_id: &'a BTreeMap<TableId, usize>,
    /// The first table of values or links of each section.
    own: BTreeMap<Spot, usize>,
    meant: Meant,
}

impl Reader<'_, '_> {
    fn rows(&mut self, page: usize, rows: &[FieldRow<'_>]) {
        for row in rows {
            let name = &row.name.value;
            for target in row.ty.iter().flat_map(|cell| targets(cell)) {
                let landing = self.book.follow(page, target);
                if let Landing::Section(spot) = landing {
                    self.meant.linked.insert(spot);
                    if spot.page != page {
                        self.meant.from_afar.insert(spot);
                    }
                }
                if self.values(landing, name).is_none()
                    && let Landing::Section(spot) = landing
                {
                    self.meant.sections.insert(spot);
                }
            }
            for anchor in &row.attached {
                let target = format!("#{}", anchor.trim_start_matches('#'));
                self.described(self.book.follow(page, &target), name);
            }
            if self.book.profile.enums.by_description {
                let cells = row.values.iter().chain(&row.description);
                for target in cells.flat_map(|cell| targets(cell)) {
                    self.described(self.book.follow(page, target), name);
                }
            }
            self.rows(page, &row.children);
        }
    }

    /// Notes what a link outside of the type lands on.
    fn described(&mut self, landing: Landing, field: &str) {
        let table = self.values(landing, field);
        self.meant.described.extend(table);
        if table.is_none()
            && let Landing::Section(spot) = landing
        {
            self.meant.sections.insert(spot);
        }
    }

    /// Notes the table of values that a link lands on, if it does.
    fn values(&mut self, landing: Landing, field: &str) -> Option<usize> {
        let table = match landing {
            Landing::Table(id) | Landing::Row(id, _) => self.by_id.get(&id),
            Landing::Section(spot) => self.own.get(&spot),
            Landing::Page(_) | Landing::NoAnchor(_) | Landing::Elsewhere => None,
        };
        let &table = table?;
        let is_values = match &self.tables[table].content {
            Content::Values(_) => true,
            Content::Links(links) => links.values.is_some(),
            Content::Fields(_) | Content::Binary | Content::Other => false,
        };
        if !is_values {
            return None;
        }
        let values = &mut self.meant.values;
        values.entry(table).or_insert_with(|| field.to_owned());
        Some(table)
    }
}

/// The targets of the links in a cell.
fn targets(cell: &Cell) -> Vec<&str> {
    let mut found = Vec::new();
    collect(&cell.inlines, &mut found);
    found
}

fn collect<'c>(inlines: &'c [Inline], found: &mut Vec<&'c str>) {
    for inline in inlines {
        match inline {
            Inline::Link(link) => {
                found.push(&link.target);
                collect(&link.text, found);
            }
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                collect(inner, found);
            }
            Inline::Text(..) | Inline::Code(..) | Inline::Html(..) | Inline::Break(_) => {}
        }
    }
}
