#!/usr/bin/env python3
"""Scores the schemas of hand-written references: by a reading of their rows, and by their examples.

usage: tests/references.py [SHARED] [--only API] [--xtask PROGRAM] [--misses DIR] [--check]

Prints a markdown table: each reference without a setting, then with those of docs/profiles/API.toml
or tests/references/API.toml; then Discord against the vendor's OpenAPI document. The readings are a
prototype's, and no truth. SHARED holds the pages, readings and scorers, and defaults to ../shared beside the repository; where it is
absent, the script says so and ends well. --misses keeps schemas, messages and what differs in DIR.
--check ends with 1 if a figure is below its bar. Needs cargo on the path, or --xtask.
"""
import argparse, json, shutil, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Bars: rows found, typed, kind and presence as read without a setting; examples right with settings.
BARS = {
    "discord": (98, 96, 99, 97, 82),
    "xrpl": (95, 84, 98, 97, 83),
    "bybit": (98, 97, 98, 97, 84),
    "qbittorrent": (98, 97, 98, 97, 85),
    "ocpi-2.1.1": (98, 95, 98, 97, 92),
    "openapi": (95, 85, 98, 97, 60),
    "delta": (95, 86, 98, 95, 87),
    "stac": (95, 95, 98, 97, 60),
}
TRUTH = {"field found": 93, "required response": 86, "kind": 98, "reference": 93, "enum named": 80}


def run(*command):
    return subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=ROOT)


def schema(xtask, pages, settings, api, keep):
    """The schema of a reference, and how many warnings it has."""
    with tempfile.TemporaryDirectory() as folder:
        specs = Path(folder) / api
        shutil.copytree(pages, specs)
        if settings:
            shutil.copy(settings, specs / "spec.toml")
        done = run(xtask, "schema", "--all-warnings", "--specs", folder)
    if done.returncode:
        sys.exit(f"{api}: {done.stderr}")
    keep.with_suffix(".json").write_text(done.stdout)
    keep.with_suffix(".txt").write_text(done.stderr)
    return sum(line.startswith("warning") for line in done.stderr.splitlines())


def percent(part, whole):
    return 100 * part / whole if whole else 100.0


def score(shared, api, keep):
    """The figures of a schema, in the order of the bars."""
    base = shared / "reference/corpus" / api
    scorer = shared / "tools/reference.py"
    inputs = ["--rows", f"{base}.rows.jsonl", "--examples", f"{base}.examples.jsonl"]
    file = keep.with_suffix(".json")
    c = json.loads(run(sys.executable, scorer, file, *inputs, "--json").stdout)
    n = lambda key: c.get(key, 0)
    misses = run(sys.executable, scorer, file, *inputs, "--misses", 100000).stdout
    keep.with_suffix(".misses").write_text(misses)
    return [
        percent(n("found"), n("rows")),
        percent(n("typed"), n("rows")),
        percent(n("kind"), n("both typed")),
        percent(n("presence"), n("marked")),
        percent(n("right in all"), n("examples checked")),
    ]


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("shared", nargs="?", type=Path, default=ROOT.parent / "shared")
    options.add_argument("--only")
    options.add_argument("--xtask", type=Path)
    options.add_argument("--misses", type=Path)
    options.add_argument("--check", action="store_true")
    args = options.parse_args()
    if not (args.shared / "reference/corpus").is_dir():
        print(f"skipped: {args.shared} has no reference/corpus")
        return 0
    xtask = args.xtask
    if not xtask:
        subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "xtask"], cwd=ROOT, check=True)
        xtask = ROOT / "target/release/xtask"
    low = []
    with tempfile.TemporaryDirectory() as scratch:
        keep = args.misses or Path(scratch)
        keep.mkdir(parents=True, exist_ok=True)
        print("| reference | settings | found | typed | kind | presence | examples right | warnings |")
        print("| --- | --- | --: | --: | --: | --: | --: | --: |")
        for api in [args.only] if args.only else BARS:
            folders = [ROOT / "docs/profiles", ROOT / "tests/references"]
            settings = next((file for folder in folders if (file := folder / f"{api}.toml").is_file()), None)
            for name, file in [("none", None), ("some", settings)]:
                if name == "some" and not file:
                    continue
                at = keep / f"{api.replace('.', '-')}-{name}"
                warnings = schema(xtask, args.shared / "reference/corpus" / api, file, api, at)
                figures = score(args.shared, api, at)
                shown = " | ".join(f"{figure:.1f}" for figure in figures)
                print(f"| {api} | {name} | {shown} | {warnings} |", flush=True)
                asked = range(4) if name == "none" else [4]
                low += [f"{api}, settings {name}: {figures[k]:.1f} < {BARS[api][k]}" for k in asked if figures[k] < BARS[api][k]]
        if args.only in (None, "discord"):
            truth = args.shared / "reference/truth/discord.openapi.json"
            scorer = args.shared / "tools/reference_truth.py"
            extra = ["--misses", keep / "truth.misses", "--pairs", keep / "truth.pairs"]
            found = run(sys.executable, scorer, keep / "discord-none.json", truth, "--json", *extra)
            counts = json.loads(found.stdout)
            print("\n| Discord against its OpenAPI document | % |\n| --- | --: |")
            for key, bar in TRUTH.items():
                figure = percent(counts.get(key, 0), counts.get(f"{key} all", 0))
                print(f"| {key} | {figure:.1f} |")
                if figure < bar:
                    low.append(f"truth: {key}: {figure:.1f} < {bar}")
    for line in low if args.check else ():
        print(f"below its bar: {line}", file=sys.stderr)
    return 1 if args.check and low else 0


if __name__ == "__main__":
    sys.exit(main())
