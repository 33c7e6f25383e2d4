//! Joins what the SDK's own source says to the claims of its pages.
//!
//! The source and the pages were written by one generator, so names are the same but for what a
//! page does to them: another case of a title, a folder that pages do not have.

use std::collections::{BTreeMap, BTreeSet};

use crate::claim::{
    Body, Const, FieldClaim, ModelClaim, Source, SourceKey, Spelling, TagClaim, Unmatched,
};
use crate::dialect::sdk::page::location;
use crate::fold::fold_name;
use crate::keys::{Fact, KeysFile, Says};
use crate::source::{Files, Located};

/// Gives fields their keys and unions their tags.
pub(crate) fn join(files: &Files, keys: &KeysFile, source: &mut Source) {
    let types = Types::of(keys);
    let mut unmatched = Unmatched::default();
    let near: Vec<Option<usize>> = source.models.iter().map(|it| types.of_page(it)).collect();
    let mut met: BTreeSet<usize> = near.iter().flatten().copied().collect();
    for (claim, near) in source.models.iter_mut().zip(near) {
        // What has a page of its own in its namespace is not what this page describes.
        let far = || types.elsewhere(claim).filter(|at| !met.contains(at));
        let Some(found) = near.or_else(far) else {
            continue;
        };
        met.insert(found);
        let facts = &types.all[found].facts;
        claim.tags.extend(facts.iter().filter_map(|fact| tag(fact)));
        if let Body::Fields(fields) = &mut claim.body {
            join_fields(files, facts, fields, &mut unmatched);
        }
    }
    let left_out = pages_left_out(source);
    for (at, ty) in types.all.iter().enumerate() {
        let is_left_out = left_out.contains(&(ty.namespace.clone(), ty.name.to_lowercase()));
        let is_keyless = |fact: &&Located<Fact>| fact.value.says == Says::Keyless;
        if !met.contains(&at) && !is_left_out && !ty.facts.iter().all(is_keyless) {
            unmatched
                .models
                .extend(ty.facts.first().map(|fact| fact.place));
        }
    }
    match &mut source.unmatched {
        None => source.unmatched = Some(unmatched),
        Some(known) => {
            known.rows.extend(unmatched.rows);
            known.members.extend(unmatched.members);
            known.models.extend(unmatched.models);
        }
    }
}

/// Tells which facts are of types whose pages are left out: nobody misses these pages.
pub(crate) fn of_pages_left_out(source: &Source) -> impl Fn(&Fact) -> bool {
    let mut left_out = pages_left_out(source);
    // A model of that name may take the type of another namespace.
    let models = source.models.iter();
    let models: BTreeSet<String> = models.map(|it| fold_name(&it.name.value)).collect();
    left_out.retain(|(_, title)| !models.contains(&fold_name(title)));
    move |fact| {
        let (folder, name) = fact.model_parts();
        left_out.contains(&(location::of_folder(folder), name.to_lowercase()))
    }
}

/// The pages that are left out, by namespace and title without case.
fn pages_left_out(source: &Source) -> BTreeSet<(String, String)> {
    let pages = source.left_out.iter();
    pages
        .map(|page| (page.namespace.clone(), page.title.to_lowercase()))
        .collect()
}

/// A type of the source.
struct SourceType<'k> {
    namespace: String,
    name: &'k str,
    facts: Vec<&'k Located<Fact>>,
}

/// The types of a source, by what pages call them.
struct Types<'k> {
    all: Vec<SourceType<'k>>,
    /// By namespace and name.
    exact: BTreeMap<(String, &'k str), usize>,
    /// By namespace and name without case; those of one spelling only.
    folded: BTreeMap<(String, String), Option<usize>>,
    /// By name, where one namespace has it.
    named: BTreeMap<&'k str, Option<usize>>,
    /// By name without case, likewise.
    named_folded: BTreeMap<String, Option<usize>>,
}

impl<'k> Types<'k> {
    fn of(keys: &'k KeysFile) -> Self {
        let mut types = Types {
            all: Vec::new(),
            exact: BTreeMap::new(),
            folded: BTreeMap::new(),
            named: BTreeMap::new(),
            named_folded: BTreeMap::new(),
        };
        let is_keyless = |fact: &&Located<Fact>| fact.value.says == Says::Keyless;
        let (keyless, keyed): (Vec<_>, Vec<_>) = keys.facts.iter().partition(is_keyless);
        for fact in keyed.into_iter().chain(keyless) {
            let (folder, name) = fact.value.model_parts();
            let namespace = location::of_folder(folder);
            let next = types.all.len();
            let at = *types.exact.entry((namespace.clone(), name)).or_insert(next);
            if at == next && is_keyless(&fact) {
                // It may be a class of the SDK itself, which is no other page's.
                types.all.push(SourceType {
                    namespace,
                    name,
                    facts: Vec::new(),
                });
            } else if at == next {
                types.all.push(SourceType {
                    namespace: namespace.clone(),
                    name,
                    facts: Vec::new(),
                });
                let folded = fold_name(name);
                only(types.folded.entry((namespace, folded.clone())), at);
                only(types.named.entry(name), at);
                only(types.named_folded.entry(folded), at);
            }
            types.all[at].facts.push(fact);
        }
        types
    }

    /// The type of a page's namespace and title.
    fn of_page(&self, claim: &ModelClaim) -> Option<usize> {
        let title = claim.name.value.as_str();
        let exact = self.exact.get(&(claim.namespace.clone(), title)).copied();
        let folded = || {
            let key = (claim.namespace.clone(), fold_name(title));
            self.folded.get(&key).copied().flatten()
        };
        exact.or_else(folded)
    }

    /// The only type of a page's title, in whatever namespace.
    fn elsewhere(&self, claim: &ModelClaim) -> Option<usize> {
        let title = claim.name.value.as_str();
        let exact = self.named.get(title).copied().flatten();
        let folded = || self.named_folded.get(&fold_name(title)).copied().flatten();
        exact.or_else(folded)
    }
}

/// Notes what has a name, unless something else has it too.
fn only<K: Ord>(entry: std::collections::btree_map::Entry<'_, K, Option<usize>>, at: usize) {
    entry.and_modify(|known| *known = None).or_insert(Some(at));
}

fn join_fields(
    files: &Files,
    facts: &[&Located<Fact>],
    fields: &mut [FieldClaim],
    unmatched: &mut Unmatched,
) {
    let mut exact: BTreeMap<&str, usize> = BTreeMap::new();
    let mut folded: BTreeMap<String, Option<usize>> = BTreeMap::new();
    let is_field = |fact: &Located<Fact>| matches!(fact.value.says, Says::Field { .. });
    for (at, fact) in facts.iter().enumerate().filter(|(_, fact)| is_field(fact)) {
        exact.insert(&fact.value.member, at);
        only(folded.entry(fold_name(&fact.value.member)), at);
    }
    let is_keyless = |fact: &&&Located<Fact>| fact.value.says == Says::Keyless;
    let keyless = facts.iter().filter(is_keyless);
    let keyless: BTreeMap<String, &Located<Fact>> = keyless
        .map(|fact| (fold_name(&fact.value.member), *fact))
        .collect();
    if exact.is_empty() && keyless.is_empty() {
        return;
    }
    let is_keyed = !exact.is_empty();
    let printed = |field: &FieldClaim| {
        // A claim's name may have lost what the language forced on it; the page prints all.
        let printed = files.text(field.name.place).trim_matches(['`', '~', ' ']);
        [printed.to_owned(), field.name.value.clone()]
    };
    let same = |field: &FieldClaim| {
        let names = printed(field);
        names
            .iter()
            .find_map(|name| exact.get(name.as_str()).copied())
    };
    let near: Vec<Option<usize>> = fields.iter().map(same).collect();
    let mut met: BTreeSet<usize> = near.iter().flatten().copied().collect();
    for (field, near) in fields.iter_mut().zip(near) {
        let alike = || {
            let names = printed(field);
            let mut names = names.iter();
            let found = names.find_map(|name| folded.get(&fold_name(name)).copied().flatten());
            found.filter(|at| !met.contains(at))
        };
        let Some(at) = near.or_else(alike) else {
            let names = printed(field);
            let mut names = names.iter();
            let apart = names.find_map(|name| keyless.get(&fold_name(name)));
            let apart_at = apart.map(|fact| Located::new(fact.value.at.clone(), fact.place));
            field.no_key = apart_at.map(Box::new);
            if !field.is_rest && apart.is_none() && is_keyed {
                unmatched.rows.push(field.row);
            }
            continue;
        };
        met.insert(at);
        let fact = facts[at];
        if let Says::Field { constant } = &fact.value.says {
            let key = SourceKey {
                key: fact.value.key.clone(),
                constant: constant.clone(),
                at: fact.value.at.clone(),
            };
            field.source_key = Some(Box::new(Located::new(key, fact.place)));
        }
    }
    let missed = exact.into_values().filter(|at| !met.contains(at));
    unmatched.members.extend(missed.map(|at| facts[at].place));
}

/// What tells a member of a union from the others.
fn tag(fact: &Located<Fact>) -> Option<TagClaim> {
    let Says::Variant { value } = &fact.value.says else {
        return None;
    };
    let value = match value {
        Const::String(text) | Const::Number(text) => text.clone(),
        Const::Boolean(flag) => flag.to_string(),
    };
    Some(TagClaim {
        member: fact.value.member.clone(),
        key: Some(fact.value.key.clone()),
        value: Located::new(value, fact.place),
        spelling: Spelling::Exact,
    })
}

#[cfg(test)]
mod tests {
    use crate::claim::{Const, FieldClaim};
    use crate::dialect::sdk::testing::{Reading, fields_page, read};

    const HEAD: &str = "kind\tmodel\tmember\tkey\tvalue\tplace\n";

    fn keys(fields: &[FieldClaim]) -> Vec<Option<&str>> {
        let keys = fields.iter().map(|field| field.source_key.as_ref());
        keys.map(|key| Some(key?.value.key.as_str())).collect()
    }

    fn lines(reading: &Reading) -> [Vec<usize>; 3] {
        let all = reading.sources[0].unmatched.clone().unwrap_or_default();
        [all.rows, all.members, all.models].map(|places| {
            let lines = places.iter().map(|at| reading.files.locate(*at).line);
            lines.collect()
        })
    }

    #[test]
    fn members_are_the_rows_of_their_names() {
        let row = |name: &str| format!("`{name}` | *string* | yes | N/A");
        let rows = ["ID", "PlacedAt", "Placed_at", "Note"].map(row);
        let rows = rows.each_ref().map(String::as_str);
        let order = fields_page("Order", &rows);
        let status = fields_page("Status", &rows[..1]);
        let facts = "field\tcomponents/Order\tGone\tgone\t-\ta:3\n\
                     field\tcomponents/Order\tID\t_id\t\"x\"\ta:1\n\
                     field\tcomponents/Order\tPlacedAt\tplaced_at\t-\ta:2\n\
                     field\tcomponents/Spare\tID\tid\t-\tb:2\n\
                     field\tcomponents/status\tId\tstatus_id\t-\tb:1\n\
                     variant\tcomponents/status\tOpen\tkind\t\"open\"\tb:9\n";
        let text = format!("{HEAD}{facts}");
        let reading = read(&[
            ("csharp/docs/models/components/Order.md", &order),
            ("csharp/docs/models/operations/Status.md", &status),
            ("csharp/keys.tsv", &text),
        ]);
        let order = reading.fields("Order");
        assert_eq!(keys(order), [Some("_id"), Some("placed_at"), None, None]);
        let id = order[0].source_key.as_ref().unwrap();
        assert_eq!(id.value.constant, Some(Const::String("x".to_owned())));
        assert_eq!(reading.files.locate(id.place).line, 3);
        // Only one namespace has the name.
        assert_eq!(keys(reading.fields("Status")), [Some("status_id")]);
        let models = reading.sources[0].models.iter();
        let tags: Vec<_> = models.flat_map(|model| &model.tags).collect();
        assert_eq!((tags.len(), tags[0].member.as_str()), (1, "Open"));
        assert_eq!(lines(&reading), [vec![10, 11], vec![2], vec![5]]);
    }

    #[test]
    fn a_type_with_a_page_of_its_own_is_no_other_pages() {
        let page = fields_page("Status", &["`ID` | *string* | yes | N/A"]);
        let text = format!("{HEAD}field\tcomponents/Status\tID\t_id\t-\ta:1\n");
        let reading = read(&[
            ("csharp/docs/models/operations/Status.md", &page),
            ("csharp/docs/models/components/Status.md", &page),
            ("csharp/keys.tsv", &text),
        ]);
        let found = reading.sources[0].models.iter().map(|model| {
            let keyed =
                matches!(&model.body, crate::claim::Body::Fields(it) if it[0].source_key.is_some());
            (model.namespace.as_str(), keyed)
        });
        assert_eq!(
            found.collect::<Vec<_>>(),
            [("operations", false), ("", true)]
        );
    }

    #[test]
    fn keys_without_pages_are_a_warning() {
        let page = fields_page("Order", &["`ID` | *string* | yes | N/A"]);
        let reading = read(&[("go/docs/models/order.md", &page), ("java/keys.tsv", HEAD)]);
        assert_eq!(
            reading.findings(),
            ["java/keys.tsv:1:1: no pages stand beside these keys"]
        );
    }
}
