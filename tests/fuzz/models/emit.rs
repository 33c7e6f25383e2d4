//! Emits the hostile models of the tests of emitted crates, in the form that the package is called by.

#[allow(dead_code)]
#[path = "../../../codegen/tests/emitted_crate/build.rs"]
mod build;
#[path = "../../../codegen/tests/emitted_crate/hostile/mod.rs"]
mod hostile;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fieldtable::model::{Api, Extra, Impls, Kind, Presence, Type, UserType, WireShape};

/// More models of one kind tell nothing new, and take long to build.
const MANY: usize = 2;

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo says it"));
    let name = env::var("CARGO_PKG_NAME").expect("cargo says it");
    println!("cargo::rerun-if-changed=../../../../codegen/tests/emitted_crate");
    let mut apis: Vec<_> = hostile::apis().into_iter().take(2).collect();
    more(&mut apis[0]);
    for api in &mut apis {
        api.impls = if name == "derived" {
            Impls::Derive
        } else {
            Impls::Shared
        };
    }
    for (path, text) in fieldtable::emit::emit(&apis) {
        let path = out.join(path);
        fs::create_dir_all(path.parent().unwrap_or(&out)).expect("a folder");
        let text = if path.ends_with("src/lib.rs") {
            without_inner(&text)
        } else {
            text
        };
        fs::write(path, text).expect("a file");
    }
    write_lists(&out, &name, &apis);
}

/// An included file has no attributes and docs of its own.
fn without_inner(text: &str) -> String {
    let lines = text.lines();
    let outer = lines.filter(|line| !line.starts_with("#![") && !line.starts_with("//!"));
    outer.map(|line| format!("{line}\n")).collect()
}

/// What the hostile models lack: types that only serde reads, and `f32` in every place.
fn more(api: &mut Api) {
    use build::{list, map, nullable, of, optional, required, strukt, union};
    let user = |path: &str| Type::User {
        path: path.to_owned(),
        wire: Box::new(Type::String),
    };
    // An address has another form in formats for programs, in which no union could know it.
    const ADDRESS: &str = "::std::net::IpAddr";
    const PATH: &str = "::std::path::PathBuf";
    for path in [ADDRESS, PATH] {
        api.user_types.insert(path.to_owned(), UserType::default());
    }
    let address = || user(ADDRESS);
    let mut hosts = strukt(
        "Hosts",
        vec![
            optional("one", address()),
            build::field("two", address(), Presence::OptionalNullable),
            optional("all", list(address())),
            optional("by_name", map(nullable(address()))),
            optional("either", of("HostOrNumber")),
            optional("weight", Type::Float32),
        ],
    );
    if let Kind::Struct(hosts) = &mut hosts.kind {
        hosts.extra = Some(Extra {
            name: "others".to_owned(),
            ty: Type::Number,
            docs: Default::default(),
        });
    }
    let either = union(
        "HostOrNumber",
        None,
        vec![
            ("Weight", Type::Float32, WireShape::Number),
            ("Path", user(PATH), WireShape::Text),
            (
                "Hosts",
                build::boxed(of("Hosts")),
                build::object(
                    &[],
                    &[],
                    &["one", "two", "all", "by_name", "either", "weight"],
                ),
            ),
        ],
    );
    let owner = strukt("Host", vec![required("at", address())]);
    for model in [hosts, either, owner] {
        api.models.insert(model.path.clone(), model);
    }
}

/// What a model is, whatever its names are.
fn kind(kind: &Kind) -> String {
    let of_type = |ty: &Type| match ty {
        Type::Model(_) => "a model".to_owned(),
        ty => format!("{ty:?}"),
    };
    match kind {
        Kind::Struct(model) => {
            let fields = model.fields.iter();
            let fields = fields.map(|field| {
                let constant = field.constant.as_ref().map(|constant| &constant.value);
                (of_type(&field.ty.value), field.presence, constant)
            });
            format!("{:?} {:?}", fields.collect::<Vec<_>>(), model.extra)
        }
        Kind::Enum(model) => format!("{:?} {}", model.scalar, model.unknown.is_some()),
        kind => format!("{kind:?}"),
    }
}

/// The macro that calls another with all models, and their schemas.
fn write_lists(out: &Path, name: &str, apis: &[Api]) {
    let mut models = String::new();
    let mut schemas = String::new();
    for api in apis {
        let text = fieldtable::schema::schema(api).to_string();
        schemas.push_str(&format!("({:?}, {text:?}),\n", api.module));
        let mut kinds: BTreeMap<String, usize> = BTreeMap::new();
        for (path, model) in &api.models {
            let count = kinds.entry(kind(&model.kind)).or_default();
            *count += 1;
            if *count <= MANY {
                let path = format!("{}::{path}", api.module);
                models.push_str(&format!("{path:?} {path},\n"));
            }
        }
    }
    let text = format!(
        "/// Calls a macro with the paths of all models.\n\
         #[macro_export]\nmacro_rules! {name}_models {{\n    ($call:ident) => {{ $call! {{ {models} }} }};\n}}\n"
    );
    fs::write(out.join("models.rs"), text).expect("a file");
    fs::write(out.join("schemas.rs"), format!("[{schemas}]")).expect("a file");
}
