//! The committed crate as its user meets it: lines of the log of a Delta table, now and tomorrow.
//! They are read by models that a hand-written page describes.

use generated::Maybe;
use generated::delta::{DataType, LogEntry, PrimitiveType, StorageType, StructType, TableFeature};
use serde_json::{Value, json};

fn added() -> Value {
    json!({
        "add": {
            "path": "day=2024-05-02/part-00003-5f0e.snappy.parquet",
            "partitionValues": { "day": "2024-05-02", "region": null },
            "size": 52114,
            "modificationTime": 1_714_660_000_123_i64,
            "dataChange": true,
            "deletionVector": {
                "storageType": "u",
                "pathOrInlineDv": "vBn[lx{q8@P<9BNH/isA",
                "sizeInBytes": 36,
                "cardinality": 2,
            },
        },
    })
}

#[test]
fn a_line_goes_back_out_as_it_came() {
    let entry: LogEntry = serde_json::from_value(added()).expect("an entry");
    let add = entry.add.as_ref().expect("a file that is added");
    assert_eq!(add.partition_values["region"], None);
    let Maybe::Value(vector) = &add.deletion_vector else {
        panic!("a deletion vector");
    };
    assert_eq!(vector.storage_type, StorageType::U);
    assert_eq!(serde_json::to_value(&entry).expect("JSON"), added());
}

#[test]
fn null_is_not_absence() {
    let mut none = added();
    none["add"]["deletionVector"] = Value::Null;
    let entry: LogEntry = serde_json::from_value(none.clone()).expect("an entry");
    assert_eq!(serde_json::to_value(&entry).expect("JSON"), none);
}

#[test]
fn a_feature_of_tomorrow_is_kept() {
    let line = json!({ "protocol": {
        "minReaderVersion": 3,
        "minWriterVersion": 7,
        "writerFeatures": ["appendOnly", "sorcery"],
    } });
    let entry: LogEntry = serde_json::from_value(line.clone()).expect("an entry");
    let protocol = entry.protocol.as_ref().expect("a protocol");
    let features = protocol.writer_features.as_ref().expect("features");
    let expected = [
        TableFeature::AppendOnly,
        TableFeature::Unknown("sorcery".to_owned()),
    ];
    assert_eq!(features[..], expected);
    assert_eq!(serde_json::to_value(&entry).expect("JSON"), line);
}

#[test]
fn a_type_in_a_schema_is_told_by_its_kind_and_its_tag() {
    let schema = json!({
        "type": "struct",
        "fields": [
            { "name": "a", "type": "long", "nullable": true, "metadata": {} },
            { "name": "b", "type": "decimal(9,2)", "nullable": true, "metadata": {} },
            {
                "name": "c",
                "type": { "type": "array", "elementType": "string", "containsNull": false },
                "nullable": false,
                "metadata": {},
            },
        ],
    });
    let read: StructType = serde_json::from_value(schema.clone()).expect("a schema");
    let types: Vec<_> = read.fields.iter().map(|field| &field.r#type).collect();
    assert_eq!(*types[0], DataType::PrimitiveType(PrimitiveType::Long));
    let decimal = PrimitiveType::Unknown("decimal(9,2)".to_owned());
    assert_eq!(*types[1], DataType::PrimitiveType(decimal));
    let list = types[2].as_array().expect("a list");
    assert!(!list.contains_null);
    assert_eq!(serde_json::to_value(&read).expect("JSON"), schema);
}
