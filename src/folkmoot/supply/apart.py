"""Which files of dependencies stand apart from the project's own: test data, examples, what was copied in.

A list of dependencies deep inside a folder of tests is input of a test. One that stands right in a folder of
tests is how the tests are run, and so is the project's own.
"""

from __future__ import annotations

import re

ANYWHERE = frozenset(
    """
    node_modules bower_components vendor vendored _vendor third_party third-party thirdparty 3rdparty
    extern external site-packages
    fixture fixtures __fixtures__ __snapshots__ snapshots goldens golden corpus corpora
    """.split()  # noqa: SIM905  a list of words reads better than thirty quoted ones
)
"""Folders in which nothing is the project's own."""

FOR_TESTS = re.compile(
    r"test[-_]?(?:data|files?|cases?|fixtures?|assets?|inputs?|samples?)"
    r"(?:[-_](?:negative|positive|invalid|valid|bad|good|broken|\d+))?"
)
"""Names of folders of what tests read: `testdata`, `test-cases`, `testfiles-negative`."""

EXAMPLES = frozenset(
    """
    example examples sample samples demo demos playground templates archetype-resources
    """.split()  # noqa: SIM905  a list of words reads better than thirty quoted ones
)
"""Folders that show how the project is used, or are copied into somebody else's."""
EXAMPLE = re.compile(r"(?:example|sample|demo)s?[-_].+|.+[-_](?:examples|samples|demos)")
"""Names of such folders that say of what, too: `sample-spring-boot`."""

TESTS = frozenset({"test", "tests", "__tests__", "spec", "specs", "e2e", "testing", "integration-tests"})
"""Folders of tests: apart is what lies deeper in them."""

TOOLS = frozenset(
    """
    .ci .devcontainer .github bench benchmark benchmarks ci dev doc docs documentation fuzz fuzzing hack
    script scripts tool tools website
    """.split()  # noqa: SIM905  a list of words reads better than thirty quoted ones
)
"""Folders of what a project is made with: what they ask for is not there at run time."""


def apart(path: str) -> str:
    """Give the name of the folder that sets a file apart from the project's own, "" where none does."""
    folders = path.split("/")[:-1]
    for depth, folder in enumerate(folders):
        lower = folder.lower()
        if lower in ANYWHERE or FOR_TESTS.fullmatch(lower):
            return folder
        if lower in EXAMPLES or EXAMPLE.fullmatch(lower):
            return folder
        if lower in TESTS and depth < len(folders) - 1:
            return folder
    return ""


def is_for_development(path: str) -> bool:
    """Tell whether a file stands right in a folder of tests, or anywhere in one of tools or documents."""
    folders = [folder.lower() for folder in path.split("/")[:-1]]
    return bool(folders) and (folders[-1] in TESTS or not TOOLS.isdisjoint(folders))
