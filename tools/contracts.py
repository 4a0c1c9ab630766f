#!/usr/bin/env python3
"""Fetch the published contracts of forges that tests hold us to, once, into the developer's cache.

    python tools/contracts.py            fetch what is missing
    python tools/contracts.py NAME       say where one lies, or fail when it is not there

Each is one file of an npm package, whose version and hash stand in `tests/contracts.json`; npm brings it.
Nothing of it becomes part of the project. Where it cannot be had, the tests that need it are skipped; with
CI=true that is an error.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

LIST = Path(__file__).parents[1] / "tests" / "contracts.json"

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "folkmoot" / "contracts"
"""The folder contracts lie in, whatever a test does to its environment later."""


def place(name: str) -> Path:
    """Give where one contract lies, whether it is there or not."""
    entry = json.loads(LIST.read_text(encoding="utf-8"))[name]
    return CACHE / f"{entry['version']}-{name}"


def fetch(name: str) -> None:
    """Fetch one contract. Raises OSError, ValueError or CalledProcessError when it cannot be had."""
    entry = json.loads(LIST.read_text(encoding="utf-8"))[name]
    target = place(name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as room:
        named = f"{entry['package']}@{entry['version']}"
        subprocess.run(
            ["npm", "pack", named, "--silent", "--ignore-scripts", "--pack-destination", room],
            check=True, stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        (packed,) = Path(room).glob("*.tgz")
        digest = base64.b64encode(hashlib.sha512(packed.read_bytes()).digest()).decode()
        if f"sha512-{digest}" != entry["integrity"]:
            raise ValueError(f"{named} is not what its hash says")
        with tarfile.open(packed) as archive, Path(room, name).open("wb") as file:
            member = archive.extractfile(entry["member"])
            if member is None:
                raise ValueError(f"{named} holds no {entry['member']}")
            shutil.copyfileobj(member, file)
        Path(room, name).replace(target)


def main() -> None:
    """Fetch everything that is missing, or say where one thing lies."""
    if len(sys.argv) > 1:
        if not place(sys.argv[1]).is_file():
            sys.exit(1)
        print(place(sys.argv[1]))
        return
    for name in json.loads(LIST.read_text(encoding="utf-8")):
        if place(name).is_file():
            continue
        print(f"Fetching {name}", file=sys.stderr)
        try:
            fetch(name)
        except (OSError, ValueError, subprocess.CalledProcessError) as error:
            print(f"{name} cannot be had: {error}. The tests that need it will be skipped.", file=sys.stderr)
            if os.environ.get("CI") == "true":
                sys.exit(1)


if __name__ == "__main__":
    main()
