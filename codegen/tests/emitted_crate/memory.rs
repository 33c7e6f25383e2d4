//! What is read gives back all memory: a value is put where a blank one is without dropping that.
#![cfg(feature = "hostile")]

mod counting;

use counting::gives_all_back;
use generated::hostile::*;

#[test]
fn all_memory_is_given_back() {
    // A key that comes twice, where what came first owns memory.
    gives_all_back::<KeyA>(r#"{"a":1,"c":"text","c":"again"}"#);
    gives_all_back::<KeyA>(r#"{"c":"text","a":1}"#);
    // An unknown value of an open enum, and a text that no variant takes.
    gives_all_back::<Vec>(r#"["beige","red","mauve"]"#);
    gives_all_back::<Color>(r#""beige""#);
    gives_all_back::<Closed>(r#""beige""#);
    for tagged in [
        r#"{"type":"circle","radius":1.5}"#,
        r#"{"radius":1.5,"type":"circle"}"#,
        r#"{"type":"oval","x":["text"]}"#,
        r#"{"x":["text"],"type":"oval","type":"mauve"}"#,
        r#"{"type":"square","side":2,"inner":{"radius":1.5,"type":"circle"}}"#,
        r#"{"type":"square","type":"square"}"#,
        r#"{"side":2,"side":3,"type":"square"}"#,
        r#"{"type":"mauve","type":"circle"}"#,
        r#"{"type":"rect","type":"mauve","inner":{"type":"oval","x":"text"}}"#,
        r#"{"type":"square","inner":{"type":"oval","x":"text"},"inner":{"type":"oval","x":"text"}}"#,
    ] {
        gives_all_back::<Shape2>(tagged);
    }
    for untagged in [
        r#"{"a":1,"c":"text"}"#,
        r#"{"c":"text","b":1,"c":"again"}"#,
        r#"{"x":1,"y":{"a":1,"c":"text"}}"#,
        r#"{"x":1,"y":{"a":1,"c":"text"},"y":{"b":1,"c":"text"}}"#,
    ] {
        gives_all_back::<ByKey>(untagged);
    }
    for scalars in [
        r#""text""#,
        r#"["one","two"]"#,
        r#"[1,2.5,18446744073709551615]"#,
        r#"{"key":["one"],"key":{"two":"three"}}"#,
        r#"null"#,
    ] {
        gives_all_back::<Scalars>(scalars);
        gives_all_back::<Anything>(scalars);
    }
    gives_all_back::<WithExtra>(r#"{"id":1,"m":null,"z":["text"],"z":["again"]}"#);
    gives_all_back::<WithExtra>(r#"{"id":1,"m":"2024-02-29T12:30:45Z","m":null}"#);
    for twice in [r#""text""#, r#"["text"]"#, "null", r#"{"k":"text"}"#] {
        gives_all_back::<generated::hostile::Option>(&format!(
            r#"{{"id":"text","maybe":{twice},"maybe":{twice},"id":"again"}}"#
        ));
    }
    gives_all_back::<hostile::Hostile>(
        r#"{"root":{"children":[{"children":[],"by_name":{}}],"by_name":{"a":{"children":[],"by_name":{}},"a":{"children":[],"by_name":{}}}}}"#,
    );
}
