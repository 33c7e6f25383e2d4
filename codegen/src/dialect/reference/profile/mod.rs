//! The words, marks and patterns by which a reference is read: `default.toml`, and what
//! `[reference]` in `spec.toml` adds to it or replaces.

pub(crate) mod pattern;
pub(crate) mod words;

use crate::config::Config;
use pattern::Patterns;
use words::Words;

/// All that reading a reference rests on. No field knows a vendor.
#[derive(Debug, Clone, Default)]
pub(crate) struct Profile {
    pub files: FileRules,
    pub columns: ColumnRules,
    pub tables: TableRules,
    pub rows: RowRules,
    pub names: NameRules,
    pub types: TypeRules,
    pub presence: PresenceRules,
    /// Words in a description that allow null.
    pub null_in_text: Patterns,
    pub enums: EnumRules,
    pub models: ModelRules,
    pub prose: ProseRules,
    pub links: LinkRules,
    pub examples: ExampleRules,
    pub inherit: Vec<Inherit>,
    /// Whether descriptions of the pages become docs of the models.
    pub docs: bool,
    pub modules: Modules,
}

/// `[reference.files]`: patterns of paths below the source's folder, with `*` for any characters.
#[derive(Debug, Clone, Default)]
pub(crate) struct FileRules {
    pub include: Vec<String>,
    pub exclude: Vec<String>,
    /// Pages whose link definitions hold on all pages.
    pub definitions: Vec<String>,
}

/// What a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Column {
    Name,
    Type,
    /// A second type, which refines a number: `Internal Type`.
    Width,
    Required,
    /// Allowed values, in the row of a field.
    Values,
    Default,
    Example,
    Description,
    /// The value of an enum, or its flag.
    Value,
    /// For which case the row holds: `Applies to`.
    Condition,
    /// How many bytes: the table is no JSON.
    Size,
    /// The place of an item in a list: `Pos`.
    Position,
}

/// `[reference.columns]`: words of headers. The first of two columns of one role wins.
#[derive(Debug, Clone, Default)]
pub(crate) struct ColumnRules {
    /// Whole headers, without markup and case.
    pub words: Vec<(Column, Words)>,
    /// The same by pattern, where no word is met.
    pub like: Vec<(Column, Patterns)>,
    /// Headers of the name column in tables of enums.
    pub enum_name: Words,
    /// Headers of the value column in tables of enums, if all cells are numbers.
    pub enum_value: Words,
}

/// `[reference.tables]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct TableRules {
    /// Names of columns that make a table one of fields although it has no column of types.
    pub field_words: Words,
    /// A heading or the sentence before that says that a table lists values.
    pub enum_context: Patterns,
    /// Headers whose tables are none of ours.
    pub ignore_headers: Words,
    /// Headings whose tables are none of ours.
    pub ignore_context: Patterns,
    /// Whether the role of a column whose header is not known is guessed by its cells.
    pub guess_columns: bool,
}

/// `[reference.rows]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct RowRules {
    /// A mark behind the last bar by which a row goes on with the one above: `^`.
    pub continue_marks: Vec<String>,
    /// Such a mark by which a row names a table of the row above: `+`.
    pub attach_marks: Vec<String>,
    /// Whether a row without a name goes on with the one above.
    pub empty_name_continues: bool,
}

/// `[reference.names]`: what stands in the cell of a name.
#[derive(Debug, Clone, Default)]
pub(crate) struct NameRules {
    /// Marks that say that the key may be absent: `?` behind the name.
    pub optional_marks: Patterns,
    /// Marks that say that it must be there.
    pub required_marks: Patterns,
    /// Marks of fields that are not to be used any more.
    pub deprecated_marks: Patterns,
    /// What is none of the name: footnotes, remarks. Taken off only if something is left.
    pub strip: Patterns,
    /// Names that are no field of JSON: parts of a form.
    pub not_json: Patterns,
    /// Rows that describe any key.
    pub variable: Patterns,
    /// Rows without type that begin a choice: those nested below are siblings.
    pub group: Patterns,
    pub nesting: Nesting,
    /// Characters that say the depth of a row by their count.
    pub marker_chars: String,
    /// How many non-breaking blanks are one level.
    pub nbsp_per_level: usize,
    /// What parts the names of a path: `.`, `/`.
    pub path_split: Vec<String>,
    /// A row for one place of a list: `row[0]: start`; its groups are name, place, and the rest.
    pub tuple: Patterns,
    /// What a name looks like, as a whole.
    pub wire: Patterns,
}

/// How rows are nested.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Nesting {
    /// By whatever is met.
    #[default]
    Auto,
    /// By marks before the name.
    Marker,
    /// By paths such as `a.b`.
    Path,
    /// Not at all.
    None,
}

/// `[reference.types]` and `[reference.type-cell]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct TypeRules {
    /// Whole cells or terms, without markup and case, and the type each is.
    pub words: indexmap::IndexMap<String, WordType>,
    /// Templates of whole terms, `array of {}`, and what each is.
    pub rules: Vec<TypeRule>,
    /// What parts the members of a union; `␤` is a line break.
    pub union: Vec<String>,
    /// What is taken off a cell before it is read.
    pub strip: Patterns,
    /// Lines of a cell that are no type.
    pub no_type: Patterns,
    /// Types in the first words of a description; the first group is the type.
    pub in_text: Patterns,
    /// Whether a type that is called optional may be null.
    pub optional_is_null: bool,
    /// Words behind a link that say nothing more: `object`, `enum`.
    pub tails: Words,
    /// Words behind a link that make it the id of what it names.
    pub id_tails: Words,
    /// Words before a link or a model's name by which all its fields are optional.
    pub partial: Words,
}

/// What a word of `[reference.types]` is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum WordType {
    String,
    /// Text of digits, which old places write as a number.
    Snowflake,
    Int,
    Number,
    Bool,
    DateTime,
    Date,
    Object,
    List,
    Any,
    Null,
    /// No type: `-`.
    None,
    /// A part of a form, which is no JSON.
    NotJson,
    ListOf(Box<WordType>),
    MapOf(Box<WordType>),
    Union(Vec<WordType>),
}

/// A template, and what a term of its form is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TypeRule {
    /// Literal words and `{}` for a type, `*` for any words: `array of {}`, `foreign id *`.
    pub template: String,
    pub is: RuleType,
}

/// What a template says about the types in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum RuleType {
    /// A list of the type; of a tuple if there are several.
    List,
    /// A map; the last type is that of its values.
    Map,
    /// The type, or null.
    Nullable,
    /// The type alone: the rest says nothing.
    Same,
    /// This type, whatever stands in the holes.
    Fixed(WordType),
}

/// `[reference.required]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct PresenceRules {
    /// Whole cells.
    pub yes: Words,
    pub no: Words,
    pub conditional: Words,
    /// Any number of items: a list that may be absent or empty.
    pub many: Words,
    /// One item at least.
    pub many1: Words,
    pub forbidden: Words,
    /// Cells of a column of conditions that hold for all.
    pub condition_for_all: Words,
    /// The same by pattern, where no whole cell is known.
    pub yes_like: Patterns,
    pub no_like: Patterns,
    pub conditional_like: Patterns,
    /// Words at the start of a description or in the cell of the type or default.
    pub yes_in_text: Patterns,
    pub no_in_text: Patterns,
    pub conditional_in_text: Patterns,
    /// The same in the cell of the type alone.
    pub yes_in_type: Patterns,
    pub no_in_type: Patterns,
    /// What rows without a mark are, where others have one.
    pub unmarked: Unmarked,
    /// What a row of a request, and of a reply, is without any mark in its table.
    pub default_request: Unmarked,
    pub default_response: Unmarked,
    /// Whether a row with a default may be absent.
    pub default_is_optional: bool,
}

/// What silence about presence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Unmarked {
    /// The opposite of the marks, if they go one way; else not known.
    #[default]
    Auto,
    Required,
    Optional,
    /// Not known.
    NotKnown,
}

/// `[reference.enums]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct EnumRules {
    /// Items of a linked list that are values; the first group is the value.
    pub list_item: Patterns,
    /// Pairs of value and text in a description; the first group is the value.
    pub listed: Patterns,
    /// Constants in a description: ``always `x` ``; the first group is the value.
    pub constant: Patterns,
    /// Whether a scalar whose description links to a table of values is that enum.
    pub by_description: bool,
}

/// `[reference.models]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct ModelRules {
    /// What is no part of a name at its start or end, repeatedly: `Structure`, `Object`.
    pub heading_strip: Patterns,
    /// Headings that name nothing: the one above does.
    pub generic_headings: Patterns,
    /// Headings whose tables are none of ours.
    pub heading_skip: Patterns,
    /// Headings whose tables add to what the text above links: `Extra Fields`.
    pub heading_extends: Patterns,
    pub request_words: Patterns,
    /// The same, but a word for replies beats them: `parameters`.
    pub request_words_weak: Patterns,
    pub query_words: Patterns,
    pub response_words: Patterns,
    /// A sentence that announces a table.
    pub label_introduces: Patterns,
    /// The name in such a sentence of the field whose table it is; the first group.
    pub label: Patterns,
}

/// `[reference.prose]`: sentences that say something about whole models.
#[derive(Debug, Clone, Default)]
pub(crate) struct ProseRules {
    pub all_optional: Patterns,
    pub all_nullable: Patterns,
    /// "The inner payload is a [room](#room) object."
    pub alias: Patterns,
    /// "… with the following extra fields:"
    pub extends: Patterns,
    /// "Returns a [room](#room) object."
    pub returns: Patterns,
    /// "One of [a](#a), [b](#b)."
    pub one_of: Patterns,
    /// "represented as an array of the following fields"
    pub as_list: Patterns,
    /// Elements that hold the path of an endpoint: `Route`, with the attribute of the method.
    pub route_tags: Vec<(String, String)>,
    /// Elements whose text is a heading, and its level: `RouteHeader`.
    pub heading_tags: Vec<(String, u8)>,
    /// Method and path in a heading, paragraph or code: `POST /rooms/{id}`; two groups.
    pub route: Patterns,
}

/// `[reference.links]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct LinkRules {
    /// What an absolute link is below: `/docs/`.
    pub roots: Vec<String>,
    /// URLs that are pages of this folder.
    pub own_urls: Vec<String>,
    /// Folders above the pages that links leave out, or have and the pages have not.
    pub page_roots: Vec<String>,
    /// Whether a link means the only page of its file name.
    pub by_basename: bool,
    /// In a description: names a table by its anchor; the first group.
    pub attach: Patterns,
}

/// `[reference.examples]`.
#[derive(Debug, Clone, Default)]
pub(crate) struct ExampleRules {
    /// Languages of fences that are JSON.
    pub fences: Words,
    /// Languages of fences that may be.
    pub maybe_fences: Words,
    /// How well keys must fit, 0 to 1.
    pub least_fit: f64,
    /// How deep a model may lie in an example.
    pub unwrap_depth: usize,
    /// Keys of the transport, which no table lists.
    pub envelope: Words,
}

/// `[[reference.inherit]]`: fields that models have from another table, where only prose says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Inherit {
    /// The pages whose models inherit.
    pub files: Vec<String>,
    /// The names of the models that inherit; all of the pages if empty.
    pub models: Vec<String>,
    /// A page, or `page#anchor`.
    pub from: String,
    /// Only the first model of each page.
    pub first: bool,
    /// From all tables of that page, not only from the first.
    pub all: bool,
}

/// `[reference] modules`: which Rust module a model is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Modules {
    /// All in that of the API.
    #[default]
    One,
    /// One a page.
    Page,
    /// One a folder.
    Folder,
}

impl Profile {
    /// The default, and what the settings of an API say.
    pub fn of(_config: &Config) -> Self {
        Self::default()
    }
}
