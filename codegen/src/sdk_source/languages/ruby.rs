//! Ruby: the metadata of `field`.

use std::ops::Range;

use super::Reader;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::tokens::{Quote, Syntax, Tokens};

pub(super) static SYNTAX: Syntax = Syntax {
    line_comments: &["#"],
    no_comments: &[],
    block_comments: &[],
    quotes: &[Quote::of("'", false), Quote::of("\"", false)],
    word_signs: "?!",
};

pub(super) struct Ruby;

impl Reader for Ruby {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let mut class = None;
        let mut at = 0;
        while at < tokens.len() {
            let is_first = at == 0 || tokens.line(at - 1) < tokens.line(at);
            if is_first && tokens.is(at, "class") {
                class = class_name(tokens, at + 1);
                at += 1;
            } else if is_first && tokens.are(at, &["field", ":"]) {
                let end = end(tokens, at);
                if let (Some(class), Some(name)) = (class, tokens.word(at + 2)) {
                    match key(tokens, at..end) {
                        Some(key) if key.is_empty() => out.keyless(class, name, tokens.line(at)),
                        Some(key) => out.field(class, name, key, None, tokens.line(at)),
                        None => {}
                    }
                }
                at = end;
            } else {
                at += 1;
            }
        }
    }
}

/// The last part of a class's name: `Order` of `Models::Order`.
fn class_name<'t>(tokens: &Tokens<'t>, mut at: usize) -> Option<&'t str> {
    while tokens.are(at + 1, &[":", ":"]) {
        at += 3;
    }
    tokens.word(at)
}

/// Where a call without parentheses ends: with its line, unless that ends with a comma.
fn end(tokens: &Tokens<'_>, mut at: usize) -> usize {
    loop {
        let behind = tokens.behind(at);
        let goes_on = tokens.line(behind) == tokens.line(behind - 1) || tokens.is(behind - 1, ",");
        if behind >= tokens.len() || !goes_on {
            return behind;
        }
        at = behind;
    }
}

/// The key in `{ 'format_json': { 'letter_case': Utils.field_name('_id') } }`, or else in
/// `{ 'query_param': { 'field_name': '_id' } }`. Empty where they say that there is none.
fn key(tokens: &Tokens<'_>, field: Range<usize>) -> Option<String> {
    let mut other = None;
    let mut best = None;
    let mut is_noted = false;
    for at in field {
        let note = tokens.text(at).filter(|_| tokens.is(at + 1, ":"));
        match note.as_deref() {
            Some("letter_case") => {
                let mut value = at + 2;
                while tokens.word(value).is_some() || [":", "."].contains(&tokens.raw(value)) {
                    value += 1;
                }
                best = tokens.text(value + 1).filter(|_| tokens.is(value, "("));
                // A dash is no key: the raw response of an error.
                if best.as_deref() == Some("-") {
                    return Some(String::new());
                }
            }
            // The map of the keys that have no field.
            Some("additional_properties") if tokens.is(at + 2, "true") => {
                return Some(String::new());
            }
            Some("field_name") => other = other.or_else(|| tokens.text(at + 2)),
            // The body of a request, or the content of a file.
            Some("request" | "multipart_form") => is_noted = true,
            _ => {}
        }
    }
    let key = best.or(other).map(Into::into);
    key.or_else(|| is_noted.then(String::new))
}

#[cfg(test)]
mod tests {
    use crate::language::Language::Ruby;
    use crate::sdk_source::testing::said;

    #[test]
    fn the_metadata_of_fields_names_their_keys() {
        let text = r#"
module Shop
  module Models
    module Components
      # What was ordered; a class of its own, field :note 'letter_case'
      class Order < ::Shop::Utils::FieldAugmented
        include Crystalline::MetadataFields

        # Names it.
        field :id, ::String, { 'format_json': { 'letter_case': ::Shop::Utils.field_name('_id'), required: true } }
        field :at, T.nilable(::DateTime), { 'format_json': { 'letter_case': ::Shop::Utils.field_name('created-at'), 'decoder': Utils.datetime_from_iso_format(true) } }
        field :end_, Crystalline::Nilable.new(::String), { 'query_param': { 'field_name': 'end', 'style': 'form', 'explode': true } }
        field :shop, ::String,
              { 'header': { 'field_name': 'X-Shop',
                            'style': 'simple' } }
        field :body, Models::Components::Order, { 'request': { 'media_type': 'application/json' } }
        field :raw_response, Crystalline::Nilable.new(::Faraday::Response), { 'format_json': { 'letter_case': ::Shop::Utils.field_name('-') } }
        field :rest, Crystalline::Hash.new(Symbol, ::Object), { 'format_json': { 'letter_case': ::Shop::Utils.field_name('rest'), 'additional_properties': true } }
        field :status_code, ::Integer
        field :both, ::String, { 'multipart_form': { 'field_name': 'other' }, 'format_json': { 'letter_case': Utils.field_name('both') } }

        def initialize(id:, at: nil)
          @id = id
        end

        def ==(other)
          return false unless other.is_a? self.class
        end
      end
    end
  end
end
"#;
        assert_eq!(
            said(Ruby, "lib/shop/models/components/order.rb", text),
            [
                "components/Order.at created-at - 11",
                "components/Order.both both - 20",
                "components/Order.end_ end - 12",
                "components/Order.id _id - 10",
                "components/Order.shop X-Shop - 13",
                "components/Order.body has no key",
                "components/Order.raw_response has no key",
                "components/Order.rest has no key",
            ]
        );
    }

    #[test]
    fn code_that_is_cut_or_bogus_says_what_it_can() {
        let hostile = [
            "field :a, { 'letter_case': field_name('a') }",
            "class A\n  field :a, { 'format_json': { 'letter_case': field_name(",
            "class A\n  field :",
            "class\nfield : , {",
            "class A::\nfield :a, 'field_name':",
            "class A\n  field 'letter_case': ('a')",
        ];
        for text in hostile {
            let said = said(Ruby, "lib/models/a.rb", text);
            assert!(said.is_empty(), "{text}: {said:?}");
        }
        let text =
            "class A\n  field :a, ::String, { 'query_param': { 'field_name': \"\\u200e\" } }\n";
        assert_eq!(
            said(Ruby, "lib/models/a.rb", text),
            ["lib/models/a.rb:2: a key or name is not taken: a character cannot be printed"]
        );
    }
}
