"""The table of CHAOSS metrics stays true: what it names exists, and whatever answers one is in it."""

from __future__ import annotations

import re
import tomllib

import pytest
from click import Context

from folkmoot.checks import all_checks, rooms
from folkmoot.cli import folkmoot
from folkmoot.metrics import all_metrics, description
from folkmoot.views.discovery import found_in
from house.tree import ROOT

TABLE = tomllib.loads((ROOT / "tools" / "chaoss.toml").read_text(encoding="utf-8"))
LINK = re.compile(r"chaoss\.community/kb/metric-([a-z0-9-]+)")


@pytest.mark.parametrize("slug", TABLE)
def test_a_row_names_metrics_there_are(slug: str) -> None:
    assert set(TABLE[slug]["by"]) <= set(all_metrics())


@pytest.mark.parametrize("slug", TABLE)
def test_an_answer_has_a_metric_and_what_is_missing_a_reason(slug: str) -> None:
    row = TABLE[slug]
    assert row["answered"] in {"yes", "partly", "no"}
    assert row["by"] if row["answered"] == "yes" else row["why"]
    assert row["by"] == [] or row["answered"] != "no"
    assert set(row) == {"name", "link", "answered", "by", "why"}


@pytest.mark.parametrize("identifier", all_metrics())
def test_a_metric_defined_by_chaoss_stands_in_its_row(identifier: str) -> None:
    for slug in LINK.findall(all_metrics()[identifier].definition):
        assert identifier in TABLE[slug]["by"]


@pytest.mark.parametrize("identifier", all_metrics())
def test_every_chaoss_metric_referred_to_is_in_the_table(identifier: str) -> None:
    assert set(LINK.findall(description(identifier)["References"])) <= set(TABLE)


def test_every_link_leads_to_a_page_of_its_own() -> None:
    """A page of the knowledge base has one name; the pages of two metrics were not found, and of no other."""
    assert {name for name, row in TABLE.items() if not row["link"]} == {"issue-comments", "social-listening"}
    links = [row["link"] for row in TABLE.values() if row["link"]]
    assert all(re.fullmatch(r"https://chaoss\.community/kb/[a-z0-9-]+/", link) for link in links)
    assert len(set(links)) == len(links) == len(TABLE) - 2


def test_nearly_all_of_what_chaoss_publishes_is_there() -> None:
    """The knowledge base held 89 metrics; names change and some are withdrawn."""
    assert len(TABLE) >= 80
    assert len({row["name"] for row in TABLE.values()}) == len(TABLE)


CHECK = re.compile(r"\b[Tt]he checks? ([\w.-]+)(?: and ([\w-]+))?")
COMMAND = re.compile(r"`folkmoot ([\w-]+)`")
PAGE = re.compile(r"[Tt]he page ([A-Z]\w+(?: chain)?)")


@pytest.mark.parametrize("slug", TABLE)
def test_checks_commands_and_pages_that_a_reason_names_are_there(slug: str) -> None:
    why = TABLE[slug]["why"]
    checks = {check.id for check in all_checks(*rooms()).values()}
    assert {name for found in CHECK.findall(why) for name in found if name} <= checks
    assert set(COMMAND.findall(why)) <= set(folkmoot.list_commands(Context(folkmoot)))
    assert set(PAGE.findall(why)) <= {plan.title for plan in found_in("folkmoot.views.pages", "PAGE")}


@pytest.mark.parametrize("command", ["libyears", "sbom", "licences"])
def test_what_a_command_answers_is_not_called_unanswered(command: str) -> None:
    rows = [row for row in TABLE.values() if f"`folkmoot {command}`" in row["why"]]
    assert rows
    assert all(row["answered"] != "no" for row in rows)


def test_nothing_that_is_read_is_said_to_be_read_later() -> None:
    """Manifests, bills of materials and licences of files are read since they have pages of their own."""
    said = " ".join(row["why"] for row in TABLE.values())
    assert not re.search(r"(Dependencies|materials|licences) are not (read|compared)", said)
