//! Whether a key must be there.

use super::*;

fn read(header: &str, rows: &[&str]) -> String {
    let bars = "-|".repeat(header.matches('|').count() + 1);
    let text = format!(
        "|{header}|\n|{bars}\n{}",
        rows.iter()
            .map(|row| format!("|{row}|\n"))
            .collect::<String>()
    );
    first(&text, |rows| fields(rows).replace(":string", ""))
}

#[test]
fn cells_are_compared_as_they_are_written_first() {
    assert_eq!(
        read(
            "Field|Type|Required",
            &[
                "a|string|**true**",
                "b|string|*",
                "c|string|+",
                "d|string|?",
                "e|string|M",
                "f|string|0..1",
                "g|string|○",
                "h|string|是",
                "i|string|Conditionally REQUIRED",
                "j|string|Only if `a` is set",
                "k|string|<b>yes</b>",
                "l|string|:heavy_minus_sign:",
                "m|string|",
                "n|string|what",
            ]
        ),
        "a! b?* c!* d? e! f? g! h! i? j? k! l? m n"
    );
    let text = "|Field|Type|Required|\n|-|-|-|\n|a|string|Only if b|\n|b|string|no|\n";
    assert_eq!(
        first(text, |rows| [
            rows[0].is_conditional,
            rows[1].is_conditional
        ]),
        [true, false]
    );
}

#[test]
fn a_column_that_is_called_optional_is_turned_around() {
    assert_eq!(
        read(
            "Field|Type|Optional?",
            &[
                "a|string|yes",
                "b|string|no",
                "c|string|required",
                "d|string|optional"
            ]
        ),
        "a? b! c! d?"
    );
}

#[test]
fn words_of_other_cells_count() {
    assert_eq!(
        read(
            "Field|Type|Default|Description",
            &[
                "a|string||**REQUIRED.** The id",
                "b|string||_(May be omitted)_ x",
                "`c` _optional_|string||x",
                "d|string|**REQUIRED**|x",
                "e|string|5|x",
                "f|string|-|x",
                "g|string|\"\"|x",
                "h|string||REQUIRED if `a` is set",
                "i|string||Is not required here",
                "j|string||x",
            ]
        ),
        "a! b? c? d! e? f g? h? i j"
    );
    assert_eq!(
        read("Field|Type", &["a|string; required", "b|string, optional"]),
        "a!; required b?, optional"
    );
}

#[test]
fn what_is_required_for_some_cases_is_conditional() {
    let text = "|Field|Type|Applies to|Description|\n|-|-|-|-|\n|a|string|Any|**REQUIRED**.|\n|b|string|`key`|**REQUIRED**.|\n|c|string|`key`|x|\n";
    let (read, conditional) = first(text, |rows| {
        let conditional: Vec<_> = rows.iter().map(|row| row.is_conditional).collect();
        (fields(rows), conditional)
    });
    assert_eq!(read, "a!:string b?:string c?:string");
    assert_eq!(conditional, [false, true, true]);
}

#[test]
fn a_star_may_be_a_footnote() {
    let table = "|Field|Type|\n|-|-|\n|a\\*|string|\n|b|string|\n";
    for (below, is) in [
        ("", "a!:string b:string"),
        ("\n\\* Only for members\n", "a:string b:string"),
        ("\nText.\n\n\\* Required\n", "a!:string b:string"),
        ("\n\\* May be omitted\n", "a?:string b:string"),
    ] {
        assert_eq!(first(&format!("{table}{below}"), fields), is);
    }
}

#[test]
fn marks_are_counted() {
    let marks = |text: &str| {
        let mut marks = Marks::default();
        with(Profile::standard(), text, |tables, _| {
            marks = tables[0].marks
        });
        marks
    };
    let words = marks(
        "|Field|Type|Description|\n|-|-|-|\n|a?|string|x|\n|b|string|**Required.**|\n|c|string|x|\n|d|string|Required if a|\n",
    );
    let expected = Marks {
        rows: 4,
        words_yes: 1,
        words_no: 1,
        ..Marks::default()
    };
    assert_eq!(words, expected);
    let column =
        marks("|Field|Type|Required|\n|-|-|-|\n|a?|string|yes|\n|> b|string|no|\n|c?|string||\n");
    let expected = Marks {
        has_column: true,
        rows: 3,
        column_yes: 1,
        column_no: 1,
        words_no: 1,
        ..Marks::default()
    };
    assert_eq!(column, expected);
}

#[test]
fn cues_name_the_word_or_mark() {
    let text = "|Field|Data Type|Required|\n|-|-|-|\n|a|string|yes|\n|b?|string||\n";
    let cues = first(text, |rows| [rows[0].cues.clone(), rows[1].cues.clone()]);
    assert_eq!(cues[0].name.as_deref(), Some("header word `Field`"));
    assert_eq!(cues[0].ty.as_deref(), Some("header word `Data Type`"));
    assert_eq!(cues[0].required.as_deref(), Some("header word `Required`"));
    assert_eq!(cues[1].required.as_deref(), Some("mark `?` at the name"));
}

#[test]
fn null_is_read_in_words() {
    let text = "|Field|Type|Description|\n|-|-|-|\n|a|string|The room, or `null`|\n|b|string|x|\n|c|string|Can be null here|\n";
    let nulls = first(text, |rows| {
        let nulls = rows.iter().map(|row| row.null_in_words.is_some());
        nulls.collect::<Vec<_>>()
    });
    assert_eq!(nulls, [true, false, true]);
}
