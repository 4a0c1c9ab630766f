"""Panels on the licences of dependencies, and on those that a source says don't go with the project's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from folkmoot.i18n import Absence, Message, Text
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.licence import Clash, Conflict, Dependency
from folkmoot.model.metric import Better, Shape
from folkmoot.model.page import Entry, Panel, Point
from folkmoot.views.licensing.known import Licensing

NOW = "all time"
MOST_SHOWN = 20
MOST_UNKNOWN = 30
MOST_FOREIGN = 3
FSF = "https://www.gnu.org/licenses/license-list.html"


def dependencies_panel(licensing: Licensing) -> Panel:
    """Give how many dependencies are under which licence."""
    found = licensing.dependencies
    stated = Counter(each.expression for each in found if each.expression)
    points = [
        Point(NOW, count, count, label=name)
        for name, count in sorted(stated.items(), key=lambda each: (-each[1], each[0]))[:MOST_SHOWN]
    ]
    unclear = [each for each in found if each.words and not each.expression]
    return Panel(
        id="licences-dependencies",
        title="Licences of dependencies",
        question="Under which licences is what this project depends on?",
        unit=None,
        better=Better.NEITHER,
        shape=Shape.BREAKDOWN if points else None,
        points=tuple(points),
        entries=tuple(_entry(each) for each in unclear[:MOST_UNKNOWN]),
        more=max(0, len(unclear) - MOST_UNKNOWN),
        headline=_headline(licensing),
        missing=_missing(licensing),
        caveat=(
            "As the lock files state them, else the packages in the folder given by --packages. Nothing is "
            "asked of a registry. Actions and images of continuous integration are left out."
        ),
    )


def conflicts_panel(licensing: Licensing) -> Iterator[Panel]:
    """Give the conflicts with the project's own licence; says so where it is not known."""
    found = licensing.conflicts
    stated = [each for each in licensing.dependencies if each.expression]
    if not stated:
        return
    own = licensing.licences.expression
    shipped = sum(not each.dependency.development for each in found)
    values: dict[str, str | int | float] = {"own": own, "stated": len(stated)}
    headline: Text = Message(
        "No source used here says anything against {own} and the licences of dependencies (known of: "
        "{stated}).",
        values,
    )
    if not own:
        headline = "The project's own licence is not clear, so nothing can be held against it."
    elif shipped > 1:
        headline = Message("{count} dependencies need a decision.", {"count": shipped})
    elif found:
        headline = (
            "One dependency needs a decision." if shipped else "What is shipped conflicts with nothing known."
        )
    yield Panel(
        id="licences-conflicts",
        title="Conflicts",
        question="Do licences of dependencies go together with the project's?",
        unit=None,
        better=Better.NEITHER,
        shape=None,
        findings=tuple(_finding(each) for each in found[:MOST_SHOWN]),
        more=max(0, len(found) - MOST_SHOWN),
        headline=headline,
        caveat=(
            "Judged by what the Free Software Foundation states about its GPL, AGPL and LGPL. Not judged: "
            "pairs without one of these (EUPL, OSL, CeCILL, licences for data or art), licences with an "
            "exception, packages here under another licence than the whole, and how parts are combined. "
            "Silence is no permission, and this is no legal advice."
        ),
        definition=FSF,
    )


def _headline(licensing: Licensing) -> Text:
    found = licensing.dependencies
    known = sum(1 for each in found if each.expression)
    shipped = [each for each in found if not each.development]
    values: dict[str, str | int | float] = {
        "count": len(found),
        "known": known,
        "shipped": len(shipped),
        "told": sum(1 for each in shipped if each.expression),
    }
    if not found:
        return ""
    if known and len(shipped) == len(found):
        return Message("Dependencies with a licence that is stated: {known} of {count}.", values)
    if known and shipped:
        return Message(
            "Dependencies with a licence that is stated: {known} of {count}. Of those that are shipped: "
            "{told} of {shipped}.",
            values,
        )
    if known:
        return Message(
            "Dependencies with a licence that is stated: {known} of {count}, all for development only.",
            values,
        )
    if licensing.packages:
        return Message(
            "Dependencies, each version counted: {count}, none with a licence that is stated.", values
        )
    return Message(
        "Dependencies, each version counted: {count}, none with a licence that the lock files state. Where "
        "they are installed, `folkmoot licences --packages DIR` reads what they say.",
        values,
    )


def _missing(licensing: Licensing) -> Text:
    if licensing.dependencies:
        return ""
    if licensing.inventory.unread:
        return "The manifests are not in this clone, so what the project depends on is not known."
    if licensing.inventory.foreign:
        return Message(
            "What the project depends on stands in a form that is not read here: {places}.",
            {"places": ", ".join(licensing.inventory.foreign[:MOST_FOREIGN])},
        )
    return Absence("No manifest or lock file names a dependency here.")


def _entry(dependency: Dependency) -> Entry:
    facts: list[Text] = [Message("Asked for in {place}.", {"place": dependency.asked})]
    if dependency.words:
        facts.append(Message("{place} says: {words}", {"place": dependency.place, "words": dependency.words}))
    return Entry(dependency.name, dependency.name, "unclear", tuple(facts))


def _finding(conflict: Conflict) -> Finding:
    dependency = conflict.dependency
    values: dict[str, str | int | float] = {
        "own": conflict.own, "place": conflict.place, "other": conflict.other, "name": dependency.name,
        "asked": dependency.asked, "stated": dependency.place, "source": conflict.source,
    }  # fmt: skip
    evidence: list[Text] = [
        Message("{place} states {own} for this project.", values),
        Message("{stated} states {other} for {name}, which {asked} asks for.", values),
    ]
    if dependency.development:
        evidence.append("It is asked for in development only, and told apart from what is shipped.")
    return Finding(
        id=f"conflict:{dependency.name}",
        title=Message(TITLES[conflict.clash], values),
        outcome=_outcome(conflict),
        evidence=tuple(evidence),
        why=Message(SAYS[conflict.clash], values),
        remedy=Message(REMEDIES[conflict.clash], values),
        effort=EFFORTS[conflict.clash],
    )


def _outcome(conflict: Conflict) -> Outcome:
    if conflict.dependency.development:
        return Outcome.NOT_APPLICABLE
    return Outcome.UNKNOWN if conflict.clash is Clash.OPEN else Outcome.NO


TITLES = {
    Clash.CONFLICT: "{name}: {other} does not go together with {own}",
    Clash.CARRIES: "{name}: {other} holds for the whole",
    Clash.OPEN: "{name}: whether {other} goes together with {own} is open",
}
EFFORTS = {
    Clash.CONFLICT: "days, and the authors' consent where a licence changes",
    Clash.CARRIES: "an hour to say it, days to replace it",
    Clash.OPEN: "minutes, when the authors agree",
}
SAYS = {
    Clash.CONFLICT: (
        "The Free Software Foundation says that a work can't keep to both licences at once ({source}), so it "
        "may not be passed on."
    ),
    Clash.CARRIES: (
        "The Free Software Foundation says that its terms hold for the whole that is made with it, this "
        "project's part too, once both are passed on together ({source})."
    ),
    Clash.OPEN: (
        "The Free Software Foundation says that they don't go together under this version alone ({source}). "
        "A later version may, where it may be chosen, and nobody says whether it may."
    ),
}
REMEDIES = {
    Clash.CONFLICT: (
        "Replace {name} in {asked}, or leave it to users to add, or ask its authors for another licence, or "
        "change the licence of this project in {place} with the consent of its authors."
    ),
    Clash.CARRIES: (
        "Say so where you release it, or replace {name} in {asked}, or make it something users may add."
    ),
    Clash.OPEN: (
        "Write `-only` or `-or-later` where the licence is stated without either: {own} in {place}, "
        "{other} in {stated}."
    ),
}
