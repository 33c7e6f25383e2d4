//! Keys are found wherever they stand, and none is taken for another.

use crate::support::read::keys::{Indices, Keys, Seen, same};

/// Keys of every length up to 20, those of a length alike but for one letter.
fn alike() -> Vec<String> {
    let mut keys = vec![String::new()];
    for len in 1..=20 {
        let plain = "abcdefghijklmnopqrst"[..len].to_owned();
        keys.push(plain.clone());
        for at in 0..len {
            let mut other = plain.clone();
            other.replace_range(at..=at, "X");
            keys.push(other);
        }
    }
    keys
}

#[test]
fn the_same_is_equal() {
    let keys = alike();
    for one in &keys {
        for other in &keys {
            assert_eq!(same(one, other), one == other, "{one} {other}");
        }
    }
    assert!(same("größe", "größe") && !same("größe", "großse"));
}

#[test]
fn a_key_is_found_whichever_was_likely() {
    let names: Vec<&'static str> = alike().into_iter().map(|key| &*key.leak()).collect();
    let keys = Keys(names.clone().leak());
    for next in [0, 1, 5, names.len() - 1, names.len(), names.len() + 9] {
        for (index, name) in names.iter().enumerate() {
            assert_eq!(keys.find(name, next), Some(index), "{name} after {next}");
        }
        for none in ["Y", "abcY", "abcdefghY", "abcdefghijklmnopqrstu"] {
            assert_eq!(keys.find(none, next), None, "{none}");
        }
    }
}

#[test]
fn what_was_seen_is_known_in_every_block() {
    let mut seen = Seen::default();
    let noted = [0, 1, 63, 64, 65, 127, 128, 300];
    for index in noted {
        assert!(!seen.has(index) && !seen.put(index), "{index}");
        assert!(seen.put(index), "{index} came twice");
    }
    for index in 0..400 {
        assert_eq!(seen.has(index), noted.contains(&index), "{index}");
    }
}

#[test]
fn the_first_that_is_missing_is_named() {
    let all = Indices {
        len: 4,
        first: 0b1010,
        more: &[64, 70],
    };
    let mut seen = Seen::default();
    for (count, index) in [1, 3, 64, 70].into_iter().enumerate() {
        assert!(!all.all(&seen));
        assert_eq!((all.missing(&seen), all.count(&seen)), (Some(index), count));
        seen.put(index);
    }
    seen.put(2);
    assert!(all.all(&seen));
    assert_eq!((all.missing(&seen), all.count(&seen)), (None, 4));
}
