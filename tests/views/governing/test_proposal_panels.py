"""Where proposals stand on two axes, in their own words, and how long decisions take."""

from __future__ import annotations

import pytest

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.i18n import say
from folkmoot.model.page import Panel
from folkmoot.model.proposal import DecisionState, DeliveryState, Proposal
from folkmoot.views.governing.panels import NO_CONTENTS, NO_HISTORY
from folkmoot.views.governing.proposal_panels import (
    MOST_WORDS,
    NOT_SAID,
    decision_latency,
    pipeline,
    proposal_panels,
    words,
)
from folkmoot.views.governing.telling import Names
from views.governing.written_down import history, known, proposal, reading, way

DRAFT, ACCEPTED, REJECTED = DecisionState.DRAFT, DecisionState.ACCEPTED, DecisionState.REJECTED
MERGED = next(name for name, each in all_layouts().items() if each.merged)
NAMES = Names({}, None, None)


def piped(*proposals: Proposal, layout: str = "pep", unread: int = 0) -> Panel:
    told = reading(*proposals, layout=layout, unread=unread)
    return pipeline(known(told), told)


def test_every_state_that_occurs_is_a_row_or_a_column_in_its_own_order() -> None:
    """Two axes: a draft says nothing of delivery; of two accepted ones one is delivered."""
    shown = piped(
        proposal(1, ACCEPTED, DeliveryState.DELIVERED), proposal(2, ACCEPTED, DeliveryState.NONE),
        proposal(3, DRAFT), proposal(4, DRAFT),
    )  # fmt: skip
    assert [(point.label, point.part, point.value, point.n) for point in shown.points] == [
        ("draft", NOT_SAID, 2, 2), ("draft", "none", 0, 0), ("draft", "delivered", 0, 0),
        ("accepted", NOT_SAID, 0, 0), ("accepted", "none", 1, 1), ("accepted", "delivered", 1, 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("proposals", "said"),
    [
        ([proposal(1, DRAFT), proposal(2, ACCEPTED)], "Undecided: 1 of 2."),
        ([proposal(1, REJECTED), proposal(2, ACCEPTED)], "Every proposal has been decided."),
        (
            [proposal(1, None), proposal(2, ACCEPTED), proposal(3, REJECTED)],
            "2 of 3 proposals say what was decided; none of these is undecided.",
        ),
        ([proposal(1, None), proposal(2, DRAFT)], "Undecided: 1 of 2."),
        ([proposal(1, None)], ""),
    ],
    ids=["some open", "all decided", "some say nothing", "open and silent", "nobody says anything"],
)
def test_what_a_document_does_not_say_is_not_called_decided(proposals: list[Proposal], said: str) -> None:
    assert say(piped(*proposals).headline) == said


def test_where_being_merged_is_the_decision_that_is_said() -> None:
    assert say(piped(proposal(1, ACCEPTED), layout=MERGED).headline) == (
        "Every proposal here is accepted: it was merged."
    )
    assert piped(proposal(1, ACCEPTED), proposal(2, REJECTED), layout=MERGED).headline == ""
    assert say(piped(proposal(1, DRAFT), layout=MERGED).headline) == "Undecided: 1 of 1."


def test_documents_in_which_no_proposal_was_read_are_counted() -> None:
    assert [say(note) for note in piped(proposal(1, DRAFT), unread=3).coverage_notes] == [
        "Documents in which no proposal was read: 3."
    ]
    assert piped(proposal(1, DRAFT)).coverage_notes == ()


def test_the_documents_own_words_come_by_how_often_and_then_by_letter() -> None:
    told = reading(*(proposal(n, DRAFT, word=word) for n, word in enumerate(["b", "a", "c", "c", ""])))
    assert [(point.label, point.value) for point in words(known(told), told).points] == [
        ("c", 2), ("a", 1), ("b", 1),
    ]  # fmt: skip


def test_only_so_many_words_are_told() -> None:
    told = reading(*(proposal(n, DRAFT, word=f"w{n:02}") for n in range(MOST_WORDS + 5)))
    assert len(words(known(told), told).points) == MOST_WORDS


def test_where_documents_have_no_word_that_is_said() -> None:
    told = reading(proposal(1, DRAFT))
    assert say(words(known(told), told).missing).startswith("These documents have no field for their status")


def test_a_median_stands_for_five_and_a_year_without_proposals_is_a_gap() -> None:
    """Five of 1970 were accepted after 10, 20, 30, 40 and 50 days; one of 1972 waits."""
    answered = [way(n, (0, "draft"), (10 * n, "accepted")) for n in range(1, 6)]
    shown = decision_latency(known(), history(*answered, way(6, (800, "draft"))))
    assert [(point.period, point.value, point.n, point.complete) for point in shown.points] == [
        ("1970", 30, 5, True), ("1971", None, 0, True), ("1972", None, 1, True), ("1973", None, 0, True),
        ("1974", None, 0, True), ("1975", None, 0, False),
    ]  # fmt: skip
    assert say(shown.headline) == ("5 of 6 were answered. With those that wait, half take 30 days or longer.")


def test_four_are_too_few_for_a_median() -> None:
    answered = [way(n, (0, "draft"), (10 * n, "accepted")) for n in range(1, 5)]
    shown = decision_latency(known(), history(*answered))
    assert (shown.points[0].value, shown.points[0].n) == (None, 4)
    assert shown.headline == ""


def test_where_over_half_of_a_year_still_wait_there_is_no_median_and_no_number_of_people() -> None:
    waiting = [way(n, (0, "draft")) for n in range(1, 6)]
    shown = decision_latency(known(), history(*waiting))
    assert (shown.points[0].value, shown.points[0].n) == (None, 0)


def test_where_nothing_waited_that_is_said() -> None:
    shown = decision_latency(known(), history())
    assert (shown.points, say(shown.missing)) == ((), "These documents and their history do not tell.")


def test_what_is_counted_and_no_longer_there_is_told() -> None:
    answered = [way(n, (0, "draft"), (10 * n, "accepted")) for n in range(1, 6)]
    (note,) = decision_latency(known(), history(*answered, way(6, (0, "draft"), gone=2))).coverage_notes
    assert say(note) == "No longer in the repository, and counted here all the same: 1."
    assert decision_latency(known(), history(*answered)).coverage_notes == ()


def ids(*panels: Panel) -> list[str]:
    return [panel.id for panel in panels]


def test_without_contents_there_is_one_panel_that_says_so() -> None:
    (only,) = proposal_panels(known(None), NAMES)
    assert (only.id, only.missing) == ("proposals-pipeline", NO_CONTENTS)


def test_without_a_history_there_is_no_time_in_any_panel() -> None:
    *others, last = proposal_panels(known(reading(proposal(1, DRAFT))), NAMES)
    assert ids(*others) == ["proposals-pipeline", "proposals-words"]
    assert (last.id, last.missing) == ("proposals-latency", NO_HISTORY)


def test_what_the_history_tells_follows_and_nothing_beside_the_process_where_nothing_changed() -> None:
    told = reading(proposal(1, DRAFT))
    still, moved = history(way(1, (0, "draft"))), history(way(1, (0, "draft"), (5, "deferred")))
    first = ["proposals-pipeline", "proposals-words", "proposals-latency"]
    assert ids(*proposal_panels(known(told, still), NAMES)) == [
        *first,
        "proposals-delivery",
        "proposals-waiting",
    ]
    assert ids(*proposal_panels(known(told, moved), NAMES))[-2:] == ["proposals-waiting", "proposals-process"]
