"""What an agenda may say about security."""

from __future__ import annotations

from folkmoot.model.check import Evidence, Outcome
from folkmoot.views.guarding.raising import MOST_PLACES, files_of, first_places, raising
from views.guarding.guards import SPOT, found, guard
from views.guarding.test_guard import SUPPRESSED
from views.looking import told


def look_at(*findings, count: int = 1, **more):
    """Give a look whose projects are guarded by checks that found this."""
    look = told()
    look.guards = tuple(guard(*findings, project=number, **more) for number in range(count))
    return look


def test_only_a_no_that_points_at_lines_is_raised() -> None:
    shown = found("a", spots=(SPOT,))
    others = [
        found("b"),
        found("c", Outcome.UNKNOWN, spots=(SPOT,)),
        found("d", spots=(Evidence("no file"),)),
    ]
    assert raising(look_at(shown, *others), ("d", "c", "b", "a")) == [shown]


def test_what_is_suppressed_is_not_raised() -> None:
    files = {".folkmoot/checks.toml": SUPPRESSED}
    assert raising(look_at(found("a", spots=(SPOT,)), files=files), ("a",)) == []


def test_of_two_places_only_the_one_that_is_not_suppressed_is_left() -> None:
    other = Evidence("may write", "b.yml", 1)
    files = {".folkmoot/checks.toml": SUPPRESSED}
    (left,) = raising(look_at(found("a", spots=(SPOT, other)), files=files), ("a",))
    assert left.spots == (other,)


def test_nothing_is_said_on_the_way_to_a_first_page_or_about_several_projects() -> None:
    assert raising(told(), ("a",)) == []
    assert raising(look_at(found("a", spots=(SPOT,)), count=2), ("a",)) == []


def test_files_are_counted_once_and_a_few_places_named() -> None:
    many = [found("a", spots=tuple(Evidence("x", f"{n // 2}.yml", n) for n in range(1, 9)))]
    assert files_of(many) == ["0.yml", "1.yml", "2.yml", "3.yml", "4.yml"]
    assert str(first_places(many)[0]) == "0.yml:1: x"
    assert len(first_places(many)) == MOST_PLACES
