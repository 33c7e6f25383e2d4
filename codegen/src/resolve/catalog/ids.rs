//! Ids of models, pages, sources and names.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident,)+) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(u32);

        impl $name {
            /// The id of what has this place in its list.
            pub fn new(index: usize) -> Self {
                // Docs of four thousand million models do not fit into memory.
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }
        }
    )+};
}

ids! {
    /// A model of the catalog.
    EntryId,
    /// A page's claim about a model.
    PageId,
    /// One SDK's pages, by their place among the sources.
    SourceId,
    /// A name, whatever its spelling.
    NameId,
}

macro_rules! places {
    ($($name:ident)+) => {$(
        impl $name {
            /// Its place in the list.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

places!(EntryId PageId);
