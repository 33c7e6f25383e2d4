//! The rules that decide questions, one for each row of the table in `docs/evidence.md`.

use std::fmt;

use serde::{Serialize, Serializer};

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $({ $($votes:ident),+ })? = $sentence:literal,)+) => {
        /// Why a question was decided as it was. Displayed as the sentence that `explain` and `model` print.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Rule {
            $($(#[$doc])* $name $({ $(
                #[doc = concat!("The number of ", stringify!($votes), ".")]
                $votes: usize,
            )+ })?,)+
        }

        impl Rule {
            /// All rules, in the order of `docs/evidence.md`.
            pub const ALL: &'static [Self] = &[$(Self::$name $({ $($votes: 0),+ })?),+];

            /// The rule in one sentence, without counts.
            #[must_use]
            pub const fn sentence(self) -> &'static str {
                match self {
                    $(Self::$name $({ $($votes: _),+ })? => $sentence,)+
                }
            }
        }
    };
}

rules! {
    /// The user decides.
    Set = "set in spec.toml",
    /// Only one page describes it.
    OnlyPage = "the page says so",
    /// All pages agree.
    PagesAgree = "the pages say so",
    /// Each language prints the most precise type that it has: `int32` says more than `number`.
    Narrowest = "the narrowest of the pages' types",
    /// `int64` over `int32`.
    WiderWidth = "the wider of the pages' types",
    /// An integer on one page, a number on another.
    NumberHoldsBoth = "the pages disagree: a number holds both",
    /// A date on one page, a date-time on another.
    TextHoldsBoth = "the pages disagree: text holds both",
    /// Text on one page, a number on another.
    TextOverNumber = "the pages disagree: text over a number",
    /// Any other disagreement about a type.
    MostPages = "the pages disagree: the type on most of them",
    /// Several types are on as many pages.
    Tie = "the pages disagree, and as many say one as the other: either",
    /// A language has one type for dates and date-times.
    ExampleDates = "an example tells a date from a date-time",
    /// A description is ``Always `buyer`.`` and nothing else.
    DescribedConstant = "the description names the only value",
    /// The source has a constant where pages print plain text.
    SourceConstant = "the SDK's source names the only value",
    /// A number in a sample is out of the range of the pages' type.
    SampleNeeds64Bits = "a number in a sample needs 64 bits",
    /// A number in a sample has a fraction, or needs more than 64 bits.
    SampleNotWhole = "a number in a sample is not whole",
    /// No cell gives the type.
    InferredType = "no cell gives a type: inferred from the docs' words or examples",
    /// No page lists the field.
    Inferred = "inferred from an example",
    /// A sample lacks the key.
    AbsentInSample = "absent in a sample",
    /// One page requires the key, another does not.
    OptionalOnAPage = "optional if a page says so",
    /// No page lists the field; an example has it.
    ExamplesNeverRequire = "an example cannot say that a key is always there",
    /// A sample has null.
    NullInSample = "null in a sample",
    /// An example of the docs has null.
    NullInExample = "null in an example",
    /// A wrapper in the type cell.
    NullOnPages = "a type cell allows null",
    /// One page has a wrapper; another has none, though its language has one.
    NullOnAPage = "nullable if a page says so",
    /// A language that has a wrapper does not use it.
    NotWrapped = "no wrapper for null, though the language has one",
    /// A hand-written page that marks null does not mark it.
    NullNotMarked = "no mark for null, though the docs have one",
    /// A description says so of a required field, and no type cell says otherwise.
    NullInWords = "null in the description",
    /// No page, example or sample says anything.
    NotKnown = "no source can say",
    /// A sample has the key.
    KeyInSample = "a key in a sample",
    /// The SDK's own source uses the key.
    KeyInSource = "the SDK's source uses the key",
    /// Sources of several SDKs use different keys.
    KeyInMostSources = "the SDKs' sources disagree: the key in most of them",
    /// Two keys are in as many sources.
    KeysInSourcesTie = "the SDKs' sources disagree: as many use another key",
    /// The body of a request, or a map of other keys.
    NoKeyInSource = "the SDK's source has it under no key",
    /// An example of the docs has the key.
    KeyInExample = "a key in an example",
    /// A hand-written page prints the key itself.
    PrintedKey = "the page prints the key",
    /// A code span is `_links`, the field is `links`, and no code span is.
    KeyInText = "a code span has the name with signs in front",
    /// Several models show that the name `id` stands for the key `_id`, and none shows another.
    KeyOfOthers = "the key that the name has in other models",
    /// Nothing shows the key.
    ByWireCase = "the wire case of the API, applied to the docs' name",
    /// All pages print the keys themselves.
    KeysPrinted = "the docs print the keys",
    /// Keys that are sure: how many have the case, and how many have another.
    MostSureKeys { ayes, noes } = "most keys in SDK sources and samples",
    /// Keys in examples, counted likewise.
    MostKeys { ayes, noes } = "most keys in examples",
    /// Names in descriptions and values of enums, counted likewise.
    MostNames { ayes, noes } = "most names in descriptions and enums",
    /// As many names show one case as another.
    EvenVotes { ayes, noes } = "as many keys show one case as another",
    /// Nothing shows a key of several words.
    NoKeyShown = "no example or description shows a key",
    /// The values of an enum.
    AllValues = "all values that a page or a sample lists",
    /// The members of a union.
    AllMembers = "all members that a page lists, each as narrow as any page has it",
    /// A key of all members, each with values of its own.
    ConstantsDiffer = "the key whose constants differ between the members",
    /// The same, inside of a field of the members.
    ConstantsDifferBelow = "no nearer key: constants inside of a field differ between the members",
    /// Pages or sources name key and values.
    TagNamed = "the pages or the SDK's source name the key and its values",
    /// Pages name the values in the SDK's language.
    TagRecased = "the pages name the values: the required text of all members",
    /// The values of a sibling of the union resemble the names of its members.
    CalledAsMembers = "a key beside the union: its values are called as the members",
}

impl Rule {
    /// Whether a key that was decided so is derived from a name and was seen nowhere.
    #[must_use]
    pub const fn derives_key(self) -> bool {
        matches!(self, Self::ByWireCase | Self::KeyOfOthers)
    }

    /// Whether a case that was decided so has little behind it: fewer than two witnesses, or not
    /// twice as many for it as against it.
    #[must_use]
    pub const fn is_weak_case(self) -> bool {
        match self {
            Self::MostSureKeys { ayes, noes }
            | Self::MostKeys { ayes, noes }
            | Self::MostNames { ayes, noes } => ayes < 2 || ayes < 2 * noes,
            Self::EvenVotes { .. } | Self::NoKeyShown => true,
            _ => false,
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.sentence())?;
        match self {
            Self::MostSureKeys { ayes, noes }
            | Self::MostKeys { ayes, noes }
            | Self::MostNames { ayes, noes }
            | Self::EvenVotes { ayes, noes } => {
                write!(f, ": {ayes} for, {noes} against")
            }
            _ => Ok(()),
        }
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::Rule;

    #[test]
    fn the_documentation_lists_each_rule_and_no_other() {
        let text = include_str!("../../../docs/evidence.md");
        let (_, table) = text.split_once("\n| what `explain` prints |").unwrap();
        let rows = table.lines().skip(2);
        let rows = rows.take_while(|line| line.starts_with('|'));
        let listed: Vec<&str> = rows
            .map(|row| row.split('|').nth(1).unwrap().trim())
            .collect();
        let rules: Vec<&str> = Rule::ALL.iter().map(|rule| rule.sentence()).collect();
        assert_eq!(listed, rules);
    }
}
