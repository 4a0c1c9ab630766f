"""Whose keys are whose: read from people's files and allowed_signers, within what one key may stand for."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from folkmoot.govern.files.state import State, parse_state
from folkmoot.govern.proof.keys import Allowed, Keys, keys_of, together

ADA = "AAAAC3NzaC1lZDI1NTE5AAAAIBkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZ"
BOB = "AAAAC3NzaC1lZDI1NTE5AAAAIBoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoa"


def state(signers: str = "", **people: str) -> State:
    files = {f"people/{name}.toml": text.encode() for name, text in people.items()}
    return parse_state({"allowed_signers": signers.encode(), **files})


def lines(found: Keys) -> list[str]:
    return found.text().splitlines()


def test_a_key_in_a_persons_file() -> None:
    text = (
        f'[[keys]]\nssh = "ssh-ed25519 {ADA} ada@home"\nvalid_after = 2026-01-01\nvalid_before = 2027-01-01\n'
    )
    assert lines(keys_of(state(ada=text))) == [
        f'ada namespaces="git",valid-after="20260101000000",valid-before="20270101000000" ssh-ed25519 {ADA}'
    ]


def test_a_line_of_allowed_signers() -> None:
    signers = f'# founders\n\nada valid-before="202701011200Z" ssh-ed25519 {ADA} ada@home\n'
    expected = f'ada namespaces="git",valid-before="20270101120000" ssh-ed25519 {ADA}'
    assert lines(keys_of(state(signers))) == [expected]


def test_an_e_mail_means_the_person_who_states_it() -> None:
    found = keys_of(
        state(
            f"ADA@example.org,Ada ssh-ed25519 {ADA}\neve@example.org ssh-ed25519 {BOB}\n",
            ada='identities = ["Ada <ada@Example.org>"]\n',
        )
    )
    assert {one.handle for one in found.allowed} == {"ada", "eve@example.org"}
    assert found.problems == ()


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"* ssh-ed25519 {ADA}", "patterns are not read"),
        (f"*@example.org ssh-ed25519 {ADA}", "patterns are not read"),
        (f"ada,*@example.org ssh-ed25519 {ADA}", "patterns are not read"),
        (f"ada,bob ssh-ed25519 {ADA}", "several people"),
        (f"ada cert-authority ssh-ed25519 {ADA}", "no line"),
        (f'ada namespaces="file" ssh-ed25519 {ADA}', "leave out git"),
        (f'ada valid-before="tomorrow" ssh-ed25519 {ADA}', "no time"),
        (f'ada valid-before="20261399" ssh-ed25519 {ADA}', "no time"),
        (f"ada ssh-rsa {ADA}", "no SSH key"),
        ("ada", "no line"),
        ("ada ssh-ed25519 AAAA", "no line"),
    ],
)
def test_a_line_that_cannot_be_used(line: str, said: str) -> None:
    found = keys_of(state(f"\n{line}\n"))
    assert found.allowed == frozenset()
    assert [(problem.line, said in str(problem.what)) for problem in found.problems] == [(2, True)]


def test_what_is_no_key_in_a_persons_file_is_told() -> None:
    found = keys_of(state(ada=f'[[keys]]\nssh = "ssh-rsa {ADA}"\n'))
    assert [problem.file for problem in found.problems] == [".folkmoot/people/ada.toml"]


def test_a_file_that_is_too_large() -> None:
    found = keys_of(state(f"ada ssh-ed25519 {ADA}\n" * 3000))
    assert found.allowed == frozenset()
    assert len(found.problems) == 1


def test_a_key_is_found_by_its_fingerprint() -> None:
    found = keys_of(state(f"ada ssh-ed25519 {ADA}\n"))
    (key,) = found.allowed
    assert found.by(key.fingerprint) == key
    assert found.by("SHA256:other") is None
    assert found.of("ADA") == {key}


def test_a_later_moment_adds_keys_but_prolongs_none() -> None:
    before = keys_of(state(f'ada valid-before="20260101" ssh-ed25519 {ADA}\n'))
    later = keys_of(state(f"ada ssh-ed25519 {ADA}\nbob ssh-ed25519 {BOB}\n"))
    assert {(one.handle, one.before is None) for one in before.with_new(later).allowed} == {
        ("ada", False), ("bob", True),
    }  # fmt: skip
    assert len(together([before, later]).allowed) == 3


def test_two_people_with_one_key() -> None:
    found = Keys(frozenset({Allowed("ada", "ssh-ed25519", ADA), Allowed("bob", "ssh-ed25519", ADA)}))
    assert found.shared() == [("ada", "bob")]
    assert keys_of(state(f"ada ssh-ed25519 {ADA}\n")).shared() == []


@given(
    some.text(max_size=200),
    some.sampled_from(["", "ada ", f"ada ssh-ed25519 {ADA} ", 'ada namespaces="git" ']),
)
def test_any_line_gives_a_key_of_one_word_or_a_problem(noise: str, start: str) -> None:
    found = keys_of(state(f"{start}{noise}\n"))
    for line in lines(found):
        assert re.fullmatch(
            r'[A-Za-z0-9][\w.@-]* namespaces="git"(,valid-[a-z]+="\d{14}")* ssh-[\w-]+ [\w+/=]+', line
        )


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("20260331", "20260331000000"),
        ("20260331Z", "20260331000000"),
        ("202603311205", "20260331120500"),
        ("202603311205Z", "20260331120500"),
        ("20260331120559", "20260331120559"),
    ],
)
def test_terms_may_be_days_minutes_or_seconds(said: str, meant: str) -> None:
    found = keys_of(state(f'ada valid-after="{said}" ssh-ed25519 {ADA}\n'))
    assert lines(found) == [f'ada namespaces="git",valid-after="{meant}" ssh-ed25519 {ADA}']


@pytest.mark.parametrize("said", ["2026033", "2026033112", "20260230", "202603312460", ""])
def test_terms_that_no_clock_has(said: str) -> None:
    found = keys_of(state(f'ada valid-after="{said}" ssh-ed25519 {ADA}\n'))
    assert (found.allowed, len(found.problems)) == (frozenset(), 1)


@pytest.mark.parametrize("names", ["git", "file,git", "git,file"])
def test_a_key_for_other_things_too_may_sign_commits(names: str) -> None:
    assert len(keys_of(state(f'ada namespaces="{names}" ssh-ed25519 {ADA}\n')).allowed) == 1


def test_a_name_and_an_e_mail_of_somebody_else_are_two_people() -> None:
    found = keys_of(
        state(f"ada@example.org,bob ssh-ed25519 {ADA}\n", ada='identities = ["ada@example.org"]\n', bob="")
    )
    assert [str(problem.what) for problem in found.problems] == ["It gives one key to several people."]


def test_empty_lines_and_comments_are_no_keys_and_lines_are_counted_with_them() -> None:
    found = keys_of(state(f"# one\r\n\r\n  # two\r\nada ssh-ed25519 {ADA}\r\nbroken\r\n"))
    assert [one.handle for one in found.allowed] == ["ada"]
    assert [problem.line for problem in found.problems] == [5]


def test_keys_of_a_file_and_of_people_stand_beside_each_other() -> None:
    found = keys_of(state(f"ada ssh-ed25519 {ADA}\n", bob=f'[[keys]]\nssh = "ssh-ed25519 {BOB}"\n'))
    assert [line.partition(" ")[0] for line in lines(found)] == ["ada", "bob"]


def test_who_shares_a_key_is_told_once_whatever_the_case() -> None:
    same = [Allowed(name, "ssh-ed25519", ADA) for name in ("bob", "ada", "Ada")]
    other = [Allowed(name, "ssh-ed25519", BOB) for name in ("ada", "ADA")]
    assert Keys(frozenset([*same, *other])).shared() == [("ada", "bob")]
