"""Under `--pseudonyms` nothing personal is left in any format; an export never claims to be pseudonymous."""

from __future__ import annotations

import html
import json
from pathlib import Path
from urllib.parse import quote

import pytest

from folkmoot.store.database import connect
from folkmoot.store.people import resolve_people
from folkmoot.store.writer import writing
from sources.git.repositories import Repository

from .conftest import Call

FORMATS = ("html", "json", "csv", "markdown", "text")
PEOPLE = [(f"Zo\u00eb{n} Quux{n}", f"zoe{n}@quux{n}.example", f"zq{n}login") for n in range(1, 7)]
DAY = 86_400


def name_of(n: int) -> str:
    """Give the words of a title that names somebody twice."""
    name, _, login = PEOPLE[n % 6]
    return f"{name} said to @{login}"


@pytest.fixture
def made(call: Call, tmp_path: Path) -> tuple[Repository, Path]:
    """Give a repository of six people who hold roles, are named in files and texts, and met on a forge."""
    owners = "".join(f"* @{login}\n" for _, _, login in PEOPLE)
    maintainers = "# Maintainers\n\n" + "".join(
        f"- {name} (@{login}) <{mail}>\n" for name, mail, login in PEOPLE
    )
    repository = Repository.create(tmp_path / "project")
    for number, (name, mail, login) in enumerate(PEOPLE * 2):
        text = f"Thank {name} and @{login}\n\nReviewed-by: {PEOPLE[0][0]} <{PEOPLE[0][1]}>\n"
        repository.commit(f"{name} <{mail}>".encode(), text, {
            "CODEOWNERS": owners, "MAINTAINERS.md": maintainers, f"{login}/{number}.md": "x\n",
            "SECURITY.md": f"Write to {mail}\n",
        })  # fmt: skip
    repository.tag("v1.0", at=repository.at)
    store = tmp_path / "s.duckdb"
    assert call("sync", repository.place, "--store", store).code == 0
    now = repository.at
    with writing(store) as connection:
        run = connection.execute
        run("insert into coverage values (1, 'github', 1, ?, 'complete', '')", [now])
        run("insert into forge_state values (1, 'github', 'web', 'https://github.com/zq1login/project')")
        for n, (name, _, login) in enumerate(PEOPLE, start=1):
            run("insert into identity values (?, 'github.com', ?, ?)",
                [n, name, f"{login}@users.noreply.github.com"])  # fmt: skip
            run("insert into account values (?, 'github.com', ?, 0)", [n, login])
        for n in range(1, 25):
            at = now - n * DAY
            run("insert into item_fact values (1, 0, ?, ?, 'github', ?, 'NONE', ?, ?, 0, 0, 0, 0, 0, '', '', "
                "?, 0, 0, 0)",
                [n, f"github:i{n}", n % 6 + 1, f"As {name_of(n)}", at, at])  # fmt: skip
            run("insert into remark_fact values (1, 0, ?, ?, 'github', 'comment', '', ?, 'NONE', ?, 30, 0)",
                [n, f"github:c{n}", (n + 2) % 6 + 1, at + 60])  # fmt: skip
            run("insert into act_fact values (1, ?, 'github', 'fork', ?, ?, ?)",
                [f"github:f{n}", n % 6 + 1, at, f"{PEOPLE[n % 6][2]}/project"])  # fmt: skip
        resolve_people(connection)
    return repository, store


def found(text: str, shas: list[str]) -> list[str]:
    """Give everything personal that stands in a text, however it is written; ids of commits too."""
    low = text.casefold()
    words = [word for person in PEOPLE for word in person] + [f"quux{n}" for n in range(1, 7)]
    forms = {form.casefold() for word in words
             for form in (word, html.escape(word), quote(word), json.dumps(word)[1:-1])}  # fmt: skip
    return sorted(form for form in forms if form in low) + [sha for sha in shas if sha[:8] in low]


def shas_of(store: Path) -> list[str]:
    with connect(store, read_only=True) as connection:
        return [sha for (sha,) in connection.execute("select sha from commit_fact").fetchall()]


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_of_a_report_names_anybody(call: Call, made: tuple[Repository, Path], form: str) -> None:
    repository, store = made
    told = call(
        "report", repository.place, "--store", store, "--format", form, "--output", "-", "--pseudonyms"
    )
    assert told.code == 0, told.err
    assert found(told.out, shas_of(store)) == []
    plainly = call("report", repository.place, "--store", store, "--format", form, "--output", "-")
    assert found(plainly.out, []), "the test looks where names are"


@pytest.mark.parametrize(
    "panel", ["collaboration-people", "contributor-absence-factor", "review-load", "forks"]
)
@pytest.mark.parametrize("how", [[], ["--badge"]], ids=["chart", "badge"])
def test_no_chart_and_no_badge_does(
    call: Call, made: tuple[Repository, Path], panel: str, how: list[str]
) -> None:
    repository, store = made
    told = call("panel", panel, repository.place, "--store", store, "--pseudonyms", *how)
    if told.code == 2:
        pytest.skip("this report has no such panel")
    assert found(told.out, shas_of(store)) == []


@pytest.mark.parametrize("form", ["text", "csv", "json"])
def test_no_event_behind_a_number_does(call: Call, made: tuple[Repository, Path], form: str) -> None:
    repository, store = made
    for metric in ("commits", "forks", "issues-opened", "review-load", "releases-monthly"):
        told = call("events", repository.place, "--metric", metric, "--store", store, "--format", form,
                    "--pseudonyms")  # fmt: skip
        assert found(told.out, shas_of(store)) == []


def test_an_export_never_says_that_it_is_pseudonymous(
    call: Call, made: tuple[Repository, Path], tmp_path: Path
) -> None:
    """Commit ids and exact times lead back to people."""
    _, store = made
    told = call("export", tmp_path / "out", "--store", store)
    assert told.code == 0, told.err
    said = (told.out + told.err).casefold()
    assert "pseudonym" not in said
    assert "lead back" in said
