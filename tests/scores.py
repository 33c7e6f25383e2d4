#!/usr/bin/env python3
"""Measures the schemas of real APIs against the OpenAPI documents their SDKs were made from.

usage: tests/scores.py [CORPUS] [--misses N] [--only API]

Prints two markdown tables: for each API its sources one by one, then all together, with nothing in
spec.toml but the wire case; and, for each source, what it leaves open beside what all together
leave open of the same fields. CORPUS defaults to ../shared/corpus beside the repository; where it
is absent, the script says so and ends well. Needs PyYAML, and cargo on the path.
"""
import argparse, json, os, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = {
    "clerk": "snake",
    "dub": "camel",
    "gr4vy": "snake",
    "hathora-2023-11": "camel",
    "mistral": "snake",
    "openrouter": "snake",
}


def run(*command, **options):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=ROOT, **options)


def schema(xtask, folders, case, api):
    """The schema of one API from these sources, and how many warnings it has."""
    with tempfile.TemporaryDirectory() as folder:
        specs = Path(folder) / api
        specs.mkdir()
        for source in folders:
            os.symlink(source, specs / source.name)
        (specs / "spec.toml").write_text(f'wire-case = "{case}"\n')
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
    """The scorer, which also keeps what it asks of each field, and whose misses are names alone."""

    class Scorer(score.Score):
        def __init__(self, *args):
            super().__init__(*args)
            self.required, self.named = {}, 0

        def field(self, truth, ours, asked, required, path, key, depth):
            if asked:
                self.required[path, key] = ours.get("x-nullability") != "unknown"
            names = [score.core(doc.kind(field)[0]) for doc, field in ((self.T, truth), (self.G, ours))]
            if all(name.startswith("ref:") for name in names) and not score.same_kind(*names):
                keys = [doc.flat(innermost(doc, field))[0] for doc, field in ((self.T, truth), (self.G, ours))]
                self.named += set(keys[0]) == set(keys[1])
            super().field(truth, ours, asked, required, path, key, depth)

    return Scorer


def innermost(doc, field):
    """What the lists and maps of a field hold."""
    while True:
        inner = doc.deref(field)[0]
        below = inner.get("items") or inner.get("additionalProperties")
        if not isinstance(below, dict) or inner.get("properties"):
            return field
        field = below


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("corpus", nargs="?", type=Path, default=ROOT.parent / "shared/corpus")
    options.add_argument("--misses", type=int, default=0)
    options.add_argument("--only")
    options = options.parse_args()
    corpus = options.corpus.resolve()
    if not corpus.is_dir():
        print(f"skipped: {corpus} is absent")
        return
    built = run("cargo", "build", "--quiet", "--package", "xtask")
    if built.returncode:
        sys.exit(built.stderr)
    target = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
    sys.path.insert(0, str(corpus.parent / "tools"))
    import score

    Scorer = scorer(score)
    same_fields = []
    print("| API | sources | wire | kind | required | nullable | right | names aside | null not known | width not known | warnings |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for api, case in CASES.items():
        truth = next((corpus / api).glob("openapi.*"), None)
        if options.only not in (None, api) or truth is None:
            continue
        truth = score.load(str(truth))
        sources = sorted(path for path in (corpus / api).iterdir() if path.is_dir())
        rounds = [[source] for source in sources] + ([sources] if len(sources) > 1 else [])
        open_of = {}
        for folders in rounds:
            text, warnings = schema(target / "debug/xtask", folders, case, api)
            name = folders[0].name if len(folders) == 1 else "**all**"
            described = json.loads(text)
            scored = Scorer(truth, described, name).run()
            if folders == rounds[-1]:
                for miss in scored.miss[: options.misses]:
                    print(json.dumps(miss, ensure_ascii=False)[:400], file=sys.stderr)
            widths = numbers(described)
            open_of[name] = scored.required, widths
            c = scored.c
            share = lambda part, whole: f"{100 * part / whole:.2f}" if whole else "-"
            known = c["null_req"] - c["null_req_unknown"]
            print(
                f"| {api} | {name} | {share(c['wire'], c['field'])} | {share(c['kind'], c['wire'])} "
                f"| {share(c['required'], c['wire'])} | {share(c['null_req_ok'], known)} "
                f"| {share(c['right'], c['wire'])} | {share(c['right'] + scored.named, c['wire'])} "
                f"| {c['null_req_unknown']} | {list(widths.values()).count(False)} | {warnings} |",
                flush=True,
            )
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


main()
