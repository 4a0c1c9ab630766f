"""Privacy: what is held, why, and how it goes, of every class of the one list."""

from __future__ import annotations

import pytest

from folkmoot.i18n import say
from folkmoot.model.page import Report
from folkmoot.model.privacy import PrivacySettings
from folkmoot.render import render
from folkmoot.store.inventory import CLASSES
from folkmoot.views.look import Look
from folkmoot.views.pages.privacy import applies, lede, more
from folkmoot.views.report import build_report
from fresh_store import fresh_store


@pytest.fixture
def look() -> Look:
    store = fresh_store()
    store.execute("insert into project values (1, 'engine', 'x')")
    for number, name in enumerate(("Ada Lovelace", "(not named)", "(not named)"), start=1):
        store.execute("insert into person values (?, ?, 0, 0, '')", [number, name])
    return Look(store, "engine")


def test_the_named_are_counted_and_nobody_is_named(look: Look) -> None:
    sentence = say(lede(look))
    assert sentence.startswith("Of 3 people, 1 are held by name")
    assert "Ada" not in sentence


def test_where_all_are_named_there_are_no_others_to_speak_of() -> None:
    store = fresh_store()
    store.execute("insert into person values (1, 'Ada Lovelace', 0, 0, '')")
    sentence = say(lede(Look(store, "engine")))
    assert sentence.startswith("People held by name: 1, whoever stands")
    assert "all others" not in sentence


def test_a_store_alone_is_no_report_for_readers(look: Look) -> None:
    assert not applies(look)


def test_of_nobody_nothing_is_held() -> None:
    assert lede(Look(fresh_store(), "engine")) == "Nothing is held of anybody."


def test_every_class_stands_there_with_its_purpose(look: Look) -> None:
    (panel,) = more(look)
    assert [entry.title for entry in panel.entries] == [one.title for one in CLASSES]
    assert all(one.purpose in entry.facts for one, entry in zip(CLASSES, panel.entries, strict=True))
    told = " ".join(say(entry.state) for entry in panel.entries)
    assert "people by name: 1, no longer named: 2" in told
    assert "people who objected: 0" in told


@pytest.mark.parametrize("form", ["html", "json", "csv", "markdown", "text"])
def test_it_is_there_in_every_format(look: Look, form: str) -> None:
    report: Report = build_report(
        look.connection, subject="engine", made_at="2026-01-01T00:00:00+00:00", projects=[(1, "engine")],
        slugs=["privacy"],
    )  # fmt: skip
    text = render(report, form)
    assert "Marks of people who were erased" in text or form == "csv"
    assert "Ada" not in text


def periods(look: Look) -> dict[str, str]:
    (panel,) = more(look)
    return {entry.id.removeprefix("privacy-"): say(entry.details[0]) for entry in panel.entries}


def test_periods_are_those_that_are_configured(look: Look) -> None:
    look.privacy = PrivacySettings(retention={"identifiers": 36, "clones": 3})
    told = periods(look)
    assert told["identifiers"] == "Months: 36, as folkmoot.toml says."
    assert told["clones"] == "Months: 3, as folkmoot.toml says."
    assert told["caches"] == "Months: 6, as nothing else is set."
    assert told["texts"] == "No period is set."


def test_whom_to_ask_is_told_where_it_is_configured(look: Look) -> None:
    (panel,) = more(look)
    assert "Requests go to" not in say(panel.caveat)
    look.privacy = PrivacySettings(contact="privacy@engines.example")
    (panel,) = more(look)
    assert "Requests go to privacy@engines.example." in say(panel.caveat)
