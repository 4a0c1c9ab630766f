"""The threats to ourselves: write their page, and prove that each defence is one.

    python tools/threats.py               writes docs/concepts/threats.md from tools/threats.toml
    python tools/threats.py prove [N...]  takes each defence away (or those numbered N): its test must fail

The proof works on a copy of the sources; nothing here is changed.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "concepts" / "threats.md"
TIME_LIMIT = 180
"""Seconds a test may take; one that never ends without its defence fails."""
BEGINNING = ROOT / "tools" / "threats.head.txt"


@dataclass(frozen=True)
class Threat:
    """One row: `without` are (file, text there now, text instead), which take the defence away."""

    what: str
    stopped: str
    defence: str
    without: tuple[tuple[str, str, str], ...]
    test: str


def threats() -> list[Threat]:
    """Give every threat, in the order of the page."""
    rows = tomllib.loads((ROOT / "tools" / "threats.toml").read_text("utf-8"))["threat"]
    return [
        Threat(
            row["what"],
            row["stopped"],
            row["defence"],
            (*((row["defence"], *pair) for pair in row["without"]), *map(tuple, row.get("also", []))),
            row["test"],
        )
        for row in rows
    ]


def page() -> str:
    """Give the page of all threats."""
    rows = []
    for each in threats():
        file, _, name = each.test.partition("::")
        where = f"[{each.defence.removeprefix('src/folkmoot/')}](../../{each.defence})"
        test = f"[{name or Path(file).stem}](../../{file})"
        rows.append(f"| {each.what} | {each.stopped} | {where} | {test} |\n")
    return BEGINNING.read_text("utf-8") + "".join(rows)


def fails_without(threat: Threat) -> bool:
    """Run a threat's test on a copy of the sources without the defence; tell whether it fails."""
    with tempfile.TemporaryDirectory(prefix="without-") as name:
        copy = Path(name) / "src"
        shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__"))
        for file, now, instead in threat.without:
            place = copy.parent / file
            place.write_text(place.read_text("utf-8").replace(now, instead), "utf-8")
        try:
            done = subprocess.run(
                [
                    sys.executable,
                    "-m",
                    "pytest",
                    "-q",
                    "-x",
                    "-p",
                    "no:cacheprovider",
                    f"--basetemp={name}/made",
                    threat.test,
                ],
                cwd=ROOT,
                env={**os.environ, "PYTHONPATH": str(copy)},
                capture_output=True,
                timeout=TIME_LIMIT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return True
    return done.returncode == 1


def prove(numbers: list[int]) -> int:
    """Prove every threat's test, or those numbered; give how many defences nobody would miss."""
    missed = 0
    for number, each in enumerate(threats(), start=1):
        if numbers and number not in numbers:
            continue
        is_proved = fails_without(each)
        missed += not is_proved
        print(f"{number:3} {'needed' if is_proved else 'NOT MISSED'}  {each.what}", flush=True)
    return missed


def main(words: list[str]) -> int:
    """Do what the words ask for."""
    if words[:1] == ["prove"]:
        return int(prove([int(word) for word in words[1:]]) > 0)
    PAGE.write_text(page(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
