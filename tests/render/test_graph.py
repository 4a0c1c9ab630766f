"""The graph: few names, each on a line of its own, the strongest links, the same every time."""

import re
from itertools import pairwise

from folkmoot.model.metric import Better, Shape, Unit
from folkmoot.model.page import Panel, Point
from folkmoot.render.charts.graph import MOST_LINKS, MOST_NAMES, draw, in_line, strongest
from folkmoot.render.voice import Voice

VOICE = Voice()


def links(*pairs: tuple[str, str, float]) -> tuple[Point, ...]:
    return tuple(Point("last 12 months", count, 1, label=one, part=other) for one, other, count in pairs)


def graph(points: tuple[Point, ...]) -> Panel:
    return Panel("g", "G", "?", Unit.ACTS, Better.NEITHER, Shape.GRAPH, points=points)


CROWD = links(*((f"p{a:02d}", f"p{b:02d}", a * b + 1) for a in range(40) for b in range(a)))


def test_a_crowd_stays_readable() -> None:
    drawn = strongest(CROWD)
    names = {name for point in drawn for name in (point.label, point.part)}
    assert len(drawn) == MOST_LINKS
    assert len(names) <= MOST_NAMES
    assert min(point.value for point in drawn) > 900
    assert f"The {MOST_LINKS} strongest of 780 links" in draw(graph(CROWD), VOICE).body()


def test_no_two_names_share_a_line() -> None:
    heights = re.findall(r'<text x="\d+" y="(\d+)" class="e"', draw(graph(CROWD), VOICE).body())
    assert len(heights) > 5
    gaps = [int(b) - int(a) for a, b in pairwise(heights)]
    assert min(gaps) >= 64


def test_who_has_most_to_do_with_each_other_stands_side_by_side() -> None:
    made = links(("Ada", "Zoe", 9), ("Bob", "Zoe", 1), ("Ada", "Bob", 2))
    assert in_line(list(made)) == ["Ada", "Zoe", "Bob"]


def test_the_order_of_the_rows_changes_nothing() -> None:
    assert draw(graph(CROWD), VOICE).body() == draw(graph(CROWD[::-1]), VOICE).body()


def test_more_is_wider() -> None:
    body = draw(graph(links(("Ada", "Bob", 40), ("Bob", "Cleo", 10))), VOICE).body()
    assert 'class="arc4"' in body
    assert 'class="arc1"' in body
    assert "The widest arc stands for 40 acts" in body


def test_one_with_oneself_and_nothing_are_not_drawn() -> None:
    assert draw(graph(links(("Ada", "Ada", 4), ("Ada", "Bob", 0))), VOICE).height == 0


def test_a_name_of_two_words_is_not_cut_short() -> None:
    """There is room for it beside the widest arc that sixteen names can have."""
    body = draw(graph(links(("Wilhelmina Oosterhuis", "Bob", 2))), VOICE).body()
    assert "Wilhelmina Oosterhuis" in body
    assert "…" in draw(graph(links(("Wilhelmina Oosterhuis of the Hall", "Bob", 2))), VOICE).body()
