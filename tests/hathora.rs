//! The committed crate as its user meets it: payloads of Hathora Cloud, now and tomorrow.

use generated::hathora::{ConnectionInfo, ProcessStatus, ProcessV3, Region};
use serde_json::{Value, json};
use tests::{repository, xtask_here};

/// A running process: what has not happened yet is null, whatever the pages say.
fn running() -> Value {
    json!({
        "status": "running",
        "roomsAllocated": 1,
        "terminatedAt": null,
        "stoppingAt": null,
        "startedAt": null,
        "createdAt": "2024-03-21T05:35:21.093Z",
        "roomsPerProcess": 3,
        "additionalExposedPorts": [
            { "host": "1.proxy.hathora.dev", "name": "debug", "port": 25001, "transportType": "udp" },
        ],
        "exposedPort": null,
        "region": "Los_Angeles",
        "processId": "cbfcddd2-0006-43ae-996c-995fff7bed2e",
        "deploymentId": "dep-6d4c6a71-2d75-4b42-94e1-f312f57f33c5",
        "appId": "app-af469a92-5b45-4565-b3c4-b79878de67d2",
    })
}

#[test]
fn a_running_process_goes_back_out_as_it_came() {
    let process: ProcessV3 = serde_json::from_value(running()).expect("a process");
    assert_eq!(process.region, Region::LosAngeles);
    assert_eq!(process.terminated_at, None);
    assert_eq!(process.created_at.to_string(), "2024-03-21T05:35:21.093Z");
    assert_eq!(serde_json::to_value(&process).expect("JSON"), running());
}

#[test]
fn a_status_invented_tomorrow_is_kept() {
    let mut tomorrow = running();
    tomorrow["status"] = json!("hibernating");
    let process: ProcessV3 = serde_json::from_value(tomorrow.clone()).expect("a process");
    assert_eq!(process.status, ProcessStatus::Unknown("hibernating".into()));
    assert_eq!(process.status.as_str(), "hibernating");
    assert_eq!(serde_json::to_value(&process).expect("JSON"), tomorrow);
}

#[test]
fn a_key_that_no_page_knows_does_not_hinder() {
    let mut tomorrow = running();
    tomorrow["fleet"] = json!({ "id": "f-1" });
    let process: ProcessV3 = serde_json::from_value(tomorrow).expect("a process");
    assert_eq!(serde_json::to_value(&process).expect("JSON"), running());
}

#[test]
fn null_is_not_absence() {
    let mut absent = running();
    absent
        .as_object_mut()
        .expect("an object")
        .remove("terminatedAt");
    let error = serde_json::from_value::<ProcessV3>(absent).expect_err("a required key is absent");
    assert!(error.to_string().contains("terminatedAt"), "{error}");

    let mut null = running();
    null["createdAt"] = Value::Null;
    serde_json::from_value::<ProcessV3>(null).expect_err("a date that is never null");
}

#[test]
fn a_union_is_decided_by_its_tag() {
    let starting = json!({ "roomId": "2swovpy1fnunu", "status": "starting" });
    let active = json!({
        "host": "1.proxy.hathora.dev",
        "port": 34567.0,
        "roomId": "2swovpy1fnunu",
        "status": "active",
        "transportType": "tcp",
    });
    let failed = json!({ "status": "failed", "reason": "no capacity" });
    for (value, variant) in [
        (starting, "Starting"),
        (active, "Active"),
        (failed, "Unknown"),
    ] {
        let info: ConnectionInfo = serde_json::from_value(value.clone()).expect("a union");
        assert!(format!("{info:?}").starts_with(variant), "{info:?}");
        assert_eq!(serde_json::to_value(&info).expect("JSON"), value);
    }
}

#[test]
fn the_schema_in_the_crate_is_the_one_that_the_command_prints() {
    let path = repository().join("generated/src/hathora/schema.json");
    let text = std::fs::read_to_string(path).expect("the schema is beside the models");
    let shipped: Value = serde_json::from_str(&text).expect("JSON");
    let comment = shipped["$comment"].as_str();
    assert!(comment.is_some_and(|it| it.contains("@generated")));
    let shipped = fieldtable::schema::whole(shipped);
    let run = xtask_here(&["schema", "--api", "hathora"]);
    let mut printed: Value = serde_json::from_str(&run.stdout).expect("JSON");
    // Lines move in pages; the crate need not change with them.
    for model in printed["$defs"]
        .as_object_mut()
        .expect("models")
        .values_mut()
    {
        let places = model.as_object_mut().expect("a model").remove("x-source");
        assert!(places.is_some_and(|places| !places.as_array().expect("a list").is_empty()));
    }
    assert_eq!(shipped, printed);
}
