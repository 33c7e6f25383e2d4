//! How a field stores that its key is absent or its value null.

use crate::model::{NotKnown, Nullability, Presence};

/// How both are stored.
pub(crate) fn stored(required: bool, nullable: Nullability, not_known: NotKnown) -> Presence {
    let null = match nullable {
        Nullability::Yes => true,
        Nullability::No => false,
        // None of an optional field takes null in any case.
        Nullability::Unknown => required && not_known == NotKnown::AcceptNull,
    };
    match (required, null) {
        (true, true) => Presence::RequiredNullable,
        (true, false) => Presence::Required,
        (false, true) => Presence::OptionalNullable,
        (false, false) => Presence::Optional,
    }
}
