//! What `changes` says of versions of one SDK.

use tests::Project;

use crate::shared;

/// An SDK whose models have grown over a year: what its changelog says is what its pages say.
#[test]
#[ignore = "needs the corpus"]
fn an_sdk_and_its_next_versions() {
    let project = Project::new(&[]);
    for name in ["hathora-2023-12", "hathora-2024-07", "hathora"] {
        let docs = shared(&format!("corpus/{name}"));
        let docs = docs.canonicalize().expect("a folder that is there");
        assert!(project.link(&format!("{name}/api"), &docs.display().to_string()));
    }
    for (old, new, lines) in [
        (
            "hathora-2023-12",
            "hathora-2024-07",
            [
                "- `Lobby.short_code` is new and required (",
                "- `RoomStatus.Suspended` is gone: `\"suspended\"` (",
                "- `PlayerTokenObject` is the new name of `LoginResponse` (",
            ],
        ),
        (
            "hathora-2024-07",
            "hathora",
            [
                "- `Organization.scopes` is new and required (",
                "- `Deployment.deployment_id` is `String`, was `i32` (",
                "- `Deployment.container_port` is gone (",
            ],
        ),
    ] {
        let run = project.xtask(&["changes", old, new]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        for line in lines {
            assert!(run.stdout.contains(line), "{old} {new}: {line}");
        }
    }
}
