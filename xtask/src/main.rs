//! The command line of fieldtable.

fn main() {}
