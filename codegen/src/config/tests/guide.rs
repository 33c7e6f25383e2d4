//! `docs/settings.md` shows what is read, and all of it.

use super::read;
use crate::config::section::Section;
use crate::config::{keys, parse_package};
use crate::diagnostic::Diagnostics;
use crate::source::{Files, SourceFile};

/// The blocks of TOML in the guide.
fn blocks() -> Vec<&'static str> {
    let guide = include_str!("../../../../docs/settings.md");
    let blocks = guide.split("```toml\n").skip(1);
    blocks
        .filter_map(|block| Some(block.split_once("```")?.0))
        .collect()
}

#[test]
fn the_guide_shows_settings_that_there_are() {
    let (of_crate, of_api): (Vec<_>, Vec<_>) =
        blocks().iter().partition(|it| it.starts_with("[crate]"));
    assert_eq!((of_crate.len(), of_api.len()), (1, 2));
    for text in of_api {
        assert_eq!(read(text).1, [""; 0], "{text}");
    }
    let mut files = Files::default();
    let id = files.add(SourceFile::new("spec.toml", of_crate[0]));
    let mut diagnostics = Diagnostics::default();
    parse_package(&files, id, &mut diagnostics);
    assert!(diagnostics.sorted().is_empty());
}

#[test]
fn the_guide_shows_every_setting() {
    let text = blocks().concat();
    let is_shown = |key: &&str| {
        let words = [format!("{key} = "), format!("[{key}"), format!(".{key}")];
        words.iter().any(|word| text.contains(word))
    };
    for keys in [
        Section::keys(keys::api),
        Section::keys(keys::source),
        Section::keys(keys::user_type),
        Section::keys(keys::model),
        Section::keys(keys::field),
    ] {
        let missing: Vec<_> = keys.into_iter().filter(|key| !is_shown(key)).collect();
        // References have a guide of their own.
        let missing = missing.iter().filter(|it| **it != "reference");
        assert_eq!(missing.collect::<Vec<_>>(), Vec::<&&str>::new());
    }
}
