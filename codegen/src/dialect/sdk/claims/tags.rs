//! What tells the members of a union apart, as claims.

use std::collections::BTreeSet;

use crate::claim::{Spelling, TagClaim};
use crate::diagnostic::{Diagnostic, Diagnostics, Topic};
use crate::dialect::sdk::page::constructors;
use crate::fold::fold_name;
use crate::page::Page;
use crate::source::Located;

/// A member that is a model, and what the SDK's code calls it.
pub(crate) struct CalledMember {
    /// The model's name.
    pub member: String,
    pub called: Located<String>,
}

/// The values of the tag, where the page of a union has them.
///
/// SDKs call a member by its type, unless a key tells them apart: then by the value of that key, in
/// the case of their language. So what members are called are values if one of them is not called
/// by its type.
pub(crate) fn read(
    page: &Page,
    union: &str,
    members: Vec<CalledMember>,
    diagnostics: &mut Diagnostics,
) -> Vec<TagClaim> {
    let models: BTreeSet<String> = members.iter().map(|it| fold_name(&it.member)).collect();
    let mut called = members;
    if let Some(section) = constructors::constants(page, union) {
        let read = section.constants.len();
        if read == 0 || read < section.cases {
            let message = "not all values of the union's tag are read";
            let cases = section.cases;
            let label = format!("{read} of {cases} are constants such as `{union}TypeA`");
            diagnostics.push(
                Diagnostic::warning(Topic::Unread, section.heading, message)
                    .label(label)
                    .hint("set the `tag` and the `tags` of the union in `spec.toml`"),
            );
        }
        // A constant says more than a constructor: what it is for.
        let listed = section.constants.into_iter().map(|constant| CalledMember {
            member: constant.member,
            called: constant.name,
        });
        let listed: Vec<_> = listed
            .filter(|it| models.contains(&fold_name(&it.member)))
            .collect();
        let known: BTreeSet<_> = listed.iter().map(key).collect();
        called.retain(|it| !known.contains(&key(it)));
        called.extend(listed);
    }
    if called
        .iter()
        .all(|it| fold_name(&it.called.value) == fold_name(&it.member))
    {
        return Vec::new();
    }
    let claims = called.into_iter().map(|it| TagClaim {
        member: it.member,
        key: None,
        value: it.called,
        spelling: Spelling::Recased,
    });
    claims.collect()
}

fn key(it: &CalledMember) -> (String, String) {
    (fold_name(&it.member), fold_name(&it.called.value))
}

#[cfg(test)]
mod tests {
    use crate::claim::{Spelling, TagClaim};
    use crate::dialect::sdk::testing::{Reading, fields_page, read};

    const NAME: &str = "`Name` | `string` | yes | N/A";

    fn tags(reading: &Reading) -> Vec<(&str, &str, String)> {
        let tags = reading.sources[0].models[0].tags.iter();
        tags.map(
            |TagClaim {
                 member,
                 key,
                 value,
                 spelling,
             }| {
                assert_eq!((key.as_ref(), *spelling), (None, Spelling::Recased));
                let at = reading.files.text(value.place);
                assert_eq!(at, value.value);
                let place = reading.files.locate(value.place).to_string();
                (member.as_str(), value.value.as_str(), place)
            },
        )
        .collect()
    }

    /// The page of a union in Go, of members by the names that its constructors have for them.
    fn go(title: &str, members: &[(&str, &str)]) -> String {
        let members = members.iter().map(|(name, ty)| {
            let heading = ty.rsplit_once('.').map_or("", |(_, heading)| heading);
            format!("### {heading}\n\n```go\nx := components.Create{title}{name}({ty}{{/* values here */}})\n```\n\n")
        });
        let members: Vec<_> = members.collect();
        format!("# {title}\n\n## Supported Types\n\n{}", members.concat())
    }

    /// The section about its constants.
    fn switch(constants: &[(&str, &str)]) -> String {
        let cases = constants.iter().map(|(constant, member)| {
            format!("\tcase components.{constant}:\n\t\t// x.{member} is populated\n")
        });
        let cases: Vec<_> = cases.collect();
        let rest = "\tdefault:\n\t\t// Unknown type - use x.GetUnknownRaw() for raw JSON\n";
        format!(
            "## Union Discrimination\n\nUse the `Type` field.\n\n```go\nswitch x.Type {{\n{}{rest}}}\n```\n",
            cases.concat()
        )
    }

    fn read_go(page: &str) -> Reading {
        let member = |title: &str| fields_page(title, &[NAME]);
        read(&[
            ("docs/models/components/grant.md", page),
            ("docs/models/components/badge.md", &member("Badge")),
            ("docs/models/components/role.md", &member("Role")),
        ])
    }

    #[test]
    fn constants_of_go_are_values_of_the_tag() {
        let members = [
            ("BadgeID", "components.Badge"),
            ("Role", "components.Role"),
            ("Str", "string"),
        ];
        let constants = [
            ("GrantTypeBadgeID", "Badge"),
            ("GrantTypeRole", "Role"),
            ("GrantTypeStr", "Str"),
        ];
        let reading = read_go(&(go("Grant", &members) + &switch(&constants)));
        assert_eq!(reading.findings(), Vec::<String>::new());
        let path = "docs/models/components/grant.md";
        let expected = [
            ("Badge", "BadgeID", format!("{path}:29:27")),
            ("Role", "Role", format!("{path}:31:27")),
        ];
        assert_eq!(tags(&reading), expected);
        // The name of the constants' type may be taken.
        let constants = constants.map(|(name, member)| (name.replace("Type", "UnionType"), member));
        let constants = [0, 1].map(|at| (constants[at].0.as_str(), constants[at].1));
        let reading = read_go(&(go("Grant", &members) + &switch(&constants)));
        let values = tags(&reading).into_iter().map(|(_, value, _)| value);
        assert_eq!(values.collect::<Vec<_>>(), ["BadgeID", "Role"]);
    }

    #[test]
    fn constructors_of_early_go_are_enough() {
        let members = [
            ("Pin", "components.Badge"),
            ("Medal", "components.Badge"),
            ("RoleName", "components.Role"),
        ];
        let reading = read_go(&go("Grant", &members));
        assert_eq!(reading.findings(), Vec::<String>::new());
        let found = tags(&reading);
        let found = found.iter().map(|(member, value, _)| (*member, *value));
        assert_eq!(
            found.collect::<Vec<_>>(),
            [("Badge", "Pin"), ("Badge", "Medal"), ("Role", "RoleName")]
        );
    }

    #[test]
    fn members_called_by_their_types_have_no_tag() {
        let members = [("Badge", "components.Badge"), ("Role", "components.Role")];
        let constants = [("GrantTypeBadge", "Badge"), ("GrantTypeRole", "Role")];
        let reading = read_go(&(go("Grant", &members) + &switch(&constants)));
        assert_eq!(reading.findings(), Vec::<String>::new());
        assert_eq!(tags(&reading), []);
    }

    #[test]
    fn constants_that_cannot_be_read_are_said() {
        let members = [("Pin", "components.Badge")];
        let page = go("Grant", &members) + &switch(&[("KindPin", "Badge")]);
        let reading = read_go(&page);
        assert_eq!(
            reading.findings(),
            ["docs/models/components/grant.md:11:1: not all values of the union's tag are read"]
        );
        // The constructor still says it.
        assert_eq!(tags(&reading)[0].1, "Pin");
    }

    #[test]
    fn headings_of_csharp_are_values_of_the_tag() {
        let section = |title: &str, key: &str| {
            format!("### {key}\n\n```csharp\n{title}.Create{key}(/* values here */);\n```\n\n")
        };
        let union = |title: &str, keys: &[&str]| {
            let keys: Vec<_> = keys.iter().map(|key| section(title, key)).collect();
            format!("# {title}\n\n## Supported Types\n\n{}", keys.concat())
        };
        let member = |title: &str| fields_page(title, &["`Name` | *string* | yes | N/A"]);
        let titles = ["PetCat", "PetDogOutput", "PetDog", "Bird"];
        let members =
            titles.map(|title| (format!("docs/Models/Components/{title}.md"), member(title)));
        let read_union = |page: &str, beside: &str| {
            let mut pages = vec![
                ("docs/Models/Components/A.md", page),
                ("docs/Models/Components/PetInput.md", beside),
            ];
            pages.extend(
                members
                    .iter()
                    .map(|(path, text)| (path.as_str(), text.as_str())),
            );
            let reading = read(&pages);
            assert_eq!(reading.findings(), Vec::<String>::new());
            let found = tags(&reading).into_iter();
            let found = found.map(|(member, value, _)| format!("{member} {value}"));
            found.collect::<Vec<_>>()
        };
        let input = union("PetInput", &["Cat", "Dog", "Bird"]);
        let output = union("Pet", &["Cat", "Dog"]);
        assert_eq!(
            read_union(&input, &output),
            ["PetCat Cat", "PetDog Dog", "Bird Bird"]
        );
        // What is read beside what is written is the output.
        assert_eq!(
            read_union(&output, &input),
            ["PetCat Cat", "PetDogOutput Dog"]
        );
        // A heading that is a title is the model of that title.
        let plain = union("Any", &["Bird", "PetCat"]);
        assert_eq!(read_union(&plain, &input), Vec::<String>::new());
    }
}
