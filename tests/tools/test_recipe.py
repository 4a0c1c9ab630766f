"""The first recipe of CONTRIBUTING does what it says: one file, and there is a new metric everywhere."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import folkmoot
from house.tree import ROOT

FILE = re.compile(r"`src/folkmoot/metrics/(\w+\.py)`:\n\n```python\n(.*?)```", re.DOTALL)
IDENTIFIER = "people-who-land-work"


class Workshop:
    """A copy of the installed package with the recipe followed, and a small repository to report on."""

    def __init__(self, folder: Path) -> None:
        self.repository = folder / "repository"
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(folder),
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        name, code = FILE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))[0]
        shutil.copytree(Path(folkmoot.__file__).parent, folder / "folkmoot")
        (folder / "folkmoot" / "metrics" / name).write_text(code, encoding="utf-8")

    def git(self, *arguments: str) -> None:
        """Run git in the repository as Ada, at a settled time."""
        moment = {"GIT_AUTHOR_DATE": "2026-03-03T12:00:00Z", "GIT_COMMITTER_DATE": "2026-03-03T12:00:00Z"}
        person = ["-c", "user.name=Ada Example", "-c", "user.email=ada@example.test"]
        subprocess.run(
            ["git", "-C", str(self.repository), *person, *arguments],
            check=True,
            env=self.environment | moment,
            stdout=subprocess.DEVNULL,
        )

    def folkmoot(self, *arguments: str) -> str:
        """Run a command of the copied package and give what it prints."""
        run = subprocess.run(
            [sys.executable, "-c", "from folkmoot.cli import main; main()", *arguments],
            cwd=self.repository,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    made = Workshop(tmp_path_factory.mktemp("workshop"))
    made.repository.mkdir()
    made.git("init", "--quiet")
    (made.repository / "README.md").write_text("An example\n")
    made.git("add", "README.md")
    made.git("commit", "--quiet", "--message", "Begin")
    return made


def test_the_new_metric_is_found_and_explained(workshop: Workshop) -> None:
    explained = workshop.folkmoot("explain", IDENTIFIER)
    assert "How many people land commits each month?" in explained
    assert "a holiday stops the project" in " ".join(explained.split())


def test_the_new_metric_is_in_the_report(workshop: Workshop) -> None:
    report = json.loads(workshop.folkmoot("report", ".", "--format", "json", "--output", "-"))
    (flow,) = [page for page in report["pages"] if page["slug"] == "flow"]
    (panel,) = [panel for panel in flow["panels"] if panel["id"] == IDENTIFIER]
    values = {point["period"]: point["value"] for point in panel["points"]}
    assert values["2026-03"] == 1


def test_the_new_metric_drills_down(workshop: Workshop) -> None:
    workshop.folkmoot("sync", ".")
    assert "git:" in workshop.folkmoot("events", "--metric", IDENTIFIER, "--period", "2026-03")


@pytest.mark.parametrize("asked", [["check"], ["format", "--check"]])
def test_the_recipe_is_written_as_make_test_wants_it(workshop: Workshop, asked: list[str]) -> None:
    name, code = FILE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))[0]
    place = str(ROOT / "src" / "folkmoot" / "metrics" / name)
    settings = ("--config", str(ROOT / "pyproject.toml"), "--no-cache", "--stdin-filename", place, "-")
    run = subprocess.run(
        [sys.executable, "-m", "ruff", *asked, *settings],
        input=code, capture_output=True, text=True, check=False, env=workshop.environment,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_recipe_keeps_to_the_subset(workshop: Workshop) -> None:
    run = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "portable_sql.py"), IDENTIFIER],
        env=workshop.environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
