"""How looks become one answer: the first that decides, what says otherwise beside it, and the advice."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checks.osps.asking import GITHUB, RELEASED
from checks.trees import ground
from folkmoot.checks._brands import Advice
from folkmoot.checks.osps._requirement import (
    BUT,
    MOST_SPOTS,
    NO_RELEASE,
    NO_TAG,
    Look,
    Say,
    is_unreleased,
    requirement,
)
from folkmoot.i18n import say
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome
from folkmoot.model.forge_settings import ForgeSettings, ReleasePage
from folkmoot.model.released import Released

YES, NO, UNKNOWN = Outcome.YES, Outcome.NO, Outcome.UNKNOWN
DOC = """OSPS-AC-03.01: no direct commit.

Question:
    Is it so?

Why it matters:
    Because it does, over
    two lines.
"""


def saying(outcome: Outcome, text: str, *lines: int, settle: str = "") -> Look:
    spots = tuple(Evidence(f"{text} {line}", "a", line) for line in lines)
    return lambda _ground: Say(outcome, text, spots, settle)


def nothing(_ground: Ground) -> None:
    return None


def check(
    *looks: Look, remedy: Advice = "mend", settle: Advice = "settle", once_released: bool = False
) -> Check:
    return requirement(
        DOC, looks, remedy=remedy, effort="an hour", settle=settle, once_released=once_released
    )


def found(*looks: Look, files: tuple[str, ...] = (), forge: ForgeSettings | None = None) -> Finding:
    made = ground(dict.fromkeys(files, ""))
    made.forge = forge
    return check(*looks).decide(made)


def told(finding: Finding) -> list[str]:
    return [say(text) for text in finding.evidence]


def test_title_question_and_reason_come_from_the_docstring() -> None:
    made = check(nothing)
    assert (made.id, made.title, made.question) == ("OSPS-AC-03.01", "No direct commit", "Is it so?")
    assert say(made.decide(ground({})).why) == "Because it does, over two lines."


def test_the_first_look_that_decides_is_the_answer() -> None:
    finding = found(nothing, saying(UNKNOWN, "hint"), saying(NO, "no"), saying(NO, "no again"))
    assert finding.outcome is NO
    assert told(finding) == ["no"]
    assert (finding.remedy, finding.effort) == ("mend", "an hour")


def test_what_says_the_opposite_is_told_beside_it() -> None:
    finding = found(saying(YES, "yes"), saying(NO, "no"), saying(YES, "yes too"))
    assert finding.outcome is YES
    assert told(finding) == ["yes", say(BUT), "no"]
    assert (finding.remedy, finding.effort) == ("", "")


def test_hints_are_no_contradiction() -> None:
    assert told(found(saying(YES, "yes"), saying(UNKNOWN, "hint"))) == ["yes"]


def test_where_none_decides_all_hints_are_told_with_what_would_settle_it() -> None:
    finding = found(saying(UNKNOWN, "one"), nothing, saying(UNKNOWN, "two"))
    assert finding.outcome is UNKNOWN
    assert told(finding) == ["one", "two"]
    assert (finding.remedy, finding.effort) == ("settle", "")


def test_a_hint_may_know_better_what_would_settle_it() -> None:
    assert found(saying(UNKNOWN, "one"), saying(UNKNOWN, "two", settle="ask Ada")).remedy == "ask Ada"


def test_nothing_said_is_unknown_and_not_no() -> None:
    finding = found(nothing)
    assert (finding.outcome, finding.evidence, finding.remedy) == (UNKNOWN, (), "settle")


@pytest.mark.parametrize("outcome", [Outcome.NOT_APPLICABLE, Outcome.ERROR])
def test_what_is_not_asked_or_broken_decides_too(outcome: Outcome) -> None:
    finding = found(saying(outcome, "so"), saying(YES, "yes"))
    assert (finding.outcome, told(finding), finding.remedy) == (outcome, ["so"], "")


def test_only_so_many_places_of_one_look_are_shown() -> None:
    finding = found(saying(NO, "no", *range(1, MOST_SPOTS + 5)))
    assert len(finding.spots) == MOST_SPOTS
    assert finding.spots[0].place == "a:1"


def test_a_text_without_places_is_one_where_another_has_some() -> None:
    finding = found(saying(UNKNOWN, "one"), saying(UNKNOWN, "two", 7))
    assert [(spot.place, say(spot.what)) for spot in finding.spots] == [("", "one"), ("a:7", "two 7")]
    assert found(saying(UNKNOWN, "one")).spots == ()


def released(value: Released | None, *pages: ReleasePage) -> Ground:
    made = ground({})
    made.released = value
    made.forge = ForgeSettings("github", GITHUB, releases=pages) if pages else None
    return made


def test_before_the_first_release_nothing_is_asked_of_releases() -> None:
    asked = check(saying(NO, "no"), once_released=True)
    finding = asked.decide(released(Released()))
    assert (finding.outcome, told(finding)) == (Outcome.NOT_APPLICABLE, [NO_TAG])
    without = released(Released())
    without.forge = ForgeSettings("github", GITHUB)
    assert told(asked.decide(without)) == [NO_RELEASE]
    assert asked.decide(released(RELEASED)).outcome is NO
    assert check(saying(NO, "no")).decide(released(Released())).outcome is NO


def test_not_looked_at_is_not_unreleased() -> None:
    assert not is_unreleased(released(None))
    assert not is_unreleased(released(Released(), ReleasePage("v1")))
    assert is_unreleased(released(Released()))


@pytest.mark.parametrize(
    ("files", "advice"), [((".gitlab-ci.yml",), "at GitLab"), ((".gitea/x",), "elsewhere"), ((), "elsewhere")]
)
def test_advice_of_a_brand_is_given_there_and_the_plain_one_elsewhere(
    files: tuple[str, ...], advice: str
) -> None:
    by_brand = {"": "elsewhere", "gitlab": "at GitLab"}
    make: Callable[[Outcome], Finding] = lambda outcome: check(  # noqa: E731 - asked twice, below
        saying(outcome, "x"), remedy=by_brand, settle=by_brand
    ).decide(ground(dict.fromkeys(files, "")))
    assert make(NO).remedy == advice
    assert make(UNKNOWN).remedy == advice
    assert make(YES).remedy == ""
