//! Other names of a model that say nothing: generators of SDKs number what a document has without
//! a name, such as `Connection1` for `Connection`.

use std::collections::BTreeSet;

use crate::model::{Alias, Kind, ModelPath, Type};
use crate::resolve::context::Models;

/// Leaves such names out of the crate, unless a type has one.
pub(crate) fn leave_out(models: &mut Models) {
    let used: BTreeSet<ModelPath> = models
        .values()
        .flat_map(|model| model.kind.all_types())
        .filter_map(|ty| ty.model_on_wire().cloned())
        .collect();
    for (path, model) in models {
        if let Kind::Alias(Alias {
            ty: Type::Model(original),
        }) = &model.kind
            && says_nothing(path.name(), original.name())
            && !used.contains(path)
        {
            model.emitted = false;
        }
    }
}

fn says_nothing(name: &str, original: &str) -> bool {
    let rest = name.strip_prefix(original);
    rest.is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| c.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::leave_out;
    use crate::model::{Alias, Kind, Model, ModelPath, Struct, Type};
    use crate::resolve::context::Models;

    #[test]
    fn a_number_behind_the_original_is_no_name() {
        let path = |name: &str| ModelPath::new(None, name);
        let mut models = Models::default();
        let mut add = |name: &str, kind| {
            models.insert(path(name), Model::new(path(name), name, kind));
        };
        let object = Struct {
            fields: Vec::new(),
            extra: None,
        };
        add("Connection", Kind::Struct(object));
        let of = |name: &str| {
            let ty = Type::Model(path(name));
            Kind::Alias(Alias { ty })
        };
        for name in [
            "Connection1",
            "Connection20",
            "ConnectionV2",
            "First",
            "2Connection",
        ] {
            add(name, of("Connection"));
        }
        add("Last", of("Connection20"));
        leave_out(&mut models);
        let kept = models.values().filter(|model| model.emitted);
        let kept: Vec<&str> = kept.map(|model| model.path.name()).collect();
        let expected = [
            "Connection",
            "Connection20",
            "ConnectionV2",
            "First",
            "2Connection",
            "Last",
        ];
        assert_eq!(kept, expected);
    }
}
