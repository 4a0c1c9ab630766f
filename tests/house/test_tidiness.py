"""Nothing in the tree belongs to one machine or one company, and the changelog's fragments read well."""

import re
from pathlib import Path

import pytest

from house.tree import ROOT, shown, tracked

# Written apart, so that this file does not name them itself.
ELSEWHERE = re.compile(
    "|".join(
        ["pypi" + r"\.org", "pythonhosted" + r"\.org", "registry" + r"\.npmjs", "/" + "root/", "/" + "work/",
         "/" + "opt/", "/" + "Users/", "/" + r"home/(?!user|ada|bob|cleo)"]
    )
)  # fmt: skip
MEANT = {
    "src/folkmoot/checks/scorecard/_matchers.py": ["registry" + ".npmjs"],  # a step that publishes names it
    "tests/checks/scorecard/test_matchers.py": ["registry" + ".npmjs"],
}
KINDS = {"added", "changed", "fixed", "numbers"}
FRAGMENTS = sorted((ROOT / "changelog.d").glob("*.md"))


def test_no_registry_and_no_machine_is_named() -> None:
    named = {
        shown(path): sorted(set(ELSEWHERE.findall(path.read_bytes().decode("utf-8", "replace"))))
        for path in tracked()
    }
    assert {path: places for path, places in named.items() if places != MEANT.get(path, [])} == {}


@pytest.mark.parametrize("path", [f for f in FRAGMENTS if f.name != "README.md"], ids=shown)
def test_a_fragment_is_a_sentence_or_two_for_users(path: Path) -> None:
    topic, kind, suffix = path.name.split(".")
    text = path.read_text(encoding="utf-8").strip()
    assert topic
    assert kind in KINDS
    assert suffix == "md"
    assert text.endswith((".", "`"))
    assert text[0].isupper() or text[0] == "`"
    assert "\n\n" not in text
    assert len(text) <= 600


def test_the_changelog_has_its_mark() -> None:
    assert "<!-- towncrier starts here -->" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
