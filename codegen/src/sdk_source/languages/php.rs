//! PHP: attributes of properties.

use std::ops::Range;

use super::Reader;
use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::metadata;
use crate::sdk_source::tokens::{Quote, Syntax, Tokens};

pub(super) static SYNTAX: Syntax = Syntax {
    line_comments: &["//", "#"],
    no_comments: &["#["],
    block_comments: &[("/*", "*/")],
    quotes: &[Quote::of("'", true), Quote::of("\"", true)],
    word_signs: "$\\",
};

pub(super) struct Php;

impl Reader for Php {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let mut at = 0;
        while at < tokens.len() {
            let Some(name) = tokens.word(at + 1).filter(|_| tokens.is(at, "class")) else {
                at = tokens.behind(at);
                continue;
            };
            at += 2;
            while at < tokens.len() && !tokens.is(at, "{") {
                at = tokens.behind(at);
            }
            properties(tokens, name, at + 1..tokens.closing(at), out);
            at = tokens.behind(at);
        }
    }
}

/// Reads what stands between the braces of a class: properties, and those that the constructor
/// declares between its parentheses.
fn properties(tokens: &Tokens<'_>, model: &str, body: Range<usize>, out: &mut Gathered) {
    let mut at = body.start;
    while at < body.end {
        let mut keys = Keys::default();
        while tokens.are(at, &["#", "["]) {
            keys.read(tokens, at + 2..tokens.closing(at + 1));
            at = tokens.behind(at + 1);
        }
        // Modifiers and the type stand before the name.
        while at < body.end
            && !tokens.raw(at).starts_with('$')
            && ![";", "{", "#", ",", "("]
                .iter()
                .any(|sign| tokens.is(at, sign))
        {
            at = tokens.behind(at);
        }
        let name = tokens.word(at).and_then(|word| word.strip_prefix('$'));
        let is_known = keys.is_noted || keys.is_excluded;
        match (name, keys.best()) {
            (Some(name), Some(key)) => out.field(model, name, key, None, tokens.line(at)),
            (Some(name), None) if is_known => out.keyless(model, name, tokens.line(at)),
            _ => {}
        }
        if tokens.is(at, "(") || tokens.are(at, &["#", "["]) {
            at += usize::from(tokens.is(at, "("));
            continue;
        }
        // To the end of an initial value.
        while at < body.end && ![";", ",", "{", "#"].iter().any(|sign| tokens.is(at, sign)) {
            at = tokens.behind(at);
        }
        at = if tokens.is(at, "#") {
            at
        } else {
            tokens.behind(at)
        };
    }
}

/// The keys that the attributes of one property name.
#[derive(Default)]
struct Keys {
    serialized: Option<String>,
    noted: Option<String>,
    /// Whether an attribute says where the property goes in a request.
    is_noted: bool,
    is_excluded: bool,
}

impl Keys {
    /// Reads `SerializedName('_id')` and `SpeakeasyMetadata('queryParam:style=form,name=_id')`,
    /// with or without their namespace before them.
    fn read(&mut self, tokens: &Tokens<'_>, attributes: Range<usize>) {
        for at in attributes {
            let Some(word) = tokens.word(at) else {
                continue;
            };
            let value = || {
                let text = if tokens.are(at + 2, &["name", ":"]) {
                    at + 4
                } else {
                    at + 2
                };
                tokens.text(text).filter(|_| tokens.is(at + 1, "("))
            };
            match word.rsplit('\\').next().unwrap_or_default() {
                "SerializedName" => self.serialized = value().map(Into::into),
                "SpeakeasyMetadata" => {
                    self.is_noted = true;
                    let key = value().and_then(|note| metadata::key(&note).map(str::to_owned));
                    self.noted = self.noted.take().or(key);
                }
                "Exclude" => self.is_excluded = true,
                _ => {}
            }
        }
    }

    fn best(self) -> Option<String> {
        let key = self.serialized.or(self.noted);
        key.filter(|_| !self.is_excluded)
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language::Php;
    use crate::sdk_source::testing::said;

    #[test]
    fn attributes_name_the_keys_of_properties() {
        let text = r#"<?php
namespace Shop\Models\Components;

/** Order - What was ordered; see #[SerializedName('none')]. */
class Order
{
    /**
     * Names it.
     *
     * @var string $id
     */
    #[\Speakeasy\Serializer\Annotation\SerializedName('_id')]
    public string $id;

    // One of two forms of old SDKs.
	#[\JMS\Serializer\Annotation\SerializedName('unit-price')]
    #[\JMS\Serializer\Annotation\Type('float')]
    #[\JMS\Serializer\Annotation\SkipWhenEmpty]
    public ?float $unitPrice = null;

    #[SerializedName(name: "tags"), SkipWhenNull]
    public readonly Tags|array|null $tags = ['a' => [1, 2], 'b' => null];

    #[\Speakeasy\Serializer\Annotation\SerializedName('rawResponse')]
    #[\Speakeasy\Serializer\Annotation\Exclude]
    public ?\Psr\Http\Message\ResponseInterface $rawResponse = null;

    public string $plain;

    public function __construct(string $id, ?float $unitPrice = null)
    {
        $this->id = $id;
    }
}
class GetOrderRequest
{
    #[SpeakeasyMetadata('queryParam:style=form,explode=true,name=page[size]')]
    public ?int $pageSize = 1;

    #[SpeakeasyMetadata('request:mediaType=application/json')]
    public Order $body;

    public function __construct(
        #[SpeakeasyMetadata('header:style=simple,explode=false,name=X-Shop')]
        public string $xShop,
        #[SpeakeasyMetadata('pathParam:style=simple,explode=false,name=orderId')]
        private readonly ?string $orderId = null,
    ) {
    }
}
"#;
        assert_eq!(
            said(Php, "src/Models/Components/Order.php", text),
            [
                "Components/GetOrderRequest.orderId orderId - 47",
                "Components/GetOrderRequest.pageSize page[size] - 38",
                "Components/GetOrderRequest.xShop X-Shop - 45",
                "Components/Order.id _id - 13",
                "Components/Order.tags tags - 22",
                "Components/Order.unitPrice unit-price - 19",
                "Components/GetOrderRequest.body has no key",
                "Components/Order.rawResponse has no key",
            ]
        );
    }

    #[test]
    fn code_that_is_cut_or_bogus_says_what_it_can() {
        let hostile = [
            "<?php class A { #[SerializedName('a')] public string",
            "<?php class A { #[SerializedName(",
            "<?php class A { #[",
            "<?php class A",
            "<?php class A { #[SerializedName('a')] { { { $a",
            "<?php class A { #[SerializedName('a')]; public $b, $c }",
            "<?php class A { (((((((( #[#[#[ $a",
        ];
        for text in hostile {
            let said = said(Php, "src/Models/A.php", text);
            assert!(said.is_empty(), "{text}: {said:?}");
        }
        let text = "<?php class A { #[SerializedName(\"\\x1b[2J\")] public $a; }";
        assert_eq!(
            said(Php, "src/Models/A.php", text),
            ["src/Models/A.php:1: a key or name is not taken: a character cannot be printed"]
        );
    }
}
