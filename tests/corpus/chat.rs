//! A user's program: a chat request out, a response in.

use generated::openrouter::{
    ChatFinishReasonEnum, ChatMessages, ChatRequest, ChatResult, ChatSystemMessage,
    ChatUserMessage, ChatUserMessageContent,
};
use serde_json::json;

fn main() {
    let messages = vec![
        ChatSystemMessage::new("Answer in one word.").into(),
        ChatUserMessage::new("Which colour has the sky?")
            .with_name("ada")
            .into(),
    ];
    let request = ChatRequest::new(messages)
        .with_model("a/model")
        .with_temperature(0_u8);
    let written = serde_json::to_value(&request).expect("JSON");
    assert_eq!(
        written,
        json!({
            "messages": [
                { "content": "Answer in one word.", "role": "system" },
                { "content": "Which colour has the sky?", "name": "ada", "role": "user" },
            ],
            "model": "a/model",
            "temperature": 0,
        })
    );

    let again: ChatRequest = serde_json::from_value(written).expect("what was written");
    match &again.messages[1] {
        ChatMessages::User(user) => {
            let said = ChatUserMessageContent::from("Which colour has the sky?");
            assert_eq!(user.content, said);
        }
        other => panic!("a user's message, not {other:?}"),
    }

    let first = again.messages[0].as_system();
    assert!(first.is_some_and(|system| system.name.is_none()));

    let response = r#"{
        "choices": [{
            "finish_reason": "overheated",
            "index": 0,
            "message": { "content": "Blue.", "role": "assistant" }
        }],
        "created": 1700000000,
        "id": "gen-1",
        "model": "a/model",
        "object": "chat.completion",
        "system_fingerprint": "fp-1"
    }"#;
    let result: ChatResult = serde_json::from_str(response).expect("a response");
    let reason = &result.choices[0].finish_reason;
    assert_eq!(
        *reason,
        ChatFinishReasonEnum::Unknown("overheated".to_owned())
    );
    assert_eq!(reason.as_str(), "overheated");

    let broken = r#"{"messages":[{"role":"user","content":"x","name":3}]}"#;
    let error = serde_json::from_str::<ChatRequest>(broken).expect_err("a name is text");
    assert!(
        error
            .to_string()
            .contains("read as User: at `name`: invalid type"),
        "{error}"
    );
}
