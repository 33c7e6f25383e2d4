//! The imports of a crate against the map of its rooms.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::imports::{self, Crate, Import, Module};

/// Rooms in their order, each with the rooms that it may import from.
pub type Map<'a> = &'a [(&'a str, &'a str)];

/// What is allowed.
pub struct Rules<'a> {
    /// The folder of each map, `""` being the crate's `src`, and its map.
    pub maps: &'a [(&'a str, Map<'a>)],
    /// How many files a folder may have.
    pub full: usize,
    /// What is not as it should be yet: `"a/b.rs -> c"`, from a file to a room, `"a/: b, c import each other"`, or
    /// `"a/ has 17 files"`.
    pub exceptions: &'a [&'a str],
}

/// What breaks the rules, each with its place and what to do.
pub fn problems(src: &Path, rules: &Rules<'_>) -> Vec<String> {
    let read = imports::read(src);
    let mut found = Vec::new();
    for (folder, map) in rules.maps {
        found.extend(faults(folder, map));
        for (name, _) in *map {
            let is_it = |module| room(folder, map, module).is_some_and(|(room, _)| room == *name);
            if !read.modules.keys().any(is_it) {
                found.push(format!(
                    "the room {} is not there; take it off the map",
                    full(folder, name)
                ));
            }
        }
        for (module, file) in &read.modules {
            let is_in = below(folder, module).is_some() && !is_test(module);
            if is_in && room(folder, map, module).is_none() {
                found.push(format!(
                    "{file} is in no room; give it a line on the map of `{folder}/`"
                ));
            }
        }
    }
    let mut excused = BTreeSet::new();
    let mut excuse =
        |what: &str| rules.exceptions.contains(&what) && excused.insert(what.to_owned()) | true;
    let mut allowed = Vec::new();
    for import in &read.imports {
        let Some((from, to)) = wrong(import, rules) else {
            allowed.push(import);
            continue;
        };
        let Import {
            file, line, path, ..
        } = import;
        if !excuse(&format!("{file} -> {to}")) {
            found.push(format!(
                "{file}:{line}: `{path}` leads from {from} to {to}, which is not on the map\n    \
                 move what both need to a room that both may import, or pass it in; \
                 if the arrow is right, add it to the line of {from}"
            ));
        }
    }
    for circle in circles(&allowed, &read) {
        if !excuse(&circle) {
            found.push(format!(
                "{circle}\n    move what both need to a place of its own"
            ));
        }
    }
    for (folder, count) in files_by_folder(&read) {
        let it = format!("{folder}/ has {count} files");
        if count > rules.full && !excuse(&it) {
            let most = rules.full;
            found.push(format!(
                "{it}, more than {most}\n    part it by what belongs together"
            ));
        }
    }
    let idle = rules.exceptions.iter().filter(|it| !excused.contains(**it));
    found.extend(idle.map(|it| format!("the exception `{it}` is needed no more; remove it")));
    found
}

/// The rooms of an import that no map allows.
fn wrong(import: &Import, rules: &Rules<'_>) -> Option<(String, String)> {
    let has = |module: &Module, word: &str| module.iter().any(|name| name == word);
    if has(&import.from, "testing") {
        return None;
    }
    let in_tests = import.in_tests || has(&import.from, "tests");
    if in_tests && has(&import.to, "testing") {
        return None;
    }
    rules.maps.iter().find_map(|(folder, map)| {
        let (from, allowed) = room(folder, map, &import.from)?;
        let (to, _) = room(folder, map, &import.to)?;
        let is_fine = from == to || allowed.split(' ').any(|name| name == to);
        (!is_fine).then(|| (full(folder, from), full(folder, to)))
    })
}

fn full(folder: &str, room: &str) -> String {
    format!("{folder}/{room}")
        .trim_start_matches('/')
        .to_owned()
}

/// The line of a module on the map of a folder, if the module is in that folder.
fn room<'a>(folder: &str, map: Map<'a>, module: &Module) -> Option<(&'a str, &'a str)> {
    let below = below(folder, module)?;
    let door = if folder.is_empty() {
        "lib.rs"
    } else {
        "mod.rs"
    };
    let is_in = |room: &str| match below.as_str() {
        "" => room == door,
        below => format!("{below}/").starts_with(&format!("{room}/")),
    };
    let rooms = map.iter().filter(|(room, _)| is_in(room));
    rooms.max_by_key(|(room, _)| room.len()).copied()
}

/// The path of a module below a folder.
fn below(folder: &str, module: &Module) -> Option<String> {
    let path = module.join("/");
    if folder.is_empty() || path == folder {
        return Some(path.strip_prefix(folder)?.to_owned());
    }
    Some(path.strip_prefix(folder)?.strip_prefix('/')?.to_owned())
}

fn is_test(module: &Module) -> bool {
    module
        .iter()
        .any(|name| name == "tests" || name == "testing")
}

/// What is wrong with a map: rooms that are none, and circles.
fn faults(folder: &str, map: Map<'_>) -> Vec<String> {
    let names: Vec<&str> = map.iter().map(|(room, _)| *room).collect();
    let mut arrows = BTreeMap::<&str, BTreeSet<&str>>::new();
    let mut found = Vec::new();
    for (room, imports) in map {
        for name in imports.split_whitespace() {
            if !names.contains(&name) {
                found.push(format!("the map of `{folder}/` has no room `{name}`"));
            }
            arrows.entry(*room).or_default().insert(name);
        }
    }
    for circle in knots(&arrows) {
        let circle = circle.join(", ");
        found.push(format!(
            "the map of `{folder}/` leads in a circle through {circle}"
        ));
    }
    found
}

/// The folders that import from each other, or a folder and a file beside it.
fn circles(imports: &[&Import], read: &Crate) -> Vec<String> {
    let mut arrows: BTreeMap<String, BTreeMap<&str, BTreeSet<&str>>> = BTreeMap::new();
    for import in imports {
        if import.in_tests || is_test(&import.from) || is_test(&import.to) {
            continue;
        }
        let from: Vec<&str> = import.file.split('/').collect();
        let to: Vec<&str> = read.modules[&import.to].split('/').collect();
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        if let (Some(from_part), Some(to_part)) = (from.get(shared), to.get(shared)) {
            let folder = arrows.entry(from[..shared].join("/")).or_default();
            folder.entry(from_part).or_default().insert(to_part);
        }
    }
    let mut found = Vec::new();
    for (folder, arrows) in &arrows {
        for circle in knots(arrows) {
            if circle.iter().any(|name| !name.ends_with(".rs")) {
                found.push(format!(
                    "{folder}/: {} import each other",
                    circle.join(", ")
                ));
            }
        }
    }
    found
}

/// The groups in which each leads to each other.
fn knots<'a>(arrows: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<Vec<&'a str>> {
    let reached = |start: &'a str| {
        let mut seen = BTreeSet::new();
        let mut open = vec![start];
        while let Some(next) = open.pop() {
            let further = arrows.get(next).into_iter().flatten();
            open.extend(further.filter(|name| seen.insert(**name)));
        }
        seen
    };
    let all: BTreeMap<&str, BTreeSet<&str>> = arrows.keys().map(|it| (*it, reached(it))).collect();
    let knot = |it: &&'a str| -> Vec<&'a str> {
        let back = |other: &&&str| all.get(**other).is_some_and(|seen| seen.contains(it));
        all[it].iter().filter(back).copied().collect()
    };
    arrows
        .keys()
        .filter(|it| all[*it].contains(*it))
        .map(knot)
        .collect()
}

/// How many files each folder has.
fn files_by_folder(read: &Crate) -> BTreeMap<&str, usize> {
    let mut counts = BTreeMap::new();
    for file in read.modules.values() {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        *counts.entry(folder).or_default() += 1;
    }
    counts
}
