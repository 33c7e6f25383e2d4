//! Pages of hand-written references: every table is found with all of its rows, and links in cells
//! land on sections.
//!
//! What tables there are is a prototype's reading; how many rows they have is counted in the text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fieldtable::page::{Anchors, Block, Inline, Link, Page, Site, Table, parse_site};
use fieldtable::source::{Files, SourceFile};

use crate::shared;

/// The pages of an API.
struct Docs {
    files: Files,
    pages: BTreeMap<String, Page>,
}

/// The paths and texts of an API's pages.
fn texts(folder: &Path) -> Vec<(String, String)> {
    let mut paths = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(path) = open.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).expect("a folder");
            open.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path
            .extension()
            .is_some_and(|end| end == "md" || end == "mdx")
        {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: &PathBuf| {
        let bytes = fs::read(path).expect("a page");
        let name = path.strip_prefix(folder).expect("a page below the folder");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        (name.display().to_string(), text)
    };
    paths.iter().map(read).collect()
}

fn docs(folder: &Path) -> Docs {
    let mut files = Files::default();
    let ids: Vec<_> = texts(folder)
        .into_iter()
        .map(|(path, text)| files.add(SourceFile::new(path, text)))
        .collect();
    let parse = |site: &Site| -> BTreeMap<String, Page> {
        let page = |id| (files.get(id).path.to_string(), parse_site(&files, id, site));
        ids.iter().copied().map(page).collect()
    };
    let mut site = Site::default();
    let mut targets: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for definition in parse(&site).values().flat_map(|page| &page.definitions) {
        let targets = targets.entry(definition.label.clone()).or_default();
        targets.insert(definition.target.clone());
    }
    for (label, targets) in targets {
        if let [target] = Vec::from_iter(targets).as_slice() {
            site.definitions.insert(label, target.clone());
        }
    }
    let pages = parse(&site);
    Docs { files, pages }
}

fn tables(page: &Page) -> impl Iterator<Item = &Table> {
    let below = page.sections.iter().flat_map(|section| &section.blocks);
    let blocks = page.intro.iter().chain(below);
    blocks.filter_map(|block| match block {
        Block::Table(table) => Some(&**table),
        _ => None,
    })
}

/// How many lines of a table follow its header and delimiter in the text.
fn lines_of_rows(text: &str, header: usize) -> usize {
    let lines = text.lines().skip(header + 1);
    lines
        .take_while(|line| line.contains('|') && !line.trim_start().starts_with(['#', '<', '{']))
        .count()
}

fn links<'a>(inlines: &'a [Inline], found: &mut Vec<&'a str>) {
    for inline in inlines {
        match inline {
            Inline::Link(link) => {
                found.push(&link.target);
                links(&link.text, found);
            }
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Strike(inner) => {
                links(inner, found);
            }
            _ => {}
        }
    }
}

/// The page that a link from another one means.
fn page_of<'a>(docs: &'a Docs, from: &str, link: &str) -> Option<&'a str> {
    let bare = |path: &str| {
        let path = path.trim_matches('/').to_lowercase();
        let path = [".md", ".mdx", ".html"].iter().fold(path, |path, end| {
            path.strip_suffix(end).unwrap_or(&path).to_owned()
        });
        path.strip_suffix("/index").unwrap_or(&path).to_owned()
    };
    if link.is_empty() {
        return docs
            .pages
            .get_key_value(from)
            .map(|(path, _)| path.as_str());
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "." | "" => {}
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    let relative = bare(&parts.join("/"));
    let absolute = bare(link.trim_start_matches("../").trim_start_matches("./"));
    let mut paths = docs.pages.keys();
    let exact = paths.find(|path| bare(path) == relative);
    let suffix = || {
        let ends = |path: &&String| {
            let path = bare(path);
            path == absolute || path.ends_with(&format!("/{absolute}"))
        };
        docs.pages.keys().find(ends)
    };
    exact.or_else(suffix).map(String::as_str)
}

#[derive(Default)]
struct Score {
    tables: usize,
    found: usize,
    whole: usize,
    links: usize,
    landed: usize,
    misses: Vec<String>,
}

fn score(api: &str) -> Score {
    let docs = docs(&shared(&format!("reference/corpus/{api}")));
    let anchors: BTreeMap<_, _> = docs
        .pages
        .iter()
        .map(|(path, page)| (path.as_str(), Anchors::new(page)))
        .collect();
    let rows = shared("reference/corpus").join(format!("{api}.rows.jsonl"));
    let rows = fs::read_to_string(rows).expect("the rows");
    let mut wanted: BTreeMap<(String, usize), usize> = BTreeMap::new();
    for line in rows.lines() {
        let row: serde_json::Value = serde_json::from_str(line).expect("a row");
        let file = row["file"].as_str().expect("a file").to_owned();
        let line = row["line"].as_u64().expect("a line") as usize;
        *wanted.entry((file, line)).or_default() += 1;
    }
    let mut score = Score::default();
    for (file, line) in wanted.keys() {
        score.tables += 1;
        let page = &docs.pages[file];
        let at_line = |table: &&Table| docs.files.locate(table.place).line == *line;
        let Some(table) = tables(page).find(at_line) else {
            score.misses.push(format!("{file}:{line}: no table"));
            continue;
        };
        score.found += 1;
        let text = &docs.files.get(page.file).text;
        let html = docs.files.text(table.place);
        let lines = if html.starts_with("<table") {
            html.matches("<tr").count() - 1
        } else {
            lines_of_rows(text, *line)
        };
        if table.rows.len() == lines {
            score.whole += 1;
        } else {
            let rows = table.rows.len();
            score
                .misses
                .push(format!("{file}:{line}: {rows} rows of {lines}"));
        }
        let mut targets = Vec::new();
        for cell in table.rows.iter().flat_map(|row| &row.cells) {
            links(&cell.inlines, &mut targets);
        }
        for target in targets {
            let link = Link::new(target);
            let Some(anchor) = link.anchor.as_deref() else {
                continue;
            };
            let Some(page) = page_of(&docs, file, link.page) else {
                continue;
            };
            score.links += 1;
            if anchors[page].find(anchor).is_some() {
                score.landed += 1;
            } else {
                score.misses.push(format!("{file}:{line}: link {target}"));
            }
        }
    }
    score
}

const APIS: [&str; 8] = [
    "bybit",
    "delta",
    "discord",
    "ocpi-2.1.1",
    "openapi",
    "qbittorrent",
    "stac",
    "xrpl",
];

#[test]
#[ignore = "needs the corpus"]
fn a_page_cut_anywhere_is_a_page() {
    let mut seed = 1_usize;
    let mut scatter = |below: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (seed >> 33) % (below + 1)
    };
    for api in APIS {
        for (path, text) in texts(&shared(&format!("reference/corpus/{api}"))) {
            let bytes = text.as_bytes();
            let (from, to) = (scatter(bytes.len()), scatter(bytes.len()));
            let pieces = [&bytes[from..], &bytes[..to]];
            let text = String::from_utf8_lossy(&pieces.concat()).into_owned();
            let mut files = Files::default();
            let id = files.add(SourceFile::new(path, text));
            let page = parse_site(&files, id, &Site::default());
            let _ = Anchors::new(&page);
        }
    }
}

#[test]
#[ignore = "needs the corpus"]
fn tables_are_whole_and_links_land() {
    let mut wrong = Vec::new();
    for api in APIS {
        let score = score(api);
        println!(
            "{api}: tables {} of {}, whole {}; links to anchors {}, landed {}",
            score.found, score.tables, score.whole, score.links, score.landed
        );
        for miss in score.misses.iter().take(40) {
            println!("    {miss}");
        }
        let whole = score.whole == score.tables;
        let landed = score.landed * 100 >= score.links * 98;
        if !(whole && landed) {
            wrong.push(api);
        }
    }
    assert!(wrong.is_empty(), "{wrong:?}");
}
