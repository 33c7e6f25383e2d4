use super::testing::apis;
use super::{Explanation, explain};

fn found(query: &str) -> Explanation {
    explain(&apis(), query).unwrap()
}

#[test]
fn a_field_shows_what_was_said_what_won_and_the_type() {
    let text = found("Job.endedAt").text("specs/", false);
    assert_eq!(
        text,
        "shop::Job::ended_at: Option<DateTime>\n\n\
         type: date-time (the pages say so)\n\
         \x20 + specs/shop/java/models/shared/Job.md:8:15            [OffsetDateTime](https://example.com)\n\
         \x20 + specs/shop/typescript/models/components/job.md:8:15  [Date](https://example.com)\n\
         required: yes (the pages say so)\n\
         \x20 + specs/shop/java/models/shared/Job.md:8:55            required\n\
         \x20 + specs/shop/typescript/models/components/job.md:8:45  required\n\
         nullable: yes (null in a sample)\n\
         \x20 + specs/shop/samples/Job/running.json:3:3  null in a sample\n\
         wire name: endedAt (a key in a sample)\n\
         \x20 + specs/shop/samples/Job/running.json:3:3             endedAt\n\
         \x20 + specs/shop/java/models/shared/Job.md:8:3            endedAt\n\
         \x20 + specs/shop/typescript/models/components/job.md:8:3  endedAt\n"
    );
}

#[test]
fn an_api_explains_the_case_of_its_keys() {
    let explanation = super::explain_api(&apis()[0]);
    assert_eq!(explanation.rust, "shop: API of 1 model");
    let [question] = explanation.questions.as_slice() else {
        panic!("one question");
    };
    assert_eq!(
        (question.what, question.answer.as_str()),
        ("wire case", "camel")
    );
    assert!(!question.evidence.is_empty(), "{question:?}");
}

#[test]
fn an_api_that_is_named_lists_its_models_with_what_is_open() {
    let explanation = found("shop");
    assert_eq!(explanation.questions.len(), 1);
    let [job] = explanation.parts.as_slice() else {
        panic!("one model");
    };
    assert_eq!(
        (job.name.as_str(), job.rust.as_str()),
        ("Job", "struct of 2")
    );
    assert_eq!(job.notes, ["1 field: contested"]);
    // A field of a model, and a model, are not the API.
    assert!(explain(&apis(), "shop.Job").is_err());
    assert_eq!(found("job").name, "Job");
}

#[test]
fn a_model_that_is_not_generated_says_so() {
    let mut apis = apis();
    for model in apis[0].models.values_mut() {
        model.emitted = false;
    }
    let explanation = explain(&apis, "Job").unwrap();
    assert_eq!(explanation.rust, "shop::Job: struct, not generated");
    assert_eq!(found("Job").rust, "shop::Job: struct");
}

#[test]
fn colours_are_all_that_a_terminal_acts_on() {
    let mut explanation = found("Job.taskCount");
    explanation.questions[1].evidence[0].says = "\u{1b}[2Jwiped".to_owned();
    let plain = explanation.text("", false);
    assert!(!plain.contains('\u{1b}'), "{plain}");
    let colored = explanation.text("", true);
    assert!(
        colored.contains("\u{1b}[1;91m-\u{1b}[0m shop/"),
        "{colored}"
    );
    assert!(
        colored.contains("\u{1b}[1;92m+\u{1b}[0m shop/"),
        "{colored}"
    );
    assert!(!colored.contains("\u{1b}[2J"), "{colored}");
}

#[test]
fn what_was_overruled_is_told() {
    let explanation = found("Job.taskCount");
    let required = &explanation.questions[1];
    assert_eq!(required.answer, "no");
    let said: Vec<_> = required
        .evidence
        .iter()
        .map(|said| (said.says.as_str(), said.won))
        .collect();
    assert_eq!(said, [("required", false), ("optional", true)]);
}

#[test]
fn a_model_lists_its_fields() {
    let explanation = found("Job");
    assert_eq!(explanation.questions[0].answer, "struct of 2");
    let parts: Vec<_> = explanation
        .parts
        .iter()
        .map(|part| {
            (
                part.name.as_str(),
                part.rust.as_str(),
                part.notes.join(", "),
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("task_count", "Option<i32>", "required contested".to_owned()),
            ("ended_at", "Option<DateTime>", String::new()),
        ]
    );
}

#[test]
fn any_name_of_a_thing_leads_to_it_and_a_wrong_one_to_a_suggestion() {
    for name in ["Job.ended_at", "job.endedat", "shop::Job.endedAt"] {
        assert_eq!(found(name).name, "endedAt", "{name}");
    }
    let error = |query| explain(&apis(), query).unwrap_err().message;
    assert_eq!(
        error("Jib"),
        "no model is called `Jib`; did you mean `Job`?"
    );
    assert_eq!(
        error("Job.endetAt"),
        "`Job` has no field `endetAt`; did you mean `endedAt`?"
    );
    assert_eq!(
        error("Job.colour"),
        "`Job` has no field `colour`; there is `taskCount` or `endedAt`"
    );
}
