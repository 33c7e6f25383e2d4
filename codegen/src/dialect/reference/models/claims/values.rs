//! Tables and lists of values → the values of an enum.

use std::collections::BTreeSet;

use crate::claim::{Stated, ValueClaim, ValueScalar, ValuesClaim};
use crate::dialect::reference::table::{ValueKind, ValueTable};
use crate::source::Located;

/// The values of a table. Those that are struck out stay: old data has them.
pub(super) fn of_table(table: &ValueTable) -> ValuesClaim {
    let values = table.values.iter().map(|row| ValueClaim {
        value: row.value.clone(),
        name: row.name.clone(),
    });
    let scalar = match table.scalar {
        ValueKind::Text => ValueScalar::String,
        ValueKind::Number | ValueKind::Flags => ValueScalar::Number,
    };
    ValuesClaim {
        are_flags: table.scalar == ValueKind::Flags,
        ..of(values, scalar)
    }
}

/// The values of a list.
pub(super) fn of_list(values: &[Located<String>]) -> ValuesClaim {
    let values = values.iter().map(|value| ValueClaim {
        value: value.clone(),
        name: None,
    });
    of(values, ValueScalar::String)
}

/// Values, none twice.
pub(super) fn of(values: impl Iterator<Item = ValueClaim>, scalar: ValueScalar) -> ValuesClaim {
    let mut known = BTreeSet::new();
    ValuesClaim {
        values: values
            .filter(|value| known.insert(value.value.value.clone()))
            .collect(),
        scalar,
        open: Stated::Silent,
        are_flags: false,
    }
}
