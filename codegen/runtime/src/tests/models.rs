//! Models as the generator writes them: types, and below these the tables by which they are read
//! and written.

use std::collections::BTreeMap;

use crate::support::enums::enumeration;
use crate::support::record::record;
use crate::support::wire::{Optional as _, Wire as _};
use crate::{Extra, Maybe};

#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    pub x: i32,
    pub name: Option<String>,
}

record! {
    #[inline]
    Point requires 1 0b1 {
        required 0 x = "x",
        optional 1 name = "name",
    }
}

/// A field of each presence, and what holds other values.
#[derive(Debug, Clone, PartialEq)]
pub struct Tree {
    pub label: Option<String>,
    pub weight: Maybe<f64>,
    pub point: Option<Point>,
    pub color: Option<Color>,
    pub children: Vec<Tree>,
    pub by_name: Option<BTreeMap<String, Tree>>,
}

record! {
    Tree requires 2 0b10001 {
        required 0 label = "label",
        optional 1 weight = "weight",
        optional 2 point = "point",
        optional 3 color = "color",
        required 4 children = "children",
        optional 5 by_name = "byName",
    }
}

/// What keeps other keys.
#[derive(Debug, Clone, PartialEq)]
pub struct Open {
    pub id: i64,
    pub note: Option<String>,
    pub others: Extra<Option<String>>,
}

record! {
    Open requires 1 0b1 {
        required 0 id = "id",
        optional 1 note = "note",
        .. others
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Color {
    Red,
    Green,
    Unknown(String),
}

enumeration! {
    text Color {
        Red = "red",
        Green = "green",
        .. Unknown
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Closed {
    A,
    B,
}

enumeration! {
    text Closed {
        A = "a",
        B = "b",
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Status {
    Fine,
    Gone,
    Unknown(i64),
}

enumeration! {
    integer Status {
        Fine = 200,
        Gone = -410,
        .. Unknown
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum ClosedStatus {
    One,
}

enumeration! {
    integer ClosedStatus {
        One = 1,
    }
}

/// What holds enums and lists of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    pub first: Closed,
    pub colors: Vec<Color>,
    pub status: Option<Status>,
    pub closed: Option<ClosedStatus>,
}

record! {
    Palette requires 2 0b11 {
        required 0 first = "first",
        required 1 colors = "colors",
        optional 2 status = "status",
        optional 3 closed = "closed",
    }
}
