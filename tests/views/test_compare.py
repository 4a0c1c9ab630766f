"""Several projects side by side, and the same ones as one community."""

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.metric import Label, Shape
from folkmoot.model.page import Page, Panel
from folkmoot.store.database import Connection
from folkmoot.views.report import build_report
from views.looking import files
from worked_example import day, example

LEFT_AND_RIGHT = [(1, "left"), (2, "right")]


@pytest.fixture(scope="module")
def store() -> Connection:
    """Left has Ada in January and February 2026, right has Ada and Bob in March."""
    made = example("""
        when       | who
        2026-01-03 | Ada
        2026-02-03 | Ada
        2026-03-03 | Ada
        2026-03-04 | Bob
    """)
    made.execute("update project set name = 'left'")
    made.execute("insert into project values (2, 'right', 'made for a test')")
    made.execute("update commit_fact set project = 2 where commit > 2")
    made.execute(
        "insert into coverage select 2, source, since, until, 'sampled', 'Half of it.' from coverage"
    )
    return made


def pages(store: Connection, **other: object) -> dict[str, Page]:
    made = build_report(store, subject="both", made_at="", projects=LEFT_AND_RIGHT, **other)
    return {page.slug: page for page in made.pages}


def panel(store: Connection, page: str, identifier: str, **other: object) -> Panel:
    return next(panel for panel in pages(store, **other)[page].panels if panel.id == identifier)


def test_points_are_labelled_by_project(store: Connection) -> None:
    shown = panel(store, "people", "active-contributors")
    assert {(p.label, p.period, p.value) for p in shown.points if p.value} == {
        ("left", "2026-01", 1), ("left", "2026-02", 1), ("right", "2026-03", 2),
    }  # fmt: skip


def test_each_project_is_looked_at_alone(store: Connection) -> None:
    shown = panel(store, "people", "contributor-absence-factor")
    values = {point.label: point.value for point in shown.points if point.period == "all time"}
    assert values == {"left": 1, "right": 1}


def test_a_metric_with_labels_gives_a_panel_for_each(store: Connection) -> None:
    shown = panel(store, "flow", "commits-commits")
    assert str(shown.title) == "Commits: commits"
    assert {point.label for point in shown.points} == {"left", "right"}


def test_only_what_compares_is_compared(store: Connection) -> None:
    ids = {shown.id for page in pages(store).values() for shown in page.panels}
    for metric in all_metrics().values():
        if metric.shape not in {Shape.SERIES, Shape.SINGLE} and metric.label is not Label.PROJECT:
            assert not any(each == metric.id or each.startswith(f"{metric.id}-top") for each in ids)


def test_ids_are_still_one_of_a_kind(store: Connection) -> None:
    trees = {1: files("README.md"), 2: files("LICENSE")}
    ids = [shown.id for page in pages(store, trees=trees).values() for shown in page.panels]
    assert len(set(ids)) == len(ids)


def test_each_agenda_says_what_it_says_alone_about_security(store: Connection) -> None:
    workflow = b"on: push\npermissions: write-all\njobs: {}\n"
    trees = {1: files("README.md"), 2: files("README.md", **{".github/workflows/a.yml": workflow})}
    left, right = pages(store, trees=trees)["overview"].panels[:2]
    assert "tokens-write" not in [finding.id for finding in left.findings]
    assert "tokens-write" in [finding.id for finding in right.findings]


def test_each_project_keeps_its_agenda_and_its_files(store: Connection) -> None:
    made = pages(store, trees={1: files("README.md"), 2: files("LICENSE")})
    assert [shown.title for shown in made["overview"].panels][:2] == ["left", "right"]
    found = {
        shown.id: {f.id for f in shown.findings if f.outcome == "yes"} for shown in made["community"].panels
    }
    assert found == {"community-files-1": {"readme"}, "community-files-2": {"licence"}}


def test_what_no_project_can_answer_stays_missing(store: Connection) -> None:
    shown = panel(store, "releases", "release-frequency")
    assert shown.points == ()
    assert shown.missing


def test_the_worst_coverage_counts_for_all(store: Connection) -> None:
    shown = panel(store, "people", "active-contributors")
    assert shown.coverage == "sampled"
    assert [str(note) for note in shown.coverage_notes] == ["right: Half of it."]


def test_hard_forks_are_sought_among_all(store: Connection) -> None:
    assert "No two of these projects" in str(panel(store, "overview", "hard-forks").missing)


def test_what_is_compared_is_said_where_readers_begin_and_not_on_every_page(store: Connection) -> None:
    ledes = {page.slug: str(page.lede) for page in pages(store).values() if page.lede}
    said = "2 projects side by side, each counted by itself, as of 2026-06-15."
    assert ledes == {"overview": said, "compare": said}


def test_projects_known_until_different_days_are_said_to_be(store: Connection) -> None:
    moments = {1: day("2026-02-20"), 2: day("2026-03-20")}
    lede = str(pages(store, as_of=moments)["overview"].lede)
    assert lede == (
        "2 projects side by side, each counted by itself and as of the last day that is known of it: the "
        "earliest 2026-02-20, the latest 2026-03-20."
    )
    groups = pages(store, as_of=moments, groups={"one": [1], "two": [2]})
    assert "groups of projects side by side" in str(groups["overview"].lede)
    assert "the earliest 2026-02-20" in str(groups["overview"].lede)


def test_together_they_are_one_community(store: Connection) -> None:
    made = pages(store, together=True)
    assert "2 people have contributed since 2026-01-03; 4 commits" in str(made["overview"].lede)
    shown = panel(store, "people", "active-contributors", together=True)
    assert {point.label for point in shown.points} == {""}


def test_each_project_ends_at_its_own_moment(store: Connection) -> None:
    """Left was last fetched in February: its March is unknown, not empty. Right knows March."""
    moments = {1: day("2026-02-20"), 2: day("2026-03-20")}
    shown = panel(store, "people", "active-contributors", as_of=moments)
    newest = {name: max(p.period for p in shown.points if p.label == name) for name in ("left", "right")}
    assert newest == {"left": "2026-02", "right": "2026-03"}


def test_groups_are_columns_and_each_is_one_community(store: Connection) -> None:
    """Left alone has Ada; both together have Ada and Bob, who are two in March and not three."""
    made = pages(store, groups={"one": [1], "all": [1, 2]})
    found = next(one for page in made.values() for one in page.panels if one.id == "active-contributors")
    assert {point.label for point in found.points} == {"one", "all"}
    march = {point.label: point.value for point in found.points if point.period == "2026-03"}
    assert march["all"] == 2
    assert "groups of projects side by side" in str(made["overview"].lede)


def test_parameters_of_the_community_are_used_in_every_column(store: Connection) -> None:
    made = pages(store, parameters={"rest_days": "1, 2, 3, 4, 5, 6, 7"})
    found = next(one for one in made["rhythm"].panels if one.id == "weekend-work")
    assert dict(found.parameters) == {"rest_days": "1, 2, 3, 4, 5, 6, 7"}


def test_projects_of_one_name_are_told_apart(store: Connection) -> None:
    store.execute("update project set name = 'left'")
    made = build_report(store, subject="both", made_at="", projects=[(1, "left"), (2, "left")])
    found = next(one for page in made.pages for one in page.panels if one.id == "active-contributors")
    assert {point.label for point in found.points} == {"left", "left (2)"}


def test_projects_of_one_name_go_by_their_folders_on_every_page() -> None:
    made = example("when | who | project\n2026-01-03 | Ada | 1\n2026-01-04 | Bob | 2")
    made.execute("update project set name = 'core', origin = '/srv/' || ['a', 'b'][project] || '/core/.git'")
    trees = {1: files("README.md"), 2: files("LICENSE")}
    shown = build_report(made, subject="", made_at="", projects=[(1, "core"), (2, "core")], trees=trees)
    titles = [
        str(one.title) for page in shown.pages for one in page.panels if one.id.startswith("community-")
    ]
    assert [title.partition(": ")[2] for title in titles] == ["core (a)", "core (b)"]


def test_a_project_without_commits_is_named_where_it_is_missing(store: Connection) -> None:
    store.execute("insert into project values (3, 'empty', 'made for a test')")
    asked = [*LEFT_AND_RIGHT, (3, "empty")]
    (made,) = build_report(store, subject="", made_at="", projects=asked, slugs=("compare",)).pages
    told = [shown for shown in made.panels if shown.points]
    assert told
    assert all(
        "empty is not in this figure. There is no commit" in str(one.coverage_notes[-1]) for one in told
    )
    store.execute("delete from project where project = 3")


def test_the_same_repository_twice_is_said_to_be() -> None:
    made = example("when | who | project\n2026-01-03 | Ada | 1\n2026-01-03 | Ada | 2")
    assert panel(made, "overview", "hard-forks").coverage_notes == ()
    made.execute("update commit_fact set sha = 'one'")
    said = [str(note) for note in panel(made, "overview", "hard-forks").coverage_notes]
    assert said == ["The same history, read at more than one place: left, right."]


def test_a_figure_of_different_days_names_none_of_them(store: Connection) -> None:
    ends = {1: day("2026-02-20"), 2: day("2026-04-01")}
    assert panel(store, "people", "active-contributors", as_of=ends).freshness == ""
    same = dict.fromkeys(ends, day("2026-04-01"))
    assert panel(store, "people", "active-contributors", as_of=same).freshness == "2026-04-01"


def test_a_figure_names_the_sources_of_all_projects() -> None:
    items = "project | item | who | opened\n1 | !1 | Ada | 2026-01-05"
    made = example("when | who | project\n2026-01-03 | Ada | 1\n2026-01-04 | Bob | 2", items=items)
    shown = panel(made, "flow", "changes-opened")
    assert shown.source == "test, git"


def test_the_page_compare_has_the_starter_model_of_all(store: Connection) -> None:
    """The numbers are those of the pages that tell them in full."""
    made = pages(store)
    ids = [shown.id for shown in made["compare"].panels]
    assert {"starter-absence", "starter-contributors-new"} & set(ids)
    (absence,) = [shown for shown in made["compare"].panels if shown.id == "starter-absence"]
    told = {(point.label, point.period): point.value for point in absence.points}
    assert told[("left", "all time")] == told[("right", "all time")] == 1
    assert list(made)[:2] == ["overview", "compare"]


def test_one_project_alone_has_nothing_to_compare_with(store: Connection) -> None:
    alone = LEFT_AND_RIGHT[:1]
    assert "compare" not in [
        page.slug for page in build_report(store, subject="", made_at="", projects=alone).pages
    ]
    (asked,) = build_report(store, subject="", made_at="", projects=alone, slugs=("compare",)).pages
    assert "several" in str(asked.lede)
    assert asked.panels == ()
