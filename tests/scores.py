#!/usr/bin/env python3
"""Measures the schemas of real APIs against the OpenAPI documents their SDKs were made from.

usage: tests/scores.py [CORPUS] [--misses N] [--only API]

Prints a markdown table: for each API its sources one by one, then all together, with nothing in
spec.toml but the wire case. CORPUS defaults to ../shared/corpus beside the repository; where it is
absent, the script says so and ends well. Needs PyYAML, and cargo on the path.
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
        done = run(xtask, "schema", "--specs", folder)
        if done.returncode:
            sys.exit(done.stderr)
        return done.stdout, sum(line.startswith("warning") for line in done.stderr.splitlines())


def numbers_of_unknown_width(text):
    count = 0
    for model in json.loads(text)["$defs"].values():
        for field in model.get("properties", {}).values():
            while True:
                inner = field.get("items") or field.get("additionalProperties")
                if not isinstance(inner, dict):
                    break
                field = inner
            kind = field.get("type")
            number = kind == "number" or isinstance(kind, list) and "number" in kind
            count += number and "format" not in field
    return count


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
    xtask = target / "debug/xtask"
    tool = corpus.parent / "tools/score.py"
    print("| API | sources | wire | kind | required | nullable | right | null not known | width not known | warnings |")
    print("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|")
    for api, case in CASES.items():
        if options.only not in (None, api):
            continue
        truth = next((corpus / api).glob("openapi.*"), None)
        sources = sorted(path for path in (corpus / api).iterdir() if path.is_dir())
        if truth is None:
            continue
        rounds = [[source] for source in sources] + ([sources] if len(sources) > 1 else [])
        for folders in rounds:
            text, warnings = schema(xtask, folders, case, api)
            with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
                file.write(text)
                file.flush()
                command = [sys.executable, tool, truth, file.name]
                if len(folders) == 1:
                    command += ["--language", folders[0].name]
                scored = run(*command, "--json")
                if scored.returncode:
                    sys.exit(scored.stderr)
                count = json.loads(scored.stdout)
                if options.misses and folders == rounds[-1]:
                    print(run(*command, "--misses", options.misses).stdout, file=sys.stderr)
            c = lambda name: count.get(name, 0)
            share = lambda part, whole: f"{100 * part / whole:.2f}" if whole else "-"
            known = c("null_req") - c("null_req_unknown")
            name = folders[0].name if len(folders) == 1 else "**all**"
            print(
                f"| {api} | {name} | {share(c('wire'), c('field'))} | {share(c('kind'), c('wire'))} "
                f"| {share(c('required'), c('wire'))} | {share(c('null_req_ok'), known)} "
                f"| {share(c('right'), c('wire'))} | {c('null_req_unknown')} "
                f"| {numbers_of_unknown_width(text)} | {warnings} |",
                flush=True,
            )


main()
