"""How a requirement is decided: several looks, each of which may say something, and one answer out of them.

A look gives a `Say` or None. The first that says yes, no or not applicable decides; one that says the
opposite is told beside it. Where none decides, the answer is unknown, with what was seen on the way and the
one line that would settle it. So looks are given in the order of their authority: what a machine enforces or
a file shows first, what the project attests in its SECURITY-INSIGHTS last.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from folkmoot.checks._brands import Advice, in_its_words
from folkmoot.checks.osps._catalogue import all_requirements
from folkmoot.i18n import Message, Text, say
from folkmoot.model import template
from folkmoot.model.check import Check, Evidence, Finding, Ground, Outcome

DECIDED = (Outcome.YES, Outcome.NO, Outcome.NOT_APPLICABLE, Outcome.ERROR)
MOST_SPOTS = 12
"""Most places shown of one look; the text says how many there are."""
BUT = Message("Something else says otherwise; the answer follows the stronger of the two.", {})
BY_FORGE = "Run it with --forge"
MOST_TRIED = 40
WITH_CONTENTS = (
    "Ask again on a clone that has the contents of its files: one made without --filter, or by "
    "`folkmoot check URL`."
)
NO_RELEASE = "There is no release yet: neither a version tag nor a release at a forge."
NO_TAG = "No release is seen: no tag here names a version, and no forge was asked."


@dataclass(frozen=True)
class Say:
    """What one look found: an outcome (UNKNOWN: a hint only), in words, and where to see it.

    `settle` is what would settle a hint, where that is another line than the requirement's.
    """

    outcome: Outcome
    text: Text
    spots: tuple[Evidence, ...] = ()
    settle: Text = ""


Look = Callable[[Ground], Say | None]


def requirement(
    docstring: str | None, looks: Sequence[Look], *, remedy: Advice, effort: Text, settle: Advice,
    once_released: bool = False,
) -> Check:  # fmt: skip
    """Give the check of one requirement; its id, title, question and reason stand in the module's docstring.

    `remedy` is what to do about a "no", `settle` the one line that would make an unknown known.
    `once_released`: asked only of projects that have made a release.
    """
    told = template.sections(docstring or "")
    identifier, _, title = told[""].partition(": ")
    asked = all_requirements()[identifier]
    order = 100 * asked.level + list(all_requirements()).index(identifier)
    title = title[:1].upper() + title[1:].rstrip(".")
    why = " ".join(told["Why it matters"].split())

    def decide(ground: Ground) -> Finding:
        if once_released and is_unreleased(ground):
            nothing = NO_TAG if ground.forge is None else NO_RELEASE
            return Finding(identifier, title, Outcome.NOT_APPLICABLE, (nothing,), why)
        said = [found for look in looks if (found := look(ground)) is not None]
        deciding = next((each for each in said if each.outcome in DECIDED), None)
        outcome = deciding.outcome if deciding else Outcome.UNKNOWN
        first = [deciding, *(_against(deciding, said))] if deciding else said
        texts, spots = _told(first)
        settling = next((each.settle for each in first if each.settle), settle)
        is_general = settling is settle and not _asks_a_forge(settle)
        if outcome is Outcome.UNKNOWN and is_general and _lacks_contents(ground):
            settling = WITH_CONTENTS
        advice = {Outcome.NO: remedy, Outcome.UNKNOWN: settling}.get(outcome, "")
        help_with = in_its_words(advice, ground)
        spent = effort if outcome is Outcome.NO else ""
        return Finding(identifier, title, outcome, texts, why, help_with, spent, spots=spots)

    return Check(
        id=identifier, version=1, title=title, question=" ".join(told["Question"].split()), page="compliance",
        decide=decide, definition=asked.source, order=order, requirement=asked,
    )  # fmt: skip


def _asks_a_forge(settle: Advice) -> bool:
    """Tell whether the line that would settle it begins with asking a forge."""
    return say(settle.get("", "") if isinstance(settle, Mapping) else settle).startswith(BY_FORGE)


def _lacks_contents(ground: Ground) -> bool:
    """Tell whether this clone lacks what people read first: the README, the licence, or what builds it."""

    def look() -> bool:
        read_first = [path for path in ground.paths() if "/" not in path][:MOST_TRIED]
        return any(content is None for _, content, _ in ground.read_all(read_first, 1))

    return ground.once("lacks contents", look)


def is_unreleased(ground: Ground) -> bool:
    """Tell whether a project is known to have made no release; not looked at is not known."""
    if ground.forge is not None and ground.forge.releases:
        return False
    return ground.released is not None and not ground.released.tags


def _against(deciding: Say, said: Sequence[Say]) -> list[Say]:
    """Give what says the opposite of what decided, with a sentence before it."""
    opposite = {Outcome.YES: Outcome.NO, Outcome.NO: Outcome.YES}.get(deciding.outcome)
    found = [each for each in said if each.outcome is opposite]
    return [Say(Outcome.UNKNOWN, BUT), *found] if found else []


def _told(said: Sequence[Say]) -> tuple[tuple[Text, ...], tuple[Evidence, ...]]:
    """Give the texts and the places; a text without places becomes one where another has some."""
    texts = tuple(each.text for each in said)
    if not any(each.spots for each in said):
        return texts, ()
    spots: list[Evidence] = []
    for each in said:
        spots += each.spots[:MOST_SPOTS] or [Evidence(each.text)]
    return texts, tuple(spots)
