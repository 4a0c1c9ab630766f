"""The names licences go by."""

import pytest

from checks.trees import ground, tree
from folkmoot.checks.community.licence import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Outcome


@pytest.mark.parametrize(
    "path",
    [
        "LICENSE", "LICENCE.txt", "LICENSE.rst", "COPYING", "COPYING.LESSER", "COPYING.md", "UNLICENSE",
        "LICENSE-MIT", "LICENSE.Apache-2.0", "LICENSES/MIT.txt", "license.md", "docs/LICENSE", "MIT-LICENSE",
        "MIT-LICENSE.txt", "GPL-LICENSE.md", "Apache-2.0-LICENSE", "bsd_licence", "apache-license-2.0.txt",
    ],
)  # fmt: skip
def test_licences_are_found(path: str) -> None:
    assert CHECK.decide(tree(path)).outcome is Outcome.YES


@pytest.mark.parametrize(
    "path",
    [
        "vendor/thing/LICENSE",
        "src/license.py",
        "licenses.json",
        "license-checker.md",
        "mit-license.py",
        "sub/MIT-LICENSE",
        "no-license",
    ],
)
def test_licences_of_others_and_code_are_none(path: str) -> None:
    assert CHECK.decide(tree(path)).outcome is Outcome.NO


def test_github_gives_no_default_licence() -> None:
    assert CHECK.decide(tree(".github/workflows/test.yml")).outcome is Outcome.NO


def test_r_wants_the_text_of_a_usual_licence_under_another_name() -> None:
    """R installs LICENSE, and its manual asks for no copy of a standard licence there."""
    found = CHECK.decide(ground({"DESCRIPTION": "Package: moot\nLicense: Artistic-2.0\n", "R/moot.R": "x"}))
    assert found.outcome is Outcome.NO
    assert "LICENSE.md" in say(found.remedy)
    assert CHECK.decide(ground({"LICENSE.md": "x"})).outcome is Outcome.YES
