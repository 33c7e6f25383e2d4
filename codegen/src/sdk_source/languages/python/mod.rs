//! Python: pydantic models with aliases, and dataclasses with metadata.

mod fields;
mod statements;
mod unions;

use std::collections::BTreeMap;

use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::reader::Reader;
use crate::sdk_source::tokens::{Quote, Syntax, Tokens};
use fields::Field;
use statements::{Statement, statements};

pub(super) static SYNTAX: Syntax = Syntax {
    line_comments: &["#"],
    no_comments: &[],
    block_comments: &[],
    quotes: &[
        Quote::of("\"\"\"", true),
        Quote::of("'''", true),
        Quote::of("\"", false),
        Quote::of("'", false),
    ],
    word_signs: "",
};

pub(super) struct Python;

impl Reader for Python {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let mut classes: BTreeMap<&str, Class<'_>> = BTreeMap::new();
        let mut open: Option<Class<'_>> = None;
        let all = statements(tokens);
        for statement in &all {
            if statement.column == 0 {
                if let Some(class) = open.take() {
                    classes.insert(class.name, class);
                }
                open = Class::start(tokens, statement);
            } else if let Some(class) = &mut open {
                class.read(tokens, statement);
            }
        }
        classes.extend(open.map(|class| (class.name, class)));
        for class in classes.values() {
            for field in &class.fields {
                field.say(class.name, out);
            }
            // An error holds its body as `data`, and its page lists what is in there.
            let data = class.data.and_then(|name| classes.get(name));
            for field in data.iter().flat_map(|data| &data.fields) {
                field.say(class.name, out);
            }
        }
        unions::read(tokens, &all, out);
    }
}

struct Class<'t> {
    name: &'t str,
    /// Whether members have their names as keys, where no alias says another.
    is_pydantic: bool,
    /// The column of its members, once one has been met.
    column: Option<usize>,
    fields: Vec<Field>,
    /// The type of the member `data`, in a class that is no model itself.
    data: Option<&'t str>,
}

impl<'t> Class<'t> {
    /// The class that a statement starts; `None` for the twins of models, which are dictionaries,
    /// and for other statements.
    fn start(tokens: &Tokens<'t>, statement: &Statement) -> Option<Self> {
        let at = statement.range.start;
        let name = tokens.word(at + 1).filter(|_| tokens.is(at, "class"))?;
        let bases = if tokens.is(at + 2, "(") {
            at + 3..tokens.closing(at + 2)
        } else {
            0..0
        };
        let has = |base: &str| bases.clone().any(|at| tokens.is(at, base));
        (!has("TypedDict")).then(|| Self {
            name,
            is_pydantic: has("BaseModel"),
            column: None,
            fields: Vec::new(),
            data: None,
        })
    }

    fn read(&mut self, tokens: &Tokens<'t>, statement: &Statement) {
        if statement.column != *self.column.get_or_insert(statement.column) {
            return;
        }
        let at = statement.range.start;
        if !self.is_pydantic && tokens.are(at, &["data", ":"]) {
            self.data = tokens.word(at + 2);
        }
        let field = Field::read(tokens, statement.range.clone(), self.is_pydantic);
        self.fields.extend(field);
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Language::Python;
    use crate::sdk_source::testing::said;

    #[test]
    fn an_alias_or_else_the_name_is_the_key() {
        let text = r#"
class OrderTypedDict(TypedDict):
    id: str


class Order(BaseModel):
    r"""What was ordered.

    note: of no member
    """

    id: Annotated[str, pydantic.Field(alias="_id")]
    r"""Names it."""

    unit_price: Annotated[
        Optional[float],
        pydantic.Field(alias="unit-price"),
    ] = None

    size: Optional[int] = None

    kind: Annotated[
        Annotated[Optional[Literal["order"]], AfterValidator(validate_const("order"))],
        pydantic.Field(alias="orderKind"),
    ] = "order"

    DELETED: OptionalNullable[Literal[True]] = True

    state: Literal["open", "closed"]

    either: Union[Literal["a"], int]

    scan: Annotated[bytes, pydantic.Field(alias=""), FieldMetadata(multipart=True)]

    meta: Annotated[Optional[HTTPMetadata], pydantic.Field(exclude=True)] = None

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: Dict[str, Any] = pydantic.Field(init=False)

    @model_serializer(mode="wrap")
    def serialize_model(self, handler):
        serialized: Dict[str, Any] = handler(self)
        return serialized
"#;
        assert_eq!(
            said(Python, "src/shop/models/components/order.py", text),
            [
                "components/Order.deleted DELETED - 27",
                "components/Order.either either - 31",
                "components/Order.id _id - 12",
                "components/Order.kind orderKind \"order\" 22",
                "components/Order.size size - 20",
                "components/Order.state state - 29",
                "components/Order.unit_price unit-price - 15",
                "components/Order.__pydantic_extra__ has no key",
                "components/Order.meta has no key",
                "components/Order.scan has no key",
            ]
        );
    }

    #[test]
    fn parameters_of_requests_have_keys_and_bodies_have_none() {
        let text = r#"
class GetOrderRequest(BaseModel):
    order_id: Annotated[
        str,
        pydantic.Field(alias="orderId"),
        FieldMetadata(path=PathParamMetadata(style="simple", explode=False)),
    ]

    page: Annotated[
        Optional[int], FieldMetadata(query=QueryParamMetadata(style="form", explode=True))
    ] = 1

    body: Annotated[Order, FieldMetadata(request=RequestMetadata(media_type="application/json"))]
"#;
        assert_eq!(
            said(Python, "src/shop/models/operations/getorder.py", text),
            [
                "operations/GetOrderRequest.order_id orderId - 3",
                "operations/GetOrderRequest.page page - 9",
                "operations/GetOrderRequest.body has no key",
            ]
        );
    }

    #[test]
    fn dataclasses_have_keys_in_metadata() {
        let text = r#"
@dataclass_json(undefined=Undefined.EXCLUDE)
@dataclasses.dataclass
class Order:
    r"""What was ordered."""
    id: str = dataclasses.field(metadata={'dataclasses_json': { 'letter_case': utils.get_field_name('_id') }})
    note: Optional[str] = field(default=None, metadata={'dataclasses_json': { 'letter_case': utils.field_name('orderNote'), 'exclude': lambda f: f is None }, 'form': { 'field_name': 'note' }})
    page: Optional[int] = dataclasses.field(default=None, metadata={'query_param': { 'field_name': 'page[size]', 'style': 'form', 'explode': True }})
    kind: Final[str] = dataclasses.field(default='order', metadata={'dataclasses_json': { 'letter_case': utils.get_field_name('kind') }})
    body: Optional[Any] = dataclasses.field(default=None, metadata={'request': { 'media_type': 'application/json' }})
    raw_response: Optional[Any] = dataclasses.field(default=None, metadata={'dataclasses_json': { 'letter_case': utils.get_field_name('-') }})
    status_code: int = dataclasses.field()
    

"#;
        assert_eq!(
            said(Python, "src/sdk/models/shared/order.py", text),
            [
                "shared/Order.id _id - 6",
                "shared/Order.kind kind \"order\" 9",
                "shared/Order.note orderNote - 7",
                "shared/Order.page page[size] - 8",
                "shared/Order.body has no key",
                "shared/Order.raw_response has no key",
            ]
        );
    }

    #[test]
    fn an_error_has_the_members_of_its_body() {
        let text = "class NotFoundData(BaseModel):\n    error: Why\n\n\
            @dataclass(unsafe_hash=True)\n\
            class NotFound(ShopError):\n    \
            data: NotFoundData = field(hash=False)\n\n    \
            def __init__(self, data: NotFoundData):\n        message: str = data\n";
        assert_eq!(
            said(Python, "src/shop/models/errors/notfound.py", text),
            [
                "errors/NotFound.error error - 2",
                "errors/NotFoundData.error error - 2",
            ]
        );
    }

    #[test]
    fn members_of_unions_are_told_by_values() {
        let text = r#"
MethodTypedDict = TypeAliasType("MethodTypedDict", Union[CardTypedDict, BankTypedDict])
Method = TypeAliasType(
    "Method",
    Annotated[
        Union[
            Annotated[Card, Tag("card")],
            Annotated[models.Bank, Tag("bank-account")],
        ],
        Discriminator(lambda m: get_discriminator(m, "kind_", "kind")),
    ],
)
_PET_VARIANTS: dict[str, Any] = {
    "cat": Cat,
    "dog": models.Dog,
}
Pet = Annotated[
    Union[Cat, Dog, UnknownPet],
    BeforeValidator(partial(parse_open_union, disc_key="type", variants=_PET_VARIANTS)),
]
Other = Union[Annotated[Cat, Tag("cat")], Dog]
"#;
        assert_eq!(
            said(Python, "src/shop/models/a.py", text),
            [
                "Method Bank kind=\"bank-account\" 8",
                "Method Card kind=\"card\" 7",
                "Pet Cat type=\"cat\" 14",
                "Pet Dog type=\"dog\" 15",
            ]
        );
    }

    #[test]
    fn code_that_is_cut_or_bogus_says_what_it_can() {
        let hostile = [
            "class A(BaseModel):\n    a: Annotated[str, pydantic.Field(alias=\"b",
            "class A(BaseModel",
            "class",
            "class A(BaseModel):\n  a: Literal[",
            "A = Annotated[Union[Annotated[B, Tag(\"b\"",
            "A = get_discriminator(m, \"x\"",
            "_A: dict = {\"a\": B.",
            "Tag(\"a\"), disc_key=",
            "\"\"\"never closed\nclass A(BaseModel):\n    a: str",
        ];
        for text in hostile {
            let said = said(Python, "models/a.py", text);
            assert!(said.len() <= 1, "{text}: {said:?}");
        }
        let deep = format!(
            "class A(BaseModel):\n    a: {}",
            "Optional[".repeat(100_000)
        );
        assert_eq!(said(Python, "models/a.py", &deep).len(), 1);
        let text = "class A(BaseModel):\n    a: Annotated[str, Field(alias=\"\\x1b[2J\")]\n";
        assert_eq!(
            said(Python, "models/a.py", text),
            ["models/a.py:2: a key or name is not taken: a character cannot be printed"]
        );
    }
}
