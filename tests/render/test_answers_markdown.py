"""Answers as Markdown: what is to be acted on first, then a table that holds whatever stands in it."""

from __future__ import annotations

from folkmoot.model.audit import Answer, Evidence, Suppressed
from folkmoot.model.check import Finding, Outcome
from folkmoot.render.answers_markdown import as_markdown

NO = Answer(
    Finding("token", "Tokens", Outcome.NO, ("x",), "Why.", "Add two lines.", "ten minutes"),
    evidence=tuple(Evidence(f"may write {n}", f".github/workflows/{n}.yml", n) for n in range(1, 6)),
)
YES = Answer(
    Finding("licence", "Licence", Outcome.YES, ("Found: LICENSE",)), evidence=(Evidence("Found: LICENSE"),)
)
HOSTILE = Answer(
    Finding("x", "a | b\n<script>", Outcome.NO), evidence=(Evidence("`c` | \x1b[2J", "d|e\n.yml"),)
)


def test_what_is_to_be_acted_on_has_its_places_and_what_to_do() -> None:
    text = as_markdown("boats", [("These three:", [NO]), ("Fine:", [YES])], shown=2)
    assert "## These three:" in text
    assert "- .github/workflows/1.yml:1: may write 1" in text
    assert "- 3 more" in text
    assert "**What to do:** Add two lines. (ten minutes)" in text
    assert "## Fine:" not in text


def test_everything_stands_in_one_table() -> None:
    lines = as_markdown("boats", [("", [NO]), ("", [YES])]).splitlines()
    rows = [line for line in lines if line.startswith("| `")]
    assert rows[0].startswith("| `token` Tokens | ✗ no | .github/workflows/1.yml:1: may write 1<br>")
    assert rows[1] == "| `licence` Licence | ✓ yes | Found: LICENSE |"


def test_what_is_suppressed_is_told_with_its_reason() -> None:
    left = Suppressed(Evidence("may write", "a.yml", 3), "Being replaced.", "2027-01-01")
    text = as_markdown("boats", [("", [Answer(YES.finding, suppressed=(left,))])])
    assert "a.yml:3 suppressed until 2027-01-01: Being replaced." in text


def test_no_word_of_a_stranger_leaves_its_cell() -> None:
    text = as_markdown("a\nb", [("", [HOSTILE])])
    row = next(line for line in text.splitlines() if line.startswith("| `x`"))
    assert row.replace("\\|", "").count("|") == 4
    assert "<script" not in text.replace("\\<", "")
    assert "\x1b" not in text


def test_all_places_are_named_where_all_are_asked_for_or_there_are_no_more() -> None:
    for shown in (0, 5):
        text = as_markdown("boats", [("", [NO])], shown=shown)
        assert text.count("- .github/workflows/") == 5
        assert "more" not in text
    assert "##  " not in text


def test_why_and_how_long_are_said_where_they_are_known() -> None:
    text = as_markdown("boats", [("", [NO])])
    assert "### Tokens (`token`)\n\nWhy.\n\n- .github" in text
    bare = Answer(Finding("x", "X", Outcome.ERROR, ("It broke.",)), evidence=(Evidence("It broke."),))
    assert as_markdown("boats", [("", [bare])]).split("## All")[0] == (
        "# boats\n\n### X (`x`)\n\n- It broke.\n\n"
    )
    soon = Answer(Finding("x", "X", Outcome.NO, (), "", "Do it."))
    assert as_markdown("boats", [("", [soon])]).split("## All")[0].endswith("**What to do:** Do it.\n\n")


def test_a_cell_holds_three_places() -> None:
    (row,) = [line for line in as_markdown("boats", [("", [NO])]).splitlines() if line.startswith("| `")]
    assert row.count("may write") == 3
