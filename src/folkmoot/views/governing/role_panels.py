"""Panels on roles: who holds them, who comes and goes, how long they last, for whom people work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from folkmoot.govern.roles.activity import unlisted
from folkmoot.govern.roles.roster import expanded
from folkmoot.govern.roles.telling import figures
from folkmoot.govern.roles.tenure import SMALLEST_N, employment
from folkmoot.i18n import Absence, Message, Text
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.model.role import Listing
from folkmoot.views.governing.known import Known
from folkmoot.views.governing.panels import ALL_TIME, NO_CONTENTS, NO_HISTORY, TOO_LONG, panel_on
from folkmoot.views.governing.role_entries import NONE_RECORDED, RoleEntries
from folkmoot.views.governing.team_entries import team_entries
from folkmoot.views.governing.telling import Names, short
from folkmoot.views.period import WORDS

LAST_YEAR = WORDS[1]
SILENT_MONTHS = 12
ACTS = 50
"""Contributions in 12 months from which on somebody without a role is counted as carrying the project."""
MOST_EMPLOYERS = 30
NOT_STATED = "not stated"
ALL_AND_ENDED = (
    "The first number counts roles that go on as lasting at least until now; the second leaves them out, "
    "and with them the longest."
)
ENDED_ONLY = "Roles that go on are left out of the number, and with them the longest."
TOO_FEW = "In no year were five roles held, and of fewer a share says nothing."


def role_panels(known: Known, names: Names) -> Iterator[Panel]:
    """Give every panel on the roles of one repository."""
    yield held(known, names)
    if not known.listings:
        return
    told = figures(known.roster, known.terms, known.now) if known.terms and known.roster else None
    yield changes(known, told)
    yield turnover(known, told)
    yield lasting(known, told)
    yield employers(known, names)
    yield seen_at_work(known)


def held(known: Known, names: Names) -> Panel:
    """Give who holds which role."""
    panel = panel_on(
        known,
        "roles-held",
        "Who holds which role",
        "Who may do what here, since when, and by which decision?",
    )
    if known.roster is None:
        return replace(panel, missing=NO_CONTENTS)
    if not known.listings:
        return replace(panel, missing=Absence("The files of roles name nobody at the moment."))
    votes = {
        record.landed.commit: str(Message("the vote “{title}”", {"title": short(record.poll.title)}))
        for record in known.records
        if record.landed is not None
    }
    if known.own is not None:
        votes |= {
            f"{number:04d}": str(
                Message(
                    "decision {number}, “{subject}”",
                    {"number": f"{number:04d}", "subject": short(decision.subject)},
                )
            )
            for number, decision in known.own.decisions.items()
        }
    roles = RoleEntries(known.roster, known.listings, known.terms, names, votes)
    entries, more = roles.entries()
    entries = (*entries, *team_entries(expanded(known.roster.listings), names))
    caveat: Text = "A role begins when the commit that gave it landed on the default branch."
    if known.terms is None:
        caveat = NO_HISTORY if not known.has_history else TOO_LONG
    if known.records:
        caveat = Message(
            "{caveat} A vote counts as its decision where the same commit brought the record of it.",
            {"caveat": str(caveat)},
        )
    decided = {_key(each) for each in known.listings if roles.decision(each)}
    every = {_key(each) for each in known.listings}
    values: dict[str, str | int | float] = {
        "people": _people(known),
        "roles": len(every),
        "decided": len(decided),
    }
    headline = (
        Message("People in roles: {people}. Roles they hold: {roles}, {decided} with a decision.", values)
        if decided
        else Message("People in roles: {people}. Roles they hold: {roles}, none with a decision.", values)
    )
    if not roles.has_decisions:
        caveat = Message("{caveat} {then}", {"caveat": str(caveat), "then": NONE_RECORDED})
    return replace(panel, entries=entries, more=more, headline=headline, caveat=caveat)


def changes(known: Known, told: dict[str, Any] | None) -> Panel:
    """Give how many roles began and ended each year."""
    panel = panel_on(
        known, "roles-changes", "Roles that began and ended",
        "How many roles are taken up and laid down each year?",
        Unit.ROLES, Shape.SERIES,
        "One person in one role counts once; who holds three roles counts three times.",
    )  # fmt: skip
    if told is None:
        return replace(panel, missing=_no_terms(known))
    points = tuple(
        Point(str(year["year"]), float(year[key]), year[key], complete=year["is_complete"], label=label)
        for key, label in (("joined", "began"), ("left", "ended"))
        for year in told["by_year"]
    )
    return replace(panel, points=points)


def turnover(known: Known, told: dict[str, Any] | None) -> Panel:
    """Give the share of roles that ended in each year."""
    panel = panel_on(
        known, "roles-turnover", "Turnover", "Which share of the roles held in a year ended in it?",
        Unit.SHARE, Shape.SERIES,
        "Neither none nor much of it is good in itself: who never leaves was perhaps never asked.",
    )  # fmt: skip
    if told is None:
        return replace(panel, missing=_no_terms(known))
    points = tuple(
        Point(
            str(year["year"]),
            year["turnover"],
            year["held_at_end"] + year["left"],
            complete=year["is_complete"],
        )
        for year in told["by_year"]
    )
    if all(point.value is None for point in points):
        return replace(panel, missing=TOO_FEW)
    return replace(panel, points=points)


def lasting(known: Known, told: dict[str, Any] | None) -> Panel:
    """Give how long roles last."""
    panel = panel_on(
        known, "roles-tenure", "How long roles last", "After how many years does half of the roles end?",
        Unit.YEARS, Shape.SINGLE,
        ALL_AND_ENDED,
    )  # fmt: skip
    if told is None:
        return replace(panel, missing=_no_terms(known))
    if told["terms"] < SMALLEST_N:
        return replace(
            panel, missing="Too few roles are known from their beginning to say how long they last."
        )
    ended = Point(
        ALL_TIME, told["median_years_of_ended_terms"], told["ended_terms"], label="only those that ended"
    )
    if told["median_years_expected"] is not None:
        every = Point(ALL_TIME, told["median_years_expected"], told["terms"], label="all, going on or not")
        return replace(panel, points=(every, ended))
    values = {"ended": told["ended_terms"], "terms": told["terms"]}
    going_on = Message("Over half of all roles go on: {ended} of {terms} have ended so far.", values)
    if ended.value is None:
        return replace(panel, missing=going_on, caveat="")
    return replace(panel, points=(ended,), headline=going_on, caveat=ENDED_ONLY)


def employers(known: Known, names: Names) -> Panel:
    """Give for whom the people in roles say that they work."""
    panel = panel_on(
        known, "roles-employers", "Employers of people in roles",
        "For whom do the people in roles work, by what these files say?",
        Unit.PEOPLE, Shape.BREAKDOWN,
        "Only what the files state counts; nobody's employer is guessed from an address.",
    )  # fmt: skip
    stated = employment(known.listings)
    if not stated.employers:
        text = "The files of roles state no employers. Files in .folkmoot/people can, for those who want to."
        return replace(panel, missing=text)
    ordered = sorted(stated.employers, key=lambda pair: (-pair[1], pair[0].casefold()))[:MOST_EMPLOYERS]
    points = [Point(ALL_TIME, float(count), count, label=names.employer(name)) for name, count in ordered]
    if stated.unknown:
        points.append(Point(ALL_TIME, float(stated.unknown), stated.unknown, label=NOT_STATED))
    headline: Text = ""
    largest = stated.largest
    if largest is not None:
        values: dict[str, str | int | float] = {
            "count": largest[1], "people": stated.people, "employer": names.employer(largest[0]),
        }  # fmt: skip
        headline = Message(
            "{employer} is the employer stated most often: {count} of {people} people in roles.", values
        )
        if largest[1] == 1:
            headline = "No employer is stated by more than one person in a role."
    return replace(panel, points=tuple(points), headline=headline)


def seen_at_work(known: Known) -> Panel:
    """Give how many people in roles were seen at work lately, and how many work much and hold none."""
    panel = panel_on(
        known, "roles-at-work", "People in roles, seen at work",
        "Who of the people in roles was seen at work in this repository?",
        Unit.PEOPLE, Shape.BREAKDOWN,
        "Only this repository is looked at: much that people in roles do leaves no trace in it. Who "
        "cannot be joined "
        "to an author of commits is neither active nor silent. `folkmoot roles list` names when each was "
        "last seen.",
    )  # fmt: skip
    activity = known.activity
    if activity is None:
        return replace(panel, missing="Nobody's activity is known: nothing was synced.")
    holders = {each.holder.key: each.holder for each in known.listings}
    seen = [activity.of(holder) for holder in holders.values()]
    silent = sum(one is not None and activity.months_silent(one) >= SILENT_MONTHS for one in seen)
    unknown = sum(one is None for one in seen)
    other = len(unlisted(known.listings, activity, ACTS))
    counts = (
        ("in a role, active in the last 12 months", len(seen) - silent - unknown),
        ("in a role, silent for 12 months or more", silent),
        ("in a role, not recognised in the commits", unknown),
        ("in no role, with 50 contributions or more in 12 months", other),
    )
    return replace(panel, points=tuple(Point(LAST_YEAR, float(n), n, label=label) for label, n in counts))


def _no_terms(known: Known) -> Text:
    if known.terms is not None:
        return "The history of these files shows no role that began or ended."
    return NO_HISTORY if not known.has_history else TOO_LONG


def _people(known: Known) -> int:
    return len({each.holder.key for each in known.listings})


def _key(listing: Listing) -> tuple[str, str, str]:
    return listing.role.name, listing.role.scope, listing.holder.key
