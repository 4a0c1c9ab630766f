"""The page on licences of a report."""

from __future__ import annotations

from checks.trees import tree
from folkmoot.i18n import say
from folkmoot.views.pages.licences import PAGE
from licences.licence_texts import MIT
from views.looking import look_of
from worked_example import example

HISTORY = "when | who | files\n2026-01-03 | Ada | a.py +1"


def test_one_project_is_told_in_a_sentence() -> None:
    look = look_of(example(HISTORY))
    look.trees = {1: tree(contents={"LICENSE": MIT.encode()})}
    assert PAGE.applies(look)
    assert say(PAGE.lede(look)) == "The licence is MIT, and nothing contradicts it."
    assert next(iter(PAGE.more(look))).id == "licences-stated"


def test_several_projects_are_told_apart() -> None:
    look = look_of(example(HISTORY))
    look.trees = {1: tree(contents={"LICENSE": MIT.encode()}), 2: tree("main.c")}
    assert say(PAGE.lede(look)) == "The licences of 2 projects."
    assert {"licences-stated-1", "licences-stated-2"} <= {panel.id for panel in PAGE.more(look)}


def test_without_files_the_page_says_where_they_would_be_read() -> None:
    look = look_of(example(HISTORY))
    assert not PAGE.applies(look)
    assert "`folkmoot report` on a clone reads them" in say(PAGE.lede(look))


def test_nothing_is_read_before_it_is_asked_for() -> None:
    look = look_of(example(HISTORY))
    look.trees = {1: tree(contents={"LICENSE": None})}
    assert look.licensing is look.licensing
    assert PAGE.guards
