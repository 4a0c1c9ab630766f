"""`folkmoot explain`: every metric in words, and every other id that a report shows."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from folkmoot.metrics import all_metrics
from folkmoot.model.template import SECTIONS
from folkmoot.views.pages import all_pages
from sources.git.repositories import ADA, Repository, small_history

from .conftest import Call
from .test_forges import dump


def test_lists_every_metric(call: Call) -> None:
    answer = call("explain")
    assert answer.code == 0
    assert all(identifier in answer.out for identifier in all_metrics())


def test_tells_every_section_and_the_sql(call: Call) -> None:
    out = call("explain", "contributor-absence-factor").out
    for heading in (*SECTIONS, "SQL"):
        assert f"\n{heading}\n" in out
    assert "percent = 50" in out


def test_the_sql_alone_is_the_text_that_runs(call: Call) -> None:
    answer = call("explain", "commits", "--sql")
    assert answer.out.split() == all_metrics()["commits"].text().split()


def test_as_json(call: Call) -> None:
    told = json.loads(call("explain", "commits", "--format", "json").out)
    assert told["id"] == "commits"
    assert told["sections"]["Question"]


def test_a_metric_that_is_none(call: Call) -> None:
    answer = call("explain", "karma")
    assert answer.code == 2
    assert "hint:" in answer.err


def test_the_list_as_json(call: Call) -> None:
    told = json.loads(call("explain", "--format", "json").out)
    assert {"id": "commits", "page": "flow"}.items() <= next(
        each for each in told if each["id"] == "commits"
    ).items()


GOVERNED = {
    "CODEOWNERS": "* @ada\n",
    "GOVERNANCE.md": "Maintainers decide by lazy consensus.\n",
    "OWNERS": "approvers:\n- ada\nreviewers:\n- bob\n",
    "LICENSE": "MIT License\n",
    "LICENSES/MIT.txt": "Apache License\nVersion 2.0\n",
    "package.json": '{"name": "moot", "license": "Apache-2.0", "dependencies": {"left-pad": "^1.0.0"}}',
    "rfcs/text/0001-moot.md": "- Feature Name: moot\n- Start Date: 2026-01-02\n- RFC PR: #1\n\n# Summary\n",
    ".github/workflows/ci.yml": "on: push\njobs:\n  a:\n    steps:\n    - uses: actions/checkout@v4\n",
}
DATA = {
    "community", "decisions", "licences", "newcomers", "responsiveness", "reviews", "rfcs", "roles",
    "security", "supply",
}  # fmt: skip
"""Pages whose entries are called after things in the project (paths, packages, numbers) or after outcomes."""


def ids_of(report: dict[str, Any]) -> set[str]:
    """Give every id of every panel of every page, without the names of the project's own things."""
    found = set()
    for page in report["pages"]:
        found.add(page["slug"])
        for panel in page["panels"]:
            found |= {panel["id"], *(finding["id"] for finding in panel["findings"])}
            found |= {name for finding in panel["findings"] for name in finding.get("panels", ())}
            if page["slug"] not in DATA:
                found |= {entry["id"] for entry in panel["entries"] if "/" not in entry["id"]}
    return found


def test_knows_every_id_of_every_panel_of_every_page(
    call: Call, project: Repository, tmp_path: Path, own_folders: Path
) -> None:
    project.commit(ADA, "Govern\n", GOVERNED)
    other = small_history(tmp_path / "mill")
    forge = ("--forge", dump(tmp_path / "d.json.gz"))
    shown: set[str] = set()
    slugs = [word for page in all_pages() for word in ("--page", page)]
    for arguments in (
        (project.place, *forge), (project.place, *forge, *slugs), (project.place, other.place),
        (project.place, other.place, "--together"),
    ):  # fmt: skip
        assert call("report", *arguments, "-o", "all.json").code == 0
        shown |= ids_of(json.loads((own_folders / "all.json").read_text()))
        assert call("report", *arguments, "-o", "all.csv").code == 0
        rows = csv.DictReader((own_folders / "all.csv").read_text().splitlines())
        shown |= {row[name] for row in rows for name in ("page", "panel")}
    assert {"starter-absence", "agenda-1", "roles-held", "compliance-osps", "supply-files", "rfcs"} <= shown
    assert set(all_pages()) <= shown
    for identifier in sorted(shown):
        answer = call("explain", identifier, "--format", "json")
        assert (answer.code, answer.err) == (0, ""), identifier
        assert json.loads(answer.out)["id"] == identifier


def test_another_id_is_told_with_what_it_is_cut_from(call: Call) -> None:
    out = call("explain", "starter-absence").out
    assert "How few people made half of the commits?" in out
    assert "metrics: contributor-absence-factor" in out


def test_only_metrics_have_sql(call: Call) -> None:
    answer = call("explain", "starter-absence", "--sql")
    assert answer.code == 2
    assert "hint: `folkmoot explain contributor-absence-factor --sql`." in answer.err


@pytest.mark.parametrize("columns", [40, 80])
def test_words_are_folded_to_the_terminal(call: Call, columns: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    words, _, _ = call("explain", "openrank").out.partition("\nReferences\n")
    assert max(map(len, words.splitlines())) <= columns
