"""Nothing in the tree belongs to one machine or one company, and the changelog's fragments read well."""

import ast
import re
from pathlib import Path

import pytest

from house.tree import ROOT, modules, shown, syntax, tracked

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


def possessive_groups(path: Path) -> list[str]:
    """Give the expressions of a module in which a group takes all it can and gives nothing back."""
    texts = (node.value for node in ast.walk(syntax(path)) if isinstance(node, ast.Constant))
    words = (text.decode("latin-1") if isinstance(text, bytes) else text for text in texts)
    without_sets = ((word, re.sub(r"\[\^?\]?[^\]]*\]", "x", word)) for word in words if isinstance(word, str))
    return [word for word, left in without_sets if re.search(r"\)(?:[*+?]|\{\d*,?\d*\})\+", left)]


def test_no_group_of_an_expression_is_possessive() -> None:
    """The first Pythons that know them match them wrongly, among them 3.11.2 of Debian 12."""
    found = {shown(path): possessive_groups(path) for path in modules("src")}
    assert {path: groups for path, groups in found.items() if groups} == {}


def test_a_possessive_group_would_be_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('A = r"(?:a|b)*+c"\nB = r"[)*+]"\nC = rb"(x){2,3}+"\nD = r"[ab]*+(c)?"\n')
    assert possessive_groups(module) == ["(?:a|b)*+c", "(x){2,3}+"]


def test_the_changelog_has_its_mark() -> None:
    assert "<!-- towncrier starts here -->" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
