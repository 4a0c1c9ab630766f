"""The mailmap's format, after the examples of gitmailmap(5) with invented people, and hostile files."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from folkmoot.people.mailmap import Mailmap, Proper, parse
from sources.git.repositories import said

FORMS = b"""
# who is who
Ada Example <ada@laptop.invalid>
<ada@example.org> <ada@desktop.invalid>
Bob Example <bob@example.org> <bob@desktop.invalid>
Cleo Example <cleo@example.org> nick <bugs@example.org>
Dora Example <dora@example.org> dora <bugs@example.org>
Eve Example <eve@example.org> Eve <> # nobody
"""


@pytest.mark.parametrize(
    ("name", "email", "proper"),
    [
        ("ada", "ada@laptop.invalid", Proper("Ada Example", None)),
        ("ada", "ada@desktop.invalid", Proper(None, "ada@example.org")),
        ("bob", "bob@desktop.invalid", Proper("Bob Example", "bob@example.org")),
        ("nick", "bugs@example.org", Proper("Cleo Example", "cleo@example.org")),
        ("dora", "bugs@example.org", Proper("Dora Example", "dora@example.org")),
        ("Eve", "", Proper("Eve Example", "eve@example.org")),
        ("somebody else", "bugs@example.org", None),
        ("ada", "ada@elsewhere.invalid", None),
    ],
)
def test_all_four_forms(name: str, email: str, proper: Proper | None) -> None:
    assert parse(FORMS).lookup(name, email) == proper


def test_names_and_addresses_meet_in_any_case() -> None:
    assert parse(FORMS).lookup("NICK", "Bugs@Example.ORG") == Proper("Cleo Example", "cleo@example.org")


def test_a_line_with_the_commits_name_wins_over_one_without() -> None:
    mailmap = parse(b"Ada <ada@x.org> <team@x.org>\nBob <bob@x.org> bob <team@x.org>\n")
    assert mailmap.lookup("bob", "team@x.org") == Proper("Bob", "bob@x.org")
    assert mailmap.lookup("anybody", "team@x.org") == Proper("Ada", "ada@x.org")


def test_later_lines_win_and_complete_earlier_ones() -> None:
    mailmap = parse(b"Ada <old@x.org>\n<new@x.org> <old@x.org>\nAda Lovelace <old@x.org>\n")
    assert mailmap.lookup("", "old@x.org") == Proper("Ada Lovelace", "new@x.org")


def test_it_tells_which_addresses_several_people_share() -> None:
    mailmap = parse(FORMS)
    assert mailmap.splits("bugs@example.org")
    assert not mailmap.splits("bob@desktop.invalid")


@pytest.mark.parametrize(
    "content", [None, b"", b"\n\n", b"# Ada <ada@x.org>", b"no address here", b"Ada <broken\n"]
)
def test_what_makes_no_sense_says_nothing(content: bytes | None) -> None:
    assert parse(content) == Mailmap()


def test_a_line_of_a_megabyte_is_skipped_and_the_rest_is_read() -> None:
    mailmap = parse(b"A" * 1_000_000 + b" <a@x.org>\nAda <ada@x.org>\n")
    assert mailmap.entries == {("ada@x.org", ""): Proper("Ada", None)}


PIECES = (b"Ada", b"ADA B", b" ", b"<", b">", b"<A@x.Org>", b"<b@x.org> ", b"#", b"\n", b"\xff", b"\x00", b"")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map(b"".join) | st.binary(max_size=300))
@example(b"Ada <A@x.Org> ADA B <B@x.org>\n")
def test_no_bytes_break_it(content: bytes) -> None:
    for (email, name), proper in parse(content).entries.items():
        assert email == email.casefold()
        assert name == name.casefold()
        assert proper.name or proper.email


@pytest.mark.parametrize(
    ("name", "email"),
    [
        ("ada", "ada@laptop.invalid"), ("ada", "ADA@desktop.invalid"), ("bob", "bob@desktop.invalid"),
        ("Nick", "bugs@example.org"), ("dora", "bugs@example.org"), ("x", "bugs@example.org"),
        ("Eve", ""), ("ada", "ada@elsewhere.invalid"),
    ],
)  # fmt: skip
def test_git_itself_agrees(name: str, email: str, tmp_path: Path) -> None:
    said(tmp_path, "init", "-q")
    (tmp_path / ".mailmap").write_bytes(FORMS)
    told = said(tmp_path, "check-mailmap", f"{name} <{email}>")
    proper = parse(FORMS).lookup(name, email) or Proper(None, None)
    wanted = f"{proper.name or name} <{proper.email or email}>"
    assert told == wanted
