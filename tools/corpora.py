"""Fetch the collections of odd and hostile input of others, which `make test-corpora` tests with.

    python tools/corpora.py [FOLDER]    clones what is missing into FOLDER (`.corpora` unless said otherwise)

Each becomes FOLDER/<owner>+<name>/repo, a bare clone with its newest commit only. They are never committed.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FORGE = "https://github.com"
CORPORA = {
    "nst/JSONTestSuite": "JSON that parsers must take, must refuse, or may do as they like with",
    "minimaxir/big-list-of-naughty-strings": "strings that break programs when a person is called so",
    "yaml/yaml-test-suite": "YAML of every form, right and wrong",
    "toml-lang/toml-test": "TOML of every form, right and wrong",
    "libgit2/libgit2": "odd repositories: nasty, SHA-256, grafted, shallow, with tables of references",
    "GitoxideLabs/gitoxide": "odd commits and tags out of real histories",
    "cure53/DOMPurify": "script that got past somebody's filter once",
}


def fetch(name: str, folder: Path) -> None:
    """Clone one corpus when it is not there. Raises CalledProcessError when git fails."""
    place = folder / name.replace("/", "+") / "repo"
    if (place / "HEAD").is_file():
        return
    print(f"{name}: {CORPORA[name]}", flush=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    address = f"{FORGE}/{name}.git"
    subprocess.run(["git", "clone", "--quiet", "--bare", "--depth=1", "--", address, str(place)], check=True)


def main(words: list[str]) -> int:
    """Fetch what is missing."""
    folder = Path(words[0]) if words else ROOT / ".corpora"
    try:
        for name in CORPORA:
            fetch(name, folder)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"The corpora cannot be fetched: {error}.", file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
