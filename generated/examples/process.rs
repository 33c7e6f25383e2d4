//! Reads a process as the server sends it, and builds the parameters of a request.
//!
//! Written by hand: `cargo xtask codegen` leaves files without its mark alone.

use generated::hathora::{
    ConnectionInfo, CreateRoomParams, ProcessStatus, Region, StartingConnectionInfo,
    StartingConnectionInfoStatus,
};

fn main() -> Result<(), serde_json::Error> {
    let params = CreateRoomParams::new(Region::Tokyo).with_room_config("{\"mode\":\"duel\"}");
    println!("{}", serde_json::to_string(&params)?);

    // A status that is newer than the docs is kept, and goes back as it came.
    let status: ProcessStatus = serde_json::from_str("\"hibernating\"")?;
    assert_eq!(status, ProcessStatus::Unknown("hibernating".to_owned()));
    assert_eq!(serde_json::to_string(&status)?, "\"hibernating\"");

    let info: ConnectionInfo = serde_json::from_str(r#"{"status":"starting","roomId":"r-1"}"#)?;
    match info {
        ConnectionInfo::Starting(StartingConnectionInfo {
            room_id,
            status: StartingConnectionInfoStatus::Starting,
            ..
        }) => println!("{room_id} is starting"),
        ConnectionInfo::Active(active) => println!("{}:{}", active.host, active.port),
        other => println!("not known yet: {other:?}"),
    }

    // Where one variant is of interest, a method looks for it.
    let infos = [
        r#"{"status":"starting","roomId":"r-2"}"#,
        r#"{"status":"new"}"#,
    ];
    for info in infos {
        let info: ConnectionInfo = serde_json::from_str(info)?;
        let starting = info.as_starting();
        println!("starting: {:?}", starting.map(|info| &info.room_id));
    }

    // What is wrong with a value is said with the place inside it.
    let broken = r#"{"status":"starting","roomId":7}"#;
    if let Err(error) = serde_json::from_str::<ConnectionInfo>(broken) {
        println!("{error}");
    }
    Ok(())
}
