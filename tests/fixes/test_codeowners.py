"""CODEOWNERS proposed from who worked where."""

from __future__ import annotations

from checks.trees import ground
from fixes.benches import bench, ground_after, notes
from folkmoot.checks.hardening.code_owners import CHECK
from folkmoot.fixes.codeowners import FIX, propose
from folkmoot.govern.roles.form import read_file
from folkmoot.govern.roles.forms.codeowners import FORM
from folkmoot.model.check import Outcome
from folkmoot.model.fix import Owned

OWNED = [
    Owned("", ("cleo", "Ada")),
    Owned("src", ("bob",), 1),
    Owned("docs", ("Ada", "cleo")),
    Owned("site", ()),
]


def text(owned: list[Owned], files: dict[str, str] | None = None) -> str:
    (edit,) = propose(bench(files or {"a": "x"}, owners=lambda: owned)).edits
    return edit.after.decode()


def lines(owned: list[Owned]) -> list[str]:
    return [line for line in text(owned).splitlines() if line and not line.startswith("#")]


def test_everything_stands_first_then_the_folders_that_differ() -> None:
    assert lines(OWNED) == ["* @Ada @cleo", "/src/ @bob"]


def test_it_is_read_as_what_it_is() -> None:
    assert FORM.matches("CODEOWNERS")
    found = {
        listing.holder.handle for listing in read_file(FORM, "CODEOWNERS", text(OWNED).encode()).listings
    }
    assert found == {"Ada", "cleo", "bob"}


def test_once_it_is_written_the_check_it_answers_says_yes() -> None:
    assert CHECK.id in FIX.answers
    files = {"src/a.py": "x", "docs/b.md": "x", ".github/dependabot.yml": "x"}
    before = CHECK.decide(ground(files))
    assert before.outcome is Outcome.NOT_APPLICABLE
    assert FIX.fits(before)
    written = ground_after(files, propose(bench(files, owners=lambda: OWNED)))
    assert CHECK.decide(written).outcome is Outcome.YES


def test_it_stands_in_the_folder_of_the_forge() -> None:
    for folder in (".github/", ".gitlab/", ""):
        (edit,) = propose(bench({f"{folder}x.yml": "x"}, owners=lambda: OWNED)).edits
        assert edit.path == f"{folder}CODEOWNERS"


def test_nobody_is_named_whose_account_is_not_known() -> None:
    mending = propose(bench({"a": "x"}, owners=lambda: [Owned("", (), 3)]))
    assert mending.edits == ()
    assert "Nobody worked here" in notes(mending)
    assert "3 more people" in notes(mending)


def test_names_that_would_break_out_of_their_line_are_left_out() -> None:
    odd = [
        Owned("", ("ada", "x y", "a\n* @mallory", "@@", "-")),
        Owned("a b\n*", ("bob",)),
        Owned("..", ("bob",)),
    ]
    assert [line for line in lines(odd) if "mallory" in line or "bob @" in line] == []
    assert lines(odd)[0] == "* @ada"


def test_one_that_is_there_stays() -> None:
    mending = propose(bench({"docs/CODEOWNERS": "* @ada"}, owners=lambda: OWNED))
    assert mending.edits == ()


def test_without_a_history_nobody_is_proposed() -> None:
    assert "was not read" in notes(propose(bench({"a": "x"})))
