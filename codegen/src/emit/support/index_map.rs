//! Maps in the order of the wire.

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::containers::{Maps, map};
use super::decode::{self, Slot};
use super::encode::{self, EntrySink, Piece};
use super::wire::{self, Kind, Wire};

map!(IndexMap);
