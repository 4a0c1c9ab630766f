"""Requirements asked of a clone that came without the contents of its files."""

from __future__ import annotations

import pytest

from checks.osps.asking import asked
from folkmoot.checks.osps._requirement import BY_FORGE, WITH_CONTENTS
from folkmoot.i18n import say
from folkmoot.model.check import Outcome

EMPTY = {"README.md": None, "LICENSE": None, "pyproject.toml": None, ".github/workflows/ci.yml": None}
WHOLE = dict.fromkeys(EMPTY, "x")


@pytest.mark.parametrize("identifier", ["BR-03.01", "LE-02.01", "DO-07.01", "SA-01.01", "BR-01.01"])
def test_what_contents_would_tell_is_asked_of_contents(identifier: str) -> None:
    finding = asked(identifier, EMPTY)
    assert (finding.outcome, finding.remedy) == (Outcome.UNKNOWN, WITH_CONTENTS)


@pytest.mark.parametrize("identifier", ["AC-01.01", "AC-03.01", "QA-01.01"])
def test_what_a_forge_tells_is_asked_of_the_forge(identifier: str) -> None:
    assert say(asked(identifier, EMPTY).remedy).startswith(BY_FORGE)


@pytest.mark.parametrize("identifier", ["BR-03.01", "DO-07.01", "SA-01.01"])
def test_where_contents_are_here_nothing_else_is_asked_for(identifier: str) -> None:
    assert asked(identifier, WHOLE).remedy != WITH_CONTENTS
