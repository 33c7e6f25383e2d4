//! The sections of a page as a tree, and how links name them.

use super::slug;
use super::tree::{Heading, Inline, Page, Section};

/// A section, and the sections below it: those of deeper levels up to the next that is none.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Part<'p> {
    pub section: &'p Section,
    pub below: Vec<Part<'p>>,
}

/// The sections of a page that stand below no other.
pub(crate) fn outline(page: &Page) -> Vec<Part<'_>> {
    parts(&mut page.sections.as_slice(), 0)
}

/// Takes sections as long as they are deeper than `level`.
fn parts<'p>(sections: &mut &'p [Section], level: u8) -> Vec<Part<'p>> {
    let mut parts = Vec::new();
    while let Some((section, rest)) = sections.split_first()
        && section.level > level
    {
        *sections = rest;
        parts.push(Part {
            section,
            below: self::parts(sections, section.level),
        });
    }
    parts
}

/// The anchors by which links mean a heading: those that it names itself, as `<a name="x">` or
/// `{#x}`, then the one that its text gives.
pub(crate) fn anchors(heading: &Heading) -> Vec<String> {
    let mut anchors = Vec::new();
    for inline in &heading.inlines {
        if let Inline::Html(tag, _) = inline {
            anchors.extend(["name", "id"].iter().filter_map(|key| attribute(tag, key)));
        }
    }
    let marked = heading.text.strip_suffix('}');
    let marked = marked.and_then(|text| text.rsplit_once("{#"));
    let plain: Vec<&str> = match marked {
        Some((before, id)) => {
            anchors.push(id.to_owned());
            vec![before.trim_end()]
        }
        None => runs(&heading.inlines),
    };
    anchors.push(slug::drop_punctuation(plain.concat().trim()));
    anchors
}

/// The text of runs, tags left out.
pub(super) fn runs(inlines: &[Inline]) -> Vec<&str> {
    let mut texts = Vec::new();
    for inline in inlines {
        match inline {
            Inline::Text(text, _) | Inline::Code(text, _) => texts.push(text.as_str()),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => {
                texts.extend(runs(inner));
            }
            Inline::Link(link) => texts.extend(runs(&link.text)),
            Inline::Break(_) => texts.push(" "),
            Inline::Html(..) => {}
        }
    }
    texts
}

/// The value of an attribute in a tag such as `<a name="x">`.
fn attribute(tag: &str, key: &str) -> Option<String> {
    let words = tag.strip_prefix("<a ")?;
    let at = words.find(&format!("{key}=\""))?;
    let value = &words[at + key.len() + 2..];
    Some(value[..value.find('"')?].to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::testing::read;
    use super::*;

    fn print(parts: &[Part<'_>]) -> String {
        let parts = parts.iter().map(|part| {
            let (text, below) = (&part.section.heading.text, print(&part.below));
            format!("{text}({below})")
        });
        parts.collect::<Vec<_>>().concat()
    }

    #[test]
    fn sections_stand_below_the_last_of_a_lower_level() {
        let (_, page) = read("# T\n\n### a\n\n## b\n\n###### c\n\n### d\n\n# e\n\n## f\n");
        assert_eq!(print(&outline(&page)), "a()b(c()d())e(f())");
    }

    #[test]
    fn headings_have_the_anchors_that_they_name_and_that_of_their_text() {
        let anchors = |heading: &str| {
            let (_, page) = read(&format!("# T\n\n## {heading}\n"));
            anchors(&page.sections[0].heading)
        };
        assert_eq!(anchors("Get *the* `Room`?"), ["get-the-room"]);
        assert_eq!(anchors("A / B_c-d"), ["a--b_c-d"]);
        assert_eq!(anchors("Überblick"), ["überblick"]);
        assert_eq!(anchors("Room {#rooms-1}"), ["rooms-1", "room"]);
        assert_eq!(anchors("<a name=\"x\"></a>Room"), ["x", "room"]);
        assert_eq!(
            anchors("<a id=\"y\" name=\"x\"></a> Room"),
            ["x", "y", "room"]
        );
        assert_eq!(anchors("Stream<Bytes>"), ["stream"]);
    }
}
