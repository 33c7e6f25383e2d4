#!/usr/bin/env python3
"""Measures the schemas of real APIs against the OpenAPI documents their SDKs were made from.

usage: tests/scores.py [CORPUS] [--checkouts DIR] [--misses N] [--only API]

Prints two markdown tables: for each API its sources one by one, then all together, without any
settings; and, for each source, what it leaves open beside what all together leave open of the same
fields. With --checkouts, a third table: the same SDKs imported whole, with the keys that their
source uses. DIR holds a checkout of each SDK as API.LANGUAGE: dub.go, clerk.ruby; corpus/README.md
in CORPUS says which commits. CORPUS defaults to ../shared/corpus beside the repository; where it is
absent, the script says so and ends well. Needs PyYAML, and cargo on the path.
"""
import argparse, json, os, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
APIS = ["clerk", "dub", "gr4vy", "hathora-2023-11", "mistral", "openrouter"]


def run(*command, **options):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=ROOT, **options)


def imported(xtask, checkout, api, into):
    """The folder of the specs into which an SDK is imported."""
    done = run(xtask, "import", checkout, "--api", api, "--specs", into / checkout.name)
    if done.returncode:
        sys.exit(done.stderr)
    (folder,) = (path for path in (into / checkout.name / api).iterdir() if path.is_dir())
    return folder


def schema(xtask, folders, api):
    """The schema of one API from these sources, by name, and how many warnings it has."""
    with tempfile.TemporaryDirectory() as folder:
        specs = Path(folder) / api
        specs.mkdir()
        for name, source in folders.items():
            os.symlink(source, specs / name)
        done = run(xtask, "schema", "--all-warnings", "--specs", folder)
        if done.returncode:
            sys.exit(done.stderr)
        return done.stdout, sum(line.startswith("warning") for line in done.stderr.splitlines())


def numbers(schema):
    """The fields that are numbers, and whether their width is known."""
    found = {}
    for name, model in schema["$defs"].items():
        for key, field in model.get("properties", {}).items():
            while True:
                inner = field.get("items") or field.get("additionalProperties")
                if not isinstance(inner, dict):
                    break
                field = inner
            kinds = field.get("type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if "number" in kinds or "integer" in kinds:
                found[name, key] = "format" in field
    return found


def scorer(score):
    """The scorer, which also keeps what it asks of each field."""

    class Scorer(score.Score):
        def __init__(self, *args):
            super().__init__(*args)
            self.required = {}

        def field(self, truth, ours, asked, required, path, key, depth):
            if asked:
                self.required[path, key] = ours.get("x-nullability") != "unknown"
            super().field(truth, ours, asked, required, path, key, depth)

    return Scorer


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=ROOT.parent / "shared/corpus")
    options.add_argument("--misses", type=int, default=0)
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
    xtask = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target")) / "debug/xtask"
    sys.path.insert(0, str(corpus.parent / "tools"))
    import score

    Scorer = scorer(score)
    share = lambda part, whole: f"{100 * part / whole:.2f}" if whole else "-"
    # Of the fields that are found, whatever the spelling, those under their exact key.
    exact = lambda c: share(c["wire"], c["wire"] + c["other_name"])
    same_fields, whole = [], []
    print("| API | sources | wire | exact | kind | required | nullable | right | null not known | width not known | warnings |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for api in APIS:
        truth = next((corpus / api).glob("openapi.*"), None)
        if options.only not in (None, api) or truth is None:
            continue
        truth = score.load(str(truth))
        sources = {path.name: path for path in sorted((corpus / api).iterdir()) if path.is_dir()}
        rounds = [[source] for source in sources] + ([list(sources)] if len(sources) > 1 else [])
        open_of = {}
        for names in rounds:
            text, warnings = schema(xtask, {name: sources[name] for name in names}, api)
            name = names[0] if len(names) == 1 else "**all**"
            described = json.loads(text)
            scored = Scorer(truth, described, name).run()
            if names == rounds[-1] and not options.checkouts:
                print_misses(scored, options.misses)
            widths = numbers(described)
            open_of[name] = scored.required, widths
            c = scored.c
            known = c["null_req"] - c["null_req_unknown"]
            print(
                f"| {api} | {name} | {share(c['wire'], c['field'])} | {exact(c)} | {share(c['kind'], c['wire'])} "
                f"| {share(c['required'], c['wire'])} | {share(c['null_req_ok'], known)} "
                f"| {share(c['right'], c['wire'])} "
                f"| {c['null_req_unknown']} | {list(widths.values()).count(False)} | {warnings} |",
                flush=True,
            )
            whole.append([api, name, exact(c), share(c["right"], c["wire"])])
        if options.checkouts:
            with tempfile.TemporaryDirectory() as into:
                folders = {}
                for name in sources:
                    checkout = options.checkouts.resolve() / f"{api}.{name}"
                    if checkout.is_dir():
                        folders[name] = imported(xtask, checkout, api, Path(into))
                for row, names in zip(whole[-len(rounds) :], rounds):
                    if any(name not in folders for name in names):
                        continue
                    text, warnings = schema(xtask, {name: folders[name] for name in names}, api)
                    scored = Scorer(truth, json.loads(text), names[0] if len(names) == 1 else "**all**").run()
                    if names == rounds[-1]:
                        print_misses(scored, options.misses)
                    guessed = sum(
                        "x-wire-name" in field
                        for model in json.loads(text)["$defs"].values()
                        for field in model.get("properties", {}).values()
                    )
                    c = scored.c
                    row += [exact(c), share(c["right"], c["wire"]), c["wire"] + c["other_name"], guessed, warnings]
        together = open_of.pop("**all**", None)
        for name, alone in open_of.items() if together else ():
            row = [api, name]
            for ours, theirs in zip(alone, together):
                both = [field for field in ours if field in theirs]
                row += [len(both), sum(not ours[field] for field in both), sum(not theirs[field] for field in both)]
            same_fields.append(row)
    print("\n| API | source | required fields | null not known | by all | numbers | width not known | by all |")
    print("|---|---|--:|--:|--:|--:|--:|--:|")
    for row in same_fields:
        print("|", " | ".join(map(str, row)), "|")
    if options.checkouts:
        print("\n| API | sources | exact, pages alone | right | exact, with keys | right | fields found | keys guessed | warnings |")
        print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
        for row in whole:
            if len(row) > 4:
                print("|", " | ".join(map(str, row)), "|")


def print_misses(scored, count):
    for miss in scored.miss[:count]:
        print(json.dumps(miss, ensure_ascii=False)[:400], file=sys.stderr)


main()
