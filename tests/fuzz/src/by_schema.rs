//! JSON by the schema of a model, as bytes choose it, with what does not fit here and there.

use forms::{Model, SCHEMAS};
use serde_json::Value;

use crate::choices::Choices;

/// JSON that is being made.
pub struct Text<'a> {
    choices: Choices<'a>,
    /// What was made.
    pub out: String,
    /// No key twice, no number that a `Value` does not keep.
    pub plain: bool,
}

const SCALARS: &[&str] = &[
    "null",
    "true",
    "false",
    "0",
    "1",
    "-1",
    "1.5",
    "\"\"",
    "\"a\"",
    "\"red\"",
    "\"1\"",
    "[]",
    "{}",
    "\"2024-02-29T12:30:45Z\"",
    "\"2024-02-29\"",
    "\"127.0.0.1\"",
    "\"circle\"",
    "2147483648",
    "9223372036854775808",
    "\"\\u202e\\n\"",
    "\"\\ud83d\\ude00\"",
    "[[]]",
    "[null]",
    "[1]",
    "[\"a\"]",
    "{\"a\":1}",
    "16777217",
];

/// Numbers that do not come back out of a `Value` as they went in.
const ODD: &[&str] = &[
    "-0",
    "1.0",
    "1E5",
    "0.10",
    "1e400",
    "123456789012345678901234567890",
    "1e39",
    "-1e-400",
];

impl<'a> Text<'a> {
    /// JSON for a model by these choices.
    #[must_use]
    pub fn of(model: &Model, choices: Choices<'a>) -> Self {
        let mut text = Self {
            choices,
            out: String::new(),
            plain: true,
        };
        text.of_model(model);
        text
    }

    fn of_model(&mut self, model: &Model) {
        let (api, name) = model.name.split_once("::").unwrap_or_default();
        let schemas = SCHEMAS.iter().find(|(of, _)| *of == api);
        let Some((_, schemas)) = schemas else { return };
        let defs = &schemas["$defs"];
        self.of_schema(defs, &defs[name], 6);
    }

    fn of_schema(&mut self, defs: &Value, schema: &Value, depth: usize) {
        let choice = self.choices.byte();
        if depth == 0 || choice < 24 {
            return self.any(depth.min(2));
        }
        if let Some(reference) = schema["$ref"].as_str() {
            let name = reference.rsplit('/').next().unwrap_or_default();
            return self.of_schema(defs, &defs[name], depth);
        }
        for several in ["oneOf", "anyOf"] {
            if let Some(several) = schema[several].as_array()
                && !several.is_empty()
            {
                let one = self.choices.below(several.len());
                return self.of_schema(defs, &several[one], depth - 1);
            }
        }
        for values in ["enum", "x-extensible-enum"] {
            if let Some(values) = schema[values].as_array()
                && !values.is_empty()
            {
                let one = self.choices.below(values.len());
                return self.out.push_str(&values[one].to_string());
            }
        }
        if !schema["const"].is_null() {
            return self.out.push_str(&schema["const"].to_string());
        }
        if let Some(properties) = schema["properties"].as_object() {
            return self.object(defs, properties, depth);
        }
        match kind(&schema["type"]) {
            "array" => self.list(defs, &schema["items"], depth),
            "object" => self.map(defs, &schema["additionalProperties"], depth),
            "boolean" => self.out.push_str("true"),
            "integer" => {
                let number =
                    self.choices
                        .one(&["0", "1", "-7", "2147483647", "9223372036854775807"]);
                self.out.push_str(number);
            }
            "number" => {
                let number = self
                    .choices
                    .one(&["0", "1.5", "-2.25", "3e2", "0.1", "16777217"]);
                self.out.push_str(number);
            }
            "string" => {
                let text = match schema["format"].as_str() {
                    Some("date-time") => "\"2024-02-29T12:30:45.5+02:00\"",
                    Some("date") => "\"2024-02-29\"",
                    _ => self
                        .choices
                        .one(&["\"a\"", "\"\"", "\"12\"", "\"::1\"", "\"\\u00e9\""]),
                };
                self.out.push_str(text);
            }
            _ => self.any(2),
        }
    }

    fn object(&mut self, defs: &Value, properties: &serde_json::Map<String, Value>, depth: usize) {
        let way = self.choices.byte();
        let mut keys: Vec<_> = properties.iter().collect();
        if way & 1 == 1 {
            keys.reverse();
        }
        let others = usize::from(way >> 6);
        let mut written = 0;
        self.out.push('{');
        for (key, schema) in keys {
            let byte = self.choices.byte();
            if byte < 48 {
                continue;
            }
            let times = if byte == 255 { 2 } else { 1 };
            self.plain &= times == 1;
            for _ in 0..times {
                self.key(&mut written, key);
                self.of_schema(defs, schema, depth - 1);
            }
        }
        for at in 0..others {
            let key = ["zz", "", "zz"][at % 3];
            self.plain &= at < 2 && !properties.contains_key(key);
            self.key(&mut written, key);
            self.any(2);
        }
        self.out.push('}');
    }

    fn key(&mut self, written: &mut usize, key: &str) {
        if *written > 0 {
            self.out.push_str(", ");
        }
        *written += 1;
        self.out.push_str(&Value::from(key).to_string());
        self.out.push(':');
    }

    fn list(&mut self, defs: &Value, items: &Value, depth: usize) {
        self.out.push('[');
        for at in 0..self.choices.below(4) {
            if at > 0 {
                self.out.push(',');
            }
            self.of_schema(defs, items, depth - 1);
        }
        self.out.push(']');
    }

    fn map(&mut self, defs: &Value, values: &Value, depth: usize) {
        self.out.push('{');
        let mut written = 0;
        for at in 0..self.choices.below(4) {
            let key = ["a", "b.c", "\u{e9}", "a"][at % 4];
            self.plain &= at < 3;
            self.key(&mut written, key);
            self.of_schema(defs, values, depth - 1);
        }
        self.out.push('}');
    }

    fn any(&mut self, depth: usize) {
        match self.choices.below(24) {
            23 => {
                self.plain = false;
                let odd = self.choices.one(ODD);
                self.out.push_str(odd);
            }
            22 if depth > 0 => {
                self.out.push_str("[0,");
                self.any(depth - 1);
                self.out.push(']');
            }
            21 if depth > 0 => {
                self.out.push_str("{\"type\":\"circle\",\"x\":");
                self.any(depth - 1);
                self.out.push('}');
            }
            _ => {
                let scalar = self.choices.one(SCALARS);
                self.out.push_str(scalar);
            }
        }
    }
}

/// The type that a schema names, of several the last that is not null.
fn kind(ty: &Value) -> &str {
    match ty {
        Value::Array(several) => {
            let mut several = several.iter().filter_map(Value::as_str);
            several.find(|ty| *ty != "null").unwrap_or("null")
        }
        ty => ty.as_str().unwrap_or_default(),
    }
}
