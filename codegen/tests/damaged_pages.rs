//! Damaged pages: cut short, a line lost, a character replaced. Nothing may
//! panic, and no page may vanish without a word.

use fieldtable::claim::Source;
use fieldtable::config::Config;
use fieldtable::diagnostic::Diagnostics;
use fieldtable::dialect;
use fieldtable::page;
use fieldtable::page::PageFile;
use fieldtable::source::{Files, SourceFile};

const JAVA: &str = "# ~~Room~~

> :warning: **DEPRECATED**: Use a house.

A room — with `walls`.

## Fields

| Field | Type | Required | Description | Example |
| ----- | ---- | -------- | ----------- | ------- |
| `roomId` | *Optional\\<String>* | :heavy_check_mark: | The é id.<br/>More. | 2s\\|w |
| ~~`size`~~ | [JsonNullable\\<x.models.shared.Size>](../../models/shared/Size.md) | :heavy_minus_sign: | : warning: ** DEPRECATED **: No.<br/><br/>Size. | {<br/>\"a\": 1<br/>&#125; |
| `tags` | Map\\<String, List\\\\<*Object*>> | :heavy_minus_sign: | N/A
<br/>one more | |
| `raw` | [HttpResponse\\<?>](https://x.y/z.html) | :heavy_check_mark: | N/A | |";

const TYPESCRIPT: &str = "---
title: \"Room\"
---

## Example Usage

```typescript
import { Room } from \"x/models\";

let value: Room = {
  roomId: \"é\\u00e9\\n\",
  at: new Date(\"2024-03-21T05:35:21.093Z\"),
  list: [{ \"a b\": -1.5e3, gone: undefined }, await f(\"x, y\"), `t${1}`],
};
```

## Fields

| Field | Type | Required | Description |
| --- | --- | --- | --- |
| `roomId` | *string* | :heavy_check_mark: | N/A |
| `list` | Record\\<string, [models.A](../models/a.mdx)[]> | :heavy_minus_sign: | \\{x\\} |
| `file` | [File](https://f) \\| [Blob](https://b) \\| *\"lit\"* | :heavy_minus_sign: | N/A |
";

const ENUM: &str = "# Kind

This is it.

## Values

This is an open enum. Others are kept.

```typescript
\"a\" | \"b\\\"c\" | 'd' | Unrecognized<string>
```
";

const TABLE_ENUM: &str = "# Kind

## Values

| Name | Value |
| ---- | ----- |
| `A` | a |
| `MINUS` | -1 |
| `-` | `Unrecognized<number>` |
";

const UNION: &str = "# Choice

## Supported Types

### `models.A`

```typescript
const value: models.A = { a: [1, 2] };
```

### `{ [k: string]: any[] }`

```typescript
const value: { [k: string]: any[] } = {
  \"k\": [],
};
```
";

const PAGES: [&str; 5] = [JAVA, TYPESCRIPT, ENUM, TABLE_ENUM, UNION];

/// Reads one page; says how many models it gave.
fn read(text: &str) -> usize {
    let mut files = Files::default();
    let path = "docs/models/shared/Room.md";
    let id = files.add(SourceFile::new(path, text));
    let mut pages = [PageFile {
        path: path.to_owned(),
        page: page::parse(&files, id),
    }];
    let mut diagnostics = Diagnostics::default();
    let sources = dialect::read(
        &files,
        &mut pages,
        &[],
        &Config::default(),
        &mut diagnostics,
    );
    let [source] = sources.as_slice() else {
        panic!("{} sources of one page:\n{text}", sources.len());
    };
    let pages = source.models.len() + source.left_out.len() + source.not_understood.len();
    assert_eq!(pages, 1, "a page counts once:\n{text}");
    let complaints = diagnostics.sorted();
    assert!(
        source.not_understood.is_empty() || !complaints.is_empty(),
        "a lost page has a diagnostic:\n{text}"
    );
    for diagnostic in complaints {
        let Some(place) = diagnostic.place else {
            panic!("{diagnostic:?} has no place");
        };
        assert!(
            text.is_char_boundary(place.start as usize),
            "{diagnostic:?}\n{text}"
        );
        assert!(
            text.is_char_boundary(place.end as usize),
            "{diagnostic:?}\n{text}"
        );
    }
    check_places(&files, source, text);
    source.models.len()
}

fn check_places(files: &Files, source: &Source, text: &str) {
    for model in &source.models {
        assert!(!files.text(model.name.place).is_empty(), "{text}");
        if let fieldtable::claim::Body::Fields(fields) = &model.body {
            for field in fields {
                assert!(!files.text(field.name.place).is_empty(), "{text}");
                assert!(!files.text(field.row).is_empty(), "{text}");
            }
        }
    }
}

#[test]
fn whole_pages_are_models() {
    for page in PAGES {
        assert_eq!(read(page), 1, "{page}");
        assert_eq!(read(&format!("\u{feff}{page}")), 1, "{page}");
        assert_eq!(read(&page.replace('\n', "\r\n")), 1, "{page}");
    }
}

#[test]
fn cut_short() {
    for page in PAGES {
        for (at, _) in page.char_indices() {
            read(&page[..at]);
            read(&page[at..]);
            read(&page[..at].replace('\n', "\r\n"));
        }
    }
}

#[test]
fn a_line_lost_or_twice() {
    for page in PAGES {
        let lines: Vec<_> = page.split_inclusive('\n').collect();
        for at in 0..lines.len() {
            let (before, after) = (lines[..at].concat(), lines[at + 1..].concat());
            read(&format!("{before}{after}"));
            read(&format!("{before}{}\n{}{after}", lines[at], lines[at]));
        }
    }
}

#[test]
fn a_character_replaced() {
    for page in PAGES {
        for (at, c) in page.char_indices() {
            for wrong in [
                "", "|", "<", ">", "`", "\\", "[", "]", "\"", "*", "&", "\n", "\r", "\0", "😀",
            ] {
                read(&format!(
                    "{}{wrong}{}",
                    &page[..at],
                    &page[at + c.len_utf8()..]
                ));
            }
        }
    }
}
