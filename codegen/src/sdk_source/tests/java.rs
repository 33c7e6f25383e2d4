use super::facts;
use crate::language::Language::Java;

#[test]
fn annotations_of_fields_are_keys_in_old_and_new_generators() {
    let old = r#"
package com.shop.models.shared;

/**
 * Order - what a "buyer" asks for; it's @JsonProperty("not_a_key")
 */
public class Order {
    @JsonInclude(Include.NON_ABSENT)
    @JsonProperty("_id")
    public String id;
    public Order withId(String id) { this.id = id; return this; }

    @com.fasterxml.jackson.annotation.JsonProperty(value = "zip-code", required = true)
    public java.util.Map<String, java.util.List<String>> zipCode = new HashMap<>(4, 0.5f);

    public Order(@JsonProperty("_id") String id) {
        this.id = id;
    }
}
"#;
    let new = r#"
public class FindOrdersRequest {
    private static final String NAME = "orders";

    @SpeakeasyMetadata("queryParam:style=form,explode=true,name=page_size")
    private Optional<? extends Long> pageSize;

    @SpeakeasyMetadata("request:mediaType=application/json")
    private Order order;

    @JsonIgnore
    private Map<String, Object> additionalProperties;

    @JsonProperty("namespace")
    private JsonNullable<byte[]> namespace;

    @JsonProperty("lines")
    private Optional<List<Line>> lines = Optional.empty();

    @JsonIgnore
    @SuppressWarnings({"unchecked", "all"})
    public Optional<Long> pageSize() {
        return (Optional<Long>) pageSize;
    }
}

public enum Size {
    SMALL("s") { int width() { return 1; } },
    @JsonProperty("l") LARGE("l");

    @JsonProperty("name")
    private final String value;
}
"#;
    assert_eq!(
        facts(Java, &[("src/models/shared/Order.java", old)]),
        [
            "shared/Order.id = _id @ 10",
            "shared/Order.zipCode = zip-code @ 14"
        ]
    );
    assert_eq!(
        facts(Java, &[("src/models/find.java", new)]),
        [
            "FindOrdersRequest.lines = lines @ 18",
            "FindOrdersRequest.namespace = namespace @ 15",
            "FindOrdersRequest.pageSize = page_size @ 6",
            "Size.value = name @ 32",
        ]
    );
}

#[test]
fn what_the_constructor_sets_is_a_constant_and_what_the_builder_sets_is_none() {
    let text = r#"
public class Card implements Method {
    @JsonProperty("kind")
    private String kind;

    @JsonProperty("uses")
    private Optional<Long> uses;

    @JsonProperty("version")
    public final int version = 3;

    public Card() {
        this.kind = Builder._SINGLETON_VALUE_Kind.value();
        this.uses = uses;
    }

    public static final class Builder {
        public Card build() {
            if (uses == null) {
                uses = _SINGLETON_VALUE_Uses.value();
            }
            return new Card();
        }

        private static final LazySingletonValue<String> _SINGLETON_VALUE_Kind =
                new LazySingletonValue<>(
                        "kind",
                        "\"card\"",
                        new TypeReference<String>() {});

        private static final LazySingletonValue<Optional<Long>> _SINGLETON_VALUE_Uses =
                new LazySingletonValue<>("uses", "1", new TypeReference<Optional<Long>>() {});
    }
}
"#;
    assert_eq!(
        facts(Java, &[("models/components/Card.java", text)]),
        [
            "components/Card.kind = kind: \"card\" @ 4",
            "components/Card.uses = uses @ 7",
            "components/Card.version = version: 3 @ 10",
        ]
    );
}

#[test]
fn the_body_of_an_error_is_that_of_its_page() {
    let text = r#"
public class OutOfStock extends ShopError {
    @Nullable
    private final Data data;

    public static class Data {
        @JsonProperty("error_code")
        private String errorCode;
    }
}
"#;
    assert_eq!(
        facts(Java, &[("models/errors/OutOfStock.java", text)]),
        ["errors/OutOfStock.errorCode = error_code @ 8"]
    );
}

#[test]
fn unions_name_their_key_and_members() {
    let listed = r#"
@JsonTypeInfo(use = Id.NAME, property = "method_kind", include = As.EXISTING_PROPERTY, visible = true)
@JsonSubTypes({
    @Type(value = Card.class, name="card"),
    @JsonSubTypes.Type(value = Cash.class, names = {"cash", "coins"})})
public interface Method {

    String methodKind();

}
"#;
    let resolved = r#"
@JsonTypeInfo(
        use = Id.CUSTOM,
        property = "model",
        defaultImpl = UnknownReport.class)
@JsonTypeIdResolver(ReportTypeIdResolver.class)
public interface Report { String model(); }
"#;
    let resolver = r#"
public class ReportTypeIdResolver extends GenericTypeIdResolver<Report> {
    private void initializeTypeMap() {
        registerType("by_day", DailyReport.class);
        registerType("by_year", YearlyReport.class);
    }
}
"#;
    assert_eq!(
        facts(
            Java,
            &[
                ("models/a/Method.java", listed),
                // Resolvers may come first.
                ("models/b/ReportTypeIdResolver.java", resolver),
                ("models/b/Report.java", resolved),
            ]
        ),
        [
            "a/Method: method_kind \"card\" -> Card @ 4",
            "a/Method: method_kind \"cash\" -> Cash @ 5",
            "a/Method: method_kind \"coins\" -> Cash @ 5",
            "b/Report: model \"by_day\" -> DailyReport @ 4",
            "b/Report: model \"by_year\" -> YearlyReport @ 5",
        ]
    );
}
