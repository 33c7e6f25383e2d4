//! Maps that keep their order.

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::containers::{Maps, map};
use crate::support::read::slot::{self, Slot};
use crate::support::wire::{self, Kind, Wire};
use crate::support::write::piece::{self, EntrySink, Piece};

map!(IndexMap);
