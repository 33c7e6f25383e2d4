//! Maps and sets that keep the order of what is put into them.

/// Hashed as serde_json's objects are, under a key of each process: half the work of the standard
/// library's hash, and nobody who writes docs can look for names that meet.
pub type IndexMap<K, V> = indexmap::IndexMap<K, V, foldhash::fast::RandomState>;

/// The keys of such a map alone.
pub(crate) type IndexSet<K> = indexmap::IndexSet<K, foldhash::fast::RandomState>;
