//! TypeScript: schemas of zod, and classes with decorators before them.

mod classes;
mod keys;
mod schemas;
mod unions;

use crate::sdk_source::gathered::Gathered;
use crate::sdk_source::reader::Reader;
use crate::sdk_source::tokens::{Quote, Syntax, Tokens};
use schemas::Schemas;

pub(super) static SYNTAX: Syntax = Syntax {
    line_comments: &["//"],
    no_comments: &[],
    block_comments: &[("/*", "*/")],
    quotes: &[
        Quote::of("\"", false),
        Quote::of("'", false),
        Quote::of("`", true),
    ],
    word_signs: "$",
};

pub(super) struct TypeScript;

impl Reader for TypeScript {
    fn file(&mut self, tokens: &Tokens<'_>, out: &mut Gathered) {
        let mut schemas = Schemas::default();
        // The namespace that holds a schema in older SDKs, and where it ends.
        let mut namespace = ("", 0);
        let mut at = 0;
        while at < tokens.len() {
            match (tokens.word(at), tokens.word(at + 1)) {
                (Some("const"), Some(name)) => {
                    let end = statement_end(tokens, at);
                    if at >= namespace.1 {
                        namespace = ("", 0);
                    }
                    if let Some((model, side)) = schemas::named(name, namespace.0)
                        && let Some(start) = value(tokens, at + 2, end)
                    {
                        schemas.read(tokens, model, side, start..end, out);
                    }
                    at = end;
                }
                (Some("namespace"), Some(name)) if tokens.is(at + 2, "{") => {
                    namespace = (name, tokens.closing(at + 2));
                    at += 3;
                }
                (Some("class"), Some(name)) => {
                    let mut body = at + 2;
                    while body < tokens.len() && !tokens.is(body, "{") {
                        body = tokens.behind(body);
                    }
                    classes::read(tokens, name, body + 1..tokens.closing(body), out);
                    at = tokens.behind(body);
                }
                _ => at = tokens.behind(at),
            }
        }
        schemas.finish(out);
    }
}

/// Where a statement ends: at its semicolon, or where the block ends that it stands in.
fn statement_end(tokens: &Tokens<'_>, mut at: usize) -> usize {
    while at < tokens.len() && !tokens.is(at, ";") && !tokens.is(at, "}") {
        at = tokens.behind(at);
    }
    at
}

/// Where the value of a constant starts: behind `=`, which is not that of `=>`.
fn value(tokens: &Tokens<'_>, mut at: usize, end: usize) -> Option<usize> {
    while at < end {
        if tokens.is(at, "=") && !tokens.is(at + 1, ">") {
            return Some(at + 1);
        }
        at = tokens.behind(at);
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::language::Language::TypeScript;
    use crate::sdk_source::testing::said;

    #[test]
    fn keys_are_those_of_the_wire_on_both_sides() {
        let text = r#"
import * as z from "zod/v3";
export type Order = {
  id: string;
};

/** @internal */
export const Order$inboundSchema: z.ZodType<Order, z.ZodTypeDef, unknown> = z
  .object({
    _id: z.string(),
    "unit-price": z.nullable(z.number()).optional(),
    items: z.array(z.object({ sku: z.string() }).transform((v) => remap$(v, { sku: "no" }))),
    kind: z.literal("order").default("order" as const),
    total: z.literal(1),
    open: z.nullable(z.literal(true)),
    rest$: z.any(),
  }).transform((v) => {
    return remap$(v, {
      "_id": "id",
      "unit-price": "unitPrice",
    });
  });
/** @internal */
export const Order$outboundSchema: z.ZodType<Order$Outbound, z.ZodTypeDef, Order> = z.object({
  id: z.string(),
  unitPrice: z.nullable(z.number()).optional(),
  items: z.array(z.string()),
  kind: z.literal("order").default("order" as const),
  total: z.number(),
  open: z.nullable(z.literal(true)),
}).transform((v) => {
  return remap$(v, { id: "_id", unitPrice: "unit-price" });
});
"#;
        assert_eq!(
            said(TypeScript, "src/models/components/order.ts", text),
            [
                "components/Order.id _id - 10",
                "components/Order.items items - 12",
                "components/Order.kind kind \"order\" 13",
                "components/Order.open open - 15",
                "components/Order.total total - 14",
                "components/Order.unitPrice unit-price - 11",
            ]
        );
    }

    #[test]
    fn sides_that_disagree_say_nothing_but_that() {
        let text = "const A$inboundSchema = z.object({ x: z.any(), y: z.any() });\n\
            const A$outboundSchema = z.object({ x: z.any(), y: z.any() })\n\
            .transform((v) => remap$(v, { x: \"z\" }));\n";
        assert_eq!(
            said(TypeScript, "models/a.ts", text),
            [
                "A.y y - 1",
                "models/a.ts:2: `x` of `A` has another key or value in models/a.ts:1; neither is taken",
            ]
        );
    }

    #[test]
    fn a_map_of_other_keys_is_no_key() {
        let text = "export const A$inboundSchema: z.ZodType<A, unknown> = collectExtraKeys$(\n\
            z.object({ page_size: z.int() }).catchall(z.any()), \"additionalProperties\", true,\n\
            ).transform((v) => remap$(v, { page_size: \"pageSize\" }));\n\
            export const A$outboundSchema = z.object({\n\
            pageSize: z.int(), additionalProperties: z.record(z.any()) }).transform((v) => {\n\
            return { ...v.additionalProperties, ...remap$(v, {\n\
            pageSize: \"page_size\", additionalProperties: null }) }; });\n\
            export const B$inboundSchema = z.lazy(() => z.object({ ['b-c']: z.int() }));\n\
            const C$inboundSchema = z.pipe(\n\
            z.object({ _id: z.string(), at: z._default(z.literal(\"x\"), \"x\" as const) }),\n\
            z.transform((v) => remap$(v, { \"_id\": \"id\" })));\n";
        assert_eq!(
            said(TypeScript, "models/a.ts", text),
            [
                "A.pageSize page_size - 2",
                "B.b-c b-c - 8",
                "C.at at \"x\" 10",
                "C.id _id - 10",
                "A.additionalProperties has no key",
            ]
        );
    }

    #[test]
    fn older_schemas_stand_in_namespaces_and_rename_by_hand() {
        let text = "export namespace Order$ {\n\
            export type Inbound = { _id: string };\n\
            export const inboundSchema: z.ZodType<Order, z.ZodTypeDef, Inbound> = z\n\
            .object({ _id: z.string(), note: z.string().optional(), size: z.number() })\n\
            .transform((v) => {\n\
            return { id: v._id, ...(v.note === undefined ? null : { text: v.note }), size: v[\"size\"] };\n\
            });\n\
            export const outboundSchema = Other$outboundSchema;\n\
            }\n\
            export const inboundSchema = z.object({ lost: z.any() });\n";
        assert_eq!(
            said(TypeScript, "src/sdk/models/shared/order.ts", text),
            [
                "shared/Order.id _id - 4",
                "shared/Order.size size - 4",
                "shared/Order.text note - 4",
            ]
        );
    }

    #[test]
    fn members_of_unions_are_told_by_values() {
        let text = r#"
export const Method$inboundSchema: z.ZodType<Method, unknown> = discriminatedUnion("type", {
  card: Card$inboundSchema,
  ["bank-account"]: components.Bank$inboundSchema.and(z.object({ type: z.literal("bank-account") })),
}).transform((v) => v);
export const Pet$inboundSchema = z.union([
  z.lazy(() => Cat$inboundSchema).and(
    z.object({ kind: z.literal("cat") }).transform((v) => ({ kind: v.kind })),
  ),
  components.Dog$.inboundSchema.and(z.object({ kind: z.literal(2), size: z.any() })),
  Fish$inboundSchema,
  z.string(),
]);
"#;
        assert_eq!(
            said(TypeScript, "models/a.ts", text),
            [
                "Method Bank type=\"bank-account\" 4",
                "Method Card type=\"card\" 3",
                "Pet Cat kind=\"cat\" 8",
                "Pet Dog kind=2 10",
            ]
        );
    }

    #[test]
    fn classes_have_keys_in_decorators() {
        let text = r#"
export class GetOrderRequest extends SpeakeasyBase {
    @SpeakeasyMetadata({ data: "request, media_type=application/json" })
    body: shared.Order;

    /** Which; the first. */
    @SpeakeasyMetadata({ data: "queryParam, style=form;explode=true;name=page[size]" })
    pageSize?: number;

    @SpeakeasyMetadata({ data: "header, style=simple;explode=false;name=X-Shop" })
    xShop: string;

    constructor() { super({ at: 1 }); }

    @SpeakeasyMetadata()
    @Expose({ name: "_id" })
    @Transform(({ value }) => new Date(value), { toClassOnly: true })
    id: string;

    @SpeakeasyMetadata({ data: "json, name=unit_price", elemType: Price })
    readonly unitPrice: Price[];

    @SpeakeasyMetadata()
    rawResponse?: AxiosResponse;
}
"#;
        assert_eq!(
            said(TypeScript, "src/sdk/models/operations/getorder.ts", text),
            [
                "operations/GetOrderRequest.id _id - 18",
                "operations/GetOrderRequest.pageSize page[size] - 8",
                "operations/GetOrderRequest.unitPrice unit_price - 21",
                "operations/GetOrderRequest.xShop X-Shop - 11",
                "operations/GetOrderRequest.body has no key",
                "operations/GetOrderRequest.rawResponse has no key",
            ]
        );
    }

    #[test]
    fn code_that_is_cut_or_bogus_says_what_it_can() {
        let hostile = [
            "const A$inboundSchema = z.object({ a: z.any(),",
            "const A$inboundSchema = z.lazy(lazy(lazy(",
            "const A$inboundSchema =",
            "const $inboundSchema = z.object({ a: 1 });",
            "class A { @Expose({ name: \"b\" }",
            "class A { @",
            "class",
            "namespace A$ { const inboundSchema = z.union([",
            "const A$inboundSchema = discriminatedUnion(\"x\", {",
            "const A$inboundSchema = z.object({ [\"a\"] }).transform((v) => remap$(v, {",
            "}}}}]])) const",
        ];
        for text in hostile {
            let said = said(TypeScript, "models/a.ts", text);
            assert!(said.len() <= 1, "{text}: {said:?}");
        }
        let deep = "z.lazy(".repeat(100_000);
        assert!(
            said(
                TypeScript,
                "models/a.ts",
                &format!("const A$inboundSchema = {deep}")
            )
            .is_empty()
        );
        let keys =
            "const A$inboundSchema = z.object({ \"a\\tb\": z.any(), \"\\u202e\": z.any() });";
        let said = said(TypeScript, "models/a.ts", keys);
        assert_eq!(
            said,
            [
                "models/a.ts:1: 2 keys or names are not taken, this is the first: a character cannot be printed"
            ]
        );
    }
}
