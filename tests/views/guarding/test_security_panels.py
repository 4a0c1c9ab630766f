"""The panels on security: three things first, what is not known honestly apart."""

from __future__ import annotations

from folkmoot.checks.scorecard._scored import NOT_HERE
from folkmoot.i18n import Message, say
from folkmoot.model.check import Evidence, Outcome, Risk
from folkmoot.model.scorecard import Detail, Kind, Scored
from folkmoot.views.guarding.security_panels import MOST_PLACES, asked, place, security_panels, shown
from views.guarding.guards import SPOT, found, guard
from views.guarding.test_guard import SUPPRESSED


def panels(*findings, **more) -> dict:
    return {panel.id: panel for panel in security_panels(guard(*findings, **more))}


def test_three_things_come_first_and_the_rest_after_them() -> None:
    told = panels(*(found(name) for name in "abcde"), found("z", risk=Risk.CRITICAL))
    assert [finding.id for finding in told["agenda-security"].findings] == ["z", "a", "b"]
    assert [finding.id for finding in told["security-to-do"].findings] == ["c", "d", "e"]


def test_nothing_to_do_is_said() -> None:
    told = panels(found("a", Outcome.YES))
    assert told["agenda-security"].findings == ()
    assert "nothing to act on" in str(told["agenda-security"].headline)
    assert "security-to-do" not in told


def test_what_could_not_be_answered_is_not_called_well() -> None:
    told = panels(found("a", Outcome.YES), found("b", Outcome.UNKNOWN), found("c", Outcome.UNKNOWN))
    headline = say(told["agenda-security"].headline)
    assert "2 questions could not be answered" in headline
    assert "nothing to act on" not in headline


def test_what_two_checks_ask_alike_is_one_question_that_could_not_be_answered() -> None:
    alike = [found(name, Outcome.UNKNOWN) for name in ("security", "scorecard-security-policy")]
    assert "one question could not be answered" in say(panels(*alike)["agenda-security"].headline)


def test_why_something_is_not_known_is_told_before_what_a_score_says() -> None:
    spots = (Evidence("Look whether another service does it."),)
    told = panels(found("a", Outcome.UNKNOWN, evidence=("Gives 0 of 10.",), spots=spots))
    assert told["security-unknown"].entries[0].facts == ("Look whether another service does it.",)


def test_files_that_are_not_here_are_told_once() -> None:
    absent = [
        found(name, Outcome.UNKNOWN, spots=(Evidence(Message(NOT_HERE, {"path": f"{name}.yml"})),))
        for name in "ab"
    ]
    (entry,) = panels(*absent)["security-unknown"].entries
    assert (str(entry.title), len(entry.facts)) == ("About a, About b", 1)
    assert str(entry.facts[0]).startswith("The content of a.yml is not in this clone")


def test_one_and_two_things_are_not_called_three() -> None:
    assert str(panels(found("a"))["agenda-security"].headline).startswith("One thing")
    assert str(panels(found("a"), found("b"))["agenda-security"].headline).startswith("Two things")


def test_what_would_settle_it_is_said_once_for_all_that_it_would_answer() -> None:
    said = ("Run it with a forge.",)
    told = panels(found("a", Outcome.UNKNOWN, evidence=said), found("b", Outcome.UNKNOWN, evidence=said))
    (entry,) = told["security-unknown"].entries
    assert str(entry.title) == "About a, About b"
    assert entry.facts == said


def test_what_takes_months_is_no_work_for_a_weekend() -> None:
    told = panels(found("a", effort="months", risk=Risk.CRITICAL), found("b"))
    assert [finding.id for finding in told["agenda-security"].findings] == ["b"]
    assert [finding.id for finding in told["security-to-do"].findings] == ["a"]
    alone = panels(found("a", effort="months"))["agenda-security"]
    assert "can be done in a weekend" in str(alone.headline)


def test_what_could_not_be_read_stands_apart() -> None:
    told = panels(found("a", Outcome.ERROR, evidence=("a.yml is no YAML.",)))
    assert [finding.id for finding in told["security-errors"].findings] == ["a"]


def test_what_was_suppressed_is_told_with_its_reason_and_its_end() -> None:
    told = panels(found("a", spots=(SPOT,)), files={".folkmoot/checks.toml": SUPPRESSED})
    (entry,) = told["security-suppressed"].entries
    assert [str(fact) for fact in entry.facts] == [
        ".github/workflows/a.yml:3: may write",
        "Until 2027-01-01: The job is being replaced.",
    ]


def test_a_few_places_are_named_and_the_others_counted() -> None:
    many = tuple(Evidence("may write", f"{n}.yml", n) for n in range(1, MOST_PLACES + 4))
    told = [str(each) for each in shown(found("a", evidence=("Eight may write.",), spots=many)).evidence]
    assert told[:2] == ["Eight may write.", "1.yml:1: may write"]
    assert told[-1].startswith("3 more places.")
    assert len(told) == MOST_PLACES + 2


def test_what_scorecard_remarks_without_a_place_is_not_told_twice() -> None:
    details = (Detail(Kind.WARN, "nothing found"), Detail(Kind.WARN, "a token", "a.yml", 3))
    spots = (Evidence("nothing found"), Evidence("a token", "a.yml", 3), Evidence("Look at the forge."))
    scored = Scored("Moot-Check", 0, "no such thing detected", details)
    finding = shown(found("a", evidence=("Moot-Check gives 0.",), spots=spots, scored=scored))
    assert [say(told) for told in finding.evidence] == [
        "Moot-Check gives 0.", "a.yml:3: a token", "Look at the forge.",
    ]  # fmt: skip


def test_a_place_without_path_is_its_words() -> None:
    assert str(place(Evidence("Nothing was found."))) == "Nothing was found."


def test_requirements_of_catalogues_stand_in_their_tables_and_not_here() -> None:
    answers = asked(guard(found("OSPS-AC-01.01"), found("a")))
    assert [answer.finding.id for answer in answers] == ["a"]


def test_small_risks_alone_are_called_small_and_stand_below() -> None:
    told = panels(found("a", risk=Risk.LOW), found("b", risk=Risk.LOW))
    first = told["agenda-security"]
    assert first.findings == ()
    assert say(first.headline) == "Nothing grave was found. Small things: 2."
    assert [finding.id for finding in told["security-to-do"].findings] == ["a", "b"]


def test_in_place_is_only_what_was_answered_yes() -> None:
    told = panels(
        found("a", Outcome.YES), found("b", Outcome.NO), found("c", Outcome.UNKNOWN),
        found("d", Outcome.NOT_APPLICABLE), found("e", Outcome.YES), found("f", Outcome.ERROR),
    )  # fmt: skip
    assert [
        (say(entry.title), [*map(say, entry.details)]) for entry in told["security-in-place"].entries
    ] == [
        ("In place: 2.", ["About a", "About e"]),
        ("Not asked of a project like this one: 1.", ["About d"]),
    ]
    assert [say(entry.title) for entry in told["security-unknown"].entries] == ["About c"]
    assert "security-in-place" not in panels(found("b", Outcome.NO))


def test_each_panel_says_of_which_day_it_is() -> None:
    told = panels(found("a"), found("b", Outcome.YES))
    assert {(panel.data_until, panel.freshness) for panel in told.values()} == {("2026-11-21", "2026-11-21")}


def test_what_settles_most_stands_first_among_what_is_not_known() -> None:
    both = [found(name, Outcome.UNKNOWN, spots=(Evidence("Ask the forge."),)) for name in "bc"]
    one = found("a", Outcome.UNKNOWN, spots=(Evidence("Ask another service."),))
    entries = panels(one, *both)["security-unknown"].entries
    assert [say(entry.title) for entry in entries] == ["About b, About c", "About a"]
