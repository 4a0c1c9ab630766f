"""Looks at the mere presence of files."""

from __future__ import annotations

import re

from folkmoot.checks.osps._requirement import Look, Say
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Evidence, Ground, Outcome
from folkmoot.model.path_names import TEST_FOLDERS

NOT_OURS = re.compile(
    r"(^|/)(vendor|third[-_]?party|node_modules|test[-_]?data|fixtures?|bench(es|marks?)?|"
    rf"{'|'.join(map(re.escape, sorted(TEST_FOLDERS)))})/",
    re.IGNORECASE,
)
"""Folders of what others made, and of what tests and measurements need."""


def there(pattern: str, text: Text, *, outcome: Outcome = Outcome.YES) -> Look:
    """Give the look for paths that match in whole, in lower case; `text` may ask for `{path}`.

    What lies in folders of third parties and test data is left out.
    """

    def look(ground: Ground) -> Say | None:
        compiled = re.compile(pattern)
        found = [
            path for path, lower in _lower(ground) if compiled.fullmatch(lower) and not NOT_OURS.search(path)
        ]
        if not found:
            return None
        said = Message(text, {"path": found[0]}) if isinstance(text, str) else text
        return Say(outcome, said, tuple(Evidence("This file.", path) for path in found[:6]))

    return look


def _lower(ground: Ground) -> list[tuple[str, str]]:
    """Give every path, and the same in lower case."""
    return ground.once("lower paths", lambda: [(path, path.lower()) for path in ground.paths()])
