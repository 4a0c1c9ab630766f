"""The whole report: every page of every kind of project, with no name where none is wanted."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folkmoot.metrics import all_metrics
from folkmoot.model.errors import UsageError
from folkmoot.model.page import Report
from folkmoot.store.database import Connection
from folkmoot.views.agenda_panel import LOOKED_UP_LATER
from folkmoot.views.guarding import deciding, guard
from folkmoot.views.pages import all_pages
from folkmoot.views.plan import always
from folkmoot.views.report import build_report
from supply.advisories.records import database, record
from views.guarding.test_advised import LOCK
from views.looking import Aliases, files
from worked_example import example

LIVELY = """
    when             | who          | files                     | also
    2024-01-03 09:30 | Ada @acme    | src/a.py +10 -2           | co: Bob; signed; signed-off: Ada
    2024-06-04 22:00 | Bob @bolt    | docs/x.md +1; src/b.py +4 | reviewed: Cleo; #1
    2025-03-05       | Cleo         | po/de.po +3               | by: Ada; #2
    2025-09-06       | renovate[bot] | src/a.py +1 -1           |
    2026-02-07       | Ada @acme    | src/a.py +9 -1            |
    2026-02-08       | Ada @acme    | src/a.py +9 -1            | merge
    2026-06-08       | Cleo         | src/c.py +30              | co: Claude
"""
CHANGES = """
    number | who  | opened     | merged     | merger
    1      | Bob  | 2024-06-01 | 2024-06-04 | Ada
    2      | Cleo | 2025-03-01 | 2025-03-05 | Ada
    3      | Dan  | 2026-05-01 |            |
"""
RELEASES = "tag | when\nv1 | 2024-07-01\nv2 | 2025-07-01"
NAMES = {"Ada", "Bob", "Cleo", "Dan", "acme", "bolt"}
TREES = {1: files("README.md", "LICENSE")}


def report(store: Connection, **other: object) -> Report:
    chosen = {"subject": "example", "made_at": "2026-06-15T12:00:00+00:00", "projects": [(1, "example")]}
    return build_report(store, **chosen | other)


def lively() -> Connection:
    return example(LIVELY, changes=CHANGES, releases=RELEASES)


COMMITS = {
    "empty": "",
    "one commit": "when | who\n2026-01-03 | Ada",
    "no changes, no lines": "when | who | files\n2026-01-03 | Ada | a\n2026-03-03 | Bob | a",
    "commits of 1970": "when | who\n1970-01-02 | Ada\n2026-03-03 | Bob",
    "bots only": "when | who\n2026-01-03 | x[bot]\n2026-03-03 | x[bot]",
    "lively": LIVELY,
}


def store_of(kind: str) -> Connection:
    """Give the store of one kind of project."""
    return lively() if kind == "lively" else example(COMMITS[kind])


def texts(thing: object) -> Iterator[str]:
    """Give every text in a report, wherever it stands."""
    if isinstance(thing, str):
        yield thing
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from texts(getattr(thing, each.name))
    elif isinstance(thing, dict):
        yield from (text for pair in thing.items() for part in pair for text in texts(part))
    elif isinstance(thing, tuple | list):
        yield from (text for part in thing for text in texts(part))


@pytest.mark.parametrize("kind", COMMITS)
def test_every_page_of_every_kind_of_project_is_built(kind: str) -> None:
    made = report(store_of(kind), trees=TREES)
    assert [page.slug for page in made.pages] == [
        s for s, plan in all_pages().items() if plan.applies is always or (plan.guards and kind != "empty")
    ]
    for page in made.pages:
        assert str(page.lede)
        for panel in page.panels:
            told = panel.points or panel.findings or panel.entries or panel.missing or panel.headline
            assert told or panel.id == "agenda", panel.id
            assert not (panel.points and panel.missing), panel.id


@pytest.mark.parametrize("kind", COMMITS)
def test_every_panel_has_an_id_of_its_own(kind: str) -> None:
    ids = [panel.id for page in report(store_of(kind), trees=TREES).pages for panel in page.panels]
    assert len(set(ids)) == len(ids)


def test_every_metric_appears_on_its_page_in_its_order() -> None:
    for page in report(lively()).pages:
        known = [panel.id for panel in page.panels if panel.id in all_metrics()]
        expected = [m.id for m in all_metrics().values() if m.page == page.slug and m.id != "hard-forks"]
        assert known == expected


def test_under_pseudonyms_no_name_is_left_anywhere() -> None:
    words = " ".join(texts(report(lively(), pseudonyms=Aliases(), trees=TREES)))
    assert not {name for name in NAMES if name in words}


def test_without_pseudonyms_organisations_are_named() -> None:
    assert "acme" in " ".join(texts(report(lively())))


def test_a_report_says_whether_it_is_pseudonymous() -> None:
    assert report(example("")).pseudonymous is False
    assert report(example(""), pseudonyms=Aliases()).pseudonymous is True


def test_the_report_carries_what_it_was_asked() -> None:
    made = report(example(""), subject="The example")
    assert (made.subject, made.made_at) == ("The example", "2026-06-15T12:00:00+00:00")


def test_no_number_says_infinity_or_not_a_number() -> None:
    values = [
        value
        for page in report(lively()).pages
        for panel in page.panels
        for point in panel.points
        for value in (point.value, point.low, point.high)
        if value is not None
    ]
    assert all(-1e15 < value < 1e15 for value in values)
    assert values


def test_shares_lie_between_nothing_and_everything() -> None:
    shares = [
        point.value
        for page in report(lively()).pages
        for panel in page.panels
        if panel.unit == "share"
        for point in panel.points
        if point.value is not None
    ]
    assert shares
    assert all(0 <= share <= 1 for share in shares)


def test_the_past_can_be_looked_at() -> None:
    at_new_year = 1_735_732_800  # 2025-01-01 12:00
    people = report(lively(), as_of={1: at_new_year}).pages[0]
    assert "2 commits, the newest of 2024-06-04" in str(people.lede)


def test_asking_twice_gives_the_same() -> None:
    store = lively()
    assert report(store) == report(store)


@settings(max_examples=12, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.dates(min_value=date(2020, 1, 1), max_value=date(2026, 6, 1)),
            st.sampled_from(["Ada", "Bob @acme", "x[bot]"]),
            st.sampled_from(["a.py +1", "docs/a.md", "po/fr.po +3 -3", ""]),
            st.sampled_from(["", "merge", "co: Cleo", "signed"]),
        ),
        max_size=8,
    )
)
def test_any_history_gives_a_report(commits: list[tuple[object, ...]]) -> None:
    table = "\n".join(["when | who | files | also", *(" | ".join(map(str, row)) for row in commits)])
    with example(table) as store:
        made = report(store, trees=TREES)
    for text in texts(made):
        assert "nan" not in text.split()
    assert {panel.freshness for page in made.pages for panel in page.panels if panel.sql} <= {"2026-06-15"}


def test_only_the_pages_asked_for_are_made() -> None:
    whole = {page.slug: page for page in report(lively()).pages}
    (rhythm,) = report(lively(), slugs=["rhythm"]).pages
    assert rhythm == whole["rhythm"]


def test_a_page_that_is_none_is_named() -> None:
    with pytest.raises(UsageError, match="weather"):
        report(lively(), slugs=["weather"])


def test_pages_that_guard_are_in_the_whole_report_and_no_first_page_waits_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked = []
    decide = deciding.guard_findings
    monkeypatch.setattr(guard, "guard_findings", lambda *more: asked.append(1) or decide(*more))
    workflow = b"on: push\npermissions: write-all\njobs: {}\n"
    trees = {1: files("LICENSE", **{".github/workflows/a.yml": workflow})}
    first = report(lively(), trees=trees, slugs=("overview",))
    assert ([page.slug for page in first.pages], asked) == (["overview"], [])
    whole = report(lively(), trees=trees)
    assert {"security", "compliance"} <= {page.slug for page in whole.pages}
    assert asked == [1]
    assert "tokens-write" in [finding.id for finding in whole.pages[0].panels[0].findings]
    assert first.pages[0] == whole.pages[0]


def test_what_takes_long_to_look_up_comes_after_the_first_page_which_says_so(tmp_path: Path) -> None:
    trees = {1: files("LICENSE", **{"Cargo.lock": LOCK.encode()})}
    advisories = database(tmp_path, record(ecosystem="crates.io"))
    early, late = (
        report(lively(), trees=trees, slugs=("overview",), advisories=advisories, is_early=is_early)
        .pages[0]
        .panels[0]
        for is_early in (True, False)
    )
    assert [str(note) for note in early.coverage_notes] == [LOOKED_UP_LATER]
    assert "known-holes" not in [finding.id for finding in early.findings]
    assert late.coverage_notes == ()
    assert "known-holes" in [finding.id for finding in late.findings]
    assert report(lively(), trees=trees, is_early=True).pages[0].panels[0].coverage_notes == ()


def test_several_side_by_side_are_asked_all_that_one_would_be(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def compared(_connection: object, *words: object, **more: object) -> tuple[()]:
        asked.extend([*words, more])
        return ()

    monkeypatch.setattr("folkmoot.views.compare.compared", compared)
    projects, trees, aliases, file = [(1, "a"), (2, "b")], {1: files("a")}, Aliases(), Path("advisories")
    build_report(
        example(""), subject="both", made_at="", projects=projects, trees=trees, pseudonyms=aliases,
        as_of={1: 9}, groups={"g": [1, 2]}, parameters={"days": 3}, response_days=7, advisories=file,
        is_early=True,
    )  # fmt: skip
    rest = {"groups": {"g": [1, 2]}, "parameters": {"days": 3}, "advisories": file, "is_early": True}
    assert asked == [projects, trees, aliases, {1: 9}, 7, rest]
