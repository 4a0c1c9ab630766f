"""A guide for contributors may be a section of the README."""

from __future__ import annotations

import pytest

from checks.trees import tree
from folkmoot.checks.community.contributing import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome

HOW = "Fork it, run the checks with make, and open a pull request against main with a test. " * 2


def found(text: str, path: str = "README.md") -> Finding:
    return CHECK.decide(tree(contents={path: text.encode()}))


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("README.md", "## Contributing\n"),
        ("README.md", "## How to contribute a theme\n"),
        ("README.rst", "Contributing new themes\n-----------------------\n"),
        ("readme.md", "### 🤝 Contribution guidelines\n"),
        ("readme.md", "## Contributing\n\n### Workflow\n"),
        ("README.markdown", "Contributing\n---\n"),
    ],
)
def test_a_section_that_says_how_is_an_answer(path: str, heading: str) -> None:
    finding = found(f"# Moot\n\n{heading}\n{HOW}\n", path)
    assert finding.outcome is Outcome.YES
    assert say(finding.evidence[0]).startswith(f"{path}:")
    assert (finding.remedy, finding.effort) == ("", "")


@pytest.mark.parametrize(
    "text",
    [
        "## Contributing\n\nContributions are welcome! Please open an issue first.\n",
        f"## Contributors\n\n{HOW}\n",
        f"## Usage\n\n{HOW}\n",
        f"## Contributing\n\n## Licence\n\n{HOW}\n",
    ],
)
def test_a_welcome_alone_is_none(text: str) -> None:
    assert found(f"# Moot\n\n{text}").outcome is Outcome.NO


def test_of_a_folder_the_folder_is_named_and_not_its_first_file() -> None:
    (said,) = CHECK.decide(tree("docs/contributing/adding-images.md", "docs/contributing/zebra.md")).evidence
    assert say(said) == "Found: docs/contributing/"
    (said,) = CHECK.decide(tree("CONTRIBUTING.md", "docs/contributing/adding-images.md")).evidence
    assert say(said) == "Found: CONTRIBUTING.md"
