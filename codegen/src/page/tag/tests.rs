use super::*;

fn print(text: &str) -> Option<String> {
    let tag = scan(text, 0)?;
    let attributes = tag.attributes.iter();
    let attributes: Vec<_> = attributes
        .map(|a| format!("{}={}", a.name, a.value))
        .collect();
    let (name, kind) = (&tag.name, tag.kind);
    Some(format!(
        "{name} {kind:?} {} {}",
        attributes.join(" "),
        tag.end
    ))
}

#[test]
fn reads_tags_of_html_components_and_templates() {
    for (text, expected) in [
        ("<Tab>", "Tab Opens  5"),
        ("</Tab >x", "Tab Closes  7"),
        ("<br/ >", "br Empty  6"),
        ("<a name=x-1>", "a Opens name=x-1 12"),
        ("<a id='x'/>", "a Empty id=x 11"),
        (
            "<Row a=\"1 > 0\"\n b={[{k: \"}\"}]} {...p} c={'d'} hidden>",
            "Row Opens a=1 > 0 b=[{k: \"}\"}] c=d hidden=true 53",
        ),
        ("{% tab label=\"A %} B\" /%}", "tab Empty label=A %} B 25"),
        ("{% /tab %}", "tab Closes  10"),
        ("{%tab \"x\" y%}", "tab Opens y=true 13"),
        ("<a href=\"x?a&amp;b\">", "a Opens href=x?a&b 20"),
    ] {
        assert_eq!(print(text).as_deref(), Some(expected), "{text}");
    }
}

#[test]
fn refuses_what_is_no_tag() {
    let long = format!("<a {}>", "b ".repeat(LONGEST));
    for text in [
        "<",
        "<a",
        "< a>",
        "<1>",
        "<https://example.com>",
        "<a@example.com>",
        "<a \n\n b>",
        "<a b={{>",
        "<a b=\"c>",
        "{{ x }}",
        "<a =b>",
        &long,
    ] {
        assert_eq!(print(text), None, "{text}");
    }
}

#[test]
fn reads_lists_of_attributes() {
    let print = |text: &str| {
        let attributes = attribute_list(text)?.into_iter();
        let attributes = attributes.map(|a| format!("{}={}", a.name, a.value));
        Some(attributes.collect::<Vec<_>>().join(" "))
    };
    for (text, expected) in [
        ("{#x}", "id=x"),
        ("{ #x-1 .wide }", "id=x-1 class=wide"),
        ("{: #x k=\"v\"}", "id=x k=v"),
        ("{/* #x */}", "id=x"),
    ] {
        assert_eq!(print(text).as_deref(), Some(expected), "{text}");
    }
    for text in ["{}", "{x}", "{#}", "{#a} {#b}", "x", "{room.id}", "{{#x}}"] {
        assert_eq!(print(text), None, "{text}");
    }
}
