"""What an agenda may say about security."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from checks.trees import Files
from folkmoot.checks.scorecard.token_permissions import CHECK
from folkmoot.model.check import Check, Evidence, Outcome
from folkmoot.views.guarding.raising import MOST_PLACES, files_of, first_places, raising
from views.guarding.guards import SPOT, found, guard
from views.guarding.test_guard import SUPPRESSED
from views.looking import Aliases, told

WRITING = b"on: push\npermissions: write-all\njobs: {}\n"
SUPPRESSING = (
    '[[suppress]]\nrule = "scorecard-token-permissions"\nreason = "The job is being replaced."\n'
    "until = 2027-01-01\n"
)


def named(*names: str) -> list[Check]:
    """Give checks of these ids, of which nothing else matters."""
    return [replace(CHECK, id=name) for name in names]


def look_at(*findings, count: int = 1, **more):
    """Give a look whose projects are guarded by checks that found this."""
    look = told()
    look.advisories = Path("advisories")
    look.guards = tuple(guard(*findings, project=number, **more) for number in range(count))
    return look


def test_only_a_no_that_points_at_lines_is_raised() -> None:
    shown = found("a", spots=(SPOT,))
    others = [
        found("b"),
        found("c", Outcome.UNKNOWN, spots=(SPOT,)),
        found("d", spots=(Evidence("no file"),)),
    ]
    assert raising(look_at(shown, *others), named("d", "c", "b", "a")) == [shown]


def test_what_is_suppressed_is_not_raised() -> None:
    files = {".folkmoot/checks.toml": SUPPRESSED}
    assert raising(look_at(found("a", spots=(SPOT,)), files=files), named("a")) == []


def test_of_two_places_only_the_one_that_is_not_suppressed_is_left() -> None:
    other = Evidence("may write", "b.yml", 1)
    files = {".folkmoot/checks.toml": SUPPRESSED}
    (left,) = raising(look_at(found("a", spots=(SPOT, other)), files=files), named("a"))
    assert left.spots == (other,)


def test_only_places_that_matter_are_left_and_without_one_nothing() -> None:
    other = Evidence("may read", "b.yml", 1)
    look = look_at(found("a", spots=(SPOT, other)))
    (left,) = raising(look, named("a"), lambda spot: spot == other)
    assert left.spots == (other,)
    assert raising(look, named("a"), lambda _: False) == []


def test_nothing_is_said_about_several_projects() -> None:
    assert raising(told(), named("a")) == []
    assert raising(look_at(found("a", spots=(SPOT,)), count=2), named("a")) == []
    trees = {number: Files({".github/workflows/a.yml": WRITING}) for number in (1, 2)}
    assert raising(told(trees=trees), [CHECK]) == []


def look_first(**files: bytes):
    """Give a look on the way to a first page, at a project with a workflow that may write everything."""
    return told(as_of=1_700_000_000, trees={1: Files({".github/workflows/a.yml": WRITING, **files})})


def test_on_the_way_to_a_first_page_what_is_raised_is_what_a_page_on_security_would_give() -> None:
    first, whole = look_first(), look_first()
    (early,) = raising(first, [CHECK])
    whole.guards = (guard(CHECK.ask(first.grounds[1]), files={}),)
    (late,) = raising(whole, [CHECK])
    assert early == replace(late, risk=CHECK.risk)
    assert [spot.place for spot in early.spots] == [".github/workflows/a.yml:2"]


def test_a_check_is_asked_once() -> None:
    asked = []
    counted = replace(CHECK, decide=lambda ground: asked.append(1) or CHECK.decide(ground))
    look = look_first()
    assert raising(look, [counted]) == raising(look, [counted])
    assert asked == [1]


def test_on_the_way_to_a_first_page_too_what_is_suppressed_is_not_raised() -> None:
    assert raising(look_first(**{".folkmoot/checks.toml": SUPPRESSING.encode()}), [CHECK]) == []


def test_where_names_are_replaced_nothing_that_quotes_files_is_raised() -> None:
    look = look_first()
    look.aliases = Aliases()
    assert raising(look, [CHECK]) == []


def test_files_are_counted_once_and_a_few_places_named() -> None:
    many = [found("a", spots=tuple(Evidence("x", f"{n // 2}.yml", n) for n in range(1, 9)))]
    assert files_of(many) == ["0.yml", "1.yml", "2.yml", "3.yml", "4.yml"]
    assert str(first_places(many)[0]) == "0.yml:1: x"
    assert len(first_places(many)) == MOST_PLACES
