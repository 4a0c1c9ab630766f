"""What a single document says and what is wrong with it: each thing with its line, its words and a hint."""

from __future__ import annotations

from datetime import date

import pytest

from folkmoot.govern.proposals.document import label_of, text_of
from folkmoot.govern.proposals.header import MAX_HEADER, UnreadError
from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.model.proposal import DecisionState, DeliveryState

from .documents import DEP, EMBER, KEP, PEP, RUST, SWIFT, attempt, codes, read


def problems(layout: str, document: str, path: str = "") -> list[tuple[int, str, str]]:
    return [(each.line, each.code, str(each.what)) for each in attempt(layout, document, path)[1]]


# -- what it says ------------------------------------------------------------------------------------------


def test_everything_a_header_says_is_read() -> None:
    found = read("pep", PEP)
    assert (found.number, found.label, found.title) == (12, "PEP 12", "Hats for all")
    assert (found.authors, found.authors_from) == (("Ada Example", "Bob Example, Jr."), "document")
    assert (found.created, found.word, found.line) == (date(2001, 7, 3), "Final", 5)
    assert (found.kind, found.dialect) == ("Standards Track", "mail")
    assert (found.supersedes, found.superseded_by) == (("3", "4"), ())
    assert [(link.field, link.target) for link in found.links] == [("resolution", "https://example.org/yes")]


@pytest.mark.parametrize(
    ("layout", "document", "decision", "delivery"),
    [
        ("pep", PEP, DecisionState.ACCEPTED, DeliveryState.DELIVERED),
        ("kep", KEP, DecisionState.ACCEPTED, DeliveryState.STARTED),
        ("ember", EMBER, DecisionState.ACCEPTED, DeliveryState.DELIVERED),
        ("rust", RUST, DecisionState.ACCEPTED, None),
        ("swift", SWIFT, DecisionState.ACCEPTED, DeliveryState.DELIVERED),
        ("dep", DEP, DecisionState.ACCEPTED, DeliveryState.NONE),
    ],
)
def test_decision_and_delivery_are_two_things(
    layout: str, document: str, decision: DecisionState, delivery: DeliveryState | None
) -> None:
    found = read(layout, document)
    assert (found.decision, found.delivery) == (decision, delivery)
    assert problems(layout, document) == []


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Hats for all", "Hats for all"),
        ("PEP 12: Hats", "Hats"),
        ("RFC-0012 – Hats", "Hats"),
        ("`hats` for *all*", "hats for all"),
        ("snake_case hats", "snake_case hats"),
        ("Renaming hat.next() to hat.__next__()", "Renaming hat.next() to hat.__next__()"),
    ],
)
def test_a_title_is_shown_without_marks_and_its_own_number(title: str, shown: str) -> None:
    assert read("pep", PEP.replace("Hats for all", title)).title == shown


def test_without_a_title_the_name_of_the_file_is_one() -> None:
    assert read("rust", RUST.replace("- Feature Name: `hats_for_all`\n", "")).title == "hats"


def test_a_document_without_a_number_is_called_by_its_short_name() -> None:
    layout = all_layouts()["swift"]
    assert label_of(layout, None, "", "hats") == "hats"
    assert label_of(layout, 12, "", "hats") == "SE-0012"
    assert label_of(layout, 12, "testing", "hats") == "ST-0012"


# -- what is wrong -----------------------------------------------------------------------------------------


def test_a_number_that_is_not_that_of_the_path() -> None:
    told = "It calls itself number 13, but its path says 12."
    assert problems("pep", PEP.replace("PEP: 12", "PEP: 13")) == [(1, "number-mismatch", told)]
    assert read("pep", PEP.replace("PEP: 12", "PEP: 13")).number == 13


def test_a_status_that_nobody_knows() -> None:
    assert problems("pep", PEP.replace("Final", "Dreaming")) == [
        (5, "unknown-status", "“Dreaming” is no status known here.")
    ]


def test_a_status_that_is_misspelt() -> None:
    assert problems("kep", KEP.replace("implementable #", "imlpementable #")) == [
        (7, "misspelt", "“imlpementable” was read as “implementable”.")
    ]


def test_a_status_that_is_still_the_template_s_choice() -> None:
    document = KEP.replace("implementable # provisional|implementable", "provisional|implementable|done")
    assert problems("kep", document) == [
        (7, "placeholder", "Its status is still the template's list of choices.")
    ]


def test_a_status_that_is_not_there() -> None:
    document = PEP.replace("Status: Final\n", "")
    assert ("no-status", "It does not say its status.") in [told[1:] for told in problems("pep", document)]
    assert codes("rust", RUST) == []


def test_a_status_that_is_not_that_of_the_folder() -> None:
    told = "Its status is “Accepted”, but it lies in the folder “final”."
    assert problems("dep", DEP, "final/0012-hats.rst") == [(8, "place-mismatch", told)]
    assert problems("dep", DEP, "accepted/0012-hats.rst") == []


@pytest.mark.parametrize(
    ("status", "stage", "told"),
    [
        ("implemented", "alpha", "It is “implemented”, but its stage is only “alpha”."),
        ("implemented", "beta", "It is “implemented”, but its stage is only “beta”."),
        (
            "provisional",
            "beta",
            "It is still “provisional”, but its stage “beta” means that a part is delivered.",
        ),
        ("implemented", "stable", ""),
        ("implementable", "beta", ""),
        ("provisional", "alpha", ""),
        ("rejected", "beta", ""),
    ],
)
def test_a_stage_that_contradicts_the_status(status: str, stage: str, told: str) -> None:
    document = KEP.replace("implementable #", f"{status} #").replace("stage: alpha", f"stage: {stage}")
    assert problems("kep", document) == ([(12, "contradiction", told)] if told else [])


def test_a_date_that_is_none() -> None:
    assert problems("kep", KEP.replace("2019-04-18", "2019-25-04")) == [
        (8, "bad-date", "“2019-25-04” is no date.")
    ]
    assert read("kep", KEP.replace("2019-04-18", "2019-25-04")).created is None


def test_a_date_that_is_still_the_template_s() -> None:
    assert problems("rust", RUST.replace("2014-03-11", "(fill me in with today's date)")) == [
        (2, "placeholder", "Its date is still the template's.")
    ]


def test_every_missing_field_is_told_by_name() -> None:
    document = PEP.replace("Type: Standards Track\n", "").replace("Created: 03-Jul-2001\n", "")
    assert problems("pep", document) == [
        (0, "missing-field", "The field “type” is missing."),
        (0, "missing-field", "The field “created” is missing."),
    ]


def test_what_moved_elsewhere_lacks_nothing() -> None:
    moved = "---\neip: 12\nstatus: Moved\n---\n"
    assert problems("eip", moved) == []


@pytest.mark.parametrize("text", ["Moved to [the other](other.md)\n", "This file was moved to X.\n"])
def test_a_stub_is_no_proposal(text: str) -> None:
    assert problems("rust", text) == [
        (1, "stub", "It only says where the document went, so there is no proposal in it.")
    ]


def test_hints_name_the_words_there_are() -> None:
    _, (found,) = attempt("ember", EMBER.replace("recommended", "dreaming"))
    assert str(found.hint).startswith("One of: proposed, exploring, accepted")


# -- texts -------------------------------------------------------------------------------------------------


def test_ends_of_lines_of_every_system_are_ends_of_lines() -> None:
    assert text_of(b"a\r\nb\rc\n") == "a\nb\nc\n"


def test_only_the_beginning_is_kept() -> None:
    assert len(text_of(b"x" * (MAX_HEADER + 9))) == MAX_HEADER


@pytest.mark.parametrize(("place", "is_text"), [(8191, False), (8192, True)])
def test_bytes_of_programs_are_looked_for_at_the_beginning(place: int, is_text: bool) -> None:
    content = b"a" * place + b"\0"
    if is_text:
        assert text_of(content)
    else:
        with pytest.raises(UnreadError, match="It is no text"):
            text_of(content)
