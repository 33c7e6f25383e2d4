use super::super::{LARGEST, SdkSource, Warning};
use super::read;
use crate::keys::write;
use crate::language::Language::{self, CSharp, Go, Java, Php, Python, Ruby, TypeScript};
use crate::work;

const ALL: &[Language] = &[CSharp, Go, Java, Php, Python, Ruby, TypeScript];

fn messages(warnings: &[Warning]) -> Vec<String> {
    warnings.iter().map(ToString::to_string).collect()
}

#[test]
fn what_cannot_be_printed_is_a_warning_and_no_key() {
    let text = "type A struct {\n\tB string `json:\"b\u{202e}x\"`\n\tC string `json:\"c\"`\n\tE string `const:\"\u{7}\" json:\"e\"`\n}\n";
    let found = read(Go, &[("models/a.go", text)]);
    assert_eq!(found.facts.len(), 1);
    assert_eq!(
        messages(&found.warnings),
        [
            "models/a.go:2: 2 keys or names are not taken, this is the first: \
             a character cannot be printed"
        ]
    );
    assert!(
        write(&found.facts)
            .chars()
            .all(|c| c.is_ascii_graphic() || " \t\n".contains(c))
    );
}

#[test]
fn escapes_are_resolved_before_a_key_is_looked_at() {
    let text =
        "class A { @JsonProperty(\"a\\u001b[2J\") String a; @JsonProperty(\"\\u0062\") String b; }";
    let found = read(Java, &[("models/A.java", text)]);
    assert_eq!(
        found
            .facts
            .iter()
            .map(|fact| fact.key.as_str())
            .collect::<Vec<_>>(),
        ["b"]
    );
    assert_eq!(
        messages(&found.warnings),
        ["models/A.java:1: a key or name is not taken: a character cannot be printed"]
    );
}

#[test]
fn a_file_that_is_not_text_or_too_large_is_a_warning() {
    let mut source = SdkSource::new(Go).unwrap();
    source.file(
        "models/a.go",
        b"type A struct {\n\tB string `json:\"\xff\"`\n}\n",
    );
    let large = usize::try_from(LARGEST).unwrap() + 1;
    source.file("models/b.go", &vec![b' '; large]);
    let found = source.finish();
    assert_eq!((found.facts.len(), found.files), (0, 0));
    assert_eq!(
        messages(&found.warnings),
        [
            "models/a.go: this source file is not UTF-8, so no keys are taken from it",
            "models/b.go: this source file is larger than 8 MB, so no keys are taken from it",
        ]
    );
}

#[test]
fn two_keys_of_one_field_are_a_warning_and_none_is_taken() {
    let one = "class A { @JsonProperty(\"x\") String a; @JsonProperty(\"b\") String b; }";
    let two = "class A { @JsonProperty(\"y\") String a; }";
    let found = read(Java, &[("models/A.java", one), ("models/B.java", two)]);
    assert_eq!(
        found
            .facts
            .iter()
            .map(|fact| fact.key.as_str())
            .collect::<Vec<_>>(),
        ["b"]
    );
    assert_eq!(
        messages(&found.warnings),
        [
            "models/B.java:1: `a` of `A` has another key or value in models/A.java:1; neither is taken"
        ]
    );
}

/// Everything that opens and nothing that closes, in one line, and what repeats the
/// words that readers look for: a reader that looks to the end from each would take hours.
#[test]
#[ignore = "long"]
fn time_grows_with_the_size_alone() {
    let shapes = [
        "{",
        "(",
        "[",
        "}",
        "((",
        "<",
        "\"",
        "`",
        "'",
        "/*",
        "//",
        "\"\"\"",
        "\\",
        "@A(",
        "@",
        "[A(",
        ",",
        "type A struct {",
        "func (u A) UnmarshalJSON(d) e {",
        "struct { switch d.A {",
        "case \"a\": new(",
        "class A {",
        "class ",
        "@JsonProperty(\"a\") String a; ",
        "this.a = ",
        "A(this.a = b; ",
        "registerType(\"a\", ",
        "@JsonSubTypes({@Type(",
        "@Type(value = A.class, name = ",
        "GetValue(\"a\") == ",
        "public A B { get; } = ",
        "[A] ",
        "namespace ",
        "a.b.",
        "= = ",
        "$@\"",
        "-1e+",
        "const A$inboundSchema = z.object({ a: ",
        "const A$inboundSchema = z.union([",
        "z.lazy(",
        "remap$(v, { a: ",
        "namespace A$ { ",
        ".and(z.object({ a: z.literal(1) ",
        "A: z.optional(",
        "\nclass A(BaseModel):\n  a: Annotated[",
        "\n a: Optional[Literal[1",
        "\nA = Annotated[B, Tag(1), get_discriminator(",
        "Tag(1), variants=A, ",
        "#[SerializedName('a')] public $a, ",
        "#[",
        "\nfield :a, { 'letter_case': ",
        "\nfield :a, [",
        "\nclass A::",
    ];
    for language in ALL {
        // Where most of what the reader looks for may stand.
        let inside = match language {
            Go => "func (u A) UnmarshalJSON(d) e {",
            Python => "class A(BaseModel):\n  a: ",
            Ruby => "class A\nfield :a, ",
            TypeScript => "const A$inboundSchema = z.union([",
            CSharp | Java | Php | Language::Unity => "class A { void f() {",
        };
        for (shape, prefix) in shapes
            .iter()
            .flat_map(|shape| [(shape, ""), (shape, inside)])
        {
            let text = |n: usize| format!("{prefix}{}é", shape.repeat(n));
            let what = format!("{language} {shape:?} {prefix:?}");
            work::is_linear(&what, 2_000 / shape.len(), text, |text| {
                read(*language, &[("models/a", &text)]);
            });
        }
    }
}

/// Source that is cut anywhere is read without a panic.
#[test]
fn source_that_ends_anywhere_is_read() {
    let texts = [
        (
            Go,
            "type A struct {\n\tB string `json:\"b,omitempty\" const:\"é\"`\n}\nfunc (u *A) UnmarshalJSON(d []byte) error { type d struct { K string `json:\"k\"` }\nswitch dis.K {\ncase \"x\": new(B)\n} }",
        ),
        (
            Java,
            "@JsonTypeInfo(property = \"k\") @JsonSubTypes({@Type(value = B.class, name = \"é\")}) class A<T> { @JsonProperty(value = \"\\u00e9\") final String a = \"x\"; A() { this.a = B.C.value(); } class D { E C = new E(\"a\", \"1\"); void f() { registerType(\"b\", B.class); } } }",
        ),
        (
            CSharp,
            "namespace é { [A, JsonProperty(\"b\")] public class A : B { [JsonProperty(\"c\")] string C { get; } = \"d\"; void F() { jo.GetValue(\"k\"); if (d == T.U.ToString()) { E e = new T(\"u\"); } } } }",
        ),
    ];
    for (language, text) in texts {
        for end in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            read(
                language,
                &[("models/a", &text[..end]), ("models/b", &text[end..])],
            );
        }
    }
}
