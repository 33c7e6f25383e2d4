//! Keys that hold for a whole API: where several models show that `id` stands for `_id`.

use std::collections::BTreeMap;

use super::{FieldKey, Observations};
use crate::map::IndexMap;
use crate::resolve::catalog::Catalog;
use crate::resolve::catalog::ids::{EntryId, NameId};
use crate::source::{Located, Place};

/// So many models must show a key before it holds for others.
const SEVERAL: usize = 2;

/// The only key that the fields of a name are shown to have, with the first places, by name.
pub(crate) type CommonKeys = BTreeMap<NameId, (String, Vec<Place>)>;

/// The keys that several models show for sure, and against which no model speaks.
pub(crate) fn find(catalog: &Catalog<'_>, observed: &Observations) -> CommonKeys {
    let mut tally = Tally::default();
    for (id, entry) in catalog.iter() {
        for (&(name, _), rows) in &entry.rows {
            let names = rows.iter().map(|row| row.field.name.value.as_str());
            let settings = entry.field_settings(names);
            if let Some(set) = settings.and_then(|settings| settings.wire_name.as_ref()) {
                tally.add((id, name), &set.value, set.place, true);
            }
            for row in rows {
                if let Some(key) = &row.field.source_key {
                    tally.add((id, name), &key.value.key, key.place, true);
                }
            }
        }
    }
    for (field, keys) in &observed.keys {
        for key in keys {
            tally.add(*field, &key.name, key.place, key.recorded);
        }
    }
    for (field, Located { value, place }) in &observed.mentions.signed {
        tally.add(*field, value, *place, true);
    }
    tally.finish()
}

/// The keys of each name, each with the models that show it for sure.
#[derive(Default)]
struct Tally<'k>(BTreeMap<NameId, IndexMap<&'k str, BTreeMap<EntryId, Place>>>);

impl<'k> Tally<'k> {
    fn add(&mut self, (entry, name): FieldKey, key: &'k str, place: Place, is_sure: bool) {
        let shown = self.0.entry(name).or_default().entry(key).or_default();
        if is_sure {
            shown.entry(entry).or_insert(place);
        }
    }

    fn finish(self) -> CommonKeys {
        const SHOWN: usize = 3;
        let mut common = CommonKeys::new();
        for (name, keys) in self.0 {
            let mut keys = keys.into_iter();
            if let (Some((key, shown)), None) = (keys.next(), keys.next())
                && shown.len() >= SEVERAL
            {
                let places = shown.into_values().take(SHOWN).collect();
                common.insert(name, (key.to_owned(), places));
            }
        }
        common
    }
}
