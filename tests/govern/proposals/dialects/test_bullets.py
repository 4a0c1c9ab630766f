"""Bullets, with the pitfalls of Rust, React, Vue and Swift."""

from datetime import date

import pytest

from folkmoot.model.proposal import DecisionState, DeliveryState
from govern.proposals.documents import RUST, SWIFT, attempt, codes, read

BOTH = (DecisionState.ACCEPTED, DeliveryState.DELIVERED)


def test_merged_is_accepted_and_delivery_unknown() -> None:
    found = read("rust", RUST)
    assert (found.decision, found.delivery, found.word) == (DecisionState.ACCEPTED, None, "")
    assert (found.title, found.authors) == ("hats", ())


def test_several_links_in_a_field_are_all_there() -> None:
    links = [link.target for link in read("rust", RUST).links if link.field == "rust issue"]
    assert links == ["https://example.org/1", "https://example.org/2"]


@pytest.mark.parametrize(
    "before",
    [
        "# Hats\n\n",
        "## RFC: Hats\n\n",
        "\n",
        "<!--\n- Copyright: nobody\n-->\n",
        "---\ntitle: Hats\n---\n\n",
        "Hats, a proposal\n\n",
        "q",
    ],
    ids=[
        "heading",
        "second-heading",
        "empty-line",
        "comment",
        "front-matter",
        "sentence",
        "stray-letter",
    ],
)
def test_something_may_stand_before_the_bullets(before: str) -> None:
    assert read("rust", before + RUST).created == date(2014, 3, 11)


def test_a_heading_before_is_the_title() -> None:
    assert read("rust", "# RFC: Hats, all of them\n\n" + RUST).title == "Hats, all of them"


def test_a_missing_bullet_is_no_matter() -> None:
    document = (
        "Start Date: 2018-10-19\n- RFC PR: https://example.org/1\n- React Issue: https://example.org/2\n"
    )
    found = read("react", document)
    assert (found.created, len(found.links)) == (date(2018, 10, 19), 2)


@pytest.mark.parametrize("key", ["RFC PR #", "RFC PR", "Rust Issue(s)", "Tracking Issue", "**RFC PR**"])
def test_keys_vary(key: str) -> None:
    found = read("rust", f"- {key}: https://example.org/1\n- Start Date: 2014-03-11\n")
    assert [link.target for link in found.links] == ["https://example.org/1"]


@pytest.mark.parametrize(
    "left", ["(leave this empty)", "N/A", "TBD", "", "(fill me in with today's date, YYYY-MM-DD)"]
)
def test_placeholders_are_nothing(left: str) -> None:
    found = read("vue", f"- Start Date: {left}\n- Reference Issues: {left}\n")
    assert (found.created, found.links) == (None, ())


def test_line_ends_of_other_systems_are_read() -> None:
    assert read("rust", RUST.replace("\n", "\r\n")) == read("rust", RUST)


def test_a_bold_status_with_a_parenthesis_is_read() -> None:
    found = read("swift", SWIFT)
    assert (found.label, found.title) == ("SE-0012", "Hats for all")
    assert (found.decision, found.delivery) == BOTH
    assert found.word == "Implemented (Swift 5.9)"


@pytest.mark.parametrize(
    ("status", "decision", "delivery"),
    [
        ("**Partially implemented (Swift 5.2):** The rest", DecisionState.ACCEPTED, DeliveryState.PARTLY),
        ("**Implemented with Modifications (Swift 5)**", DecisionState.ACCEPTED, DeliveryState.DELIVERED),
        ("**Status: Active Review (Aug 10...Aug 24, 2026)**", DecisionState.FINAL_COMMENT, None),
        ("**Returned for revision**", DecisionState.POSTPONED, None),
        ("**Accepted** ", DecisionState.ACCEPTED, DeliveryState.NONE),
    ],
)
def test_statuses_with_more_in_them(
    status: str, decision: DecisionState, delivery: DeliveryState | None
) -> None:
    found = read("swift", SWIFT.replace("**Implemented (Swift 5.9)**", status))
    assert (found.decision, found.delivery) == (decision, delivery)


def test_nested_bullets_go_on_with_a_value() -> None:
    links = [link.target for link in read("swift", SWIFT).links if link.field == "implementation"]
    assert links == ["https://example.org/1", "https://example.org/2"]


def test_authors_are_taken_out_of_links() -> None:
    assert read("swift", SWIFT).authors == ("Ada Example", "Bob")


def test_a_series_of_its_own_has_its_own_label() -> None:
    assert read("swift", SWIFT, "proposals/testing/0012-hats.md").label == "ST-0012"


def test_a_stub_is_told_as_one() -> None:
    found, problems = attempt("rust", "Moved to [0013-hats.md](0013-hats.md).\n")
    assert found is None
    assert [(one.code, one.line) for one in problems] == [("stub", 1)]


def test_a_text_without_header_is_told() -> None:
    assert codes("rust", "# Hats\n\n## Summary\n\nHats.\n") == ["unread"]


def test_the_folder_is_the_status() -> None:
    document = "- Start Date: 2019-01-14\n- Target Major Version: 3.x\n"
    assert read("vue", document).decision is DecisionState.ACCEPTED
    assert read("vue", document, "pending-rfcs/0012-hats.md").decision is DecisionState.OPEN
