"""Reading one file in one form: nothing is raised, whatever the file holds."""

from __future__ import annotations

from folkmoot.govern.roles.form import MOST_BYTES, MOST_TEXT, Reading, read_file
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
