"""Reports on real histories: what every panel of every page must hold, whatever the project.

The clones are `<owner>+<name>/repo` in the folder that FOLKMOOT_REAL_REPOSITORIES names, or in `.mirror`
beside the project; skipped where they are not at hand. A plain clone, as most people have it, is made of one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from folkmoot.model.check import Outcome
from folkmoot.model.metric import Shape, Unit
from folkmoot.model.page import Panel, Report
from folkmoot.render import render
from folkmoot.sources import clock
from folkmoot.sources.git.repository import Options, open_repository
from folkmoot.store.database import connect
from folkmoot.store.sync import sync
from folkmoot.views.landing import NO_HEADS, NO_MERGES
from folkmoot.views.missing import NOTHING
from folkmoot.views.report import build_report
from folkmoot.views.small_groups import LEFT_OUT, LEFT_OUT_ALL, LEFT_OUT_YEAR
from sources.git.repositories import git

PROJECT = Path(__file__).parents[2]
REAL = Path(os.environ.get("FOLKMOOT_REAL_REPOSITORIES") or PROJECT.parent / ".mirror")
SMALL = 300_000
"""Bytes a whole report may have."""

pytestmark = pytest.mark.shared_data


def real(name: str) -> Path:
    place = REAL / name / "repo"
    if not place.is_dir():
        pytest.skip(f"{name} is not at hand")
    return place


def report_on(place: Path, store: Path) -> Report:
    with open_repository(str(place), Options()) as opened:
        synced = sync(store, opened)
        with connect(store, read_only=True) as connection:
            return build_report(
                connection,
                subject=synced.name,
                made_at=clock.moment().isoformat(),
                projects=[(synced.project, synced.name)],
                trees={synced.project: opened.tree},
                as_of={synced.project: synced.updated_at},
            )


@pytest.fixture(
    scope="module", params=["pallets+flask", "quicwg+datagram", "transparency-dev+merkle", "plain clone"]
)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("real")
    if request.param != "plain clone":
        return report_on(real(request.param), folder / "s.duckdb")
    git(folder, "clone", "--quiet", "--bare", f"file://{real('pallets+flask')}", "plain")
    return report_on(folder / "plain", folder / "s.duckdb")


def panels(report: Report) -> Iterator[Panel]:
    for page in report.pages:
        yield from page.panels


def test_no_panel_is_empty_without_saying_why(report: Report) -> None:
    silent = [
        panel.id
        for panel in panels(report)
        if not panel.missing
        and not panel.headline
        and not panel.findings
        and not panel.entries
        and not any(point.value is not None for point in panel.points)
    ]
    assert silent == []


def test_years_of_history_are_not_called_too_little(report: Report) -> None:
    assert [panel.id for panel in panels(report) if panel.missing == NOTHING] == []


def test_a_project_that_merges_changes_is_not_said_to_merge_none(report: Report) -> None:
    assert [panel.id for panel in panels(report) if panel.missing == NO_MERGES] == []


def test_only_a_plain_clone_lacks_how_changes_began(report: Report, request: pytest.FixtureRequest) -> None:
    is_plain = "plain clone" in request.node.name
    assert any(panel.missing == NO_HEADS for panel in panels(report)) is is_plain


def test_a_whole_clone_has_no_notes_on_what_it_lacks(report: Report) -> None:
    """What is left out lest few people be watched is lacking in no clone."""
    withheld = {LEFT_OUT, LEFT_OUT_YEAR, LEFT_OUT_ALL}
    notes = {note for panel in panels(report) for note in panel.coverage_notes}
    assert {str(note) for note in notes if getattr(note, "text", note) not in withheld} == set()


def test_shares_are_shares_and_come_with_how_many(report: Report) -> None:
    for panel in panels(report):
        for point in panel.points:
            if panel.unit is Unit.SHARE and point.value is not None:
                assert 0 <= point.value <= 1, panel.id
                assert point.n >= 1, panel.id


def test_what_is_over_is_told_from_what_is_not(report: Report) -> None:
    """Of a series only its last period can still be running."""
    for panel in panels(report):
        if panel.shape is Shape.SERIES and panel.points:
            last = max(point.period for point in panel.points if point.period[:1].isdigit())
            assert {point.period for point in panel.points if not point.complete} <= {last}, panel.id


def test_the_agenda_is_short_and_says_what_to_do(report: Report) -> None:
    (agenda,) = (panel for panel in panels(report) if panel.id == "agenda")
    assert 1 <= len(agenda.findings) <= 7
    for finding in agenda.findings:
        assert finding.why
        assert bool(finding.remedy) is (finding.outcome is not Outcome.YES)


def test_the_page_is_small_and_names_every_panel(report: Report) -> None:
    html = render(report, "html")
    assert len(html.encode()) < SMALL
    assert all(f'id="{panel.id}"' in html for panel in panels(report))
