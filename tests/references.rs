//! The worked fragments of `docs/references.md`: the pages and settings give the Rust that stands below them.

use std::fs;

use tests::{Project, repository};

/// A part of the guide below a heading of level 3.
#[derive(Default)]
struct Fragment<'g> {
    name: &'g str,
    /// Its code blocks: what stands behind the fence, and the lines.
    blocks: Vec<(&'g str, Vec<&'g str>)>,
}

/// The fragments; headings within code are those of pages.
fn fragments(guide: &str) -> Vec<Fragment<'_>> {
    let mut fragments = Vec::<Fragment>::new();
    let mut is_code = false;
    for line in guide.lines() {
        let info = line.strip_prefix("```");
        match (info, is_code, fragments.last_mut()) {
            (None, false, _) if line.starts_with("### ") => fragments.push(Fragment {
                name: &line[4..],
                ..Fragment::default()
            }),
            (None, false, Some(_)) if line.starts_with("## ") => break,
            (Some(info), false, Some(last)) => last.blocks.push((info, Vec::new())),
            (None, true, Some(last)) => {
                if let Some((_, lines)) = last.blocks.last_mut() {
                    lines.push(line);
                }
            }
            _ => {}
        }
        is_code ^= info.is_some();
    }
    fragments
}

/// The lines of Rust without attributes and comments.
fn code(text: &str) -> Vec<&str> {
    let lines = text.lines().filter(|line| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with("//") && !line.starts_with("#[")
    });
    lines.collect()
}

#[test]
fn the_fragments_give_what_the_guide_says() {
    let guide = fs::read_to_string(repository().join("docs/references.md")).expect("the guide");
    let mut count = 0;
    for Fragment { name, blocks } in fragments(&guide) {
        let project = Project::new(&[]);
        let mut expected = Vec::new();
        for (info, lines) in blocks {
            let text = lines.join("\n") + "\n";
            match info.split_once(' ') {
                Some(("markdown", page)) => project.put(&format!("specs/inn/{page}"), &text),
                None if info == "toml" => project.put("specs/inn/spec.toml", &text),
                None if info == "rust" => expected.extend(text.split("\n\n").map(str::to_owned)),
                _ => panic!("{name}: a block of {info}"),
            }
        }
        let run = project.codegen(&[]);
        assert_eq!(run.status, 0, "{name}: {}", run.stderr);
        assert!(!run.stderr.contains("warning:"), "{name}: {}", run.stderr);
        let emitted = project.files("out/src");
        let emitted: Vec<Vec<&str>> = emitted.values().map(|text| code(text)).collect();
        assert!(!expected.is_empty(), "{name}");
        for item in expected {
            let item = code(&item);
            let is_there = |file: &Vec<&str>| file.windows(item.len()).any(|lines| lines == item);
            assert!(emitted.iter().any(is_there), "{name}: {item:#?}");
        }
        count += 1;
    }
    assert_eq!(count, 5);
}
