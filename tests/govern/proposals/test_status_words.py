"""What the words of each community mean, as its own process says: what was decided, and what delivered."""

from __future__ import annotations

import pytest

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.model.proposal import DecisionState, DeliveryState, States

D, Y = DecisionState, DeliveryState
DRAFT, OPEN, FINAL = States(D.DRAFT, None), States(D.OPEN, None), States(D.FINAL_COMMENT, None)
ACCEPTED, ONLY = States(D.ACCEPTED, None), States(D.ACCEPTED, Y.NONE)
STARTED, PARTLY = States(D.ACCEPTED, Y.STARTED), States(D.ACCEPTED, Y.PARTLY)
DELIVERED, REMOVED = States(D.ACCEPTED, Y.DELIVERED), States(D.ACCEPTED, Y.REMOVED)
REJECTED, WITHDRAWN = States(D.REJECTED, None), States(D.WITHDRAWN, None)
POSTPONED, SUPERSEDED = States(D.POSTPONED, None), States(D.SUPERSEDED, None)

MEANINGS: dict[str, dict[States, tuple[str, ...]]] = {
    # PEP 1: accepted is not yet made, final is; provisional is part of a release and may change.
    "pep": {
        DRAFT: ("Draft",),
        ONLY: ("Accepted",),
        PARTLY: ("Provisional",),
        DELIVERED: ("Final", "Active", "Finished"),
        REJECTED: ("Rejected", "April Fool!"),
        WITHDRAWN: ("Withdrawn",),
        POSTPONED: ("Deferred", "Postponed"),
        SUPERSEDED: ("Superseded", "Replaced", "Obsolete"),
    },
    # KEP 0000: implementable is the decision, implemented the delivery.
    "kep": {
        DRAFT: ("provisional",),
        ACCEPTED: ("implementable",),
        DELIVERED: ("implemented", "imlpemented"),
        REMOVED: ("removed",),
        REJECTED: ("rejected",),
        WITHDRAWN: ("withdrawn",),
        POSTPONED: ("deferred",),
        SUPERSEDED: ("replaced", "superseded"),
    },
    "swift": {
        OPEN: ("**Awaiting review**", "Scheduled for Review (May 4...May 9)", "Accepted in principle"),
        FINAL: ("**Active review (May 4...May 9)**", "Under Review"),
        ONLY: ("**Accepted**", "Accepted with modifications", "Accepted with revisions"),
        PARTLY: ("Partially implemented", "Previewing"),
        DELIVERED: ("**Implemented (Swift 5.9)**",),
        REJECTED: ("Rejected",),
        POSTPONED: ("Returned for revision", "Deferred", "Expired"),
        WITHDRAWN: ("Withdrawn",),
        SUPERSEDED: ("Superseded",),
    },
    # EIP-1: final is decided; whether anybody runs it, no document says.
    "eip": {
        DRAFT: ("Draft",),
        OPEN: ("Review",),
        FINAL: ("Last Call",),
        ACCEPTED: ("Final", "Living", "Active"),
        POSTPONED: ("Stagnant",),
        WITHDRAWN: ("Withdrawn", "Abandoned"),
        REJECTED: ("Rejected",),
        SUPERSEDED: ("Superseded",),
        States(None, None): ("Moved",),
    },
    "ember": {
        OPEN: ("proposed", "exploring"),
        ACCEPTED: ("accepted # FIXME",),
        PARTLY: ("ready-for-release",),
        DELIVERED: ("released", "recommended"),
        REMOVED: ("discontinued",),
        REJECTED: ("closed",),
    },
    "dep": {
        DRAFT: ("Draft",),
        ONLY: ("Accepted",),
        DELIVERED: ("Final",),
        REJECTED: ("Rejected",),
        WITHDRAWN: ("Withdrawn",),
        SUPERSEDED: ("Superseded",),
    },
    "rust": {ACCEPTED: ("merged",)},
    "react": {ACCEPTED: ("merged",)},
    "vue": {OPEN: ("pending",), ACCEPTED: ("active",), DELIVERED: ("landed",), REJECTED: ("rejected",)},
    "numbered": {
        DRAFT: ("Draft", "WIP", "Work in progress", "Idea"),
        OPEN: ("Proposed", "In review", "Under discussion"),
        FINAL: ("Last call", "FCP", "Final comment period"),
        ACCEPTED: ("Merged", "Approved", "Active", "Implementable"),
        ONLY: ("Accepted",),
        STARTED: ("In progress",),
        PARTLY: ("Partially implemented",),
        DELIVERED: ("Implemented", "Completed", "Done", "Final"),
        REJECTED: ("Rejected", "Declined", "Closed"),
        WITHDRAWN: ("Withdrawn", "Abandoned"),
        POSTPONED: ("Deferred", "Stagnant"),
        SUPERSEDED: ("Superseded", "Obsolete", "Deprecated"),
        REMOVED: ("Removed",),
    },
}


def test_every_layout_is_asked() -> None:
    assert set(MEANINGS) == set(all_layouts())


@pytest.mark.parametrize("name", MEANINGS)
def test_words_mean_what_their_community_says(name: str) -> None:
    layout = all_layouts()[name]
    told = {
        word: layout.states(layout.recognise(word).known)
        for words in MEANINGS[name].values()
        for word in words
    }
    assert told == {word: states for states, words in MEANINGS[name].items() for word in words}


@pytest.mark.parametrize("name", MEANINGS)
@pytest.mark.parametrize("word", ["Not accepted", "Unimplemented", "Not final", "hats"])
def test_words_of_nobody_mean_nothing(name: str, word: str) -> None:
    assert all_layouts()[name].recognise(word).known == ""


@pytest.mark.parametrize(
    ("name", "words"), [("eip", {"stagnant", "moved"}), ("swift", {"expired"}), ("numbered", {"stagnant"})]
)
def test_words_that_put_aside_without_anybody_s_decision(name: str, words: set[str]) -> None:
    assert all_layouts()[name].unanswered == words


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("pep", "draft", "accepted"),
        ("pep", "accepted", "final"),
        ("pep", "deferred", "draft"),
        ("eip", "draft", "review"),
        ("eip", "last call", "final"),
        ("eip", "stagnant", "draft"),
        ("ember", "exploring", "accepted"),
        ("ember", "released", "recommended"),
    ],
)
def test_steps_that_a_process_allows(name: str, before: str, after: str) -> None:
    assert after in all_layouts()[name].allowed[before]


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("pep", "draft", "final"),
        ("pep", "superseded", "draft"),
        ("eip", "draft", "final"),
        ("eip", "final", "draft"),
        ("ember", "proposed", "released"),
        ("ember", "discontinued", "accepted"),
    ],
)
def test_steps_that_it_does_not(name: str, before: str, after: str) -> None:
    assert after not in all_layouts()[name].allowed[before]


def test_only_standards_are_held_to_the_steps_of_peps() -> None:
    """An informational PEP may go from draft to final at once."""
    assert all_layouts()["pep"].allowed_kinds == {"standards track"}


def test_an_eip_is_stale_after_half_a_year_and_others_after_a_year() -> None:
    stale = {name: layout.stale_days for name, layout in all_layouts().items()}
    assert stale.pop("eip") == 183
    assert set(stale.values()) == {365}


@pytest.mark.parametrize(
    ("name", "path", "label"),
    [
        ("pep", "peps/pep-0008.rst", "PEP 8"),
        ("kep", "keps/sig-a/12-hats/kep.yaml", "KEP 12"),
        ("eip", "EIPS/eip-7.md", "EIP 7"),
        ("ember", "text/0012-hats.md", "RFC 12"),
        ("dep", "final/0012-hats.rst", "DEP 12"),
        ("swift", "proposals/0012-hats.md", "SE-0012"),
        ("numbered", "rfcs/0012-hats.md", "#12"),
    ],
)
def test_what_a_proposal_is_called(name: str, path: str, label: str) -> None:
    layout = all_layouts()[name]
    match = layout.match(path)
    assert match is not None
    assert layout.label.format(number=int(match["number"])) == label


@pytest.mark.parametrize(
    "path",
    [
        "rfcs/0001-hats.md", "docs/rfcs/1.md", "proposals/hats/12_caps.rst", "a/b/c/design/rfc-0003-x.txt",
        "enhancements/7-x.markdown", "xips/xip-4.md", "teps/0002-x.md", "RFCS/0001-Hats.MD",
    ],
)  # fmt: skip
def test_numbered_documents_of_communities_that_no_layout_knows(path: str) -> None:
    assert all_layouts()["numbered"].match(path) is not None


@pytest.mark.parametrize(
    "path", ["docs/0001-hats.md", "rfcs/hats.md", "rfcs/0000.md", "rfcs/0001-template.md", "rfcs/0001-x.pdf",
             "a/b/c/d/rfcs/0001-x.md", "rfcs/123456-x.md"]
)  # fmt: skip
def test_what_is_no_numbered_document(path: str) -> None:
    assert all_layouts()["numbered"].match(path) is None
