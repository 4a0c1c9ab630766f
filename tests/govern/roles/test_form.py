"""Reading one file in one form: nothing is raised, whatever the file holds."""

from __future__ import annotations

import pytest

from folkmoot.govern.roles import form as form_module
from folkmoot.govern.roles.form import MOST_BYTES, MOST_TEXT, Form, Reading, read_file
from folkmoot.govern.roles.forms import form_of
from folkmoot.model.role import Holder
from govern.roles.reading import read


def test_missing_content_is_a_problem_not_an_error() -> None:
    form = form_of("OWNERS")
    assert form is not None
    reading = read_file(form, "OWNERS", None)
    assert reading.is_broken
    assert "not in the clone" in str(reading.problems[0].what)


def test_a_file_too_large_is_refused() -> None:
    assert read("OWNERS", b"#" * MOST_BYTES).is_broken


def test_a_holder_without_a_name_is_left_out() -> None:
    reading = Reading("OWNERS")
    reading.add("approver", "", Holder(), 1)
    reading.add("approver", "", None, 2)
    assert reading.listings == []


def test_decisions_are_bounded() -> None:
    reading = Reading("OWNERS")
    reading.add("approver", "", Holder("ada"), 1, decision="x" * 9999)
    assert len(reading.listings[0].decision) == MOST_TEXT


def test_bytes_that_are_no_text_are_read_as_far_as_they_go() -> None:
    assert [each.holder.key for each in read("SECURITY_CONTACTS", b"ada\n\xff\xfe\nbob\n").listings] == [
        "ada",
        "bob",
    ]


def test_a_file_may_be_as_large_as_the_bound() -> None:
    assert not read("SECURITY_CONTACTS", b"#" * (MOST_BYTES - 1)).is_broken


def test_ends_of_lines_of_windows_and_a_mark_at_the_beginning_are_no_content() -> None:
    reading = read("SECURITY_CONTACTS", b"\xef\xbb\xbfada\r\nbob\r\n")
    assert [(each.holder.key, each.line) for each in reading.listings] == [("ada", 1), ("bob", 2)]


def test_a_form_that_is_nested_without_end_is_a_problem_of_the_file() -> None:
    def endless(reading: Reading, text: str) -> None:
        endless(reading, text)

    reading = read_file(Form("x", bool, endless), "x", b"x")
    assert reading.is_broken
    assert [(each.line, each.code) for each in reading.problems] == [(0, "unread")]
    assert "nested too deeply" in str(reading.problems[0].what)


def test_no_more_listings_are_taken_than_the_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(form_module, "MOST_LISTINGS", 3)
    reading = read("SECURITY_CONTACTS", "ada\nbob\ncleo\ndora\n")
    assert [each.holder.key for each in reading.listings] == ["ada", "bob", "cleo"]
    other = Reading("OWNERS")
    other.add("approver", "", Holder("zoe"), 1)
    other.take(reading.listings)
    assert [each.holder.key for each in other.listings] == ["zoe", "ada", "bob"]


def test_a_problem_goes_on_and_a_broken_file_does_not() -> None:
    reading = Reading("OWNERS")
    reading.problem(3, "odd", "mend it")
    assert (reading.is_broken, reading.problems[0].line, reading.problems[0].hint) == (False, 3, "mend it")
    reading.broken(4, "broken")
    assert reading.is_broken
    assert len(reading.problems) == 2
