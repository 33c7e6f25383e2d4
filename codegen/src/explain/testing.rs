//! An API whose pages and sample disagree, for tests.

use crate::describe;
use crate::diagnostic::Diagnostics;
use crate::input::{ApiInput, Input};
use crate::model::Api;
use crate::source::SourceFile;

const JAVA: &str = "# Job\n\n## Fields\n\n\
| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
| `taskCount` | *int* | :heavy_check_mark: | N/A |\n\
| `endedAt` | [OffsetDateTime](https://example.com) | :heavy_check_mark: | N/A |\n";

const TYPESCRIPT: &str = "# Job\n\n## Fields\n\n\
| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n\
| `taskCount` | *number* | :heavy_minus_sign: | N/A |\n\
| `endedAt` | [Date](https://example.com) | :heavy_check_mark: | N/A |\n";

/// The models of two sources and a sample.
pub(super) fn apis() -> Vec<Api> {
    let mut input = Input::default();
    let mut add = |path: &str, text: &str| {
        let id = input
            .files
            .add(SourceFile::new(format!("shop/{path}"), text));
        (path.to_owned(), id)
    };
    let api = ApiInput {
        name: "shop".to_owned(),
        pages: vec![
            add("java/models/shared/Job.md", JAVA),
            add("typescript/models/components/job.md", TYPESCRIPT),
        ],
        samples: vec![add(
            "samples/Job/running.json",
            "{\n  \"taskCount\": 3,\n  \"endedAt\": null\n}\n",
        )],
        keys: Vec::new(),
        config: None,
    };
    input.apis.push(api);
    describe(&input, &mut Diagnostics::default()).unwrap().apis
}
