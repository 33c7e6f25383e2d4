//! Flags are integers, and keep the bits that have no name.

use super::{error, goes_back, read, write};
use crate::Maybe;
use crate::support::flags::flags;
use crate::support::record::record;
use crate::support::wire::{Optional as _, Wire as _};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
struct Access(u64);

impl Access {
    const NONE: Self = Self(0);
    const READ: Self = Self(1);
    const WRITE: Self = Self(1 << 3);
    const BOTH: Self = Self(9);
    const LAST: Self = Self(1 << 63);
}

flags! {
    Access {
        NONE = 0,
        READ = 1,
        WRITE = 8,
        BOTH = 9,
        LAST = 9223372036854775808,
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Room {
    access: Access,
    guests: Option<Access>,
    was: Maybe<Access>,
    steps: Option<Vec<Access>>,
}

record! {
    Room requires 1 0b1 {
        required 0 access = "access",
        optional 1 guests = "guests",
        optional 2 was = "was",
        optional 3 steps = "steps",
    }
}

#[test]
fn bits_go_back_with_or_without_a_name() {
    for bits in [0, 1, 8, 9, 2, 1 << 63, u64::MAX] {
        goes_back::<Access>(&bits.to_string());
    }
    goes_back::<Room>(r#"{"access":2,"guests":9,"was":null,"steps":[0,18446744073709551615]}"#);
    goes_back::<Room>(r#"{"access":0,"was":1}"#);
}

#[test]
fn sets_are_joined_parted_and_asked() {
    let both = Access::READ | Access::WRITE;
    assert_eq!(both, Access::BOTH);
    assert!(both.contains(Access::READ) && both.contains(Access::NONE) && !both.is_empty());
    assert!(!Access::READ.contains(both) && Access::READ.intersects(both));
    assert_eq!(both & Access::WRITE, Access::WRITE);
    assert_eq!(both ^ Access::WRITE, Access::READ);
    assert_eq!(both - Access::WRITE, Access::READ);
    assert_eq!(!Access::READ, Access::WRITE | Access::LAST);
    assert_eq!(!!Access::from_bits(3), Access::READ);
    assert_eq!(Access::default(), Access::empty());
    assert_eq!(Access::all().bits(), 9 | 1 << 63);
    assert_eq!(Access::from_bits(3).unknown().bits(), 2);
    let mut set = Access::empty();
    set |= Access::READ;
    set.insert(Access::LAST);
    set.set(Access::WRITE, true);
    set.set(Access::READ, false);
    set -= Access::LAST;
    set ^= Access::READ;
    set &= Access::BOTH;
    assert_eq!(set, [Access::READ, Access::WRITE].into_iter().collect());
    set.extend([Access::LAST]);
    assert_eq!(u64::from(set), u64::from(Access::all()));
    assert!(Access::READ < Access::WRITE);
}

#[test]
fn debug_names_the_bits() {
    let shown = |bits| format!("{:?}", Access::from_bits(bits));
    assert_eq!(shown(0), "Access(0x0)");
    assert_eq!(shown(1 << 63 | 1), "Access(READ | LAST)");
    assert_eq!(shown(0x83), "Access(READ | 0x82)");
    assert_eq!(shown(0x80), "Access(0x80)");
    assert_eq!(format!("{:?}", Access::from(2)), "Access(0x2)");
    let names: Vec<_> = Access::BOTH.iter_names().map(|(name, _)| name).collect();
    assert_eq!(names, ["READ", "WRITE", "BOTH"]);
}

#[test]
fn what_is_no_set_of_bits_is_an_error() {
    for json in ["-1", "0.5", "\"1\"", "null", "18446744073709551616"] {
        assert!(error::<Access>(json).contains("u64"), "{json}");
    }
    let error = error::<Room>(r#"{"access":0,"steps":[1,"x"]}"#);
    assert!(error.starts_with("at `steps[1]`: "), "{error}");
}

#[test]
fn other_formats_have_flags_too() {
    let room: Room = read(r#"{"access":9223372036854775808,"steps":[1]}"#);
    let bytes = rmp_serde::to_vec_named(&room).unwrap();
    assert_eq!(rmp_serde::from_slice::<Room>(&bytes).unwrap(), room);
    assert_eq!(
        write(&room),
        r#"{"access":9223372036854775808,"steps":[1]}"#
    );
}
