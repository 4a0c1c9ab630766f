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


@pytest.mark.parametrize("ending", ["", ".md", ".rst", ".txt", ".adoc", ".markdown", ".org", ".mkdn"])
@pytest.mark.parametrize("folder", ["", ".gitea/", "doc/"])
def test_readmes_in_every_usual_form_lead_on(folder: str, ending: str) -> None:
    assert found({f"{folder}ReadMe{ending}": f"See {AWAY}"}) == Leading(f"{folder}ReadMe{ending}:1", AWAY)


@pytest.mark.parametrize("path", ["readme.py", "README.md.bak", "my-readme.md", "docs/en/README.md"])
def test_what_only_resembles_a_readme_does_not(path: str) -> None:
    assert found({path: f"See {AWAY}"}) is None


def test_a_readme_in_another_language_leads_on_like_a_guide() -> None:
    assert found({"CONTRIBUTING-docs.md": f"See {AWAY}"}) == Leading("CONTRIBUTING-docs.md:1", AWAY)


def test_the_file_nearest_to_the_top_is_asked_first_then_by_name() -> None:
    link, other = f"See {AWAY}", "https://moot.invalid/code-of-conduct"
    files = {"docs/CONTRIBUTING.md": link, "README.md": f"See {other}", "CONTRIBUTING.md": link}
    assert found(files) == Leading("CONTRIBUTING.md:1", AWAY)
    del files["CONTRIBUTING.md"]
    assert found(files) == Leading("README.md:1", other)


def test_the_first_link_that_is_meant_is_named_with_its_line() -> None:
    text = f"# Moot\n\n[Guide](https://moot.invalid/guide)\n\n`Code of conduct <{AWAY}>`_ and\n{AWAY}2\n"
    assert found({"README.rst": text}) == Leading("README.rst:5", AWAY)


def test_a_link_to_itself_leads_nowhere() -> None:
    assert found({"README.md": "[Code of conduct](README.md#conduct)"}) is None


@pytest.mark.parametrize("url", ["file:///CONDUCT.md", "mailto://CONDUCT.md", "https://localhost/CONDUCT.md"])
def test_addresses_that_are_neither_here_nor_on_the_web_lead_nowhere(url: str) -> None:
    assert found({"README.md": f"[code of conduct]({url})", "CONDUCT.md": "x"}) is None


@pytest.mark.parametrize("link", ["../CONDUCT.md", "./../docs/../CONDUCT.md", "<../CONDUCT.md>"])
def test_a_path_is_followed_from_where_it_stands(link: str) -> None:
    files = {"docs/README.md": f"[code of conduct]({link})", "CONDUCT.md": "x"}
    assert found(files) == Leading("docs/README.md:1", "CONDUCT.md")
