//! From a page to a claim about a model, or to a page without a model.

use super::type_meaning::TypeReader;
use super::{fields, members, tags, usage, values};
use crate::claim::{Body, LeftOut, Literal, ModelClaim, Reason, Source};
use crate::diagnostic::Diagnostics;
use crate::dialect::sdk::language::all;
use crate::dialect::sdk::language::null_convention::NullConvention;
use crate::dialect::sdk::page::kind::{PageKind, SortedPage};
use crate::dialect::sdk::page::titles::Titles;
use crate::dialect::sdk::page::{description, sections};
use crate::page::{Heading, outline};
use crate::source::{Files, Located, Place};

/// Reads a page into its source, in the words of a language; `titles` are those of all its pages.
pub(crate) fn read(
    files: &Files,
    sorted: &SortedPage,
    types: &mut TypeReader<'_>,
    convention: NullConvention,
    titles: &Titles<'_>,
    source: &mut Source,
    diagnostics: &mut Diagnostics,
) {
    let mut tags = Vec::new();
    let (title, body) = match &sorted.kind {
        PageKind::Fields(title, table) => {
            let fields = fields::read(
                files,
                &table.rows,
                types,
                convention,
                &title.text,
                diagnostics,
            );
            (title, Some(Body::Fields(fields)))
        }
        PageKind::Values(title, section) => {
            let values = values::read(files, sorted.page, section, diagnostics);
            (title, values.map(Body::Values))
        }
        PageKind::Members(title, members) => {
            let union = &title.text;
            let members = members::read(members, union, types, titles, diagnostics);
            tags = tags::read(sorted.page, union, members.called, diagnostics);
            (title, Some(Body::Members(members.types)))
        }
        PageKind::Silent(title) => (title, Some(Body::Silent)),
        PageKind::RetryConfig(title) => {
            return source
                .left_out
                .push(left_out(sorted, Some(title), Reason::RetryConfig));
        }
        PageKind::Other(title) => {
            return source
                .left_out
                .push(left_out(sorted, *title, Reason::NotAModel));
        }
        PageKind::NotUnderstood => return source.not_understood.push(sorted.page.file),
    };
    let Some(body) = body else {
        return source.not_understood.push(sorted.page.file);
    };
    let words = types.words;
    let prose = description::read(files, sorted.page);
    let struck = sections::is_struck(title);
    let struck = struck.then(|| Located::new(String::new(), title.place));
    source.models.push(ModelClaim {
        name: Located::new(title.text.clone(), title.place),
        namespace: sorted.home.namespace.clone(),
        page: sorted.path.to_owned(),
        anchors: outline::anchors(title),
        language: Some(words.language),
        rank: words.language as u8,
        name_case: Some(words.name_case),
        description: prose.description,
        deprecated: prose.deprecated.or(struck),
        body,
        tags,
        examples: examples(sorted),
        read_from: vec![read_from(sorted, title)],
        role: None,
        route: None,
    });
}

/// The header row of the page's table, or its title where it has none.
fn read_from(sorted: &SortedPage, title: &Heading) -> Place {
    let name = match sorted.kind {
        PageKind::Fields(..) => "Fields",
        PageKind::Values(..) => "Values",
        _ => return title.place,
    };
    let section = sections::section(sorted.page, name);
    let table = section.and_then(sections::first_table);
    table.map_or(title.place, |table| table.header.place)
}

/// Whole values of the model: from the usage block, and from below the members of a union.
fn examples(sorted: &SortedPage) -> Vec<Located<Literal>> {
    let members = match &sorted.kind {
        PageKind::Members(_, members) => members.as_slice(),
        _ => &[],
    };
    let codes = sections::usage(sorted.page).into_iter();
    codes
        .chain(members.iter().filter_map(|member| member.code))
        .filter(|code| all::has_literals(&code.language))
        .filter_map(usage::example)
        .collect()
}

fn left_out(sorted: &SortedPage, title: Option<&Heading>, reason: Reason) -> LeftOut {
    LeftOut {
        file: sorted.page.file,
        title: title.map_or_else(String::new, |title| title.text.clone()),
        namespace: sorted.home.namespace.clone(),
        reason,
        is_user_type: !sorted.home.in_models,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Scalar, TypeShape};
    use crate::dialect::sdk::testing::read;

    #[test]
    fn sorts_pages_without_a_model() {
        let reading = read(&[
            (
                "docs/models/shared/CreatedBy.md",
                "# CreatedBy\n\nWho did it.\n",
            ),
            (
                "docs/sdks/models/README.md",
                "# Models\n\n## Overview\n\ntext\n",
            ),
            ("docs/models/Half.md", "# Half\n\n## Fie"),
            ("docs/models/Empty.md", ""),
            ("LICENSE.md", "You may use this.\n"),
            (
                "USAGE.md",
                "<!-- Start -->\n```java\nShop.open();\n```\n<!-- End -->\n",
            ),
        ]);
        let source = &reading.sources[0];
        let names: Vec<_> = source
            .models
            .iter()
            .map(|m| (m.name.value.as_str(), &m.body))
            .collect();
        assert_eq!(names, [("CreatedBy", &Body::Silent)]);
        let left_out: Vec<_> = source
            .left_out
            .iter()
            .map(|l| (l.title.as_str(), l.reason))
            .collect();
        assert_eq!(
            left_out,
            [
                ("Models", Reason::NotAModel),
                ("Half", Reason::NotAModel),
                ("", Reason::NotAModel),
                ("", Reason::NotAModel),
            ]
        );
        assert_eq!(
            reading.findings(),
            [
                "docs/models/Half.md:1:1: expected a model on this page",
                "docs/models/Empty.md:1:1: the page has no title",
            ]
        );
    }

    #[test]
    fn unions_have_members_and_examples() {
        let page = "# U\n\n\n## Supported Types\n\n### `components.A`\n\n```typescript\nconst value: components.A = {\n  a: 1,\n};\n```\n\n### `string[]`\n\n```typescript\nconst value: string[] = [\n  \"b\",\n];\n```\n\n### `EventStream<models.A>`\n";
        let reading = read(&[("u.md", page)]);
        assert_eq!(reading.findings(), Vec::<String>::new());
        let model = &reading.sources[0].models[0];
        let Body::Members(members) = &model.body else {
            panic!("{:?}", model.body);
        };
        let shapes: Vec<_> = members.iter().map(|member| &member.value).collect();
        let strings = TypeShape::List(Box::new(TypeShape::Scalar(Scalar::String)));
        assert!(
            matches!(shapes[..], [TypeShape::Model(name), list, TypeShape::RawResponse]
            if name.name == "A" && *list == strings)
        );
        assert_eq!(model.examples.len(), 2);
        assert_eq!(
            model.examples[1].value,
            Literal::Array(vec![Literal::String("b".into())])
        );
    }
}
