#!/usr/bin/env python3
"""Shows what a change does to everything that the program prints and writes.

usage: tests/gate.py OLD NEW [--corpus CORPUS] [--only NAME] [--diff LINES] [--baseline DIR]

OLD and NEW are two checkouts of this repository, or two builds of `xtask`. Each runs `model`,
`schema` and `codegen --all-warnings` over this checkout's `specs/`, every source of the corpus, and
all sources of an API together. Standard output, standard error (times apart) and every file of the
crate must be the same, byte for byte; each difference is listed, the exit status is 1 if there is
one. CORPUS defaults to ../shared/corpus beside the repository; where it is absent, only `specs/` is
compared and the script says so. `--baseline` keeps what OLD printed in DIR for the next comparison.
"""
import argparse, difflib, os, pickle, re, shutil, subprocess, sys, tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "model": ["model", "--specs", "specs"],
    "schema": ["schema", "--specs", "specs"],
    "codegen": ["codegen", "--all-warnings", "--specs", "specs", "--out", "out"],
}


def program(path):
    """The release build of a checkout, or the program itself."""
    path = Path(path).resolve()
    if path.is_file():
        return path
    subprocess.run(["cargo", "build", "--release", "--quiet", "--package", "xtask"], cwd=path, check=True)
    return Path(os.environ.get("CARGO_TARGET_DIR", path / "target")) / "release/xtask"


def inputs(corpus, only):
    """Name to the folders of the specs, by API."""
    found = {"specs": {path.name: path for path in (ROOT / "specs").iterdir() if path.is_dir()}}
    for api in sorted(corpus.iterdir()) if corpus.is_dir() else ():
        sources = sorted(path for path in api.iterdir() if path.is_dir()) if api.is_dir() else []
        for source in sources:
            found[f"{api.name}/{source.name}"] = {api.name: [source]}
        if len(sources) > 1:
            found[f"{api.name}/all"] = {api.name: sources}
    return {name: apis for name, apis in found.items() if only is None or only in name}


def run(program, apis):
    """All that the program says and writes of an input."""
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / "specs").mkdir()
        for api, sources in apis.items():
            if isinstance(sources, Path):
                shutil.copytree(sources, folder / "specs" / api)
                continue
            (folder / "specs" / api).mkdir()
            for source in sources:
                os.symlink(source, folder / "specs" / api / source.name)
        said = {}
        for name, command in COMMANDS.items():
            done = subprocess.run([program, *command], cwd=folder, capture_output=True, env={**os.environ, "FIELDTABLE_CACHE": ""})
            said[f"{name}: exit status"] = str(done.returncode).encode()
            said[f"{name}: stdout"] = done.stdout
            said[f"{name}: stderr"] = re.sub(rb"\d+\.\d\d s\b", b"TIME", done.stderr)
        for path in sorted((folder / "out").rglob("*")):
            if path.is_file():
                said[str(path.relative_to(folder))] = path.read_bytes()
        return said


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("old")
    options.add_argument("new")
    options.add_argument("--corpus", type=Path, default=ROOT.parent / "shared/corpus")
    options.add_argument("--only")
    options.add_argument("--diff", type=int, default=0)
    options.add_argument("--baseline", type=Path)
    options = options.parse_args()
    if not options.corpus.is_dir():
        print(f"{options.corpus} is absent: only specs/ is compared")
    old, new = program(options.old), program(options.new)

    def before(item):
        name, apis = item
        kept = options.baseline and options.baseline / (name.replace("/", "+") + ".pickle")
        if kept and kept.exists():
            return pickle.loads(kept.read_bytes())
        said = run(old, apis)
        if kept:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(said))
        return said

    differences = 0
    items = list(inputs(options.corpus, options.only).items())
    with ThreadPoolExecutor(2) as pool:
        pairs = pool.map(lambda item: (before(item), run(new, item[1])), items)
        for (name, _), (was, now) in zip(items, pairs):
            differing = sorted(key for key in was.keys() | now.keys() if was.get(key) != now.get(key))
            print(f"{name}: " + (f"{len(differing)} of {len(now)} differ" if differing else f"{len(now)} same"), flush=True)
            for key in differing:
                a, b = (said.get(key, b"").decode(errors="replace").splitlines() for said in (was, now))
                lines = [line for line in difflib.unified_diff(a, b, lineterm="", n=0)] if len(a) + len(b) < 60000 else []
                changed = sum(line[:1] in "+-" for line in lines[2:])
                print(f"  {key}: {len(a)} and {len(b)} lines" + (f", {changed} changed" if lines else ""))
                for line in lines[2 : 2 + options.diff]:
                    print(f"    {line[:200]}")
            differences += len(differing)
    print(f"{differences} differences" if differences else "no difference")
    sys.exit(differences > 0)


main()
