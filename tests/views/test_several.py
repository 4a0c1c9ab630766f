"""Projects told apart on one page: panels of their own, or one line each where they are many."""

from __future__ import annotations

from dataclasses import replace

from folkmoot.model.check import Finding, Outcome
from folkmoot.model.coverage import Quality
from folkmoot.model.page import Entry, Panel
from folkmoot.views.several import MOST, MOST_NAMED, agendas_of_several, of_several
from views.looking import panel


def asked(count: int, **more) -> list[tuple[int, str, Panel]]:
    one = replace(panel("licences", []), **more)
    return [(number, f"boats {number}", one) for number in range(1, count + 1)]


def test_the_panel_of_a_single_project_stays() -> None:
    told = asked(1)
    assert of_several(told, 1) == [told[0][2]]


def test_a_few_projects_have_their_own_panels_with_the_project_in_id_and_title() -> None:
    shown = of_several(asked(MOST), MOST)
    assert [one.id for one in shown] == [f"licences-{number}" for number in range(1, MOST + 1)]
    assert str(shown[1].title) == "licences: boats 2"


def test_many_projects_share_one_panel_per_question_with_a_line_each() -> None:
    count = MOST + 1
    both = [*asked(count, headline="The licence is MIT."), (3, "boats 3", panel("headers", []))]
    licences, headers = of_several(both, count)
    assert (licences.id, str(licences.title), len(licences.entries)) == ("licences", "licences", count)
    assert [str(entry.title) for entry in licences.entries[:2]] == ["boats 1", "boats 2"]
    assert licences.entries[0].facts == ("The licence is MIT.",)
    assert f"One line for each of {count} projects" in str(licences.caveat)
    assert [entry.id for entry in headers.entries] == ["headers-3"]


def test_a_line_names_what_wants_a_look_and_counts_the_rest() -> None:
    absent = tuple(Finding(f"f{n}", f"File {n}", Outcome.NO) for n in range(MOST_NAMED + 2))
    there = Finding("there", "README", Outcome.YES)
    few = of_several(asked(MOST + 1, findings=(there, *absent[:2]), headline="1 of 3."), MOST + 1)[0]
    assert [str(fact) for fact in few.entries[0].facts] == ["1 of 3.", "To look at: File 0, File 1."]
    for more, end in ((0, "File 5."), (1, "File 5 and 1 more.")):
        some = of_several(asked(MOST + 1, findings=absent[: MOST_NAMED + more]), MOST + 1)[0]
        assert str(some.entries[0].facts[0]).endswith(end)
    many = of_several(asked(MOST + 1, findings=absent), MOST + 1)[0]
    assert str(many.entries[0].facts[0]).endswith("File 5 and 2 more.")


def test_a_list_without_a_headline_is_counted() -> None:
    shown = of_several(asked(MOST + 1, entries=(Entry("x", "X"),), more=4), MOST + 1)[0]
    assert [str(fact) for fact in shown.entries[0].facts] == ["On its list: 5."]


def test_agendas_of_a_few_go_by_their_project() -> None:
    shown = agendas_of_several(asked(MOST))
    assert [(one.id, one.title) for one in shown][::7] == [
        ("licences-1", "boats 1"),
        ("licences-8", "boats 8"),
    ]


def test_agendas_of_many_are_what_each_raises() -> None:
    raised = (Finding("a", "It is old.", Outcome.NO), Finding("b", "Who knows?", Outcome.UNKNOWN))
    well = Finding("c", "All is well.", Outcome.YES)
    told = asked(MOST + 1, findings=(*raised, well), headline="2 things.")
    told[1] = (2, "boats 2", replace(told[1][2], findings=(well,), headline="Nothing urgent."))
    told[2] = (3, "boats 3", replace(told[2][2], findings=(), headline="", missing="No commit."))
    (shown,) = agendas_of_several(told)
    assert [entry.facts for entry in shown.entries[:3]] == [
        ("It is old.", "Who knows?"), ("Nothing urgent.",), ("No commit.",)
    ]  # fmt: skip
    assert (shown.id, shown.missing) == ("licences", "")


def test_lines_are_as_good_as_the_worst_and_name_every_source() -> None:
    told = asked(MOST + 1, source="git", coverage=Quality.COMPLETE)
    told[1] = (2, "boats 2", replace(told[1][2], source="git, github", coverage=Quality.LOWER_BOUND))
    (shown,) = of_several(told, MOST + 1)
    assert (shown.source, shown.coverage) == ("git, github", Quality.LOWER_BOUND)


def test_what_all_lack_is_said_once() -> None:
    shown = of_several(asked(MOST + 1, missing="Connect the forge."), MOST + 1)[0]
    assert (shown.missing, shown.entries, shown.caveat) == ("Connect the forge.", (), "")


def test_what_some_lack_is_said_in_their_line() -> None:
    told = asked(MOST + 1, headline="Kept.")
    told[4] = (5, "boats 5", replace(told[4][2], headline="", missing="Not knowable."))
    shown = of_several(told, MOST + 1)[0]
    assert shown.missing == ""
    assert shown.entries[4].facts == ("Not knowable.",)


def test_a_day_that_is_not_the_same_for_all_is_the_day_of_none() -> None:
    told = [(n, name, replace(one, freshness=f"2026-01-0{n}", data_until=f"2026-01-0{n}"))
            for n, name, one in asked(MOST + 1)]  # fmt: skip
    shown = of_several(told, MOST + 1)[0]
    assert (shown.freshness, shown.data_until) == ("", f"2026-01-0{MOST + 1}")
    assert of_several(asked(MOST + 1), MOST + 1)[0].freshness == asked(1)[0][2].freshness


def test_a_list_is_counted_only_where_nothing_else_is_said_and_something_is_on_it() -> None:
    listed = of_several(asked(MOST + 1, entries=(Entry("x", "X"),), headline="One thing."), MOST + 1)[0]
    assert listed.entries[0].facts == ("One thing.",)
    assert of_several(asked(MOST + 1), MOST + 1)[0].entries[0].facts == ()


def test_two_projects_are_told_apart() -> None:
    assert [one.id for one in of_several(asked(2), 2)] == ["licences-1", "licences-2"]
