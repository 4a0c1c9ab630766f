"""A spool keeps whole pages, whatever happens to the process that writes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.i18n import Message
from folkmoot.model.errors import StoreBusyError, StoreError
from folkmoot.model.event import Kind
from folkmoot.model.forge import (
    Account,
    Act,
    HeadRuns,
    Item,
    Mark,
    Reach,
    Record,
    Remark,
    Run,
    Snapshot,
    Turn,
)  # fmt: skip
from folkmoot.store.spool import Spool

ADA = Account("ada", "Ada \u2028 L.", "ada@example.org", is_bot=True)
ABOUT = ["origin", "forge", "example.org", "https://example.org/a/b"]
PAGE: list[Record] = [
    Item(True, 3, "p3", ADA, "MEMBER", "a\nb", 1, 2, 3, ADA, 4, ADA, True, "c" * 40, "", 1, 2, 3, ("x", "y")),
    Remark(False, 1, "r", Kind.REVIEW, ADA, "NONE", 5, "approved", 7, is_command=True),
    Turn(False, 1, "t", "closed", ADA, 6, "bug"),
    Act("a", Kind.STAR, ADA, 7, "s"),
    HeadRuns(
        3, "c" * 40, "failure", (Run("circleci", "ci: build", "success", 6), Run("", "x", "failure", 7))
    ),
    HeadRuns(4, "d" * 40, ""),
    Snapshot(9, stars=4),
    Reach(1, 2, "complete", Message("{n} rows", {"n": 3})),
    Mark("place", "page 1"),
]


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", ABOUT)
    spool.page(PAGE)
    assert list(spool.records()) == PAGE
    assert spool.marks == {"place": "page 1"}
    spool.close()


def test_a_spool_is_taken_up_again(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", ABOUT)
    spool.page(PAGE)
    spool.close()
    again = Spool(tmp_path / "s", ABOUT)
    assert again.marks == {"place": "page 1"}
    again.page([Mark("place", "page 2")])
    assert list(again.records()) == [*PAGE, Mark("place", "page 2")]
    again.close()


@settings(deadline=None, max_examples=60)
@given(share=st.floats(0, 1))
def test_what_follows_the_last_whole_mark_is_cut_away(
    tmp_path_factory: pytest.TempPathFactory, share: float
) -> None:
    """Killed in the middle of writing the second page, at any byte of it."""
    path = tmp_path_factory.mktemp("spool") / "s"
    spool = Spool(path, ABOUT)
    spool.page(PAGE)
    whole = path.stat().st_size
    spool.page([*PAGE[:-1], Mark("place", "page 2")])
    spool.close()
    size = whole + int(share * (path.stat().st_size - whole))
    is_whole = size == path.stat().st_size
    os.truncate(path, size)
    again = Spool(path, ABOUT)
    assert again.marks == {"place": "page 2" if is_whole else "page 1"}
    assert len(list(again.records())) == len(PAGE) * (2 if is_whole else 1)
    again.page([Mark("end", "")])
    assert list(again.records())[-1] == Mark("end", "")
    again.close()


def test_a_line_of_nonsense_ends_what_is_believed(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", ABOUT)
    spool.page(PAGE)
    spool.close()
    with (tmp_path / "s").open("ab") as file:
        file.write(b'["Mark","place"]\n["Mark","place","page 9"]\n')
    again = Spool(tmp_path / "s", ABOUT)
    assert again.marks == {"place": "page 1"}
    again.close()


@pytest.mark.parametrize("first", [b"", b"{}\n", b"\xff\xff\n", b"no end"])
def test_a_spool_of_something_else_is_begun_anew(tmp_path: Path, first: bytes) -> None:
    (tmp_path / "s").write_bytes(first)
    spool = Spool(tmp_path / "s", ABOUT)
    spool.page(PAGE)
    assert list(spool.records()) == PAGE
    spool.close()


def test_two_processes_do_not_read_the_same(tmp_path: Path) -> None:
    spool = Spool(tmp_path / "s", ABOUT)
    with pytest.raises(StoreBusyError, match="another process"):
        Spool(tmp_path / "s", ABOUT)
    spool.close()
    Spool(tmp_path / "s", ABOUT).close()


def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    Spool(tmp_path / "s", ABOUT).close()
    assert (tmp_path / "s").stat().st_mode & 0o077 == 0


def test_a_spool_that_is_done_is_gone(tmp_path: Path) -> None:
    Spool(tmp_path / "s", ABOUT).close(is_done=True)
    assert not (tmp_path / "s").exists()


def test_a_folder_that_cannot_be_made_is_said_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreError, match="cannot be written"):
        Spool(tmp_path / "file" / "s", ABOUT)
