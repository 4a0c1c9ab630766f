"""Community files that stand elsewhere, and the links that lead to them."""

import pytest

from checks.trees import tree
from folkmoot.checks import all_checks
from folkmoot.checks.community._linked import Leading, leading
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

CONDUCT = "code[-_ ]of[-_ ]conduct"
AWAY = "https://moot.invalid/shared/CODE_OF_CONDUCT.md"


def found(files: dict[str, str], sought: str = CONDUCT) -> Leading | None:
    contents = {path: text.encode() for path, text in files.items()}
    return leading(tree(contents=contents), contents, sought)


@pytest.mark.parametrize(
    "link",
    [
        f"[our code\nof conduct]({AWAY})",
        "[Code of Conduct](https://moot.invalid/about/coc.html)",
        f"[here]({AWAY})",
        f"See {AWAY}.",
        f"`Code of Conduct <{AWAY}>`_",
    ],
)
def test_words_or_address_of_a_link_tell_where_it_leads(link: str) -> None:
    told = found({"README.md": f"# Moot\n\n{link}\n"})
    assert told is not None
    assert told.place == "README.md:3"
    assert told.target.startswith("https://moot.invalid/")
    assert not told.target.endswith(".md.")


@pytest.mark.parametrize(
    "text",
    [
        "We have a code of conduct.",
        "[Code of conduct](#code-of-conduct)",
        "[Code of conduct](MISSING.md)",
        "![code of conduct](badge.svg)",
        "[Guide](https://moot.invalid/guide)",
    ],
)
def test_words_without_a_link_that_leads_somewhere_do_not_count(text: str) -> None:
    assert found({"README.md": text, "badge.svg": "<svg/>"}) is None


def test_a_file_in_an_unusual_place_counts_when_it_is_here() -> None:
    files = {
        "docs/README.md": "[Code of conduct](community/conduct.md#report)",
        "docs/community/conduct.md": "Be kind.",
    }
    assert found(files) == Leading("docs/README.md:1", "docs/community/conduct.md")


def test_only_what_leads_people_on_is_read() -> None:
    link = f"[code of conduct]({AWAY})"
    assert found({"docs/history.md": link, "src/README.md": link}) is None
    assert found({".github/contributing.md": link}) == Leading(".github/contributing.md:1", AWAY)


def test_what_is_not_in_the_clone_leads_nowhere() -> None:
    assert leading(tree(contents={"README.md": None}), ["README.md"], CONDUCT) is None


@pytest.mark.parametrize(
    ("check", "link"),
    [
        ("code-of-conduct", "[Code of Conduct](https://moot.invalid/about/coc.html)"),
        ("security", "[security\nprocess](https://moot.invalid/.github/blob/main/SECURITY.md)"),
        ("contributing", "[the contributing docs](https://moot.invalid/.github/blob/main/CONTRIBUTING.md)"),
    ],
)
def test_a_readme_that_leads_to_it_is_a_yes_with_its_place(check: str, link: str) -> None:
    ask = all_checks("community")[check].decide
    contents = {"README.md": f"# Moot\n\nSee {link}.\n".encode(), ".github/x.yml": b"x"}
    finding = ask(tree(contents=contents))
    assert finding.outcome is Outcome.YES
    assert say(finding.evidence[0]).startswith("README.md:3 leads to https://moot.invalid/")
    assert not finding.remedy
    assert ask(tree(".github/x.yml", contents={"README.md": b"# Moot\n"})).outcome is Outcome.UNKNOWN


def test_a_file_of_that_name_counts_before_any_link() -> None:
    contents = {"README.md": f"[code of conduct]({AWAY})".encode(), "CODE_OF_CONDUCT.md": b"Be kind."}
    finding = all_checks("community")["code-of-conduct"].decide(tree(contents=contents))
    assert say(finding.evidence[0]) == "Found: CODE_OF_CONDUCT.md"
