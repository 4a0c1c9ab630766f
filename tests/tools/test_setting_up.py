"""The scripts behind make: they change nothing twice, check hashes, and say plainly what is missing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from shlex import quote

import pytest

from house.tree import ROOT

ORDINARY = ("cat", "cmp", "cp", "dirname", "env", "rm", "sed", "sh")


class Machine:
    """A bare machine: a folder with the scripts, and a search path that holds little more than a shell."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.programs = folder / "programs"
        self.programs.mkdir()
        shutil.copytree(ROOT / "tools", folder / "tools")
        for name in ORDINARY:
            found = shutil.which(name)
            assert found, f"{name} is on every machine"
            (self.programs / name).symlink_to(found)
        self.program("id", "echo 1000")

    def program(self, name: str, script: str, where: Path | None = None) -> None:
        """Put a program onto the machine."""
        file = (where or self.programs) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/sh\n{script}\n")
        file.chmod(0o755)

    def run(self, script: str, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run one of the scripts."""
        return subprocess.run(
            [str(self.folder / "tools" / script), *arguments],
            env={"PATH": str(self.programs), **variables},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def environment(machine: Machine) -> Path:
    """A virtual environment whose pip writes down what it is asked for."""
    (machine.folder / "some.txt").write_text("lock\n")
    made = machine.folder / ".venv"
    machine.program("pip", f'echo "$*" >> {quote(str(machine.folder / "asked"))}', made / "bin")
    (made / "bin" / "python").symlink_to(os.path.realpath(sys.executable))
    return made


def test_a_lock_is_installed_once_and_with_its_hashes(machine: Machine, environment: Path) -> None:
    first = machine.run("prepare", ".venv", "some.txt")
    second = machine.run("prepare", ".venv", "some.txt")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    (asked,) = (machine.folder / "asked").read_text().splitlines()
    assert "--require-hashes --requirement some.txt" in asked
    assert "Installing some.txt" in first.stderr
    assert second.stderr == ""
    assert environment.is_dir()


def test_a_changed_lock_is_installed_again(machine: Machine, environment: Path) -> None:
    machine.run("prepare", ".venv", "some.txt")
    (machine.folder / "some.txt").write_text("another lock\n")
    machine.run("prepare", ".venv", "some.txt")
    assert len((machine.folder / "asked").read_text().splitlines()) == 2
    assert (environment / ".holds-some.txt").read_text() == "another lock\n"


def test_a_failed_installation_is_tried_again(machine: Machine, environment: Path) -> None:
    machine.program("pip", "exit 1", environment / "bin")
    assert machine.run("prepare", ".venv", "some.txt").returncode == 1
    assert not (environment / ".holds-some.txt").exists()


def test_an_old_python_is_refused_in_words(machine: Machine) -> None:
    (machine.folder / "some.txt").write_text("lock\n")
    machine.program("python3", "exit 1")
    run = machine.run("prepare", ".venv", "some.txt")
    assert run.returncode == 1
    assert "Python 3.11 or newer is needed" in run.stderr


def test_the_project_is_installed_without_network(machine: Machine, environment: Path) -> None:
    (machine.folder / "pyproject.toml").write_text("[project]\n")
    assert machine.run("install", ".venv", "folkmoot.whl").returncode == 0
    asked = (machine.folder / "asked").read_text()
    assert "--no-index --no-deps --force-reinstall folkmoot.whl" in asked
    assert environment.is_dir()


def test_a_missing_browser_is_said_and_skipped(machine: Machine) -> None:
    run = machine.run("browser")
    assert run.returncode == 0
    assert "the browser tests will be skipped" in run.stderr
    assert "apt install chromium chromium-driver" in run.stderr


def test_a_missing_browser_fails_in_ci(machine: Machine) -> None:
    assert machine.run("browser", CI="true").returncode == 1


def test_accessibility_checks_are_fetched_once_and_from_the_lock(machine: Machine) -> None:
    machine.program("chromium", "")
    machine.program("chromedriver", "")
    folder = machine.folder / "tests" / "browser"
    (folder / "node_modules").mkdir(parents=True)
    (folder / "package-lock.json").write_text("{}")
    machine.program("npm", f'echo "$*" >> {quote(str(machine.folder / "asked"))}')
    assert [machine.run("browser", CI="true").returncode for _ in range(2)] == [0, 0]
    (asked,) = (machine.folder / "asked").read_text().splitlines()
    assert asked.startswith("ci --prefix tests/browser")
