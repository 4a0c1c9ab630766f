"""Starting Folkmoot as a module."""

from __future__ import annotations

import subprocess
import sys

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
