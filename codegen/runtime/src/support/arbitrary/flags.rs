//! Flags from bytes, for the feature `arbitrary`.

/// Implements `Arbitrary` for flags: any bits.
#[allow(unused_macros, reason = "not every crate has such models")]
macro_rules! flags {
    ($name:ident {}) => {
        impl $crate::support::arbitrary::Make for $name {
            fn make(u: &mut ::arbitrary::Unstructured<'_>) -> ::arbitrary::Result<Self> {
                u.arbitrary().map(Self::from_bits)
            }
        }

        $crate::support::arbitrary::by_make!($name);
    };
}

#[allow(unused_imports, reason = "an API may have none")]
pub(crate) use flags;
