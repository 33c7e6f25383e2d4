//! The members of a union that an example may be of.
//!
//! An object lacks a key that the others require, or has another constant under it: they need not
//! be tried. A union may have ten thousand members, and as many examples.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ptr;
use std::rc::Rc;

use crate::claim::Literal;
use crate::fold::fold_name;
use crate::merged::Merged;
use crate::model::{EnumScalar, Field, Kind, Presence, Struct, Type, Union};
use crate::resolve::context::Models;

/// So few members are all tried.
const FEW: usize = 8;
/// Enums of more values are no constants.
const CONSTANTS: usize = 8;

/// The unions that were asked for, by their places in memory.
#[derive(Debug, Default)]
pub(crate) struct Likely {
    unions: RefCell<BTreeMap<*const Union, Rc<Members>>>,
}

/// The members of a union by what they require, names without case.
#[derive(Debug)]
struct Members {
    by_need: BTreeMap<Need, Rc<[usize]>>,
    /// What may be anything.
    others: Rc<[usize]>,
}

/// A key that an object must have, and the text under it if it is a constant.
type Need = (String, Option<String>);

impl Likely {
    /// The members that are worth a try, in their order. `takes_unlisted` is whether open enums take
    /// values that they do not list.
    pub fn members(
        &self,
        models: &Models,
        takes_unlisted: bool,
        union: &Union,
        literal: &Literal,
    ) -> Merged {
        if union.variants.len() <= FEW {
            return Merged::of(vec![(0..union.variants.len()).collect()]);
        }
        let mut unions = self.unions.borrow_mut();
        let known = unions.entry(ptr::from_ref(union));
        let members = Rc::clone(known.or_insert_with(|| {
            let members = Members::of(models, takes_unlisted, union);
            Rc::new(members)
        }));
        let mut found = vec![Rc::clone(&members.others)];
        if let Literal::Object(properties) = literal {
            for property in properties {
                let key = fold_name(&property.key);
                if let Literal::String(text) = &property.value {
                    let need = (key.clone(), Some(text.clone()));
                    found.extend(members.by_need.get(&need).cloned());
                }
                found.extend(members.by_need.get(&(key, None)).cloned());
            }
        }
        Merged::of(found)
    }
}

impl Members {
    fn of(models: &Models, takes_unlisted: bool, union: &Union) -> Self {
        let types = union.variants.iter().map(|variant| &variant.ty);
        let needs: Vec<Option<Vec<Vec<Need>>>> = types
            .map(|ty| Some(needs(models, takes_unlisted, object(models, ty)?)))
            .collect();
        let mut counts: BTreeMap<&Need, usize> = BTreeMap::new();
        for need in needs.iter().flatten().flatten().flatten() {
            *counts.entry(need).or_default() += 1;
        }
        let most = |needs: &&Vec<Need>| needs.iter().filter_map(|it| counts.get(it)).max();
        let mut by_need: BTreeMap<Need, Vec<usize>> = BTreeMap::new();
        let mut others = Vec::new();
        for (at, needs) in needs.iter().enumerate() {
            match needs.iter().flatten().min_by_key(most) {
                Some(rarest) => {
                    for need in rarest {
                        by_need.entry(need.clone()).or_default().push(at);
                    }
                }
                None => others.push(at),
            }
        }
        let by_need = by_need.into_iter();
        Self {
            by_need: by_need.map(|(need, of)| (need, of.into())).collect(),
            others: others.into(),
        }
    }
}

/// The struct that a type is, by whatever names.
fn object<'m>(models: &'m Models, mut ty: &'m Type) -> Option<&'m Struct> {
    loop {
        match ty {
            Type::Boxed(inner) => ty = inner,
            Type::Model(path) => match &models.get(path)?.kind {
                Kind::Alias(alias) => ty = &alias.ty,
                Kind::Struct(object) => return Some(object),
                _ => return None,
            },
            _ => return None,
        }
    }
}

/// For each required field what an object must have: one of several constants, or just the key.
fn needs(models: &Models, takes_unlisted: bool, object: &Struct) -> Vec<Vec<Need>> {
    let required = object.fields.iter().filter(|field| field.required.value);
    let of_field = |field: &Field| {
        let key = fold_name(&field.wire_name.value);
        let constants = constants(models, takes_unlisted, &field.ty.value);
        match constants.filter(|_| field.presence == Presence::Required) {
            Some(texts) => texts
                .into_iter()
                .map(|text| (key.clone(), Some(text)))
                .collect(),
            None => vec![(key, None)],
        }
    };
    required.map(of_field).collect()
}

/// The texts that a type takes, if they are few.
fn constants(models: &Models, takes_unlisted: bool, ty: &Type) -> Option<Vec<String>> {
    let Type::Model(path) = ty else { return None };
    let Kind::Enum(values) = &models.get(path)?.kind else {
        return None;
    };
    let is_open = takes_unlisted && values.unknown.is_some();
    let are_few = (1..=CONSTANTS).contains(&values.values.len());
    if is_open || !are_few || values.scalar != EnumScalar::String {
        return None;
    }
    let texts = values.values.iter();
    texts
        .map(|value| value.value.as_str().map(str::to_owned))
        .collect()
}
