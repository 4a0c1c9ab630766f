"""Starting Folkmoot as a module."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from folkmoot import __version__


def test_the_module_is_the_command() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "folkmoot", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout == f"folkmoot, version {__version__}\n"


def test_its_exit_code_is_the_commands() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "folkmoot", "no-such-command"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 2
    assert "Usage" in ran.stderr or "hint:" in ran.stderr


@pytest.mark.parametrize("slow", ["signal", "folkmoot.cli", "click"])
def test_whoever_stops_it_while_it_is_imported_sees_no_traceback(slow: str) -> None:
    """An interrupt in the middle of an import, as Ctrl-C in the first tenth of a second."""
    script = f"""
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whatever runs the tests may ignore it
sys.modules.pop({slow!r}, None)
class Slow:
    def find_spec(self, name, path=None, target=None):
        if name == {slow!r}:
            os.kill(os.getpid(), {signal.SIGINT.value})
sys.meta_path.insert(0, Slow())
from folkmoot.__main__ import start
start()
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, "", "\nStopped; nothing had begun.\n")


def test_the_script_begins_there_too() -> None:
    project = (Path(__file__).parents[1] / "pyproject.toml").read_text()
    assert 'folkmoot = "folkmoot.__main__:start"' in project
