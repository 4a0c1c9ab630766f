"""What a README says of its project's end, and the sentences that only sound like it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.trees import ground
from folkmoot.checks.community.declared_end import CHECK, LINES, declared
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

BADGES = "[![build](https://ci.test/oar.svg)](https://ci.test/oar)\n"


@pytest.mark.parametrize(
    "text",
    [
        "# `oar` is now unmaintained\n",
        "# Oar (deprecated)\n",
        "# Oar [UNMAINTAINED]\n",
        "[DEPRECATED] Oar\n===\n",
        "# [Archived] oar\n",
        "Oar - ABANDONED\n---\n",
        "THIS PROJECT IS DEPRECATED\n\nIt was begun on a lake.\n",
        "# THIS PROJECT IS DEPRECATED\n",
        "# THIS REPOSITORY IS NO LONGER MAINTAINED\n",
        "# Oar\n\n> **note** For now, this project is deprecated. I no longer row.\n",
        "# Oar\n\n| :exclamation: This project is deprecated.<br>It moved to the core. |\n|---|\n",
        "# Oar\n\n**Important:** this package has been discontinued, since boats have motors now.\n",
        "# Oar\n\n## Deprecation notice\n\nNothing will follow.\n",
        "# Oar\n\n**DEPRECATED**\n\nRow with paddles.\n",
        "# Oar\n\n## :no_entry: Deprecated\n",
        "# Oar\n\n## Repository Status: DEPRECATED\n",
        "# ⚠️ Project Discontinued\n",
        "# Oar\n\nThis repository has been **archived** and is no longer actively maintained.\n",
        "# Oar\n\nThis library is not being actively maintained any more.\n",
        "# Oar\n\n*This plug-in is officially end-of-life.*\n",
        "# Oar\n\n> [!IMPORTANT]\n> **This repository has moved to [moot/oar](https://forge.test/moot/oar).**\n",
        "# Oar\n\nThis project has been superseded by [paddle](https://forge.test/paddle).\n",
        "# Oar\n\n> ## This repository has moved to Codeberg\n",
        "# Oar\n\n## ALL DEVELOPMENT MOVED ELSEWHERE\n\nDear visitor,\n",
        "# Oar\n\n## Moved to gitlab.moot.test\n",
        "# Oar\n\n**Development has migrated to [Codeberg](https://codeberg.org/moot/oar).**\n",
        "# Oar\n\nThis project has [migrated to gitlab.moot.test](https://gitlab.moot.test/oar).\n",
        "# Oar\n\nThis repository, issue tracker, etc. is abandoned in favor of https://forge.test/oar .\n",
        "# Oar - rows a boat\n\nNOTE: Oar is deprecated. Use paddles.\n",
        "Oar\n===\n\nAs of spring, oar is fully deprecated.\n",
        f"{BADGES}\n# Oar (unmaintained)\n",
        "# Oar\n[![No Maintenance Intended](http://unmaintained.tech/badge.svg)](http://unmaintained.tech/)\n",
        "# Oar\n![](https://img.shields.io/maintenance/no/2024)\n",
        "# Oar\n[![Project Status](https://www.repostatus.org/badges/latest/abandoned.svg)](x)\n",
        "# Oar\n![](https://img.shields.io/badge/status-deprecated-red)\n",
        "# Oar\n![](https://img.shields.io/badge/Maintained%3F-no-red.svg)\n",
    ],
)
def test_what_says_that_it_has_ended(text: str) -> None:
    assert declared(text) > 0


@pytest.mark.parametrize(
    "text",
    [
        "# Oar\n\nRows a boat. This project is actively maintained.\n",
        "# Oar\n\nThis repository is archived on a shelf of the library with a DOI.\n",
        "# Oar\n\nPython 3.8 is no longer maintained, and no longer works here.\n",
        "# Oar\n\nThe first version is deprecated; this project is its successor.\n",
        "# Oar\n\nThe tool is no longer maintained by its first author, who rows on.\n",
        "# Oar\n\nTell us when this project is deprecated somewhere.\n",
        "# Oar\n\nIf this project is abandoned, fork it.\n",
        "# Oar\n\n## Deprecated features\n",
        "# Oar\n\n## Archived versions of the documentation\n",
        "# Oar\n\nThis project has moved to using paddles inside.\n",
        "# Oar\n\n## Migrated to Node.js 18\n",
        "# Oar\n\n## Moved to GitHub Actions\n",
        "# Oar\n\nThis project has migrated to [TypeScript](https://typescript.test).\n",
        "# Oar\n\nThis project has migrated to GitHub's own packages.\n",
        "# Oar\n\nWhen this project has migrated to GitLab, tell us.\n",
        "# Oar\n\n## Development\n\nMoved parts are listed below.\n",
        "# Oar\n\n## Moved to GitHub Pages\n",
        "# Oar\n\nThis project is a legacy project, now in maintenance mode.\n",
        "# deprecated: marks functions as deprecated\n\nA decorator for old code.\n",
        "# Deprecation notices for Python\n",
        "# flake8-deprecated\n\nFinds calls that are deprecated.\n",
        "# Oar\n\nThis package is deprecated features and all, a museum.\n",
        "# Oar\n![](https://img.shields.io/badge/status-active-green)\n",
        "# Oar\n![](https://img.shields.io/maintenance/yes/2026)\n",
        "# Oar\n[![Project Status](https://www.repostatus.org/badges/latest/active.svg)](x)\n",
        "",
        "\n\n\n",
    ],
)
def test_what_only_sounds_like_it(text: str) -> None:
    assert declared(text) == 0


def test_only_the_beginning_is_read() -> None:
    said = "This project is no longer maintained.\n"
    assert declared("# Oar\n" + "Rows.\n" * (LINES - 2) + said) == LINES
    assert declared("# Oar\n" + "Rows.\n" * (LINES - 1) + said) == 0


def test_empty_lines_are_no_lines_of_the_beginning() -> None:
    assert declared("# Oar\n" + "\n" * 500 + "This project is no longer maintained.\n") == 502


def test_the_answer_names_the_line() -> None:
    finding = CHECK.decide(ground({"README.md": "# Oar\n\nThis project is deprecated.\n"}))
    assert finding.outcome is Outcome.NO
    assert [spot.place for spot in finding.spots] == ["README.md:3"]
    assert say(finding.evidence[0]) == "README.md says so in line 3."
    assert finding.remedy
    assert finding.effort == ""


def test_a_readme_without_such_a_word_is_a_yes() -> None:
    finding = CHECK.decide(ground({"docs/README.rst": "Oar\n===\nRows.\n"}))
    assert finding.outcome is Outcome.YES
    assert say(finding.evidence[0]) == "docs/README.rst begins without a word of an end."
    assert not finding.remedy


def test_without_a_readme_nothing_is_asked() -> None:
    assert CHECK.decide(ground({"a.py": "x"})).outcome is Outcome.NOT_APPLICABLE


def test_a_readme_that_is_not_in_the_clone_is_unknown() -> None:
    finding = CHECK.decide(ground({"README.md": None}))
    assert finding.outcome is Outcome.UNKNOWN
    assert say(finding.evidence[0]) == "README.md is not in this clone."


@given(st.text(alphabet="#>*[]()-:. \n", max_size=400) | st.text(max_size=400))
def test_any_text_has_an_answer_within_it(text: str) -> None:
    assert 0 <= declared(text) <= len(text.splitlines())
