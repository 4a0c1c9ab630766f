"""How files name roles and people."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles import wording


@pytest.mark.parametrize(
    ("plural", "role"),
    [
        ("maintainers", "maintainer"),
        ("tech_leads", "tech lead"),
        ("Emeritus Maintainers", "emeritus maintainer"),
        ("alumni", "emeritus member"),
        ("Former Members", "emeritus member"),
        ("deputies", "deputy"),
        ("Steering Committee", "steering committee"),
        ("TOC", "toc"),
        ("status", "status"),
    ],
)
def test_roles_are_named_after_one_holder(plural: str, role: str) -> None:
    assert wording.singular(plural) == role


@pytest.mark.parametrize(
    ("text", "handle"),
    [
        ("@ada", "ada"),
        ("github:ada", "ada"),
        ("https://github.com/ada/", "ada"),
        ("org/team", "org/team"),
        ("`ada-1`", "ada-1"),
        ("two words", ""),
        ("N/A", ""),
        ("-", ""),
        ("a" * 200, ""),
    ],
)
def test_handles(text: str, handle: str) -> None:
    assert wording.handle(text) == handle


@pytest.mark.parametrize(
    ("line", "handle"),
    [
        ("[Ada](https://github.com/ada)", "ada"),
        ("Ada (@ada), Acme", "ada"),
        ("see https://github.com/orgs/acme/teams/x", ""),
        ("see https://github.com/acme/repo", ""),
        ("ada@example.org", ""),
    ],
)
def test_handles_in_lines(line: str, handle: str) -> None:
    assert wording.handle_in(line) == handle


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", "2026-03-31"),
        ("until 2026-06", "2026-06-30"),
        ("2026-13-01", ""),
        ("soon", ""),
        ("2026-01-45", ""),
    ],
)
def test_days(text: str, day: str) -> None:
    assert wording.day(text) == day


def test_employers_that_state_none() -> None:
    stated = ("-", "n/a", "@Acme", "[Acme](https://example.org)", "independent")
    assert [wording.employer(text) for text in stated] == [
        "", "", "Acme", "Acme", "independent",
    ]  # fmt: skip


def test_how_people_are_called_is_no_employer() -> None:
    called = ("he/him", "She/Her", "they/them/theirs", "she / they", "any/all", "it/its")
    assert {wording.employer(text) for text in called} == {""}
    assert [wording.employer(text) for text in ("It", "Any/Where", "A/B")] == ["It", "Any/Where", "A/B"]


def test_addresses_in_lines() -> None:
    assert wording.email_in("Ada <ada@example.org>, bob@example.org") == "ada@example.org"
    assert wording.email_in("nobody at all") == ""


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02", "2026-02-28"),
        ("2028-02", "2028-02-29"),
        ("2028-02-29", "2028-02-29"),
        ("2026-02-29", ""),
        ("2026-04-31", ""),
        ("2026-04", "2026-04-30"),
        ("0000-01-01", ""),
        ("2026-00-01", ""),
        ("2026-01-00", ""),
        ("from 2026-01-05 to 2027-01-04", "2026-01-05"),
        ("12026-01-05", ""),
    ],
)
def test_days_are_those_of_the_calendar(text: str, day: str) -> None:
    assert wording.day(text) == day


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("retired committers", "emeritus committer"),
        ("Committers (inactive)", "emeritus committer"),
        ("Maintainers - Emeritus", "emeritus maintainer"),
        ("former emeritus members", "emeritus member"),
        ("Past", "emeritus member"),
        ("Previous Maintainers", "emeritus maintainer"),
        ("maintainers (formerly)", "emeritus maintainer"),
        ("maintainers of previous versions", "maintainers of previous version"),
        ("honorary", "emeritus member"),
        ("people", "person"),
        ("boss", "boss"),
        ("analysis", "analysis"),
        ("campus", "campus"),
        ("Core-Team  Members", "core team member"),
        ("", ""),
    ],
)
def test_more_names_of_roles(words: str, role: str) -> None:
    assert wording.singular(words) == role


@pytest.mark.parametrize(
    "word", ["none", "N/A", "na", "--", "TBD", "tba", "vacant", "Nobody", "unknown", " - "]
)
def test_words_that_stand_for_nobody(word: str) -> None:
    assert wording.handle(word) == ""
    assert wording.employer(word) == ""
    assert wording.holder(word) is None


@pytest.mark.parametrize(
    ("text", "key", "is_group"),
    [
        ("@Ada", "ada", False),
        ("<ada@example.org>", "ada@example.org", False),
        ("acme/team", "acme/team", True),
        ("renovate[bot]", "renovate[bot]", False),
    ],
)
def test_holders(text: str, key: str, is_group: bool) -> None:
    found = wording.holder(text)
    assert found is not None
    assert (found.key, found.is_group) == (key, is_group)


@pytest.mark.parametrize("text", ["", "a b", "a/b/c", "/team", "-ada", "ada.", "@"])
def test_what_names_nobody(text: str) -> None:
    assert wording.holder(text) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[Ada](https://example.org) and `bob`", "Ada and bob"),
        ("`Ada <https://example.org>`_", "Ada"),
        ("**Ada** | _Bob_", "Ada Bob"),
        ("a <b>c</b>", "a c"),
        ("x" * 500, "x" * 200),
    ],
)
def test_text_without_its_marks(text: str, words: str) -> None:
    assert wording.plain(text) == words


@pytest.mark.parametrize("bit", ["a.b", "*", "a@", "@a"])
def test_a_long_line_is_looked_through_once_for_an_address(bit: str) -> None:
    """Looked through anew from each letter, this would take minutes."""
    assert wording.email_in(bit * 100_000) == ""


def test_an_address_is_found_in_a_long_line() -> None:
    assert wording.email_in("-" * 5000 + " ada@moot.invalid") == "ada@moot.invalid"
