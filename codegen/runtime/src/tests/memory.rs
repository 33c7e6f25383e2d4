//! What is read gives back all memory, wherever reading ends.

use super::counting::gives_all_back;
use super::models::{Closed, Color, Open, Palette, Point, Tree};

#[test]
fn a_value_and_each_beginning_of_it_give_all_back() {
    gives_all_back::<Point>(r#"{"name":"text","x":1}"#);
    gives_all_back::<Point>(r#"{"name":"text","x":1,"name":"again"}"#);
    gives_all_back::<Open>(r#"{"id":1,"note":"text","a":"text","a":null,"a":"again"}"#);
    gives_all_back::<Color>(r#""beige""#);
    gives_all_back::<Closed>(r#""beige""#);
    gives_all_back::<Vec<Color>>(r#"["beige","red","mauve"]"#);
    gives_all_back::<Palette>(r#"{"colors":["beige","red"],"first":"a","colors":[]}"#);
    gives_all_back::<Tree>(
        r#"{"label":"text","color":"beige","children":[{"label":"text","children":[]}],"byName":{"a":{"label":"text","children":[]},"a":{"label":"again","children":[]}},"label":null}"#,
    );
}
