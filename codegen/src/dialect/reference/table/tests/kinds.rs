//! What a table is.

use super::*;

#[test]
fn header_and_cells_say_what_a_table_is() {
    for (text, is) in [
        ("Field | Type\n-|-\n`a` | string\n", "fields a:string"),
        (
            "Name | Type | Description\n-|-|-\nA | 1 | x\nB | 2 | y\n",
            "Number 1:A 2:B",
        ),
        ("Type | Name\n-|-\n0 | A\n", "Number 0:A"),
        (
            "Type | Name | Description\n-|-|-\nws | A | x\nrest | B | y\n",
            "Text perhaps ws:A rest:B",
        ),
        ("Type | Name\n-|-\nstring | a\n", "fields a:string"),
        (
            "Type | ID | Description\n-|-|-\nBED | 0 | x\nSOFA | 1 | y\n",
            "Number 0:BED 1:SOFA",
        ),
        (
            "Value | Name | Room Type\n-|-|-\n`0x1` `(1 << 0)` | MAKE_BEDS | R, H\n`0x2` | SWEEP | R\n",
            "Flags 1:MAKE_BEDS 2:SWEEP",
        ),
        (
            "Value | Name | Value Type\n-|-|-\n1 | a | string\n2 | b | integer\n",
            "fields a:string b:integer",
        ),
        (
            "Field | Value | Description\n-|-|-\na | string | x\nb | integer | y\n",
            "fields a:string b:integer",
        ),
        (
            "Feld | Type\n-|-\n`a_b` | string\nc | integer\n",
            "fields a_b:string c:integer",
        ),
        (
            "Field | Gattung\n-|-\na | string\nb | integer(3)\nc | ?\n",
            "fields a:string b:integer(3) c:?",
        ),
        (
            "字段 | 类型 | 说明\n-|-|-\na | 字符串 | x\n",
            "fields a:字符串",
        ),
        ("Field | Required\n-|-\na | yes\n", "fields a!"),
        (
            "Parameter | Example | Description\n-|-|-\na | `1` | x\n",
            "fields a",
        ),
        ("Field | Type | Size\n-|-|-\na | integer | 4\n", "binary"),
        (
            "Field | Type | Size\n-|-|-\na | string | 20\nb | string | 4\nc | integer | 8\n",
            "fields a:string b:string c:integer",
        ),
        ("Field | Limit\n-|-\na | 5\n", "Text perhaps a"),
        (
            "Value | Type | Description\n-|-|-\n`a`<br/>*Only for beds* | String | x\n`b`<br/>![New](new.svg) | Int | y\n",
            "fields a:String b:Int",
        ),
    ] {
        gives(text, &[is]);
    }
}

#[test]
fn tables_of_something_else_are_none() {
    for text in [
        "Area | Kind of room | Allowed\n-|-|-\nThe north | all of them | yes\n",
        "Version | Date | Type\n-|-|-\n1.0 | May | string\n",
        "HTTP status code | Description\n-|-\n404 | No room\n",
        "Wort | Gattung\n-|-\na b | string\n",
        "Name | Type\n-|-\nthe first one | string\nanother thing | string\nb | integer\n",
        "Web | iOS\n-|-\n✅ | ✅\n",
        "## Rate Limits\n\nField | Type\n-|-\na | string\n",
    ] {
        gives(text, &["other"]);
    }
    // What is guessed makes no model alone, and marks below an unknown header no presence.
    gives(
        "Feature | Required Scopes | Effects\n-|-|-\nPOOL | rooms.write | x\n",
        &["Text perhaps POOL"],
    );
    gives(
        "Room | Spa | Pool\n-|-|-\na | x | x\nb | x | x\n",
        &["Text perhaps a b"],
    );
    gives(
        "Field | Spa | Pool\n-|-|-\na | x | x\nb | x | x\n",
        &["Text perhaps a b"],
    );
}

#[test]
fn headers_are_compared_without_markup_and_case() {
    for text in [
        "`Field` | _**Type**_ | **REQUIRED?**\n-|-|-\na | string | yes\n",
        "Required | FIELD NAME | [Type](#t)\n-|-|-\nyes | a | string\n",
        "Field | JSON Type | Type | Required\n-|-|-|-\na | string | number | yes\n",
        "Field | Comments | Type | optional/required\n-|-|-|-\na | x | string | required\n",
    ] {
        gives(text, &["fields a!:string"]);
    }
}

#[test]
fn values_are_numbers_bits_or_words() {
    for (text, is) in [
        (
            "Flag | Hex | Decimal\n-|-|-\n`A` | 0x00010000 | 65536\n`B` | 0x00020000 | 131072\n",
            "Flags 65536:A 131072:B",
        ),
        (
            "Name | Value\n-|-\nA | `1 << 0`\nB | 1 \\<\\< 3\n",
            "Flags 1:A 8:B",
        ),
        (
            "Permission | Value\n-|-\nA | `0x8` `(1 << 3)` \\*\n",
            "Flags 8:A",
        ),
        (
            "## Room Flags\n\nName | Value\n-|-\nA | 1\nB | 2\nC | 4\n",
            "Flags 1:A 2:B 4:C",
        ),
        (
            "Name | Value\n-|-\nA | 1\nB | 2\nC | 3\n",
            "Number 1:A 2:B 3:C",
        ),
        ("Flag | Value\n-|-\nA | 0\nB | 1\n", "Number 0:A 1:B"),
        (
            "Value | Description\n-|-\n`a` | x\n\"b\" | y\n~~c~~ | z\n",
            "Text perhaps a b c",
        ),
        (
            "Value | Description\n-|-\n\"1\" | x\n\"2\" | y\n",
            "Text perhaps 1 2",
        ),
        (
            "Possible values:\n\nValue | Description\n-|-\n`a` | x\n`b` or `c` | y\n",
            "Text a b c",
        ),
        (
            "## Bed Types\n\nType | Description\n-|-\nsoft | x\nhard | y\n",
            "Text soft hard",
        ),
        (
            "Value | Name\n-|-\n`bed-1` | Large\n",
            "Text perhaps bed-1:Large",
        ),
        (
            "Code | Meaning\n-|-\n3 (old) | x\n4 ^1^ | y\n",
            "Number 3:x 4:y",
        ),
    ] {
        gives(text, &[is]);
    }
    with(
        Profile::standard(),
        "Value | Name\n-|-\n~~1~~ | A\n2 | [B](#b)\n",
        |tables, _| {
            let Content::Values(table) = &tables[0].content else {
                panic!("{tables:?}");
            };
            assert_eq!(table.values[1].link.as_deref(), Some("#b"));
        },
    );
}

#[test]
fn columns_of_links_to_models_are_unions() {
    let models = "\n## Bed\n\n### Bed Structure\n\nField | Type\n-|-\na | string\n\n## Sofa\n\nField | Type\n-|-\nb | string\n\n## Text\n\nx\n";
    for (table, is) in [
        (
            "Type | Name | Description\n-|-|-\n1 | [Bed](#bed) | x\n2 | [Sofa](#sofa) | y\n",
            "links Bed=#bed Sofa=#sofa Number 1:Bed 2:Sofa",
        ),
        (
            "|Available Things|\n|-|\n|[Bed](#bed)|\n|[Sofa](#sofa)|\n",
            "links Bed=#bed Sofa=#sofa",
        ),
        (
            "Kind | Data\n-|-\n`bed` | [Bed](#bed)\n",
            "links Bed=#bed Text perhaps bed",
        ),
        // The values tell nothing of what they change, names with a text are an index.
        (
            "Event | Value | Changed\n-|-|-\nA | 1 | [Bed](#bed)\n",
            "Number 1:A",
        ),
        (
            "Name | Description\n-|-\n[Bed](#bed) | x\n",
            "Text perhaps Bed",
        ),
        (
            "Type | Card. | Description\n-|-|-\n[Bed](#bed) | 1 | x\n",
            "Text perhaps Bed",
        ),
        (
            "|Available Things|\n|-|\n|[Text](#text)|\n|[Nothing](#none)|\n",
            "Text perhaps Text Nothing",
        ),
    ] {
        gives(
            &format!("{table}{models}"),
            &[is, "fields a:string", "fields b:string"],
        );
    }
}

#[test]
fn tables_may_lack_bars_and_cells() {
    gives(
        "Name | Type\n-|-\na | string\n b|integer\n",
        &["fields a:string b:integer"],
    );
    let text = "|Field | Type | Description|\n|-|-|-|\n| a | A text |\n| b | string | x | y |\n";
    with(Profile::standard(), text, |tables, warnings| {
        assert_eq!(print(&tables[0]), "fields a:A text b:string");
        assert_eq!(
            warnings,
            [
                "1 row of a table has fewer cells than its header: the last cells are taken as empty `| a | A text |`"
            ]
        );
    });
}

#[test]
fn html_tables_without_a_header_go_on() {
    gives(
        "Field | Type\n-|-\na | object\n\n<table><tr><td>> b</td><td>string</td></tr><tr><td>c</td><td>string</td></tr></table>\n",
        &["fields a:object(b:string) c:string"],
    );
    gives(
        "Field | Type\n-|-\na | string\n\n<table><tr><td>Field</td><td>Type</td></tr><tr><td>c</td><td>string</td></tr></table>\n",
        &["fields a:string", "fields c:string"],
    );
    gives(
        "<table><tr><th>Field</th><th>Type</th></tr><tr><td>a<td rowspan=2>string<tr><td>b</table>\n",
        &["fields a:string b:string"],
    );
}
