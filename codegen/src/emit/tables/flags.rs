//! Flags as tables: their names and bits, written for the macro `flags!`.

use super::invocation;
use crate::emit::ident::ident;
use crate::model::Flags;

/// The invocation of `flags!` for flags.
pub(crate) fn text(name: &str, flags: &Flags) -> String {
    let lines = flags.flags.iter();
    let lines = lines.map(|flag| format!("{} = {},", ident(&flag.name), flag.bits));
    invocation("flags", name, &lines.collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::emit::testing::access;

    #[test]
    fn each_name_has_its_bits() {
        let expected = "flags! {\n    Access {\n        READ = 1,\n        BOTH = 9,\n    }\n}\n";
        assert_eq!(text("Access", &access()), expected);
    }
}
