//! The members of a union.

use super::fields::read_type;
use super::type_expr::{self, SyntaxError, TypeExpr};
use super::vocabulary::Vocabulary;
use crate::claim::TypeShape;
use crate::diagnostic::Diagnostics;
use crate::page::{Block, Code, Section};
use crate::source::{Located, Place};

/// A level-3 heading below `## Supported Types`.
#[derive(Debug)]
pub(super) struct MemberDraft<'a> {
    pub ty: Result<TypeExpr, SyntaxError>,
    place: Place,
    /// The code block below it.
    pub code: Option<&'a Code>,
}

/// The members that the sections of a page list.
pub(super) fn drafts(sections: &[Section]) -> Vec<MemberDraft<'_>> {
    let is_start =
        |section: &Section| section.level == 2 && section.heading.text == "Supported Types";
    let below = sections
        .iter()
        .skip_while(|section| !is_start(section))
        .skip(1);
    below
        .take_while(|section| section.level > 2)
        .filter(|section| section.level == 3)
        .map(|section| MemberDraft {
            ty: type_expr::parse(&section.heading.inlines, section.heading.place),
            place: section.heading.place,
            code: section.blocks.iter().find_map(|block| match block {
                Block::Code(code) => Some(code),
                _ => None,
            }),
        })
        .collect()
}

/// Reads members in the words of a language.
pub(super) fn read(
    members: &[MemberDraft],
    words: &Vocabulary,
    diagnostics: &mut Diagnostics,
) -> Vec<Located<TypeShape>> {
    let members = members.iter();
    members
        .map(|member| {
            let shape = read_type(&member.ty, words, diagnostics).without_row();
            Located::new(shape, member.place)
        })
        .collect()
}
