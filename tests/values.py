#!/usr/bin/env python3
"""Sends values that an OpenAPI document allows through the types made from the SDKs' docs alone.

usage: tests/values.py [CORPUS] [--checkouts DIR] [--only API]

For each API: all sources together, not-known = "accept-null", and a `wire-name` for each key that
no page shows (found with score.py, and counted). With --checkouts, the SDKs are imported whole, with
the keys that their source uses, and no key is set; DIR is as for scores.py. Each value
goes from JSON to its type and back; the two must be equal, date-times as instants, and null as
good as absent. Every failure is printed, then a table. CORPUS defaults to ../shared/corpus beside
the repository; where it is absent, the script says so and ends well. Needs PyYAML and cargo.
"""
import argparse, json, os, re, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APIS = ["clerk", "dub", "gr4vy", "hathora-2023-11", "openrouter"]
# Keys that no name on a page leads to: model, key by the wire case, key on the wire.
FAR_NAMES = {"openrouter": [("ProviderOptions", "oneai", "01ai")]}

RUNNER = """
#[test]
fn values() {
    let path = std::env::var("FIELDTABLE_VALUES").expect("set by tests/values.py");
    for line in std::fs::read_to_string(path).expect("values").lines() {
        let case: serde_json::Value = serde_json::from_str(line).expect("JSON");
        let name = case["model"].as_str().expect("a name");
        let Some((_, check)) = CHECKS.iter().find(|(model, _)| *model == name) else { continue };
        let input = &case["value"];
        let read = std::panic::catch_unwind(|| check(&input.to_string()));
        let outcome = match read {
            Err(_) => "panic".to_owned(),
            Ok(Err(error)) => format!("refused: {error}"),
            Ok(Ok(output)) => {
                let output: serde_json::Value = serde_json::from_str(&output).expect("JSON");
                if same(input, &output) { "ok".to_owned() } else { format!("differs: {output}") }
            }
        };
        println!("VALUE {}", serde_json::json!([name, case["case"], outcome, input]));
    }
}

fn same(left: &serde_json::Value, right: &serde_json::Value) -> bool {
    use serde_json::Value::{Array, Null, Number, Object, String};
    match (left, right) {
        (Object(a), Object(b)) => {
            let covers = |a: &serde_json::Map<_, _>, b: &serde_json::Map<std::string::String, _>| {
                a.iter().all(|(key, value)| match b.get(key) {
                    Some(other) => same(value, other),
                    None => *value == Null,
                })
            };
            covers(a, b) && covers(b, a)
        }
        (Array(a), Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b)),
        (Number(a), Number(b)) => a.as_f64() == b.as_f64(),
        (String(a), String(b)) if a != b => {
            let parse = |text: &str| text.parse::<generated::DateTime>().ok();
            parse(a).is_some_and(|a| parse(b) == Some(a))
        }
        _ => left == right,
    }
}
"""


def run(*command, cwd=ROOT, **env):
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=cwd, env={**os.environ, **env})
    return done


def fold(name):
    return re.sub(r"[^a-z0-9]", "", name.lower())


def target_of(schema, name):
    """The model that a field's schema leads to."""
    field = schema
    for _ in range(6):
        if "$ref" in field:
            return field["$ref"].removeprefix("#/$defs/")
        field = next((it for it in field.get("anyOf", []) if it.get("type") != "null"), None) or field.get("items") or field.get("additionalProperties")
        if not isinstance(field, dict):
            return None


def unshown(xtask, specs, truth, tool):
    """The keys that no page shows: (model, key of the model, key of the truth)."""
    done = run(xtask, "schema", "--specs", specs)
    if done.returncode:
        sys.exit(done.stderr)
    models = json.loads(done.stdout)["$defs"]
    by_name = {}
    for name in models:
        by_name.setdefault(fold(name), name)
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        file.write(done.stdout)
        file.flush()
        scored = run(sys.executable, tool, truth, file.name, "--misses", 100000).stdout
    found = set()
    for line in scored.splitlines():
        if not line.startswith("["):
            continue
        try:
            path, key, what, guess, *_ = json.loads(line)
        except ValueError:
            continue
        if what != "wire" or guess == "absent":
            continue
        first, *fields = path.split(".")
        model = by_name.get(fold(first))
        for field in fields:
            model = model and target_of(models[model].get("properties", {}).get(field, {}), field)
        while model and models[model].get("$ref"):
            model = models[model]["$ref"].removeprefix("#/$defs/")
        if model:
            found.add((model, guess, key))
    return sorted(found)


def difference(left, right, path="$"):
    """Where the two differ first, and what stands there."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key in {**left, **right}:
            if found := difference(left.get(key), right.get(key), f"{path}.{key}"):
                return found
    elif isinstance(left, list) and isinstance(right, list) and len(left) == len(right):
        for at, pair in enumerate(zip(left, right)):
            if found := difference(*pair, f"{path}[{at}]"):
                return found
    elif left != right and not (isinstance(left, str) and isinstance(right, str) and left[:4] == right[:4]):
        return f"{path}: {json.dumps(left)[:120]} becomes {json.dumps(right)[:120]}"
    return ""


def unions(truth, tools):
    """The names of the document's unions."""
    sys.path.insert(0, str(tools))
    from truth import Doc, load

    doc = Doc(load(str(truth)))
    for name, model in doc.models.items():
        model = doc.deref(model)[0]
        if ("oneOf" in model or "anyOf" in model) and "properties" not in model:
            yield name


def measure(api, corpus, checkouts, xtask, folder, target):
    specs, out = folder / "specs", folder / "out"
    (specs / api).mkdir(parents=True)
    for source in sorted((corpus / api).iterdir()):
        if source.is_dir() and not checkouts:
            os.symlink(source, specs / api / source.name)
        elif source.is_dir():
            done = run(xtask, "import", checkouts / f"{api}.{source.name}", "--api", api, "--specs", specs)
            if done.returncode:
                sys.exit(done.stderr)
    lines = ['not-known = "accept-null"']
    config = specs / api / "spec.toml"
    config.write_text("\n".join(lines) + "\n")
    truth = next((corpus / api).glob("openapi.*"))
    settings = []
    if not checkouts:
        settings = unshown(xtask, specs, truth, corpus.parent / "tools/score.py") + FAR_NAMES.get(api, [])
    for model, field, name in settings:
        lines.append(f'[models."{model}".fields."{field}"]\nwire-name = "{name}"')
    config.write_text("\n".join(lines) + "\n")
    done = run(xtask, "codegen", "--specs", specs, "--out", out, FIELDTABLE_CACHE="")
    if done.returncode:
        sys.exit(done.stderr)
    checks = next(path for path in (out / "tests").glob("*.rs"))
    text = checks.read_text()
    runner = RUNNER
    if "DateTime" not in (out / "src/lib.rs").read_text():
        runner = runner.replace("text.parse::<generated::DateTime>().ok()", "text.parse::<u64>().ok()")
    text = text[: text.index("#[test]")] + runner
    (out / "tests/values.rs").write_text(text)
    names = {}
    listed = next((out / "src").glob("*/model_list.rs")).read_text()
    tested = re.sub(r"@(?:no_case|only_in_schema|no_bytes) \{[^}]*\}", "", listed)
    for name in re.findall(r"^ +([\w:#]+)(?: = .*)?,$", tested, re.M):
        names.setdefault(fold(name), name)
    printed = json.loads(run(xtask, "schema", "--specs", specs).stdout)["$defs"]
    # SDKs that give a union's name to one of its members call the union itself `…Union`.
    for name in unions(truth, corpus.parent / "tools"):
        union = names.get(fold(name) + "union")
        if union and "oneOf" not in printed.get(names.get(fold(name)), {}):
            names[fold(name)] = union
    items = {name for name, model in printed.items() if model.get("type") in ("object", "string", "integer")}
    tool = corpus.parent / "tools/instances.py"
    made = run(sys.executable, tool, truth)
    if made.returncode:
        sys.exit(made.stderr)
    values = folder / "values.jsonl"
    with values.open("w") as file:
        for line in made.stdout.splitlines():
            value = json.loads(line)
            if (name := names.get(fold(value["model"]))) is None:
                continue
            body = value["value"]
            # SDKs name the items of a list that has a name, and let the field say null.
            bodies = body if isinstance(body, list) and name in items else [body]
            for body in bodies:
                if body is not None:
                    file.write(json.dumps({**value, "model": name, "value": body}) + "\n")
    run("cp", ROOT / "Cargo.lock", out / "Cargo.lock")
    done = run(
        "cargo", "test", "--offline", "--quiet", "--test", "values", "--", "--nocapture",
        cwd=out, FIELDTABLE_VALUES=str(values), CARGO_TARGET_DIR=str(target), RUSTFLAGS="-Adead_code -Aunused",
    )
    results = [json.loads(line.split("VALUE ", 1)[1]) for line in done.stdout.splitlines() if "VALUE " in line]
    if not results:
        sys.exit(done.stdout[-2000:] + done.stderr[-4000:])
    return results, len(settings)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=ROOT.parent / "shared/corpus")
    options.add_argument("--only")
    options.add_argument("--checkouts", type=Path)
    options = options.parse_args()
    corpus = options.corpus.resolve()
    if not corpus.is_dir():
        print(f"skipped: {corpus} is absent")
        return
    built = run("cargo", "build", "--quiet", "--package", "xtask")
    if built.returncode:
        sys.exit(built.stderr)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    rows = []
    checkouts = options.checkouts and options.checkouts.resolve()
    for api in APIS:
        if options.only not in (None, api):
            continue
        with tempfile.TemporaryDirectory() as folder:
            results, settings = measure(api, corpus, checkouts, target / "debug/xtask", Path(folder), target / "values")
        right = sum(result[2] == "ok" for result in results)
        panics = sum(result[2] == "panic" for result in results)
        for model, kind, outcome, value in results:
            if outcome != "ok":
                if outcome.startswith("differs: "):
                    outcome = difference(value, json.loads(outcome.removeprefix("differs: ")))
                print(f"{api}: {model} ({kind}): {outcome[:300]}\n  {json.dumps(value)[:300]}")
        rows.append((api, len(results), right, panics, settings))
    print("| API | values | equal | share | panics | settings |")
    print("|---|--:|--:|--:|--:|--:|")
    for api, count, right, panics, settings in rows:
        print(f"| {api} | {count} | {right} | {100 * right / count:.2f} % | {panics} | {settings} |")


main()
