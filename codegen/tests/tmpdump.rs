use fieldtable::source::*;
use fieldtable::*;
#[test]
fn dump() {
    let mut files = Files::default();
    let mut pages = vec![];
    for p in std::env::var("PAGES").unwrap().split(' ') {
        let t = std::fs::read_to_string(p).unwrap();
        let strip = std::env::var("STRIP").unwrap_or_default();
        let path = p.strip_prefix(strip.as_str()).unwrap().to_string();
        let id = files.add(SourceFile::new(path.clone(), t));
        let page = page::parse(&files, id);
        pages.push(dialect::PageFile { path, page });
    }
    let mut d = diagnostic::Diagnostics::default();
    let s = dialect::read(&files, &pages, &Default::default(), &mut d);
    for x in &s {
        println!(
            "SOURCE {:?} left {:?} nu {:?}",
            x.folder, x.left_out, x.not_understood
        );
        for m in &x.models {
            println!(
                "MODEL {} ns={:?} stem={} {:?} desc={:?} dep={:?}",
                m.name.value,
                m.namespace,
                m.stem,
                m.language,
                m.description.as_ref().map(|d| &d.value),
                m.deprecated.as_ref().map(|d| &d.value)
            );
            match &m.body {
                claim::Body::Fields(f) => {
                    for f in f {
                        println!(
                            "  {} {:?} null={:?} req={} desc={:?} dep={:?} ex={:?} @{}",
                            f.name.value,
                            f.ty.value,
                            f.nullable,
                            f.required.value,
                            f.description.as_ref().map(|d| &d.value),
                            f.deprecated.as_ref().map(|d| &d.value),
                            f.example.as_ref().map(|d| &d.value),
                            files.locate(f.ty.place)
                        );
                    }
                }
                claim::Body::Values(v) => {
                    println!("  {:?} {:?}", v.scalar, v.open);
                    for v in &v.values {
                        println!(
                            "   {:?} {:?} @{}",
                            v.value.value,
                            v.name,
                            files.locate(v.value.place)
                        );
                    }
                }
                b => println!("  {b:?}"),
            }
            for e in &m.examples {
                println!("  EX {:?}", e.value);
            }
        }
    }
    for x in d.sorted() {
        println!("{:?} {:?}", x.place.map(|p| files.locate(p)), x);
    }
}
