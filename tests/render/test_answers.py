"""Answers of an audit as text and JSON."""

from __future__ import annotations

import json

import pytest

from folkmoot.model.audit import Answer, Evidence, Level, Suppressed
from folkmoot.model.check import Finding, Outcome
from folkmoot.model.scorecard import Scored
from folkmoot.render.answers import as_json, as_sections

NO = Answer(
    Finding("results", "Results", Outcome.NO, ("x",), "Why.", "Write it down.", "ten minutes"),
    "Is there a result?",
    Level.ERROR,
    tuple(Evidence(f"vote {n}", f"votes/{n}.md", n, "c0ffee" * 7) for n in range(1, 4)),
    (Suppressed(Evidence("old", "votes/0.md", 9), "Before the rule.", "2027-01-01"),),
    4,
)
YES = Answer(Finding("roles", "Roles", Outcome.YES))


def as_text(title: str, answers: list[Answer], *, shown: int = 20) -> str:
    return as_sections(title, [("", answers)], shown=shown)


def test_text_tells_place_remedy_and_what_is_suppressed() -> None:
    text = as_text("moot", [NO, YES])
    assert "votes/1.md:1 (c0ffeec0ffee): vote 1" in text
    assert "What to do: Write it down. (ten minutes)" in text
    assert "(suppressed until 2027-01-01: Before the rule.)" in text
    assert text.endswith("2 questions: 1 yes, 1 no.\n")


def test_what_is_to_be_copied_is_never_broken() -> None:
    address = "https://one-two-three.oak.example/" + "four-five/" * 12
    finding = Finding("x", "X", Outcome.NO, remedy=f"Run `moot --from {address}` and look.")
    assert address in as_text("moot", [Answer(finding)])


def test_long_evidence_is_broken_into_lines_and_no_address_in_it_is() -> None:
    address = "https://one-two-three.oak.example/" + "four-five/" * 12
    said = Evidence(f"{'It may be elsewhere, too. ' * 6}Look at {address} first.", "docs/a.md", 3)
    lines = as_text("moot", [Answer(Finding("x", "X", Outcome.UNKNOWN), evidence=(said,))]).splitlines()
    assert [line for line in lines if len(line) > 100] == [f"       {address}"]
    assert lines[3].startswith("       docs/a.md:3: It may be")
    assert lines[4].startswith("       ")


def test_text_shortens_long_evidence_unless_all_is_wanted() -> None:
    assert "and 1 more" in as_text("moot", [NO], shown=2)
    assert "more" not in as_text("moot", [NO], shown=0)


def test_neighbours_that_say_the_same_say_it_once() -> None:
    """Five files that the owner's own repository may provide: one reason, under the last of them."""
    why = (Evidence("Not here; the owner may provide it."),)
    several = [
        Answer(Finding(name, name.title(), Outcome.UNKNOWN), evidence=why) for name in ("conduct", "rules")
    ]
    other = Answer(Finding("fuzz", "Fuzzing", Outcome.UNKNOWN), evidence=(Evidence("No file shows it."),))
    assert as_text("moot", [*several, other]).splitlines()[2:9] == [
        "  ?  Conduct  [conduct]",
        "  ?  Rules  [rules]",
        "       Not here; the owner may provide it.",
        "",
        "  ?  Fuzzing  [fuzz]",
        "       No file shows it.",
        "",
    ]


def test_nothing_to_ask_says_so() -> None:
    assert "There is nothing to ask." in as_text("moot", [])


def test_control_characters_do_not_reach_the_terminal() -> None:
    hostile = Answer(Finding("x", "X", Outcome.NO), evidence=(Evidence("\x1b[2J", "a\nb"),))
    assert "\x1b" not in as_text("moot", [hostile])
    assert "a\nb" not in as_text("moot", [hostile])


def test_json_has_everything() -> None:
    document = json.loads(as_json({"repository": "moot"}, [NO]))
    answer = document["answers"][0]
    assert document["repository"] == "moot"
    assert (answer["outcome"], answer["fails"], answer["examined"]) == ("no", True, 4)
    assert answer["evidence"][0] == {
        "what": "vote 1",
        "path": "votes/1.md",
        "line": 1,
        "commit": "c0ffee" * 7,
    }
    assert answer["suppressed"][0]["reason"] == "Before the rule."


@pytest.mark.parametrize(
    ("score", "said"),
    [(0, "(Scorecard: 0 of 10)"), (10, "(Scorecard: 10 of 10)"), (-1, "(Scorecard: no score)")],
)
def test_scores_stand_beside_the_answers_where_they_are_asked_for(score: int, said: str) -> None:
    answer = Answer(Finding("boats", "Boats", Outcome.UNKNOWN, scored=Scored("Boats", score, "none")))
    assert f"Boats  {said}  [boats]" in as_sections("moot", [("", [answer, YES])], scores=True)
    assert "Scorecard" not in as_text("moot", [answer])


def test_a_narrow_terminal_has_narrow_lines() -> None:
    title = "moot: a title that is longer than fits into one line of so narrow a terminal"
    text = as_sections(title, [("", [NO])], width=40)
    assert max(map(len, text.splitlines()[:2])) <= 40
    told = [line for line in text.splitlines() if line.startswith("     ")]
    assert told
    assert max(map(len, told)) <= 40
