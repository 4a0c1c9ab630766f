"""A configuration for the tool that keeps dependencies fresh, from the manifests that are here."""

from __future__ import annotations

import json

import pytest
import yaml

from fixes.benches import bench, ground_after, notes
from folkmoot.checks.scorecard.dependency_update_tool import CHECK
from folkmoot.fixes.dependency_updates import FIX, MOST_FOLDERS, ecosystems, propose
from folkmoot.model.check import Outcome
from folkmoot.model.errors import UsageError

FILES = {
    "package.json": "{}",
    "web/package.json": "{}",
    ".github/workflows/a.yml": "on: push",
    "go.mod": "module x",
}


def written(files: dict[str, str], **answers: str) -> str:
    (edit,) = propose(bench(files, answers)).edits
    return edit.after.decode()


def test_there_is_an_entry_for_each_kind_of_manifest() -> None:
    told = yaml.safe_load(written(FILES))
    assert told["version"] == 2
    entries = {each["package-ecosystem"]: each for each in told["updates"]}
    assert list(entries) == ["github-actions", "gomod", "npm"]
    assert entries["npm"]["directories"] == ["/", "/web"]
    assert entries["gomod"]["directory"] == "/"
    assert entries["npm"]["schedule"] == {"interval": "monthly"}
    assert entries["npm"]["groups"] == {"npm": {"patterns": ["*"]}}


@pytest.mark.parametrize("tool", ["dependabot", "renovate"])
def test_once_written_the_check_says_yes(tool: str) -> None:
    assert CHECK.decide(bench(FILES).ground).outcome is Outcome.NO
    mending = propose(bench(FILES, {"tool": tool}))
    assert CHECK.decide(ground_after(FILES, mending)).outcome is Outcome.YES
    assert CHECK.id in FIX.answers


def test_at_another_forge_it_is_renovate() -> None:
    told = json.loads(written({"package.json": "{}", ".gitlab-ci.yml": "x"}))
    assert told["extends"] == ["config:recommended", "schedule:monthly"]
    (edit,) = propose(bench({"package.json": "{}"}, web="https://codeberg.org/a/b")).edits
    assert edit.path == "renovate.json"


def test_manifests_of_tests_and_of_others_are_left_out() -> None:
    paths = ["tests/package.json", "vendor/x/go.mod", "node_modules/y/package.json", "examples/a/Cargo.toml"]
    assert ecosystems(paths) == {}


def test_uv_takes_the_place_of_pip_in_its_folder() -> None:
    assert ecosystems(["pyproject.toml", "uv.lock", "docs/requirements.txt"]) == {
        "pip": ["/docs"],
        "uv": ["/"],
    }


def test_very_many_folders_become_a_pattern() -> None:
    many = {f"p{n}/package.json": "{}" for n in range(MOST_FOLDERS + 1)}
    told = yaml.safe_load(written(many, tool="dependabot"))
    assert told["updates"][0]["directories"] == ["/", "/**/*"]


def test_odd_names_of_folders_stay_words() -> None:
    told = yaml.safe_load(written({'a": b\nc/package.json': "{}"}, tool="dependabot"))
    assert told["updates"][0]["directory"] == '/a": b\nc'


@pytest.mark.parametrize(
    "path", [".github/dependabot.yaml", "renovate.json", ".github/renovate.json5", ".renovaterc"]
)
def test_a_configuration_that_is_there_stays(path: str) -> None:
    mending = propose(bench(FILES | {path: "{}"}))
    assert mending.edits == ()
    assert path in notes(mending)


def test_where_no_manifest_is_there_is_nothing_to_configure() -> None:
    assert "No manifest" in notes(propose(bench({"README.md": "x"})))


def test_another_tool_is_refused() -> None:
    with pytest.raises(UsageError):
        propose(bench(FILES, {"tool": "snyk"}))
