//! What `--help` says below the arguments.

pub const ABOUT: &str = "\
Reads the field tables of API docs and writes a crate of serde models.";

pub const AFTER: &str = "\
A specs folder holds one folder for each API:

  specs/
    shop/                 one API: the module and feature `shop`
      spec.toml           settings, optional
      java/models/*.md    model pages of its Java SDK, in any tree of folders
      typescript/*.md     pages of other languages: more evidence
      reference/*.md      pages that people wrote, instead or beside
      samples/Order/*.json  recorded JSON bodies of the model Order

Exit status:
  0  done
  1  errors in the specs (with --strict, also warnings), or --check found differences
  2  wrong usage

Diagnostics go to stderr, data to stdout. NO_COLOR turns colours off.";

pub const CODEGEN: &str = "\
Unchanged files are not rewritten. A file that is no longer generated is removed if its first line
says that fieldtable generated it; other files are never changed or removed. All files are written,
or none: what a run that was interrupted had changed is changed back by the next one. Until then,
--check says so. Runs in the same folder wait for each other. The output folder must not be inside
the specs folder.

A run that ends well leaves a stamp in the user's cache folder (below $XDG_CACHE_HOME or ~/.cache,
on Windows %LOCALAPPDATA%), outside of specs and crate. The next one reads the specs and the whole
crate; where each byte, the program and the arguments are what they were, it says what the last one
said, and is done. FIELDTABLE_CACHE names another folder; empty, no stamp is looked at or left.
--timings always does the work.

Examples:
  {it} codegen
  {it} codegen --check                       in CI: a diff and exit status 1 if out of date
  {it} codegen --specs docs --out ../client  write to another folder";

pub const MODEL: &str = "\
The output is a list with one entry for each API.

Examples:
  {it} model
  {it} model --api shop | jq '.[0].models | keys'";

pub const EXPLAIN: &str = "\
Name a model by its Rust path or its name in the docs, a field by its name in JSON, in Rust or in
the docs. `*` stands for any part of a name. Of an API that is named, its models are listed, with
what is open about each. Without a name, the case of the keys of each API is explained. `+` marks statements that the answer follows, `-` statements that it overrules. Warnings
about what is explained follow the answer.

Examples:
  {it} explain Order.quantity
  {it} explain operations::GetOrderRequest --api shop
  {it} explain 'Order.*'                                 all fields of the model
  {it} explain shop                                      the API, with all models
  {it} explain --api shop                                the case of the API's keys
  {it} explain Order.quantity --json | jq '.questions[0].evidence'";

pub const LIST: &str = "\
Without --api, a line for each API, with the numbers of its models. With it, a line for each model:
what it is, of how many fields, values or members, and the places that it was read from.

Examples:
  {it} list
  {it} list --api shop
  {it} list --api shop --json | jq '.[] | select(.kind == \"union\") | .rust'";

pub const IMPORT: &str = "\
PATH is a checkout of the SDK. Its model pages are copied to specs/NAME/LANGUAGE/models/. The keys
that the SDK's source uses are written to specs/NAME/LANGUAGE/keys.tsv, each with its file and line.
Pages that describe no model are left out and counted. --all-warnings lists them, the fields for
which the source has no key, and its models without a page. Symbolic links are not followed.

To upgrade, import the new checkout with --force. Pages that differ are replaced; pages in that
folder that the SDK no longer has are removed, or with --keep left alone. The run says which pages
these are. Without --force, it writes nothing if a page would be replaced or removed. No file but
these and keys.tsv is changed or removed.

Examples:
  {it} import ../shop-java --api shop
  {it} import ../shop-java --api shop --force           upgrade
  {it} import ../shop-java --api shop --force --keep    and keep pages that are gone";

pub const CHANGES: &str = "\
OLD and NEW are folders of specs, or git revisions of the specs folder. The list is markdown: what
breaks reading (a body that the old crate read is refused, or read as something else), what breaks
building (of a program that uses the crate), what is new, and what is only documentation.

Examples:
  {it} changes HEAD                        since the last commit
  {it} changes v1.2 v1.3 --api shop
  {it} changes ../old/specs --deny reading  exit status 1 if reading breaks
  {it} changes HEAD --json | jq '.[] | select(.severity == \"adds\")'";

pub const SCHEMA: &str = "\
If the specs have several APIs, --api chooses the one to print.

Examples:
  {it} schema > shop.schema.json
  {it} schema --api shop | jq '.\"$defs\".Order'";

pub const ATLAS: &str = "\
The page shows the models with their fields and types, links both ways, the evidence of each fact with
its place, and what is derived, contested or not read. It is complete in itself and loads nothing.
If the specs have several APIs, --api chooses the one to print.

Examples:
  {it} atlas > atlas.html
  {it} atlas --api shop > shop.html";

pub const INIT: &str = "\
Files are made in the working directory, and only where none is; what is there stays as it is, and
the run says so. Next to the settings, .github/workflows/fieldtable.yml checks on each change that
the crate is what the specs give. With --xtask, `cargo xtask` is this program with the folders of your
workspace, and nobody needs to install it.

Examples:
  {it} init --api shop
  {it} init --api shop --xtask --from https://example.org/fieldtable.git";

pub const COMPLETIONS: &str = "\
Examples:
  fieldtable completions bash > ~/.local/share/bash-completion/completions/fieldtable
  fieldtable completions zsh > ~/.zfunc/_fieldtable
  fieldtable completions fish > ~/.config/fish/completions/fieldtable.fish";
