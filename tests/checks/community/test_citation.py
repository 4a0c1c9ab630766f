"""How to cite a project: in a file of its own, or in the README."""

import pytest

from checks.trees import tree
from folkmoot.checks.community.citation import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Outcome


@pytest.mark.parametrize("path", ["CITATION.cff", "docs/citation.md", "codemeta.json", "CITATION"])
def test_files_are_found(path: str) -> None:
    assert CHECK.decide(tree(path)).outcome is Outcome.YES


@pytest.mark.parametrize(
    ("readme", "line"),
    [
        ("# Moot\n\n## Citation\n\n```\n@inproceedings{moot,\n}\n```\n", 3),
        ("# Moot\n\nHow to cite this work\n---------------------\n\nBy its DOI: 10.1/2\n", 3),
        ("# Moot\n\n## Citing\n\nTo come.\n", 0),
        ("# Moot\n\n## Cities\n\nWe cite them.\n", 0),
        ("# Moot\n\nPlease cite us.\n", 0),
    ],
)
def test_a_section_of_the_readme_says_how(readme: str, line: int) -> None:
    found = CHECK.decide(tree(contents={"README.md": readme.encode()}))
    if line:
        assert (found.outcome, say(found.evidence[0])) == (
            Outcome.YES,
            f"README.md:{line} says how to cite it.",
        )
    else:
        assert found.outcome is Outcome.NOT_APPLICABLE
