"""Documents made to do harm, or merely broken: each becomes one problem, and the others are read."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.proposals.reading import read_proposals
from folkmoot.sources.git.repository import open_repository
from sources.git.repositories import Repository

from .documents import EMBER, KEP, PATHS, PEP, attempt, codes

BOMB = "a: &a [x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [*{old}, *{old}, *{old}, *{old}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


def test_aliases_are_refused() -> None:
    found, problems = attempt("kep", BOMB + KEP)
    assert found is None
    assert [(one.code, one.line) for one in problems] == [("unread", 2)]
    assert "alias" in str(problems[0].what)


def test_aliases_in_front_matter_are_refused() -> None:
    assert codes("ember", EMBER.replace("---\nstage", "---\na: &a 1\nb: *a\nstage", 1)) == ["unread"]


def test_nothing_is_built_from_tags() -> None:
    document = KEP.replace("Hats for all", '!!python/object/apply:os.system ["exit 1"]')
    assert attempt("kep", document)[0] is not None


@pytest.mark.parametrize("layout", sorted(PATHS))
def test_no_text_is_no_document(layout: str) -> None:
    found, problems = attempt(layout, b"\x7fELF\0\0\1" + PEP.encode())
    assert found is None
    assert [one.code for one in problems] == ["unread"]


@pytest.mark.parametrize("layout", sorted(PATHS))
def test_an_empty_document_is_unread(layout: str) -> None:
    assert codes(layout, b"") == ["unread"]


def test_bytes_that_are_no_utf8_are_read_around() -> None:
    found, problems = attempt("pep", PEP.encode().replace(b"Hats", b"H\xe4ts"))
    assert found is not None
    assert found.title == "H\ufffdts for all"
    assert problems == []


def test_a_byte_order_mark_is_no_matter() -> None:
    assert attempt("pep", b"\xef\xbb\xbf" + PEP.encode()) == attempt("pep", PEP)


@pytest.mark.parametrize("layout", sorted(PATHS))
@given(
    content=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))
)
def test_whatever_it_is_it_is_read_or_told(layout: str, content: bytes) -> None:
    found, problems = attempt(layout, content)
    assert found is not None or [one.code for one in problems][-1] in {"unread", "stub"}


@given(
    lines=st.lists(
        st.sampled_from([*KEP.split("\n"), *PEP.split("\n"), "---", "- x: y", ":a: b", "# t", "  - z"])
    )
)
@pytest.mark.parametrize("layout", ["kep", "pep", "numbered", "ember", "swift", "dep"])
def test_any_mixture_of_lines_is_read_or_told(layout: str, lines: list[str]) -> None:
    found, problems = attempt(layout, "\n".join(lines))
    assert found is not None or problems


def test_a_header_without_end_costs_no_more_than_its_beginning(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "repo")
    endless = b"---\n" + b"hats: all of them\n" * (100_000_000 // 18)
    made.commit(files={"text/0001-endless.md": endless, "text/0002-hats.md": EMBER})
    with open_repository(str(made.place)) as opened:
        reading = read_proposals(opened)
    assert [one.number for one in reading.proposals] == [2]
    assert [(one.file, one.line, one.code) for one in reading.unread] == [
        ("text/0001-endless.md", 1, "unread")
    ]
    assert reading.documents == 2


def test_a_huge_yaml_file_is_refused(tmp_path: Path) -> None:
    made = Repository.create(tmp_path / "repo")
    made.commit(files={"keps/sig-a/1-b/kep.yaml": KEP + "x: " + "y" * (1 << 19), PATHS["kep"]: KEP})
    with open_repository(str(made.place)) as opened:
        reading = read_proposals(opened, all_layouts()["kep"])
    assert [one.number for one in reading.proposals][-1:] == [12]
    assert {one.file for one in reading.problems} == {"keps/sig-a/1-b/kep.yaml"}


def test_what_is_missing_is_told_by_name() -> None:
    _, problems = attempt("pep", PEP.replace("Created: 03-Jul-2001\n", ""))
    assert [(one.code, str(one.what)) for one in problems] == [
        ("missing-field", "The field “created” is missing.")
    ]
