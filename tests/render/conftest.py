"""Shared by the tests of rendering: the invented report, and the switch that rewrites golden pages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from example_report import example_report

from folkmoot.model.page import Report


@pytest.fixture(scope="session")
def report() -> Report:
    return example_report()
