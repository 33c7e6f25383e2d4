//! Invocations of the runtime's macros, as text: `prettyplease` does not lay out what stands inside
//! of a macro.

pub(crate) mod enums;
pub(crate) mod flags;
pub(crate) mod key_set;
pub(crate) mod records;
pub(crate) mod unions;

/// A macro that is given a name and lines in braces.
pub(crate) fn invocation(macro_name: &str, name: &str, lines: &[String]) -> String {
    let mut text = format!("{macro_name}! {{\n    {name} {{");
    for line in lines {
        text.push_str("\n        ");
        text.push_str(line);
    }
    text.push_str(if lines.is_empty() {
        "}\n}\n"
    } else {
        "\n    }\n}\n"
    });
    text
}
