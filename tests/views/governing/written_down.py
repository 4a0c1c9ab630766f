"""Proposals, their ways through time and what is known of a repository, written by hand."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from folkmoot.govern.proposals.layouts import all_layouts
from folkmoot.govern.proposals.reading import Reading
from folkmoot.govern.timeline import History, Timeline, Transition
from folkmoot.model.event import DAY
from folkmoot.model.problem import Problem
from folkmoot.model.proposal import DecisionState, DeliveryState, Proposal, States
from folkmoot.sources.git.tree import GitTree
from folkmoot.views.governing.known import Known

NOW = 2_000 * DAY
"""The moment of all of it: 1975-06-24."""


def proposal(
    number: int,
    decision: DecisionState | None,
    delivery: DeliveryState | None = None,
    word: str = "",
    title: str = "T",
) -> Proposal:
    """Give a proposal; PEP 7 lies in peps/pep-0007.rst."""
    path = f"peps/pep-{number:04}.rst"
    return Proposal(number, f"PEP {number}", title, ("Ada",), None, decision, delivery, word, path, "mail")


def way(number: int, *steps: tuple[int, str], gone: int | None = None, illegal: str = "") -> Timeline:
    """Give the way of a PEP from (day, word) pairs; `illegal` says what is wrong with its last step."""
    found: list[Transition] = []
    before, states = "", States(None, None)
    for day, word in steps:
        after = all_layouts()["pep"].states(word)
        found.append(Transition(day * DAY, f"{day:040}", "Ada", before, word, states, after))
        before, states = word, after
    if illegal:
        found[-1] = replace(found[-1], illegal=illegal)
    return Timeline(
        f"PEP {number}", number, f"peps/pep-{number:04}.rst", "", None, "Ada", steps[0][0] * DAY,
        found[-1].at, None if gone is None else gone * DAY, tuple(found),
    )  # fmt: skip


def reading(*proposals: Proposal, layout: str = "pep", unread: int = 0) -> Reading:
    """Give what was read, and how many documents were no proposals."""
    problems = tuple(Problem(f"{n}.rst", 0, "It is a stub.", code="stub") for n in range(unread))
    return Reading(all_layouts()[layout], "c" * 40, len(proposals) + unread, proposals, problems)


def history(*ways: Timeline, layout: str = "pep") -> History:
    """Give the ways as of NOW."""
    return History(all_layouts()[layout], "c" * 40, NOW, ways)


def known(told: Reading | None = None, ways: History | None = None, **more: Any) -> Known:
    """Give what is known of a repository called moot as of NOW; `more` are other things that are known."""
    repository: Any = SimpleNamespace(updated_at=NOW, name="moot")
    tree: Any = GitTree
    made = Known(repository, 1, tree, 9)
    made.proposals, made.history = told, ways
    made.layout = told.layout if told else None
    for name, value in more.items():
        setattr(made, name, value)
    return made
