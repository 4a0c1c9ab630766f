"""Components with vulnerabilities that are known."""

from folkmoot.model.check import Evidence, Outcome
from folkmoot.views.agenda.known_holes import raised
from views.guarding.guards import found
from views.guarding.test_raising import look_at

HOLES = (Evidence("boats 1.0: GHSA-1", "go.mod", 3), Evidence("sails 2.0: GHSA-2", "go.mod", 4))


def test_they_are_counted_and_the_first_named() -> None:
    finding = raised(look_at(found("known-vulnerabilities", spots=HOLES)))
    assert str(finding.title) == "Known vulnerabilities in what the project depends on: 2 places."
    assert str(finding.evidence[0]) == "go.mod:3: boats 1.0: GHSA-1"


def test_one_is_not_many() -> None:
    finding = raised(look_at(found("known-vulnerabilities", spots=HOLES[:1])))
    assert "a known vulnerability" in str(finding.title)


def test_without_advisories_nothing_is_said() -> None:
    assert raised(look_at(found("known-vulnerabilities", Outcome.UNKNOWN))) is None


def test_on_the_way_to_a_first_page_nothing_is_looked_up() -> None:
    look = look_at(found("known-vulnerabilities", spots=HOLES))
    look.is_early = True
    assert raised(look) is None
