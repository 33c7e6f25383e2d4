//! What must hold for the files of an emitted crate.

use std::collections::BTreeSet;

use fieldtable::emit::CrateFiles;
use proc_macro2::TokenStream;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use syn::visit::Visit;

use crate::text;

/// The attributes that models have, and what stands in `cfg_attr`.
const ATTRIBUTES: &[&str] = &[
    "allow",
    "cfg",
    "cfg_attr",
    "default",
    "deprecated",
    "derive",
    "doc",
    "expect",
    "inline",
    "macro_export",
    "macro_use",
    "must_use",
    "non_exhaustive",
    "path",
    "recursion_limit",
    "rustfmt::skip",
    "serde",
    "test",
];

/// Panics unless the files are a crate that is as harmless as it should be.
///
/// # Panics
///
/// With what is wrong.
pub fn check(files: &CrateFiles) {
    let mut folded = BTreeSet::new();
    for (path, text) in files {
        check_path(path);
        assert!(folded.insert(path.to_lowercase()), "{path} twice");
        // The code that all crates share comes from no page.
        if path.starts_with("src/support/") || path.starts_with("tests/support/") {
            continue;
        }
        text::check(path, text);
        if path.ends_with(".rs") {
            check_rust(path, text);
        } else if path.ends_with(".toml") {
            let parsed = text.parse::<toml::Table>();
            assert!(parsed.is_ok(), "{path}: {parsed:?}\n{text}");
        } else if path.ends_with(".json") {
            check_json(path, text);
        } else if path.ends_with(".jsonl") {
            text.lines().for_each(|line| check_json(path, line));
        } else if path == "README.md" {
            // One comment of ours, and names: no page writes HTML.
            assert_eq!(text.matches('<').count(), 1, "{path}: {text}");
        } else {
            panic!("{path} is a file of no kind that we know");
        }
    }
}

fn check_path(path: &str) {
    for part in path.split('/') {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
        let fits = part.len() <= 200 && part.chars().all(plain) && !part.starts_with('.');
        assert!(fits && !part.is_empty(), "{path:?} as a path");
    }
}

fn check_json(path: &str, text: &str) {
    let parsed = serde_json::from_str::<serde_json::Value>(text);
    assert!(parsed.is_ok(), "{path}: {parsed:?}\n{text}");
}

fn check_rust(path: &str, text: &str) {
    let file = syn::parse_file(text);
    let Ok(file) = file else {
        panic!("{path}: {:?}\n{text}", file.err());
    };
    let mut visitor = Docs {
        path,
        block: String::new(),
    };
    visitor.visit_file(&file);
    visitor.end();
}

/// Attributes, and the documentation in them.
struct Docs<'a> {
    path: &'a str,
    /// The lines of documentation that stand together.
    block: String,
}

impl Docs<'_> {
    fn end(&mut self) {
        let block = std::mem::take(&mut self.block);
        if !block.is_empty() {
            check_docs(self.path, &block);
        }
    }
}

impl<'ast> Visit<'ast> for Docs<'_> {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        let path = &attribute.path().segments;
        let names: Vec<_> = path.iter().map(|part| part.ident.to_string()).collect();
        let name = names.join("::");
        assert!(
            ATTRIBUTES.contains(&name.as_str()),
            "{}: #[{name}]",
            self.path
        );
        match &attribute.meta {
            syn::Meta::NameValue(pair) if name == "doc" => {
                if let syn::Expr::Lit(syn::ExprLit {
                    lit: syn::Lit::Str(line),
                    ..
                }) = &pair.value
                {
                    self.block.push_str(&line.value());
                    self.block.push('\n');
                }
            }
            syn::Meta::List(list) => self.check_arguments(&name, &list.tokens),
            _ => {}
        }
    }

    /// The name of what is documented: attributes stand before it.
    fn visit_ident(&mut self, _: &'ast syn::Ident) {
        self.end();
    }
}

impl Docs<'_> {
    fn check_arguments(&self, name: &str, tokens: &TokenStream) {
        let text = tokens.to_string();
        let harmless = match name {
            "derive" => text
                .chars()
                .all(|c| c.is_alphanumeric() || "_:, ".contains(c)),
            "doc" => text == "hidden" || text.starts_with("alias = "),
            _ => true,
        };
        assert!(harmless, "{}: #[{name}({text})]", self.path);
    }
}

/// A line that stands at the struct of what another struct requires: our own link to that.
fn is_of_required(text: &str) -> bool {
    let name = text.strip_prefix("What [`");
    let name = name.and_then(|rest| Some(rest.split_once('`')?.0));
    name.is_some_and(|name| {
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        is_name && text.trim() == format!("What [`{name}`](super::{name}) requires.")
    })
}

/// No code that rustdoc would run, nothing that loads when it is looked at, no link but to the web
/// or, as `rustdoc` has them, to items of the crate.
fn check_docs(path: &str, text: &str) {
    // rustdoc takes away what all lines begin with.
    let text = text
        .lines()
        .map(|line| line.strip_prefix(' ').unwrap_or(line));
    // What a file begins with stands before the documentation of its first item.
    let text = text.filter(|line| !is_of_required(line));
    let text: String = text.map(|line| format!("{line}\n")).collect();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(&text, options) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                panic!("{path}: a doctest: {text}")
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(words))) => {
                assert!(
                    ["text", "json"].contains(&words.as_ref()),
                    "{path}: a doctest: {text}"
                );
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                panic!("{path}: an image of {dest_url}: {text}")
            }
            Event::Html(html) | Event::InlineHtml(html) => panic!("{path}: {html}: {text}"),
            Event::Start(Tag::Link { dest_url, .. }) => {
                let web = ["http://", "https://", "mailto:"];
                let lower = dest_url.to_ascii_lowercase();
                assert!(
                    web.iter().any(|scheme| lower.starts_with(scheme)) || dest_url.contains('@'),
                    "{path}: a link to {dest_url}: {text}"
                );
            }
            _ => {}
        }
    }
}
