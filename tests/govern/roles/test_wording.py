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


def test_addresses_in_lines() -> None:
    assert wording.email_in("Ada <ada@example.org>, bob@example.org") == "ada@example.org"
    assert wording.email_in("nobody at all") == ""
