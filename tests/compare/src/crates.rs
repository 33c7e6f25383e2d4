//! The crates that are compared: the models, and a program that uses every one.

use std::fs;
use std::path::{Path, PathBuf};

use fieldtable::diagnostic::Diagnostics;
use fieldtable::emit::emit;
use fieldtable::input;
use fieldtable::model::{Api, Impls, Kind};

use crate::program;
use crate::typified;

/// One way to have the models.
pub struct Variant {
    pub name: &'static str,
    pub folder: PathBuf,
}

impl Variant {
    /// The program that uses every model.
    pub fn program(&self) -> PathBuf {
        self.folder.join("target/release/user")
    }
}

/// The model of a folder of pages.
pub fn describe(root: &Path, folder: &Path) -> Option<Api> {
    let mut parts = folder.iter();
    let (api, language) = (parts.next()?, parts.next()?.to_str()?);
    let shipped = root.join(api).join("spec.toml").exists();
    let mut input = if shipped {
        input::read(root).ok()?
    } else {
        input::read(&root.join(api)).ok()?
    };
    let wanted = if shipped { api.to_str()? } else { language };
    input.apis.retain(|input| input.name == wanted);
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics).ok()?;
    let mut api = description.apis.into_iter().next()?;
    api.module = "api".to_owned();
    Some(api)
}

/// Writes the three crates. typify's is left out, with a note, where typify cannot read the schema.
pub fn write(api: &Api, work: &Path) -> Vec<Variant> {
    let mut variants = Vec::new();
    let (mut paths, mut cases) = (Vec::new(), String::new());
    for (name, impls) in [("shared", Impls::Shared), ("derive", Impls::Derive)] {
        let mut api = api.clone();
        api.impls = impls;
        let folder = work.join(name);
        let files = emit(std::slice::from_ref(&api));
        fieldtable::output::write(&folder, &files, &mut |_| {}).expect("the crate can be written");
        cases = files
            .get("tests/cases/api.jsonl")
            .cloned()
            .unwrap_or_default();
        paths = api
            .models
            .values()
            .filter(|model| !matches!(model.kind, Kind::Alias(_)))
            .map(|model| (model.path.to_string(), format!("api::{}", model.path)))
            .collect();
        finish(&folder, &paths, &cases);
        variants.push(Variant { name, folder });
    }
    let folder = work.join("typify");
    match typified::write(api, &folder) {
        Ok(names) => {
            let paths: Vec<_> = paths
                .into_iter()
                .filter_map(|(name, _)| Some((name.clone(), names.get(&name)?.clone())))
                .collect();
            println!("typify has {} of the models", paths.len());
            finish(&folder, &paths, &cases);
            variants.push(Variant {
                name: "typify",
                folder,
            });
        }
        Err(error) => println!("typify cannot read the schema: {error}"),
    }
    variants
}

/// Adds the program, the cases and the profile.
fn finish(folder: &Path, paths: &[(String, String)], cases: &str) {
    let manifest = folder.join("Cargo.toml");
    let mut text = fs::read_to_string(&manifest).expect("a manifest was written");
    text.push_str("\n[[bin]]\nname = \"user\"\npath = \"user.rs\"\n\n[profile.release]\nstrip = true\n\n[workspace]\n");
    fs::write(&manifest, text).expect("the manifest can be written");
    fs::write(folder.join("user.rs"), program::text(paths)).expect("the program can be written");
    fs::write(folder.join("cases.jsonl"), program::to_time(cases))
        .expect("the cases can be written");
}

/// Shapes with their fields beside `name`: structs of the unions that are compared.
const SHAPES: &[(&str, &[&str])] = &[
    ("Circle", &["radius"]),
    ("Square", &["side"]),
    ("Ring", &["inner", "outer"]),
    ("Sector", &["angle", "reach"]),
    ("Oblong", &["long", "wide"]),
];

/// Writes the crate of a few pages with unions and an open enum.
pub fn write_pages(folder: &Path) {
    let pages = folder.join("specs/shapes/typescript/models/components");
    fs::create_dir_all(&pages).expect("folders can be made");
    let put = |name: &str, text: String| {
        let path = pages.join(format!("{}.md", name.to_lowercase()));
        fs::write(path, format!("# {name}\n\n{text}")).expect("a page can be written");
    };
    let head = "| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n";
    let (mut tagged, mut untagged) = (Vec::new(), Vec::new());
    for (name, fields) in SHAPES {
        let rows: String = ["name"]
            .iter()
            .chain(*fields)
            .map(|field| {
                let ty = if *field == "name" { "string" } else { "number" };
                format!("| `{field}` | *{ty}* | :heavy_check_mark: | N/A |\n")
            })
            .collect();
        let kind = format!(
            "| `kind` | *\"{}\"* | :heavy_check_mark: | N/A |\n",
            name.to_lowercase()
        );
        put(
            &format!("Plain{name}"),
            format!("## Fields\n\n{head}{rows}"),
        );
        put(name, format!("## Fields\n\n{head}{kind}{rows}"));
        tagged.push(format!("components.{name}"));
        untagged.push(format!("components.Plain{name}"));
    }
    put("Tagged", union(&tagged));
    put("Untagged", union(&untagged));
    put(
        "Scalar",
        union(&["number", "string", "string[]"].map(str::to_owned)),
    );
    let values = ["red", "green", "blue", "amber", "violet"].map(|value| format!("{value:?}"));
    let values = values.join(" | ");
    put(
        "Color",
        format!(
            "## Values\n\nThis is an open enum.\n\n```typescript\n{values} | Unrecognized<string>\n```\n"
        ),
    );
    for name in ["Tagged", "Untagged", "Scalar", "Color", "PlainOblong"] {
        let row = format!("| `items` | components.{name}[] | :heavy_check_mark: | N/A |\n");
        put(&format!("{name}List"), format!("## Fields\n\n{head}{row}"));
    }
    let rows: String = ["a", "b", "c", "d", "e", "f"]
        .iter()
        .map(|field| format!("| `{field}` | components.Color | :heavy_check_mark: | N/A |\n"))
        .collect();
    put("Palette", format!("## Fields\n\n{head}{rows}"));
    let input = input::read(&folder.join("specs")).expect("the pages can be read");
    let mut diagnostics = Diagnostics::default();
    let description = fieldtable::describe(&input, &mut diagnostics);
    let description = description.expect("the pages are understood");
    fieldtable::output::write(folder, &emit(&description.apis), &mut |_| {}).expect("it can be written");
}

fn union(members: &[String]) -> String {
    let members: String = members
        .iter()
        .map(|member| {
            format!("### `{member}`\n\n```typescript\nconst value: {member} = {{}};\n```\n\n")
        })
        .collect();
    format!("## Supported Types\n\n{members}")
}
