"""Every id that a report shows can be asked about, and what is told agrees with what is shown."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

import folkmoot.views
from folkmoot.checks import all_checks
from folkmoot.govern.audit.rules import all_rules
from folkmoot.metrics import all_metrics
from folkmoot.model.errors import UsageError
from folkmoot.store.inventory import CLASSES
from folkmoot.views import agenda
from folkmoot.views.explaining import explained
from folkmoot.views.pages import all_pages
from folkmoot.views.profiles import all_profiles

TOLD = tomllib.loads(files("folkmoot.views.explaining").joinpath("panels.toml").read_text("utf-8"))
VIEWS = Path(folkmoot.views.__file__).parent
IDENTIFIER = re.compile(r"[a-z]+(?:-[a-z]+)+|agenda|governing")
MAKES = re.compile(r"_?panel(?:_on)?|Panel|waiting_panel|_cut")
ASKS = {"panel"}
"""What only asks for a metric's panel, by its id."""


def made_by_hand() -> Iterator[tuple[str, list[str]]]:
    """Give (id, the words beside it) of every panel that the sources of the views make by name."""
    for path in sorted(VIEWS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            called = getattr(node, "func", None)
            name = getattr(called, "id", None) or getattr(called, "attr", "")
            if not isinstance(node, ast.Call) or not MAKES.fullmatch(name) or name in ASKS:
                continue
            values = [*node.args, *(word.value for word in node.keywords if word.arg in FIELDS)]
            words = [each.value for each in values if isinstance(each, ast.Constant)]
            texts = [word for word in words if isinstance(word, str)]
            for word in texts:
                if IDENTIFIER.fullmatch(word) and word not in all_metrics():
                    yield word, texts


FIELDS = {"id", "identifier", "title", "question"}


def test_every_panel_made_by_hand_is_told_of() -> None:
    found = {identifier for identifier, _ in made_by_hand()}
    assert len(found) > 40
    assert {name for name in found if explained(name).kind != "panel"} == set()


def test_titles_and_questions_are_those_of_the_panels() -> None:
    shown: dict[str, set[str]] = {}
    for identifier, texts in made_by_hand():
        shown.setdefault(identifier, set()).update(texts)
    for identifier, words in shown.items():
        told = explained(identifier)
        questions = {word for word in words if word.endswith("?")}
        assert not questions or told.sections["Question"] in questions, identifier
        titles = {word for word in words if word[:1].isupper()} - questions
        assert not titles or any(title.startswith(told.title) for title in titles), identifier


def test_nothing_is_told_of_what_no_page_makes() -> None:
    source = "\n".join(path.read_text("utf-8") for path in VIEWS.rglob("*.py"))
    gone = [name for name in TOLD if name.removeprefix("compliance-") not in source]
    assert gone == []
    assert {row["page"] for row in TOLD.values()} <= set(all_pages())
    assert {name for row in TOLD.values() for name in row.get("metrics", ())} <= set(all_metrics())


def test_whatever_has_an_id_is_known() -> None:
    questions = [question.id for profile in all_profiles().values() for question in profile.questions]
    known = [
        *all_metrics(), *all_checks(), *all_rules(), *all_pages(), *(rule.id for rule in agenda.all_rules()),
        *questions, *(f"privacy-{one.id}" for one in CLASSES),
        *(f"compliance-{name}" for name in all_profiles()),
    ]  # fmt: skip
    assert all(explained(identifier).title for identifier in known)


@pytest.mark.parametrize(
    ("identifier", "title", "noted"),
    [
        ("starter-absence-2", "Contributor absence factor", "one of several repositories"),
        ("agenda-7", "Agenda", "one of several repositories"),
        ("commits-merges", "Commits", "its part “merges”"),
        ("starter-contributors-came-back", "Contributors who came", "its part “came-back”"),
        ("conflict:left-pad", "A licence that conflicts", "its name"),
        ("reuse-bare", "A rule of REUSE", "not kept"),
    ],
)
def test_ids_that_go_on_are_told_by_their_beginning(identifier: str, title: str, noted: str) -> None:
    told = explained(identifier)
    assert told.id == identifier
    assert told.title.startswith(title)
    assert noted in told.sections["How it is counted"]


def test_a_panel_names_the_metrics_it_is_cut_from() -> None:
    assert explained("starter-absence").metrics == ("contributor-absence-factor",)
    assert explained("commits-merges").metrics == ("commits",)


@pytest.mark.parametrize("identifier", ["karma", "stars-dayly", "7", "", "conflict"])
def test_what_no_report_shows_is_refused_with_the_nearest(identifier: str) -> None:
    with pytest.raises(UsageError) as refused:
        explained(identifier)
    assert refused.value.hint


def test_nobody_confuses_a_slip_with_a_part() -> None:
    with pytest.raises(UsageError, match="stars-dayly") as refused:
        explained("stars-dayly")
    assert "stars-daily" in str(refused.value.hint)
