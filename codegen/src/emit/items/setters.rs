//! Setters: what is given to the macro `setters!`.

use super::docs;
use super::structs::Writer;
use crate::emit::code::Code;
use crate::emit::ident::{ident, plain};
use crate::emit::plan::scopes::SETTERS;
use crate::model::{Field, Presence};

impl Writer<'_> {
    /// The setters of all that may be absent.
    pub(crate) fn setters(&self, code: &mut Code) {
        let name = ident(self.model.path.name());
        let called = self.scope.import(SETTERS);
        code.block(format_args!("{called}!"), |code| {
            self.allowed(code);
            code.block(&name, |code| {
                let optional = self.strukt.fields.iter();
                for field in optional.filter(|field| !field.presence.is_required()) {
                    docs::deprecated(code, &field.docs);
                    setter(code, &field.name, &self.given(field));
                }
                if let Some(extra) = &self.strukt.extra {
                    setter(code, &extra.name, &self.scope.extra(&extra.ty));
                }
            });
        });
    }

    /// The type of what a setter is given.
    fn given(&self, field: &Field) -> String {
        if field.presence == Presence::OptionalNullable {
            self.into(&self.scope.stored(field))
        } else {
            self.parameter(field).0
        }
    }
}

fn setter(code: &mut Code, field: &str, given: &str) {
    let (plain, name) = (plain(field), ident(field));
    code.unbroken(format_args!("with_{plain}({name}: {given});"));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::structs;
    use crate::emit::code::Code;
    use crate::emit::plan::Context;
    use crate::emit::testing::{api, fact, field, strukt};
    use crate::model::{Extra, Field, Kind, Presence, Type};

    /// The last item of a struct.
    fn last(fields: Vec<Field>, extra: Option<Extra>) -> String {
        let mut api = api(vec![strukt("Room", fields)]);
        let Kind::Struct(strukt) = &mut api.models[0].kind else {
            panic!("a struct");
        };
        strukt.extra = extra;
        let model = &api.models[0];
        let Kind::Struct(strukt) = &model.kind else {
            panic!("a struct");
        };
        let code = Code::file(|code| structs::emit(code, &Context::new(&api), model, strukt));
        let (_, last) = code.rsplit_once("\n\n").unwrap();
        last.to_owned()
    }

    #[test]
    fn one_for_each_field_that_may_be_absent() {
        let mut kind = field("kind", "kind", Type::Boolean, Presence::Required);
        kind.constant = Some(Box::new(fact(json!(true))));
        let mut old = field("old", "old", Type::Int64, Presence::Optional);
        old.docs.deprecated = Some("Gone.".to_owned());
        let numbers = Type::List(Box::new(Type::Number));
        let fields = vec![
            field("id", "id", Type::String, Presence::Required),
            field("size", "size", Type::Int64, Presence::RequiredNullable),
            kind,
            field("note", "note", Type::String, Presence::Optional),
            field("r#type", "type", Type::Int64, Presence::OptionalNullable),
            field("all", "all", numbers, Presence::Optional),
            old,
        ];
        let expected = r#"setters! {
    #[allow(deprecated)]
    Room {
        with_note(note: impl Into<String>);
        with_type(r#type: impl Into<Maybe<i64>>);
        with_all(all: Vec<Number>);
        #[deprecated(note = "Gone.")]
        with_old(old: i64);
        with_others(others: Extra<bool>);
    }
}
"#;
        let extra = Extra {
            name: "others".to_owned(),
            ty: Type::Boolean,
            docs: Default::default(),
        };
        assert_eq!(last(fields, Some(extra)), expected);
    }

    #[test]
    fn none_where_all_is_required() {
        let fields = vec![field("id", "id", Type::String, Presence::Required)];
        assert!(!last(fields, None).contains("setters!"));
    }
}
