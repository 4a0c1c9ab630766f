"""Where a changelog stops: said only where releases went on and nobody wrote of them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from checks.trees import ground
from folkmoot.checks.community.changelog import CHECK, stops
from folkmoot.checks.osps._log_reach import stop
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Ground, Outcome
from folkmoot.model.forge_settings import ForgeSettings, ReleasePage
from folkmoot.model.released import Released, VersionTag

TAGS = "v1.0.0 2019-02-01, v1.1.0 2019-08-01, v1.2.0 2020-03-01, v2.0.0 2021-05-01, v2.1.0 2023-06-01"
KEPT = "# Changelog\n\n## 2.1.0\n\n- Mended.\n\n## 2.0.0\n\n- Begun anew.\n"
STOPPED = "# Changelog\n\n## [1.1.0] - 2019-08-01\n\n- Mended.\n\n## [1.0.0] - 2019-02-01\n\n- Begun.\n"
TEMPLATE = (
    "# Changelog\n\nAll notable changes to this project will be documented in this file.\n\n"
    "The format is based on [Keep a Changelog](https://keepachangelog.com/en/1.0.0/).\n\n"
    "## [Unreleased]\n\n### Added\n\n- \n"
)


def released(told: str = TAGS) -> Released:
    tags = [row.split() for row in told.split(",")]
    made = [VersionTag(n, int(datetime.fromisoformat(d).replace(tzinfo=UTC).timestamp())) for n, d in tags]
    return Released(tuple(reversed(made)), commits=9, signed_off=0, authors=2)


def place(files: dict[str, str], told: str = TAGS) -> Ground:
    made = ground(files)
    made.released = released(told)
    return made


def asked(files: dict[str, str], told: str = TAGS) -> Finding:
    return CHECK.decide(place(files, told))


def said(text: str, told: str = TAGS, **more: str) -> str:
    """Give where the CHANGELOG.md of this text stops, "" where nothing is said."""
    found = stop(place({"CHANGELOG.md": text, **more}, told), "CHANGELOG.md")
    return say(found.told) if found else ""


def test_one_that_ended_years_ago_is_told_with_what_it_misses_and_what_to_do() -> None:
    found = asked({"CHANGELOG.md": STOPPED})
    assert found.outcome is Outcome.NO
    assert say(found.evidence[0]) == (
        "CHANGELOG.md names versions up to v1.1.0; newer ones that are tagged: 3, the newest v2.1.0 of "
        "2023-06-01."
    )
    assert "CHANGELOG.md" in say(found.remedy)
    assert stops(found)


def test_at_a_forge_the_newer_notes_may_stand_there() -> None:
    found = asked({"CHANGELOG.md": STOPPED, ".github/workflows/ci.yml": "on: push"})
    assert (found.outcome, stops(found)) == (Outcome.UNKNOWN, True)
    assert "may stand at the forge" in say(found.evidence[1])


def test_notes_that_the_forge_shows_are_enough() -> None:
    made = place({"CHANGELOG.md": STOPPED})
    made.forge = ForgeSettings(
        forge="github", shown="https://forge.test/moot", releases=(ReleasePage("v2.1.0", notes=400),)
    )
    found = CHECK.decide(made)
    assert (found.outcome, stops(found)) == (Outcome.YES, False)
    assert "v2.1.0 has notes of 400 characters" in say(found.evidence[1])


@pytest.mark.parametrize(
    "top",
    [
        "## Newer releases\n\nPlease see: https://github.com/moot/moot/releases\n\n",
        "Since v1.2.0 this is kept in [GitHub releases](https://github.com/moot/moot/releases).\n\n",
        "Newer notes: https://moot.test/changelog/\n\n",
        "For newer ones see the releases page.\n\n",
    ],
)
def test_one_that_leads_on_is_a_yes_that_says_so(top: str) -> None:
    found = asked({"CHANGELOG.md": top + STOPPED})
    assert found.outcome is Outcome.YES
    assert "names versions up to" in say(found.evidence[0])
    assert say(found.evidence[1]).startswith("It leads to ")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(KEPT, id="by version"),
        pytest.param("\n".join(reversed(KEPT.split("\n"))), id="newest at the bottom"),
        pytest.param("# 2\n\n- Begun anew.\n\n# 1\n\n- Begun.\n", id="by main version"),
        pytest.param("## 2.1.x\n\n- Mended.\n", id="by line"),
        pytest.param("Moot 2_1_0\n==========\n\nMended.\n", id="underlined"),
        pytest.param(STOPPED + "\n2023-06-11  Ada\n\n\t* moot.c: mend.\n", id="dates after the first missed"),
        pytest.param("Thu Jun  8 2023 Ada\n- mended\n", id="by date, as packages write"),
        pytest.param("May 2023: the fifth moot.\n", id="by month"),
        pytest.param("## 3.0.0\n\nTo come.\n", id="ahead of its tags"),
        pytest.param(".. include:: ../CHANGES\n", id="taken from elsewhere"),
        pytest.param("x" * 3_000_001, id="too large to be read in whole"),
    ],
)
def test_nothing_is_said_of_one_that_may_be_kept(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize(
    "beside",
    [
        {"changelog.d/7.added.md": "x"},
        {"newsfragments/7.feature.rst": "x"},
        {"releasenotes/notes/mend-7.yaml": "x"},
        {"docs/releases/2.1.0.md": "x"},
        {"RELEASE-NOTES": "Moot 2.1.0\n"},
        {"packages/moot/CHANGELOG.md": "## 2.0.0\n"},
        {"docs/history/now.md": "Version 2.1.0\n"},
    ],
)
def test_nothing_is_said_where_somebody_keeps_another(beside: dict[str, str]) -> None:
    assert said(STOPPED, **beside) == ""


@pytest.mark.parametrize("beside", [{"vendor/a/CHANGELOG.md": KEPT}, {"changelog.d/README.md": "x"}])
def test_what_others_wrote_and_empty_folders_are_no_excuse(beside: dict[str, str]) -> None:
    assert said(STOPPED, **beside)


@pytest.mark.parametrize(
    "told",
    [
        pytest.param("v1.1.0 2019-08-01", id="nothing newer"),
        pytest.param("v1.1.0 2019-08-01, v1.2.0 2023-06-01", id="one missed"),
        pytest.param("v1.1.0 2019-08-01, v1.2.0 2023-05-01, v1.2.1 2023-06-01", id="late by a month"),
        pytest.param("v1.1.0 2019-08-01, v0.9.8 2020-06-01, v0.9.9 2023-06-01", id="mends an older line"),
        pytest.param(
            "v1.1.0 2019-08-01, a-2.0.0 2022-01-01, b-1.0.0 2023-02-01, a-2.1.0 2023-06-01", id="several"
        ),
        pytest.param(
            "v1 2018-01-01, v2 2019-08-01, v3 2020-01-01, v4 2023-06-01", id="no version with a dot"
        ),
    ],
)
def test_nothing_is_said_where_too_little_is_missed_or_nobody_can_tell(told: str) -> None:
    assert said(STOPPED, told) == ""


def test_many_at_once_are_missed_too() -> None:
    several = ", ".join(f"v1.{number}.0 2023-06-0{number}" for number in range(2, 7))
    assert "newer ones that are tagged: 5" in said(STOPPED, f"v1.1.0 2019-08-01, {several}")


def test_one_by_date_stops_at_its_newest() -> None:
    assert said("2019-03-02\n\n- Mended.\n") == (
        "CHANGELOG.md tells of nothing after 2019-03; versions tagged since: 4, "
        "the newest v2.1.0 of 2023-06-01."
    )


def test_an_untouched_template_is_told_as_such() -> None:
    assert said(TEMPLATE).startswith("CHANGELOG.md has headings and nothing below them; versions tagged: 5")
    assert said("@@NOTES@@\n").startswith("CHANGELOG.md has no version and no date; versions tagged: 5")
    began = TEMPLATE + "\n## [0.1.0] - 2019-01-02\n\n- Initial release\n"
    assert said(began).startswith("CHANGELOG.md names versions up to 0.1.0; newer ones that are tagged: 5")


def test_a_link_to_what_templates_are_made_of_leads_nowhere() -> None:
    assert asked({"CHANGELOG.md": TEMPLATE}).outcome is Outcome.NO


@pytest.mark.parametrize("tag", ["v-" * 2000 + "vx1.0.0", "release/" * 500 + "1.0.0"], ids=["alike", "words"])
def test_odd_names_of_tags_are_read_in_no_time(tag: str) -> None:
    """Every way to take such a name apart would be more than anybody can wait for."""
    assert said(STOPPED, f"{tag} 2023-06-01") == ""


def test_empty_lines_without_end_are_read_in_no_time() -> None:
    """Looking ahead from each of them for what is included would take a quarter of an hour."""
    assert "nothing after 2019-03" in said("2019-03-02\n\n- Mended.\n" + "\n" * 300_000)


@pytest.mark.parametrize("prefix", ["", "v", "V", "version-", "release/v", "rel_", "r", "v."])
def test_words_that_announce_a_version_begin_no_line_of_their_own(prefix: str) -> None:
    assert f"newer ones that are tagged: 4, the newest {prefix}3.0.0" in said(
        STOPPED, f"{TAGS}, {prefix}3.0.0 2024-06-01"
    )


SINGLE = "v31 2019-02-01, v32 2019-08-01, v33 2020-03-01, v34 2021-05-01, v35 2023-06-01"


@pytest.mark.parametrize(
    "text", ["moot 32\n=======\n\n- Mended.\n", "# v32\n\n- Mended.\n", "Version 32\n- It rows.\n"]
)
def test_versions_without_a_dot_are_judged_too(text: str) -> None:
    assert said(text, SINGLE) == (
        "CHANGELOG.md names versions up to v32; newer ones that are tagged: 3, the newest v35 of 2023-06-01."
    )


@pytest.mark.parametrize("text", ["moot 35\n=======\n", "# v32\n\nMends 34 holes.\n", "- of 35, 34 and 33\n"])
def test_any_mention_of_a_number_may_be_one_of_the_version(text: str) -> None:
    assert said(text, SINGLE) == ""
