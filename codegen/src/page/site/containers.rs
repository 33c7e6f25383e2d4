//! Takes out what stands around lines and is no tag: `:::note`, `/// note`, `!!! note`.

use super::open::How;
use super::prepare::Prepare;
use crate::page::tag::Attribute;

impl Prepare<'_> {
    /// `:::note Title`, `:::`, and the same with slashes.
    pub(super) fn colons(&mut self, start: usize, line: &str) -> bool {
        let rest = line.trim_start_matches([':', '/']);
        let marks = line.len() - rest.len();
        let is_marked = line.starts_with(":::")
            || line.starts_with("///") && (rest.is_empty() || rest.starts_with(' '));
        if marks < 3 || !is_marked {
            return false;
        }
        let at = start..start + line.len();
        if rest.trim().is_empty() {
            self.out.to_mut()[at.clone()].fill(b' ');
            while self.open_colons > 0
                && let Some(open) = self.open.last()
            {
                let is_it = open.how == How::Colons;
                self.close_last(if is_it { at.end } else { at.start });
                if is_it {
                    break;
                }
            }
            return true;
        }
        let (name, title) = rest
            .trim()
            .split_once(char::is_whitespace)
            .unwrap_or((rest.trim(), ""));
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return false;
        }
        self.out.to_mut()[at.clone()].fill(b' ');
        let mark = self.element(name, title_of(title), at);
        self.push_open(name, mark, How::Colons, None);
        true
    }

    /// `!!! note "Title"`, `??? note`, `=== "Tab"`, with indented lines below.
    pub(super) fn indented(&mut self, start: usize, line: &str) {
        let rest = line
            .trim_start_matches(['!', '?', '='])
            .trim_start_matches('+');
        let is_one = line.len() - rest.len() >= 3 && rest.starts_with(' ');
        let rest = rest.trim();
        let is_tab = line.starts_with("===") && rest.starts_with('"');
        if !is_one || rest.is_empty() || (line.starts_with('=') && !is_tab) {
            return;
        }
        let (name, title) = match rest.split_once(char::is_whitespace) {
            _ if is_tab => ("tab", rest),
            Some((name, title)) => (name, title),
            None => (rest, ""),
        };
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let margin = start - line_start + 4;
        let below = self.line_end(start) + 1;
        let below = self.text.get(below..).unwrap_or_default();
        let below = below.trim_start_matches(['\n', '\r']);
        if below.len() - below.trim_start_matches(' ').len() < margin {
            return;
        }
        let at = start..start + line.len();
        self.out.to_mut()[at.clone()].fill(b' ');
        let mark = self.element(name, title_of(title), at);
        self.push_open(name, mark, How::Indented, Some(margin));
    }
}

fn title_of(title: &str) -> Vec<Attribute> {
    let title = title
        .trim()
        .trim_start_matches('|')
        .trim()
        .trim_matches('"');
    let attribute = Attribute {
        name: "title".to_owned(),
        value: title.to_owned(),
    };
    if title.is_empty() {
        Vec::new()
    } else {
        vec![attribute]
    }
}
