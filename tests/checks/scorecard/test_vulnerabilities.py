"""What an advisory database says becomes a score, and what it was not asked stays unknown."""

from checks.trees import ground
from folkmoot.checks.scorecard.vulnerabilities import CHECK
from folkmoot.i18n import say
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.component import Component
from folkmoot.model.purl import Purl
from folkmoot.model.scorecard import Scored, warn
from folkmoot.model.vulnerability import Database, Hit, Vulnerabilities, Vulnerability

DATABASE = Database(taken_at=1_700_000_000, newest=1_690_000_000, advisories=3)
REGEX = Component(Purl("cargo", name="regex", version="1.5.1"), "Cargo.lock", 7)
HOLE = Vulnerability(("RUSTSEC-2022-0013", "CVE-2022-24713"), "slow", hits=(Hit(REGEX, "1.5.5"),))


def found(known: Vulnerabilities | None) -> Finding:
    place = ground({"Cargo.lock": ""})
    place.vulnerabilities = known
    return CHECK.decide(place)


def test_without_advisories_the_answer_is_unknown_and_says_how_to_get_them() -> None:
    finding = found(None)
    assert finding.outcome is Outcome.UNKNOWN
    assert finding.scored
    assert finding.scored.score == -1
    assert "folkmoot advisories update" in finding.scored.reason


def test_each_vulnerability_takes_one_point() -> None:
    finding = found(Vulnerabilities(DATABASE, (HOLE,), checked=5))
    told = (warn("Project is vulnerable to: https://osv.dev/RUSTSEC-2022-0013"),)
    assert finding.scored == Scored("Vulnerabilities", 9, "1 existing vulnerabilities detected", told)
    assert finding.outcome is Outcome.NO


def test_each_place_says_what_to_do() -> None:
    spot = found(Vulnerabilities(DATABASE, (HOLE,), checked=5)).spots[0]
    assert spot.place == "Cargo.lock:7"
    assert say(spot.what) == "pkg:cargo/regex@1.5.1 has RUSTSEC-2022-0013, mended in 1.5.5"


def test_where_nothing_mends_it_that_is_said() -> None:
    hole = Vulnerability(("X-1",), "", hits=(Hit(REGEX),))
    spot = found(Vulnerabilities(DATABASE, (hole,), checked=5)).spots[0]
    assert say(spot.what) == "pkg:cargo/regex@1.5.1 has X-1, and no version that mends it is known"


def test_the_score_does_not_fall_below_nothing() -> None:
    scored = found(Vulnerabilities(DATABASE, (HOLE,) * 12, checked=5)).scored
    assert scored
    assert scored.score == 0


def test_versions_that_were_asked_about_are_fine() -> None:
    finding = found(Vulnerabilities(DATABASE, checked=5))
    assert finding.scored == Scored("Vulnerabilities", 10, "0 existing vulnerabilities detected")
    assert finding.outcome is Outcome.YES


def test_ranges_alone_leave_it_unknown() -> None:
    known = Vulnerabilities(DATABASE, without_version=("pkg:pypi/click",))
    assert found(known).outcome is Outcome.UNKNOWN


def test_a_project_without_components_has_nothing_to_ask() -> None:
    assert found(Vulnerabilities(DATABASE)).outcome is Outcome.NOT_APPLICABLE
