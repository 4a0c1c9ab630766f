"""Our own file formats: they read back what was written, and name what is wrong in what strangers wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from folkmoot.govern.files.ballot import Cast, read_ballot, written_ballot
from folkmoot.govern.files.beginning import first_rules
from folkmoot.govern.files.decision import (
    Decision,
    Grant,
    Result,
    read_decision,
    with_result,
    written_decision,
)
from folkmoot.govern.files.disk import find_root, read_folder, sound_folder, write_files
from folkmoot.govern.files.governance import read_governance
from folkmoot.govern.files.person import Held, read_person, written_roles
from folkmoot.govern.files.state import parse_state
from folkmoot.govern.rules import all_presets
from folkmoot.model.ballot import Answer, Ballot
from folkmoot.model.errors import FolkmootError, HostileInputError, SourceError, UsageError

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
PLAIN = some.text(some.characters(exclude_categories=["Cs"]), max_size=60)
OPEN = Decision(
    7, "new-logo", "proposal", "A new logo", "ada", NOON, NOON.replace(day=8), body="\n# A new logo\n"
)


@pytest.mark.parametrize("name", all_presets())
def test_a_preset_spelled_out_is_the_same_rule(name: str) -> None:
    action = read_governance("g", first_rules(name)).actions["proposal"]
    rule, preset = action.rule, all_presets()[name]
    assert rule is not None
    later = replace(preset.later, name="ordinary") if preset.later else None
    assert rule == replace(preset, name="ordinary", excusing="", min_days=preset.min_days or 7, later=later)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "format 1"),
        ("format = 1\nextra = 2", "extra"),
        ("format = 1\n[actions.a]\nelectorate = ['x']\nrule = 'bdfl'", "not in \\[roles\\]"),
        ("format = 1\n[roles.x]\n[actions.a]\nrule = 'bdfl'", "nobody could decide"),
        ("format = 1\n[roles.x]\n[actions.a]\nelectorate = ['x']", "not both"),
        ("format = 1\n[roles.x]\n[actions.a]\nelectorate = ['x']\nrule = 'no'", "neither in \\[rules\\]"),
        ("format = 1\n[roles.x]\n[actions.a]\nelectorate = ['x']\nrule = 'bdfl'\nseats = 2", "no `method`"),
        ("format = 1\n[roles.x]\n[actions.a]\nelectorate = ['x']\nmethod = 'dice'", "methods are"),
        ("format = 1\n[roles.x]\n[actions.founding]\nelectorate = ['x']\nrule = 'bdfl'", "happens once"),
        ("format = 1\n[rules.r]\nthreshold = 0.66", "in quotes"),
        ("format = 1\n[roles.'../x']", "use a-z"),
        ("format = 1\nroles = 3", "no table"),
        ("format = [", "not TOML"),
    ],
)
def test_rules_that_make_no_sense_are_named(text: str, wrong: str) -> None:
    with pytest.raises(SourceError, match=wrong):
        read_governance("governance.toml", text.encode())


@given(PLAIN, PLAIN, PLAIN)
def test_a_ballot_reads_back(reason: str, concern: str, resolved: str) -> None:
    cast = Cast(Ballot(voter="ada", answer=Answer.NO, reason=reason), NOON, concern, resolved)
    assert read_ballot("ballots/ada.toml", written_ballot(cast)) == cast


@pytest.mark.parametrize(
    "ballot",
    [
        Ballot(voter="ada", ranking=(("bob",), ("cleo", "dan"))),
        Ballot(voter="ada", scores=(("bob", 5), ("cleo", 0))),
        Ballot(voter="ada", approvals=("bob",)),
        Ballot(voter="ada", approvals=()),
    ],
)
def test_ballots_of_elections_read_back(ballot: Ballot) -> None:
    cast = Cast(ballot, NOON)
    assert read_ballot("ballots/ada.toml", written_ballot(cast)) == cast


@pytest.mark.parametrize(
    ("name", "text", "wrong"),
    [
        ("ada", "answer = 'yes'", "lacks `cast`"),
        ("ada", "cast = 2026-02-01T12:00:00\nanswer = 'yes'", "no time"),
        ("ada", "cast = 2026-02-01T12:00:00Z\nanswer = 'maybe'", "yes, no or abstain"),
        ("ada", "cast = 2026-02-01T12:00:00Z", "exactly one"),
        ("ada", "cast = 2026-02-01T12:00:00Z\nranking = ['bob', 'bob']", "twice"),
        ("ada", "cast = 2026-02-01T12:00:00Z\nranking = [[['bob']]]", "no handle"),
        ("ada", "cast = 2026-02-01T12:00:00Z\nscores = { bob = 6 }", "from 0 to 5"),
        ("ada", "cast = 2026-02-01T12:00:00Z\nanswer = 'yes'\nweight = 9", "weight"),
        ("-ada", "cast = 2026-02-01T12:00:00Z\nanswer = 'yes'", "not named after a handle"),
    ],
)
def test_ballots_that_make_no_sense_are_named(name: str, text: str, wrong: str) -> None:
    with pytest.raises(SourceError, match=wrong):
        read_ballot(f"ballots/{name}.toml", text.encode())


@given(PLAIN, PLAIN)
def test_a_decision_reads_back(subject: str, body: str) -> None:
    decision = replace(OPEN, subject=subject, body=body, gives=(Grant("maintainer", "cleo"),), supersedes=3)
    assert read_decision(f"decisions/{decision.file}", written_decision(decision)) == decision


def test_a_result_is_added_and_nothing_else_changes() -> None:
    result = Result(
        3, f"sha256:{'0' * 64}", "passed", NOON, f"sha256:{'1' * 64}", ("ada",), f"sha256:{'2' * 64}"
    )
    content = written_decision(OPEN)
    closed = read_decision(f"decisions/{OPEN.file}", with_result(content, result))
    assert closed == replace(OPEN, result=result)


@pytest.mark.parametrize("content", [b"", b"+++\n", b"+++\naction = 1\n+++\n", b"\xff", b"---\na: 1\n---\n"])
def test_what_is_no_decision(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"0007-new-logo\.md"):
        read_decision("decisions/0007-new-logo.md", content)


@given(some.binary(max_size=200))
def test_no_bytes_break_the_reading(content: bytes) -> None:
    paths = ("governance.toml", "people/ada.toml", "decisions/0001-a.md", "decisions/0001/ballots/ada.toml")
    for path in paths:
        state = parse_state({path: content})
        assert state.contents[path] == content


def test_a_file_that_is_too_large_is_not_read() -> None:
    assert parse_state({"governance.toml": b"#" * 300_000}).problems


def test_roles_are_replaced_and_the_rest_stays() -> None:
    before = (
        b'# Ada\nname = "Ada"\n\n[[roles]]\nrole = "old"\ndecision = 1\nsince = 2025-01-01\n\n'
        b'[[employers]]\norganisation = "Acme"\n'
    )
    held = Held("maintainer", 2, date(2026, 1, 1), date(2026, 12, 31))
    written = written_roles("people/ada.toml", before, [held])
    assert written.startswith(b'# Ada\nname = "Ada"\n')
    person = read_person("people/ada.toml", written)
    assert person.roles == (held,)
    assert person.employer_on(date(2026, 5, 1)) == "Acme"


def test_roles_that_cannot_be_replaced_safely() -> None:
    before = b'roles = [{ role = "a", decision = 1, since = 2025-01-01 }]\n'
    with pytest.raises(FolkmootError):
        written_roles("people/ada.toml", before, [Held("b", 2, date(2026, 1, 1))])


@pytest.mark.parametrize(
    ("day", "holds"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_term_has_a_first_and_a_last_day(day: date, holds: bool) -> None:
    assert Held("a", 1, date(2026, 1, 1), date(2026, 6, 30)).holds_on(day) is holds


def test_a_role_taken_ends_that_day() -> None:
    assert not Held("a", 1, date(2026, 1, 1), None, date(2026, 3, 1), 2).holds_on(date(2026, 3, 1))


def test_two_of_the_same_are_named() -> None:
    content = written_decision(OPEN)
    ballot = written_ballot(Cast(Ballot(voter="ada", answer=Answer.YES), NOON))
    state = parse_state({
        "decisions/0007-a.md": content, "decisions/0007-b.md": content,
        "people/ada.toml": b"", "people/Ada.toml": b"",
        "decisions/0007/ballots/ada.toml": ballot, "decisions/0007/ballots/ADA.toml": ballot,
    })  # fmt: skip
    assert len(state.problems) == 3


def test_a_link_is_not_read(tmp_path: Path) -> None:
    write_files(tmp_path, {"governance.toml": first_rules("bdfl")})
    (tmp_path / ".folkmoot" / "people").symlink_to("/etc")
    with pytest.raises(HostileInputError, match="people"):
        read_folder(tmp_path)


def test_a_path_that_leads_out_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(HostileInputError):
        write_files(tmp_path / "a", {"../../b": b""})
    assert not (tmp_path / "b").exists()


def test_the_root_is_found_from_below(tmp_path: Path) -> None:
    write_files(tmp_path, {"governance.toml": b""})
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    assert find_root(below) == tmp_path.resolve()
    with pytest.raises(SourceError, match="format 1"):
        sound_folder(tmp_path)


def test_no_root(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no \.folkmoot"):
        find_root(tmp_path)


def test_shares_stay_exact() -> None:
    rule = read_governance("g", first_rules("two-thirds-of-all")).actions["change-rules"].rule
    assert rule is not None
    assert rule.threshold == Fraction(2, 3)


def test_levels_of_proof_and_their_keys() -> None:
    base = first_rules("lazy-majority")
    key = "example.org/decisions+3d6f1a2b+" + "A" * 44
    assert read_governance("g", base).level == 0
    found = read_governance("g", base + f'\n[proof]\nlevel = 2\ncheckpoint_keys = ["{key}"]\n'.encode())
    assert (found.level, found.checkpoint_keys) == (2, (key,))


@pytest.mark.parametrize(
    "proof", ["level = 3", "level = 2", 'checkpoint_keys = ["x"]', "levle = 1", "level = true"]
)
def test_levels_of_proof_that_make_no_sense(proof: str) -> None:
    with pytest.raises(SourceError):
        read_governance("g", first_rules("lazy-majority") + f"\n[proof]\n{proof}\n".encode())


def test_keys_of_a_person() -> None:
    text = b'[[keys]]\nssh = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAA ada@home"\nvalid_before = 2027-01-01\n'
    (key,) = read_person("people/ada.toml", text).keys
    assert (key.kind, key.valid_after, key.valid_before) == ("ssh-ed25519", None, date(2027, 1, 1))
    for wrong in (
        b'[[keys]]\nssh = "x"\n',
        b"[[keys]]\n",
        b'[[keys]]\nssh = "ssh-ed25519 AAAAC3NzaC1lZDI"\nage = 1\n',
    ):
        with pytest.raises(SourceError):
            read_person("people/ada.toml", wrong)


def test_a_withdrawal_names_who_and_nothing_else_does() -> None:
    withdrawn = Result(2, "", "withdrawn", NOON, "", by="ada")
    content = with_result(written_decision(OPEN), withdrawn)
    found = read_decision("decisions/0007-new-logo.md", content)
    assert found.result == withdrawn
    for wrong in (content.replace(b'by = "ada"\n', b""), content.replace(b'"withdrawn"', b'"passed"')):
        with pytest.raises(SourceError, match="by"):
            read_decision("decisions/0007-new-logo.md", wrong)
