"""Half of the work from one or two people."""

from folkmoot.model.coverage import Quality
from folkmoot.model.page import Point
from folkmoot.views.agenda.few_carry_it import raised
from views.looking import ALL_TIME, LAST_YEAR, look_of, panel, told
from worked_example import example


def look(people: float, commits: int, *, everybody: int = 9, always: float = 4):
    return told(
        panel(
            "contributor-absence-factor", [Point(ALL_TIME, always, 999), Point(LAST_YEAR, people, commits)]
        ),
        panel("contributor-types", [Point(LAST_YEAR, everybody, commits, label="core")]),
    )


def test_one_and_two_people_are_raised_with_their_numbers() -> None:
    one, two = raised(look(1, 50)), raised(look(2, 50))
    assert str(one.title) == "At least half of the last 12 months' 50 commits came from one person."
    assert str(two.title) == "Half of the last 12 months' 50 commits came from two people."
    assert [str(text) for text in two.evidence] == [
        "9 people wrote commits in those 12 months.",
        "Over all time, half came from 4 people.",
    ]


def test_two_are_not_where_it_has_never_been_more() -> None:
    assert raised(look(2, 500, always=2)) is None
    assert raised(look(2, 500, always=1)) is None
    assert raised(look(2, 500, always=3)) is not None


def test_three_people_are_not() -> None:
    assert raised(look(3, 500)) is None


def test_few_commits_say_little() -> None:
    assert raised(look(1, 49)) is None


def test_a_lone_author_is_not_told_about_half() -> None:
    finding = raised(look(1, 50, everybody=1, always=1))
    assert str(finding.title) == "Every commit of the last 12 months came from one person."
    assert finding.evidence == ()


def test_what_was_never_otherwise_is_not_compared() -> None:
    assert len(raised(look(1, 50, always=1)).evidence) == 1


def test_it_is_raised_on_a_real_history() -> None:
    rows = [f"2026-0{n % 5 + 1}-{n // 5 + 1:02d} | Ada" for n in range(50)]
    store = example("\n".join(["when | who", *rows, "2026-05-20 | Bob"]))
    assert "one person" in str(raised(look_of(store)).title)


def test_what_is_not_known_raises_nothing() -> None:
    assert raised(told(panel("contributor-absence-factor", [Point(LAST_YEAR, None, 500)]))) is None
    assert raised(told()) is None


def test_two_people_who_wrote_it_all_are_counted() -> None:
    finding = raised(look(1, 50, everybody=2, always=1))
    assert [str(text) for text in finding.evidence] == ["2 people wrote commits in those 12 months."]


def test_fewer_or_as_many_over_all_time_are_not_worth_a_word() -> None:
    assert not any("all time" in str(text) for text in raised(look(1, 50, always=1)).evidence)
    assert any("all time" in str(text) for text in raised(look(1, 50, always=2)).evidence)


def test_without_all_of_time_the_year_speaks_alone() -> None:
    shown = told(panel("contributor-absence-factor", [Point(LAST_YEAR, 1, 50)]))
    assert raised(shown).evidence == ()


def young(people: float, *, everybody: int, coverage: Quality = Quality.COMPLETE):
    points = [Point(ALL_TIME, people, 60), Point(LAST_YEAR, people, 60)]
    return told(
        panel("contributor-absence-factor", points, coverage=coverage),
        panel("contributor-types", [Point(LAST_YEAR, everybody, 60, label="core")]),
    )


def test_a_history_of_less_than_a_year_is_told_as_a_whole() -> None:
    alone, one = raised(young(1, everybody=1)), raised(young(1, everybody=4))
    assert str(alone.title) == "Every commit so far came from one person."
    assert str(one.title) == "At least half of the 60 commits so far came from one person."
    assert [str(text) for text in one.evidence] == ["4 people wrote them."]
    assert raised(young(2, everybody=4)) is None


def test_what_a_shallow_clone_lacks_may_be_older() -> None:
    finding = raised(young(1, everybody=1, coverage=Quality.LOWER_BOUND))
    assert str(finding.title) == "Every commit of the last 12 months came from one person."
