//! JSON in one way, so that every program hashes the same bytes: keys in order, no blanks, texts as serde writes them (`"`, `\` and control
//! characters are escaped, nothing else). Whether a map keeps its order depends on a feature that any library may switch on.

use serde_json::Value;

pub fn json(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort_unstable();
            let mut before = '{';
            for name in &names {
                text.push(before);
                text.push_str(&Value::String((*name).clone()).to_string());
                text.push(':');
                write(&fields[*name], text);
                before = ',';
            }
            text.push_str(if names.is_empty() { "{}" } else { "}" });
        }
        Value::Array(values) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    text.push(',');
                }
                write(value, text);
            }
            text.push(']');
        }
        plain => text.push_str(&plain.to_string()),
    }
}
