//! Stamps as files: where they are kept, for whom, and what is not whole.

use std::fs;

use tests::Run;

use super::{CODEGEN, forgetful, project, said, stamps, works};

#[test]
fn a_stamp_that_is_not_whole_is_none() {
    let project = project();
    assert_eq!(project.codegen(&[]).status, 0);
    let expected = said(forgetful(&project, &CODEGEN));
    let all = stamps(&project);
    let (name, stamp) = all.first_key_value().expect("a stamp");
    let place = project.cache().join(name);
    let text = stamp.to_string();
    let found = serde_json::to_string(&stamp["findings"]).expect("JSON");
    let summaries = stamp["summaries"].to_string();
    let damaged = [
        String::new(),
        text[..text.len() / 2].to_owned(),
        "[]".to_owned(),
        text.replace("\"form\":1", "\"form\":0"),
        text.replace(&found, "\"all is well\\n\""),
        text.replace(&summaries, "[\"all is well\"]"),
        text.replace("src/lib.rs", "src/../../lib.rs"),
        text.replace("\"runs\":1", "\"runs\":1,\"more\":1"),
        text.replace("\"asked\":\"", "\"asked\":\"0"),
        text.replace("\"key\":[", "\"key\":[1"),
    ];
    for damaged in &damaged {
        assert_ne!(*damaged, text);
        fs::write(&place, damaged).expect("a file of ours");
        assert_eq!(said(project.codegen(&[])), expected, "{damaged}");
        assert_ne!(fs::read_to_string(&place).expect("a stamp"), *damaged);
    }
}

#[test]
fn without_a_place_for_stamps_a_run_is_as_it_was() {
    let project = project();
    let run = forgetful(&project, &CODEGEN);
    assert_eq!(run.status, 0);
    assert_eq!(works(&project), 0);
    // A file stands where the folder should be.
    project.put("in the way", "");
    let mut command = project.command("", &CODEGEN);
    command.env("FIELDTABLE_CACHE", project.path("in the way/cache"));
    let expected = said(forgetful(&project, &CODEGEN));
    assert_eq!(
        said(Run::from(command.output().expect("xtask runs"))),
        expected
    );
    // No other command has a use for them.
    assert_eq!(project.xtask(&["list", "--specs", "specs"]).status, 0);
    assert_eq!(works(&project), 0);
}

#[cfg(unix)]
#[test]
fn a_stamp_is_for_its_user_alone() {
    use std::os::unix::fs::PermissionsExt;

    let project = project();
    assert_eq!(project.codegen(&[]).status, 0);
    for name in stamps(&project).keys() {
        let mode = fs::metadata(project.cache().join(name))
            .expect("a stamp")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600, "{name}");
    }
}
