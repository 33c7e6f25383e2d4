//! What the modules of a crate import from each other: `use` lines, and paths in the code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use tests::tokens::{Token, tokens};

/// A module's path below the crate: `["resolve", "names"]`; empty for `lib.rs`.
pub type Module = Vec<String>;

/// One import.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The file that imports, below the crate's `src`.
    pub file: String,
    /// The line in it.
    pub line: usize,
    /// The module that imports.
    pub from: Module,
    /// The module in which the path's item is.
    pub to: Module,
    /// The path as a whole.
    pub path: String,
    /// Whether tests import it.
    pub in_tests: bool,
}

/// The modules of a crate, each with its file, and what they import.
#[derive(Debug)]
pub struct Crate {
    pub modules: BTreeMap<Module, String>,
    pub imports: BTreeSet<Import>,
}

/// Reads `lib.rs` in a folder, and the files of the modules that it declares, and so on.
pub fn read(src: &Path) -> Crate {
    let mut files = BTreeMap::new();
    let mut open = vec![Module::new()];
    while let Some(module) = open.pop() {
        let file = file_of(src, &module);
        let text = fs::read_to_string(src.join(&file)).expect("the file of a module");
        let tokens = without_quotes(tokens(&text));
        for name in declared(&tokens) {
            open.push([&module[..], &[name]].concat());
        }
        files.insert(module, (file, tokens));
    }
    let modules: BTreeMap<_, _> = files
        .iter()
        .map(|(module, (file, _))| (module.clone(), file.clone()))
        .collect();
    let mut imports = BTreeSet::new();
    for (module, (file, tokens)) in &files {
        let mut reader = Reader {
            modules: &modules,
            module: module.clone(),
            blocks: Vec::new(),
            found: Vec::new(),
        };
        reader.read(tokens);
        for (line, inner, path, to) in reader.found {
            imports.insert(Import {
                file: file.clone(),
                line,
                from: module.clone(),
                to,
                path,
                in_tests: inner.iter().any(|name| name == "tests"),
            });
        }
    }
    Crate { modules, imports }
}

/// The modules that have a file of their own.
fn declared(tokens: &[Token]) -> Vec<String> {
    let is_file = |words: &&[Token]| words[0].text == "mod" && words[2].text == ";";
    let words = tokens.windows(3).filter(is_file);
    words.map(|words| words[1].text.clone()).collect()
}

/// Leaves out what stands in `quote! { … }`: it is the code of another crate.
fn without_quotes(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept: Vec<Token> = Vec::new();
    let mut depth = 0;
    for token in tokens {
        let before: Vec<&str> = kept
            .iter()
            .rev()
            .take(2)
            .map(|it| it.text.as_str())
            .collect();
        let opens = matches!(token.text.as_str(), "{" | "(" | "[");
        if opens && (depth > 0 || matches!(before[..], ["!", name] if name.ends_with("quote"))) {
            depth += 1;
        } else if depth > 0 {
            depth -= usize::from(matches!(token.text.as_str(), "}" | ")" | "]"));
        } else {
            kept.push(token);
        }
    }
    kept
}

fn file_of(src: &Path, module: &Module) -> String {
    let path = PathBuf::from_iter(module);
    let file = match module.as_slice() {
        [] => PathBuf::from("lib.rs"),
        _ if src.join(&path).with_extension("rs").is_file() => path.with_extension("rs"),
        _ => path.join("mod.rs"),
    };
    file.display().to_string()
}

struct Reader<'a> {
    modules: &'a BTreeMap<Module, String>,
    /// The module that is read, modules within the file too.
    module: Module,
    /// The braces that are open; whether each is of a module.
    blocks: Vec<bool>,
    found: Vec<(usize, Module, String, Module)>,
}

impl Reader<'_> {
    fn read(&mut self, tokens: &[Token]) {
        let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
        let mut at = 0;
        while at < tokens.len() {
            let before = at.checked_sub(1).map_or("", word);
            match word(at) {
                "use" if word(at + 1) != "<" => {
                    at = self.tree(tokens, at + 1, &[]);
                    continue;
                }
                "mod" if word(at + 2) == "{" => {
                    self.module.push(word(at + 1).to_owned());
                    self.blocks.push(true);
                    at += 2;
                }
                "{" => self.blocks.push(false),
                "}" if self.blocks.pop() == Some(true) => {
                    self.module.pop();
                }
                // `$crate` is where a macro is used, `pub(in crate::a)` imports nothing.
                first if word(at + 1) == "::" && !matches!(before, "::" | "$" | "in" | ".") => {
                    let mut path = vec![first.to_owned()];
                    let line = tokens[at].line;
                    while word(at + 1) == "::" && is_name(word(at + 2)) {
                        path.push(word(at + 2).to_owned());
                        at += 2;
                    }
                    self.add(line, &path);
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// The paths of `a::{b, c::d}`, from there on; returns where it ends.
    fn tree(&mut self, tokens: &[Token], mut at: usize, prefix: &[String]) -> usize {
        let mut path = prefix.to_vec();
        let mut line = 0;
        while at < tokens.len() {
            match tokens[at].text.as_str() {
                "{" => {
                    at += 1;
                    while tokens[at].text != "}" {
                        at = self.tree(tokens, at, &path);
                        at += usize::from(tokens[at].text == ",");
                    }
                    path.clear();
                }
                "," | ";" | "}" => break,
                "as" => at += 1,
                "::" | "*" => {}
                name => {
                    line = tokens[at].line;
                    path.push(name.to_owned());
                }
            }
            at += 1;
        }
        if !path.is_empty() && line > 0 {
            self.add(line, &path);
        }
        at
    }

    /// Notes the module that a path leads to, if it is one of this crate.
    fn add(&mut self, line: usize, path: &[String]) {
        let supers = path.iter().take_while(|name| *name == "super").count();
        let (mut to, names) = match path[0].as_str() {
            "crate" => (Module::new(), &path[1..]),
            "self" => (self.module.clone(), &path[1..]),
            _ => {
                let up = self.module.len().saturating_sub(supers);
                (self.module[..up].to_vec(), &path[supers..])
            }
        };
        let is_ours = supers > 0 || matches!(path[0].as_str(), "crate" | "self");
        to.extend(names.iter().cloned());
        if !is_ours && !self.modules.contains_key(&to[..=self.module.len()]) {
            return;
        }
        while !self.modules.contains_key(&to) {
            to.pop();
        }
        let path = path.join("::");
        self.found.push((line, self.module.clone(), path, to));
    }
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
