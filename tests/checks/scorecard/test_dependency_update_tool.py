"""Tools that propose new versions are known by their configuration."""

import pytest

from checks.trees import ground
from folkmoot.checks.scorecard.dependency_update_tool import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Outcome, Risk
from folkmoot.model.past import Past
from folkmoot.model.scorecard import Scored, info, warn


@pytest.mark.parametrize(
    ("path", "tool"),
    [
        (".github/dependabot.yml", "Dependabot"), (".github/Dependabot.YAML", "Dependabot"),
        ("renovate.json5", "RenovateBot"), (".gitlab/renovate.json", "RenovateBot"),
        (".config/scala-steward.conf", "scala-steward"),
    ],
)  # fmt: skip
def test_a_configuration_is_enough(path: str, tool: str) -> None:
    told = (info(f"detected update tool: {tool}", path, 1),)
    expected = Scored("Dependency-Update-Tool", 10, "update tool detected", told)
    assert CHECK.decide(ground({path: ""})).scored == expected


def test_every_tool_is_told() -> None:
    scored = CHECK.decide(ground({"renovate.json": "", ".github/dependabot.yml": ""})).scored
    assert scored
    assert [each.path for each in scored.details] == [".github/dependabot.yml", "renovate.json"]


def test_other_files_are_no_configuration() -> None:
    finding = CHECK.decide(ground({"docs/.github/dependabot.yml": "", "dependabot.yml": "", "go.mod": ""}))
    assert finding.outcome is Outcome.NO
    told = (warn("no dependency update tool configurations found"),)
    assert finding.scored == Scored("Dependency-Update-Tool", 0, "no update tool detected", told)


def test_a_file_that_is_not_in_the_clone_counts_by_its_name() -> None:
    assert CHECK.decide(ground({"renovate.json": None})).outcome is Outcome.YES


@pytest.mark.parametrize(
    "path", ["web/package.json", "Dockerfile", ".github/workflows/ci.yml", "src/App.csproj", "Gemfile"]
)
def test_a_project_that_names_dependencies_could_use_one(path: str) -> None:
    assert CHECK.decide(ground({path: ""})).outcome is Outcome.NO


def test_a_project_of_texts_has_nothing_to_update() -> None:
    finding = CHECK.decide(ground({"README.md": "", "docs/a.md": ""}))
    assert finding.outcome is Outcome.NOT_APPLICABLE
    assert finding.scored
    assert finding.scored.score == 0


def test_a_tool_that_is_seen_at_work_needs_no_file() -> None:
    """Dependabot may be switched on in the settings of the forge alone."""
    made = ground({"go.mod": ""})
    made.past = Past(as_of=0, first_seen=0, updates=12)
    finding = CHECK.decide(made)
    assert finding.outcome is Outcome.YES
    (spot,) = finding.spots
    assert say(spot.what).startswith("Changes that such a tool made in the last year: 12.")
    assert finding.scored
    assert finding.scored.score == 0, "the score stays that of the files"


def test_no_change_of_a_tool_leaves_the_no() -> None:
    made = ground({"go.mod": ""})
    made.past = Past(as_of=0, first_seen=0)
    finding = CHECK.decide(made)
    assert (finding.outcome, finding.risk) == (Outcome.NO, None)


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("tox.ini", "commands = uv lock --upgrade"),
        (
            "pyproject.toml",
            'commands = [["uv", "lock", {replace = "posargs", default = ["-U"], extend = true}]]',
        ),
        ("Makefile", "\tpre-commit autoupdate --freeze"),
        ("package.json", '"update": "ncu -u"'),
        (".github/workflows/update.yml", "      - run: cargo update"),
    ],
)
def test_a_command_of_the_project_s_own_makes_it_a_small_risk(path: str, line: str) -> None:
    finding = CHECK.decide(ground({path: f"x\n{line}\n", "setup.py": ""}))
    assert (finding.outcome, finding.risk) == (Outcome.NO, Risk.LOW)
    assert [spot.place for spot in finding.spots] == [f"{path}:2"]


@pytest.mark.parametrize(
    "line", ["uv lock", "# uv lock --upgrade", '"gha-update ; python_version > 3",', "cargo updated"]
)
def test_other_commands_update_nothing(line: str) -> None:
    assert CHECK.decide(ground({"tox.ini": line + "\n", "setup.py": ""})).risk is None
