//! Maps and sets that keep the order of what is put into them.

/// Hashed as serde_json's objects are: less work than the standard library's hash, under a key that each
/// process makes for itself, so that docs cannot be written for names that meet.
pub type IndexMap<K, V> = indexmap::IndexMap<K, V, foldhash::fast::RandomState>;

/// The keys of such a map alone.
pub(crate) type IndexSet<K> = indexmap::IndexSet<K, foldhash::fast::RandomState>;
