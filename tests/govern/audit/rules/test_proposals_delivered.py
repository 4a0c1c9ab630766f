"""What proposals say was delivered, held against what they say was decided."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from folkmoot.govern.audit.rules import all_rules
from folkmoot.model.audit import Answer
from folkmoot.model.check import Outcome
from folkmoot.model.proposal import DecisionState, DeliveryState
from govern.audit.moot import Moot
from govern.proposals.documents import KEP, PATHS, RUST
from sources.git.repositories import DAY


def after(moot: Moot, months: float) -> Answer:
    """Ask whether proposals were delivered, so many months after the last commit."""
    with moot.practice() as practice:
        assert practice.proposals is not None
        reading, history = practice.proposals
        until = moot.made.at - DAY + int(months * 30.4375 * DAY)
        practice.__dict__["proposals"] = (reading, replace(history, known_until=until))
        return all_rules()["proposals-delivered"].answer(practice)


def kep(place: Path, *statuses: str) -> Moot:
    """Give a community with one KEP that has had these statuses, one after another."""
    moot = Moot.create(place, {"README.md": "hello"})
    for status in statuses:
        moot.made.commit(files={PATHS["kep"]: KEP.replace("implementable #", f"{status} #")})
    return moot


@pytest.mark.parametrize(("months", "outcome"), [(24, Outcome.NO), (23.9, Outcome.YES)])
def test_an_accepted_proposal_that_nobody_finishes_is_noted(
    tmp_path: Path, months: float, outcome: Outcome
) -> None:
    answer = after(kep(tmp_path, "implementable"), months)
    assert answer.finding.outcome is outcome
    assert not answer.fails


@pytest.mark.parametrize("statuses", [("implementable", "deferred"), ("provisional",), ("implemented",)])
def test_what_is_not_waiting_to_be_made_is_no_promise(tmp_path: Path, statuses: tuple[str, ...]) -> None:
    assert after(kep(tmp_path, *statuses), 90).finding.outcome in (Outcome.YES, Outcome.NOT_APPLICABLE)


def test_a_break_in_being_accepted_begins_anew(tmp_path: Path) -> None:
    moot = kep(tmp_path, "implementable", "deferred")
    moot.made.at += 900 * DAY
    moot.made.commit(files={PATHS["kep"]: KEP})
    assert after(moot, 10).finding.outcome is Outcome.YES


def test_what_was_built_without_being_accepted_is_noted(tmp_path: Path) -> None:
    moot = kep(tmp_path, "implementable")
    with moot.practice() as practice:
        assert practice.proposals is not None
        reading, history = practice.proposals
        built = replace(reading.proposals[0], decision=DecisionState.DRAFT, delivery=DeliveryState.DELIVERED)
        practice.__dict__["proposals"] = (replace(reading, proposals=(built,)), history)
        answer = all_rules()["proposals-delivered"].answer(practice)
    assert "delivered by its own words, and draft" in str(answer.evidence[0].what)


def test_proposals_without_a_delivery_are_not_asked(tmp_path: Path) -> None:
    moot = Moot.create(tmp_path, {f"text/000{n}-hats.md": RUST for n in (1, 2, 3)})
    assert moot.ask("proposals-delivered").finding.outcome is Outcome.NOT_APPLICABLE


def test_since_when_is_told_with_the_words_of_the_document(tmp_path: Path) -> None:
    moot = kep(tmp_path, "implementable")
    moot.made.commit(files={"README.md": "later"}, at=moot.made.at + 900 * DAY)
    (found,) = moot.ask("proposals-delivered").evidence
    with moot.practice() as practice:
        assert practice.proposals is not None
        (proposal,) = practice.proposals[0].proposals
    assert str(found.what).startswith(f"{proposal.label}, {proposal.title}: accepted since 20")
    assert str(found.what).endswith(f"and delivery is “{proposal.delivery}”.")
