"""A command answers at once because it imports nothing that it does not need."""

import json
import subprocess
import sys

HEAVY = {
    "_duckdb",
    "duckdb",
    "jinja2",
    "urllib3",
    "folkmoot.metrics",
    "folkmoot.views",
    "folkmoot.render",
    "folkmoot.store",
}
LISTING = """
import json, sys
from folkmoot.cli import main
try:
    main({arguments})
except SystemExit as end:
    assert not end.code, end.code
print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def imported_by(*arguments: str) -> set[str]:
    """Give the modules that one command imports, from a fresh interpreter."""
    script = LISTING.format(arguments=list(arguments))
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return set(json.loads(run.stderr.splitlines()[-1]))


def test_saying_the_version_imports_nothing_heavy() -> None:
    assert imported_by("--version") & HEAVY == set()


def test_saying_what_can_be_done_imports_nothing_heavy() -> None:
    assert imported_by("--help") & HEAVY == set()
