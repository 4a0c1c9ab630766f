"""The shape that every Scorecard check shares: a ruling in Scorecard's terms, made a finding in ours.

A check of this room writes a function from the ground to a `Ruling` and gives it to `scorecard_check`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from folkmoot.checks._brands import Advice, in_its_words
from folkmoot.i18n import Message, Text
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome, Risk
from folkmoot.model.scorecard import BEST, INCONCLUSIVE, Detail, Kind, Scored

CONTENT_LIMIT = 5_000_000
"""Bytes of one file that are read at most; what is larger is no file that a person wrote."""
NOT_HERE = "The content of {path} is not in this clone; a clone made without --filter has it."
DOCUMENTATION = "https://github.com/ossf/scorecard/blob/main/docs/checks.md#"


@dataclass(frozen=True)
class Ruling:
    """What Scorecard says. `outcome` is what we make of it where the score alone does not tell.

    Without one, 10 is "yes", less is "no", and -1 is "not applicable": there was nothing to judge. What
    could not be looked at says so with UNKNOWN, and what could not be read with ERROR. `spots` are places
    that Scorecard does not tell; without any they are those of the details. `remedy`, `effort` and `risk` are
    those of this very ruling, where the check's own would not fit what was found.
    """

    score: int
    reason: str
    details: tuple[Detail, ...] = ()
    outcome: Outcome | None = None
    spots: tuple[Evidence, ...] = ()
    remedy: Text = ""
    effort: Text = ""
    risk: Risk | None = None


class NotHereError(Exception):
    """The content of a file that decides is not in this clone."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def proportional(part: int, whole: int) -> int:
    """Give `part` of `whole` as 0 to 10, rounded down as Scorecard does; 0 of 0 is 0."""
    return min(BEST * part // whole, BEST) if whole else 0


def normalized(reason: str, score: int) -> str:
    """Give the reason of a proportional score in Scorecard's words."""
    return f"{reason} -- score normalized to {score}"


def scorecard_check(
    identifier: str,
    name: str,
    rule: Callable[[Ground], Ruling],
    *,
    title: str,
    question: str,
    why: str,
    remedy: Advice,
    effort: str,
    risk: Risk,
    order: int = 50,
) -> Check:
    """Give the check with the id `scorecard-<identifier>`; `name` is the official one, such as "SAST".

    `title`, `question`, `why`, `remedy` and `effort` are ours, `risk` is Scorecard's. The `rule` may raise
    NotHereError.
    """

    def decide(ground: Ground) -> Finding:
        try:
            ruling = rule(ground)
        except NotHereError as error:
            text = f"the content of {error.path} is not in this clone"
            missing = Evidence(Message(NOT_HERE, {"path": error.path}))
            ruling = Ruling(INCONCLUSIVE, text, outcome=Outcome.UNKNOWN, spots=(missing,))
        outcome = ruling.outcome or _outcome(ruling.score)
        is_fine = outcome in (Outcome.YES, Outcome.NOT_APPLICABLE, Outcome.ERROR)
        return Finding(
            id=f"scorecard-{identifier}",
            title=title,
            outcome=outcome,
            evidence=(_summary(name, ruling),),
            why=why,
            remedy="" if is_fine else ruling.remedy or in_its_words(remedy, ground),
            effort="" if is_fine else ruling.effort or effort,
            risk=ruling.risk,
            spots=ruling.spots or _spots(ruling),
            scored=Scored(name, ruling.score, ruling.reason, ruling.details),
        )

    return Check(
        id=f"scorecard-{identifier}",
        version=1,
        title=title,
        question=question,
        page="security",
        decide=decide,
        definition=DOCUMENTATION + name.lower(),
        order=order,
        risk=risk,
    )


def _outcome(score: int) -> Outcome:
    if score == INCONCLUSIVE:
        return Outcome.NOT_APPLICABLE
    return Outcome.YES if score == BEST else Outcome.NO


def _summary(name: str, ruling: Ruling) -> Text:
    values: dict[str, str | int | float] = {"check": name, "score": ruling.score, "reason": ruling.reason}
    if ruling.score == INCONCLUSIVE:
        return Message("Scorecard's {check} gives no score: {reason}.", values)
    return Message("Scorecard's {check} gives {score} of 10: {reason}.", values)


def _spots(ruling: Ruling) -> tuple[Evidence, ...]:
    """Give what speaks against the project, or, where nothing does, what speaks for it."""
    for kind in (Kind.WARN, Kind.INFO):
        told = dict.fromkeys(Evidence(d.text, d.path, d.line) for d in ruling.details if d.kind is kind)
        if told:
            return tuple(told)
    return ()
